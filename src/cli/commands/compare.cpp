// `cpm compare` and `cpm report comparison`: two Snapshots, the older one first.
#include "cli/commands/answers.h"
#include "cli/commands/runners.h"

namespace cpm::cli {

Answer run_compare(const Run& run) {
  const score::Scorecard before = scorecard_of(run, 0);
  const score::Scorecard now = scorecard_of(run, 1);
  const score::Comparison comparison = score::compare(before, now);
  return answer(run, report::comparison_page(comparison, run.loaded->workspace), report::comparison_result(comparison));
}

Answer run_report_comparison(const Run& run) {
  return run_compare(run);
}

}  // namespace cpm::cli
