// `cpm plan status` and `cpm report status`: where plans stand at a date. Several plans share one page.
#include <algorithm>
#include <iterator>

#include "base/assert.h"
#include "cli/commands/answers.h"
#include "cli/commands/runners.h"

namespace cpm::cli {
namespace {

constexpr int kDeepest = 4;

/// The page below a heading of its own, as a part of a page on several plans.
std::vector<report::Block> part_of_page(report::Document page, const std::string& path) {
  std::vector<report::Block> blocks = {report::Heading{.level = 2, .text = page.title + ": " + path}};
  for (report::Block& block : page.blocks) {
    if (auto* heading = std::get_if<report::Heading>(&block)) heading->level = std::min(heading->level + 1, kDeepest);
    blocks.push_back(std::move(block));
  }
  return blocks;
}

}  // namespace

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
  for (std::size_t i = 0; i < pages.size(); ++i)
    std::ranges::move(part_of_page(std::move(pages[i]), run.documents[i]->path), std::back_inserter(joined.blocks));
  return answer(run, std::move(joined), std::move(results));
}

Answer run_report_status(const Run& run) {
  return run_plan_status(run);
}

}  // namespace cpm::cli
