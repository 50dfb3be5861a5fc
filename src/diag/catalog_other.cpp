// Codes 601 to 649: policy, theory of change, support, road map, fidelity and logic model.
#include "diag/catalog_tables.h"

namespace cpm::diag {
namespace {

constexpr CodeInfo kOther[] = {
    {.code = 601,
     .name = "clause-count",
     .severity = Severity::advice,
     .place = "theory-of-change: if, then",
     .summary = "a theory of change with unusually many or few clauses",
     .explanation =
         "A theory of change is a picture that everybody can keep in mind; it usually has 3 to 7 IF clauses and one "
         "or two THEN clauses. The well-known sample has five and one. With more, combine what belongs together; with "
         "fewer, ask what else must be true before the result can be expected.",
     .basis = "cpm's own rule, after the sample Theory of Change with five IF clauses and one THEN"},
    {.code = 602,
     .name = "expired-suppression",
     .severity = Severity::warning,
     .place = "repository: policy.suppressions.until",
     .summary = "a suppression whose end date has passed",
     .explanation =
         "A suppression hides a known finding until a day, and that day has passed, so the finding is reported again. "
         "Fix the cause and remove the suppression, or look at it again and give a later `until`.",
     .basis = "cpm's own rule"},
    {.code = 603,
     .name = "unused-suppression",
     .severity = Severity::warning,
     .place = "repository: policy.suppressions",
     .summary = "a suppression that suppresses nothing",
     .explanation =
         "The suppression hides nothing: the finding was fixed, or the code, file or item in it is wrong. Left in "
         "place, it might hide a new mistake later. Remove it, or correct what it names.",
     .basis = "cpm's own rule"},
    {.code = 604,
     .name = "severity-not-lowerable",
     .severity = Severity::warning,
     .place = "repository: policy.severity",
     .summary = "a policy for a finding that stays an error",
     .explanation =
         "Findings of text, form and references mean that a file cannot be used as it was meant, so a policy cannot "
         "make them lighter; nor can it make lighter a file that cannot be read. The entry in `cpm.yaml` has no "
         "effect. Remove it, and fix the finding itself.",
     .basis = "cpm's own rule"},
    {.code = 605,
     .name = "support-after-step",
     .severity = Severity::warning,
     .place = "support: needs.needed_by",
     .summary = "support that comes after the step it should help",
     .explanation =
         "The need is dated after the day on which the step is monitored, so the help would come too late. Ask for "
         "it earlier, or move the step.",
     .basis = "cpm's own rule: support lies before the monitoring date of its step"},
    {.code = 606,
     .name = "other-academy",
     .severity = Severity::warning,
     .place = "support: needs.provider",
     .summary = "support by an academy that is not the county's own",
     .explanation =
         "Requests to a Regional Training Academy go to the county's own one, which `cpm.yaml` names. Name that "
         "academy, or choose another category when the help comes from elsewhere.",
     .basis = "cpm's own rule; support needs are coordinated through the Regional Training Academy"},
    {.code = 607,
     .name = "support-for-closed-step",
     .severity = Severity::warning,
     .place = "support: needs.status",
     .summary = "support for a step that is done or dropped",
     .explanation =
         "The request is still open, but the step that it should help is over: nobody needs the help anymore. Set the status to `received` or `declined`, or name the step that it serves now.",
     .basis = "cpm's own rule"},
    {.code = 608,
     .name = "support-without-provider",
     .severity = Severity::warning,
     .place = "support: needs.provider",
     .summary = "a support need that does not say who could meet it",
     .explanation =
         "A need that does not say who could meet it does not reach anyone. Add `provider`, or the `tool` of the catalog that would help, or ask the academy who could.",
     .basis = "cpm's own rule"},
    {.code = 609,
     .name = "support-without-date",
     .severity = Severity::warning,
     .place = "support: needs.needed_by",
     .summary = "a support need without a date",
     .explanation =
         "Without `needed_by` nobody can plan for it, and the requests of several counties cannot be put together. Add the day by which the help is needed.",
     .basis = "cpm's own rule"},
    {.code = 610,
     .name = "requested-without-date",
     .severity = Severity::advice,
     .place = "support: needs.requested_on",
     .summary = "a request without its date",
     .explanation =
         "The need was asked for, and nothing says when, so it is unclear whether to ask again. Add `requested_on`.",
     .basis = "cpm's own rule"},
    {.code = 611,
     .name = "outcome-without-feedback",
     .severity = Severity::warning,
     .place = "logic-model: outcomes.feedback_loop",
     .summary = "an outcome without a feedback loop",
     .explanation =
         "Outcomes are changes in people, and there is seldom a source that shows them. Families, staff and partners "
         "have the best view, so a feedback loop has to be set up: a few questions, to a few people, regularly. Add "
         "`feedback_loop`.",
     .basis = "Logic Model Data paper: build feedback loops for outcomes"},
    {.code = 612,
     .name = "output-is-change",
     .severity = Severity::advice,
     .place = "logic-model: outputs.text",
     .summary = "an output that reads like a change",
     .explanation =
         "Outputs are countable events or products of finished activities. A change in what people know or do is an "
         "outcome. Move it there, or say what will be counted.",
     .basis = "Logic Model Data paper: outputs are countable"},
    {.code = 613,
     .name = "outcome-is-count",
     .severity = Severity::advice,
     .place = "logic-model: outcomes.text",
     .summary = "an outcome that reads like a count",
     .explanation =
         "Outcomes are changes in knowledge, skills, attitudes or behavior. A number of events or products is an "
         "output. Move it there, or say what will be different.",
     .basis = "Logic Model Data paper: outcomes are changes"},
    {.code = 614,
     .name = "output-without-source",
     .severity = Severity::warning,
     .place = "logic-model: outputs.source",
     .summary = "an output that does not say where the figure comes from",
     .explanation =
         "Use an existing source whenever possible: sign-in lists, meeting notes, a coaching log. If there is none, "
         "weigh whether a new one is worth the effort. Add `source`.",
     .basis = "Logic Model Data paper: use existing sources first"},
    {.code = 615,
     .name = "activity-without-output",
     .severity = Severity::advice,
     .place = "logic-model: outputs.activity",
     .summary = "an activity that no output counts",
     .explanation =
         "Outputs are what shows that an activity took place, and no output names this one, so nobody could tell. Add an output whose `activity` is this id.",
     .basis = "cpm's own rule"},
    {.code = 616,
     .name = "series-order",
     .severity = Severity::warning,
     .place = "logic-model, plan: series",
     .summary = "figures that are not in order of date",
     .explanation =
         "The figures are read in the order of their dates, and one is dated before the one above it, or on the same "
         "day. Put them in order, or correct the date.",
     .basis = "cpm's own rule"},
    {.code = 617,
     .name = "support-without-plan",
     .severity = Severity::warning,
     .place = "support: plan",
     .summary = "support needs that name no plan",
     .explanation =
         "Needs are for steps, objectives or priorities of a plan, and this file does not say of which plan, so "
         "nobody can tell whether they exist. Add `plan` with the plan's file, from the root of the repository. "
         "Needs of items and of a Snapshot's priorities can do with `snapshot`.",
     .basis = "cpm's own rule; support follows from the plan"},
    {.code = 618,
     .name = "need-without-status",
     .severity = Severity::warning,
     .place = "support: needs.status",
     .summary = "a support need without a status",
     .explanation =
         "Without a status nobody knows whether to send the request, to wait, or to thank for it, and the list of "
         "open requests is incomplete. Add `status`: `wanted`, `requested`, `agreed`, `received` or `declined`.",
     .basis = "cpm's own rule"},
    {.code = 620,
     .name = "outside-fiscal-year",
     .severity = Severity::warning,
     .place = "roadmap: entries.from, entries.to",
     .summary = "a road map entry outside its fiscal year",
     .explanation =
         "The entry lies outside the fiscal year that the road map covers, so the month by month view would not show "
         "it. Correct the date, or put it into the road map of that year.",
     .basis = "cpm's own rule"},
    {.code = 621,
     .name = "moved-without-date",
     .severity = Severity::error,
     .place = "roadmap: entries.moved_from",
     .summary = "a moved entry without its previous date",
     .explanation =
         "The entry was moved, and nothing says which day it had before. Dates slip, and the history is kept, so that readers of an earlier version find their entry again. Add `moved_from`.",
     .basis = "cpm's own rule: a moved entry keeps its earlier date"},
    {.code = 622,
     .name = "ends-before-it-begins",
     .severity = Severity::error,
     .place = "roadmap: entries.to",
     .summary = "an entry that ends before it begins",
     .explanation =
         "The last day of the entry lies before the first, so no calendar can show it. Usually the two were swapped, or the year is wrong. Correct `from` or `to`.",
     .basis = "cpm's own rule"},
    {.code = 623,
     .name = "entry-without-status",
     .severity = Severity::warning,
     .place = "roadmap: entries.status",
     .summary = "a road map entry without a status",
     .explanation =
         "Nobody can tell whether the entry is still to come, took place, was moved or was given up. Add `status`: "
         "`planned`, `held`, `moved` or `cancelled`.",
     .basis = "cpm's own rule"},
    {.code = 630,
     .name = "small-group",
     .severity = Severity::warning,
     .place = "fidelity: n",
     .summary = "a group that is too small to show",
     .explanation =
         "Fewer people answered than may be shown: in a small group, a single answer could be recognized. Reports "
         "leave its figures out. Put groups together, or wait for more answers.",
     .basis = "cpm's own rule; fidelity results are shared as group information only"},
    {.code = 631,
     .name = "counts-off",
     .severity = Severity::warning,
     .place = "fidelity: measures.counts",
     .summary = "answers that do not add up to the group",
     .explanation =
         "The answers to a question come to more than the people who answered, so one of the figures is wrong. Fewer are fine: people may leave a question out. Correct the counts, or `n`.",
     .basis = "cpm's own rule"},
    {.code = 632,
     .name = "mean-off-scale",
     .severity = Severity::error,
     .place = "fidelity: measures.mean, measures.counts",
     .summary = "a mean or count outside the scale",
     .explanation =
         "The scale of the question does not reach the mean, or a value that answers are counted for. Correct the value, or `min` and `max` of the scale.",
     .basis = "cpm's own rule"},
    {.code = 633,
     .name = "period-reversed",
     .severity = Severity::error,
     .place = "fidelity: period",
     .summary = "a period that ends before it begins",
     .explanation =
         "The last day of the period lies before the first. Usually the two were swapped, or the year is wrong.",
     .basis = "cpm's own rule"},
    {.code = 634,
     .name = "measure-without-result",
     .severity = Severity::advice,
     .place = "fidelity: measures",
     .summary = "a question without a result",
     .explanation =
         "The question has neither a mean nor counts, so a report has nothing to show. Add one of them, or take the "
         "question out.",
     .basis = "cpm's own rule"},
    {.code = 635,
     .name = "tool-without-version",
     .severity = Severity::warning,
     .place = "fidelity: version",
     .summary = "fidelity results that do not name the version of the tool",
     .explanation =
         "Tools are changed from time to time, and results of two versions must not be compared without saying so. "
         "Add `version`, as text in quotes.",
     .basis = "cpm's own rule; published fidelity tools have changed their items between versions"},
    {.code = 640,
     .name = "model-without-plan",
     .severity = Severity::warning,
     .place = "logic-model: plan",
     .summary = "a logic model that names no plan",
     .explanation =
         "A logic model shows how one plan is meant to work, and this one does not say which, so that its activities "
         "cannot be matched with objectives and steps. Add `plan` with the plan's file, from the root of the "
         "repository.",
     .basis = "Theory of Change sample: the logic model tells what the implementation plan does"},
    {.code = 641,
     .name = "outcome-without-area",
     .severity = Severity::warning,
     .place = "logic-model: outcomes.area",
     .summary = "an outcome that does not say where people will see it",
     .explanation =
         "Outcomes are sorted by where they are seen: in child and family practice, in partnerships, in the agency. "
         "Without the area the outcome is set apart in every view. Add `area`: `practice`, `partnerships` or "
         "`agency`.",
     .basis = "Focus on Critical CPM Outcomes: three areas"},
    {.code = 642,
     .name = "outcome-without-perspective",
     .severity = Severity::warning,
     .place = "logic-model: outcomes.perspectives",
     .summary = "an outcome that does not say who sees it best",
     .explanation =
         "Families, staff and partners usually have the best view of an outcome, and who they are decides whom to "
         "ask. Add `perspectives`: `families`, `staff`, `partners`, or several of them.",
     .basis = "Logic Model Data paper: families, staff and partners have the best perspective"},
    {.code = 643,
     .name = "feedback-without-cadence",
     .severity = Severity::warning,
     .place = "logic-model: outcomes.feedback_loop",
     .summary = "a feedback loop that does not say how often",
     .explanation =
         "Asking once is a survey; a loop comes back. Without the cadence nobody knows when the next answers are "
         "due. Add `cadence`, such as `Quarterly`.",
     .basis = "Logic Model Data paper: feedback loops such as quarterly focus groups"},
};

}  // namespace

std::span<const CodeInfo> other_codes() {
  return kOther;
}

}  // namespace cpm::diag
