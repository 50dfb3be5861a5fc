#include "format/fix_trial.h"

#include <algorithm>

#include "diag/edits.h"
#include "format/read_document.h"

namespace cpm::format {
namespace {

using diag::Diagnostic;

constexpr std::size_t kMostTrials = 40;  // of one file; further fixes are not called safe

std::size_t line_of(const diag::SourceFile& file, const diag::Fix& fix) {
  return file.position(fix.edits.front().span.begin).line;
}

class Trial {
 public:
  Trial(const diag::SourceFile& file, diag::FileId id, const yaml::Limits& limits, const model::BuiltIn* built_in,
        diag::Diagnostics& findings)
      : file_(file), id_(id), limits_(limits), built_in_(built_in), findings_(findings) {}

  void run() {
    std::vector<Diagnostic*> promises;
    for (Diagnostic& finding : findings_.all())
      if (diag::has_safe_fix(finding)) promises.push_back(&finding);
    if (promises.empty()) return;
    before_ = health_of(file_, id_, findings_);
    if (holds(promises)) return;
    std::size_t trials = 0;
    for (Diagnostic* promise : promises)
      if (++trials > kMostTrials || !holds({promise})) promise->fix->safety = diag::Safety::unsafe;
  }

 private:
  bool holds(const std::vector<Diagnostic*>& promises) const {
    std::vector<const diag::Fix*> fixes;
    std::vector<std::size_t> lines;
    for (const Diagnostic* promise : promises) fixes.push_back(&*promise->fix);
    fixes = diag::compatible_fixes(fixes, id_, file_.bytes().size());
    for (const diag::Fix* fix : fixes) lines.push_back(line_of(file_, *fix));
    const diag::SourceFile fixed{std::string(file_.path()), diag::with_fixes(file_.bytes(), fixes)};
    model::Content content;
    diag::Diagnostics after;
    read_untried(fixed, id_, limits_, built_in_, content, after);
    return !is_worse(before_, health_of(fixed, id_, after), lines) &&
           std::ranges::none_of(promises, [&](const Diagnostic* promise) {
             const bool tried = std::ranges::find(fixes, &*promise->fix) != fixes.end();
             return tried && is_still_there(*promise, fixed, after);
           });
  }

  bool is_still_there(const Diagnostic& promise, const diag::SourceFile& fixed, const diag::Diagnostics& after) const {
    return std::ranges::any_of(after.all(), [&](const Diagnostic& finding) {
      return finding.code == promise.code && finding.message == promise.message &&
             fixed.position(finding.span.begin).line == file_.position(promise.span.begin).line;
    });
  }

  const diag::SourceFile& file_;
  diag::FileId id_;
  const yaml::Limits& limits_;
  const model::BuiltIn* built_in_;
  diag::Diagnostics& findings_;
  Health before_;
};

}  // namespace

Health health_of(const diag::SourceFile& file, diag::FileId id, const diag::Diagnostics& findings) {
  constexpr diag::Code kShape = 200;
  constexpr diag::Code kReferences = 300;
  Health health;
  for (const Diagnostic& finding : findings.all()) {
    if (finding.span.file != id || finding.severity != diag::Severity::error) continue;
    if (finding.code < kShape) {
      ++health.text_errors;
      if (diag::has_safe_fix(finding)) continue;
      const std::size_t line = file.position(finding.span.begin).line;
      health.stuck_lines.emplace(line, file.line(line));
    } else if (finding.code < kReferences) {
      health.shape_errors.emplace(finding.code, finding.message);
    }
  }
  return health;
}

namespace {

bool is_newly_stuck(const Health& before, const Health& after, std::size_t line) {
  const auto stuck = after.stuck_lines.find(line);
  if (stuck == after.stuck_lines.end() || before.stuck_lines.contains(line)) return false;
  return std::ranges::none_of(before.stuck_lines, [&](const auto& was) { return was.second == stuck->second; });
}

}  // namespace

bool is_worse(const Health& before, const Health& after, const std::vector<std::size_t>& lines) {
  if (after.text_errors > before.text_errors) return true;
  if (before.text_errors == 0) return !std::ranges::includes(before.shape_errors, after.shape_errors);
  return std::ranges::any_of(lines, [&](std::size_t line) { return is_newly_stuck(before, after, line); });
}

void try_fixes(const diag::SourceFile& file, diag::FileId id, const yaml::Limits& limits,
               const model::BuiltIn* built_in, diag::Diagnostics& findings) {
  Trial{file, id, limits, built_in, findings}.run();
}

}  // namespace cpm::format
