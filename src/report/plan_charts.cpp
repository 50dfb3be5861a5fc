#include "report/plan_charts.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "base/text.h"
#include "report/plan_words.h"

namespace cpm::report {

namespace {

/// In the order of model::StepStatus.
constexpr std::array<BarLook, score::kStatuses> kLooks = {BarLook::planned, BarLook::active, BarLook::done,
                                                          BarLook::late, BarLook::dropped};

std::string state_text(const score::StepProgress& progress) {
  const model::Step& step = *progress.step;
  std::string text = step.status ? std::string(status_text(*step.status)) : "status not given";
  if (step.done_on) text += " on " + base::to_text(*step.done_on);
  if (progress.overdue) text += ", " + counted(progress.days_late, "day") + " overdue";
  for (const auto& [word, date] :
       {std::pair{"start ", &step.start}, std::pair{"due ", &step.due}, std::pair{"monitoring ", &step.monitor_on}})
    if (*date) text += std::string("; ") + word + base::to_text(**date);
  return text;
}

std::optional<base::Date> day_of(const model::LocatedDate& date) {
  if (!date) return {};
  return *date;
}

GanttStep step_of(const score::StepProgress& progress) {
  const model::Step& step = *progress.step;
  BarLook look = kLooks[static_cast<std::size_t>(*step.status)];
  if (progress.overdue) look = BarLook::late;
  return GanttStep{.label = step_name(step),
                   .state = state_text(progress),
                   .look = look,
                   .start = day_of(step.start),
                   .due = day_of(step.due),
                   .monitor_on = day_of(step.monitor_on)};
}

/// The steps of each objective, in plan order; steps whose objective is not known stand last.
std::vector<GanttGroup> groups_of(const score::Progress& progress) {
  std::vector<GanttGroup> groups;
  for (const model::Objective& objective : progress.plan->objectives) {
    GanttGroup group{.label = objective_name(objective), .steps = {}};
    for (const score::StepProgress& step : progress.steps)
      if (step.objective == &objective) group.steps.push_back(step_of(step));
    if (!group.steps.empty()) groups.push_back(std::move(group));
  }
  return groups;
}

/// From the first day to the last of the horizon and of all steps; nothing when there is no day, or only one.
bool set_days(Gantt& gantt, const model::Plan& plan) {
  std::vector<base::Date> days;
  const auto add = [&days](const std::optional<base::Date>& day) {
    if (day) days.push_back(*day);
  };
  for (const GanttGroup& group : gantt.groups)
    for (const GanttStep& step : group.steps)
      for (const auto* day : {&step.start, &step.due, &step.monitor_on}) add(*day);
  if (days.empty()) return false;
  add(day_of(plan.horizon.start));
  add(day_of(plan.horizon.reassess));
  gantt.first = *std::min_element(days.begin(), days.end());
  gantt.last = *std::max_element(days.begin(), days.end());
  return gantt.first < gantt.last;
}

std::size_t count_of(const score::Progress& progress, model::StepStatus status) {
  return progress.counts[static_cast<std::size_t>(status)];
}

}  // namespace

std::optional<Chart> steps_chart(const score::Progress& progress) {
  Gantt gantt{.as_of = progress.as_of, .groups = groups_of(progress)};
  if (!set_days(gantt, *progress.plan)) return {};
  std::string text = "A bar for each step from its start to its due date, from " + base::written_out(gantt.first) +
                     " to " + base::written_out(gantt.last) +
                     ", below the objective it belongs to; a diamond on the monitoring date";
  if (gantt.first <= progress.as_of && progress.as_of <= gantt.last)
    text += "; an upright line on " + base::written_out(progress.as_of);
  text += ". " + base::counted(count_of(progress, model::StepStatus::done), "step") + " done, " +
          std::to_string(progress.overdue) + " overdue, of " + std::to_string(progress.steps.size()) +
          ". The tables of the steps have the same dates.";
  return Chart{
      .name = "steps", .title = "Action steps over time", .description = std::move(text), .shape = std::move(gantt)};
}

Line series_line(std::string label, const std::vector<model::Measured>& series, const model::LocatedText& unit,
                 const model::LocatedDecimal& target, base::Date as_of) {
  Line line{.label = std::move(label), .points = {}};
  // "pages: 1", since the unit has one form for all figures; but "40 %".
  const bool in_front = unit && !unit->empty() && std::isalpha(static_cast<unsigned char>(unit->front())) != 0;
  if (in_front) line.unit = *unit;
  const auto shown = [&](const model::LocatedDecimal& figure) {
    return in_front ? base::to_text(*figure) : figure_cell(figure, unit).text;
  };
  for (const model::Measured& figure : series)
    if (figure.date && figure.value && *figure.date <= as_of)
      line.points.push_back(
          {.date = *figure.date, .value = base::to_ratio(*figure.value), .text = shown(figure.value)});
  std::stable_sort(line.points.begin(), line.points.end(),
                   [](const LinePoint& a, const LinePoint& b) { return a.date < b.date; });
  if (target) line.target = LineTarget{.value = base::to_ratio(*target), .text = shown(target)};
  return line;
}

std::optional<Chart> indicators_chart(const score::Progress& progress) {
  LineChart chart;
  for (const score::IndicatorProgress& one : progress.indicators) {
    if (!one.objective->indicator) continue;
    const model::Indicator& indicator = *one.objective->indicator;
    Line line = series_line(text_or(indicator.text, objective_name(*one.objective)), indicator.series, indicator.unit,
                            indicator.target, progress.as_of);
    if (line.points.size() > 1) chart.lines.push_back(std::move(line));
  }
  if (chart.lines.empty()) return {};
  return Chart{.name = "indicators",
               .title = "Figures of the indicators over time",
               .description = lines_in_words(chart),
               .shape = std::move(chart)};
}

KeyFigures standing_figures(const score::Progress& progress) {
  const std::string of_all = " of " + std::to_string(progress.steps.size());
  return KeyFigures{
      {{std::to_string(count_of(progress, model::StepStatus::done)) + of_all, "steps are done"},
       {std::to_string(progress.overdue), "overdue"},
       {std::to_string(progress.upcoming), "come up in the next " + std::to_string(score::kUpcomingDays) + " days"}}};
}

std::string lines_in_words(const LineChart& chart) {
  std::vector<std::string> words;
  const auto said = [](const LinePoint& point) { return point.text + " on " + base::to_text(point.date); };
  for (const Line& line : chart.lines)
    words.push_back(line.label + (line.unit.empty() ? "" : " (" + line.unit + ")") + ": " + said(line.points.front()) +
                    ", " + said(line.points.back()) + (line.target ? ", target " + line.target->text : ""));
  return "A line for each in a field of its own, first and last figure: " + names_joined(words) +
         ". A dashed line is the target.";
}

}  // namespace cpm::report
