#include "tests/fuzz/judges.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "base/utf8.h"
#include "tests/fuzz/demand.h"

namespace cpm::fuzz {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

// Written down here once more on purpose: a hole in the table of base/text_display would be one here too.
constexpr std::array kObeyed = {Range{0x00, 0x08},     Range{0x0B, 0x1F},     Range{0x7F, 0x9F},
                                Range{0x061C, 0x061C}, Range{0x180E, 0x180E}, Range{0x200B, 0x200B},
                                Range{0x200E, 0x200F}, Range{0x2028, 0x202E}, Range{0x2060, 0x206F},
                                Range{0xFEFF, 0xFEFF}, Range{0xFFF9, 0xFFFB}, Range{0xE0000, 0xE007F}};

bool is_obeyed(char32_t code) {
  return std::ranges::any_of(kObeyed, [code](const Range& range) { return range.first <= code && code <= range.last; });
}

std::string number_text(char32_t code) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string digits;
  for (int shift = 20; shift >= 0; shift -= 4) digits += kDigits[(code >> shift) & 0xF];
  return digits;
}

/// A text that is not there is null: both may stand in one place.
std::string shape_of(const nlohmann::json& value) {
  std::string shape = value.is_null() || value.is_string() ? "text" : value.type_name();
  if (!value.is_structured()) return shape;
  shape += "(";
  for (const auto& [key, part] : value.items()) shape += (value.is_object() ? key + ":" : "") + shape_of(part) + ",";
  return shape + ")";
}

/// The text of one cell from `at`, which moves behind it.
std::string csv_cell(std::string_view text, std::size_t& at) {
  std::string cell;
  if (text[at] != '"') {
    const std::size_t end = std::min(text.find_first_of(",\n", at), text.size());
    cell = text.substr(at, end - at);
    demand(cell.find_first_of("\"\r") == std::string::npos, "a cell with a quote is quoted: " + cell);
    at = end;
    return cell;
  }
  for (++at; at < text.size(); ++at) {
    if (text[at] != '"')
      cell += text[at];
    else if (at + 1 < text.size() && text[at + 1] == '"')
      cell += text[at++];
    else
      return ++at, cell;
  }
  throw Broken("a quoted cell ends");
}

void judge_json(const std::string& bytes) {
  json_structure(bytes);
  judge_text(bytes);
}

/// A byte order mark stands in front of a table with letters beyond ASCII, for spreadsheets, and nowhere else.
void judge_csv(const std::string& bytes) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  const bool plain = std::ranges::all_of(bytes, [](unsigned char byte) { return byte < 0x80; });
  demand(plain || bytes.starts_with(kByteOrderMark), "a table with letters beyond ASCII begins with a byte order mark");
  const std::string_view table = std::string_view{bytes}.substr(plain ? 0 : kByteOrderMark.size());
  csv_cells(table);
  judge_text(table);
}

void judge_markdown(const std::string& bytes) {
  markdown_structure(bytes);
  judge_text(bytes);
}

void judge_xml(const std::string& bytes) {
  xml_structure(bytes);
  judge_text(bytes);
}

void judge_html(const std::string& bytes) {
  html_structure(bytes);
  judge_text(bytes);
}

struct Judge {
  std::string_view extension;
  void (*judge)(const std::string&) = nullptr;
};
constexpr std::array kJudges = {Judge{".json", judge_json},   Judge{".sarif", judge_json}, Judge{".csv", judge_csv},
                                Judge{".md", judge_markdown}, Judge{".xml", judge_xml},    Judge{".svg", judge_xml},
                                Judge{".html", judge_html}};

}  // namespace

void judge_output(const render::Format& format, const std::string& bytes) {
  const auto found = std::ranges::find(kJudges, format.extension, &Judge::extension);
  found == kJudges.end() ? judge_text(bytes) : found->judge(bytes);
}

void judge_text(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const base::CodePoint character = base::code_point_at(text, at);
    if (!character.valid) throw Broken("what is written is UTF-8, at byte " + std::to_string(at));
    if (is_obeyed(character.code))
      throw Broken("no character is obeyed that should be shown: U+" + number_text(character.code) + " behind `" +
                   std::string(text.substr(at > 60 ? at - 60 : 0, std::min<std::size_t>(at, 60))) + "`");
    at += character.bytes;
  }
}

bool is_formula(std::string_view cell) {
  constexpr std::array<std::string_view, 8> kStarts = {
      "=", "+", "-", "@", "\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0"};
  const std::string_view text = cell.substr(std::min(cell.find_first_not_of(" \t\r\n"), cell.size()));
  const auto begins = [text](std::string_view start) { return text.starts_with(start); };
  const bool number = text.find_first_not_of("-0123456789.") == std::string_view::npos;
  return std::ranges::any_of(kStarts, begins) && !number;
}

std::vector<std::vector<std::string>> csv_cells(std::string_view text) {
  demand(text.empty() || text.ends_with('\n'), "records end their line");
  std::vector<std::vector<std::string>> lines;
  for (std::size_t at = 0; at < text.size(); ++at) {
    std::vector<std::string>& line = lines.emplace_back();
    line.push_back(csv_cell(text, at));
    while (at < text.size() && text[at] == ',') line.push_back(csv_cell(text, ++at));
    demand(at < text.size() && text[at] == '\n', "behind a cell is a comma or the line's end");
    for (const std::string& cell : line) demand(!is_formula(cell), "no cell is run by a spreadsheet: " + cell);
    demand(line.size() == lines.front().size(), "every line has as many cells");
  }
  return lines;
}

std::string json_structure(const std::string& text) {
  const nlohmann::json value = nlohmann::json::parse(text, nullptr, false);
  demand(!value.is_discarded(), "what is written as JSON is JSON");
  return shape_of(value);
}

}  // namespace cpm::fuzz
