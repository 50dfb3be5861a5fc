#pragma once
// Opportunities in order, why, and how robust that order is (product.md section 5). Advice: the team decides.
#include <cstddef>
#include <cstdint>
#include <vector>

#include "score/scorecard.h"

namespace cpm::score {

/// Whole numbers from 0 to kMostWeight, not all 0.
struct Weights {
  std::int64_t gap = 1;
  std::int64_t importance = 1;
  std::int64_t feasibility = 1;
};

/// Larger weights say nothing that smaller ones cannot, and would leave the range of exact sums.
inline constexpr std::int64_t kMostWeight = 1'000'000;

bool usable(const Weights& weights);

/// The weightings tried for robustness: whole numbers ≥ 0 that add up to 20.
inline constexpr std::int64_t kWeightingSum = 20;
inline constexpr int kWeightings = 231;

struct RankingOptions {
  Weights weights;
  std::size_t top = 5;  ///< "among the first N"
};

/// A scored item below the top value.
struct Opportunity {
  const ItemScore* item = nullptr;
  base::Ratio gap;              ///< (w − score) / w
  std::int64_t importance = 0;  ///< 1 to 3; 0 when not judged
  std::int64_t feasibility = 0;
  bool judged = false;  ///< both importance and feasibility are there
  base::Ratio value;    ///< 0 to 1; shown 0 to 100
  int rank = 0;         ///< from 1, the same for equal values: 1, 1, 3; 0 when not judged
  bool shared = false;  ///< another one has the same rank
  // Weightings, of 231, with which it is among the first N. What only a tie-break decides lies between the two.
  int holds = 0;                              ///< for certain: its value is above the N+1st
  int holds_at_most = 0;                      ///< or perhaps: its value is not below the Nth
  std::vector<const model::Item*> waits_for;  ///< `builds_on` items that are not at the top value
};

struct Ranking {
  const Scorecard* scorecard = nullptr;
  RankingOptions options;
  /// By value; equal ones by gap, importance, lower area percent, instrument order, which makes no rank of its own.
  std::vector<Opportunity> judged;
  std::vector<Opportunity> unjudged;  ///< gap, instrument order
};

/// The weights must be usable. The scorecard must outlive the ranking.
Ranking ranking(const Scorecard& scorecard, const RankingOptions& options);

}  // namespace cpm::score
