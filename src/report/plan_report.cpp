// `cpm report plan`: the implementation plan in the order of the form: contact, team, priorities by area, horizon, what
// success looks like, action steps, reviews.
#include <algorithm>

#include "base/text.h"
#include "report/abbreviations.h"
#include "report/plan_charts.h"
#include "report/plan_words.h"
#include "report/series_table.h"
#include "score/progress.h"

namespace cpm::report {

namespace {

using Blocks = std::vector<Block>;
using Priorities = std::vector<const model::PlanPriority*>;

void add_section(Blocks& blocks, std::string title) {
  blocks.push_back(Heading{.level = 2, .text = std::move(title)});
}

void add_text(Blocks& blocks, std::string text) {
  blocks.push_back(Paragraph{.text = std::move(text)});
}

std::string months_text(const model::Horizon& horizon) {
  return counted(base::whole_months(*horizon.start, *horizon.reassess), "whole month");
}

std::string horizon_words(const model::Horizon& horizon) {
  if (!horizon.start || !horizon.reassess) return "The planning horizon is not complete:";
  return "From " + date_text(horizon.start) + " to " + date_text(horizon.reassess) + " (" + months_text(horizon) + "),";
}

std::string lead_text(const model::Plan& plan, const Context& context) {
  return horizon_words(plan.horizon) + " " + county_text(context.workspace, plan.county) + " works on " +
         base::counted(plan.priorities.size(), "priority", "priorities") + " of the Core Practice Model (CPM) with " +
         base::counted(plan.objectives.size(), "objective") + " and " +
         base::counted(plan.steps.size(), "action step") + ".";
}

KeyFigures figures_of(const model::Plan& plan) {
  const auto figure = [](std::size_t count, std::string one, std::string many) {
    return KeyFigure{.figure = std::to_string(count), .label = count == 1 ? std::move(one) : std::move(many)};
  };
  return KeyFigures{{figure(plan.priorities.size(), "priority", "priorities"),
                     figure(plan.objectives.size(), "objective", "objectives"),
                     figure(plan.steps.size(), "action step", "action steps")}};
}

/// "Snapshot of March 15, 2026", from the Snapshot itself where the repository has it.
std::string snapshot_text(const model::Plan& plan, const Context& context) {
  const model::Document* document = context.document.snapshot;
  const auto* snapshot = document == nullptr ? nullptr : model::content_as<model::Snapshot>(*document);
  if (snapshot != nullptr) return "Snapshot of " + date_text(snapshot->date);
  if (!plan.snapshot) return "not given";
  if (plan.snapshot->date) return "Snapshot of " + date_text(plan.snapshot->date);
  return text_or(plan.snapshot->file, "not given");
}

Facts facts_of(const model::Plan& plan, const Context& context) {
  Facts facts{{{"County", county_text(context.workspace, plan.county)},
               {"Date", date_text(plan.date)},
               {"Follows", snapshot_text(plan, context)}}};
  if (!context.contacts || !plan.contact) return facts;
  facts.facts.push_back({"Contact person", text_or(plan.contact->name, kNone)});
  facts.facts.push_back({"Email", text_or(plan.contact->email, kNone)});
  facts.facts.push_back({"Phone", text_or(plan.contact->phone, kNone)});
  return facts;
}

void add_team(Blocks& blocks, const model::Plan& plan, bool with_names) {
  add_section(blocks, "1 Planning team");
  if (plan.team.empty()) return add_text(blocks, "The plan names no team.");
  blocks.push_back(team_table(plan, with_names));
}

/// Areas in the instrument's order where it is known, else in the order of first mention.
std::vector<std::string> area_order(const model::Plan& plan, const Context& context) {
  std::vector<std::string> areas;
  const auto add = [&areas](const std::string& id) {
    if (std::find(areas.begin(), areas.end(), id) == areas.end()) areas.push_back(id);
  };
  const model::Document* snapshot = context.document.snapshot;
  if (snapshot != nullptr && snapshot->instrument != nullptr)
    for (const model::Area& area : snapshot->instrument->areas) add(*area.id);
  for (const model::PlanPriority& priority : plan.priorities) add(*priority.area);
  return areas;
}

bool comes_first(const model::PlanPriority* a, const model::PlanPriority* b) {
  if (a->order.given != b->order.given) return a->order.given;
  return a->order.given && *a->order < *b->order;
}

Priorities in_area(const model::Plan& plan, const std::string& area) {
  Priorities found;
  for (const model::PlanPriority& priority : plan.priorities)
    if (*priority.area == area) found.push_back(&priority);
  std::stable_sort(found.begin(), found.end(), comes_first);
  return found;
}

Priorities by_area(const model::Plan& plan, const Context& context) {
  Priorities all;
  for (const std::string& area : area_order(plan, context))
    for (const model::PlanPriority* priority : in_area(plan, area)) all.push_back(priority);
  return all;
}

std::string priority_name(const model::PlanPriority& priority) {
  return text_or(priority.title, *priority.id);
}

std::string reason_text(const model::PlanPriority& priority) {
  if (priority.reason) return *priority.reason;
  return priority.from_snapshot ? "carried over from the Snapshot" : "none given";
}

void add_priorities(Blocks& blocks, const Priorities& priorities, const Context& context) {
  add_section(blocks, "2a Priorities by area");
  if (priorities.empty()) return add_text(blocks, "The plan has no priorities yet.");
  Table table{
      .caption = "Where to start",
      .columns = {{.head = "Priority"}, {.head = "Area"}, {.head = "Order", .number = true}, {.head = "Reason"}},
      .rows = {}};
  for (const model::PlanPriority* priority : priorities)
    table.rows.push_back({text_cell(priority_name(*priority)), text_cell(area_label(context, *priority->area)),
                          priority->order ? whole_cell(*priority->order) : text_cell("not given"),
                          text_cell(reason_text(*priority))});
  blocks.push_back(std::move(table));
}

void add_horizon(Blocks& blocks, const model::Horizon& horizon) {
  add_section(blocks, "2b Planning horizon");
  Facts facts{
      {{"Target start date", date_text(horizon.start)}, {"Target date for reassessment", date_text(horizon.reassess)}}};
  if (horizon.start && horizon.reassess) facts.facts.push_back({"Length", months_text(horizon)});
  blocks.push_back(std::move(facts));
}

// Objectives and steps

std::string outcome_text(const model::Objective& objective, const Context& context) {
  if (!objective.outcome) return std::string(kNone);
  if (const auto* own = model::find_logic_outcome(context.workspace, context.document.home, *objective.outcome))
    return *own->text;
  const model::BuiltIn* built_in = context.workspace.built_in;
  const model::Outcome* outcome = built_in == nullptr ? nullptr
                                                      : model::find_outcome(built_in->outcomes, *objective.outcome);
  return outcome == nullptr ? *objective.outcome : *outcome->text;
}

Row objective_row(const model::Objective& objective, const Context& context) {
  const model::Indicator none{};
  const model::Indicator& indicator = objective.indicator ? *objective.indicator : none;
  return Row{text_cell(objective_name(objective)),
             text_cell(indicator.text),
             figure_cell(indicator.baseline, indicator.unit),
             figure_cell(indicator.target, indicator.unit),
             figure_cell(score::latest(indicator, context.workspace.as_of), indicator.unit),
             text_cell(outcome_text(objective, context))};
}

Table objectives_table(const model::Plan& plan, const model::PlanPriority& priority, const Context& context) {
  Table table{.caption = "Objectives and how one will see them",
              .columns = {{.head = "Objective"},
                          {.head = "Indicator"},
                          {.head = "Baseline", .number = true},
                          {.head = "Target", .number = true},
                          {.head = "Current", .number = true},
                          {.head = "Outcome it serves"}},
              .rows = {}};
  for (const model::Objective& objective : plan.objectives)
    if (*objective.priority == *priority.id) table.rows.push_back(objective_row(objective, context));
  return without_empty_columns(std::move(table), 2);
}

std::vector<Series> figures_of(const model::Plan& plan, const model::PlanPriority& priority) {
  std::vector<Series> all;
  for (const model::Objective& objective : plan.objectives)
    if (*objective.priority == *priority.id && objective.indicator)
      all.push_back({.name = text_or(objective.indicator->text, *objective.id),
                     .unit = objective.indicator->unit,
                     .figures = objective.indicator->series});
  return all;
}

void add_success(Blocks& blocks, const model::Plan& plan, const Priorities& priorities, const Context& context) {
  add_section(blocks, "3 What success looks like");
  if (priorities.empty()) return add_text(blocks, "The plan has no priorities yet.");
  for (const model::PlanPriority* priority : priorities) {
    blocks.push_back(Heading{.level = 3, .text = priority_name(*priority)});
    Table table = objectives_table(plan, *priority, context);
    if (table.rows.empty()) add_text(blocks, "No objective is stated yet.");
    if (!table.rows.empty()) blocks.push_back(std::move(table));
    add_series(blocks, figures_of(plan, *priority), "Indicator", context.workspace.as_of);
  }
}

Cell status_cell(const model::Step& step) {
  const std::string status(status_text(*step.status));
  if (!step.status) return text_cell("not given");
  if (!step.done_on) return Cell{.text = status, .number = {}, .source = step.status.span};
  return Cell{.text = status + " on " + base::to_text(*step.done_on), .number = {}, .source = step.status.span};
}

std::string after_text(const model::Step& step, const model::Plan& plan) {
  std::vector<std::string> names;
  for (const model::LocatedText& id : step.after) {
    const model::Step* first = model::find_step(plan, *id);
    names.push_back(first == nullptr ? *id : step_name(*first));
  }
  return names_joined(names);
}

Table steps_table(const model::Plan& plan, const model::Objective& objective, bool with_names) {
  Table table{.caption = "Action steps for this objective",
              .columns = {{.head = "Action step"},
                          {.head = "Responsible"},
                          {.head = "Monitoring date"},
                          {.head = "Status"},
                          {.head = "Start"},
                          {.head = "Due"},
                          {.head = "After"},
                          {.head = "Support needs"}},
              .rows = {}};
  for (const model::Step& step : plan.steps)
    if (*step.objective == *objective.id)
      table.rows.push_back({text_cell(step_name(step)), text_cell(responsible_words(step, with_names)),
                            date_cell(step.monitor_on), status_cell(step), date_cell(step.start), date_cell(step.due),
                            text_cell(after_text(step, plan)), text_cell(texts_joined(step.supports))});
  return without_empty_columns(std::move(table), 4);
}

void add_steps(Blocks& blocks, const model::Plan& plan, const Priorities& priorities, const Context& context) {
  const bool with_names = context.contacts;
  add_section(blocks, "4 Action steps");
  if (plan.objectives.empty()) return add_text(blocks, "Action steps follow once objectives are stated.");
  if (auto chart = steps_chart(score::progress(plan, context.workspace.as_of))) blocks.push_back(std::move(*chart));
  for (const model::PlanPriority* priority : priorities)
    for (const model::Objective& objective : plan.objectives) {
      if (*objective.priority != *priority->id) continue;
      blocks.push_back(Heading{.level = 3, .text = objective_name(objective)});
      Table table = steps_table(plan, objective, with_names);
      if (table.rows.empty()) add_text(blocks, "No action step is planned yet.");
      if (!table.rows.empty()) blocks.push_back(std::move(table));
    }
}

void add_reviews(Blocks& blocks, const model::Plan& plan) {
  if (plan.reviews.empty()) return;
  add_section(blocks, "Reviews");
  Table table{
      .caption = "What monitoring found",
      .columns = {{.head = "Date"}, {.head = "About"}, {.head = "Status"}, {.head = "Note"}, {.head = "Change"}},
      .rows = {}};
  for (const model::Review& review : plan.reviews)
    table.rows.push_back({date_cell(review.date), text_cell(review_subject(review, plan)),
                          text_cell(std::string(review.status ? status_text(*review.status) : kNone)),
                          text_cell(review.note), text_cell(review.change)});
  blocks.push_back(without_empty_columns(std::move(table), 2));
}

}  // namespace

Document plan_report(const model::Plan& plan, const Context& context) {
  const Priorities priorities = by_area(plan, context);
  Document page{
      .title = "Implementation plan: " + county_text(context.workspace, plan.county) + ", " + date_text(plan.date),
      .blocks = {}};
  page.blocks.push_back(Paragraph{.text = lead_text(plan, context), .lead = true});
  page.blocks.push_back(figures_of(plan));
  page.blocks.push_back(facts_of(plan, context));
  add_team(page.blocks, plan, context.contacts);
  add_priorities(page.blocks, priorities, context);
  add_horizon(page.blocks, plan.horizon);
  add_success(page.blocks, plan, priorities, context);
  add_steps(page.blocks, plan, priorities, context);
  add_reviews(page.blocks, plan);
  return with_abbreviations(std::move(page));
}

}  // namespace cpm::report
