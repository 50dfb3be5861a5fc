#include "report/page.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <string_view>
#include <utility>

#include "base/ascii.h"
#include "base/text.h"

namespace cpm::report {

Column number(std::string head) {
  return Column{.head = std::move(head), .number = true};
}

Table table_of(std::string caption, std::initializer_list<Head> heads) {
  Table table{.caption = std::move(caption), .columns = {}, .rows = {}};
  for (const Head& head : heads) table.columns.push_back(head.column);
  return table;
}

Page::Page(std::string title) : document_{.title = std::move(title), .blocks = {}} {}

void Page::lead(std::string text) {
  add(Paragraph{.text = std::move(text), .lead = true});
}

void Page::section(std::string title, int level) {
  add(Heading{.level = level, .text = std::move(title)});
}

void Page::section(std::string title, Table table, int level) {
  if (table.rows.empty()) return;
  section(std::move(title), level);
  add(std::move(table));
}

void Page::text(std::string text) {
  if (!text.empty()) add(Paragraph{.text = std::move(text)});
}

void Page::facts(Facts facts) {
  if (!facts.facts.empty()) add(std::move(facts));
}

void Page::table(Table table, std::string otherwise) {
  if (table.rows.empty()) return text(std::move(otherwise));
  add(std::move(table));
}

void Page::list(std::vector<std::string> entries) {
  if (!entries.empty()) add(List{.entries = std::move(entries)});
}

void Page::figures(KeyFigures figures) {
  if (!figures.figures.empty()) add(std::move(figures));
}

void Page::chart(std::optional<Chart> chart) {
  if (chart) add(std::move(*chart));
}

void Page::append(Document part, std::string title) {
  append_part(document_, std::move(part), std::move(title));
}

void Page::add(Block block) {
  document_.blocks.push_back(std::move(block));
}

Document Page::done() && {
  return with_abbreviations(std::move(document_));
}

void append_part(Document& whole, Document part, std::string title) {
  constexpr int kDeepest = 4;
  whole.blocks.push_back(Heading{.level = 2, .text = std::move(title)});
  for (Block& block : part.blocks) {
    if (auto* heading = std::get_if<Heading>(&block)) heading->level = std::min(heading->level + 1, kDeepest);
    whole.blocks.push_back(std::move(block));
  }
}

// Abbreviations

namespace {

struct Abbreviation {
  std::string_view short_form;
  std::string_view long_form;
};

/// In the order in which they are said.
constexpr std::array<Abbreviation, 18> kAbbreviations = {{
    {"CPM", "Core Practice Model"},
    {"ICPM", "Integrated Core Practice Model"},
    {"SOP", "Safety Organized Practice"},
    {"CFT", "Child and Family Team"},
    {"CANS", "Child and Adolescent Needs and Strengths"},
    {"CAPP", "California Partners for Permanency"},
    {"ORB", "Organizational Readiness Building"},
    {"WD", "Workforce Development"},
    {"ERP", "Engagement, Relationships and Partnership"},
    {"QOSI", "Quality, Outcomes and System Improvement"},
    {"RTA", "Regional Training Academy"},
    {"IST", "Implementation Support Team"},
    {"CQI", "continuous quality improvement"},
    {"CSA", "County Self-Assessment"},
    {"SIP", "System Improvement Plan"},
    {"CDSS", "California Department of Social Services"},
    {"CWDA", "County Welfare Directors Association"},
    {"CFPIC", "Child and Family Policy Institute of California"},
}};

void add(std::string& text, std::string_view more) {
  text.append(more);
  text += '\n';
}

void collect(std::string& text, const Heading& heading) {
  add(text, heading.text);
}
void collect(std::string& text, const Paragraph& paragraph) {
  add(text, paragraph.text);
}

/// The text of a file is not the page's own words.
void collect(std::string&, const Verbatim&) {}

void collect(std::string& text, const Facts& facts) {
  for (const Fact& fact : facts.facts) {
    add(text, fact.label);
    add(text, fact.text);
  }
}

void collect(std::string& text, const Table& table) {
  add(text, table.caption);
  for (const Column& column : table.columns) add(text, column.head);
  for (const auto& row : table.rows)
    for (const Cell& cell : row) add(text, cell.text);
}

/// The outline says what the drawing shows.
void collect(std::string& text, const Diagram& diagram) {
  add(text, diagram.caption);
  for (const auto& [level, line] : diagram.outline) add(text, line);
}

/// Pictures and large figures repeat what the page says in words.
void collect(std::string&, const Chart&) {}
void collect(std::string&, const KeyFigures&) {}
void collect(std::string&, const Contents&) {}

void collect(std::string& text, const List& list) {
  for (const std::string& entry : list.entries) add(text, entry);
}

std::string all_text(const Document& page) {
  std::string text = page.title + '\n';
  for (const Block& block : page.blocks) std::visit([&text](const auto& kind) { collect(text, kind); }, block);
  return text;
}

bool letter_or_digit(char c) {
  return base::is_letter(c) || base::is_digit(c);
}

bool has_word(std::string_view text, std::string_view word) {
  for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    const bool begins = at == 0 || !letter_or_digit(text[at - 1]);
    const auto end = at + word.size();
    if (begins && (end == text.size() || !letter_or_digit(text[end]))) return true;
  }
  return false;
}

std::string meaning(const Abbreviation& known) {
  return fmt::format("{} stands for {}", known.short_form, known.long_form);
}

/// By its own words, or by the note of a page that was put into this one.
bool is_spelled_out(std::string_view text, const Abbreviation& known) {
  const auto says = [text](const std::string& words) { return text.find(words) != std::string_view::npos; };
  return says(fmt::format("{} ({})", known.long_form, known.short_form)) || says(meaning(known));
}

/// After the facts at the head of the page; after the lead where there are none.
std::size_t place_for_note(const Document& page) {
  if (page.blocks.empty()) return 0;
  std::size_t at = 1;
  while (at < page.blocks.size() && std::holds_alternative<KeyFigures>(page.blocks[at])) ++at;
  return at < page.blocks.size() && std::holds_alternative<Facts>(page.blocks[at]) ? at + 1 : at;
}

}  // namespace

Document with_abbreviations(Document page) {
  const std::string text = all_text(page);
  std::vector<std::string> said;
  for (const Abbreviation& known : kAbbreviations)
    if (has_word(text, known.short_form) && !is_spelled_out(text, known)) said.push_back(meaning(known));
  if (said.empty()) return page;
  const auto place = page.blocks.begin() + static_cast<std::ptrdiff_t>(place_for_note(page));
  page.blocks.insert(place, Paragraph{.text = base::joined(said) + "."});
  return page;
}

}  // namespace cpm::report
