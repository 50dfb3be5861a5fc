#include "report/status_blocks.h"

#include "base/text.h"

namespace cpm::report {

namespace {

bool is_overdue(const score::StepProgress& step) {
  return step.overdue;
}
bool is_upcoming(const score::StepProgress& step) {
  return step.upcoming;
}

Row step_row(const model::Step& step, const Context& context) {
  return Row{text_cell(step_name(step)), text_cell(responsible_words(step, context.contacts)),
             date_cell(date_shown(step)), text_cell(std::string(status_text(*step.status)))};
}

/// "2026-04: 1; 2026-05: 2; no date: 1"
std::string months_text(const score::Load& load) {
  std::vector<std::string> parts;
  for (const score::MonthLoad& month : load.months) {
    const std::string day = base::to_text(month.month / std::chrono::day(1));
    parts.push_back(day.substr(0, day.rfind('-')) + ": " + std::to_string(month.steps));
  }
  if (load.undated > 0) parts.push_back("no date: " + std::to_string(load.undated));
  return names_joined(parts);
}

}  // namespace

std::vector<const score::StepProgress*> picked(const score::Progress& progress, Picked pick) {
  std::vector<const score::StepProgress*> found;
  for (const score::StepProgress& step : progress.steps)
    if (pick(step)) found.push_back(&step);
  return found;
}

std::string standing_text(const score::Progress& progress) {
  const std::size_t all = progress.steps.size();
  if (all == 0) return "the plan has no steps yet";
  const std::size_t done = progress.counts[static_cast<std::size_t>(model::StepStatus::done)];
  const auto verb = [](std::size_t count) { return count == 1 ? " is " : " are "; };
  return std::to_string(done) + " of " + base::counted(all, "step") + verb(done) + "done, " +
         std::to_string(progress.overdue) + verb(progress.overdue) + "overdue and " +
         std::to_string(progress.upcoming) + (progress.upcoming == 1 ? " comes" : " come") + " up in the next " +
         std::to_string(score::kUpcomingDays) + " days";
}

const model::LocatedDate& date_shown(const model::Step& step) {
  return step.monitor_on ? step.monitor_on : step.due;
}

std::string waits_text(const score::StepProgress& step) {
  std::vector<std::string> names;
  for (const model::Step* first : step.waits_for) names.push_back(step_name(*first));
  return names.empty() ? "nothing" : names_joined(names);
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
    Row row = step_row(*step->step, context);
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
    Row row = step_row(*step->step, context);
    row.push_back(text_cell(waits_text(*step)));
    table.rows.push_back(std::move(row));
  }
  return table;
}

Table chain_table(const score::Progress& progress, const Context& context) {
  Table table{
      .caption = "Steps in a row, each waiting for the one before it",
      .columns = {{.head = "Step"}, {.head = "Responsible"}, {.head = "Monitoring or due date"}, {.head = "Status"}},
      .rows = {}};
  for (const model::Step* step : progress.chain) table.rows.push_back(step_row(*step, context));
  return table;
}

Table load_table(const score::Progress& progress) {
  Table table{.caption = "Open steps by responsible and month of the next date",
              .columns = {{.head = "Responsible"}, {.head = "Open steps", .number = true}, {.head = "Steps by month"}},
              .rows = {}};
  for (const score::Load& load : progress.load)
    table.rows.push_back({text_cell(load.label.empty() ? "Nobody named" : load.label),
                          whole_cell(static_cast<std::int64_t>(load.open)), text_cell(months_text(load))});
  return table;
}

}  // namespace cpm::report
