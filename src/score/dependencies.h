#pragma once
// Which open steps of a plan wait for each other: the longest row of them says how long the plan takes at the least.
#include <vector>

#include "model/plan.h"
#include "score/schedule.h"

namespace cpm::score {

/// The longest row of open steps of which each is `after` the one before; the longest by number of steps, then that with
/// the latest date, then the first in the plan. Empty when no open step waits for another. Steps in a circle and those
/// behind it are left out: they have no first one.
std::vector<const model::Step*> longest_chain(const model::Plan& plan, const Schedule& schedule);

}  // namespace cpm::score
