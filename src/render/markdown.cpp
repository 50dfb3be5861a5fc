#include "render/markdown.h"

#include <algorithm>

#include "diag/catalogue.h"
#include "render/markdown_escape.h"
#include "render/summary.h"
#include "render/verbatim.h"

namespace cpm::render {
namespace {

using namespace report;

/// What has been written so far, as far as the next block must know it.
struct Page {
  std::string text;
  int level = 1;               ///< of the last heading
  std::string_view last_sign;  ///< of the list that was the last block: `-`, `*`, `.` or `)`; else empty
};

std::string strong(std::string_view words) {
  const std::string escaped = markdown_escaped(words);
  return escaped.empty() ? "" : "**" + escaped + "**";
}

void append_block(Page& page, std::string_view block) {
  if (block.empty()) return;
  if (!page.text.empty()) page.text += "\n";
  page.text.append(block).append("\n");
  page.last_sign = {};
}

// Two lists in a row would become one: the second has another sign.
void append_list(Page& page, const std::vector<std::string>& entries, bool numbered) {
  if (entries.empty()) return;
  std::string_view sign = numbered ? "." : "-";
  if (sign == page.last_sign) sign = numbered ? ")" : "*";
  std::string block;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (i > 0) block += "\n";
    if (numbered) block += std::to_string(i + 1);
    block += sign;
    if (!entries[i].empty()) block.append(" ").append(entries[i]);
  }
  append_block(page, block);
  page.last_sign = sign;
}

std::string row_text(const std::vector<std::string>& cells) {
  std::string text = "|";
  for (const std::string& cell : cells) text.append(" ").append(cell).append(cell.empty() ? "|" : " |");
  return text;
}

void append(Page& page, const Heading& heading) {
  page.level = std::clamp(heading.level, 2, page.level + 1);
  append_block(page, std::string(static_cast<std::size_t>(page.level), '#') + " " + markdown_escaped(heading.text));
}

void append(Page& page, const Paragraph& paragraph) {
  append_block(page, paragraph.lead ? strong(paragraph.text) : markdown_escaped(paragraph.text));
}

void append(Page& page, const Facts& facts) {
  std::vector<std::string> entries;
  for (const Fact& fact : facts.facts) {
    const std::string label = strong(fact.label);
    const std::string text = markdown_escaped(fact.text);
    entries.push_back(label.empty() ? text : label + ":" + (text.empty() ? "" : " ") + text);
  }
  append_list(page, entries, false);
}

void append(Page& page, const Table& table) {
  if (table.columns.empty()) return;
  append_block(page, strong(table.caption));
  std::vector<std::string> heads;
  std::vector<std::string> rules;
  for (const Column& column : table.columns) {
    heads.push_back(markdown_escaped(column.head));
    rules.push_back(column.number ? "---:" : "---");
  }
  std::string block = row_text(heads) + "\n" + row_text(rules);
  for (const std::vector<Cell>& row : table.rows) {
    std::vector<std::string> cells;
    for (const Cell& cell : row) cells.push_back(markdown_escaped(cell.text));
    cells.resize(table.columns.size());
    block.append("\n").append(row_text(cells));
  }
  append_block(page, block);
}

void append(Page& page, const List& list) {
  std::vector<std::string> entries;
  for (const std::string& entry : list.entries) entries.push_back(markdown_escaped(entry));
  append_list(page, entries, list.numbered);
}

// A fence must be longer than any run of its sign inside.
std::string fence_for(std::string_view text) {
  std::size_t longest = 2;
  std::size_t run = 0;
  for (const char sign : text) {
    run = sign == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return std::string(longest + 1, '`');
}

void append(Page& page, const Verbatim& verbatim) {
  append_block(page, strong(verbatim.caption));
  const std::vector<std::string> lines = verbatim_lines(verbatim.text);
  if (lines.empty()) return;
  const std::string fence = fence_for(verbatim.text);
  std::string block = fence + "\n";
  for (const std::string& line : lines) block.append(line).append("\n");
  append_block(page, block + fence);
}

// A line may stand one level below the one before it; deeper it would be shown as text that is kept as it is.
std::string outline_text(const Diagram& diagram, std::string_view sign) {
  std::string block;
  int allowed = 0;
  for (const auto& [level, line] : diagram.outline) {
    const int shown = std::clamp(level, 0, allowed);
    allowed = shown + 1;
    if (!block.empty()) block += "\n";
    block.append(static_cast<std::size_t>(shown) * 2, ' ').append(sign);
    const std::string words = markdown_escaped(line);
    if (!words.empty()) block.append(" ").append(words);
  }
  return block;
}

void append(Page& page, const Diagram& diagram) {
  append_block(page, strong(diagram.caption));
  if (!diagram.mermaid.empty()) {
    const std::string fence = fence_for(diagram.mermaid);
    append_block(page, fence + "mermaid\n" + diagram.mermaid + (diagram.mermaid.ends_with('\n') ? "" : "\n") + fence);
  }
  const std::string_view sign = page.last_sign == "-" ? "*" : "-";
  const std::string outline = outline_text(diagram, sign);
  append_block(page, outline);
  if (!outline.empty()) page.last_sign = sign;
}

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

void append_findings(Page& page, const Job& job) {
  if (page.text.empty())
    append_block(page, "# Findings");
  else
    append(page, Heading{.level = 2, .text = "Findings"});
  append(page, Paragraph{.text = summary(job), .lead = true});
  if (!job.findings.all().empty()) append(page, findings_table(job));
}

}  // namespace

std::string write_markdown(const Job& job) {
  if (!job.outcome.raw.empty()) return job.outcome.raw;
  Page page;
  if (job.outcome.page) {
    append_block(page, "# " + markdown_escaped(job.outcome.page->title));
    for (const Block& block : job.outcome.page->blocks)
      std::visit([&](const auto& some) { append(page, some); }, block);
  }
  if (job.outcome.checked) append_findings(page, job);
  return page.text;
}

}  // namespace cpm::render
