#include "render/findings_page.h"

#include "diag/catalogue.h"
#include "render/summary.h"

namespace cpm::render {
namespace {

using namespace report;

Table findings_table(const Job& job) {
  Table table{.caption = {}, .columns = {}, .rows = {}};
  for (const char* const head : {"Place", "Severity", "Code", "What was found", "What to do"})
    table.columns.push_back(Column{.head = head, .number = false});
  for (const diag::Diagnostic& finding : job.findings.all()) {
    const std::string severity{diag::severity_word(finding.severity)};
    std::vector<Cell>& row = table.rows.emplace_back();
    for (const std::string& text : {place_text(finding.span, job.sources), severity, diag::code_text(finding.code),
                                    finding.message, finding.help})
      row.push_back(Cell{.text = text});
  }
  return table;
}

}  // namespace

void append_findings(Document& page, const Job& job) {
  if (job.outcome.page) page.blocks.emplace_back(Heading{.level = 2, .text = "Findings"});
  page.blocks.emplace_back(Paragraph{.text = summary(job), .lead = true});
  if (!job.findings.all().empty()) page.blocks.emplace_back(findings_table(job));
}

}  // namespace cpm::render
