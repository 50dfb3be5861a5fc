#include "render/summary.h"

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

std::string by_severity(const diag::Diagnostics& findings) {
  using enum diag::Severity;
  std::vector<std::string> parts;
  for (const diag::Severity severity : {error, warning, advice}) {
    const std::size_t count = findings.count(severity);
    const std::string_view word = diag::severity_word(severity);
    if (count > 0) parts.push_back(base::counted(count, word, severity == advice ? word : std::string_view{}));
  }
  std::string text;
  for (const std::string& part : parts) text.append(text.empty() ? "" : ", ").append(part);
  return text;
}

}  // namespace

std::string summary(const Job& job) {
  std::string text = base::counted(job.outcome.checked->files, "file") + ", " +
                     base::counted(job.outcome.checked->rules, "rule") + ": ";
  const std::size_t problems = job.findings.all().size();
  if (problems == 0) return text.append("no problems");
  text += base::counted(problems, "problem");
  const std::size_t files = files_with_findings(job.findings);
  if (files > 0) text.append(" in ").append(base::counted(files, "file"));
  return text.append(" (").append(by_severity(job.findings)).append(")");
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
