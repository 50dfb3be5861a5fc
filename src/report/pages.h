#pragma once
// Every page and result that cpm shows, one builder each. Rounding and wording happen here; numbers come from score/.
#include <string>
#include <vector>

#include "model/workspace.h"
#include "report/document.h"
#include "report/result.h"
#include "score/compare.h"
#include "score/progress.h"
#include "score/ranking.h"

namespace cpm::report {

/// What all reports may want to know.
struct Context {
  const model::Workspace& workspace;
  const model::Document& document;             ///< the file reported on
  bool contacts = true;                        ///< false (`--no-contacts`): no names, email, phone
  std::optional<std::int64_t> benchmark = {};  ///< percent, the county's own
};

// `cpm score`
Document score_page(const std::vector<score::Scorecard>& cards, const model::Workspace& workspace, bool explain);
Result score_result(const std::vector<score::Scorecard>& cards, bool explain);
// `cpm rank`
Document rank_page(const score::Ranking& ranking, const model::Workspace& workspace);
Result rank_result(const score::Ranking& ranking);
// `cpm compare`; also `cpm report comparison`
Document comparison_page(const score::Comparison& comparison, const model::Workspace& workspace);
Result comparison_result(const score::Comparison& comparison);
// `cpm plan status`; also `cpm report status`
Document status_page(const score::Progress& progress, const Context& context);
Result status_result(const score::Progress& progress);
// `cpm report …`
Document snapshot_report(const score::Ranking& ranking, const Context& context);
Result snapshot_result(const score::Ranking& ranking);
Document plan_report(const model::Plan& plan, const Context& context);
Result plan_result(const model::Plan& plan);
Document theory_report(const model::TheoryOfChange& theory, const Context& context);
Result theory_result(const model::TheoryOfChange& theory);

}  // namespace cpm::report
