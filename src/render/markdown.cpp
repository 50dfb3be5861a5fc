// The page as GitHub Markdown: one first-level heading, no level skipped, tables with header rows. A check's findings are a
// section of it.
#include <algorithm>
#include <map>
#include <optional>

#include <fmt/format.h>

#include "base/text.h"
#include "render/escape.h"
#include "render/finding_words.h"
#include "render/keys.h"
#include "render/made.h"
#include "render/svg.h"
#include "render/writers.h"

namespace cpm::render {
namespace {

using namespace report;

/// What has been written so far, as far as the next block must know it.
struct Page {
  std::string text = {};
  int level = 1;                      ///< of the last heading
  std::string_view last_marker = {};  ///< of the list that was the last block: `-`, `*`, `.` or `)`; else empty
  std::optional<PictureNames> pictures = {};
  std::map<std::string, std::string> links = {};  ///< from the text of a heading to its name
};

/// In bytes: GitHub shows 512,000 of a README and less of files that are hard to lay out; GitLab a little more.
constexpr std::size_t kLongestPage = 480'000;

bool is_full(const Page& page) {
  return page.text.size() > kLongestPage;
}

std::string strong(std::string_view words) {
  const std::string escaped = markdown_escaped(words);
  return escaped.empty() ? "" : "**" + escaped + "**";
}

void append_block(Page& page, std::string_view block) {
  if (block.empty()) return;
  if (!page.text.empty()) page.text += "\n";
  page.text.append(block).append("\n");
  page.last_marker = {};
}

// Two lists in a row would become one: the second has another character.
void append_list(Page& page, const std::vector<std::string>& entries, bool numbered) {
  if (entries.empty()) return;
  std::string_view character = numbered ? "." : "-";
  if (character == page.last_marker) character = numbered ? ")" : "*";
  std::string block;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (i > 0) block += "\n";
    if (numbered) block += std::to_string(i + 1);
    block += character;
    if (!entries[i].empty()) block.append(" ").append(entries[i]);
  }
  append_block(page, block);
  page.last_marker = character;
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
    entries.push_back(label.empty() ? text : fmt::format("{}:{}{}", label, text.empty() ? "" : " ", text));
  }
  append_list(page, entries, false);
}

/// Escaping trims; a part of a sentence keeps the spaces around it.
std::string part_text(const std::string& part) {
  return (part.starts_with(' ') ? " " : "") + markdown_escaped(part) + (part.ends_with(' ') ? " " : "");
}

std::string cell_text(const Cell& cell) {
  const auto key = [](const std::string& part) { return "`" + part + "`"; };
  const std::string words = cell.has_keys ? with_keys(cell, part_text, key) : markdown_escaped(cell.text);
  return cell.link.empty() ? words : fmt::format("[{}]({})", words, percent_encoded(cell.link));
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
  std::size_t shown = 0;
  for (; shown < table.rows.size() && page.text.size() + block.size() <= kLongestPage; ++shown) {
    std::vector<std::string> cells;
    for (const Cell& cell : table.rows[shown]) cells.push_back(cell_text(cell));
    cells.resize(table.columns.size());
    block.append("\n").append(row_text(cells));
  }
  append_block(page, block);
  const std::size_t rest = table.rows.size() - shown;
  if (rest > 0)
    append(page, Paragraph{.text = fmt::format("Of this table, {} {} left out here.", base::counted(rest, "more row"),
                                               rest == 1 ? "is" : "are")});
}

void append(Page& page, const List& list) {
  std::vector<std::string> entries;
  for (const std::string& entry : list.entries) entries.push_back(markdown_escaped(entry));
  append_list(page, entries, list.numbered);
}

// A fence must be longer than any run of its character inside.
std::string fence_for(std::string_view text) {
  std::size_t longest = 2;
  std::size_t run = 0;
  for (const char character : text) {
    run = character == '`' ? run + 1 : 0;
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
std::string outline_text(const Diagram& diagram, std::string_view character) {
  std::string block;
  int allowed = 0;
  for (const auto& [level, line] : diagram.outline) {
    const int shown = std::clamp(level, 0, allowed);
    allowed = shown + 1;
    if (!block.empty()) block += "\n";
    block.append(static_cast<std::size_t>(shown) * 2, ' ').append(character);
    const std::string words = markdown_escaped(line);
    if (!words.empty()) block.append(" ").append(words);
  }
  return block;
}

void append(Page& page, const Diagram& diagram) {
  append_block(page, strong(diagram.caption));
  if (!diagram.mermaid.empty() && !page.pictures) {  // else the page has its picture as a file
    const std::string fence = fence_for(diagram.mermaid);
    append_block(page, fmt::format("{0}mermaid\n{1}{2}{0}", fence, diagram.mermaid,
                                   diagram.mermaid.ends_with('\n') ? "" : "\n"));
  }
  const std::string_view character = page.last_marker == "-" ? "*" : "-";
  const std::string outline = outline_text(diagram, character);
  append_block(page, outline);
  if (!outline.empty()) page.last_marker = character;
}

void append(Page& page, const Chart& chart) {
  if (!page.pictures) return;
  const std::string words = markdown_escaped(fmt::format("{}. {}", chart.title, chart.description));
  append_block(page, fmt::format("![{}]({})", words, percent_encoded((*page.pictures)(chart))));
}

/// The lead says them in words.
void append(Page&, const KeyFigures&) {}

// Hosts make the names that these links lead to from the headings themselves.
void append(Page& page, const Contents& contents) {
  append(page, Heading{.level = 2, .text = "Contents"});
  std::vector<std::string> entries;
  for (const std::string& title : contents.titles) {
    const auto found = page.links.find(title);
    const std::string words = markdown_escaped(title);
    entries.push_back(found == page.links.end() ? words : fmt::format("[{}](#{})", words, found->second));
  }
  append_list(page, entries, true);
}

/// The first heading of each text, and where it will be found.
std::map<std::string, std::string> links_of(const Document& document) {
  std::map<std::string, std::string> links;
  Anchors anchors;
  anchors(document.title);
  for (const Block& block : document.blocks) {
    if (std::holds_alternative<Contents>(block)) anchors("Contents");
    if (const auto* heading = std::get_if<Heading>(&block)) links.try_emplace(heading->text, anchors(heading->text));
  }
  return links;
}

void append_end(Page& page) {
  append(page, Paragraph{.text = "This page ends here: git hosts show no longer one in full. `--format html` and "
                                 "`--format json` have all of it.",
                         .lead = true});
}

/// A comment, which hosts do not show, and the line for readers below it.
void append_made(Page& page, const Document& document, const Settings& settings) {
  if (!document.made) return;
  page.text += "\n";
  page.text += made_in_markdown(made_lines(*document.made, page.text, settings.pictures));
}

}  // namespace

std::string write_markdown(const Job& job) {
  if (!job.outcome.raw.empty()) return job.outcome.raw;
  Document document = job.outcome.page ? *job.outcome.page : Document{.title = "Findings", .blocks = {}};
  if (!job.outcome.page && !job.outcome.checked) return {};
  if (job.outcome.checked) append_findings(document, job);
  Page page{.links = links_of(document)};
  if (!job.settings.pictures.empty()) page.pictures.emplace(job.settings.pictures);
  append_block(page, "# " + markdown_escaped(document.title));
  for (const Block& block : document.blocks) {
    std::visit([&](const auto& some) { append(page, some); }, block);
    if (!is_full(page)) continue;
    append_end(page);
    break;
  }
  append_made(page, document, job.settings);
  return page.text;
}

}  // namespace cpm::render
