// Codes 6xx and 9xx: the other kinds, the policy and the environment.
#include "diag/catalogue_tables.h"

namespace cpm::diag {
namespace {

constexpr CodeInfo kOther[] = {
    {.code = 601,
     .name = "clause-count",
     .severity = Severity::advice,
     .summary = "a theory of change with unusually many or few clauses",
     .explanation =
         "A theory of change is a picture that everybody can keep in mind; it usually has 3 to 7 IF clauses and one "
         "or two THEN clauses. The well-known sample has five and one. With more, combine what belongs together; with "
         "fewer, ask what else must hold before the result can be expected.",
     .basis = "cpm's own rule, after the sample Theory of Change with five IF clauses and one THEN"},
    {.code = 602,
     .name = "expired-suppression",
     .severity = Severity::warning,
     .summary = "a suppression whose end date has passed",
     .explanation =
         "A suppression hides a known finding until a day, and that day has passed, so the finding is reported again. "
         "Mend the cause and remove the suppression, or look at it anew and give a later `until`.",
     .basis = "cpm's own rule"},
    {.code = 603,
     .name = "unused-suppression",
     .severity = Severity::warning,
     .summary = "a suppression that suppresses nothing",
     .explanation =
         "The suppression hides nothing: the finding was mended, or the code, file or item in it is wrong. Left in "
         "place, it might hide a new mistake later. Remove it, or correct what it names.",
     .basis = "cpm's own rule"},
    {.code = 604,
     .name = "severity-not-lowerable",
     .severity = Severity::warning,
     .summary = "a policy for a finding that stays an error",
     .explanation =
         "Findings of text, form and references mean that a file cannot be used as it was meant, so a policy cannot "
         "make them lighter; nor can it make lighter a file that cannot be read. The entry in `cpm.yaml` has no "
         "effect. Remove it, and mend the finding itself.",
     .basis = "cpm's own rule"},
    {.code = 650,
     .name = "scale-order",
     .severity = Severity::error,
     .summary = "scale values that do not go up from 0 by one",
     .explanation =
         "The values of a scale count up by one from 0, so that points can be added and a gap can be measured: 0, 1, "
         "2. Here a value is missing, repeated or out of order. Number the values again, lowest first.",
     .basis = "cpm's own rule"},
    {.code = 651,
     .name = "anchor-count",
     .severity = Severity::error,
     .summary = "an item without one anchor per scale value",
     .explanation =
         "Each item says in one sentence what every value of the scale looks like in practice; that is what makes two "
         "teams score alike. This item has more or fewer of these sentences than the scale has values. Add or remove "
         "anchors, in the order of the scale.",
     .basis = "cpm's own rule; related assessments have a rubric for each score"},
    {.code = 652,
     .name = "circular-items",
     .severity = Severity::error,
     .summary = "items that build on each other",
     .explanation =
         "`builds_on` names items that should stand before this one, and these items name each other in a circle, so "
         "that none can come first. Remove one of the references.",
     .basis = "cpm's own rule"},
    {.code = 653,
     .name = "instrument-unsigned",
     .severity = Severity::warning,
     .summary = "an instrument without title, source or licence",
     .explanation =
         "A result is worth little when nobody knows whose questions were asked. `title`, `source` and `licence` say "
         "whether the instrument is official, typed in by the county or written anew, and who may use it. Add what "
         "the message names.",
     .basis = "cpm's own rule"},
    {.code = 654,
     .name = "previous-version",
     .severity = Severity::warning,
     .summary = "a list of changes that does not fit the items",
     .explanation =
         "`previous` says what became of the items of the version before, and comparisons over time rest on it. "
         "Unchanged, reworded and new items must be in this version, dropped ones must not, and a reworded item needs "
         "a `revision` that tells the new wording from the old. Correct the list or the items.",
     .basis = "cpm's own rule; published assessments have changed their items between versions"},
    {.code = 655,
     .name = "weights",
     .severity = Severity::error,
     .summary = "an instrument with weights",
     .explanation =
         "Items and areas all count alike in version 1 of the format: points are added, and the total pools all "
         "items. Weights would make results of two instruments look comparable when they are not. Remove `weights`; "
         "what matters more to the county belongs into importance and feasibility of the analysis.",
     .basis = "cpm's own rule; none of the related assessments is known to weight items"},
    {.code = 901,
     .name = "unreadable-file",
     .severity = Severity::error,
     .summary = "a file that cannot be read",
     .explanation =
         "The file is there, but cannot be opened or read; the message says why, for instance that permission is "
         "missing. Nothing in it was checked. Ask for the right to read it, or name another file.",
     .basis = ""},
    {.code = 902,
     .name = "no-such-file",
     .severity = Severity::error,
     .summary = "a file or folder that is not there",
     .explanation =
         "There is no file or folder of this name. Usually the name has a slip or the command was started in another "
         "folder. Correct the path; paths are looked up from the current folder.",
     .basis = ""},
    {.code = 904,
     .name = "nothing-to-check",
     .severity = Severity::error,
     .summary = "a place without any file for cpm",
     .explanation =
         "No file for cpm was found at this place, so nothing was checked; a check that passes because it looked at "
         "nothing would be worse than none. Name the folder of the county's repository, or write a first file with "
         "`cpm new`.",
     .basis = ""},
};

}  // namespace

std::span<const CodeInfo> other_codes() {
  return kOther;
}

}  // namespace cpm::diag
