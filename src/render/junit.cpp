// Findings as JUnit XML, which every CI server shows: one test suite for each file checked, in it one failed test case for
// each finding that fails the check. Findings below that are test cases that passed, with the finding as their output.
#include <algorithm>
#include <map>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "diag/catalog.h"
#include "render/escape.h"
#include "render/finding_words.h"
#include "render/writers.h"

namespace cpm::render {
namespace {

using diag::Diagnostic;

/// A file, or what belongs to none, with its findings.
struct Suite {
  std::string name;
  std::vector<const Diagnostic*> findings = {};
};

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
  std::string text = fmt::format("{}{}[{}]: {}", place.empty() ? "" : place + ": ",
                                 diag::severity_word(finding.severity), diag::code_text(finding.code),
                                 message_and_help(finding));
  for (const diag::Label& label : finding.labels) {
    const std::string there = place_text(label.span, job.sources);
    text += fmt::format("\n{}{}", there.empty() ? "" : there + ": ", shown_text(label.text));
  }
  return text;
}

std::string case_head(std::string_view name, const Suite& suite) {
  return "    <testcase" + xml_attribute("name", name) + xml_attribute("classname", suite.name) +
         number_attribute("time", 0);
}

std::string case_of(const Diagnostic& finding, const Suite& suite, const Job& job) {
  const std::string code = code_and_name(finding.code);
  const std::string message = shown_text(finding.message);
  const std::string words = xml_escaped(words_of(finding, job));
  const std::string body = fails(finding, job) ? fmt::format("<failure{}{}>{}</failure>", xml_attribute("type", code),
                                                             xml_attribute("message", message), words)
                                               : fmt::format("<system-out>{}</system-out>", words);
  return fmt::format("{}>\n      {}\n    </testcase>\n", case_head(fmt::format("{}: {}", code, message), suite), body);
}

/// How many tests there were, and how many of them failed.
std::string numbers_text(std::size_t all, std::size_t failed) {
  return number_attribute("tests", static_cast<std::int64_t>(all)) +
         number_attribute("failures", static_cast<std::int64_t>(failed)) + number_attribute("errors", 0);
}

std::string suite_text(const Suite& suite, const Job& job) {
  std::string text = "  <testsuite" + xml_attribute("name", suite.name) +
                     numbers_text(tests(suite), failures(suite, job)) + number_attribute("skipped", 0) +
                     number_attribute("time", 0) + ">\n";
  for (const Diagnostic* finding : suite.findings) text += case_of(*finding, suite, job);
  if (suite.findings.empty()) text += case_head("no findings", suite) + "/>\n";
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
  const std::string name = job.outcome.checked ? "cpm check: " + summary(job) : "cpm check";
  std::string text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites" + xml_attribute("name", name) +
                     numbers_text(all, failed) + number_attribute("time", 0) + ">\n";
  for (const Suite& suite : suites) text += suite_text(suite, job);
  return text + "</testsuites>\n";
}

}  // namespace cpm::render
