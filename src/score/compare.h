#pragma once
// Two Snapshots on the items that are the same question in both (product.md section 5, domain.md section 9).
#include <cstddef>
#include <vector>

#include "score/scorecard.h"

namespace cpm::score {

enum class Change { up, down, same, newly_rated, no_longer_rated, unrated };

struct ItemChange {
  const ItemScore* before = nullptr;
  const ItemScore* now = nullptr;
  Change change = Change::unrated;
};

/// An area of the newer instrument on common items, at both dates.
struct AreaChange {
  const model::Area* area = nullptr;
  Figures before;
  Figures now;
};

struct Comparison {
  const Scorecard* before = nullptr;
  const Scorecard* now = nullptr;
  bool same_instrument = false;   ///< same id and version
  std::vector<ItemChange> items;  ///< common items, in the newer instrument's order
  std::vector<AreaChange> areas;  ///< areas with at least one common item
  Figures total_before;
  Figures total_now;
  std::vector<const ItemScore*> added;    ///< only in the newer instrument, or reworded
  std::vector<const ItemScore*> removed;  ///< only in the older one, or reworded
};

/// An item is common when both have its id and the same `revision`, in versions of one instrument, or when the newer
/// says `same_as` the older; no older item is matched twice. The scorecards must outlive the comparison.
Comparison compare(const Scorecard& before, const Scorecard& now);

/// From an earlier answer to a later one, each with the top value of its scale: another instrument may have another
/// scale, so shares of the top are compared.
Change change_between(const ItemScore& before, std::int64_t top_before, const ItemScore& now, std::int64_t top_now);

std::size_t count(const Comparison& comparison, Change change);

}  // namespace cpm::score
