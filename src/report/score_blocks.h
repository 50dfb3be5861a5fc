#pragma once
// What several pages show of one Snapshot's score: who and when, points and answers by area, what has no score, how the
// team voted. Votes are counts only: who voted how is in no file.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "report/page.h"
#include "report/result.h"
#include "report/wording.h"
#include "score/votes.h"

namespace cpm::report {

inline constexpr std::string_view kTotalOfItems = "Total of all items";

/// "git revision HEAD~1"; for a Snapshot read at a revision.
std::string revision_text(const score::Scorecard& card);
/// "Alder County (example), March 12, 2026"
std::string snapshot_name(const score::Scorecard& card, const model::Workspace& workspace);
/// County, date, instrument, status, and the revision where there is one.
Facts snapshot_facts(const score::Scorecard& card, const model::Workspace& workspace);
/// "11 of 20 possible points, 55.0%", and the range in words when answers are open.
std::string total_sentence(const score::Scorecard& card);

/// Area, points, percent, coverage, and the range when answers are open; the pooled total last.
Table area_table(const score::Scorecard& card, AreaNames& names);
/// The same as bars.
Chart area_chart(const score::Scorecard& card, const std::optional<std::int64_t>& benchmark = {});
/// How the total comes about, and what the range says when there is one.
std::string total_note(const score::Scorecard& card);
/// How many items of each area are at each value of the scale, are not answered, do not apply.
Table distribution_table(const score::Scorecard& card);
/// The same as divided bars.
Chart distribution_chart(const score::Scorecard& card);
/// Percent, points, items scored.
KeyFigures score_figures(const score::Scorecard& card);

std::vector<const score::ItemScore*> without_score(const score::Scorecard& card);
/// Why an item has no score: the rating's own note, else the reason under `incomplete`; nullptr when neither is there.
const model::LocatedText* reason_given(const score::ItemScore& item, const model::Snapshot& snapshot);
/// Item, area, answer, and the note or reason given.
Table without_score_table(const score::Scorecard& card);

std::vector<const score::ItemScore*> split_votes(const score::Scorecard& card);
/// What the votes say, by area and on items that were split or agreed outside the votes.
void add_team_votes(Page& page, const score::Scorecard& card);
/// Every item with votes: agreed score, votes, agreement, range.
Table vote_table(const score::Scorecard& card);
/// by area and in total: items, agreement, unanimous, split, outside; then the items split and outside by id.
Result team_votes_result(const score::Scorecard& card);

}  // namespace cpm::report
