// Codes 3xx: references between records and files.
#include "diag/catalog_tables.h"

namespace cpm::diag {
namespace {

constexpr CodeInfo kReferences[] = {
    {.code = 301,
     .name = "unknown-instrument",
     .severity = Severity::error,
     .place = "snapshot: instrument",
     .summary = "an instrument that is neither built in nor in the repository",
     .explanation =
         "A Snapshot names the instrument, with its version, whose questions were asked. No instrument of that id and "
         "version is built in or among the repository's files, so the answers cannot be read. Correct the id "
         "or version, or add the instrument's file to `instruments/`; `cpm list items` shows what is built in.",
     .basis = ""},
    {.code = 302,
     .name = "unknown-item",
     .severity = Severity::error,
     .place =
         "snapshot: ratings, analysis, priorities.items; plan: priorities.targets; support: needs.for.item; instrument: builds_on, previous; repository: offers.item",
     .summary = "an item that the instrument does not have",
     .explanation =
         "The id names a question that this version of the instrument does not ask. The answer or remark would be "
         "lost from every report. Correct the id (the message names the nearest), or the instrument's version if the "
         "Snapshot was made with another one.",
     .basis = ""},
    {.code = 303,
     .name = "unknown-area",
     .severity = Severity::error,
     .place = "snapshot, plan: priorities.area",
     .summary = "an area that the instrument does not have",
     .explanation =
         "The id names an area that the instrument does not have. A priority or total under it would appear nowhere. "
         "Use one of the ids that the message lists.",
     .basis = ""},
    {.code = 304,
     .name = "unknown-priority",
     .severity = Severity::error,
     .place = "plan: from_snapshot, objectives.priority; support: needs.for.priority",
     .summary = "a priority that does not exist",
     .explanation =
         "The record refers to a priority that does not exist, perhaps because it was renamed or deleted. The thread "
         "from priority to objective to step is then broken. Use one of the ids listed, or add the priority.",
     .basis = ""},
    {.code = 305,
     .name = "unknown-objective",
     .severity = Severity::error,
     .place =
         "plan: steps.objective, reviews.objective; support: needs.for.objective; logic-model: activities.objectives",
     .summary = "an objective that does not exist",
     .explanation =
         "The step or review refers to an objective that this plan does not have, so it serves nothing and appears "
         "under no priority. Use one of the ids listed, or add the objective.",
     .basis = ""},
    {.code = 306,
     .name = "unknown-step",
     .severity = Severity::error,
     .place = "plan: steps.after, reviews.step; support: needs.for.step; logic-model: activities.steps",
     .summary = "a step that does not exist",
     .explanation =
         "The record waits for, or reviews, a step that this plan does not have. Nobody could tell what has to come "
         "first. Use one of the ids listed, or add the step.",
     .basis = ""},
    {.code = 307,
     .name = "unknown-snapshot",
     .severity = Severity::error,
     .place = "plan: snapshot; support: snapshot",
     .summary = "a Snapshot that does not exist",
     .explanation =
         "The plan says that it follows a Snapshot, and there is no such file, or none of that county and date. "
         "Readers could not see why these priorities were chosen. Correct the file name or date, or add the Snapshot "
         "to the repository.",
     .basis = ""},
    {.code = 308,
     .name = "duplicate-id",
     .severity = Severity::error,
     .place = "every file: id",
     .summary = "an id given twice",
     .explanation =
         "Two records of one kind have the same id, so that a reference to it could mean either. Both places are "
         "shown. Give one of them a new id, and check the references to it.",
     .basis = ""},
    {.code = 309,
     .name = "unknown-tool",
     .severity = Severity::warning,
     .place = "instrument: items.tool; support: needs.tool",
     .summary = "a tool that the toolkit catalog does not have",
     .explanation =
         "The toolkit catalog has no tool of this key. A reader who looks for the tool would not find it. Correct "
         "the key; `cpm list tools` shows all of them.",
     .basis = ""},
    {.code = 310,
     .name = "score-off-scale",
     .severity = Severity::error,
     .place = "snapshot: ratings.score; plan: priorities.targets",
     .summary = "a score that is not on the instrument's scale",
     .explanation =
         "The score is not one of the values that the instrument's scale has. It cannot be added up, and nobody knows "
         "what was meant. Choose the value whose description fits; the message names the scale.",
     .basis = ""},
    {.code = 311,
     .name = "vote-off-scale",
     .severity = Severity::error,
     .place = "snapshot: ratings.votes",
     .summary = "votes for a value that is not on the scale",
     .explanation =
         "Votes are counted per value of the scale, and these are for a value that the scale does not have. The count "
         "then tells nothing about agreement. Move the votes to the right value.",
     .basis = ""},
    {.code = 312,
     .name = "unknown-outcome",
     .severity = Severity::error,
     .place = "plan: objectives.outcome; theory-of-change: outcomes; logic-model: outcomes.critical",
     .summary = "an outcome that does not exist",
     .explanation =
         "The key names an outcome that is not in the list of outcomes. The thread from objective to outcome breaks "
         "there. Use a key of the list; `cpm list outcomes` shows them.",
     .basis = ""},
    {.code = 313,
     .name = "unknown-opportunity",
     .severity = Severity::error,
     .place = "snapshot: analysis.feasibility.opportunity",
     .summary = "an opportunity that does not exist",
     .explanation =
         "A judgment of importance and feasibility refers to an opportunity that the analysis does not list. The "
         "judgment would count for no item. Use one of the ids listed, or add the opportunity.",
     .basis = ""},
    {.code = 314,
     .name = "outside-repository",
     .severity = Severity::error,
     .place = "plan: snapshot.file; support, logic-model: plan",
     .summary = "a reference or link that leaves the repository",
     .explanation =
         "The path leads out of the county's repository, to a file that others who have the repository do not have. "
         "Copy the file into the repository and name it by a path inside, without `..`. A link to a file or folder outside "
         "is not followed for the same reason, unless you name it on the command line.",
     .basis = ""},
    {.code = 315,
     .name = "same-document",
     .severity = Severity::error,
     .place = "snapshot, instrument: the whole file",
     .summary = "two files for the same instrument version, or the same Snapshot",
     .explanation =
         "Two files claim to be the same thing: one version of an instrument, or the Snapshot of one county and date. "
         "A reference to it could mean either. Delete one, or correct its version or date.",
     .basis = ""},
    {.code = 316,
     .name = "unknown-academy",
     .severity = Severity::error,
     .place = "repository: academy",
     .summary = "an academy that is not in the list",
     .explanation =
         "No academy in the list has this id. Requests for support could not be grouped for it. Use one of the ids "
         "that the message lists; `cpm list regions` shows them with their counties.",
     .basis = ""},
    {.code = 317,
     .name = "unknown-code",
     .severity = Severity::error,
     .place = "repository: policy",
     .summary = "a code that does not exist",
     .explanation =
         "A policy or suppression in `cpm.yaml` names a code that does not exist. It would do nothing, and the "
         "finding meant would still be reported. Correct the number; `cpm list rules` shows all codes.",
     .basis = ""},
    {.code = 318,
     .name = "other-county",
     .severity = Severity::error,
     .place = "every file: county",
     .summary = "a file of another county than its repository's",
     .explanation =
         "`cpm.yaml` says which county the repository belongs to, and this file names another. Answers of two "
         "counties would be mixed in the reports. Correct the county, or move the file into the other county's "
         "repository.",
     .basis = ""},
    {.code = 319,
     .name = "unknown-topic",
     .severity = Severity::error,
     .place = "instrument: items.topic",
     .summary = "a topic that the area does not have",
     .explanation =
         "The item is filed under a topic that its area does not list. It would be alone in reports. Use one of "
         "the area's topics, or add the topic to the area.",
     .basis = ""},
    {.code = 320,
     .name = "unreadable-reference",
     .severity = Severity::warning,
     .place = "every file: references to files",
     .summary = "a reference to a file that has errors of its own",
     .explanation =
         "The file referred to has errors of its own and could not be read, so this reference could not be followed "
         "and some checks were left out. Fix that file first, then check again.",
     .basis = ""},
    {.code = 321,
     .name = "unknown-activity",
     .severity = Severity::error,
     .place = "logic-model: outputs.activity",
     .summary = "an activity that does not exist",
     .explanation =
         "An output names the activity it comes from, and this logic model has no such activity. Nobody could tell "
         "what the figure belongs to. Correct the id, or add the activity.",
     .basis = ""},
    {.code = 322,
     .name = "unknown-support-need",
     .severity = Severity::error,
     .place = "plan: steps.supports",
     .summary = "a support need that does not exist",
     .explanation =
         "A step names a support need that no support file of the repository lists, so the request would never be "
         "sent. Correct the id, or add the need to `support.yaml`.",
     .basis = ""},
    {.code = 323,
     .name = "unknown-source-of-outcome",
     .severity = Severity::error,
     .place = "logic-model: outcomes.from",
     .summary = "an activity or output that does not exist",
     .explanation =
         "An outcome says which activities and outputs it comes from, and one of them is not in this logic model. "
         "The chain from work to change would be broken there. Correct the id, or add what is missing.",
     .basis = ""},
    {.code = 324,
     .name = "unknown-plan",
     .severity = Severity::error,
     .place = "support, logic-model: plan",
     .summary = "a plan that does not exist",
     .explanation =
         "The file names a plan that the repository does not have, so nothing in it can be matched with objectives "
         "and steps. Write the path of the plan from the root of the repository.",
     .basis = ""},
    {.code = 325,
     .name = "nested-repository",
     .severity = Severity::advice,
     .place = "repository: format",
     .summary = "a repository inside another one",
     .explanation =
         "A `cpm.yaml` makes its folder a repository: files in it refer to each other, and follow its policy. This one "
         "lies below another repository in the same git checkout, so its files are cut off from those around it. "
         "Remove it if all of them belong to one county.",
     .basis = ""},
    {.code = 326,
     .name = "repository-file-name",
     .severity = Severity::warning,
     .place = "repository: format",
     .summary = "settings of a repository in a file of another name",
     .explanation =
         "The settings of a repository are read from the file `cpm.yaml`, in just these letters. This file has their "
         "form and another name, such as `cpm.yml` or `CPM.yaml`, so its policy, its county and all else in it count "
         "for nothing. Rename it; if there is a `cpm.yaml` already, keep one of the two.",
     .basis = ""},
    {.code = 327,
     .name = "idle-ignore",
     .severity = Severity::advice,
     .place = "repository: ignore",
     .summary = "a path to ignore that does not exist",
     .explanation =
         "`ignore` in `cpm.yaml` names files and folders that are not cpm's, as paths from the folder of that file. At "
         "this path there is nothing, so nothing is left out because of it. Correct the path, or remove it. Patterns "
         "such as `*.yml` are not understood.",
     .basis = ""},
};

}  // namespace

std::span<const CodeInfo> references_codes() {
  return kReferences;
}

}  // namespace cpm::diag
