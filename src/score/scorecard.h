#pragma once
// Points, possible points, percents and ranges of a Snapshot, per area and in total (product.md section 5, domain.md
// section 9). Whole numbers and ratios only; every figure knows the ratings it came from.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/ratio.h"
#include "model/instrument.h"
#include "model/snapshot.h"

namespace cpm::score {

enum class Answer { scored, missing, dont_know, not_applicable };

/// What the votes say beside the agreed score. They never change it.
struct Votes {
  std::int64_t voters = 0;    ///< 0: no votes recorded
  std::int64_t agreeing = 0;  ///< votes for the agreed score
  std::int64_t lowest = 0;    ///< lowest and highest value that got a vote
  std::int64_t highest = 0;
  bool split = false;    ///< both the lowest and the highest value of the scale got votes
  bool outside = false;  ///< the agreed score lies outside every vote
};

struct ItemScore {
  const model::Item* item = nullptr;
  const model::Area* area = nullptr;
  const model::Keyed<model::Rating>* rating = nullptr;  ///< nullptr: the file does not list the item
  Answer answer = Answer::missing;
  std::int64_t score = 0;  ///< 0 unless scored
  Votes votes;
};

/// Sums over a set of items. All percents are derived from them.
struct Figures {
  std::int64_t points = 0;
  std::int64_t possible = 0;  ///< top value × scored items
  std::int64_t top = 0;       ///< w
  std::int64_t items = 0;
  std::int64_t scored = 0;
  std::int64_t missing = 0;
  std::int64_t dont_know = 0;
  std::int64_t not_applicable = 0;
  std::vector<std::int64_t> distribution;  ///< number of items per scale value, in scale order
};

/// points / possible; nothing when no item is scored.
std::optional<base::Ratio> share(const Figures& figures);
/// The share if every missing answer were the lowest / the top value; nothing when no item applies.
std::optional<base::Ratio> lowest_share(const Figures& figures);
std::optional<base::Ratio> highest_share(const Figures& figures);
/// Items that apply: all less those not applicable. Coverage is `scored` of these.
std::int64_t applicable(const Figures& figures);

struct AreaScore {
  const model::Area* area = nullptr;
  Figures figures;
};

struct Scorecard {
  const model::Snapshot* snapshot = nullptr;
  const model::Instrument* instrument = nullptr;
  std::int64_t top = 0;
  std::vector<ItemScore> items;  ///< instrument order
  std::vector<AreaScore> areas;  ///< instrument order
  Figures total;                 ///< pools all items; not the mean of the areas
  std::string revision = {};     ///< at which git keeps the Snapshot; empty: the file as it is
};

Scorecard scorecard(const model::Snapshot& snapshot, const model::Instrument& instrument);

/// The sums over some items of a scorecard.
Figures figures(const std::vector<const ItemScore*>& items, const model::Instrument& instrument);

/// Is the share at or above a benchmark in percent? Compared exactly, before any rounding.
bool meets(const base::Ratio& share, std::int64_t benchmark_percent);

/// How many people voted for a value of the scale.
std::int64_t votes_for(const ItemScore& item, std::int64_t value);

const ItemScore* find_item(const Scorecard& scorecard, std::string_view id);

}  // namespace cpm::score
