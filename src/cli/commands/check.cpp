// `cpm check` and `cpm plan check`: the findings themselves are the answer.
#include <algorithm>

#include "cli/commands.h"
#include "cli/exit.h"
#include "cli/findings.h"
#include "cli/options.h"
#include "rules/rules.h"

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
                                {"ignored", checked.left_out.ignored},
                                {"accepted", checked.left_out.accepted},
                                {"hidden", checked.left_out.hidden},
                                {"known", checked.known ? report::Result{*checked.known} : report::Result{}}};
}

std::vector<std::string> paths_of(const std::vector<const model::Document*>& documents) {
  std::vector<std::string> paths;
  for (const model::Document* document : documents) paths.push_back(document->path);
  return paths;
}

report::LeftOut left_out(const Run& run) {
  const auto by_policy = [](const diag::Accepted& accepted) { return !accepted.by_baseline; };
  const auto accepted = static_cast<std::size_t>(std::ranges::count_if(run.accepted, by_policy));
  return {.ignored = run.loaded->ignored,
          .accepted = run.accepted_in_turn + accepted,
          .hidden = rules::hidden_rules(run.loaded->workspace)};
}

Answer checked(const Run& run, std::size_t files, const std::vector<const model::Document*>& documents) {
  const diag::Severity limit = fail_on(run.arguments);
  Answer answer;
  answer.outcome.command = schema_word(run.command.name);
  answer.outcome.checked = report::Checked{.files = files,
                                           .rules = rule_count(run.command.topics),
                                           .paths = paths_of(documents),
                                           .fail_on = limit,
                                           .known = run.known,
                                           .left_out = left_out(run)};
  answer.outcome.result = counts(*answer.outcome.checked, run.findings);
  const bool failed = std::ranges::any_of(
      run.findings.all(), [limit](const diag::Diagnostic& finding) { return finding.severity >= limit; });
  answer.status = failed ? kFindings : kFine;
  return answer;
}

Answer run_check(const Run& run) {
  return checked(run, run.loaded->files, asked_documents(*run.loaded));
}

Answer run_plan_check(const Run& run) {
  return checked(run, run.documents.size(), run.documents);
}

constexpr const Option* kCheckOptions[] = {&kFailOn, &kBaseline, &kMaxFindings};
constexpr Example kCheckExamples[] = {{"cpm check", "every file of the repository that holds this folder"},
                                      {"cpm check plans --fail-on warning", "the plans, where warnings fail too"},
                                      {"cpm check --format auto", "as suits the host that runs it, such as GitHub"},
                                      {"cpm check --baseline baseline.yaml", "only what is not known yet"},
                                      {"cpm check - < draft.yaml", "what another program writes"}};

constexpr const Option* kPlanCheckOptions[] = {&kFailOn, &kBaseline, &kMaxFindings};
constexpr Example kPlanCheckExamples[] = {{"cpm plan check", "all plans of the repository"},
                                          {"cpm plan check plans/2025-07.yaml", "one plan"}};

}  // namespace

extern const Command kCheckCommand{
    .name = "check",
    .summary = "check every file: text, shape, references, rules",
    .group = Group::check,
    .needs = Needs::files,
    .operand = {.name = "PATH",
                .about = "files and folders; default: the repository that holds this folder",
                .most = Operand::kAny},
    .options = kCheckOptions,
    .examples = kCheckExamples,
    .writes = Writes::findings,
    .findings_only = true,
    .run = run_check};

extern const Command kPlanCheckCommand{.name = "plan check",
                                       .summary = "check plans only",
                                       .group = Group::plan,
                                       .needs = Needs::files,
                                       .kind = "plan",
                                       .operand = {.name = "PLAN",
                                                   .about = "plans, or folders; default: all plans of the repository",
                                                   .most = Operand::kAny},
                                       .options = kPlanCheckOptions,
                                       .examples = kPlanCheckExamples,
                                       .writes = Writes::findings,
                                       .topics = "plan",
                                       .run = run_plan_check};

}  // namespace cpm::cli
