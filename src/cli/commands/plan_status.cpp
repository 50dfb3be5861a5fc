// `cpm plan status` and `cpm report status`: where plans stand at a date. Several plans share one page.
#include "base/assert.h"
#include "cli/commands/answers.h"
#include "cli/commands/runners.h"
#include "report/parts.h"

namespace cpm::cli {
Answer run_plan_status(const Run& run) {
  std::vector<report::Document> pages;
  report::Result::List results;
  for (const model::Document* document : run.documents) {
    const auto* plan = model::content_as<model::Plan>(*document);
    CPM_ASSERT(plan != nullptr);
    const score::Progress progress = score::progress(*plan, run.as_of);
    pages.push_back(report::status_page(progress, context_of(run, *document)));
    results.push_back(report::status_result(progress));
  }
  if (pages.size() == 1) return answer(run, std::move(pages.front()), std::move(results.front()));
  report::Document joined{.title = "Status of " + std::to_string(pages.size()) + " plans", .blocks = {}};
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const std::string title = pages[i].title + ": " + run.documents[i]->path;
    report::append_part(joined, std::move(pages[i]), title);
  }
  return answer(run, std::move(joined), std::move(results));
}

Answer run_report_status(const Run& run) {
  return run_plan_status(run);
}

}  // namespace cpm::cli
