#include "cli/assist.h"

#include <algorithm>
#include <charconv>
#include <span>
#include <sstream>

#include <fmt/format.h>

#include "assist/complete.h"
#include "assist/content.h"
#include "assist/form.h"
#include "assist/hover.h"
#include "assist/instrument.h"
#include "base/json_writer.h"
#include "cli/commands.h"
#include "cli/exit.h"
#include "cli/options.h"
#include "cli/surroundings.h"
#include "format/kinds.h"
#include "format/memory.h"

namespace cpm::cli {
namespace {

struct AssistQuestion {
  const std::string& subject;         ///< the file, or the kind
  std::span<const std::string> more;  ///< what is said behind it: a byte, a command
  Environment& environment;
  base::Date today;
  const base::Files& files = environment.files;

  std::string bytes() const { return files.read(subject, yaml::Limits{}.bytes).bytes; }
  Surroundings around() const { return {files, subject, today}; }
};

std::string content_of_file(const AssistQuestion& question) {
  const diag::SourceFile file(question.subject, question.bytes());
  format::Memory* const memory = question.environment.memory;
  return assist::content_json(*yaml::read_text(file, {}, memory == nullptr ? nullptr : &memory->recent_texts()));
}

/// Also one that has errors, and of a Snapshot that has some.
std::string instrument_of_file(const AssistQuestion& question) {
  const std::string bytes = question.bytes();
  const assist::Reading reading(bytes);
  if (reading.kind() == nullptr || reading.kind()->word != "snapshot") return "null";
  Surroundings around = question.around();
  const model::Instrument* const found = around.instrument(reading.text_at("instrument.id"),
                                                           reading.text_at("instrument.version"));
  return found == nullptr ? "null" : assist::instrument_json(*found);
}

std::string form_of_kind(const AssistQuestion& question) {
  const format::Kind* const kind = format::find_kind(question.subject);
  return kind == nullptr ? "null" : assist::form_json(*kind, format::load_built_in()->built_in);
}

[[noreturn]] void asks_nothing() {
  throw UsageError(
      "`cpm assist` is for programs, and answers questions about one file",
      "ask `cpm assist content FILE`, `instrument FILE`, `state FILE [-- COMMAND...]`, `form KIND`, `complete FILE OFFSET` or `hover FILE "
      "OFFSET`; OFFSET is a byte, from 0");
}

std::size_t byte_of(const std::string& word) {
  std::size_t at = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), at);
  if (error != std::errc() || end != word.data() + word.size()) asks_nothing();
  return at;
}

std::string offers_in_file(const AssistQuestion& question) {
  const std::string bytes = question.bytes();
  Surroundings around = question.around();
  return assist::offers_json(assist::offers_at(assist::Reading(bytes), byte_of(question.more.front()), around));
}

std::string hover_in_file(const AssistQuestion& question) {
  const std::string bytes = question.bytes();
  Surroundings around = question.around();
  return assist::hover_json(assist::hover_at(assist::Reading(bytes), byte_of(question.more.front()), around));
}

struct CommandAnswer {
  int status = 0;
  std::string out;
  std::string err;
};

/// Of a command over files that were read for several.
CommandAnswer answer_of(const std::vector<std::string>& words, const AssistQuestion& question, SharedReading& shared) {
  std::ostringstream out;
  std::ostringstream err;
  const Environment& around = question.environment;
  Environment environment{.files = around.files, .in = around.in, .out = out, .err = err};
  environment.variable = around.variable;
  environment.today = [&question] { return question.today; };
  environment.memory = around.memory;
  environment.shared = &shared;
  const int status = run(words, environment);
  return {.status = status, .out = out.str(), .err = err.str()};
}

/// `null` where it has none.
std::string json_of(const std::vector<std::string>& words, const AssistQuestion& question, SharedReading& shared) {
  std::string said = answer_of(words, question, shared).out;
  return said.starts_with('{') ? said : "null";
}

/// The command that is named behind the file, such as that of a report beside it.
std::string answer_beside(const AssistQuestion& question, SharedReading& shared) {
  const CommandAnswer answer = answer_of({question.more.begin(), question.more.end()}, question, shared);
  base::JsonWriter json;
  json.object().number("status", answer.status).text("out", answer.out).text("err", answer.err).end_object();
  return json.bytes();
}

/// What a page shows beside a Snapshot that somebody fills in: the findings in all files, the scores, what stands in it, and what
/// another command says. The same answers as those of the commands, for one reading of the files.
std::string state_of_snapshot(const AssistQuestion& question) {
  SharedReading shared;
  const std::string check = json_of({"check", "--format", "json"}, question, shared);
  const std::string score = json_of(
      {"score", "--explain", "--despite-errors", "--format", "json", "--", question.subject}, question, shared);
  const std::string beside = question.more.empty() ? "null" : answer_beside(question, shared);
  return fmt::format("{{\"check\":{},\"score\":{},\"content\":{},\"beside\":{}}}", check, score,
                     content_of_file(question), beside);
}

struct AssistRow {
  std::string_view word;
  std::string (*answer)(const AssistQuestion&);
  std::size_t least = 0;  ///< words behind the file: a place in it, or a command
  std::size_t most = least;
};
constexpr AssistRow kAssistRows[] = {{"content", content_of_file},    {"instrument", instrument_of_file},
                                     {"form", form_of_kind},          {"state", state_of_snapshot, 0, Operand::kAny},
                                     {"complete", offers_in_file, 1}, {"hover", hover_in_file, 1}};

constexpr Operand kAssistOperand{.name = "WHAT FILE [OFFSET]", .about = "", .least = 0, .most = Operand::kAny};
constexpr const Option* kAssistOptions[] = {&kAsOf};

}  // namespace

std::string assist_answer(const std::vector<std::string>& words, Environment& environment) {
  const Arguments arguments = read_arguments(kAssistVerb, kAssistOperand, kAssistOptions, words);
  const std::vector<std::string>& asked = arguments.operands();
  const auto is_row = [&](const AssistRow& row) {
    return asked.size() >= 2 && row.word == asked[0] && asked.size() - 2 >= row.least && asked.size() - 2 <= row.most;
  };
  const auto* const row = std::ranges::find_if(kAssistRows, is_row);
  if (row == std::end(kAssistRows)) asks_nothing();
  return row->answer({.subject = asked[1],
                      .more = std::span(asked).subspan(2),
                      .environment = environment,
                      .today = as_of(arguments, environment)}) +
         "\n";
}

}  // namespace cpm::cli
