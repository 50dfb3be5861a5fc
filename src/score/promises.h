#pragma once
// The first due date of each step: what was promised, before dates were moved or the step was carried on to the next plan.
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "base/timeframe.h"
#include "model/plan.h"

namespace cpm::score {

/// A plan as its file says it, or as git has it from an earlier day.
struct PlanVersion {
  const model::Plan* plan = nullptr;
  std::size_t file = 0;  ///< versions of one file have one number
  bool past = false;     ///< not what the file says now
};

struct Promise {
  const model::Step* step = nullptr;              ///< as the last version has it that has the step
  const model::Plan* plan = nullptr;              ///< that version
  std::size_t version = 0;                        ///< its place among the versions
  std::size_t file = 0;                           ///< of that version
  std::optional<base::Timeframe> first_due = {};  ///< of the first version that gives one
};

/// One entry for each step of the versions, which come oldest first, those of one file next to each other. Two versions speak of
/// the same step
/// - in one file: when its id and the statement of its objective are the same, else when its action is the same;
/// - in two files: when its action is the same, unless the older file says that it is done: then the newer one repeats it,
///   except where it has the same `done_on`. Ids do not count there, as each plan begins with `s1` again.
/// Texts are the same by their words: case and spaces do not count.
std::vector<Promise> promises(std::span<const PlanVersion> versions);

}  // namespace cpm::score
