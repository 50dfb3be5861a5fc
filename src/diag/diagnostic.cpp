#include "diag/diagnostic.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/assert.h"
#include "diag/catalog.h"

namespace cpm::diag {

bool has_safe_fix(const Diagnostic& finding) {
  return finding.fix && finding.fix->safety == Safety::safe && !finding.fix->edits.empty();
}

void Diagnostics::add(Diagnostic diagnostic) {
  const CodeInfo* const row = find_code(diagnostic.code);
  CPM_ASSERT(row != nullptr);
  diagnostic.severity = row->severity;
  list_.push_back(std::move(diagnostic));
}

std::size_t Diagnostics::count(Severity severity) const {
  const auto has_severity = [&](const Diagnostic& finding) { return finding.severity == severity; };
  return static_cast<std::size_t>(std::count_if(list_.begin(), list_.end(), has_severity));
}

bool Diagnostics::has_error(FileId file) const {
  for (; counted_ < list_.size(); ++counted_) {
    const Diagnostic& finding = list_[counted_];
    if (finding.severity != Severity::error || !finding.span.known()) continue;
    const auto at = static_cast<std::size_t>(finding.span.file);
    if (at >= files_with_errors_.size()) files_with_errors_.resize(at + 1, false);
    files_with_errors_[at] = true;
  }
  const auto at = static_cast<std::size_t>(file);
  return file >= 0 && at < files_with_errors_.size() && files_with_errors_[at];
}

void Diagnostics::take(Diagnostics&& others) {
  if (list_.empty())
    list_ = std::move(others.list_);
  else
    list_.insert(list_.end(), std::make_move_iterator(others.list_.begin()),
                 std::make_move_iterator(others.list_.end()));
  others.all().clear();
}

}  // namespace cpm::diag
