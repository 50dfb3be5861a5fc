// `cpm fix`: applies fixes to the bytes that they name, and checks again. With `--diff` it only shows them.
#include <algorithm>
#include <fmt/format.h>

#include "base/text.h"
#include "cli/commands/answers.h"
#include "cli/exit.h"
#include "cli/findings.h"
#include "cli/fixing.h"
#include "cli/options.h"
#include "cli/rewriting.h"
#include "diag/catalog.h"

namespace cpm::cli {
namespace {

std::string diff_of_all(const Fixing& fixing) {
  std::string text;
  for (const FixedFile& file : fixing.files)
    text += diff_of(Rewritten{.path = file.path, .before = file.before, .after = file.after});
  return text;
}

/// The files that were not written. A disk that fails half-way leaves whole files; they are named.
std::vector<std::string> write_all(const Fixing& fixing, base::Files& files) {
  std::vector<std::string> changed_meanwhile;
  std::vector<std::string> done;
  try {
    for (const FixedFile& file : fixing.files)
      (write_over({.path = file.path, .before = file.before, .after = file.after}, files) ? done : changed_meanwhile)
          .push_back(base::ticked(file.path));
  } catch (const base::IoError& error) {
    if (done.empty()) throw;
    throw base::IoError(fmt::format("{}; fixed before that: {}", error.what(), base::joined(done)));
  }
  return changed_meanwhile;
}

std::size_t count_of(const Fixing& fixing) {
  std::size_t count = 0;
  for (const FixedFile& file : fixing.files) count += file.fixes.size();
  return count;
}

/// What was done, or what could be: then there is a diff.
report::Document page_of(const Fixing& fixing, const std::vector<std::string>& changed_meanwhile,
                         const std::optional<std::string>& diff = {}) {
  report::Document page{.title = "Fixes", .blocks = {}};
  const std::size_t count = count_of(fixing);
  const std::string lead = count == 0 ? "There was nothing to fix."
                                      : fmt::format("{} in {}{}", base::counted(count, "fix", "fixes"),
                                                    base::counted(fixing.files.size(), "file"),
                                                    diff ? "; nothing was written." : ".");
  page.blocks.emplace_back(report::Paragraph{.text = lead, .lead = true});
  if (!changed_meanwhile.empty())
    page.blocks.emplace_back(report::Paragraph{.text = base::joined(changed_meanwhile) +
                                                       " changed while cpm was at work, so it was left as "
                                                       "it is; run `cpm fix` again."});
  if (count == 0) return page;
  report::Table table{.caption = {},
                      .columns = {{.head = "File"},
                                  {.head = "Line", .number = true},
                                  {.head = "Code"},
                                  {.head = diff ? "What can be done" : "What was done"}},
                      .rows = {}};
  for (const FixedFile& file : fixing.files)
    for (const AppliedFix& fix : file.fixes)
      table.rows.push_back({{.text = file.path},
                            {.text = std::to_string(fix.line)},
                            {.text = diag::code_text(fix.code)},
                            {.text = fix.title}});
  page.blocks.emplace_back(std::move(table));
  if (diff) page.blocks.emplace_back(report::Verbatim{.caption = "The changes", .text = *diff});
  return page;
}

report::Result result_of(const Fixing& fixing, const std::vector<std::string>& changed_meanwhile,
                         const std::optional<std::string>& diff = {}) {
  report::Result::List files;
  for (const FixedFile& file : fixing.files) {
    report::Result::List fixes;
    for (const AppliedFix& fix : file.fixes)
      fixes.push_back(
          report::Result::Fields{{"line", fix.line}, {"code", diag::code_text(fix.code)}, {"title", fix.title}});
    const bool written = !diff &&
                         std::ranges::find(changed_meanwhile, base::ticked(file.path)) == changed_meanwhile.end();
    files.push_back(report::Result::Fields{{"file", file.path}, {"written", written}, {"fixes", std::move(fixes)}});
  }
  return report::Result::Fields{{"fixes", count_of(fixing)},
                                {"files", std::move(files)},
                                {"diff", diff ? report::Result(*diff) : report::Result()}};
}

Answer diff_answer(const Run& run, const Fixing& fixing) {
  const std::string diff = diff_of_all(fixing);
  const bool bare = wants_bare_diff(run);
  Answer shown = bare ? bare_diff(run, diff) : answer(run, page_of(fixing, {}, diff), result_of(fixing, {}, diff));
  shown.status = fixing.files.empty() ? kFine : kFindings;
  shown.reread = fixing.loaded;
  if (!bare) shown.left = concerning(asked_documents(*fixing.loaded), *fixing.loaded);
  return shown;
}

void check_names(const Run& run) {
  if (std::ranges::find(run.paths, "-") == run.paths.end()) return;
  throw UsageError("standard input cannot be fixed in place", "write it to a file, and name that");
}

Answer run_fix(const Run& run) {
  check_names(run);
  const Fixing fixing = fixed(run, run.arguments.has(kUnsafe));
  if (run.arguments.has(kDiff)) return diff_answer(run, fixing);
  const std::vector<std::string> changed_meanwhile = write_all(fixing, run.environment.files);
  Answer done = answer(run, page_of(fixing, changed_meanwhile), result_of(fixing, changed_meanwhile));
  done.reread = fixing.loaded;
  done.left = concerning(asked_documents(*fixing.loaded), *fixing.loaded);
  done.outcome.checked = report::Checked{.files = fixing.loaded->files, .rules = rule_count({})};
  done.status = done.left.has_error() || !changed_meanwhile.empty() ? kFindings : kFine;
  return done;
}

constexpr const Option* kFixOptions[] = {&kDiff, &kUnsafe, &kMaxFindings};
constexpr Example kFixExamples[] = {{"cpm fix --diff", "what would be changed, in the whole repository"},
                                    {"cpm fix plans/2025-07.yaml", "fix one file"}};

}  // namespace

extern const Command kFixCommand{
    .name = "fix",
    .summary = "apply safe fixes in place, then check again",
    .group = Group::check,
    .needs = Needs::files,
    .operand = {.name = "PATH",
                .about = "files and folders; default: the repository that holds this folder",
                .most = Operand::kAny},
    .options = kFixOptions,
    .examples = kFixExamples,
    .run = run_fix};

}  // namespace cpm::cli
