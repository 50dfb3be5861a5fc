// `cpm check` and `cpm plan check`: the findings themselves are the answer.
#include <algorithm>

#include "cli/commands/runners.h"
#include "cli/exit.h"
#include "cli/findings.h"
#include "cli/options.h"

namespace cpm::cli {
namespace {

report::Result counts(const report::Checked& checked, const diag::Diagnostics& findings) {
  using enum diag::Severity;
  return report::Result::Fields{{"files", checked.files},
                                {"rules", checked.rules},
                                {"errors", findings.count(error)},
                                {"warnings", findings.count(warning)},
                                {"advice", findings.count(advice)},
                                {"fixable", std::ranges::count_if(findings.all(), diag::has_safe_fix)},
                                {"known", checked.known ? report::Result{*checked.known} : report::Result{}}};
}

std::vector<std::string> paths_of(const std::vector<const model::Document*>& documents) {
  std::vector<std::string> paths;
  for (const model::Document* document : documents) paths.push_back(document->path);
  return paths;
}

Answer checked(const Run& run, std::size_t files, const std::vector<const model::Document*>& documents) {
  const diag::Severity limit = fail_on(run.arguments);
  Answer answer;
  answer.outcome.command = schema_word(run.command.name);
  answer.outcome.checked = report::Checked{.files = files,
                                           .rules = rule_count(run.command.topics),
                                           .paths = paths_of(documents),
                                           .fail_on = limit,
                                           .known = run.known};
  answer.outcome.result = counts(*answer.outcome.checked, run.findings);
  const bool failed = std::ranges::any_of(
      run.findings.all(), [limit](const diag::Diagnostic& finding) { return finding.severity >= limit; });
  answer.status = failed ? kFindings : kFine;
  return answer;
}

}  // namespace

Answer run_check(const Run& run) {
  return checked(run, run.loaded->files, asked_documents(*run.loaded));
}

Answer run_plan_check(const Run& run) {
  return checked(run, run.documents.size(), run.documents);
}

}  // namespace cpm::cli
