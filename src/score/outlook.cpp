#include "score/outlook.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "score/progress.h"

namespace cpm::score {
namespace {

/// A step that counts.
struct Late {
  std::string area;
  int days = 0;
  bool ended = false;
  bool moved = false;
};

std::string area_of(const model::Plan& plan, const model::LocatedText& objective_id) {
  const model::Objective* const objective = model::find_objective(plan, objective_id.value);
  if (objective == nullptr) return {};
  const model::PlanPriority* const priority = model::find_priority(plan, objective->priority.value);
  return priority == nullptr ? std::string() : priority->area.value;
}

bool is_later(const model::Plan& plan, base::Date day) {
  return plan.date && *plan.date > day;
}

/// Up to the day of the next plan: an older one is not kept up.
base::Date kept_up_until(const model::Plan& plan, std::span<const PlanVersion> versions, base::Date as_of) {
  base::Date until = as_of;
  if (!plan.date) return until;
  for (const PlanVersion& version : versions)
    if (!version.past && is_later(*version.plan, *plan.date)) until = std::min(until, *version.plan->date);
  return until;
}

std::optional<Late> late(const Promise& promise, std::span<const PlanVersion> versions, base::Date as_of) {
  const model::Step& step = *promise.step;
  if (!promise.first_due || *step.status == model::StepStatus::dropped) return std::nullopt;
  const base::Date due = promise.first_due->last;
  Late found{.area = area_of(*promise.plan, step.objective)};
  found.moved = step.due && step.due->last > due;
  if (*step.status == model::StepStatus::done) {
    if (!step.done_on) return std::nullopt;
    found.ended = *step.done_on <= as_of;
  }
  found.days = base::days_between(due, found.ended ? *step.done_on : kept_up_until(*promise.plan, versions, as_of));
  if (!found.ended && found.days <= 0) return std::nullopt;
  return found;
}

int at_quarter(const std::vector<int>& sorted, std::size_t quarters) {
  return sorted[(quarters * sorted.size() + 3) / 4 - 1];
}

/// Of one area, or of all when it is empty; nothing when too few have ended.
std::optional<Lateness> lateness_of(const std::vector<Late>& all, const std::string& area) {
  Lateness result{.area = area};
  std::vector<int> days;
  for (const Late& one : all) {
    if (!area.empty() && one.area != area) continue;
    days.push_back(one.days);
    ++(one.ended ? result.ended : result.overdue);
    if (one.moved) ++result.moved;
  }
  if (result.ended < kFewestEnded) return std::nullopt;
  std::ranges::sort(days);
  result.first_quartile = at_quarter(days, 1);
  result.median = at_quarter(days, 2);
  result.third_quartile = at_quarter(days, 3);
  return result;
}

/// Of a step with a due date that is open.
EndRange range_of(const model::Step& step, base::Date first_due, const Lateness& lateness, base::Date as_of) {
  EndRange range{.planned = *step.due};
  range.from = std::max(as_of, base::add_days(first_due, lateness.first_quartile));
  base::Date to = base::add_days(first_due, lateness.third_quartile);
  if (range.planned.last > first_due) to = std::max(to, range.planned.last);
  if (to >= as_of) range.to = to;
  return range;
}

/// Of two that end on one day the sharper one is later.
bool ends_before(const base::Timeframe& one, const base::Timeframe& other) {
  return std::pair(one.last, one.first) < std::pair(other.last, other.first);
}

void add_range(std::optional<EndRange>& all, const EndRange& one) {
  if (!all) {
    all = one;
    return;
  }
  all->planned = std::max(all->planned, one.planned, ends_before);
  all->from = std::max(all->from, one.from);
  if (all->to && one.to)
    all->to = std::max(*all->to, *one.to);
  else
    all->to.reset();
}

using FirstDates = std::unordered_map<const model::Step*, base::Date>;

ObjectiveOutlook look_at(const model::Objective& objective, const model::Plan& plan, const FirstDates& first,
                         const Lateness& lateness, base::Date as_of) {
  ObjectiveOutlook result{.objective = &objective};
  for (const model::Step& step : plan.steps) {
    if (!is_open(step) || step.objective.value != objective.id.value) continue;
    ++result.open;
    if (!step.due) {
      ++result.undated;
      continue;
    }
    const auto known = first.find(&step);
    add_range(result.range, range_of(step, known == first.end() ? step.due->last : known->second, lateness, as_of));
  }
  return result;
}

std::size_t index_of(std::vector<Lateness>& used, const Lateness& one) {
  const auto found = std::ranges::find(used, one.area, &Lateness::area);
  const auto index = static_cast<std::size_t>(found - used.begin());
  if (found == used.end()) used.push_back(one);
  return index;
}

}  // namespace

std::optional<Outlook> outlook(const model::Plan& plan, std::span<const PlanVersion> versions, base::Date as_of) {
  std::vector<PlanVersion> known(versions.begin(), versions.end());
  std::erase_if(known, [&](const PlanVersion& one) { return one.plan != &plan && is_later(*one.plan, as_of); });
  std::vector<Late> steps;
  FirstDates first;
  for (const Promise& promise : promises(known)) {
    if (promise.first_due) first[promise.step] = promise.first_due->last;
    if (known[promise.version].past) continue;  // the file does not have the step any more
    if (const std::optional<Late> one = late(promise, known, as_of)) steps.push_back(*one);
  }
  const std::optional<Lateness> all = lateness_of(steps, {});
  if (!all) return std::nullopt;
  Outlook result;
  for (const model::Objective& objective : plan.objectives) {
    const std::string area = area_of(plan, objective.id);
    const std::optional<Lateness> own = area.empty() ? std::nullopt : lateness_of(steps, area);
    ObjectiveOutlook one = look_at(objective, plan, first, own ? *own : *all, as_of);
    if (one.open == 0) continue;
    one.lateness = index_of(result.lateness, own ? *own : *all);
    result.objectives.push_back(one);
  }
  const bool says = std::ranges::any_of(result.objectives, [](const auto& one) { return one.range.has_value(); });
  return says ? std::optional(std::move(result)) : std::nullopt;
}

}  // namespace cpm::score
