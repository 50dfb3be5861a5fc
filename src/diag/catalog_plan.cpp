// Codes 5xx: plans.
#include "diag/catalog_tables.h"

namespace cpm::diag {
namespace {

constexpr CodeInfo kPlan[] = {
    {.code = 501,
     .name = "horizon-reversed",
     .severity = Severity::error,
     .place = "plan: horizon",
     .summary = "a plan that ends before it starts",
     .explanation =
         "The date for reassessment must lie after the start: between the two the plan is carried out. Here it lies "
         "before it, or on the same day. Usually the two dates were swapped or the year is wrong.",
     .basis = "Implementation Plan template, step 2b: target start date and target date for reassessment"},
    {.code = 502,
     .name = "horizon-length",
     .severity = Severity::warning,
     .place = "plan: horizon",
     .summary = "a planning horizon outside 12 to 18 months",
     .explanation =
         "Plans usually run 12 to 18 months: long enough to see progress, short enough to keep the thread through a "
         "fiscal year and a change of people. The message counts whole months. Move the start or the reassessment, or "
         "keep the dates if the county has its reasons and suppress the finding.",
     .basis = "Implementation Plan template, step 2b: a planning horizon of 12 to 18 months is typical"},
    {.code = 503,
     .name = "plan-priority-count",
     .severity = Severity::warning,
     .place = "plan: priorities",
     .summary = "fewer than 3 or more than 5 priorities in a plan",
     .explanation =
         "A plan takes on 3 to 5 priorities. Fewer may leave the county without a next step, and more are seldom "
         "followed up. Combine or put off some, or take another one over from the Snapshot.",
     .basis = "Implementation Plan template: 3 to 5 priorities"},
    {.code = 504,
     .name = "too-many-priorities",
     .severity = Severity::error,
     .place = "plan: priorities",
     .summary = "more than 12 priorities in a plan",
     .explanation =
         "The plan form has room for 12 priorities, three in each of the four areas. More cannot be reported in its "
         "order, nor carried out in one horizon. Put the others off to the next plan.",
     .basis = "Implementation Plan template: three lines for each of the four areas, 12 in all"},
    {.code = 505,
     .name = "priority-without-objective",
     .severity = Severity::warning,
     .place = "plan: objectives",
     .summary = "a priority that no objective serves",
     .explanation =
         "A priority says where to work, an objective what will be different then. Without an objective nobody can "
         "tell when the priority has been met. Add an objective whose `priority` is this id.",
     .basis = "Implementation Plan template, step 3: define success with objectives for each priority"},
    {.code = 506,
     .name = "objective-without-step",
     .severity = Severity::warning,
     .place = "plan: steps",
     .summary = "an objective that no step serves",
     .explanation =
         "Without an action step nothing moves toward this objective. Add at least one step whose `objective` is this "
         "id, with who is responsible and when progress is looked at.",
     .basis = "Implementation Plan: each priority is matched with objectives, action steps and timeframes"},
    {.code = 507,
     .name = "step-without-responsible",
     .severity = Severity::warning,
     .place = "plan: steps.responsible",
     .summary = "a step without a person responsible",
     .explanation =
         "A step that nobody leads is a step that nobody takes. The plan asks for a responsible leader or one named "
         "team. Add `responsible` with a `role` or `team`; a role survives when the person changes.",
     .basis = "Implementation Plan: the responsible leader or team is one of the key decisions it records"},
    {.code = 508,
     .name = "step-without-monitoring",
     .severity = Severity::warning,
     .place = "plan: steps.monitor_on",
     .summary = "a step without a monitoring date",
     .explanation =
         "The target date for monitoring is the day on which the team looks at the step's progress, in time to "
         "adjust. Without it a step is forgotten until the reassessment. Add `monitor_on`; steps that are done or "
         "dropped need none.",
     .basis = "Implementation Plan: the target date for monitoring progress is one of the key decisions it records"},
    {.code = 509,
     .name = "monitoring-after-reassessment",
     .severity = Severity::warning,
     .place = "plan: steps.monitor_on",
     .summary = "a monitoring date after the reassessment",
     .explanation =
         "The step is looked at only after the whole plan has been reassessed, when it is too late to adjust "
         "anything. Choose a monitoring date within the planning horizon, or move the reassessment.",
     .basis = "cpm's own rule: monitoring dates lie within the planning horizon"},
    {.code = 510,
     .name = "monitoring-before-start",
     .severity = Severity::warning,
     .place = "plan: steps.monitor_on",
     .summary = "a monitoring date before the plan starts",
     .explanation =
         "The step's progress is to be looked at before the plan has started. Usually the year is wrong. Choose a "
         "monitoring date within the planning horizon.",
     .basis = "cpm's own rule: monitoring dates lie within the planning horizon"},
    {.code = 511,
     .name = "done-without-date",
     .severity = Severity::warning,
     .place = "plan: steps.done_on",
     .summary = "a step that is done, without its date",
     .explanation =
         "The step is marked done, but not since when. Without the day the status report cannot show what was done in "
         "a period, and the next director cannot trace it. Add `done_on`.",
     .basis = "cpm's own rule"},
    {.code = 512,
     .name = "date-without-done",
     .severity = Severity::warning,
     .place = "plan: steps.done_on",
     .summary = "a step that has `done_on` but is not done",
     .explanation =
         "The step has a day on which it was done, but its status says otherwise. One of the two was not updated. Set "
         "`status: done`, or remove `done_on`.",
     .basis = "cpm's own rule"},
    {.code = 513,
     .name = "small-team",
     .severity = Severity::warning,
     .place = "plan: team",
     .summary = "a planning team of fewer than three people",
     .explanation =
         "A planning team of one or two seldom holds the key roles and the oversight that the priorities need, and "
         "the plan depends on each of them staying. Add members by role, for instance training staff, supervisors and "
         "partners.",
     .basis = "Implementation Plan template, step 1: the planning team; the number three is cpm's own rule"},
    {.code = 514,
     .name = "priority-not-in-snapshot",
     .severity = Severity::warning,
     .place = "plan: priorities.from_snapshot, priorities.reason",
     .summary = "a priority that is neither in the Snapshot nor explained",
     .explanation =
         "The plan follows a Snapshot, but this priority says neither which of the Snapshot's priorities it is nor "
         "why it is new. A reader would ask why the team's choice was changed. Add `from_snapshot` with the "
         "priority's id, or `reason`.",
     .basis =
         "Implementation Plan template, step 2a: priorities are brought over from Section E; the check is cpm's own"},
    {.code = 515,
     .name = "objective-is-activity",
     .severity = Severity::advice,
     .place = "plan: objectives.statement",
     .summary = "an objective that reads like an activity",
     .explanation =
         "An objective describes what will be different (\"every unit has a coach\"); this one starts with something "
         "to do (\"train coaches\"). An activity can be finished without anything having changed. Say what one will "
         "see when the activity has worked, and move the activity into a step. This is a guess from the first word; "
         "ignore it if it is wrong.",
     .basis = "cpm's own rule; the plan form asks \"what changes do we want to see\""},
    {.code = 516,
     .name = "no-snapshot",
     .severity = Severity::warning,
     .place = "plan: snapshot",
     .summary = "a plan that does not say which Snapshot it follows",
     .explanation =
         "The plan starts from the priorities of a Snapshot, and this one does not say from which. Readers cannot see "
         "where the priorities come from or whether they are still right. Add `snapshot` with its `file` or its "
         "`date`. Where there is no Snapshot yet, nothing is reported.",
     .basis = "Implementation Plan template, step 2a: priorities are brought over from the Snapshot"},
    {.code = 517,
     .name = "area-full",
     .severity = Severity::warning,
     .place = "plan: priorities.area",
     .summary = "more than three priorities in one area",
     .explanation =
         "The plan form has three lines for each area. A fourth priority in one area does not fit on it, and says "
         "that the work is unevenly spread. Combine two of them, or put one off.",
     .basis = "Implementation Plan template: three numbered lines for each area"},
    {.code = 518,
     .name = "circular-steps",
     .severity = Severity::error,
     .place = "plan: steps.after",
     .summary = "steps that wait for each other",
     .explanation =
         "Each of these steps waits for another of them, so none can ever start. The message names the circle. Decide "
         "which comes first, and remove what it waits for from its `after`.",
     .basis = "cpm's own rule"},
    {.code = 519,
     .name = "due-before-start",
     .severity = Severity::error,
     .place = "plan: steps.due",
     .summary = "a step that ends before it starts",
     .explanation =
         "The step is due before it starts. Usually the two dates were swapped or the year is wrong. Correct `start` "
         "or `due`.",
     .basis = "cpm's own rule"},
    {.code = 520,
     .name = "step-outside-horizon",
     .severity = Severity::warning,
     .place = "plan: steps.start, steps.due",
     .summary = "a step that starts or ends outside the planning horizon",
     .explanation =
         "The step starts or ends outside the time that the plan covers. Either it belongs in the next plan, or the "
         "horizon or the date is wrong. Correct the date, or move the step.",
     .basis = "cpm's own rule"},
    {.code = 521,
     .name = "several-responsible",
     .severity = Severity::warning,
     .place = "plan: steps.responsible",
     .summary = "a step with several leaders",
     .explanation =
         "The plan asks for one responsible leader or one named team, because what several people lead together is "
         "led by nobody. Name the one who answers for the step, or the team by its name; the others go under "
         "`with`.",
     .basis = "Implementation Plan: a responsible leader or team; the check of the wording is cpm's own"},
    {.code = 522,
     .name = "draft-snapshot",
     .severity = Severity::warning,
     .place = "plan: snapshot",
     .summary = "a plan that follows a draft Snapshot",
     .explanation =
         "The Snapshot behind the plan is still marked `draft`, so its scores and priorities may change under the "
         "plan. Finish the Snapshot and set its `status` to `final`, or wait with the plan.",
     .basis = "cpm's own rule"},
    {.code = 523,
     .name = "indicator-without-change",
     .severity = Severity::warning,
     .place = "plan: objectives.indicator.target",
     .summary = "an indicator whose target is its baseline",
     .explanation =
         "The indicator's target equals its baseline: there is nothing to reach, and progress cannot be computed. "
         "Usually one of the two numbers was copied. If the aim is to keep a level, say so in the objective and leave "
         "the indicator's target out.",
     .basis = "cpm's own rule"},
    {.code = 524,
     .name = "starts-before-predecessor",
     .severity = Severity::warning,
     .place = "plan: steps.start, steps.after",
     .summary = "a step that starts before the step it waits for ends",
     .explanation =
         "The step starts before a step that it waits for has ended. Either it need not wait, or the dates do not "
         "fit. Move one of the dates, or remove the step from `after`.",
     .basis = "cpm's own rule"},
    {.code = 525,
     .name = "step-without-status",
     .severity = Severity::warning,
     .place = "plan: steps.status",
     .summary = "a step without a status",
     .explanation =
         "Without a status the step appears as neither done nor open, and the status report is incomplete. Add "
         "`status`: `not_started`, `in_progress`, `done`, `delayed` or `dropped`.",
     .basis = "cpm's own rule"},
    {.code = 526,
     .name = "done-in-future",
     .severity = Severity::warning,
     .place = "plan: steps.done_on",
     .summary = "a step done after the as-of date",
     .explanation =
         "The day on which the step was done lies after the date of the check (`--as-of`). Usually the year is wrong, "
         "or the planned day was entered. Correct `done_on`, or leave it out until the step is done.",
     .basis = "cpm's own rule"},
    {.code = 527,
     .name = "objective-without-indicator",
     .severity = Severity::warning,
     .place = "plan: objectives.indicator",
     .summary = "an objective without an indicator",
     .explanation =
         "An indicator says how people will see that the objective has been reached: what is counted, its value now, and where "
         "it should be. Without one the reassessment can only be a feeling. Add `indicator` with `text`, `baseline` "
         "and `target`, if there is something to count.",
     .basis = "cpm's own rule; the plan form asks how success is defined"},
    {.code = 528,
     .name = "plan-of-other-county",
     .severity = Severity::error,
     .place = "plan: snapshot",
     .summary = "a plan that follows another county's Snapshot",
     .explanation =
         "The Snapshot that the plan follows belongs to another county. Its scores say nothing about this one. Name "
         "the county's own Snapshot, or correct `county` in one of the files.",
     .basis = "cpm's own rule"},
    {.code = 529,
     .name = "drift-without-review",
     .severity = Severity::advice,
     .place = "plan: reviews",
     .summary = "a delayed or dropped step that no review explains",
     .explanation =
         "The step is delayed or dropped, and no review says why or what follows. The next team will ask. Add a "
         "review with the date, the `step`, and a `note` or `change`.",
     .basis = "cpm's own rule"},
    {.code = 530,
     .name = "to-be-confirmed",
     .severity = Severity::advice,
     .place = "plan: confirmed_on of priorities and objectives",
     .summary = "a priority or objective whose basis has changed since",
     .explanation =
         "Since the plan was written, the score of an item behind it has changed, also to \"don't know\" or under "
         "the name that a newer instrument gives it (`same_as`), or a clause of the theory of change says with "
         "`revised_on` that its meaning was changed. The choice may still be right, but the team should say so. Look "
         "at it again and write the day as `confirmed_on`.",
     .basis = "cpm's own rule; plans are reassessed and revised"},
    {.code = 531,
     .name = "current-not-newest",
     .severity = Severity::warning,
     .place = "plan: current of indicators",
     .summary = "a current figure that is not the newest dated one",
     .explanation =
         "`current` and `series` give the latest value of an indicator, and they differ: pages show the one as the current "
         "figure and the other as the last point of the picture. Leave `current` out, so that the newest figure of "
         "`series` up to the day counts, or add it to `series` with its date.",
     .basis = "cpm's own rule"},
    {.code = 532,
     .name = "rhythm-without-first-date",
     .severity = Severity::warning,
     .place = "plan: steps.monitor_every",
     .summary = "monitoring that repeats without a first date",
     .explanation =
         "The step says how often its progress is looked at, and not from when, so no date can be worked out: neither the "
         "status report nor the calendar has the step. Add `monitor_on` with the first day, month or quarter.",
     .basis = "Implementation Plan: the target date for monitoring progress is one of the key decisions it records"},
    {.code = 533,
     .name = "rhythm-finer-than-date",
     .severity = Severity::warning,
     .place = "plan: steps.monitor_every",
     .summary = "monitoring every month whose first date is a quarter",
     .explanation =
         "Progress is to be looked at every month, but the first date names a quarter, so it is open which month is the "
         "first. Name the first month in `monitor_on`, or repeat the monitoring every quarter.",
     .basis = "cpm's own rule"},
    {.code = 534,
     .name = "rhythm-without-review",
     .severity = Severity::advice,
     .place = "plan: reviews",
     .summary = "monitoring that repeats and has had a whole period without a review",
     .explanation =
         "The step is open, a date of its monitoring has passed, the next one too, and no review is near either of them or "
         "later. A review counts for the date nearest to it. Look at the step and write what you find as an entry of "
         "`reviews`; or choose a rhythm that the team can keep. A plan that a later one has replaced is not asked.",
     .basis = "Implementation Plan: the target date for monitoring progress is one of the key decisions it records"},
    {.code = 536,
     .name = "sip-period-reversed",
     .severity = Severity::warning,
     .place = "plan: links.sip.period",
     .summary = "a link whose System Improvement Plan ends before it begins",
     .explanation =
         "The last day of the period lies before the first, so cpm cannot tell which System Improvement Plan the step or "
         "plan serves, and leaves the period out. Usually the two days were swapped, or a year is wrong.",
     .basis = "cpm's own rule"},
    {.code = 537,
     .name = "party-named-twice",
     .severity = Severity::warning,
     .place = "plan: steps.with",
     .summary = "somebody who is named twice for one step",
     .explanation =
         "`with` names who takes part beside the one responsible, each once. Named twice, the same role, team or "
         "organization looks like two, and one of the entries often was meant to be another party. Correct the entry, or "
         "take it out; who is responsible need not be named again.",
     .basis = "cpm's own rule"},
    {.code = 540,
     .name = "target-not-above-score",
     .severity = Severity::warning,
     .place = "plan: priorities.targets",
     .summary = "a target that the Snapshot has reached already",
     .explanation =
         "The plan aims at a score that the item had in the Snapshot that the plan follows, or at a lower one, so there "
         "is nothing to reach. Usually the score was mistyped, or the item is not what the priority is about. Aim "
         "higher, or take the item out of `targets`.",
     .basis = "cpm's own rule"},
    {.code = 541,
     .name = "target-in-other-area",
     .severity = Severity::advice,
     .place = "plan: priorities.targets",
     .summary = "a target for an item of another area than its priority's",
     .explanation =
         "The item belongs to one area and the priority to another, so reports that go area by area show the target "
         "where nobody looks for it. That can be meant: some work lifts several areas. Otherwise move the target to a "
         "priority of the item's area.",
     .basis = "cpm's own rule"},
    {.code = 542,
     .name = "targets-disagree",
     .severity = Severity::error,
     .place = "plan: priorities.targets",
     .summary = "two targets for one item with different scores",
     .explanation =
         "Two priorities aim at different scores for the same item, so nobody can say when it is reached, or what the "
         "area would score. Decide on one score, and name the item under one priority.",
     .basis = "cpm's own rule"},
    {.code = 543,
     .name = "target-not-applicable",
     .severity = Severity::warning,
     .place = "plan: priorities.targets",
     .summary = "a target for an item that does not apply",
     .explanation =
         "By the Snapshot that the plan follows, the item does not apply to the county, so it counts in no figure and "
         "cannot rise. Reports leave such a target out of what they work out. Take the item out of `targets`, or answer "
         "it in the Snapshot.",
     .basis = "cpm's own rule"},
};

}  // namespace

std::span<const CodeInfo> plan_codes() {
  return kPlan;
}

}  // namespace cpm::diag
