// `cpm report …`: pages for a leadership team. Status and comparison are beside the commands that show the same.
#include "cli/commands/answers.h"
#include "cli/commands/runners.h"
#include "cli/exit.h"
#include "cli/findings.h"
#include "cli/options.h"

namespace cpm::cli {
namespace {

/// The newest final Snapshot of a repository that can be scored, or nullptr.
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

}  // namespace

Answer run_report_snapshot(const Run& run) {
  const score::Scorecard card = scorecard_of(run, 0);
  const score::Ranking ranking = score::ranking(card, {});
  return answer(run, report::snapshot_report(ranking, context_of(run, *run.documents[0])),
                report::snapshot_result(ranking));
}

Answer run_report_plan(const Run& run) {
  const model::Document& document = *run.documents.at(0);
  const auto& plan = model::content_of<model::Plan>(document);
  return answer(run, report::plan_report(plan, context_of(run, document)), report::plan_result(plan, run.as_of));
}

Answer run_report_theory(const Run& run) {
  const model::Document& document = *run.documents.at(0);
  const auto& theory = model::content_of<model::TheoryOfChange>(document);
  return answer(run, report::theory_report(theory, context_of(run, document)), report::theory_result(theory));
}

Answer run_report_logic_model(const Run& run) {
  const report::Context context = context_of(run, *run.documents.at(0));
  const auto& model = model::content_of<model::LogicModel>(context.document);
  return answer(run, report::logic_model_report(model, context), report::logic_model_result(model, context));
}

Answer run_report_roadmap(const Run& run) {
  const report::Context context = context_of(run, *run.documents.at(0));
  const auto& roadmap = model::content_of<model::Roadmap>(context.document);
  return answer(run, report::roadmap_report(roadmap, context), report::roadmap_result(roadmap, context));
}

Answer run_report_fidelity(const Run& run) {
  std::vector<report::Context> contexts;
  for (const model::Document* document : run.documents) contexts.push_back(context_of(run, *document));
  return answer(run, report::fidelity_report(contexts), report::fidelity_result(contexts));
}

Answer run_report_handover(const Run& run) {
  const model::Document& document = *run.documents.at(0);
  const score::Progress progress = score::progress(model::content_of<model::Plan>(document), run.as_of);
  const model::Document* const newest = newest_final_snapshot(run, document.home);
  std::optional<score::Scorecard> card;
  if (newest != nullptr) card = score::scorecard(model::content_of<model::Snapshot>(*newest), *newest->instrument);
  const score::Scorecard* const shown = card ? &*card : nullptr;
  return answer(run, report::handover_report(progress, shown, context_of(run, document)),
                report::handover_result(progress, shown));
}

Answer run_report_sip(const Run& run) {
  const model::Document& document = *run.documents.at(0);
  const report::DateRange range{.from = day_of(kFromDay, run.arguments), .to = day_of(kToDay, run.arguments)};
  if (range.from && range.to && *range.to < *range.from)
    throw UsageError("`--to` lies before `--from`", "give the earlier day with `--from`");
  const score::Progress progress = score::progress(model::content_of<model::Plan>(document), run.as_of);
  return answer(run, report::sip_report(progress, range, context_of(run, document)),
                report::sip_result(progress, range));
}

}  // namespace cpm::cli
