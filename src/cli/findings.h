#pragma once
// From the findings of reading to those to be shown: rules, the county's policy, a baseline, order, no duplicates, only files
// concerned.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/commands.h"
#include "rules/baseline.h"

namespace cpm::cli {

/// Runs all rules, then each repository's policy; sorts by path, line, column and code.
/// Findings that the policy suppresses are handed back. `least`: lighter findings may be missing, as nobody will see them.
std::vector<diag::Accepted> judge(format::Loaded& loaded, diag::Severity least = diag::Severity::advice);
/// The same for the files in the workspace and their findings, of which those remain that concern files asked for. Returns how
/// many in such files the policy suppresses.
std::size_t judge_home(const format::Loaded& loaded, diag::Diagnostics& findings);

/// By path, line, column and code; without duplicates.
void sort_findings(const diag::SourceMap& sources, diag::Diagnostics& findings);

/// The documents asked for.
std::vector<const model::Document*> asked_documents(const format::Loaded& loaded);
/// Those of the known findings that lie in these documents.
std::vector<diag::Accepted> accepted_in(const std::vector<const model::Document*>& documents,
                                        std::vector<diag::Accepted> accepted);
/// The findings in these documents, and errors in files that these rest upon.
diag::Diagnostics concerning(const std::vector<const model::Document*>& documents, const format::Loaded& loaded);

/// Has the document, or what its figures rest upon, an error? `settings`: `cpm.yaml` counts too.
bool is_broken(const model::Document& document, const format::Loaded& loaded, bool settings);

/// Takes files with errors out of the run's documents, unless `--despite-errors` asks for them and they can be read.
void set_broken_aside(Run& run);
/// Is there what the command needs: two documents to compare, else at least one?
bool has_enough(const Run& run, std::size_t wanted);

/// How many codes of the catalog a check by the rules of this prefix can report.
std::size_t rule_count(std::string_view topic_prefix);

// `--baseline FILE`: read with the files asked for; known findings are recognized, and entries that have ended or match nothing
// are told.

/// The baseline that the command has to read: for a check the one that `--baseline` names, which must be there, else a
/// UsageError; for `cpm baseline` the one to write, when it is there.
std::optional<std::string> baseline_to_read(const Run& run);

/// The file that `cpm baseline` writes.
std::string baseline_to_write(const Run& run);

/// The document read from a path that was asked for.
const model::Document& asked_baseline(const std::string& path, const format::Loaded& loaded, const base::Files& files);

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
