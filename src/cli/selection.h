#pragma once
// Which of the files read are those that a command is about: those named, or all or the newest of its kind below a
// folder.
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/paths.h"

namespace cpm::cli {

struct Selection {
  std::vector<const model::Document*> documents;  ///< also files too broken to be read, if they may be of the kind
  std::string note = {};                          ///< which one was chosen of several
};

/// Throws UsageError when a named file is of another kind, or when there is nothing to choose from.
Selection select(const Command& command, const Paths& paths, const format::Loaded& loaded, const base::Files& files);

/// The word of a document's kind; of one that could not be read, what its `format:` line says; empty when nothing
/// says it.
std::string kind_word(const model::Document& document, const diag::SourceMap& sources);

}  // namespace cpm::cli
