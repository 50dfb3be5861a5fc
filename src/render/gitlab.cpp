// Findings as a code quality report of GitLab: a list of records with the fields that its documentation names
// (docs.gitlab.com, "Code Quality", "Code Quality report format"): description, check_name, fingerprint, severity, location.
#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "diag/fingerprint.h"
#include "render/escape.h"
#include "render/finding_words.h"
#include "render/writers.h"

namespace cpm::render {
namespace {

using Json = nlohmann::ordered_json;

// GitLab knows info, minor, major, critical and blocker; in the order of diag::Severity.
constexpr std::array<std::string_view, 3> kSeverities = {"info", "minor", "major"};

// GitLab needs a line; a whole file is shown at its first.
Json location_of(const diag::Span& span, const Job& job) {
  const HostRegion region = host_region(span, job.sources);
  const std::string path = span.known() ? host_path(job.sources.file(span.file), job.settings) : ".";
  return {{"path", base::visible(path)}, {"lines", {{"begin", region.begin.line}, {"end", region.end.line}}}};
}

// One line, as the host shows it.
std::string description_of(const diag::Diagnostic& finding) {
  std::string text = message_and_help(finding);
  std::ranges::replace(text, '\n', ' ');
  return text;
}

}  // namespace

std::string write_gitlab(const Job& job) {
  const std::vector<diag::Diagnostic>& findings = job.findings.all();
  const auto name = [&job](const diag::SourceFile& file) { return host_path(file, job.settings); };
  const std::vector<std::string> prints = diag::fingerprints(findings, job.sources, name);
  Json report = Json::array();
  for (std::size_t i = 0; i < findings.size(); ++i)
    report.push_back({{"description", description_of(findings[i])},
                      {"check_name", code_and_name(findings[i].code)},
                      {"fingerprint", prints[i]},
                      {"severity", kSeverities[static_cast<std::size_t>(findings[i].severity)]},
                      {"location", location_of(findings[i].span, job)}});
  return json_safe(report.dump(2)) + "\n";
}

}  // namespace cpm::render
