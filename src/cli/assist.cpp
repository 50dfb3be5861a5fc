#include "cli/assist.h"

#include <algorithm>
#include <charconv>
#include <sstream>

#include <fmt/format.h>

#include "assist/complete.h"
#include "assist/content.h"
#include "assist/form.h"
#include "assist/hover.h"
#include "assist/instrument.h"
#include "cli/commands.h"
#include "cli/exit.h"
#include "cli/options.h"
#include "cli/surroundings.h"
#include "format/kinds.h"
#include "format/memory.h"

namespace cpm::cli {
namespace {

struct AssistQuestion {
  const std::string& subject;  ///< the file, or the kind
  std::size_t at = 0;          ///< byte of the cursor
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

std::string offers_in_file(const AssistQuestion& question) {
  const std::string bytes = question.bytes();
  Surroundings around = question.around();
  return assist::offers_json(assist::offers_at(assist::Reading(bytes), question.at, around));
}

std::string hover_in_file(const AssistQuestion& question) {
  const std::string bytes = question.bytes();
  Surroundings around = question.around();
  return assist::hover_json(assist::hover_at(assist::Reading(bytes), question.at, around));
}

/// The answer of a command over files that were read for several; `null` where it has none.
std::string answer_of(const std::vector<std::string>& words, const AssistQuestion& question, SharedReading& shared) {
  std::ostringstream out;
  std::ostringstream err;
  const Environment& around = question.environment;
  Environment environment{.files = around.files, .in = around.in, .out = out, .err = err};
  environment.variable = around.variable;
  environment.today = [&question] { return question.today; };
  environment.memory = around.memory;
  environment.shared = &shared;
  run(words, environment);
  std::string said = out.str();
  return said.starts_with('{') ? said : "null";
}

/// What a page shows beside a Snapshot that somebody fills in: the findings in all files, the scores, and what stands in it. The same
/// answers as those of three commands, for one reading of the files.
std::string state_of_snapshot(const AssistQuestion& question) {
  SharedReading shared;
  const std::string check = answer_of({"check", "--format", "json"}, question, shared);
  const std::string score = answer_of(
      {"score", "--explain", "--despite-errors", "--format", "json", "--", question.subject}, question, shared);
  return fmt::format("{{\"check\":{},\"score\":{},\"content\":{}}}", check, score, content_of_file(question));
}

struct AssistRow {
  std::string_view word;
  std::string (*answer)(const AssistQuestion&);
  bool at_byte = false;  ///< a place in the file is named behind it
};
constexpr AssistRow kAssistRows[] = {{"content", content_of_file},       {"instrument", instrument_of_file},
                                     {"state", state_of_snapshot},       {"form", form_of_kind},
                                     {"complete", offers_in_file, true}, {"hover", hover_in_file, true}};

constexpr Operand kAssistOperand{.name = "WHAT FILE [OFFSET]", .about = "", .least = 0, .most = Operand::kAny};
constexpr const Option* kAssistOptions[] = {&kAsOf};

[[noreturn]] void asks_nothing() {
  throw UsageError(
      "`cpm assist` is for programs, and answers questions about one file",
      "ask `cpm assist content FILE`, `instrument FILE`, `state FILE`, `form KIND`, `complete FILE OFFSET` or `hover FILE "
      "OFFSET`; OFFSET is a byte, from 0");
}

std::size_t byte_of(const std::string& word) {
  std::size_t at = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), at);
  if (error != std::errc() || end != word.data() + word.size()) asks_nothing();
  return at;
}

}  // namespace

std::string assist_answer(const std::vector<std::string>& words, Environment& environment) {
  const Arguments arguments = read_arguments(kAssistVerb, kAssistOperand, kAssistOptions, words);
  const std::vector<std::string>& asked = arguments.operands();
  const auto is_row = [&](const AssistRow& row) {
    return !asked.empty() && row.word == asked[0] && asked.size() == (row.at_byte ? 3U : 2U);
  };
  const auto* const row = std::ranges::find_if(kAssistRows, is_row);
  if (row == std::end(kAssistRows)) asks_nothing();
  return row->answer({.subject = asked[1],
                      .at = row->at_byte ? byte_of(asked[2]) : 0,
                      .environment = environment,
                      .today = as_of(arguments, environment)}) +
         "\n";
}

}  // namespace cpm::cli
