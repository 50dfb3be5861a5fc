// `cpm score`: one page for all Snapshots asked for.
#include "cli/commands/answers.h"
#include "cli/commands/runners.h"
#include "cli/options.h"

namespace cpm::cli {

Answer run_score(const Run& run) {
  std::vector<score::Scorecard> cards;
  for (std::size_t i = 0; i < run.documents.size(); ++i) cards.push_back(scorecard_of(run, i));
  const bool explain = run.arguments.has(kExplain);
  return answer(run, report::score_page(cards, run.loaded->workspace, explain), report::score_result(cards, explain));
}

}  // namespace cpm::cli
