// The edits that findings offer: safe ones, applied to the one file, leave no error that was not there before. The command
// that applies them to disks belongs here too.
#include <algorithm>
#include <map>

#include "tests/fuzz/county.h"
#include "tests/fuzz/demand.h"
#include "tests/fuzz/targets.h"

namespace cpm::fuzz {
namespace {

std::vector<diag::Edit> sorted_edits(const diag::Fix& fix) {
  std::vector<diag::Edit> edits = fix.edits;
  std::ranges::stable_sort(edits, {}, [](const diag::Edit& edit) { return edit.span.begin; });
  for (std::size_t i = 1; i < edits.size(); ++i)
    demand(edits[i - 1].span.end <= edits[i].span.begin, "the edits of a fix do not lie over each other: " + fix.title);
  return edits;
}

std::string fixed(const std::string& bytes, const diag::Fix& fix) {
  std::string text;
  std::size_t at = 0;
  for (const diag::Edit& edit : sorted_edits(fix)) {
    text.append(bytes, at, edit.span.begin - at).append(edit.replacement);
    at = edit.span.end;
  }
  return text.append(bytes, at);
}

/// How often each error of this kind is there.
std::map<diag::Code, std::size_t> errors_of(const format::Loaded& loaded) {
  std::map<diag::Code, std::size_t> errors;
  for (const diag::Diagnostic& finding : loaded.findings.all())
    if (finding.severity == diag::Severity::error) ++errors[finding.code];
  return errors;
}

bool in_one_file(const diag::Fix& fix, diag::FileId file) {
  return std::ranges::all_of(fix.edits, [file](const diag::Edit& edit) { return edit.span.file == file; });
}

}  // namespace

void fix_file(std::string_view bytes) {
  test::MemoryFiles files;
  files.add("file.yaml", bytes);
  const std::unique_ptr<format::Loaded> before = judged(files);
  const auto& findings = before->findings.all();
  const auto is_safe = [](const diag::Diagnostic& one) { return one.fix && one.fix->safety == diag::Safety::safe; };
  const auto found = std::ranges::find_if(findings, is_safe);
  if (found == findings.end() || !in_one_file(*found->fix, found->span.file)) return;
  const std::string text = fixed(before->sources.file(found->span.file).bytes(), *found->fix);
  demand(text != bytes, "a fix changes something: " + found->fix->title);
  test::MemoryFiles after;
  after.add("file.yaml", text);
  // A mistake of the text hides all that comes behind it: then there is nothing to be compared.
  if (before->workspace.documents.empty() || !before->workspace.documents.front().usable) return;
  demand(errors_of(*judged(after)) == errors_of(*before),
         "a safe fix of a warning brings no error: " + found->fix->title);
}

}  // namespace cpm::fuzz
