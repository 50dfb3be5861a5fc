#include "cli/commands/answers.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/assert.h"
#include "base/text.h"
#include "cli/exit.h"
#include "cli/findings.h"
#include "cli/inputs.h"
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

const model::Document* newest_final_snapshot(const Run& run, std::size_t home) {
  const model::Document* newest = nullptr;
  const auto date = [](const model::Document& document) { return *model::content_of<model::Snapshot>(document).date; };
  for (const model::Document* document : model::documents_of<model::Snapshot>(run.loaded->workspace)) {
    const bool fits = document->home == home && document->instrument != nullptr &&
                      *model::content_of<model::Snapshot>(*document).status == model::DocumentStatus::final &&
                      !is_broken(*document, *run.loaded, false);
    if (fits && (newest == nullptr || date(*document) >= date(*newest))) newest = document;
  }
  return newest;
}

namespace {

bool follows_a_sound_one(const Run& run, const model::Document& plan) {
  return plan.snapshot != nullptr && !is_broken(*plan.snapshot, *run.loaded, false);
}

std::vector<score::PlanTargets> targets_with(const model::Document& plan, const model::Document* later) {
  std::vector<score::PlanTargets> found;
  if (auto targets = score::plan_targets(plan, later)) found.push_back(std::move(*targets));
  return found;
}

}  // namespace

std::vector<score::PlanTargets> targets_of(const Run& run, const model::Document& plan) {
  if (!follows_a_sound_one(run, plan)) return {};
  return targets_with(plan, nullptr);
}

std::vector<score::PlanTargets> results_of(const Run& run, const model::Document& plan) {
  if (!follows_a_sound_one(run, plan)) return {};
  const auto fits = [&run](const model::Document& document) { return !is_broken(document, *run.loaded, false); };
  return targets_with(plan, score::newest_after(*plan.snapshot, run.loaded->workspace, fits));
}

std::vector<score::PlanTargets> targets_on(const Run& run, const model::Document& snapshot,
                                           const model::Document* later) {
  std::vector<score::PlanTargets> found;
  const auto date = [](const model::Document& document) { return *model::content_of<model::Snapshot>(document).date; };
  if (later != nullptr && date(*later) <= date(snapshot)) return found;
  for (const model::Document* plan : model::documents_of<model::Plan>(run.loaded->workspace)) {
    if (plan->snapshot != &snapshot || is_broken(*plan, *run.loaded, false)) continue;
    std::optional<score::PlanTargets> targets = score::plan_targets(*plan, later);
    if (targets && (later == nullptr || targets->later)) found.push_back(std::move(*targets));
  }
  return found;
}

void add_remarks_on_targets(const Run& run, const model::Document& snapshot, Answer& answer) {
  for (const model::Document* plan : model::documents_of<model::Plan>(run.loaded->workspace)) {
    if (plan->snapshot != &snapshot || !is_broken(*plan, *run.loaded, false)) continue;
    const auto aims = [](const model::PlanPriority& priority) { return !priority.targets.empty(); };
    if (std::ranges::any_of(model::content_of<model::Plan>(*plan).priorities, aims))
      answer.remarks.push_back(base::ticked(plan->path) +
                               " has errors, so its target scores are not shown; see `cpm check`");
  }
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

namespace {

constexpr std::string_view kExample = "example";

/// By its FIPS code, with or without the zero in front, or as "Yolo County".
const model::County* named_otherwise(const std::string& words, const model::Counties& counties) {
  for (const model::County& county : counties.counties)
    for (const std::string& name : {*county.fips, county.fips->substr(1), base::lower(*county.name + " county")})
      if (base::lower(words) == name) return &county;
  return nullptr;
}

}  // namespace

void check_county(const std::string& county, const model::Counties& counties) {
  if (county == kExample || county.starts_with(fmt::format("{}-", kExample)) || model::find_county(counties, county))
    return;
  std::vector<std::string> known;
  for (const model::County& row : counties.counties) known.push_back(row.id.value);
  std::string message = fmt::format("there is no county `{}` in California", base::visible(county));
  std::optional<std::string> meant = base::nearest(county, std::span<const std::string>(known));
  if (const model::County* const named = named_otherwise(county, counties)) meant = *named->id;
  if (meant) message += fmt::format("; did you mean `{}`?", *meant);
  throw UsageError(message, "`cpm list counties` names all 58; `example` stands for a fictional one");
}

const format::Kind& known_kind(const std::string& word) {
  if (const format::Kind* kind = format::find_kind(word)) return *kind;
  std::vector<std::string> words;
  for (const format::Kind& kind : format::kinds()) words.emplace_back(kind.word);
  unknown_word("kind of file", word, words);
}

}  // namespace cpm::cli
