#include "render/github.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.h"
#include "diag/catalogue.h"
#include "render/finding_words.h"
#include "render/summary.h"

namespace cpm::render {
namespace {

using diag::Diagnostic;
using diag::Severity;

constexpr std::size_t kMostShown = 10;
constexpr std::array<std::string_view, 3> kCommands = {"notice", "warning", "error"};  // in the order of Severity

// As the host takes it apart: `%`, line ends, and in properties also `:` and `,`.
std::string escaped(std::string_view text, bool property) {
  std::string result;
  for (const char sign : text) {
    if (sign == '%')
      result += "%25";
    else if (sign == '\r')
      result += "%0D";
    else if (sign == '\n')
      result += "%0A";
    else if (property && sign == ':')
      result += "%3A";
    else if (property && sign == ',')
      result += "%2C";
    else
      result += sign;
  }
  return result;
}

// Columns only where begin and end share a line: the host refuses them elsewhere.
std::string properties_of(const Diagnostic& finding, const Job& job) {
  const auto property = [](std::string_view key, std::string_view value) {
    return std::string(key) + "=" + escaped(value, true);
  };
  std::vector<std::string> parts = {property("title", code_and_name(finding.code))};
  if (finding.span.known())
    parts.push_back(property("file", base::visible(host_path(job.sources.file(finding.span.file), job.settings))));
  if (const HostRegion region = host_region(finding.span, job.sources); region.known) {
    parts.push_back(property("line", std::to_string(region.begin.line)));
    parts.push_back(property("endLine", std::to_string(region.end.line)));
    if (region.begin.line == region.end.line) {
      parts.push_back(property("col", std::to_string(region.begin.column)));
      parts.push_back(property("endColumn", std::to_string(region.end.column)));
    }
  }
  std::string text;
  for (const std::string& part : parts) text.append(text.empty() ? "" : ",").append(part);
  return text;
}

// The place is said again in the message: in the log of a run, the host shows nothing else.
std::string command_of(const Diagnostic& finding, const Job& job) {
  const std::string place = place_text(finding.span, job.sources);
  return "::" + std::string(kCommands[static_cast<std::size_t>(finding.severity)]) + " " + properties_of(finding, job) +
         "::" + escaped((place.empty() ? "" : place + ": ") + message_and_help(finding), false) + "\n";
}

std::string more_command(Severity severity, std::size_t more, std::string command) {
  std::ranges::replace(command, '-', ' ');
  const std::string_view word = diag::severity_word(severity);
  const std::string noun = severity == Severity::advice ? base::counted(more, "piece of advice", "pieces of advice")
                                                        : base::counted(more, word);
  return "::" + std::string(kCommands[static_cast<std::size_t>(severity)]) + " title=cpm::and " + noun +
         " more; `cpm " + escaped(command, false) + "` shows them all\n";
}

std::string commands_of(Severity severity, const Job& job) {
  std::vector<const Diagnostic*> findings;
  for (const Diagnostic& finding : job.findings.all())
    if (finding.severity == severity) findings.push_back(&finding);
  const std::size_t shown = findings.size() > kMostShown ? kMostShown - 1 : findings.size();
  std::string text;
  for (std::size_t i = 0; i < shown; ++i) text += command_of(*findings[i], job);
  return shown < findings.size() ? text + more_command(severity, findings.size() - shown, job.outcome.command) : text;
}

// A word that the text does not have: only this word makes the host obey commands again.
std::string word_not_in(std::string_view text) {
  std::string word;
  for (std::size_t number = 0; word.empty() || text.find(word) != std::string_view::npos; ++number)
    word = "cpm-end-" + std::to_string(number);
  return word;
}

std::string log_text(const Job& job) {
  if (job.settings.quiet || job.findings.all().empty()) return {};
  report::Outcome outcome = job.outcome;
  outcome.checked.reset();
  const Job plain{.outcome = outcome, .findings = job.findings, .sources = job.sources, .settings = {}};
  const std::string text = findings_text(plain);
  const std::string word = word_not_in(text);
  return "::group::All findings, with their lines\n::stop-commands::" + word + "\n" + text + "::" + word +
         "::\n::endgroup::\n";
}

}  // namespace

std::string write_github(const Job& job) {
  std::string text;
  for (const Severity severity : {Severity::error, Severity::warning, Severity::advice})
    text += commands_of(severity, job);
  text += log_text(job);
  return job.outcome.checked ? text + summary(job) + "\n" : text;
}

}  // namespace cpm::render
