#include "report/plan_blocks.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <utility>

#include "report/result_fields.h"

namespace cpm::report {

namespace {

std::string label_in(const model::Instrument& instrument, std::string_view area_id) {
  const model::Area* area = model::find_area(instrument, area_id);
  return area == nullptr ? std::string() : area_name(*area);
}

/// Sentences of the plan serve as names here: in headings, rows and lists.
std::string without_full_stop(std::string text) {
  if (text.size() > 1 && text.ends_with('.') && !text.ends_with("..")) text.pop_back();
  return text;
}

std::size_t count_of(const score::Progress& progress, model::StepStatus status) {
  return progress.counts[static_cast<std::size_t>(status)];
}

/// "2026-04: 1; 2026-05: 2; no date: 1"
std::string load_by_month(const score::Load& load) {
  std::vector<std::string> parts;
  for (const score::MonthLoad& month : load.months)
    parts.push_back(fmt::format("{}: {}", base::to_text(month.month / std::chrono::day(1)).substr(0, 7), month.steps));
  if (load.undated > 0) parts.push_back("no date: " + std::to_string(load.undated));
  return names_joined(parts);
}

// Steps over time

BarLook look_of(const score::StepProgress& progress) {
  if (progress.overdue) return BarLook::late;
  switch (*progress.step->status) {
    case model::StepStatus::not_started:
      return BarLook::planned;
    case model::StepStatus::in_progress:
      return BarLook::active;
    case model::StepStatus::done:
      return BarLook::done;
    case model::StepStatus::delayed:
      return BarLook::late;
    case model::StepStatus::dropped:
      return BarLook::dropped;
  }
  return BarLook::planned;
}

/// "monitoring 2026-02-14, every quarter": the next date, where the diamond is.
std::string monitoring_words(const score::StepProgress& progress) {
  const model::Step& step = *progress.step;
  const bool repeats = progress.monitoring && progress.monitoring->next;
  if (!repeats && !step.monitor_on) return {};
  const base::Timeframe& date = repeats ? *progress.monitoring->next : *step.monitor_on;
  const std::string rhythm = repeats ? fmt::format(", {}", model::word(*step.monitor_every)) : std::string();
  return fmt::format("; monitoring {}{}", timeframe_text(date), rhythm);
}

/// "delayed, 12 days overdue; start 2026-02-01; due 2026-04-30"
std::string state_text(const score::StepProgress& progress) {
  const model::Step& step = *progress.step;
  std::string text = step.status ? std::string(model::word(*step.status)) : "status not given";
  if (step.done_on) text += " on " + base::to_text(*step.done_on);
  if (progress.overdue) text += ", " + counted(progress.days_late, "day") + " overdue";
  for (const auto& [word, date] : {std::pair{"start", &step.start}, std::pair{"due", &step.due}})
    if (*date) text += fmt::format("; {} {}", word, timeframe_text(**date));
  return text + monitoring_words(progress);
}

std::optional<base::Date> day_of(const model::LocatedDate& date) {
  if (!date) return {};
  return *date;
}

std::optional<base::Date> last_day_of(const model::LocatedTimeframe& timeframe) {
  if (!timeframe) return {};
  return timeframe->last;
}

/// Of monitoring that repeats, the next date.
std::optional<base::Date> monitoring_day(const score::StepProgress& progress) {
  if (progress.monitoring && progress.monitoring->next) return progress.monitoring->next->last;
  return last_day_of(progress.step->monitor_on);
}

GanttStep gantt_step(const score::StepProgress& progress) {
  const model::Step& step = *progress.step;
  return GanttStep{.label = step_name(step),
                   .state = state_text(progress),
                   .look = look_of(progress),
                   .start = step.start ? std::optional{step.start->first} : std::nullopt,
                   .due = last_day_of(step.due),
                   .monitor_on = monitoring_day(progress)};
}

/// The steps of each objective, in plan order.
std::vector<GanttGroup> gantt_groups(const score::Progress& progress) {
  std::vector<GanttGroup> groups;
  for (const model::Objective& objective : progress.plan->objectives) {
    GanttGroup group{.label = objective_name(objective), .steps = {}};
    for (const score::StepProgress& step : progress.steps)
      if (step.objective == &objective) group.steps.push_back(gantt_step(step));
    if (!group.steps.empty()) groups.push_back(std::move(group));
  }
  return groups;
}

/// From the first day to the last of the horizon and of all steps; false when there is no day, or only one.
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

// Figures over time

bool is_shown(const model::Measured& figure, base::Date as_of) {
  return figure.date && figure.value && *figure.date <= as_of;
}

Cell change_since(const model::Measured* before, const model::Measured& figure) {
  if (before == nullptr) return text_cell("first figure");
  const base::Tenths change = base::tenths(base::to_ratio(*figure.value) - base::to_ratio(*before->value), 1);
  return Cell{.text = base::to_signed_text(change), .number = change};
}

std::string line_in_words(const Line& line) {
  const auto said = [](const LinePoint& point) {
    return fmt::format("{} on {}", point.text, base::to_text(point.date));
  };
  return fmt::format("{}{}: {}, {}{}", line.label, line.unit.empty() ? "" : " (" + line.unit + ")",
                     said(line.points.front()), said(line.points.back()),
                     line.target ? ", target " + line.target->text : "");
}

}  // namespace

std::string area_label(const Context& context, std::string_view area_id) {
  const model::Document* snapshot = context.document.snapshot;
  std::string label;
  if (snapshot != nullptr && snapshot->instrument != nullptr) label = label_in(*snapshot->instrument, area_id);
  if (label.empty() && context.workspace.built_in != nullptr)
    for (const model::Instrument& instrument : context.workspace.built_in->instruments)
      if (label.empty()) label = label_in(instrument, area_id);
  if (!label.empty()) return label;
  return area_id.empty() ? "no area" : std::string(area_id);
}

std::string responsible_words(const model::Step& step, bool with_name) {
  const std::string text = score::responsible_text(step, with_name);
  return text.empty() ? "nobody named" : text;
}

std::string objective_name(const model::Objective& objective) {
  return without_full_stop(text_or(objective.statement, *objective.id));
}

std::string step_name(const model::Step& step) {
  return without_full_stop(text_or(step.action, *step.id));
}

std::string priority_name(const model::PlanPriority& priority) {
  return text_or(priority.title, *priority.id);
}

std::string review_subject(const model::Review& review, const model::Plan& plan) {
  if (const model::Step* step = model::find_step(plan, *review.step); step != nullptr) return step_name(*step);
  const model::Objective* objective = model::find_objective(plan, *review.objective);
  return objective == nullptr ? "the plan" : objective_name(*objective);
}

Cell figure_cell(const model::LocatedDecimal& number) {
  if (!number) return text_cell(kNone);
  return Cell{
      .text = base::to_text(*number), .number = base::tenths(base::to_ratio(*number), 1), .source = number.span};
}

std::string waits_text(const score::StepProgress& step) {
  std::vector<std::string> names;
  for (const model::Step* first : step.waits_for) names.push_back(step_name(*first));
  return names.empty() ? "nothing" : names_joined(names);
}

std::vector<const score::StepProgress*> steps_where(const score::Progress& progress, StepFilter filter) {
  std::vector<const score::StepProgress*> found;
  for (const score::StepProgress& step : progress.steps)
    if (filter(step)) found.push_back(&step);
  return found;
}

std::string standing_text(const score::Progress& progress) {
  if (progress.steps.empty()) return "the plan has no steps yet";
  const std::size_t done = count_of(progress, model::StepStatus::done);
  return fmt::format("{} of {} {} done, {} {} overdue and {} {} up in the next {} days", done,
                     counted(progress.steps.size(), "step"), is_are(done), progress.overdue, is_are(progress.overdue),
                     progress.upcoming, progress.upcoming == 1 ? "comes" : "come", score::kUpcomingDays);
}

std::string replaced_sentence(const score::Progress& progress) {
  if (progress.replaced_by == nullptr) return {};
  const std::string later = fmt::format(" The plan of {} has replaced this one", date_text(progress.replaced_by->date));
  if (progress.left_out == 0) return later + ".";
  return fmt::format("{}, so its {} {} left out of what is overdue and what comes next.", later,
                     counted(progress.left_out, "open step"), is_are(progress.left_out));
}

void add_replaced(Result::Fields& fields, const score::Progress& progress) {
  if (progress.replaced_by == nullptr) return;
  fields.emplace_back("replaced_by", date_result(progress.replaced_by->date));
  fields.emplace_back("left_out", progress.left_out);
}

KeyFigures standing_figures(const score::Progress& progress) {
  const std::size_t done = count_of(progress, model::StepStatus::done);
  return KeyFigures{
      {{fmt::format("{} of {}", done, progress.steps.size()), "steps are done"},
       {std::to_string(progress.overdue), "overdue"},
       {std::to_string(progress.upcoming), fmt::format("come up in the next {} days", score::kUpcomingDays)}}};
}

std::optional<Chart> steps_chart(const score::Progress& progress) {
  Gantt gantt{.as_of = progress.as_of, .groups = gantt_groups(progress)};
  if (!set_days(gantt, *progress.plan)) return {};
  std::string text = fmt::format(
      "One bar for each step from its start to its due date, grouped by objective, from {} to {}; a diamond marks the "
      "monitoring date",
      base::written_out(gantt.first), base::written_out(gantt.last));
  if (gantt.first <= progress.as_of && progress.as_of <= gantt.last)
    text += "; a vertical line marks " + base::written_out(progress.as_of);
  const std::size_t done = count_of(progress, model::StepStatus::done);
  text += fmt::format(". Of {}, {} {} done and {} {} overdue. The tables of steps have the same dates.",
                      counted(progress.steps.size(), "step"), done, is_are(done), progress.overdue,
                      is_are(progress.overdue));
  return Chart{
      .name = "steps", .title = "Action steps over time", .description = std::move(text), .shape = std::move(gantt)};
}

Table team_table(const model::Plan& plan, bool with_names) {
  Table table = table_of("Members of the planning team", {"Role", "Organization", "Part in the plan"});
  if (with_names) table.columns.push_back({.head = "Name"});
  for (const model::TeamMember& member : plan.team) {
    Row row{text_cell(member.role), text_cell(member.organization), text_cell(member.part)};
    if (with_names) row.push_back(text_cell(member.name));
    table.rows.push_back(std::move(row));
  }
  return without_empty_columns(std::move(table), 1);
}

Row step_row(const score::StepProgress& progress, const Context& context) {
  const model::Step& step = *progress.step;
  Cell date = text_cell(progress.next_date ? timeframe_text(*progress.next_date) : std::string(kNone));
  if (progress.next_date) date.source = step.monitor_on ? step.monitor_on.span : step.due.span;
  return Row{text_cell(step_name(step)), text_cell(responsible_words(step, context.contacts)), std::move(date),
             text_cell(model::word(*step.status))};
}

Cell monitoring_cell(const model::Step& step) {
  if (!step.monitor_every) return timeframe_cell(step.monitor_on);
  const std::string rhythm(model::word(*step.monitor_every));
  if (!step.monitor_on) return text_cell(rhythm);
  Cell cell = timeframe_cell(step.monitor_on);
  cell.text += ", then " + rhythm;
  return cell;
}

void add_partners_and_rhythm(Result::Fields& fields, const model::Step& step) {
  if (!step.with.empty()) fields.emplace_back("with", texts_result(step.with));
  if (step.monitor_every) fields.emplace_back("monitor_every", key_result(step.monitor_every));
}

Table overdue_table(const score::Progress& progress, const Context& context) {
  Table table = table_of("Overdue steps",
                         {"Step", "Responsible", "Monitoring or due date", "Status", number("Days late")});
  for (const score::StepProgress& step : progress.steps) {
    if (!step.overdue) continue;
    table.rows.push_back(step_row(step, context));
    table.rows.back().push_back(whole_cell(step.days_late));
  }
  return table;
}

Table upcoming_table(const score::Progress& progress, const Context& context) {
  Table table = table_of(fmt::format("Steps coming up in the next {} days", score::kUpcomingDays),
                         {"Step", "Responsible", "Monitoring or due date", "Status", "Waits for"});
  for (const score::StepProgress& step : progress.steps) {
    if (!step.upcoming) continue;
    table.rows.push_back(step_row(step, context));
    table.rows.back().push_back(text_cell(waits_text(step)));
  }
  return table;
}

Table load_table(const score::Progress& progress) {
  Table table = table_of("Open steps by person responsible, and the months of their next dates",
                         {"Responsible", number("Open steps"), "Steps by month"});
  const bool with_parts = std::ranges::any_of(progress.load,
                                              [](const score::Load& load) { return load.takes_part > 0; });
  if (with_parts) table.columns.push_back(number("Takes part in"));
  for (const score::Load& load : progress.load) {
    table.rows.push_back({text_cell(load.label.empty() ? "Nobody named" : load.label), whole_cell(load.open),
                          text_cell(load_by_month(load))});
    if (with_parts) table.rows.back().push_back(whole_cell(load.takes_part));
  }
  return table;
}

Table series_table(const std::vector<Series>& all, std::string head, base::Date as_of) {
  Table table = table_of("Figures so far", {std::move(head), "Unit", "Date", number("Figure"),
                                            number("Change since the previous figure")});
  for (const Series& series : all) {
    const model::Measured* before = nullptr;
    for (const model::Measured& figure : series.figures) {
      if (!is_shown(figure, as_of)) continue;
      table.rows.push_back({text_cell(series.name), text_cell(series.unit), date_cell(figure.date),
                            figure_cell(figure.value), change_since(before, figure)});
      before = &figure;
    }
  }
  return without_empty_columns(std::move(table), 1);
}

Result series_result(const std::vector<model::Measured>& figures) {
  return list_of(figures, [](const model::Measured& figure) {
    return Result(Result::Fields{{"date", date_result(figure.date)}, {"value", decimal_result(figure.value)}});
  });
}

Line series_line(std::string label, const std::vector<model::Measured>& series, const model::LocatedText& unit,
                 const model::LocatedDecimal& target, base::Date as_of) {
  Line line{.label = std::move(label), .points = {}};
  // A word such as "pages" is said once, beside the label; a character follows each figure, as in "40%".
  const bool in_front = unit && !unit->empty() && std::isalpha(static_cast<unsigned char>(unit->front())) != 0;
  if (in_front) line.unit = *unit;
  const auto shown = [&](const model::LocatedDecimal& figure) {
    const std::string text = base::to_text(*figure);
    if (in_front || !unit) return text;
    return fmt::format("{}{}{}", text, unit->starts_with('%') ? "" : " ", *unit);
  };
  for (const model::Measured& figure : series)
    if (is_shown(figure, as_of))
      line.points.push_back(
          {.date = *figure.date, .value = base::to_ratio(*figure.value), .text = shown(figure.value)});
  std::stable_sort(line.points.begin(), line.points.end(),
                   [](const LinePoint& a, const LinePoint& b) { return a.date < b.date; });
  if (target) line.target = LineTarget{.value = base::to_ratio(*target), .text = shown(target)};
  return line;
}

std::optional<Chart> lines_chart(std::string name, std::string title, std::vector<Line> lines) {
  std::erase_if(lines, [](const Line& line) { return line.points.size() < 2; });
  if (lines.empty()) return {};
  std::vector<std::string> words;
  for (const Line& line : lines) words.push_back(line_in_words(line));
  return Chart{
      .name = std::move(name),
      .title = std::move(title),
      .description = fmt::format(
          "One line for each, in a panel of its own, with its first and last figure: {}. A dashed line marks the "
          "target.",
          names_joined(words)),
      .shape = LineChart{.lines = std::move(lines)}};
}

}  // namespace cpm::report
