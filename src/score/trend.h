#pragma once
// Any number of Snapshots on the items that are the same question in all of them: `compare`, chained from each to the
// next (domain.md section 9).
#include <cstddef>
#include <vector>

#include "score/compare.h"

namespace cpm::score {

struct TrendItem {
  std::vector<const ItemScore*> scores;  ///< one per Snapshot, the oldest first; never nullptr
  Change change = Change::unrated;       ///< from the first to the last
};

/// An area of the newest instrument on common items, at each date.
struct TrendArea {
  const model::Area* area = nullptr;
  std::vector<Figures> figures;
};

struct Trend {
  std::vector<const Scorecard*> cards;  ///< the oldest first
  bool same_instrument = false;         ///< same id and version in all
  std::vector<TrendItem> items;         ///< common to all, in the newest instrument's order
  std::vector<TrendArea> areas;         ///< areas with at least one common item
  std::vector<Figures> total;           ///< of all common items, at each date
};

/// The scorecards in the order of their dates, at least one; they must outlive the trend. An item is common when it can be
/// followed from each Snapshot to the next: a question that one of them does not ask is left out.
Trend trend(const std::vector<const Scorecard*>& cards);

std::size_t count(const Trend& trend, Change change);

}  // namespace cpm::score
