#include "report/abbreviations.h"

#include <array>
#include <cctype>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/text.h"

namespace cpm::report {

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

/// Text of a file, shown as it is, is not the page's own words.
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

bool letter_or_digit(char sign) {
  return std::isalnum(static_cast<unsigned char>(sign)) != 0;
}

bool has_word(std::string_view text, std::string_view word) {
  for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    const bool begins = at == 0 || !letter_or_digit(text[at - 1]);
    const auto end = at + word.size();
    if (begins && (end == text.size() || !letter_or_digit(text[end]))) return true;
  }
  return false;
}

bool spelt_out(std::string_view text, const Abbreviation& abbreviation) {
  const std::string both = std::string(abbreviation.long_form) + " (" + std::string(abbreviation.short_form) + ")";
  return text.find(both) != std::string_view::npos;
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
    if (has_word(text, known.short_form) && !spelt_out(text, known))
      said.push_back(std::string(known.short_form) + " stands for " + std::string(known.long_form));
  if (said.empty()) return page;
  const auto place = page.blocks.begin() + static_cast<std::ptrdiff_t>(place_for_note(page));
  page.blocks.insert(place, Paragraph{.text = base::joined(said) + "."});
  return page;
}

}  // namespace cpm::report
