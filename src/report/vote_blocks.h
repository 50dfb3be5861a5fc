#pragma once
// Blocks about the votes of a team: by area, where they were split, where the agreed score lies outside them. Counts and
// roles only: who voted how is in no file.
#include <vector>

#include "report/document.h"
#include "report/result.h"
#include "score/votes.h"

namespace cpm::report {

/// What the votes say in a sentence or two; what they do not change.
std::vector<Block> vote_blocks(const score::Scorecard& card);
/// Every item with votes: agreed score, votes, agreement, range.
Table vote_table(const score::Scorecard& card);
/// by area and in total: items, agreement, unanimous, split, outside; then the items split and outside by id.
Result team_votes_result(const score::Scorecard& card);

}  // namespace cpm::report
