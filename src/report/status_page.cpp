// `cpm plan status` and `cpm report status`: what is done, late and next at a date.
#include "base/text.h"
#include "report/abbreviations.h"
#include "report/plan_words.h"

namespace cpm::report {

namespace {

using Blocks = std::vector<Block>;
using model::StepStatus;
using Picked = bool (*)(const score::StepProgress&);

constexpr StepStatus kOrder[] = {StepStatus::not_started, StepStatus::in_progress, StepStatus::done,
                                 StepStatus::delayed, StepStatus::dropped};

std::size_t count_of(const score::StatusCounts& counts, StepStatus status) {
  return counts[static_cast<std::size_t>(status)];
}

bool is_overdue(const score::StepProgress& step) {
  return step.overdue;
}
bool is_upcoming(const score::StepProgress& step) {
  return step.upcoming;
}

bool is_open(const score::StepProgress& step) {
  return *step.step->status != StepStatus::done && *step.step->status != StepStatus::dropped;
}

bool is_blocked(const score::StepProgress& step) {
  return is_open(step) && !step.waits_for.empty();
}
bool is_undated(const score::StepProgress& step) {
  return is_open(step) && !step.next_date;
}

/// "3 of 18 steps are done, 2 are overdue and 4 come up in the next 60 days"
std::string answer_text(const score::Progress& progress) {
  const std::size_t all = progress.steps.size();
  if (all == 0) return "the plan has no steps yet";
  const std::size_t done = count_of(progress.counts, StepStatus::done);
  const auto verb = [](std::size_t count) { return count == 1 ? " is " : " are "; };
  return std::to_string(done) + " of " + base::counted(all, "step") + verb(done) + "done, " +
         std::to_string(progress.overdue) + verb(progress.overdue) + "overdue and " +
         std::to_string(progress.upcoming) + (progress.upcoming == 1 ? " comes" : " come") + " up in the next " +
         std::to_string(score::kUpcomingDays) + " days";
}

Facts status_facts(const score::Progress& progress, const Context& context) {
  const model::Plan& plan = *progress.plan;
  return Facts{{{"County", county_text(context.workspace, plan.county)},
                {"As of", base::written_out(progress.as_of)},
                {"Plan of", date_text(plan.date)},
                {"Target start date", date_text(plan.horizon.start)},
                {"Target date for reassessment", date_text(plan.horizon.reassess)}}};
}

std::vector<const score::StepProgress*> picked(const score::Progress& progress, Picked pick) {
  std::vector<const score::StepProgress*> found;
  for (const score::StepProgress& step : progress.steps)
    if (pick(step)) found.push_back(&step);
  return found;
}

/// The monitoring date, or the due date where there is none.
const model::LocatedDate& date_shown(const model::Step& step) {
  return step.monitor_on ? step.monitor_on : step.due;
}

std::string waits_text(const score::StepProgress& step) {
  std::vector<std::string> names;
  for (const model::Step* first : step.waits_for) names.push_back(step_name(*first));
  return names.empty() ? "nothing" : names_joined(names);
}

Row step_row(const score::StepProgress& progress, const Context& context) {
  const model::Step& step = *progress.step;
  return Row{text_cell(step_name(step)), text_cell(responsible_words(step, context.contacts)),
             date_cell(date_shown(step)), text_cell(std::string(status_text(*step.status)))};
}

Table overdue_table(const score::Progress& progress, const Context& context) {
  Table table{.caption = "Overdue steps",
              .columns = {{.head = "Step"},
                          {.head = "Responsible"},
                          {.head = "Monitoring or due date"},
                          {.head = "Status"},
                          {.head = "Days late", .number = true}},
              .rows = {}};
  for (const score::StepProgress* step : picked(progress, is_overdue)) {
    Row row = step_row(*step, context);
    row.push_back(whole_cell(step->days_late));
    table.rows.push_back(std::move(row));
  }
  return table;
}

Table upcoming_table(const score::Progress& progress, const Context& context) {
  Table table{.caption = "Steps that come up in the next " + std::to_string(score::kUpcomingDays) + " days",
              .columns = {{.head = "Step"},
                          {.head = "Responsible"},
                          {.head = "Monitoring or due date"},
                          {.head = "Status"},
                          {.head = "Waits for"}},
              .rows = {}};
  for (const score::StepProgress* step : picked(progress, is_upcoming)) {
    Row row = step_row(*step, context);
    row.push_back(text_cell(waits_text(*step)));
    table.rows.push_back(std::move(row));
  }
  return table;
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
             figure_cell(indicator.current, indicator.unit),
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
      .text = "As of " + base::written_out(progress.as_of) + ": " + answer_text(progress) + ".", .lead = true});
  page.blocks.push_back(status_facts(progress, context));
  if (!progress.steps.empty()) {
    add_dated(page.blocks, progress, context);
    add_blocked(page.blocks, progress);
    add_undated(page.blocks, progress);
    add_groups(page.blocks, progress, context);
  }
  add_indicators(page.blocks, progress);
  return with_abbreviations(std::move(page));
}

}  // namespace cpm::report
