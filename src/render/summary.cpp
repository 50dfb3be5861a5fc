#include "render/summary.h"

#include <algorithm>
#include <array>
#include <set>
#include <vector>

#include "base/text.h"
#include "diag/catalogue.h"

namespace cpm::render {
namespace {

std::size_t files_with_findings(const diag::Diagnostics& findings) {
  std::set<diag::FileId> files;
  for (const diag::Diagnostic& finding : findings.all())
    if (finding.span.known()) files.insert(finding.span.file);
  return files.size();
}

// What comes from standard input cannot be fixed in place.
std::size_t fixes(const diag::Diagnostics& findings, const diag::SourceMap& sources) {
  return static_cast<std::size_t>(std::ranges::count_if(findings.all(), [&](const diag::Diagnostic& finding) {
    return diag::has_safe_fix(finding) && finding.span.known() &&
           !sources.file(finding.span.file).path().starts_with('<');
  }));
}

std::string by_severity(const diag::Diagnostics& findings, const diag::SourceMap& sources) {
  using enum diag::Severity;
  std::vector<std::string> parts;
  for (const diag::Severity severity : {error, warning, advice}) {
    const std::size_t count = findings.count(severity);
    const std::string_view word = diag::severity_word(severity);
    if (count > 0) parts.push_back(base::counted(count, word, severity == advice ? word : std::string_view{}));
  }
  std::string text;
  for (const std::string& part : parts) text.append(text.empty() ? "" : ", ").append(part);
  const std::size_t fixable = fixes(findings, sources);
  if (fixable > 0) text.append("; ").append(std::to_string(fixable)).append(" can be fixed by cpm fix");
  return text;
}

std::string known_text(const report::Checked& checked) {
  if (!checked.known || *checked.known == 0) return {};
  return "; " + base::counted(*checked.known, "known problem") + " in the baseline";
}

}  // namespace

std::string summary(const Job& job) {
  std::string text = base::counted(job.outcome.checked->files, "file") + ", " +
                     base::counted(job.outcome.checked->rules, "rule") + ": ";
  const std::size_t problems = job.findings.all().size();
  if (problems == 0) return text.append("no problems").append(known_text(*job.outcome.checked));
  text += base::counted(problems, "problem");
  const std::size_t files = files_with_findings(job.findings);
  if (files > 0) text.append(" in ").append(base::counted(files, "file"));
  return text.append(" (")
      .append(by_severity(job.findings, job.sources))
      .append(")")
      .append(known_text(*job.outcome.checked));
}

std::string place_text(const diag::Span& span, const diag::SourceMap& sources) {
  if (!span.known()) return {};
  const diag::SourceFile& file = sources.file(span.file);
  const std::string path = base::visible(file.path());
  if (span.whole_file) return path;
  const diag::Position position = file.position(span.begin);
  return path + ":" + std::to_string(position.line) + ":" + std::to_string(position.column);
}

}  // namespace cpm::render
