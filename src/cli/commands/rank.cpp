// `cpm rank`: the opportunities of one Snapshot in order.
#include "cli/commands/answers.h"
#include "cli/commands/runners.h"
#include "cli/options.h"

namespace cpm::cli {

Answer run_rank(const Run& run) {
  const score::Scorecard card = scorecard_of(run, 0);
  const score::Ranking ranking = score::ranking(card, ranking_options(run.arguments));
  return answer(run, report::rank_page(ranking, run.loaded->workspace), report::rank_result(ranking));
}

}  // namespace cpm::cli
