#pragma once
// What the figures of a Snapshot would be if some items had other scores: asked as "what if", or aimed at by a plan. And the
// items that would move their area most.
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/ratio.h"
#include "score/scorecard.h"

namespace cpm::score {

/// Scores by item id, each on the scale of the instrument.
using ItemScores = std::map<std::string, std::int64_t, std::less<>>;

/// An item whose score is supposed to be another one.
struct ItemProjection {
  const ItemScore* now = nullptr;
  std::int64_t score = 0;
};

struct AreaProjection {
  const model::Area* area = nullptr;
  Figures now;
  Figures then;
};

struct Projection {
  const model::Snapshot* snapshot = nullptr;
  const model::Instrument* instrument = nullptr;
  std::vector<ItemProjection> items;  ///< instrument order; also those that have that score already
  std::vector<AreaProjection> areas;  ///< all areas, instrument order
  Figures total_now;
  Figures total;
};

/// An item without a score gets one, so that more items count. Ids that the instrument does not have change nothing. The
/// scorecard must outlive the projection.
Projection projection(const Scorecard& card, const ItemScores& scores);

/// The sums over some items, with these scores in place of their own.
Figures projected(const std::vector<const ItemScore*>& items, const ItemScores& scores,
                  const model::Instrument& instrument);

/// `now` - `before`, exact; nothing when either has no percent.
std::optional<base::Ratio> change_of(const Figures& before, const Figures& now);

/// Items of one area that would move it equally far if one of them rose to the top value.
struct Movers {
  const model::Area* area = nullptr;
  std::int64_t score = 0;                 ///< that they all have
  base::Ratio gain = {};                  ///< of the area's share
  base::Ratio total_gain = {};            ///< of the share of all items
  std::vector<const ItemScore*> items{};  ///< instrument order
};

inline constexpr std::size_t kFewestMovers = 3;

/// Area by area, the largest gain first, until there are kFewestMovers items or no more; items with the same gain are never parted.
/// Items without a score are left out: nobody knows how far they are from the top.
std::vector<Movers> movers(const Scorecard& card);

}  // namespace cpm::score
