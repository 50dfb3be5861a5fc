#include "score/progress.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <string_view>

#include "score/dependencies.h"
#include "score/workload.h"

namespace cpm::score {

namespace {

/// Figures of 15 digits with different places need more than 64 bits while they are subtracted.
__extension__ using Wide = __int128;

/// Steps of `after` that are not done. A step that is closed waits for nothing.
std::vector<const model::Step*> waits_for(const model::Step& step, const model::Plan& plan) {
  std::vector<const model::Step*> result;
  if (!is_open(step)) return result;
  for (const model::LocatedText& id : step.after) {
    const model::Step* first = model::find_step(plan, *id);
    if (first != nullptr && first != &step && *first->status != model::StepStatus::done) result.push_back(first);
  }
  return result;
}

void set_lateness(StepProgress& step, base::Date as_of) {
  if (!step.next_date || !is_open(*step.step)) return;
  const int days_left = base::days_between(as_of, step.next_date->last);
  step.overdue = days_left < 0;
  step.upcoming = days_left >= 0 && days_left <= kUpcomingDays;
  if (step.overdue) step.days_late = -days_left;
}

/// A step of a plan that has been replaced: nothing is asked of it any more.
void let_rest(StepProgress& step) {
  step.overdue = step.upcoming = false;
  step.days_late = 0;
  step.monitoring.reset();
  step.waits_for.clear();
}

StepProgress step_progress(const model::Step& step, const model::Plan& plan, const Schedule& schedule,
                           base::Date as_of) {
  StepProgress result;
  result.step = &step;
  result.objective = model::find_objective(plan, step.objective.value);
  if (result.objective != nullptr) result.priority = model::find_priority(plan, result.objective->priority.value);
  result.next_date = schedule.next(step);
  if (is_open(step)) result.monitoring = schedule.monitoring(step);
  result.waits_for = waits_for(step, plan);
  set_lateness(result, as_of);
  return result;
}

void add(Group& group, const StepProgress& step) {
  group.counts[static_cast<std::size_t>(*step.step->status)] += 1;
  group.overdue += step.overdue ? 1 : 0;
  group.upcoming += step.upcoming ? 1 : 0;
  group.steps += 1;
}

/// The group with this label, made when it is not there yet.
Group& group_of(std::vector<Group>& groups, const std::string& label) {
  const auto found = std::find_if(groups.begin(), groups.end(),
                                  [&label](const Group& group) { return group.label == label; });
  if (found != groups.end()) return *found;
  Group& made = groups.emplace_back();
  made.label = label;
  return made;
}

/// Every priority has its group, also one without steps: that there is none yet is worth seeing.
std::vector<Group> groups_by_priority(const Progress& progress) {
  std::vector<Group> groups;
  for (const model::PlanPriority& priority : progress.plan->priorities) {
    Group& group = groups.emplace_back();
    group.id = priority.id.value;
    group.label = priority.title.value;
    for (const StepProgress& step : progress.steps)
      if (step.priority == &priority) add(group, step);
  }
  return groups;
}

/// Every area that a priority names, for the same reason.
std::vector<Group> groups_by_area(const Progress& progress) {
  std::vector<Group> groups;
  for (const model::PlanPriority& priority : progress.plan->priorities)
    if (priority.area) group_of(groups, *priority.area).id = *priority.area;
  for (const StepProgress& step : progress.steps)
    if (step.priority != nullptr && step.priority->area) add(group_of(groups, *step.priority->area), step);
  return groups;
}

/// By name; steps that nobody is responsible for come last.
std::vector<Group> groups_by_responsible(const Progress& progress) {
  std::vector<Group> groups;
  for (const StepProgress& step : progress.steps) add(group_of(groups, responsible_text(*step.step, false)), step);
  std::sort(groups.begin(), groups.end(), [](const Group& a, const Group& b) {
    if (a.label.empty() || b.label.empty()) return !a.label.empty();
    return a.label < b.label;
  });
  return groups;
}

Wide scaled(base::Decimal number, int places) {
  Wide units = number.units;
  for (int have = number.places; have < places; ++have) units *= 10;
  return units;
}

Wide common_divisor(Wide a, Wide b) {
  while (b != 0) {
    const Wide rest = a % b;
    a = b;
    b = rest;
  }
  return a < 0 ? -a : a;
}

/// In lowest terms; nothing when even these cannot be worked with, which no figure of a plan comes near.
std::optional<base::Ratio> lowest_terms(Wide numerator, Wide denominator) {
  constexpr Wide kMost = std::numeric_limits<std::int64_t>::max() / 10'000;  // room for percents with a decimal
  const Wide divisor = common_divisor(numerator, denominator) * (denominator < 0 ? -1 : 1);
  numerator /= divisor;
  denominator /= divisor;
  if (numerator > kMost || numerator < -kMost || denominator > kMost) return std::nullopt;
  return base::Ratio{.numerator = static_cast<std::int64_t>(numerator),
                     .denominator = static_cast<std::int64_t>(denominator)};
}

/// Nothing either when target and baseline are equal: there is no way to go, so no share of it.
std::optional<base::Ratio> share_reached(const model::Indicator& indicator, const model::LocatedDecimal& current) {
  if (!indicator.baseline || !indicator.target || !current) return std::nullopt;
  const int places = std::max({indicator.baseline->places, indicator.target->places, current->places});
  const Wide start = scaled(*indicator.baseline, places);
  const Wide distance = scaled(*indicator.target, places) - start;
  if (distance == 0) return std::nullopt;
  return lowest_terms(scaled(*current, places) - start, distance);
}

void add_indicators(Progress& progress) {
  for (const model::Objective& objective : progress.plan->objectives) {
    if (!objective.indicator) continue;
    const model::LocatedDecimal current = latest(*objective.indicator, progress.as_of);
    progress.indicators.push_back(IndicatorProgress{
        .objective = &objective, .current = current, .share = share_reached(*objective.indicator, current)});
  }
}

}  // namespace

const model::Measured* newest_figure(const std::vector<model::Measured>& series, base::Date as_of) {
  const model::Measured* newest = nullptr;
  for (const model::Measured& figure : series) {
    if (!figure.date || !figure.value || *figure.date > as_of) continue;
    if (newest == nullptr || *newest->date <= *figure.date) newest = &figure;
  }
  return newest;
}

model::LocatedDecimal latest(const model::Indicator& indicator, base::Date as_of) {
  if (indicator.current) return indicator.current;
  const model::Measured* const newest = newest_figure(indicator.series, as_of);
  return newest == nullptr ? model::LocatedDecimal{} : newest->value;
}

Progress progress(const model::Plan& plan, base::Date as_of, const model::Plan* replaced_by) {
  Progress result;
  result.plan = &plan;
  result.as_of = as_of;
  result.replaced_by = replaced_by;
  const Schedule schedule(plan, as_of);
  Group all;
  for (const model::Step& step : plan.steps) {
    result.steps.push_back(step_progress(step, plan, schedule, as_of));
    if (replaced_by != nullptr) let_rest(result.steps.back());
    if (replaced_by != nullptr && is_open(step)) ++result.left_out;
    add(all, result.steps.back());
  }
  result.counts = all.counts;
  result.overdue = all.overdue;
  result.upcoming = all.upcoming;
  result.by_priority = groups_by_priority(result);
  result.by_area = groups_by_area(result);
  result.by_responsible = groups_by_responsible(result);
  add_indicators(result);
  if (replaced_by != nullptr) return result;
  result.load = workload(plan, schedule);
  result.unowned = without_owner(plan);
  result.chain = longest_chain(plan, schedule);
  return result;
}

bool is_open(const model::Step& step) {
  return *step.status != model::StepStatus::done && *step.status != model::StepStatus::dropped;
}

std::string responsible_text(const model::Step& step, bool with_name) {
  if (!step.responsible) return {};
  const model::Responsible& who = *step.responsible;
  const std::string part = who.role ? *who.role : who.team.value;
  if (!with_name || !who.name) return part;
  return part.empty() ? *who.name : part + " (" + *who.name + ")";
}

}  // namespace cpm::score
