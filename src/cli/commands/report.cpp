// `cpm report …`: pages for a leadership team. Status and comparison are beside the commands that show the same.
#include "base/assert.h"
#include "cli/commands/answers.h"
#include "cli/commands/runners.h"

namespace cpm::cli {
namespace {

template <class Content>
const Content& content_of(const model::Document& document) {
  const Content* const content = model::content_as<Content>(document);
  CPM_ASSERT(content != nullptr);
  return *content;
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
  const auto& plan = content_of<model::Plan>(document);
  return answer(run, report::plan_report(plan, context_of(run, document)), report::plan_result(plan));
}

Answer run_report_theory(const Run& run) {
  const model::Document& document = *run.documents.at(0);
  const auto& theory = content_of<model::TheoryOfChange>(document);
  return answer(run, report::theory_report(theory, context_of(run, document)), report::theory_result(theory));
}

}  // namespace cpm::cli
