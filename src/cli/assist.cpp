#include "cli/assist.h"

#include <algorithm>

#include "assist/content.h"
#include "assist/form.h"
#include "assist/instrument.h"
#include "cli/commands.h"
#include "cli/exit.h"
#include "format/kinds.h"
#include "format/link.h"
#include "format/load.h"

namespace cpm::cli {
namespace {

struct AssistQuestion {
  const std::string& subject;  ///< the file, or the kind
  const Environment& environment;
};

std::string content_of_file(const AssistQuestion& question) {
  const yaml::Limits limits;
  const diag::SourceFile file(question.subject, question.environment.files.read(question.subject, limits.bytes).bytes);
  return assist::content_json(file, limits);
}

/// Also one that has errors, and of a Snapshot that has some.
const model::Instrument* instrument_of(const format::Loaded& loaded, const std::string& path) {
  const model::Document* const document = format::find_document(loaded.workspace, path);
  const auto* const snapshot = document == nullptr ? nullptr : model::content_as<model::Snapshot>(*document);
  if (snapshot == nullptr || !snapshot->instrument.id) return nullptr;
  const model::Document* holder = nullptr;
  return format::find_instrument(loaded.workspace, document->home, snapshot->instrument, &holder);
}

std::string instrument_of_file(const AssistQuestion& question) {
  if (question.environment.files.kind(question.subject) != base::EntryKind::file) return "null";
  const auto loaded = format::load(question.environment.files, {.paths = {question.subject}, .kinds = kKindsOfFigures});
  const model::Instrument* const found = instrument_of(*loaded, question.subject);
  return found == nullptr ? "null" : assist::instrument_json(*found);
}

std::string form_of_kind(const AssistQuestion& question) {
  const format::Kind* const kind = format::find_kind(question.subject);
  return kind == nullptr ? "null" : assist::form_json(*kind, format::load_built_in()->built_in);
}

struct AssistRow {
  std::string_view word;
  std::string (*answer)(const AssistQuestion&);
};
constexpr AssistRow kAssistRows[] = {
    {"content", content_of_file}, {"instrument", instrument_of_file}, {"form", form_of_kind}};

}  // namespace

std::string assist_answer(const std::vector<std::string>& words, const Environment& environment) {
  const auto* const row = words.size() == 2 ? std::ranges::find(kAssistRows, words[0], &AssistRow::word)
                                            : std::end(kAssistRows);
  if (row == std::end(kAssistRows))
    throw UsageError("`cpm assist` is for programs", "ask `cpm assist content FILE`, `instrument FILE` or `form KIND`");
  return row->answer({.subject = words[1], .environment = environment}) + "\n";
}

}  // namespace cpm::cli
