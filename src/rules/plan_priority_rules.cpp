// Priorities and objectives of a plan: how many, what serves them, how success will be seen.
#include <map>
#include <unordered_set>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "rules/activity_words.h"
#include "rules/rule_table.h"
#include "rules/words.h"
#include "score/progress.h"

namespace cpm::rules {
namespace {

using diag::Diagnostics;
using model::Objective;
using model::Plan;
using model::PlanPriority;

constexpr std::size_t kFewestPlanPriorities = 3;
constexpr std::size_t kMostPlanPriorities = 5;
constexpr std::size_t kRoom = 12;  // lines for priorities on the plan form
constexpr std::size_t kRoomPerArea = 3;

void check_count(const Plan& plan, const Subject&, Diagnostics& findings) {
  const std::size_t count = plan.priorities.size();
  if (count == 0 || count > kRoom || (count >= kFewestPlanPriorities && count <= kMostPlanPriorities)) return;
  // The first one too many, or the last of too few.
  const PlanPriority& place = plan.priorities[count > kMostPlanPriorities ? kMostPlanPriorities : count - 1];
  findings.add(
      {.code = 503,
       .message = fmt::format("this plan has {}; 3 to 5 are usual", base::counted(count, "priority", "priorities")),
       .span = place_of(place.id, place.title, place.span),
       .help = count > kMostPlanPriorities ? "combine some, or put some off to the next plan"
                                           : "take another one over from the Snapshot, if there is more to do"});
}

void check_room(const Plan& plan, const Subject&, Diagnostics& findings) {
  const std::size_t count = plan.priorities.size();
  if (count <= kRoom) return;
  const PlanPriority& place = plan.priorities[kRoom];
  findings.add({.code = 504,
                .message = fmt::format(
                    "this plan has {} priorities; the plan form has room for 12, and 3 to 5 are usual", count),
                .span = place_of(place.id, place.title, place.span),
                .help = "put the others off to the next plan"});
}

void check_objectives(const Plan& plan, const Subject&, Diagnostics& findings) {
  std::unordered_set<std::string_view> served;
  for (const Objective& objective : plan.objectives) served.insert(*objective.priority);
  for (const PlanPriority& priority : plan.priorities) {
    if (served.count(*priority.id) > 0) continue;
    findings.add(
        {.code = 505,
         .message = name_of(priority) + " has no objective",
         .span = place_of(priority.id, priority.title, priority.span),
         .help = fmt::format("add an objective with `priority: {}` that says what will be different", *priority.id),
         .item = *priority.id});
  }
}

void check_steps(const Plan& plan, const Subject&, Diagnostics& findings) {
  std::unordered_set<std::string_view> served;
  for (const model::Step& step : plan.steps) served.insert(*step.objective);
  for (const Objective& objective : plan.objectives) {
    if (served.count(*objective.id) > 0) continue;
    findings.add({.code = 506,
                  .message = name_of(objective) + " has no step",
                  .span = place_of(objective.id, objective.statement, objective.span),
                  .help = fmt::format("add a step with `objective: {}`", *objective.id),
                  .item = *objective.id});
  }
}

void check_origin(const Plan& plan, const Subject&, Diagnostics& findings) {
  if (!plan.snapshot) return;
  for (const PlanPriority& priority : plan.priorities) {
    if (priority.from_snapshot.given || priority.reason.given) continue;
    findings.add({.code = 514,
                  .message = name_of(priority) + " neither comes from the Snapshot nor gives a reason",
                  .span = place_of(priority.id, priority.title, priority.span),
                  .help = "add `from_snapshot` with the id of the Snapshot's priority, or `reason`",
                  .item = *priority.id});
  }
}

void check_areas(const Plan& plan, const Subject&, Diagnostics& findings) {
  if (plan.priorities.size() > kRoom) return;  // too many in all: one finding is enough
  std::map<std::string_view, std::vector<const PlanPriority*>> by_area;
  for (const PlanPriority& priority : plan.priorities)
    if (priority.area.given) by_area[*priority.area].push_back(&priority);
  for (const auto& [area, priorities] : by_area) {
    if (priorities.size() <= kRoomPerArea) continue;
    const PlanPriority& fourth = *priorities[kRoomPerArea];
    findings.add({.code = 517,
                  .message = fmt::format("area {} has {} priorities; the plan form has room for three", quoted(area),
                                         priorities.size()),
                  .span = fourth.area.span,
                  .labels = {{priorities.front()->area.span, "the first of them"}},
                  .help = "combine two of them, or put one off to the next plan",
                  .item = *fourth.id});
  }
}

void check_wording(const Plan& plan, const Subject&, Diagnostics& findings) {
  for (const Objective& objective : plan.objectives) {
    const std::optional<std::string> activity = leading_activity(*objective.statement);
    if (!activity) continue;
    findings.add(
        {.code = 515,
         .message = fmt::format("{} reads like an activity: it starts with {}", name_of(objective), quoted(*activity)),
         .span = objective.statement.span,
         .help = "say what will be different afterwards, and make the activity a step",
         .item = *objective.id});
  }
}

void check_indicator(const Plan& plan, const Subject&, Diagnostics& findings) {
  for (const Objective& objective : plan.objectives) {
    if (objective.indicator) continue;
    findings.add({.code = 527,
                  .message = name_of(objective) + " has no indicator",
                  .span = place_of(objective.id, objective.statement, objective.span),
                  .help = "add `indicator` with `text`, `baseline` and `target`, if there is something to count",
                  .item = *objective.id});
  }
}

void check_change(const Plan& plan, const Subject&, Diagnostics& findings) {
  for (const Objective& objective : plan.objectives) {
    if (!objective.indicator || !objective.indicator->baseline.given || !objective.indicator->target.given) continue;
    const model::Indicator& indicator = *objective.indicator;
    if (base::to_ratio(*indicator.baseline) != base::to_ratio(*indicator.target)) continue;
    findings.add({.code = 523,
                  .message = fmt::format("the indicator of {} has the same baseline and target, {}", name_of(objective),
                                         quoted(base::to_text(*indicator.target))),
                  .span = indicator.target.span,
                  .labels = {{indicator.baseline.span, "the baseline"}},
                  .help = "correct one of them; to keep a level, leave `target` out",
                  .item = *objective.id});
  }
}

void check_current(const Plan& plan, const Subject& subject, Diagnostics& findings) {
  for (const Objective& objective : plan.objectives) {
    if (!objective.indicator || !objective.indicator->current.given) continue;
    const model::LocatedDecimal& current = objective.indicator->current;
    const model::Measured* const newest = score::newest_figure(objective.indicator->series, subject.workspace.as_of);
    if (newest == nullptr || base::to_ratio(*newest->value) == base::to_ratio(*current)) continue;
    findings.add({.code = 531,
                  .message = fmt::format("the indicator of {} is at {} by `current`, and at {} on {}",
                                         name_of(objective), quoted(base::to_text(*current)),
                                         quoted(base::to_text(*newest->value)), base::to_text(*newest->date)),
                  .span = current.span,
                  .labels = {{newest->value.span, "the newest dated figure"}},
                  .help = "leave `current` out, or add it to `series` with its date",
                  .item = *objective.id});
  }
}

constexpr Rule kPlanPriorityRules[] = {
    {"plan: number of priorities", kCodes<503>, on<Plan, check_count>},
    {"plan: room for priorities", kCodes<504>, on<Plan, check_room>},
    {"plan: objectives of priorities", kCodes<505>, on<Plan, check_objectives>},
    {"plan: steps of objectives", kCodes<506>, on<Plan, check_steps>},
    {"plan: origin of priorities", kCodes<514>, on<Plan, check_origin>},
    {"plan: wording of objectives", kCodes<515>, on<Plan, check_wording>},
    {"plan: room for an area", kCodes<517>, on<Plan, check_areas>},
    {"plan: change of indicators", kCodes<523>, on<Plan, check_change>},
    {"plan: indicators of objectives", kCodes<527>, on<Plan, check_indicator>},
    {"plan: current figures of indicators", kCodes<531>, on<Plan, check_current>},
};

}  // namespace

std::span<const Rule> plan_priority_rules() {
  return kPlanPriorityRules;
}

}  // namespace cpm::rules
