// Codes 650 to 699: instruments, lists of regions, the repository and the baseline.
#include "diag/catalog_tables.h"

namespace cpm::diag {
namespace {

constexpr CodeInfo kLists[] = {
    {.code = 650,
     .name = "scale-order",
     .severity = Severity::error,
     .place = "instrument: scale",
     .summary = "scale values that do not go up from 0 by one",
     .explanation =
         "The values of a scale count up by one from 0, so that points can be added and a gap can be measured: 0, 1, "
         "2. Here a value is missing, repeated or out of order. Number the values again, lowest first.",
     .basis = "cpm's own rule"},
    {.code = 651,
     .name = "anchor-count",
     .severity = Severity::error,
     .place = "instrument: items.anchors",
     .summary = "an item without one anchor per scale value",
     .explanation =
         "Each item says in one sentence what every value of the scale looks like in practice; that is what makes two "
         "teams score alike. This item has more or fewer of these sentences than the scale has values. Add or remove "
         "anchors, in the order of the scale.",
     .basis = "cpm's own rule; related assessments have a rubric for each score"},
    {.code = 652,
     .name = "circular-items",
     .severity = Severity::error,
     .place = "instrument: items.builds_on",
     .summary = "items that build on each other",
     .explanation =
         "`builds_on` names items that should be in place before this one, and these items name each other in a circle, so "
         "that none can come first. Remove one of the references.",
     .basis = "cpm's own rule"},
    {.code = 653,
     .name = "instrument-unsigned",
     .severity = Severity::warning,
     .place = "instrument: title, source, licence",
     .summary = "an instrument without title, source or licence",
     .explanation =
         "A result is worth little when nobody knows whose questions were asked. `title`, `source` and `licence` say "
         "whether the instrument is official, typed in by the county or newly written, and who may use it. Add what "
         "the message names.",
     .basis = "cpm's own rule"},
    {.code = 654,
     .name = "previous-version",
     .severity = Severity::warning,
     .place = "instrument: previous",
     .summary = "a list of changes that does not match the items",
     .explanation =
         "`previous` says what happened to the items of the previous version, and comparisons over time depend on it. "
         "Unchanged, reworded and new items must be in this version, dropped ones must not, and a reworded item needs "
         "a `revision` that tells the new wording from the old. Correct the list or the items.",
     .basis = "cpm's own rule; published assessments have changed their items between versions"},
    {.code = 655,
     .name = "weights",
     .severity = Severity::error,
     .place = "instrument: weights",
     .summary = "an instrument with weights",
     .explanation =
         "Items and areas all count alike in version 1 of the format: points are added, and the total pools all "
         "items. Weights would make results of two instruments look comparable when they are not. Remove `weights`; "
         "what matters more to the county belongs in importance and feasibility of the analysis.",
     .basis = "cpm's own rule; none of the related assessments is known to weight items"},
    {.code = 656,
     .name = "areas-left-out",
     .severity = Severity::advice,
     .place = "instrument: areas.toolkit",
     .summary = "an instrument that leaves out some of the four areas",
     .explanation =
         "The Core Practice Model has four areas of capacity, each with a toolkit, and this instrument covers two or "
         "three of them. Results then look complete and are not. Add the area, or name its `toolkit` if it is there "
         "under another name; an instrument for a single subject is left alone.",
     .basis = "Planning Guide and Snapshot: four areas"},
    {.code = 660,
     .name = "county-in-two-academies",
     .severity = Severity::error,
     .place = "regions: academies.counties",
     .summary = "a county that two academies list",
     .explanation =
         "Two academies list the county, so it would be counted twice in a regional view, and it is unclear whom to ask. Take it out of one of the lists.",
     .basis = "cpm's own rule"},
    {.code = 661,
     .name = "county-without-academy",
     .severity = Severity::warning,
     .place = "regions: academies.counties",
     .summary = "a county that no academy lists",
     .explanation =
         "A county that is in no list is missing from every regional view. Add it to its academy; if it has none, name it in the `evidence` of the academy nearest to it and say why.",
     .basis = "cpm's own rule"},
    {.code = 670,
     .name = "no-academy",
     .severity = Severity::warning,
     .place = "repository: academy",
     .summary = "a repository that does not name its academy",
     .explanation =
         "Requests for support go to the county's Regional Training Academy, and regional views are made for one. "
         "Add `academy`; the message names the academy that lists the county, and `cpm list regions` shows all. "
         "Fictional counties need none.",
     .basis = "cpm's own rule; support needs are coordinated through the Regional Training Academy"},
    {.code = 671,
     .name = "sip-settings-period-reversed",
     .severity = Severity::warning,
     .place = "repository: sip.period",
     .summary = "a System Improvement Plan that ends before it begins",
     .explanation =
         "The last day of the county's System Improvement Plan lies before the first, so `cpm report sip` cannot choose "
         "the plans of its period. Usually the two days were swapped, or a year is wrong.",
     .basis = "cpm's own rule"},
    {.code = 680,
     .name = "ended-baseline-entry",
     .severity = Severity::warning,
     .place = "baseline: entries.until",
     .summary = "an entry of the baseline whose end date has passed",
     .explanation =
         "The baseline has accepted the finding until a day, and that day has passed, so the finding is reported again. "
         "Fix the finding, or look at it again and give a later `until`. Reported by checks with `--baseline`.",
     .basis = "cpm's own rule"},
    {.code = 681,
     .name = "stale-baseline-entry",
     .severity = Severity::advice,
     .place = "baseline: entries",
     .summary = "an entry of the baseline that matches nothing",
     .explanation =
         "The finding was fixed, or what identifies it has changed: its file, its record or the text in it. Left "
         "in place, the entry could hide the same mistake when it comes back. `cpm baseline --prune` takes such entries "
         "out. Reported by checks with `--baseline`.",
     .basis = "cpm's own rule"},
    {.code = 690,
     .name = "placeholder",
     .severity = Severity::advice,
     .place = "every file: free text",
     .summary = "a text that says nothing yet",
     .explanation =
         "The text is the example of a new file, or a word such as `TBD`, `n/a` or `???` in place of one. Write the "
         "county's own text, or take the line out: what is missing is shown better than what says nothing.",
     .basis = "cpm's own rule: nothing is guessed, and no text takes the place of a missing answer"},
    {.code = 691,
     .name = "placeholder-in-force",
     .severity = Severity::warning,
     .place = "snapshot, plan: free text",
     .summary = "a text that says nothing, in a final Snapshot or a plan that has begun",
     .explanation =
         "Others rest on a final Snapshot and on a plan that has begun, and this text of it is the example of a new "
         "file, or a word such as `TBD`. Write the county's own text, or take the line out.",
     .basis = "cpm's own rule: nothing is guessed, and no text takes the place of a missing answer"},
    {.code = 692,
     .name = "approval-lost",
     .severity = Severity::warning,
     .place = "plan, snapshot, support, roadmap, theory-of-change: approvals.content",
     .summary = "an approval of something that has changed since",
     .explanation =
         "The approval is bound to what was approved, and the file says something else now, so nobody can tell "
         "readers that this text was approved. Comments, layout, the order of keys, contacts, and what tells how the "
         "work goes on, such as a step's status or reviews, never cost an approval. Undo the change, or ask for the "
         "approval again and record it with `cpm approve`: the new entry takes the place of this one, which stays as "
         "a record.",
     .basis = "cpm's own rule; the signature sheet of a System Improvement Plan names who approves it, and when"},
    {.code = 693,
     .name = "approval-before-file",
     .severity = Severity::warning,
     .place = "plan, snapshot: approvals.on",
     .summary = "an approval from before the day of the file",
     .explanation =
         "The file says on which day the team agreed on it, and the approval is dated before that day: nobody can "
         "approve what is not there yet. Correct one of the two dates.",
     .basis = "cpm's own rule"},
    {.code = 694,
     .name = "approval-in-future",
     .severity = Severity::warning,
     .place = "plan, snapshot, support, roadmap, theory-of-change: approvals.on",
     .summary = "an approval on a day that is still to come",
     .explanation =
         "The day of the approval lies after the date of this check (today, or `--as-of`). Usually the year is wrong, or "
         "the approval is only on the agenda. Correct the date, or record the approval once it has been given.",
     .basis = "cpm's own rule"},
    {.code = 695,
     .name = "approval-without-content",
     .severity = Severity::warning,
     .place = "plan, snapshot, support, roadmap, theory-of-change: approvals.content",
     .summary = "an approval that does not say what was approved",
     .explanation =
         "Without the fingerprint in `content` nobody can tell whether the file still says what was approved. If it does, "
         "run `cpm approve` with the same `--by` and `--on`, which adds it to the entry. If it does not, ask for the "
         "approval again.",
     .basis = "cpm's own rule"},
};

}  // namespace

std::span<const CodeInfo> list_codes() {
  return kLists;
}

}  // namespace cpm::diag
