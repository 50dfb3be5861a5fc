#include "report/plan_pages.h"

#include <fmt/format.h>

#include <algorithm>

#include "report/approvals.h"
#include "report/plan_blocks.h"
#include "report/result_fields.h"
#include "report/target_blocks.h"
#include "score/progress.h"

namespace cpm::report {

namespace {

using PlanPriorities = std::vector<const model::PlanPriority*>;

std::string months_text(const model::Horizon& horizon) {
  return counted(base::whole_months(*horizon.start, *horizon.reassess), "full month");
}

std::string plan_answer(const model::Plan& plan, const Context& context) {
  const model::Horizon& horizon = plan.horizon;
  const std::string when = horizon.start && horizon.reassess
                               ? fmt::format("From {} to {} ({}),", date_text(horizon.start),
                                             date_text(horizon.reassess), months_text(horizon))
                               : "The planning horizon is not complete yet:";
  return fmt::format("{} {} works on {} of the Core Practice Model (CPM) with {} and {}.{}", when,
                     county_text(context.workspace, plan.county),
                     counted(plan.priorities.size(), "priority", "priorities"),
                     counted(plan.objectives.size(), "objective"), counted(plan.steps.size(), "action step"),
                     targets_sentence(context.targets));
}

KeyFigures figures_of_plan(const model::Plan& plan) {
  const auto figure = [](std::size_t count, std::string_view one, std::string_view many) {
    return KeyFigure{.figure = std::to_string(count), .label = base::noun_for(count == 1, one, many)};
  };
  return KeyFigures{{figure(plan.priorities.size(), "priority", "priorities"),
                     figure(plan.objectives.size(), "objective", "objectives"),
                     figure(plan.steps.size(), "action step", "action steps")}};
}

/// "Snapshot of March 15, 2026", from the Snapshot itself where the repository has it.
std::string snapshot_followed(const model::Plan& plan, const Context& context) {
  const model::Document* document = context.document.snapshot;
  const auto* snapshot = document == nullptr ? nullptr : model::content_as<model::Snapshot>(*document);
  if (snapshot != nullptr) return "Snapshot of " + date_text(snapshot->date);
  if (!plan.snapshot) return "not given";
  if (plan.snapshot->date) return "Snapshot of " + date_text(plan.snapshot->date);
  return text_or(plan.snapshot->file, "not given");
}

Facts facts_of_plan(const model::Plan& plan, const Context& context) {
  Facts facts{{{"County", county_text(context.workspace, plan.county)},
               {"Date", date_text(plan.date)},
               {"Follows", snapshot_followed(plan, context)}}};
  add_approvals(facts, plan.approvals);
  if (!context.contacts || !plan.contact) return facts;
  facts.facts.push_back({"Contact person", text_or(plan.contact->name, kNone)});
  facts.facts.push_back({"Email", text_or(plan.contact->email, kNone)});
  facts.facts.push_back({"Phone", text_or(plan.contact->phone, kNone)});
  return facts;
}

// Priorities and horizon

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

/// Area by area; within an area by `order`, and those without one last.
PlanPriorities priorities_by_area(const model::Plan& plan, const Context& context) {
  PlanPriorities all;
  for (const std::string& area : area_order(plan, context)) {
    const auto first = static_cast<std::ptrdiff_t>(all.size());
    for (const model::PlanPriority& priority : plan.priorities)
      if (*priority.area == area) all.push_back(&priority);
    std::stable_sort(all.begin() + first, all.end(), [](const model::PlanPriority* a, const model::PlanPriority* b) {
      if (a->order.given != b->order.given) return a->order.given;
      return a->order.given && *a->order < *b->order;
    });
  }
  return all;
}

std::string reason_text(const model::PlanPriority& priority) {
  if (priority.reason) return *priority.reason;
  return priority.from_snapshot ? "carried over from the Snapshot" : "none given";
}

Table priorities_table(const PlanPriorities& priorities, const Context& context) {
  Table table = table_of("Where to start", {"Priority", "Area", number("Order"), "Reason"});
  for (const model::PlanPriority* priority : priorities)
    table.rows.push_back({text_cell(priority_name(*priority)), text_cell(area_label(context, *priority->area)),
                          priority->order ? whole_cell(*priority->order) : text_cell("not given"),
                          text_cell(reason_text(*priority))});
  return table;
}

void add_horizon(Page& page, const model::Horizon& horizon) {
  Facts facts{
      {{"Target start date", date_text(horizon.start)}, {"Target date for reassessment", date_text(horizon.reassess)}}};
  if (horizon.start && horizon.reassess) facts.facts.push_back({"Length", months_text(horizon)});
  page.section("2b Planning horizon");
  page.facts(std::move(facts));
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

Table objectives_table(const model::Plan& plan, const model::PlanPriority& priority, const Context& context) {
  Table table = table_of(
      "Objectives and how they are measured",
      {"Objective", "Indicator", "Unit", number("Baseline"), number("Target"), number("Current"), "Outcome it serves"});
  const model::Indicator none{};
  for (const model::Objective& objective : plan.objectives) {
    if (*objective.priority != *priority.id) continue;
    const model::Indicator& indicator = objective.indicator ? *objective.indicator : none;
    table.rows.push_back({text_cell(objective_name(objective)), text_cell(indicator.text), text_cell(indicator.unit),
                          figure_cell(indicator.baseline), figure_cell(indicator.target),
                          figure_cell(score::latest(indicator, context.workspace.as_of)),
                          text_cell(outcome_text(objective, context))});
  }
  return without_empty_columns(std::move(table), 2);
}

std::vector<Series> indicator_series(const model::Plan& plan, const model::PlanPriority& priority) {
  std::vector<Series> all;
  for (const model::Objective& objective : plan.objectives)
    if (*objective.priority == *priority.id && objective.indicator)
      all.push_back({.name = text_or(objective.indicator->text, *objective.id),
                     .unit = objective.indicator->unit,
                     .figures = objective.indicator->series});
  return all;
}

/// The title of an item of the Snapshot's instrument, else of a built-in one; else its id.
std::string asked_item_name(const Context& context, const std::string& id) {
  const model::Document* const snapshot = context.document.snapshot;
  const model::Item* item = snapshot == nullptr || snapshot->instrument == nullptr
                                ? nullptr
                                : model::find_item(*snapshot->instrument, id);
  if (item == nullptr && context.workspace.built_in != nullptr)
    for (const model::Instrument& instrument : context.workspace.built_in->instruments)
      if (item == nullptr) item = model::find_item(instrument, id);
  return item == nullptr ? id : item_name(*item);
}

/// What a plan aims at of which no Snapshot says where it stands.
Table bare_targets_table(const model::Plan& plan, const Context& context) {
  Table table = table_of("Scores that the plan aims at", {"Item", "Priority", number("Aimed at")});
  for (const model::PlanPriority& priority : plan.priorities)
    for (const auto& [item, score] : priority.targets)
      table.rows.push_back(
          {text_cell(asked_item_name(context, *item)), text_cell(priority_name(priority)), whole_cell(*score)});
  return table;
}

void add_target_scores(Page& page, const model::Plan& plan, const Context& context) {
  constexpr const char* kTitle = "Target scores";
  for (const score::PlanTargets& targets : context.targets) add_targets(page, targets, kTitle);
  if (context.targets.empty()) page.section(kTitle, bare_targets_table(plan, context));
}

void add_success(Page& page, const model::Plan& plan, const PlanPriorities& priorities, const Context& context) {
  page.section("3 What success looks like");
  if (priorities.empty()) return page.text("The plan has no priorities yet.");
  for (const model::PlanPriority* priority : priorities) {
    page.section(priority_name(*priority), 3);
    page.table(objectives_table(plan, *priority, context), "No objective has been stated yet.");
    page.table(series_table(indicator_series(plan, *priority), "Indicator", context.workspace.as_of));
  }
}

Cell status_cell(const model::Step& step) {
  if (!step.status) return text_cell("not given");
  std::string text(model::word(*step.status));
  if (step.done_on) text += " on " + base::to_text(*step.done_on);
  return Cell{.text = std::move(text), .number = {}, .source = step.status.span};
}

std::string after_text(const model::Step& step, const model::Plan& plan) {
  std::vector<std::string> names;
  for (const model::LocatedText& id : step.after) {
    const model::Step* first = model::find_step(plan, *id);
    names.push_back(first == nullptr ? *id : step_name(*first));
  }
  return names_joined(names);
}

Table action_steps_table(const model::Plan& plan, const model::Objective& objective, bool with_names) {
  Table table = table_of("Action steps for this objective",
                         {"Action step", "Responsible", "Monitoring date", "Status", "With", "Start", "Due",
                          "Comes after", "Support needs", "Initiatives", "Note"});
  for (const model::Step& step : plan.steps)
    if (*step.objective == *objective.id)
      table.rows.push_back({text_cell(step_name(step)), text_cell(responsible_words(step, with_names)),
                            monitoring_cell(step), status_cell(step), text_cell(texts_joined(step.with)),
                            timeframe_cell(step.start), timeframe_cell(step.due), text_cell(after_text(step, plan)),
                            text_cell(texts_joined(step.supports)), text_cell(texts_joined(step.initiatives)),
                            text_cell(step.note)});
  return without_empty_columns(std::move(table), 4);
}

void add_action_steps(Page& page, const model::Plan& plan, const PlanPriorities& priorities, const Context& context) {
  page.section("4 Action steps");
  if (plan.objectives.empty()) return page.text("Action steps come once objectives are stated.");
  page.chart(steps_chart(score::progress(plan, context.workspace.as_of)));
  for (const model::PlanPriority* priority : priorities)
    for (const model::Objective& objective : plan.objectives) {
      if (*objective.priority != *priority->id) continue;
      page.section(objective_name(objective), 3);
      page.table(action_steps_table(plan, objective, context.contacts), "No action step has been planned yet.");
    }
}

Table reviews_table(const model::Plan& plan) {
  Table table = table_of("What monitoring found", {"Date", "About", "Status", "Note", "Change"});
  for (const model::Review& review : plan.reviews)
    table.rows.push_back({date_cell(review.date), text_cell(review_subject(review, plan)),
                          text_cell(review.status ? model::word(*review.status) : kNone), text_cell(review.note),
                          text_cell(review.change)});
  return without_empty_columns(std::move(table), 2);
}

// The result for programs

Result member_result(const model::TeamMember& member) {
  return Result::Fields{{"role", text_result(member.role)},
                        {"organization", text_result(member.organization)},
                        {"part", text_result(member.part)}};
}

Result plan_priority_result(const model::PlanPriority& priority) {
  Result::Fields fields{{"id", *priority.id},
                        {"area", text_result(priority.area)},
                        {"title", text_result(priority.title)},
                        {"from_snapshot", text_result(priority.from_snapshot)},
                        {"order", whole_result(priority.order)},
                        {"reason", text_result(priority.reason)}};
  const auto target = [](const model::Keyed<model::LocatedWhole>& one) {
    return Result(Result::Fields{{"item", *one.key}, {"aim", whole_result(one.value)}});
  };
  if (!priority.targets.empty()) fields.emplace_back("targets", list_of(priority.targets, target));
  return fields;
}

Result indicator_result(const std::optional<model::Indicator>& indicator, base::Date as_of) {
  if (!indicator) return {};
  return Result::Fields{{"text", text_result(indicator->text)},
                        {"unit", text_result(indicator->unit)},
                        {"baseline", decimal_result(indicator->baseline)},
                        {"target", decimal_result(indicator->target)},
                        {"current", decimal_result(score::latest(*indicator, as_of))},
                        {"series", series_result(indicator->series)}};
}

Result objective_result(const model::Objective& objective, base::Date as_of) {
  return Result::Fields{{"id", *objective.id},
                        {"priority", text_result(objective.priority)},
                        {"statement", text_result(objective.statement)},
                        {"indicator", indicator_result(objective.indicator, as_of)},
                        {"outcome", text_result(objective.outcome)}};
}

Result plan_step_result(const model::Step& step) {
  Result::Fields fields{{"id", *step.id},
                        {"objective", text_result(step.objective)},
                        {"action", text_result(step.action)},
                        {"responsible", text_or_null(score::responsible_text(step, false))},
                        {"start", timeframe_result(step.start)},
                        {"due", timeframe_result(step.due)},
                        {"monitor_on", timeframe_result(step.monitor_on)},
                        {"done_on", date_result(step.done_on)},
                        {"status", key_result(step.status)},
                        {"after", texts_result(step.after)},
                        {"supports", texts_result(step.supports)},
                        {"initiatives", texts_result(step.initiatives)}};
  add_partners_and_rhythm(fields, step);
  if (step.note) fields.emplace_back("note", *step.note);
  return fields;
}

Result review_result(const model::Review& review) {
  return Result::Fields{{"date", date_result(review.date)},           {"step", text_result(review.step)},
                        {"objective", text_result(review.objective)}, {"status", key_result(review.status)},
                        {"note", text_result(review.note)},           {"change", text_result(review.change)}};
}

Result horizon_result(const model::Horizon& horizon) {
  const bool known = horizon.start && horizon.reassess;
  return Result::Fields{{"start", date_result(horizon.start)},
                        {"reassess", date_result(horizon.reassess)},
                        {"months", known ? Result(base::whole_months(*horizon.start, *horizon.reassess)) : Result()}};
}

}  // namespace

Document plan_report(const model::Plan& plan, const Context& context) {
  const PlanPriorities priorities = priorities_by_area(plan, context);
  Page page(
      fmt::format("Implementation plan: {}, {}", county_text(context.workspace, plan.county), date_text(plan.date)));
  page.lead(plan_answer(plan, context));
  page.figures(figures_of_plan(plan));
  page.facts(facts_of_plan(plan, context));
  page.section("1 Planning team");
  page.table(team_table(plan, context.contacts), "The plan does not name a team.");
  page.section("2a Priorities by area");
  page.table(priorities_table(priorities, context), "The plan has no priorities yet.");
  add_horizon(page, plan.horizon);
  add_success(page, plan, priorities, context);
  add_target_scores(page, plan, context);
  add_action_steps(page, plan, priorities, context);
  page.section("Reviews", reviews_table(plan));
  add_approvals(page, plan.approvals);
  return std::move(page).done();
}

Result plan_result(const model::Plan& plan, base::Date as_of, PlansTargets targets) {
  const auto objective = [as_of](const model::Objective& one) { return objective_result(one, as_of); };
  Result::Fields fields{{"county", text_result(plan.county)},
                        {"date", date_result(plan.date)},
                        {"team", list_of(plan.team, member_result)},
                        {"horizon", horizon_result(plan.horizon)},
                        {"priorities", list_of(plan.priorities, plan_priority_result)},
                        {"objectives", list_of(plan.objectives, objective)},
                        {"steps", list_of(plan.steps, plan_step_result)},
                        {"reviews", list_of(plan.reviews, review_result)}};
  add_targets_result(fields, targets);
  add_approvals(fields, plan.approvals);
  return fields;
}

}  // namespace cpm::report
