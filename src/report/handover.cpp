#include "report/plan_pages.h"

#include <fmt/format.h>

#include "report/approvals.h"
#include "report/outlook.h"
#include "report/plan_blocks.h"
#include "report/result_fields.h"
#include "report/score_blocks.h"
#include "report/score_pages.h"
#include "report/target_blocks.h"

namespace cpm::report {

namespace {

std::string handover_answer(const score::Progress& progress, const score::Scorecard* card, const Context& context) {
  const std::string county = county_text(context.workspace, progress.plan->county);
  const std::string snapshot = card == nullptr
                                   ? county + " has no final Snapshot yet."
                                   : fmt::format("On {}, {} rated its capacity for the Core Practice Model (CPM): {}",
                                                 date_text(card->snapshot->date), county, total_sentence(*card));
  return fmt::format("{} Its plan as of {}: {}.{}{}", snapshot, base::written_out(progress.as_of),
                     standing_text(progress), replaced_sentence(progress), targets_sentence(context.targets));
}

KeyFigures handover_figures(const score::Progress& progress, const score::Scorecard* card, PlansTargets targets) {
  KeyFigures figures = standing_figures(progress);
  const auto share = card == nullptr ? std::optional<base::Ratio>{} : score::share(card->total);
  if (share) figures.figures.insert(figures.figures.begin(), {percent_text(*share), "of the possible points"});
  add_targets_figure(figures, targets);
  return figures;
}

void add_where_we_are(Page& page, const score::Scorecard* card) {
  page.section("Where we are");
  if (card == nullptr) return page.text("There is no final Snapshot yet.");
  AreaNames names;
  page.chart(area_chart(*card));
  page.table(area_table(*card, names));
  page.text(total_note(*card));
  std::vector<std::string> strengths;
  for (const model::Remark& strength : analysis_of(*card->snapshot).strengths)
    if (strength.text) strengths.push_back(*strength.text);
  if (!strengths.empty()) page.text("Strengths that the team names:");
  page.list(std::move(strengths));
}

/// With the reasons in the Snapshot that the plan follows; it may be older than the newest.
Table decisions_table(const model::Plan& plan, const Context& context) {
  Table table = table_of("Priorities and the reasons for them",
                         {"Priority", "Area", "Why it was chosen", "Why in this order"});
  const model::Document* const followed = context.document.snapshot;
  const auto* source = followed == nullptr ? nullptr : model::content_as<model::Snapshot>(*followed);
  for (const model::PlanPriority& priority : plan.priorities) {
    const model::SnapshotPriority* chosen = source == nullptr || !priority.from_snapshot
                                                ? nullptr
                                                : model::find_priority(*source, *priority.from_snapshot);
    table.rows.push_back({text_cell(priority_name(priority)), text_cell(area_label(context, *priority.area)),
                          chosen == nullptr ? text_cell(kNone) : text_cell(chosen->reason),
                          text_cell(priority.reason)});
  }
  return without_empty_columns(std::move(table), 2);
}

Table plan_changes_table(const model::Plan& plan) {
  Table table = table_of("What has changed since, and why", {"About", "Date", "What was found", "Change"});
  for (const model::Review& review : plan.reviews)
    if (review.change)
      table.rows.push_back({text_cell(review_subject(review, plan)), date_cell(review.date), text_cell(review.note),
                            text_cell(review.change)});
  return table;
}

const model::Academy* academy_of(const Context& context) {
  const model::Workspace& workspace = context.workspace;
  if (workspace.built_in == nullptr || context.document.home >= workspace.homes.size()) return nullptr;
  const model::Repository* repository = workspace.homes[context.document.home].repository;
  if (repository == nullptr || !repository->academy) return nullptr;
  return model::find_academy(workspace.built_in->regions, *repository->academy);
}

void add_who_to_ask(Page& page, const score::Progress& progress, const Context& context) {
  const model::Plan& plan = *progress.plan;
  Facts facts;
  const auto add = [&facts](const char* label, const model::LocatedText& text) {
    if (text) facts.facts.push_back({label, *text});
  };
  if (context.contacts && plan.contact) {
    add("Contact person", plan.contact->name);
    add("Email", plan.contact->email);
    add("Phone", plan.contact->phone);
  }
  if (const model::Academy* academy = academy_of(context))
    facts.facts.push_back({"Regional Training Academy", text_or(academy->name, *academy->id)});
  page.section("Who to ask");
  page.facts(std::move(facts));
  page.table(team_table(plan, context.contacts), "The plan does not name a team.");
  page.table(load_table(progress));
}

Result snapshot_part(const score::Scorecard* card) {
  if (card == nullptr) return {};
  return Result::Fields{{"date", date_result(card->snapshot->date)},
                        {"points", card->total.points},
                        {"possible", card->total.possible},
                        {"percent", percent_result(score::share(card->total))}};
}

Result decided_priority_result(const model::PlanPriority& priority) {
  return Result::Fields{{"id", text_result(priority.id)},
                        {"area", text_result(priority.area)},
                        {"title", text_result(priority.title)},
                        {"reason", text_result(priority.reason)}};
}

Result::List steps_that(const score::Progress& progress, bool score::StepProgress::*flag) {
  Result::List ids;
  for (const score::StepProgress& step : progress.steps)
    if (step.*flag) ids.emplace_back(*step.step->id);
  return ids;
}

}  // namespace

Document handover_report(const score::Progress& progress, const score::Scorecard* card, const Context& context) {
  const model::Plan& plan = *progress.plan;
  const std::string county = county_text(context.workspace, plan.county);
  const std::string as_of = base::written_out(progress.as_of);
  Page page(fmt::format("Handover: {}, as of {}", county, as_of));
  page.lead(handover_answer(progress, card, context));
  page.figures(handover_figures(progress, card, context.targets));
  Facts facts{{{"County", county},
               {"As of", as_of},
               {"Snapshot date", card == nullptr ? "no date" : date_text(card->snapshot->date)},
               {"Plan date", date_text(plan.date)},
               {"Target start date", date_text(plan.horizon.start)},
               {"Target date for reassessment", date_text(plan.horizon.reassess)}}};
  add_approvals(facts, plan.approvals);
  page.facts(std::move(facts));
  add_where_we_are(page, card);
  page.section("What was decided, and why");
  page.table(decisions_table(plan, context), "The plan has no priorities yet.");
  page.table(plan_changes_table(plan));
  for (const score::PlanTargets& targets : context.targets) add_targets(page, targets, "Target scores");
  page.section("What is next");
  if (std::string outlook = outlook_sentence(context.outlook); !outlook.empty()) page.text(std::move(outlook));
  page.chart(steps_chart(progress));
  page.table(overdue_table(progress, context), "No step is overdue.");
  page.table(upcoming_table(progress, context),
             fmt::format("No step comes up in the next {} days.", score::kUpcomingDays));
  add_who_to_ask(page, progress, context);
  page.section("What the terms mean");
  page.list(
      {"Core Practice Model (CPM): the shared way of working in California's child welfare agencies. It is not the "
       "Integrated Core Practice Model (ICPM), which also covers probation and behavioral health.",
       "Snapshot: the county's own answers to where it stands, agreed on by a team on one date.",
       "Percent: points as a share of the points possible on the items that have a score.",
       "Priority: one of the few areas of work that the team chose for the plan; the choice is the team's.",
       "Objective: a change that can be observed. Action step: what is done to reach it, by whom and by when.",
       "Monitoring date: the day when the team checks on a step, which is not always its due date.",
       "Overdue: an open step whose monitoring date, or due date if it has none, has passed.",
       "Regional Training Academy (RTA): supports the counties of its region.",
       "System Improvement Plan (SIP): the county's five-year plan for the state; steps may name its strategies."});
  return std::move(page).done();
}

Result handover_result(const score::Progress& progress, const score::Scorecard* card, const Context& context) {
  const model::Plan& plan = *progress.plan;
  Result::Fields fields{{"county", text_result(plan.county)},
                        {"as_of", base::to_text(progress.as_of)},
                        {"plan", date_result(plan.date)},
                        {"snapshot", snapshot_part(card)},
                        {"priorities", list_of(plan.priorities, decided_priority_result)},
                        {"overdue", steps_that(progress, &score::StepProgress::overdue)},
                        {"upcoming", steps_that(progress, &score::StepProgress::upcoming)}};
  add_replaced(fields, progress);
  add_outlook(fields, context.outlook, context.history);
  add_targets_result(fields, context.targets);
  add_approvals(fields, plan.approvals);
  return fields;
}

}  // namespace cpm::report
