#pragma once
// `--baseline FILE`: reads it with the files asked for, recognises known findings, and says what of the file has ended or
// matches nothing.
#include <optional>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "rules/baseline.h"

namespace cpm::cli {

/// The baseline that the command has to read: for a check the one that `--baseline` names, which must be there, else a
/// UsageError; for `cpm baseline` the one to write, when it is there.
std::optional<std::string> baseline_to_read(const Run& run);

/// The file that `cpm baseline` writes.
std::string baseline_to_write(const Run& run);

/// The document read from a path that was asked for.
const model::Document& asked_document(const std::string& path, const format::Loaded& loaded, const base::Files& files);

/// The document at a path if it is a baseline that can be used; nullptr when errors in it are among the findings. Throws
/// UsageError when it is another kind of file.
const model::Document* baseline_document(const std::string& path, const format::Loaded& loaded,
                                         const base::Files& files);

/// How a baseline names files: from its own folder.
std::string name_from(const std::string& baseline, const std::string& path, const base::Files& files);

/// Fingerprints of findings for this baseline.
std::vector<std::string> fingerprints_for(const std::string& baseline, const diag::Diagnostics& findings,
                                          const Run& run);

/// Takes known findings out of the run's findings, and adds what is to be said about the entries.
void apply_baseline(const std::string& path, Run& run);

/// What a baseline would do to findings: they are a copy, so that nothing changes.
rules::BaselineAnswer baseline_answer(const std::string& path, const model::Document& baseline, const Run& run,
                                      diag::Diagnostics& findings);

}  // namespace cpm::cli
