// Findings as workflow commands of GitHub Actions: `::error file=…,line=…::message`, the most severe first. The host shows at
// most ten of each severity for one step (its documentation, "Problem matchers", "Limitations"), so the tenth says how many
// more there are. The text for people follows in a folded group where commands in it are not obeyed.
// The page that a host keeps of a job has them as Markdown. Hosts take so many bytes and no more.
#include <algorithm>
#include <array>
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
using diag::Severity;

constexpr std::size_t kMostShown = 10;
constexpr std::array<std::string_view, 3> kCommands = {"notice", "warning", "error"};  // in the order of Severity

// As the host takes it apart: `%`, line ends, and in properties also `:` and `,`.
std::string escaped(std::string_view text, bool property) {
  std::string result;
  for (const char character : text) {
    if (character == '%')
      result += "%25";
    else if (character == '\r')
      result += "%0D";
    else if (character == '\n')
      result += "%0A";
    else if (property && character == ':')
      result += "%3A";
    else if (property && character == ',')
      result += "%2C";
    else
      result += character;
  }
  return result;
}

// Columns only where begin and end share a line: the host refuses them elsewhere.
std::string properties_of(const Diagnostic& finding, const Job& job) {
  const auto property = [](std::string_view key, std::string_view value) {
    return fmt::format("{}={}", key, escaped(value, true));
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
  return fmt::format("{}", fmt::join(parts, ","));
}

// The place is said again in the message: in the log of a run, the host shows nothing else.
std::string command_of(const Diagnostic& finding, const Job& job) {
  const std::string place = place_text(finding.span, job.sources);
  return fmt::format("::{} {}::{}\n", kCommands[static_cast<std::size_t>(finding.severity)],
                     properties_of(finding, job),
                     escaped((place.empty() ? "" : place + ": ") + message_and_help(finding), false));
}

std::string more_command(Severity severity, std::size_t more, std::string command) {
  std::ranges::replace(command, '-', ' ');
  const std::string_view word = diag::severity_word(severity);
  const std::string noun = severity == Severity::advice ? base::counted(more, "piece of advice", "pieces of advice")
                                                        : base::counted(more, word);
  return fmt::format("::{} title=cpm::and {} more; `cpm {}` shows them all\n",
                     kCommands[static_cast<std::size_t>(severity)], noun, escaped(command, false));
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
  return fmt::format("::group::All findings, with their lines\n::stop-commands::{0}\n{1}::{0}::\n::endgroup::\n", word,
                     text);
}

constexpr std::string_view
    kHead = "| Severity | Place | What was found | What to do | Code |\n| --- | --- | --- | --- | --- |\n";

std::string row_of(const diag::Diagnostic& finding, const Job& job) {
  std::string row = "|";
  for (const std::string& text :
       {std::string(diag::severity_word(finding.severity)), place_text(finding.span, job.sources), finding.message,
        finding.help, diag::code_text(finding.code)}) {
    const std::string cell = markdown_escaped(text);
    row.append(" ").append(cell).append(cell.empty() ? "|" : " |");
  }
  return row + "\n";
}

std::string rest_text(std::size_t rest) {
  return "\nAnd " + base::counted(rest, "finding") +
         " more, for which there is no room here: `cpm check` shows them.\n";
}

}  // namespace

std::string write_github(const Job& job) {
  std::string text;
  for (const Severity severity : {Severity::error, Severity::warning, Severity::advice})
    text += commands_of(severity, job);
  text += log_text(job);
  return job.outcome.checked ? text + summary(job) + "\n" : text;
}

std::string job_summary(const Job& job, std::size_t limit) {
  std::vector<const diag::Diagnostic*> findings;
  for (const diag::Diagnostic& finding : job.findings.all()) findings.push_back(&finding);
  std::ranges::stable_sort(findings, std::ranges::greater{}, [](const auto* finding) { return finding->severity; });
  std::string page = "## cpm check\n\n**" + markdown_escaped(summary(job)) + "**\n";
  if (findings.empty()) return page.size() <= limit ? page : std::string{};
  page.append("\n").append(kHead);
  const std::size_t reserve = rest_text(findings.size()).size();
  if (page.size() + reserve > limit) return {};
  std::size_t shown = 0;
  for (; shown < findings.size(); ++shown) {
    const std::string row = row_of(*findings[shown], job);
    if (page.size() + row.size() + reserve > limit) break;
    page += row;
  }
  return shown < findings.size() ? page + rest_text(findings.size() - shown) : page;
}

}  // namespace cpm::render
