#pragma once
// The pages on Snapshots and what they say to machines, one after the other: score, ranking, comparison, trend, the report on a
// Snapshot, and counties beside each other. Each is built in the file of its name.
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/workspace.h"
#include "report/context.h"
#include "report/document.h"
#include "report/result.h"
#include "score/compare.h"
#include "score/ranking.h"
#include "score/region.h"
#include "score/scorecard.h"
#include "score/targets.h"
#include "score/trend.h"

namespace cpm::report {

// `cpm score`: points, percents, ranges and coverage; on request the sum item by item, to be checked by hand.

/// What is shown of one Snapshot.
struct ScoreView {
  score::Scorecard card;
  std::vector<score::PlanTargets> targets = {};   ///< of the plans that follow it
  std::optional<score::Projection> what_if = {};  ///< then it is all that is shown, besides the movers
  bool movers = false;                            ///< also the items that would move each area most
};

/// One page for all Snapshots; `explain` adds the sums and every vote.
Document score_page(const std::vector<ScoreView>& views, const model::Workspace& workspace, bool explain);
Result score_result(const std::vector<ScoreView>& views, bool explain);

// `cpm rank`: opportunities in order, why they are where they are, and how firm that order is. The Snapshot report shows the
// same tables, shorter.

Document rank_page(const score::Ranking& ranking, const model::Workspace& workspace);
Result rank_result(const score::Ranking& ranking);

/// `brief`, for a director: without ids and areas, and without "waits for" when nothing waits.
enum class RankDetail { full, brief };

/// Rank, item, area, score, gap, importance, feasibility, value, how firm, what has to come first.
Table judged_table(const score::Ranking& ranking, RankDetail detail);
Table unjudged_table(const score::Ranking& ranking, RankDetail detail);
/// What the columns mean, with the weights used.
List ranking_terms(const score::Ranking& ranking);

// `cpm compare` and `cpm report comparison`: two Snapshots on the items that are the same question in both. The trend over
// more Snapshots shows its changes in the same groups and words.

/// `targets`: of the plans that follow the earlier Snapshot.
Document comparison_page(const score::Comparison& comparison, const model::Workspace& workspace,
                         PlansTargets targets = {});
Result comparison_result(const score::Comparison& comparison, PlansTargets targets = {});

inline constexpr std::string_view kTotalOfCommonItems = "Total of common items";

/// How the items of one kind of change are shown; a group without items is left out.
struct ChangeGroup {
  score::Change change;
  std::string_view title;
  std::string_view caption;
  std::string_view key;  ///< in the result
};

/// In the order of the pages.
std::span<const ChangeGroup> change_groups();

/// "+5.0", or "not comparable".
Cell change_cell(const score::Figures& before, const score::Figures& now);
/// "rose from 50.0% to 55.0%, up 5.0 points"
std::string movement_text(const score::Figures& before, const score::Figures& now);
/// "6 items went up, 2 went down and 30 stayed the same"
std::string counts_text(std::size_t up, std::size_t down, std::size_t same);

/// The areas and the total of two Snapshots as rings and disks on lines, with marks for what plans aimed at.
Chart shift_chart(const score::Comparison& comparison, PlansTargets targets = {});
/// Change of the total, items up and down.
KeyFigures change_figures(const score::Comparison& comparison);

// `cpm compare` over more than two Snapshots: percents by area and date, on the items that are the same question in all.

/// `targets`: of the plans that follow one of the Snapshots, with what the last one says of them.
Document trend_page(const score::Trend& trend, const model::Workspace& workspace, PlansTargets targets = {});
Result trend_result(const score::Trend& trend, PlansTargets targets = {});

// `cpm report snapshot`: the main report. It stands alone for a reader who was not in the room, in the order of the form:
// the answer, score, strengths, opportunities, votes, priorities with reasons, what is not answered, who took part, what
// the terms mean.

Document snapshot_report(const score::Ranking& ranking, const Context& context);
/// Score, ranking, analysis and priorities, with ids instead of titles.
Result snapshot_result(const score::Ranking& ranking, PlansTargets targets = {});

/// The analysis of the Snapshot; an empty one when the file has none.
model::Analysis analysis_of(const model::Snapshot& snapshot);

// `cpm region`: counties beside each other. The answer first, then one section per instrument, support asked for, and what
// is not shown.

/// `picture`: the name of the heat map written beside the page; empty when there is none.
Document region_page(const score::Region& region, const model::Workspace& workspace, const std::string& picture);
/// The table of counties and areas as a picture, one grid per instrument.
Chart region_heat_map(const score::Region& region, const model::Workspace& workspace);

Result region_result(const score::Region& region, const model::Workspace& workspace);
/// The keys of the records under the result's `rows`.
std::vector<std::string> region_columns();

}  // namespace cpm::report
