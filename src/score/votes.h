#pragma once
// What the votes of a team say beside the agreed scores, per area and in total: how far people agreed, where they were
// split. Counts only, never names; votes change no score.
#include <cstdint>
#include <optional>
#include <vector>

#include "score/scorecard.h"

namespace cpm::score {

/// Sums over the items with votes of a set of items.
struct VoteFigures {
  std::int64_t items = 0;      ///< with votes
  std::int64_t unanimous = 0;  ///< all votes for one value
  std::int64_t split = 0;      ///< votes for the lowest and for the highest value of the scale
  std::int64_t outside = 0;    ///< the agreed score lies outside every vote
  std::int64_t lowest = 0;     ///< lowest and highest value that got a vote; 0 without votes
  std::int64_t highest = 0;
  std::int64_t votes = 0;     ///< on items that have an agreed score
  std::int64_t agreeing = 0;  ///< of these, for the agreed score
};

struct AreaVotes {
  const model::Area* area = nullptr;
  VoteFigures figures;
};

struct TeamVotes {
  std::vector<AreaVotes> areas;  ///< all of the instrument, in its order
  VoteFigures total;
  std::vector<const ItemScore*> split;    ///< items, in the instrument's order
  std::vector<const ItemScore*> outside;  ///< items, in the instrument's order
};

TeamVotes team_votes(const Scorecard& scorecard);

/// Votes for the agreed score, of all votes, pooled like points; nothing when no item has both votes and a score.
std::optional<base::Ratio> agreement(const VoteFigures& figures);
/// The same for one item.
std::optional<base::Ratio> agreement(const ItemScore& item);

}  // namespace cpm::score
