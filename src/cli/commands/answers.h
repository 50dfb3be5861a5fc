#pragma once
// What the files of this folder share: putting an answer together, the settings of a county for its pages, and the county or
// the kind of file that a command line names.
#include <string>
#include <utility>

#include "cli/commands.h"
#include "format/kinds.h"
#include "model/reference.h"
#include "report/context.h"
#include "report/document.h"
#include "report/result.h"
#include "score/scorecard.h"

namespace cpm::cli {

/// An answer with a page for people and a result for programs, under the command's own name.
Answer answer(const Run& run, report::Document page, report::Result result);
/// An answer that is written as it is.
Answer raw_answer(const Run& run, std::string text);

/// The scorecard of the Snapshot at this place among the run's documents.
score::Scorecard scorecard_of(const Run& run, std::size_t index);

/// The document, with what `cpm.yaml` and `--no-contacts` say about reports.
report::Context context_of(const Run& run, const model::Document& document);

/// Nothing for a county of California and for a fictional one; else a UsageError with the nearest name.
void check_county(const std::string& county, const model::Counties& counties);

/// Throws UsageError with the nearest kind.
const format::Kind& known_kind(const std::string& word);

}  // namespace cpm::cli
