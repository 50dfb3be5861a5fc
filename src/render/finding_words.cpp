#include "render/finding_words.h"

#include <algorithm>
#include <set>
#include <vector>

#include <fmt/format.h>

#include "base/files.h"
#include "base/text.h"
#include "diag/catalog.h"

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
  std::string text = fmt::format("{}", fmt::join(parts, ", "));
  const std::size_t fixable = fixes(findings, sources);
  if (fixable > 0) text += fmt::format("; {} can be fixed by cpm fix", fixable);
  return text;
}

std::string known_text(const report::Checked& checked) {
  if (!checked.known || *checked.known == 0) return {};
  return "; " + base::counted(*checked.known, "known problem") + " in the baseline";
}

std::string left_out_text(const report::LeftOut& left_out) {
  std::string text;
  if (left_out.ignored > 0) text += "; " + base::counted(left_out.ignored, "file") + " ignored by cpm.yaml";
  if (left_out.accepted > 0) text += "; " + base::counted(left_out.accepted, "finding") + " accepted";
  if (left_out.hidden > 0) text += "; " + base::counted(left_out.hidden, "rule") + " hidden";
  return text;
}

std::string passed_over(const report::Checked& checked) {
  return known_text(checked) + left_out_text(checked.left_out);
}

report::Table findings_table(const Job& job) {
  report::Table table{.caption = {}, .columns = {}, .rows = {}};
  for (const char* const head : {"Place", "Severity", "Code", "What was found", "What to do"})
    table.columns.push_back(report::Column{.head = head, .number = false});
  for (const diag::Diagnostic& finding : job.findings.all()) {
    const std::string severity{diag::severity_word(finding.severity)};
    std::vector<report::Cell>& row = table.rows.emplace_back();
    for (const std::string& text : {place_text(finding.span, job.sources), severity, diag::code_text(finding.code),
                                    finding.message, finding.help})
      row.push_back(report::Cell{.text = text});
  }
  return table;
}

}  // namespace

std::string summary(const Job& job) {
  const report::Checked& checked = *job.outcome.checked;
  const std::string looked_at = fmt::format("{}, {}", base::counted(checked.files, "file"),
                                            base::counted(checked.rules, "rule"));
  const std::size_t problems = job.findings.all().size();
  if (problems == 0) return fmt::format("{}: no problems{}", looked_at, passed_over(checked));
  const std::size_t files = files_with_findings(job.findings);
  return fmt::format("{}: {}{} ({}){}", looked_at, base::counted(problems, "problem"),
                     files > 0 ? " in " + base::counted(files, "file") : "", by_severity(job.findings, job.sources),
                     passed_over(checked));
}

void append_findings(report::Document& page, const Job& job) {
  if (job.outcome.page) page.blocks.emplace_back(report::Heading{.level = 2, .text = "Findings"});
  page.blocks.emplace_back(report::Paragraph{.text = summary(job), .lead = true});
  if (!job.findings.all().empty()) page.blocks.emplace_back(findings_table(job));
}

std::string place_text(const diag::Span& span, const diag::SourceMap& sources) {
  if (!span.known()) return {};
  const diag::SourceFile& file = sources.file(span.file);
  const std::string path = base::visible(file.path());
  if (span.whole_file) return path;
  const diag::Position position = file.position(span.begin);
  return fmt::format("{}:{}:{}", path, position.line, position.column);
}

std::string host_path(const diag::SourceFile& file, const Settings& settings) {
  if (file.path().starts_with('<')) return file.path();  // standard input
  return base::joined_path(settings.prefix, file.path());
}

std::string shown_text(std::string_view text) {
  std::string shown;
  for (std::string_view line : base::split(text, '\n')) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    shown.append(base::visible(line)).append("\n");
  }
  shown.erase(shown.find_last_not_of('\n') + 1);
  return shown;
}

std::string code_and_name(diag::Code code) {
  const diag::CodeInfo* const info = diag::find_code(code);
  const std::string text = diag::code_text(code);
  return info == nullptr ? text : fmt::format("{} {}", text, info->name);
}

std::string message_and_help(const diag::Diagnostic& finding) {
  const std::string message = shown_text(finding.message);
  const std::string help = shown_text(finding.help);
  return help.empty() ? message : fmt::format("{}\nhelp: {}", message, help);
}

HostRegion host_region(const diag::Span& span, const diag::SourceMap& sources) {
  if (!span.known() || span.whole_file) return {};
  const diag::SourceFile& file = sources.file(span.file);
  return {.known = true, .begin = file.position(span.begin), .end = file.position(std::max(span.begin, span.end))};
}

}  // namespace cpm::render
