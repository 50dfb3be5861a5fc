// Plans: priorities, what they aim at, objectives and how one will see that they are reached.
#include "facts/rows.h"

namespace cpm::facts {
namespace {

using model::Objective;
using model::Plan;
using model::PlanPriority;

struct PlanFacts {
  const Source& source;
  const Plan& plan;
  std::string_view snapshot_file;
};

constexpr Column kPlanDate{"date", Type::date, Need::must, "The day on which the team agreed on the plan."};

constexpr std::array<ColumnOf<PlanFacts>, 7> kPlanColumns = {{
    {kFile, of_file},
    {kCounty, of_county},
    {kPlanDate, of_date},
    {{"snapshot_file", Type::text, Need::may,
      "The Snapshot that it follows; none if its facts are not in this export."},
     [](const PlanFacts& facts) -> Value { return cell(facts.snapshot_file); }},
    {{"start", Type::date, Need::must, "Target start date: the first action on any priority."},
     [](const PlanFacts& facts) -> Value { return cell(facts.plan.horizon.start); }},
    {{"reassess", Type::date, Need::must, "Target date for reassessment."},
     [](const PlanFacts& facts) -> Value { return cell(facts.plan.horizon.reassess); }},
    {{"team", Type::whole, Need::must, "Members of the planning team that the file lists."},
     [](const PlanFacts& facts) -> Value { return static_cast<std::int64_t>(facts.plan.team.size()); }},
}};
constexpr auto kPlanHeads = heads(kPlanColumns);

// priorities

using PriorityEntry = Entry<PlanPriority>;

constexpr std::array<ColumnOf<PriorityEntry>, 9> kPlanPriorityColumns = {{
    {kFile, of_file},
    {{"priority", Type::text, Need::key, "Its id in the plan."},
     [](const PriorityEntry& entry) -> Value { return cell(entry.record.id); }},
    {kCounty, of_county},
    {{"area", Type::text, Need::must, "The area it belongs to."},
     [](const PriorityEntry& entry) -> Value { return cell(entry.record.area); }},
    {{"title", Type::prose, Need::may, "The priority in a few words."},
     [](const PriorityEntry& entry) -> Value { return cell(entry.record.title); }},
    {{"from_snapshot", Type::text, Need::may, "The id of the Snapshot's priority that it comes from."},
     [](const PriorityEntry& entry) -> Value { return cell(entry.record.from_snapshot); }},
    {{"place", Type::whole, Need::may, "Its place in the order; 1 comes first."},
     [](const PriorityEntry& entry) -> Value { return cell(entry.record.order); }},
    {{"reason", Type::prose, Need::may, "Why it was chosen."},
     [](const PriorityEntry& entry) -> Value { return cell(entry.record.reason); }},
    {{"confirmed_on", Type::date, Need::may, "When the team last looked at it again."},
     [](const PriorityEntry& entry) -> Value { return cell(entry.record.confirmed_on); }},
}};
constexpr auto kPlanPriorityHeads = heads(kPlanPriorityColumns);

// targets

struct TargetFacts {
  const Source& source;
  const PlanPriority& priority;
  const model::Keyed<model::LocatedWhole>& target;
};

constexpr std::array<ColumnOf<TargetFacts>, 5> kTargetColumns = {{
    {kFile, of_file},
    {{"priority", Type::text, Need::key, "The priority."},
     [](const TargetFacts& facts) -> Value { return cell(facts.priority.id); }},
    {kItem, [](const TargetFacts& facts) -> Value { return cell(facts.target.key); }},
    {kCounty, of_county},
    {{"score", Type::whole, Need::must, "The score that the priority aims at."},
     [](const TargetFacts& facts) -> Value { return cell(facts.target.value); }},
}};
constexpr auto kTargetHeads = heads(kTargetColumns);

// objectives

using ObjectiveEntry = Entry<Objective>;

constexpr std::array<ColumnOf<ObjectiveEntry>, 7> kObjectiveColumns = {{
    {kFile, of_file},
    {{"objective", Type::text, Need::key, "Its id in the plan."},
     [](const ObjectiveEntry& entry) -> Value { return cell(entry.record.id); }},
    {kCounty, of_county},
    {{"priority", Type::text, Need::must, "The priority that it serves."},
     [](const ObjectiveEntry& entry) -> Value { return cell(entry.record.priority); }},
    {{"statement", Type::prose, Need::may, "What is to be reached."},
     [](const ObjectiveEntry& entry) -> Value { return cell(entry.record.statement); }},
    {{"outcome", Type::text, Need::may, "The outcome that it serves."},
     [](const ObjectiveEntry& entry) -> Value { return cell(entry.record.outcome); }},
    {{"confirmed_on", Type::date, Need::may, "When the team last looked at it again."},
     [](const ObjectiveEntry& entry) -> Value { return cell(entry.record.confirmed_on); }},
}};
constexpr auto kObjectiveHeads = heads(kObjectiveColumns);

// indicators: of objectives that have one

constexpr Column kObjective{"objective", Type::text, Need::key, "The objective."};

constexpr std::array<ColumnOf<ObjectiveEntry>, 8> kIndicatorColumns = {{
    {kFile, of_file},
    {kObjective, [](const ObjectiveEntry& entry) -> Value { return cell(entry.record.id); }},
    {kCounty, of_county},
    {{"text", Type::prose, Need::may, "What is counted or measured."},
     [](const ObjectiveEntry& entry) -> Value { return cell(entry.record.indicator->text); }},
    {{"unit", Type::text, Need::may, "The unit."},
     [](const ObjectiveEntry& entry) -> Value { return cell(entry.record.indicator->unit); }},
    {{"baseline", Type::decimal, Need::may, "The figure at the beginning."},
     [](const ObjectiveEntry& entry) -> Value { return cell(entry.record.indicator->baseline); }},
    {{"target", Type::decimal, Need::may, "The figure aimed at."},
     [](const ObjectiveEntry& entry) -> Value { return cell(entry.record.indicator->target); }},
    {{"current", Type::decimal, Need::may, "The figure now, as the file says it beside the dated ones."},
     [](const ObjectiveEntry& entry) -> Value { return cell(entry.record.indicator->current); }},
}};
constexpr auto kIndicatorHeads = heads(kIndicatorColumns);

struct FigureFacts {
  const Source& source;
  const Objective& objective;
  const model::Measured& figure;
  std::int64_t position = 0;
};

constexpr std::array<ColumnOf<FigureFacts>, 6> kIndicatorValueColumns = {{
    {kFile, of_file},
    {kObjective, [](const FigureFacts& facts) -> Value { return cell(facts.objective.id); }},
    {kPosition, [](const FigureFacts& facts) -> Value { return facts.position; }},
    {kCounty, of_county},
    {{"date", Type::date, Need::may, "The day of the figure."},
     [](const FigureFacts& facts) -> Value { return cell(facts.figure.date); }},
    {{"value", Type::decimal, Need::may, "The figure."},
     [](const FigureFacts& facts) -> Value { return cell(facts.figure.value); }},
}};
constexpr auto kIndicatorValueHeads = heads(kIndicatorValueColumns);

constexpr Reference kOfPlanFile[] = {{"file", "files"}, {"snapshot_file", "snapshots", "file"}};
constexpr Reference kOfPlan[] = {{"file", "plans"}};
constexpr Reference kOfPriority[] = {{"file, priority", "plan_priorities"}};
constexpr Reference kOfObjective[] = {{"file, objective", "objectives"}};
constexpr Reference kOfIndicator[] = {{"file, objective", "indicators"}};

}  // namespace

constexpr Table kPlanTable{
    .name = "plans", .about = "one row a plan", .columns = kPlanHeads, .references = kOfPlanFile};
constexpr Table kPlanPriorityTable{.name = "plan_priorities",
                                   .about = "one row a priority of a plan",
                                   .columns = kPlanPriorityHeads,
                                   .references = kOfPlan};
constexpr Table kTargetTable{.name = "targets",
                             .about = "one row a score that a priority aims at",
                             .columns = kTargetHeads,
                             .references = kOfPriority};
constexpr Table kObjectiveTable{
    .name = "objectives", .about = "one row an objective", .columns = kObjectiveHeads, .references = kOfPriority};
constexpr Table kIndicatorTable{.name = "indicators",
                                .about = "one row an objective's indicator",
                                .columns = kIndicatorHeads,
                                .references = kOfObjective};
constexpr Table kIndicatorValueTable{.name = "indicator_values",
                                     .about = "one row a dated figure of an indicator",
                                     .columns = kIndicatorValueHeads,
                                     .references = kOfIndicator};

namespace {

void add_objective(Rows& rows, const ObjectiveEntry& entry) {
  rows.add(kObjectiveTable, kObjectiveColumns, entry);
  if (!entry.record.indicator) return;
  rows.add(kIndicatorTable, kIndicatorColumns, entry);
  std::int64_t position = 0;
  for (const model::Measured& figure : entry.record.indicator->series)
    rows.add(kIndicatorValueTable, kIndicatorValueColumns,
             FigureFacts{.source = entry.source, .objective = entry.record, .figure = figure, .position = ++position});
}

}  // namespace

void add_plan(Rows& rows, const Source& source, const Plan& plan, std::string_view snapshot_file) {
  rows.add(kPlanTable, kPlanColumns, PlanFacts{.source = source, .plan = plan, .snapshot_file = snapshot_file});
  rows.add_all(kPlanPriorityTable, kPlanPriorityColumns, source, plan.priorities);
  for (const PlanPriority& priority : plan.priorities)
    for (const model::Keyed<model::LocatedWhole>& target : priority.targets)
      rows.add(kTargetTable, kTargetColumns, TargetFacts{.source = source, .priority = priority, .target = target});
  for (const Objective& objective : plan.objectives)
    add_objective(rows, ObjectiveEntry{.source = source, .record = objective});
}

}  // namespace cpm::facts
