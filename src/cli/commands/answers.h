#pragma once
// What the files of this folder share: putting an answer together, and the settings of a county for its pages.
#include <utility>

#include "cli/commands.h"
#include "report/pages.h"

namespace cpm::cli {

/// An answer with a page for people and a result for programs, under the command's own name.
Answer answer(const Run& run, report::Document page, report::Result result);
/// An answer that is written as it is.
Answer raw_answer(const Run& run, std::string text);

/// The scorecard of the Snapshot at this place among the run's documents.
score::Scorecard scorecard_of(const Run& run, std::size_t index);

/// The document, with what `cpm.yaml` and `--no-contacts` say about reports.
report::Context context_of(const Run& run, const model::Document& document);

}  // namespace cpm::cli
