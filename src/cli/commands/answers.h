#pragma once
// What the files of this folder share: putting an answer together, the settings of a county for its pages, and the county or
// the kind of file that a command line names.
#include <string>
#include <utility>
#include <vector>

#include "cli/commands.h"
#include "format/kinds.h"
#include "model/reference.h"
#include "report/context.h"
#include "report/document.h"
#include "report/result.h"
#include "score/scorecard.h"
#include "score/targets.h"

namespace cpm::cli {

/// An answer with a page for people and a result for programs, under the command's own name.
Answer answer(const Run& run, report::Document page, report::Result result);
/// An answer that is written as it is.
Answer raw_answer(const Run& run, std::string text);

/// The scorecard of the Snapshot at this place among the run's documents.
score::Scorecard scorecard_of(const Run& run, std::size_t index);

/// The newest final Snapshot of a repository that can be scored, or nullptr.
const model::Document* newest_final_snapshot(const Run& run, std::size_t home);
/// What the plan aims at on the Snapshot that it follows; at most one entry.
std::vector<score::PlanTargets> targets_of(const Run& run, const model::Document& plan);
/// The same, and what the newest final Snapshot after that one says became of it.
std::vector<score::PlanTargets> results_of(const Run& run, const model::Document& plan);
/// The same for each plan without errors that follows the Snapshot. `later`: the Snapshot that says what became of the targets;
/// nothing when it is no later one, or asks none of their items. nullptr: what they would make of the Snapshot.
std::vector<score::PlanTargets> targets_on(const Run& run, const model::Document& snapshot,
                                           const model::Document* later = nullptr);

/// Says of each plan with errors that follows the Snapshot that its targets are not shown.
void add_remarks_on_targets(const Run& run, const model::Document& snapshot, Answer& answer);

/// The document, with what `cpm.yaml` and `--no-contacts` say about reports.
report::Context context_of(const Run& run, const model::Document& document);

/// Nothing for a county of California and for a fictional one; else a UsageError with the nearest name.
void check_county(const std::string& county, const model::Counties& counties);

/// Throws UsageError with the nearest kind.
const format::Kind& known_kind(const std::string& word);

}  // namespace cpm::cli
