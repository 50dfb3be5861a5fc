#include "cli/commands/answers.h"

#include <optional>
#include <utility>

#include "base/assert.h"
#include "cli/git_file.h"
#include "cli/options.h"

namespace cpm::cli {

Answer answer(const Run& run, report::Document page, report::Result result) {
  Answer answer;
  answer.outcome.command = schema_word(run.command.name);
  answer.outcome.page = std::move(page);
  answer.outcome.result = std::move(result);
  return answer;
}

Answer raw_answer(const Run& run, std::string text) {
  Answer answer;
  answer.outcome.command = schema_word(run.command.name);
  answer.outcome.raw = std::move(text);
  return answer;
}

score::Scorecard scorecard_of(const Run& run, std::size_t index) {
  const model::Document& document = *run.documents.at(index);
  const auto* snapshot = model::content_as<model::Snapshot>(document);
  CPM_ASSERT(snapshot != nullptr && document.instrument != nullptr);
  score::Scorecard card = score::scorecard(*snapshot, *document.instrument);
  if (document.past)
    if (std::optional<VersionName> version = version_name(document.path, run.environment.files))
      card.revision = std::move(version->revision);
  return card;
}

report::Context context_of(const Run& run, const model::Document& document) {
  const model::Repository* repository = run.loaded->workspace.homes.at(document.home).repository;
  report::Context context{.workspace = run.loaded->workspace, .document = document};
  context.contacts = !run.arguments.has(kNoContacts);
  if (repository == nullptr || !repository->reports) return context;
  const model::ReportSettings& settings = *repository->reports;
  if (settings.contacts) context.contacts = context.contacts && *settings.contacts;
  if (settings.benchmark) context.benchmark = *settings.benchmark;
  return context;
}

}  // namespace cpm::cli
