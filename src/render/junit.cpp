#include "render/junit.h"

#include <algorithm>
#include <map>
#include <vector>

#include "base/text.h"
#include "diag/catalogue.h"
#include "render/finding_words.h"
#include "render/summary.h"

namespace cpm::render {
namespace {

using diag::Diagnostic;

/// A file, or what belongs to none, with its findings.
struct Suite {
  std::string name;
  std::vector<const Diagnostic*> findings = {};
};

// Text that `visible` has seen: it has no control characters but line ends. XML 1.0 cannot hold them even when escaped, and
// neither U+FFFE and U+FFFF.
std::string xml(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char sign = text[at];
    if (const std::string_view rest = text.substr(at, 3); rest == "\xEF\xBF\xBE" || rest == "\xEF\xBF\xBF") {
      result += rest.back() == '\xBE' ? "\\u{fffe}" : "\\u{ffff}";
      at += 2;
    } else if (sign == '&')
      result += "&amp;";
    else if (sign == '<')
      result += "&lt;";
    else if (sign == '>')
      result += "&gt;";
    else if (sign == '"')
      result += "&quot;";
    else if (sign == '\n')
      result += "&#10;";
    else
      result += sign;
  }
  return result;
}

std::string attribute(std::string_view name, std::string_view value) {
  return " " + std::string(name) + "=\"" + xml(value) + "\"";
}

std::string attribute(std::string_view name, std::size_t value) {
  return attribute(name, std::to_string(value));
}

bool fails(const Diagnostic& finding, const Job& job) {
  return finding.severity >= (job.outcome.checked ? job.outcome.checked->fail_on : diag::Severity::error);
}

std::size_t failures(const Suite& suite, const Job& job) {
  return static_cast<std::size_t>(
      std::ranges::count_if(suite.findings, [&job](const Diagnostic* finding) { return fails(*finding, job); }));
}

// A file without findings is a test that passed; so no run is empty, which servers take for a fault.
std::size_t tests(const Suite& suite) {
  return std::max<std::size_t>(suite.findings.size(), 1);
}

std::vector<Suite> suites_of(const Job& job) {
  std::map<std::string, Suite> by_path;
  const auto suite = [&by_path](const std::string& path) -> Suite& {
    return by_path.try_emplace(path, Suite{.name = path}).first->second;
  };
  if (job.outcome.checked)
    for (const std::string& path : job.outcome.checked->paths)
      suite(base::visible(host_path(diag::SourceFile{path, {}}, job.settings)));
  for (const Diagnostic& finding : job.findings.all()) {
    const bool known = finding.span.known();
    const std::string path = known ? host_path(job.sources.file(finding.span.file), job.settings) : "cpm";
    suite(base::visible(path)).findings.push_back(&finding);
  }
  std::vector<Suite> suites;
  for (auto& [path, found] : by_path) suites.push_back(std::move(found));
  return suites;
}

// All that a person needs who sees nothing but this.
std::string words_of(const Diagnostic& finding, const Job& job) {
  const std::string place = place_text(finding.span, job.sources);
  std::string text = (place.empty() ? "" : place + ": ") + std::string(diag::severity_word(finding.severity)) + "[" +
                     diag::code_text(finding.code) + "]: " + message_and_help(finding);
  for (const diag::Label& label : finding.labels) {
    const std::string there = place_text(label.span, job.sources);
    text += "\n" + (there.empty() ? "" : there + ": ") + shown_text(label.text);
  }
  return text;
}

std::string case_of(const Diagnostic& finding, const Suite& suite, const Job& job) {
  const std::string message = shown_text(finding.message);
  const std::string words = xml(words_of(finding, job));
  const std::string head = "    <testcase" + attribute("name", code_and_name(finding.code) + ": " + message) +
                           attribute("classname", suite.name) + attribute("time", "0");
  const std::string body = fails(finding, job) ? "<failure" + attribute("type", code_and_name(finding.code)) +
                                                     attribute("message", message) + ">" + words + "</failure>"
                                               : "<system-out>" + words + "</system-out>";
  return head + ">\n      " + body + "\n    </testcase>\n";
}

std::string suite_text(const Suite& suite, const Job& job) {
  std::string text = "  <testsuite" + attribute("name", suite.name) + attribute("tests", tests(suite)) +
                     attribute("failures", failures(suite, job)) + attribute("errors", "0") +
                     attribute("skipped", "0") + attribute("time", "0") + ">\n";
  for (const Diagnostic* finding : suite.findings) text += case_of(*finding, suite, job);
  if (suite.findings.empty())
    text += "    <testcase" + attribute("name", "no findings") + attribute("classname", suite.name) +
            attribute("time", "0") + "/>\n";
  return text + "  </testsuite>\n";
}

}  // namespace

std::string write_junit(const Job& job) {
  const std::vector<Suite> suites = suites_of(job);
  std::size_t all = 0;
  std::size_t failed = 0;
  for (const Suite& suite : suites) {
    all += tests(suite);
    failed += failures(suite, job);
  }
  std::string text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites" + attribute("name", "cpm check") +
                     attribute("tests", all) + attribute("failures", failed) + attribute("errors", "0") +
                     attribute("time", "0") + ">\n";
  for (const Suite& suite : suites) text += suite_text(suite, job);
  return text + "</testsuites>\n";
}

}  // namespace cpm::render
