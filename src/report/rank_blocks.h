#pragma once
// Tables of opportunities in order, shared by `cpm rank` and the Snapshot report.
#include <string>

#include "report/document.h"
#include "report/wording.h"
#include "score/ranking.h"

namespace cpm::report {

/// `brief`, for a director: without ids and areas, and without "waits for" when nothing waits.
enum class RankDetail { full, brief };

/// Rank, item, area, score, gap, importance, feasibility, value, how robust, what has to come first.
Table judged_table(const score::Ranking& ranking, RankDetail detail);
Table unjudged_table(const score::Ranking& ranking, RankDetail detail);
/// What value and "holds" mean, with the weights used.
List ranking_terms(const score::Ranking& ranking);
/// "in 198 of 231"
std::string holds_text(const score::Opportunity& opportunity);
/// "83.3", of 100.
std::string value_text(const score::Opportunity& opportunity);

}  // namespace cpm::report
