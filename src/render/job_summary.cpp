#include "render/job_summary.h"

#include <algorithm>

#include "base/text.h"
#include "diag/catalogue.h"
#include "render/markdown_escape.h"
#include "render/summary.h"

namespace cpm::render {
namespace {

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
