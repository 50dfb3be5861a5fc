#pragma once
// Who has how much to do, and when: open steps by responsible and by the month of their next date.
#include <vector>

#include "score/progress.h"

namespace cpm::score {

/// By name, nobody last; only those with open steps, their own or of others that they take part in.
std::vector<Load> workload(const model::Plan& plan, const Schedule& schedule);

/// Open steps that no role, team or person is responsible for, in plan order.
std::vector<const model::Step*> without_owner(const model::Plan& plan);

}  // namespace cpm::score
