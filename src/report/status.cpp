#include "report/plan_pages.h"

#include <fmt/format.h>

#include "report/approvals.h"
#include "report/outlook.h"
#include "report/plan_blocks.h"
#include "report/result_fields.h"
#include "report/target_blocks.h"

namespace cpm::report {

namespace {

using model::StepStatus;

bool is_blocked(const score::StepProgress& step) {
  return score::is_open(*step.step) && !step.waits_for.empty();
}
bool is_undated(const score::StepProgress& step) {
  return score::is_open(*step.step) && !step.next_date;
}

void add_dated(Page& page, const score::Progress& progress, const Context& context) {
  page.section("Overdue");
  page.table(overdue_table(progress, context), "No step is overdue.");
  page.section("Coming up");
  page.table(upcoming_table(progress, context),
             fmt::format("No step comes up in the next {} days.", score::kUpcomingDays));
}

Table blocked_table(const score::Progress& progress) {
  Table table = table_of("Open steps and what has to come first", {"Step", "Waits for"});
  for (const score::StepProgress* step : steps_where(progress, is_blocked))
    table.rows.push_back({text_cell(step_name(*step->step)), text_cell(waits_text(*step))});
  return table;
}

void add_chain(Page& page, const score::Progress& progress, const Context& context) {
  if (progress.chain.empty()) return;
  Table table = table_of("Open steps that wait for each other, in order",
                         {"Step", "Responsible", "Monitoring or due date", "Status"});
  for (const model::Step* step : progress.chain)
    table.rows.push_back(
        step_row(progress.steps[static_cast<std::size_t>(step - progress.plan->steps.data())], context));
  page.section("Longest chain of steps");
  page.text(counted(progress.chain.size(), "open step") +
            " form a chain: each waits for the one before it, so a delay in one delays all that follow.");
  page.table(std::move(table));
}

std::string timeframes_joined(const std::vector<base::Timeframe>& timeframes) {
  std::vector<std::string> texts;
  for (const base::Timeframe& timeframe : timeframes) texts.push_back(timeframe_text(timeframe));
  return texts.empty() ? std::string(kNone) : names_joined(texts);
}

/// Open steps whose monitoring repeats, and the dates that passed without a review.
Table rhythms_table(const score::Progress& progress) {
  Table table = table_of("Open steps whose monitoring repeats",
                         {"Step", "How often", "Next date", number("Reviewed"), "Passed without a review"});
  for (const score::StepProgress& step : progress.steps) {
    if (!step.monitoring) continue;
    table.rows.push_back(
        {text_cell(step_name(*step.step)), text_cell(model::word(*step.step->monitor_every)),
         text_cell(step.monitoring->next ? timeframe_text(*step.monitoring->next) : "none before the reassessment"),
         whole_cell(step.monitoring->reviewed), text_cell(timeframes_joined(step.monitoring->missed))});
  }
  return table;
}

void add_step_list(Page& page, std::string title, std::vector<std::string> names) {
  if (names.empty()) return;
  page.section(std::move(title));
  page.list(std::move(names));
}

void add_without_date_or_owner(Page& page, const score::Progress& progress) {
  if (progress.replaced_by != nullptr) return;
  std::vector<std::string> undated;
  for (const score::StepProgress* step : steps_where(progress, is_undated)) undated.push_back(step_name(*step->step));
  add_step_list(page, "Open steps without a date", std::move(undated));
  std::vector<std::string> unowned;
  for (const model::Step* step : progress.unowned) unowned.push_back(step_name(*step));
  add_step_list(page, "Open steps that nobody is responsible for", std::move(unowned));
}

// Groups of steps

/// A row for each group, with the number of its steps in each status.
template <class Label>
Table groups_table(const std::vector<score::Group>& groups, const std::string& head, Label label) {
  Table table = table_of("Number of steps by " + base::lower(head), {head, number("Steps")});
  for (const auto& status : model::word_list<StepStatus>())
    table.columns.push_back(number(base::capitalized(status.spoken)));
  table.columns.push_back(number("Overdue"));
  table.columns.push_back(number(fmt::format("Next {} days", score::kUpcomingDays)));
  for (const score::Group& group : groups) {
    Row row{text_cell(label(group)), whole_cell(group.steps)};
    for (const std::size_t count : group.counts) row.push_back(whole_cell(count));
    row.push_back(whole_cell(group.overdue));
    row.push_back(whole_cell(group.upcoming));
    table.rows.push_back(std::move(row));
  }
  return table;
}

void add_groups(Page& page, const score::Progress& progress, const Context& context) {
  const auto priority = [](const score::Group& group) { return group.label.empty() ? group.id : group.label; };
  const auto area = [&context](const score::Group& group) { return area_label(context, group.id); };
  const auto who = [](const score::Group& group) { return group.label.empty() ? "Nobody named" : group.label; };
  page.section("By priority, area and person responsible");
  page.table(groups_table(progress.by_priority, "Priority", priority));
  page.table(groups_table(progress.by_area, "Area", area));
  page.table(groups_table(progress.by_responsible, "Responsible", who));
}

void add_indicators(Page& page, const score::Progress& progress) {
  Table table = table_of("Indicators of the objectives", {"Indicator", "Unit", number("Baseline"), number("Target"),
                                                          number("Current"), number("Progress")});
  for (const score::IndicatorProgress& one : progress.indicators) {
    if (!one.objective->indicator) continue;
    const model::Indicator& indicator = *one.objective->indicator;
    table.rows.push_back({text_cell(text_or(indicator.text, objective_name(*one.objective))), text_cell(indicator.unit),
                          figure_cell(indicator.baseline), figure_cell(indicator.target), figure_cell(one.current),
                          one.share ? percent_cell(one.share) : text_cell("not yet measured")});
  }
  if (table.rows.empty()) return;
  page.section("Indicators");
  page.chart(indicators_chart(progress));
  page.table(without_empty_columns(std::move(table), 1));
  page.text("Progress: how far the current figure has moved from the baseline toward the target.");
}

// The result for programs

Result::Fields counts_fields(const score::StatusCounts& counts) {
  Result::Fields fields;
  for (const auto& status : model::word_list<StepStatus>())
    fields.emplace_back(std::string(status.key), Result(counts[static_cast<std::size_t>(status.choice)]));
  return fields;
}

Result monitoring_result(const model::Step& step, const score::Monitoring& monitoring) {
  return Result::Fields{{"every", key_result(step.monitor_every)},
                        {"next", timeframe_result(monitoring.next)},
                        {"reviewed", monitoring.reviewed},
                        {"missed", list_of(monitoring.missed, [](const base::Timeframe& timeframe) {
                           return timeframe_result(std::optional{timeframe});
                         })}};
}

Result step_progress_result(const score::StepProgress& progress) {
  const model::Step& step = *progress.step;
  Result::Fields fields{
      {"step", *step.id},
      {"action", text_result(step.action)},
      {"objective", text_result(step.objective)},
      {"priority", progress.priority == nullptr ? Result() : Result(*progress.priority->id)},
      {"responsible", text_or_null(score::responsible_text(step, false))},
      {"date", timeframe_result(progress.next_date)},
      {"status", model::key(*step.status)},
      {"overdue", progress.overdue},
      {"upcoming", progress.upcoming},
      {"days_late", progress.days_late},
      {"waits_for", list_of(progress.waits_for, [](const model::Step* first) { return Result(*first->id); })},
  };
  if (!step.with.empty()) fields.emplace_back("with", texts_result(step.with));
  if (progress.monitoring) fields.emplace_back("monitoring", monitoring_result(step, *progress.monitoring));
  return fields;
}

Result group_of_steps_result(const score::Group& group) {
  return Result::Fields{{"id", text_or_null(group.id)}, {"label", text_or_null(group.label)},
                        {"steps", group.steps},         {"counts", counts_fields(group.counts)},
                        {"overdue", group.overdue},     {"upcoming", group.upcoming}};
}

Result indicator_progress_result(const score::IndicatorProgress& progress) {
  const model::Indicator none{};
  const model::Indicator& indicator = progress.objective->indicator ? *progress.objective->indicator : none;
  return Result::Fields{{"objective", *progress.objective->id},       {"text", text_result(indicator.text)},
                        {"unit", text_result(indicator.unit)},        {"baseline", decimal_result(indicator.baseline)},
                        {"target", decimal_result(indicator.target)}, {"current", decimal_result(progress.current)},
                        {"progress", percent_result(progress.share)}};
}

Result load_result(const score::Load& load) {
  const auto month = [](const score::MonthLoad& some) {
    const std::string day = base::to_text(some.month / std::chrono::day(1));
    return Result(Result::Fields{{"month", day.substr(0, day.rfind('-'))}, {"steps", some.steps}});
  };
  Result::Fields fields{{"label", text_or_null(load.label)},
                        {"open", load.open},
                        {"months", list_of(load.months, month)},
                        {"undated", load.undated}};
  if (load.takes_part > 0) fields.emplace_back("takes_part", load.takes_part);
  return fields;
}

Result::List step_ids_result(const std::vector<const model::Step*>& steps) {
  return list_of(steps, [](const model::Step* step) { return Result(*step->id); });
}

}  // namespace

std::optional<Chart> indicators_chart(const score::Progress& progress) {
  std::vector<Line> lines;
  for (const score::IndicatorProgress& one : progress.indicators) {
    if (!one.objective->indicator) continue;
    const model::Indicator& indicator = *one.objective->indicator;
    lines.push_back(series_line(text_or(indicator.text, objective_name(*one.objective)), indicator.series,
                                indicator.unit, indicator.target, progress.as_of));
  }
  return lines_chart("indicators", "Figures of the indicators over time", std::move(lines));
}

Document status_page(const score::Progress& progress, const Context& context) {
  const model::Plan& plan = *progress.plan;
  const std::string county = county_text(context.workspace, plan.county);
  const std::string as_of = base::written_out(progress.as_of);
  Page page(fmt::format("Plan status: {}, as of {}", county, as_of));
  page.lead(fmt::format("As of {}: {}.{}{}", as_of, standing_text(progress), replaced_sentence(progress),
                        targets_sentence(context.targets)));
  KeyFigures figures = progress.steps.empty() ? KeyFigures{} : standing_figures(progress);
  add_targets_figure(figures, context.targets);
  page.figures(std::move(figures));
  Facts facts{{{"County", county},
               {"As of", as_of},
               {"Plan date", date_text(plan.date)},
               {"Target start date", date_text(plan.horizon.start)},
               {"Target date for reassessment", date_text(plan.horizon.reassess)}}};
  add_approvals(facts, plan.approvals);
  page.facts(std::move(facts));
  if (!progress.steps.empty()) {
    page.chart(steps_chart(progress));
    add_dated(page, progress, context);
    page.section("Monitoring that repeats", rhythms_table(progress));
    page.section("Waiting for other steps", blocked_table(progress));
    add_chain(page, progress, context);
    add_without_date_or_owner(page, progress);
    add_outlook(page, context, progress.as_of);
    add_groups(page, progress, context);
    if (!progress.load.empty()) page.section("Open steps by person responsible", load_table(progress));
  }
  add_indicators(page, progress);
  for (const score::PlanTargets& targets : context.targets) add_targets(page, targets, "Target scores");
  return std::move(page).done();
}

Result status_result(const score::Progress& progress, const Context& context) {
  const model::Plan& plan = *progress.plan;
  Result::Fields fields{
      {"county", text_result(plan.county)},
      {"date", date_result(plan.date)},
      {"as_of", base::to_text(progress.as_of)},
      {"horizon",
       Result::Fields{{"start", date_result(plan.horizon.start)}, {"reassess", date_result(plan.horizon.reassess)}}},
      {"counts", counts_fields(progress.counts)},
      {"overdue", progress.overdue},
      {"upcoming", progress.upcoming},
      {"upcoming_days", score::kUpcomingDays},
      {"steps", list_of(progress.steps, step_progress_result)},
      {"by_priority", list_of(progress.by_priority, group_of_steps_result)},
      {"by_area", list_of(progress.by_area, group_of_steps_result)},
      {"by_responsible", list_of(progress.by_responsible, group_of_steps_result)},
      {"load", list_of(progress.load, load_result)},
      {"unowned", step_ids_result(progress.unowned)},
      {"chain", step_ids_result(progress.chain)},
      {"indicators", list_of(progress.indicators, indicator_progress_result)},
  };
  add_replaced(fields, progress);
  add_outlook(fields, context.outlook, context.history);
  add_targets_result(fields, context.targets);
  add_approvals(fields, plan.approvals);
  return fields;
}

}  // namespace cpm::report
