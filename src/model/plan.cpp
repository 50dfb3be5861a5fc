#include "model/plan.h"

#include "model/find.h"

namespace cpm::model {

const PlanPriority* find_priority(const Plan& plan, std::string_view id) {
  return find_by_id(plan.priorities, id);
}
const Objective* find_objective(const Plan& plan, std::string_view id) {
  return find_by_id(plan.objectives, id);
}
const Step* find_step(const Plan& plan, std::string_view id) {
  return find_by_id(plan.steps, id);
}

}  // namespace cpm::model
