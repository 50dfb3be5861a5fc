#pragma once
// From the findings of reading to those to be shown: rules, the county's policy, order, no duplicates, only files
// concerned.
#include <string_view>

#include "cli/commands.h"

namespace cpm::cli {

/// Runs all rules, then each repository's policy; sorts by path, line, column and code.
/// Findings that the policy suppresses are handed back. `least`: lighter findings may be missing, as nobody will see them.
std::vector<diag::Accepted> judge(format::Loaded& loaded, diag::Severity least = diag::Severity::advice);
/// The same for the files in the workspace and their findings, of which those remain that concern files asked for.
void judge_home(const format::Loaded& loaded, diag::Diagnostics& findings);

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

/// How many codes of the catalogue a check by the rules of this prefix can report.
std::size_t rule_count(std::string_view topic_prefix);

}  // namespace cpm::cli
