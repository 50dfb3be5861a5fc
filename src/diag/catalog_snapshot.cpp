// Codes 4xx: Snapshots.
#include "diag/catalog_tables.h"

namespace cpm::diag {
namespace {

constexpr CodeInfo kSnapshot[] = {
    {.code = 401,
     .name = "not-applicable-without-reason",
     .severity = Severity::error,
     .place = "snapshot: ratings.note",
     .summary = "`not_applicable` without a reason",
     .explanation =
         "\"Not applicable\" takes an item out of the sum, so it raises the percent as silently as a good score "
         "would. A later reader must be able to see why the question does not fit this county. Add a `note` with the "
         "reason; if the team simply did not know, write `dont_know`.",
     .basis = "cpm's own rule; the official form's rule on items that do not apply was not found"},
    {.code = 402,
     .name = "missing-rating",
     .severity = Severity::error,
     .place = "snapshot: ratings, incomplete",
     .summary = "a final Snapshot with items that are neither answered nor explained",
     .explanation =
         "A Snapshot marked `final` is the county's baseline: every item is answered, or the Snapshot says why not. "
         "Items without an answer widen the range of the result and cannot be compared later. Answer them, list each "
         "under `incomplete` with a reason, or set `status` back to `draft`.",
     .basis = "cpm's own rule; related assessments treat missing answers as an incomplete assessment"},
    {.code = 403,
     .name = "no-priorities",
     .severity = Severity::error,
     .place = "snapshot: priorities",
     .summary = "a final Snapshot without priorities",
     .explanation =
         "The result of a Snapshot is the team's choice of priorities, from which the plan starts. A final Snapshot "
         "without any hands nothing over. Add 3 to 5 `priorities` with the items behind them and the reason, or set "
         "`status` back to `draft`.",
     .basis = "Implementation Plan template: the plan starts from the 3 to 5 priorities of Section E; that none is an "
              "error is cpm's own rule"},
    {.code = 404,
     .name = "priority-count",
     .severity = Severity::warning,
     .place = "snapshot: priorities",
     .summary = "fewer than 3 or more than 5 priorities in a final Snapshot",
     .explanation =
         "The team is meant to choose 3 to 5 priorities for local planning. Fewer seldom carry a year of work, and "
         "more are seldom all followed up. Combine or drop some, or add what is missing; which ones is the team's "
         "decision.",
     .basis = "Implementation Plan template: 3 to 5 Priorities for Local Planning, from Section E of the Snapshot"},
    {.code = 405,
     .name = "priority-without-gap",
     .severity = Severity::warning,
     .place = "snapshot: priorities.items",
     .summary = "a priority that cites no item below the top value, and no reason",
     .explanation =
         "A priority usually answers a gap: at least one of its items is scored below the top value. This one names "
         "none, so a reader cannot see what is to be improved. Name the items in `items`, or say in `reason` why "
         "something that is already in place is a priority, for instance to keep it.",
     .basis = "cpm's own rule"},
    {.code = 406,
     .name = "opportunity-not-addressed",
     .severity = Severity::warning,
     .place = "snapshot: analysis.opportunities, analysis.dismissed",
     .summary = "an item below the top value that the analysis does not mention",
     .explanation =
         "The item is scored below the top value, but the analysis neither lists it among the opportunities nor "
         "dismisses it. A reader cannot tell whether the team looked at it. Add it to the `items` of an opportunity, "
         "or to `dismissed` with a text that says why it can wait.",
     .basis = "cpm's own rule; the Snapshot's analysis has the topic \"Opportunities for Growth\""},
    {.code = 407,
     .name = "vote-count",
     .severity = Severity::warning,
     .place = "snapshot: ratings.votes",
     .summary = "votes that do not add up to the number of voters",
     .explanation =
         "The votes for this item do not add up to the number of people at the table, or to the total that the other "
         "items have. Perhaps a count was mistyped, or somebody was out of the room. Correct the counts; if the "
         "number is right, say so in `comment` and suppress this finding for the item.",
     .basis = "cpm's own rule"},
    {.code = 408,
     .name = "answer-without-note",
     .severity = Severity::warning,
     .place = "snapshot: ratings.note",
     .summary = "`dont_know` without a note",
     .explanation =
         "The team could not tell, and nothing says why or who could find out. The next team then starts from nothing. "
         "Add a `note`: what is not known, whom to ask, by when.",
     .basis = "cpm's own rule"},
    {.code = 409,
     .name = "no-participants",
     .severity = Severity::warning,
     .place = "snapshot: participants",
     .summary = "a Snapshot that does not say who took part",
     .explanation =
         "How far a result can be trusted depends on who was at the table: leaders, supervisors, caseworkers, "
         "partners. A reader from outside cannot know. List the `participants` by role and organization, with a "
         "count; names are not needed.",
     .basis = "cpm's own rule; the Snapshot is described as a collective process for which the leadership team is "
              "responsible"},
    {.code = 410,
     .name = "no-contact",
     .severity = Severity::warning,
     .place = "snapshot: contact",
     .summary = "a Snapshot without a contact",
     .explanation =
         "Readers in the county, the academy and the next leadership team need somebody to ask. Add `contact` with a "
         "name, email or phone of somebody who will know the file; reports can leave contacts out.",
     .basis = "cpm's own rule; the Implementation Plan template has a contact block"},
    {.code = 411,
     .name = "no-facilitator",
     .severity = Severity::warning,
     .place = "snapshot: facilitator",
     .summary = "a Snapshot that does not say who facilitated",
     .explanation =
         "A facilitator keeps the discussion fair, and later readers want to know whether there was one and from "
         "where. Add `facilitator` with a role or name, for instance a coach of the training academy.",
     .basis = "cpm's own rule; related assessments are led by a trained administrator"},
    {.code = 412,
     .name = "facilitator-voted",
     .severity = Severity::warning,
     .place = "snapshot: facilitator.voted",
     .summary = "a facilitator who voted",
     .explanation =
         "In the related assessments the person who leads the session does not vote, so that the result is the team's "
         "own. Here the facilitator voted. Take that vote out of the counts, or say in a comment why the person took "
         "part as a member of the team.",
     .basis = "custom of the District Capacity Assessment: the administrator does not vote"},
    {.code = 413,
     .name = "no-administration",
     .severity = Severity::warning,
     .place = "snapshot: administration",
     .summary = "a Snapshot that does not say whether it is a baseline or a follow-up",
     .explanation =
         "The first Snapshot is the baseline; later ones are compared with it. Without `administration` a reader "
         "cannot tell which this is. Add `administration: baseline` or `administration: followup`.",
     .basis = "Implementation Snapshot: the completed Snapshot is the county's baseline; the key is cpm's own"},
    {.code = 414,
     .name = "no-analysis",
     .severity = Severity::warning,
     .place = "snapshot: analysis",
     .summary = "a final Snapshot without an analysis",
     .explanation =
         "Scores say where the county is; the analysis says what the team concludes from them. Without strengths, "
         "opportunities and feasibility nobody can see why the priorities were chosen. Add `analysis` with "
         "`strengths`, `opportunities` and `feasibility`, or set `status` back to `draft`.",
     .basis = "Implementation Snapshot, Scoring and Analysis: strengths, opportunities, feasibility, priorities"},
    {.code = 415,
     .name = "top-score-without-evidence",
     .severity = Severity::advice,
     .place = "snapshot: ratings.evidence",
     .summary = "the top value without evidence",
     .explanation =
         "The item has the top value, but nothing that a visitor could look at: a policy, minutes, a schedule. A top "
         "score without evidence is the first to be doubted, and the hardest to keep when people change. Add a short "
         "`evidence` text or link.",
     .basis = "cpm's own rule; the Tiered Fidelity Inventory scores on reviewed documents"},
    {.code = 416,
     .name = "agreed-outside-votes",
     .severity = Severity::warning,
     .place = "snapshot: ratings.votes",
     .summary = "an agreed score that nobody voted for, without a comment",
     .explanation =
         "The score agreed upon is one that nobody voted for. That may be right, when discussion led to a middle way, "
         "but a reader will take it for a slip. Correct the score or the votes, or say in `comment` how the team came "
         "to it.",
     .basis = "cpm's own rule; related assessments vote in the open and then agree on one score"},
    {.code = 417,
     .name = "strength-below-top",
     .severity = Severity::warning,
     .place = "snapshot: analysis.strengths",
     .summary = "a strength that cites an item below the top value",
     .explanation =
         "The strength names an item that is scored below the top value, so part of it is still to be done. Either "
         "the score or the list is wrong, or two things are meant. Take the item out, move it to an opportunity, or "
         "correct the score.",
     .basis = "cpm's own rule"},
    {.code = 418,
     .name = "opportunity-at-top",
     .severity = Severity::warning,
     .place = "snapshot: analysis.opportunities",
     .summary = "an opportunity that cites an item at the top value",
     .explanation =
         "The opportunity names an item that already has the top value, so that there is nothing to gain on it. Take "
         "the item out, move it to a strength, or correct the score.",
     .basis = "cpm's own rule"},
    {.code = 419,
     .name = "priority-in-other-area",
     .severity = Severity::warning,
     .place = "snapshot: priorities.area",
     .summary = "a priority whose items belong to another area",
     .explanation =
         "The priority is filed under one area, but every item it names belongs to another. Tables by area would show "
         "it in the wrong place. Correct `area`, or the items.",
     .basis = "cpm's own rule"},
    {.code = 420,
     .name = "rank-twice",
     .severity = Severity::warning,
     .place = "snapshot: priorities.rank",
     .summary = "two priorities with the same rank",
     .explanation =
         "Two priorities have the same rank, so the order in which the team wants to take them is not clear. Give "
         "each priority a rank of its own, or leave `rank` out everywhere.",
     .basis = "cpm's own rule"},
    {.code = 421,
     .name = "judged-twice",
     .severity = Severity::error,
     .place = "snapshot: analysis.feasibility",
     .summary = "an item judged twice for importance and feasibility",
     .explanation =
         "The same item has two judgments of importance and feasibility, directly or through the opportunity it "
         "belongs to. The ranking could use only one, and nobody could say which. Keep one: for the item alone, or "
         "for the whole opportunity.",
     .basis = "cpm's own rule"},
    {.code = 422,
     .name = "incomplete-but-answered",
     .severity = Severity::warning,
     .place = "snapshot: incomplete",
     .summary = "an item listed as incomplete that has a score",
     .explanation =
         "The item is listed under `incomplete`, the list of unanswered items, but it has a score. One of the two is "
         "left over from an earlier draft. Remove the entry, or the score.",
     .basis = "cpm's own rule"},
    {.code = 423,
     .name = "date-in-future",
     .severity = Severity::warning,
     .place = "snapshot: date",
     .summary = "a final Snapshot dated after the as-of date",
     .explanation =
         "A final Snapshot carries the date on which the team agreed the scores, so that date cannot lie ahead. The "
         "finding compares with the date of the check (`--as-of`). Correct the year or month, or set `status` to "
         "`draft` until the meeting has taken place.",
     .basis = "cpm's own rule"},
    {.code = 424,
     .name = "follow-up-number",
     .severity = Severity::advice,
     .place = "snapshot: number",
     .summary = "a follow-up without its number",
     .explanation =
         "Follow-ups come one after another, and reports name them by number: first, second. Without `number` they "
         "are told apart by date only. Add `number: 1` for the first follow-up, and so on.",
     .basis = "cpm's own rule"},
    {.code = 425,
     .name = "no-strengths",
     .severity = Severity::warning,
     .place = "snapshot: analysis.strengths",
     .summary = "an analysis without strengths",
     .explanation =
         "The analysis has strengths to build on, and some items have the top value, but it names none of them. The "
         "plan then starts from what is missing alone. Add `strengths` with the items and a few words on what can be "
         "built on them.",
     .basis = "Implementation Snapshot, Scoring and Analysis: Strengths to Build On"},
    {.code = 426,
     .name = "no-opportunities",
     .severity = Severity::warning,
     .place = "snapshot: analysis.opportunities",
     .summary = "an analysis without opportunities",
     .explanation =
         "Some items are scored below the top value, and the analysis names no opportunity for growth, so nobody can "
         "see what the team made of them. Add `opportunities` with their items; what can wait belongs to "
         "`dismissed`, with the reason.",
     .basis = "Implementation Snapshot, Scoring and Analysis: Opportunities for Growth"},
    {.code = 427,
     .name = "no-feasibility",
     .severity = Severity::warning,
     .place = "snapshot: analysis.feasibility",
     .summary = "an analysis that judges none of its opportunities",
     .explanation =
         "Which opportunity comes first depends on how important it is and how easily it can be reached. The "
         "analysis lists opportunities and judges none, so that `cpm rank` has the gap alone to go by. Add "
         "`feasibility` with `importance` and `feasibility` from 1 to 3 for each of them.",
     .basis = "Implementation Snapshot, Scoring and Analysis: Feasibility Considerations"},
    {.code = 428,
     .name = "priority-without-reason",
     .severity = Severity::warning,
     .place = "snapshot: priorities.reason",
     .summary = "a priority of a final Snapshot without the reason",
     .explanation =
         "The team decides on the priorities, and the next director will ask why. Without `reason` the choice cannot "
         "be explained when the people have changed. Add a sentence: why this one, and why now.",
     .basis = "cpm's own rule; directors change, and decisions are handed over with their reasons"},
};

}  // namespace

std::span<const CodeInfo> snapshot_codes() {
  return kSnapshot;
}

}  // namespace cpm::diag
