// `cpm compare` and `cpm report comparison`: two Snapshots or more, the oldest first.
#include "cli/commands/answers.h"
#include "cli/commands/runners.h"
#include "cli/exit.h"
#include "report/wording.h"

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

/// "From 40.2 % to 34.9 %" is only true of one county.
void require_one_county(const Run& run, const std::vector<score::Scorecard>& cards) {
  const auto name = [&run](const score::Scorecard& card) {
    return report::county_text(run.loaded->workspace, card.snapshot->county);
  };
  for (const score::Scorecard& card : cards)
    if (*card.snapshot->county != *cards.front().snapshot->county)
      throw UsageError("the Snapshots are of different counties, " + name(cards.front()) + " and " + name(card) +
                           ", and what differs between counties is no change over time",
                       "name Snapshots of one county; `cpm region DIR...` shows counties beside each other");
}

}  // namespace

Answer run_compare(const Run& run) {
  std::vector<score::Scorecard> cards;
  for (std::size_t i = 0; i < run.documents.size(); ++i) cards.push_back(scorecard_of(run, i));
  require_one_county(run, cards);
  return cards.size() == 2 ? two_compared(run, cards[0], cards[1]) : all_compared(run, cards);
}

Answer run_report_comparison(const Run& run) {
  return run_compare(run);
}

}  // namespace cpm::cli
