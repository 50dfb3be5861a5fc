#pragma once
// Blocks about the score of one Snapshot that several pages show: who and when, points by area, answers by area, what
// is not answered, where votes were split.
#include <string>
#include <vector>

#include "report/document.h"
#include "report/wording.h"
#include "score/scorecard.h"

namespace cpm::report {

/// "as kept by git at HEAD~1"; for a Snapshot read at a revision.
std::string revision_text(const score::Scorecard& card);
/// "Snapshot of March 15, 2026", with the instrument and the status.
Facts snapshot_facts(const score::Scorecard& card, const model::Workspace& workspace);
/// "11 of 20 possible points, 55.0 %", and the range in words when answers are open.
std::string total_sentence(const score::Scorecard& card);
/// Area, points, percent, coverage, and the range when answers are open; the pooled total last.
Table area_table(const score::Scorecard& card, AreaNames& names);
/// How many items of each area stand at each value of the scale, are not answered, do not apply.
Table distribution_table(const score::Scorecard& card);
/// How the total comes about, and what the range says when there is one.
Paragraph total_note(const score::Scorecard& card);

std::vector<const score::ItemScore*> without_score(const score::Scorecard& card);
/// Why an item has no score: the rating's own note, else the reason under `incomplete`; nullptr when neither is there.
const model::LocatedText* reason_given(const score::ItemScore& item, const model::Snapshot& snapshot);
/// Item, area, answer, and the note or reason given.
Table without_score_table(const score::Scorecard& card);
std::vector<const score::ItemScore*> split_votes(const score::Scorecard& card);

}  // namespace cpm::report
