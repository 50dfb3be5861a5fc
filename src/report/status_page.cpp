// `cpm plan status` and `cpm report status`: what is done, late and next at a date.
#include "base/text.h"
#include "report/abbreviations.h"
#include "report/plan_charts.h"
#include "report/plan_words.h"
#include "report/status_blocks.h"

namespace cpm::report {

namespace {

using Blocks = std::vector<Block>;
using model::StepStatus;

constexpr StepStatus kOrder[] = {StepStatus::not_started, StepStatus::in_progress, StepStatus::done,
                                 StepStatus::delayed, StepStatus::dropped};

std::size_t count_of(const score::StatusCounts& counts, StepStatus status) {
  return counts[static_cast<std::size_t>(status)];
}

bool is_blocked(const score::StepProgress& step) {
  return score::is_open(*step.step) && !step.waits_for.empty();
}
bool is_undated(const score::StepProgress& step) {
  return score::is_open(*step.step) && !step.next_date;
}

Facts status_facts(const score::Progress& progress, const Context& context) {
  const model::Plan& plan = *progress.plan;
  return Facts{{{"County", county_text(context.workspace, plan.county)},
                {"As of", base::written_out(progress.as_of)},
                {"Plan of", date_text(plan.date)},
                {"Target start date", date_text(plan.horizon.start)},
                {"Target date for reassessment", date_text(plan.horizon.reassess)}}};
}

Row group_row(const score::Group& group, std::string label) {
  Row row{text_cell(std::move(label)), whole_cell(static_cast<std::int64_t>(group.steps))};
  for (const StepStatus status : kOrder)
    row.push_back(whole_cell(static_cast<std::int64_t>(count_of(group.counts, status))));
  row.push_back(whole_cell(static_cast<std::int64_t>(group.overdue)));
  row.push_back(whole_cell(static_cast<std::int64_t>(group.upcoming)));
  return row;
}

template <class Label>
Table group_table(const std::vector<score::Group>& groups, std::string head, Label label) {
  Table table{.caption = "Number of steps by " + base::lower(head), .columns = {{.head = std::move(head)}}, .rows = {}};
  for (const char* column :
       {"Steps", "Not started", "In progress", "Done", "Delayed", "Dropped", "Overdue", "Next 60 days"})
    table.columns.push_back({.head = column, .number = true});
  for (const score::Group& group : groups) table.rows.push_back(group_row(group, label(group)));
  return table;
}

void add_groups(Blocks& blocks, const score::Progress& progress, const Context& context) {
  const auto label = [](const score::Group& group) { return group.label.empty() ? group.id : group.label; };
  const auto who = [](const score::Group& group) { return group.label.empty() ? "Nobody named" : group.label; };
  const auto area = [&context](const score::Group& group) { return area_label(context, group.id); };
  blocks.push_back(Heading{.level = 2, .text = "By priority, area and responsible"});
  blocks.push_back(group_table(progress.by_priority, "Priority", label));
  blocks.push_back(group_table(progress.by_area, "Area", area));
  blocks.push_back(group_table(progress.by_responsible, "Responsible", who));
}

Row indicator_row(const score::IndicatorProgress& progress) {
  const model::Objective& objective = *progress.objective;
  const model::Indicator& indicator = *objective.indicator;
  return Row{text_cell(text_or(indicator.text, objective_name(objective))),
             figure_cell(indicator.baseline, indicator.unit), figure_cell(indicator.target, indicator.unit),
             figure_cell(progress.current, indicator.unit),
             progress.share ? percent_cell(progress.share) : text_cell("not yet measured")};
}

void add_indicators(Blocks& blocks, const score::Progress& progress) {
  Table table{.caption = "Indicators of the objectives",
              .columns = {{.head = "Indicator"},
                          {.head = "Baseline", .number = true},
                          {.head = "Target", .number = true},
                          {.head = "Current", .number = true},
                          {.head = "Progress", .number = true}},
              .rows = {}};
  for (const score::IndicatorProgress& indicator : progress.indicators)
    if (indicator.objective->indicator) table.rows.push_back(indicator_row(indicator));
  if (table.rows.empty()) return;
  blocks.push_back(Heading{.level = 2, .text = "Indicators"});
  if (auto chart = indicators_chart(progress)) blocks.push_back(std::move(*chart));
  blocks.push_back(std::move(table));
  blocks.push_back(Paragraph{.text = "Progress: how much of the way from the baseline to the target is covered."});
}

void add_blocked(Blocks& blocks, const score::Progress& progress) {
  Table table{
      .caption = "Open steps and what comes first", .columns = {{.head = "Step"}, {.head = "Waits for"}}, .rows = {}};
  for (const score::StepProgress* step : picked(progress, is_blocked))
    table.rows.push_back({text_cell(step_name(*step->step)), text_cell(waits_text(*step))});
  if (table.rows.empty()) return;
  blocks.push_back(Heading{.level = 2, .text = "Waiting for other steps"});
  blocks.push_back(std::move(table));
}

void add_undated(Blocks& blocks, const score::Progress& progress) {
  List list;
  for (const score::StepProgress* step : picked(progress, is_undated)) list.entries.push_back(step_name(*step->step));
  if (list.entries.empty()) return;
  blocks.push_back(Heading{.level = 2, .text = "Open steps without a date"});
  blocks.push_back(std::move(list));
}

void add_chain(Blocks& blocks, const score::Progress& progress, const Context& context) {
  if (progress.chain.empty()) return;
  blocks.push_back(Heading{.level = 2, .text = "Longest row of steps"});
  blocks.push_back(Paragraph{.text = base::counted(progress.chain.size(), "open step") +
                                     " stand in a row, each waiting for the one before it; a delay of one moves all "
                                     "that follow."});
  blocks.push_back(chain_table(progress, context));
}

void add_unowned(Blocks& blocks, const score::Progress& progress) {
  if (progress.unowned.empty()) return;
  List list;
  for (const model::Step* step : progress.unowned) list.entries.push_back(step_name(*step));
  blocks.push_back(Heading{.level = 2, .text = "Open steps that nobody is responsible for"});
  blocks.push_back(std::move(list));
}

void add_load(Blocks& blocks, const score::Progress& progress) {
  if (progress.load.empty()) return;
  blocks.push_back(Heading{.level = 2, .text = "Open steps per responsible"});
  blocks.push_back(load_table(progress));
}

void add_dated(Blocks& blocks, const score::Progress& progress, const Context& context) {
  blocks.push_back(Heading{.level = 2, .text = "Overdue"});
  if (progress.overdue == 0) blocks.push_back(Paragraph{.text = "No step is overdue."});
  if (progress.overdue > 0) blocks.push_back(overdue_table(progress, context));
  blocks.push_back(Heading{.level = 2, .text = "Next"});
  if (progress.upcoming == 0)
    blocks.push_back(
        Paragraph{.text = "No step comes up in the next " + std::to_string(score::kUpcomingDays) + " days."});
  if (progress.upcoming > 0) blocks.push_back(upcoming_table(progress, context));
}

}  // namespace

Document status_page(const score::Progress& progress, const Context& context) {
  Document page{.title = "Plan status: " + county_text(context.workspace, progress.plan->county) + ", as of " +
                         base::written_out(progress.as_of),
                .blocks = {}};
  page.blocks.push_back(Paragraph{
      .text = "As of " + base::written_out(progress.as_of) + ": " + standing_text(progress) + ".", .lead = true});
  if (!progress.steps.empty()) page.blocks.push_back(standing_figures(progress));
  page.blocks.push_back(status_facts(progress, context));
  if (!progress.steps.empty()) {
    if (auto chart = steps_chart(progress)) page.blocks.push_back(std::move(*chart));
    add_dated(page.blocks, progress, context);
    add_blocked(page.blocks, progress);
    add_chain(page.blocks, progress, context);
    add_undated(page.blocks, progress);
    add_unowned(page.blocks, progress);
    add_groups(page.blocks, progress, context);
    add_load(page.blocks, progress);
  }
  add_indicators(page.blocks, progress);
  return with_abbreviations(std::move(page));
}

}  // namespace cpm::report
