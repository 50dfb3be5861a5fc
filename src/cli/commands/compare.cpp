// `cpm compare` and `cpm report comparison`: two Snapshots or more, the oldest first.
#include "cli/commands/answers.h"
#include "cli/commands/runners.h"

namespace cpm::cli {
namespace {

Answer two_compared(const Run& run, const score::Scorecard& before, const score::Scorecard& now) {
  const score::Comparison comparison = score::compare(before, now);
  return answer(run, report::comparison_page(comparison, run.loaded->workspace), report::comparison_result(comparison));
}

Answer all_compared(const Run& run, const std::vector<score::Scorecard>& cards) {
  std::vector<const score::Scorecard*> pointers;
  for (const score::Scorecard& card : cards) pointers.push_back(&card);
  const score::Trend trend = score::trend(pointers);
  return answer(run, report::trend_page(trend, run.loaded->workspace), report::trend_result(trend));
}

}  // namespace

Answer run_compare(const Run& run) {
  std::vector<score::Scorecard> cards;
  for (std::size_t i = 0; i < run.documents.size(); ++i) cards.push_back(scorecard_of(run, i));
  return cards.size() == 2 ? two_compared(run, cards[0], cards[1]) : all_compared(run, cards);
}

Answer run_report_comparison(const Run& run) {
  return run_compare(run);
}

}  // namespace cpm::cli
