#include "diag/diagnostic.h"

#include <algorithm>
#include <utility>

#include "base/assert.h"
#include "diag/catalogue.h"

namespace cpm::diag {

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
  return std::any_of(list_.begin(), list_.end(), [&](const Diagnostic& finding) {
    return finding.severity == Severity::error && finding.span.file == file;
  });
}

}  // namespace cpm::diag
