#include "render/html_blocks.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "render/escape.h"
#include "render/keys.h"
#include "render/svg.h"

namespace cpm::render {
namespace {

using namespace report;

/// More than these are set smaller; more than those smaller still on paper.
constexpr std::size_t kManyColumns = 6;
constexpr std::size_t kMostColumns = 10;

/// An id must begin with a letter; ids of headings never hold `_`, as those of tables and charts do.
std::string id_of(HtmlPage& page, std::string_view heading) {
  std::string plain;
  for (const char character : heading)
    plain += character == '_' || static_cast<unsigned char>(character) >= 0x80 ? '-' : character;
  std::string id = page.anchors(plain);
  const bool fine = !id.empty() && id.front() >= 'a' && id.front() <= 'z';
  return fine ? id : page.anchors("part-" + id);
}

void append(HtmlPage& page, const Heading& heading) {
  page.level = std::clamp(heading.level, 2, page.level + 1);
  const std::string id = id_of(page, heading.text);
  page.body += fmt::format("<h{0}{1}>{2}</h{0}>\n", page.level, attribute("id", id), markup_escaped(heading.text));
  page.entries.push_back({.level = page.level, .id = id, .text = heading.text});
}

void append(HtmlPage& page, const Paragraph& paragraph) {
  if (says_something(paragraph.text)) page.body += element("p", paragraph.text, paragraph.lead ? "lead" : "") + "\n";
}

void append(HtmlPage& page, const Facts& facts) {
  if (facts.facts.empty()) return;
  page.body += "<dl class=\"facts\">\n";
  for (const Fact& fact : facts.facts) page.body += element("dt", fact.label) + element("dd", fact.text) + "\n";
  page.body += "</dl>\n";
}

void append(HtmlPage& page, const KeyFigures& figures) {
  if (figures.figures.empty()) return;
  page.body += "<ul class=\"figures\">\n";
  for (const KeyFigure& figure : figures.figures)
    page.body += fmt::format("<li>{} {}</li>\n", element("b", figure.figure), element("span", figure.label));
  page.body += "</ul>\n";
}

/// A date never breaks at its dashes.
bool is_date(std::string_view text) {
  constexpr std::string_view kForm = "0000-00-00";
  return std::ranges::equal(text, kForm, [](char character, char form) {
    return form == '0' ? character >= '0' && character <= '9' : character == form;
  });
}

/// "done on 2025-09-12", with the date kept together. A path may break before it: "snapshots/2025-09-12.yaml".
std::string with_whole_dates(std::string_view markup) {
  constexpr std::size_t kDate = 10;
  std::string text;
  const auto digit = [&](std::size_t at) { return at < markup.size() && markup[at] >= '0' && markup[at] <= '9'; };
  for (std::size_t at = 0; at < markup.size();) {
    const bool begins = digit(at) && (at == 0 || !digit(at - 1)) && !digit(at + kDate);
    if (begins && is_date(markup.substr(at, kDate))) {
      if (text.ends_with('/')) text += "<wbr>";
      text.append("<span class=\"d\">").append(markup.substr(at, kDate)).append("</span>");
      at += kDate;
    } else {
      text += markup[at++];
    }
  }
  return text;
}

std::string cell_text(const Table& table, const std::vector<Cell>& row, std::size_t at) {
  const Cell none{.text = {}};
  const Cell& cell = at < row.size() ? row[at] : none;
  const bool date = is_date(cell.text);
  const auto plain = [](const std::string& part) { return with_whole_dates(markup_escaped(part)); };
  const auto key = [](const std::string& part) { return fmt::format("<code>{}</code>", markup_escaped(part)); };
  const std::string words = date ? cell.text : with_keys(cell, plain, key);
  const std::string text = cell.link.empty() ? words : fmt::format("<a{}>{}</a>", attribute("href", cell.link), words);
  const std::string style = table.columns[at].number ? " class=\"n\"" : date ? " class=\"d\"" : "";
  const bool heads = at == 0 && !text.empty();  // an empty cell heads no row
  return heads ? fmt::format("<th scope=\"row\"{}>{}</th>", style, text) : fmt::format("<td{}>{}</td>", style, text);
}

/// What scrolls must be reached by keyboard, and have a name.
std::string scrolling(std::string_view name) {
  return fmt::format("<div class=\"scroll\" role=\"group\" tabindex=\"0\"{}>\n", name);
}

std::string table_tag(std::size_t columns) {
  if (columns <= kManyColumns) return "<table>\n";
  return fmt::format("<table{}>\n", attribute("class", columns > kMostColumns ? "many most" : "many"));
}

void append(HtmlPage& page, const Table& table) {
  if (table.columns.empty()) return;
  const std::string id = "table_" + std::to_string(++page.tables);
  const bool named = says_something(table.caption);
  page.body += scrolling(attribute(named ? "aria-labelledby" : "aria-label", named ? id : "Table")) +
               table_tag(table.columns.size());
  if (named) page.body += fmt::format("<caption{}>{}</caption>\n", attribute("id", id), markup_escaped(table.caption));
  page.body += "<thead>\n<tr>";
  for (const Column& column : table.columns)
    page.body += fmt::format("<th scope=\"col\"{}>{}</th>", column.number ? " class=\"n\"" : "",
                             markup_escaped(column.head));
  page.body += "</tr>\n</thead>\n<tbody>\n";
  for (const std::vector<Cell>& row : table.rows) {
    page.body += "<tr>";
    for (std::size_t at = 0; at < table.columns.size(); ++at) page.body += cell_text(table, row, at);
    page.body += "</tr>\n";
  }
  page.body += "</tbody>\n</table>\n</div>\n";
}

void append(HtmlPage& page, const List& list) {
  if (list.entries.empty()) return;
  const std::string name = list.numbered ? "ol" : "ul";
  page.body += "<" + name + ">\n";
  for (const std::string& entry : list.entries) page.body += element("li", entry) + "\n";
  page.body += "</" + name + ">\n";
}

void append_caption(HtmlPage& page, std::string_view caption) {
  if (says_something(caption)) page.body += element("figcaption", caption) + "\n";
}

/// Elsewhere a tab is a space; in text that is shown as it is, it stays.
std::string with_tabs(std::string_view line) {
  std::string text;
  for (const std::string_view part : base::split(line, '\t'))
    text.append(part.data() == line.data() ? "" : "\t").append(markup_escaped(part));
  return text;
}

void append(HtmlPage& page, const Verbatim& verbatim) {
  const std::vector<std::string> lines = verbatim_lines(verbatim.text);
  if (lines.empty()) return;
  page.body += "<figure>\n";
  append_caption(page, verbatim.caption);
  page.body += "<pre tabindex=\"0\">";
  for (const std::string& line : lines) page.body += with_tabs(line) + "\n";
  page.body += "</pre>\n</figure>\n";
}

/// The outline as lists inside lists; a line stands at most one level below the one before it.
std::string outline_text(const Diagram& diagram) {
  std::string text;
  int open = 0;
  for (const auto& [level, line] : diagram.outline) {
    const int wanted = std::clamp(level, 0, open) + 1;
    if (wanted > open) text += "<ul>\n";
    for (; open > wanted; --open) text += "</li>\n</ul>\n";
    if (open == wanted) text += "</li>\n";
    open = wanted;
    text += "<li>" + markup_escaped(line) + "\n";
  }
  for (; open > 0; --open) text += "</li>\n</ul>\n";
  return text;
}

void append(HtmlPage& page, const Diagram& diagram) {
  if (diagram.outline.empty()) return;
  page.body += "<figure class=\"outline\">\n";
  append_caption(page, diagram.caption);
  page.body += outline_text(diagram) + "</figure>\n";
}

void append(HtmlPage& page, const Chart& chart) {
  const std::vector<Chart> sheets = sheets_of(chart);
  page.body += sheets.size() == 1 ? "<figure>\n" : "<figure class=\"long\">\n";
  append_caption(page, chart.title);
  for (const Chart& sheet : sheets)
    page.body += scrolling(attribute("aria-label", "Picture: " + sheet.title)) +
                 svg_inline(sheet, "chart_" + std::to_string(++page.charts)) + "</div>\n";
  page.body += "</figure>\n";
}

/// The page has its own list of contents, with links.
void append(HtmlPage&, const Contents&) {}

}  // namespace

void append_html(HtmlPage& page, const Block& block) {
  std::visit([&page](const auto& some) { append(page, some); }, block);
}

std::string element(std::string_view name, std::string_view text, std::string_view style) {
  return fmt::format("<{0}{1}>{2}</{0}>", name, style.empty() ? "" : attribute("class", style), markup_escaped(text));
}

}  // namespace cpm::render
