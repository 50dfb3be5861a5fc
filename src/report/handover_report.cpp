// `cpm report handover`: for a new director. Where we are, what was decided and why, what is next, who to ask.
#include <utility>

#include "base/text.h"
#include "report/abbreviations.h"
#include "report/plan_charts.h"
#include "report/plan_words.h"
#include "report/result_parts.h"
#include "report/score_blocks.h"
#include "report/score_charts.h"
#include "report/snapshot_sections.h"
#include "report/status_blocks.h"

namespace cpm::report {

namespace {

Paragraph lead_of(const score::Progress& progress, const score::Scorecard* card, const Context& context) {
  const std::string county = county_text(context.workspace, progress.plan->county);
  const std::string snapshot = card == nullptr ? county + " has no final Snapshot yet."
                                               : "On " + date_text(card->snapshot->date) + ", " + county +
                                                     " rated its capacity for the Core Practice Model (CPM): " +
                                                     total_sentence(*card);
  return Paragraph{.text = snapshot + " Of its plan, as of " + base::written_out(progress.as_of) + ": " +
                           standing_text(progress) + ".",
                   .lead = true};
}

KeyFigures figures_of(const score::Progress& progress, const score::Scorecard* card) {
  KeyFigures figures = standing_figures(progress);
  const auto share = card == nullptr ? std::optional<base::Ratio>{} : score::share(card->total);
  if (share) figures.figures.insert(figures.figures.begin(), {percent_text(*share), "of the possible points"});
  return figures;
}

Facts facts_of(const score::Progress& progress, const score::Scorecard* card, const Context& context) {
  const model::Plan& plan = *progress.plan;
  return Facts{{{"County", county_text(context.workspace, plan.county)},
                {"As of", base::written_out(progress.as_of)},
                {"Snapshot of", card == nullptr ? "no date" : date_text(card->snapshot->date)},
                {"Plan of", date_text(plan.date)},
                {"Target start date", date_text(plan.horizon.start)},
                {"Target date for reassessment", date_text(plan.horizon.reassess)}}};
}

void add_where(Blocks& blocks, const score::Scorecard* card) {
  add_section(blocks, "Where we are");
  if (card == nullptr) return add_text(blocks, "There is no final Snapshot to tell from.");
  AreaNames names;
  blocks.emplace_back(area_chart(*card));
  blocks.emplace_back(area_table(*card, names));
  blocks.emplace_back(total_note(*card));
  List strengths;
  for (const model::Remark& strength : analysis_of(*card->snapshot).strengths)
    if (strength.text) strengths.entries.push_back(*strength.text);
  if (strengths.entries.empty()) return;
  add_text(blocks, "What the team counts on:");
  blocks.emplace_back(std::move(strengths));
}

/// The Snapshot that the plan follows; it may be older than the newest.
const model::Snapshot* snapshot_of_plan(const Context& context) {
  return context.document.snapshot == nullptr ? nullptr
                                              : model::content_as<model::Snapshot>(*context.document.snapshot);
}

Table decisions_table(const model::Plan& plan, const Context& context) {
  Table table{.caption = "Priorities and the reasons for them",
              .columns = {{.head = "Priority"}, {.head = "Area"}, {.head = "Why it was chosen"}, {.head = "Why when"}},
              .rows = {}};
  const model::Snapshot* source = snapshot_of_plan(context);
  for (const model::PlanPriority& priority : plan.priorities) {
    const model::SnapshotPriority* chosen = source == nullptr || !priority.from_snapshot
                                                ? nullptr
                                                : model::find_priority(*source, *priority.from_snapshot);
    table.rows.push_back(
        {text_cell(text_or(priority.title, *priority.id)), text_cell(area_label(context, *priority.area)),
         chosen == nullptr ? text_cell(std::string(kNone)) : text_cell(chosen->reason), text_cell(priority.reason)});
  }
  return without_empty_columns(std::move(table), 2);
}

void add_changes(Blocks& blocks, const model::Plan& plan) {
  Table table{.caption = "What was changed on the way",
              .columns = {{.head = "About"}, {.head = "Date"}, {.head = "What was found"}, {.head = "Change"}},
              .rows = {}};
  for (const model::Review& review : plan.reviews)
    if (review.change)
      table.rows.push_back({text_cell(review_subject(review, plan)), date_cell(review.date), text_cell(review.note),
                            text_cell(review.change)});
  if (!table.rows.empty()) blocks.emplace_back(std::move(table));
}

void add_decisions(Blocks& blocks, const model::Plan& plan, const Context& context) {
  add_section(blocks, "What was decided, and why");
  if (plan.priorities.empty()) add_text(blocks, "The plan has no priorities yet.");
  if (!plan.priorities.empty()) blocks.emplace_back(decisions_table(plan, context));
  add_changes(blocks, plan);
}

void add_next(Blocks& blocks, const score::Progress& progress, const Context& context) {
  add_section(blocks, "What is next");
  if (auto chart = steps_chart(progress)) blocks.emplace_back(std::move(*chart));
  if (progress.overdue == 0) add_text(blocks, "No step is overdue.");
  if (progress.overdue > 0) blocks.emplace_back(overdue_table(progress, context));
  if (progress.upcoming == 0)
    add_text(blocks, "No step comes up in the next " + std::to_string(score::kUpcomingDays) + " days.");
  if (progress.upcoming > 0) blocks.emplace_back(upcoming_table(progress, context));
}

const model::Academy* academy_of(const Context& context) {
  const model::Workspace& workspace = context.workspace;
  if (workspace.built_in == nullptr || context.document.home >= workspace.homes.size()) return nullptr;
  const model::Repository* repository = workspace.homes[context.document.home].repository;
  if (repository == nullptr || !repository->academy) return nullptr;
  return model::find_academy(workspace.built_in->regions, *repository->academy);
}

void add_people(Blocks& blocks, const score::Progress& progress, const Context& context) {
  const model::Plan& plan = *progress.plan;
  add_section(blocks, "Who to ask");
  Facts facts;
  if (context.contacts && plan.contact)
    for (const auto& [label, text] :
         {std::pair{"Contact person", &plan.contact->name}, std::pair{"Email", &plan.contact->email},
          std::pair{"Phone", &plan.contact->phone}})
      if (*text) facts.facts.push_back({label, **text});
  if (const model::Academy* academy = academy_of(context))
    facts.facts.push_back({"Regional Training Academy", text_or(academy->name, *academy->id)});
  if (!facts.facts.empty()) blocks.emplace_back(std::move(facts));
  if (plan.team.empty()) add_text(blocks, "The plan names no team.");
  if (!plan.team.empty()) blocks.emplace_back(team_table(plan, context.contacts));
  if (!progress.load.empty()) blocks.emplace_back(load_table(progress));
}

void add_terms(Blocks& blocks) {
  add_section(blocks, "What the terms mean");
  blocks.emplace_back(List{
      .entries = {
          "Core Practice Model (CPM): the shared way of working of California's child welfare agencies. It is not the "
          "Integrated Core Practice Model (ICPM), which also covers probation and behavioral health.",
          "Snapshot: the county's own answers to where it stands, agreed by a team at a day.",
          "Percent: points out of the points possible on the items that have a score.",
          "Priority: one of the few areas of work that the team chose for the plan; the choice is the team's.",
          "Objective: a change that one can see. Action step: what is done for it, by whom and by when.",
          "Monitoring date: the day on which the team looks at a step; not always the day on which it is due.",
          "Overdue: an open step whose monitoring date has passed.",
          "Regional Training Academy (RTA): supports the counties of its region.",
          "System Improvement Plan (SIP): the county's five-year plan for the state; steps may name its strategies.",
      }});
}

Result snapshot_part(const score::Scorecard* card) {
  if (card == nullptr) return {};
  return Result::Fields{{"date", date_result(card->snapshot->date)},
                        {"points", card->total.points},
                        {"possible", card->total.possible},
                        {"percent", percent_result(score::share(card->total))}};
}

Result priority_result(const model::PlanPriority& priority) {
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
  Document page{.title = "Hand-over: " + county_text(context.workspace, progress.plan->county) + ", as of " +
                         base::written_out(progress.as_of),
                .blocks = {}};
  page.blocks.emplace_back(lead_of(progress, card, context));
  page.blocks.emplace_back(figures_of(progress, card));
  page.blocks.emplace_back(facts_of(progress, card, context));
  add_where(page.blocks, card);
  add_decisions(page.blocks, *progress.plan, context);
  add_next(page.blocks, progress, context);
  add_people(page.blocks, progress, context);
  add_terms(page.blocks);
  return with_abbreviations(std::move(page));
}

Result handover_result(const score::Progress& progress, const score::Scorecard* card) {
  const model::Plan& plan = *progress.plan;
  return Result::Fields{{"county", text_result(plan.county)},
                        {"as_of", base::to_text(progress.as_of)},
                        {"plan", date_result(plan.date)},
                        {"snapshot", snapshot_part(card)},
                        {"priorities", list_of(plan.priorities, priority_result)},
                        {"overdue", steps_that(progress, &score::StepProgress::overdue)},
                        {"upcoming", steps_that(progress, &score::StepProgress::upcoming)}};
}

}  // namespace cpm::report
