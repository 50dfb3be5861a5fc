// Dashes without their space, and bullets and numbers of word processors where a dash begins a list entry.
#include <algorithm>
#include <array>
#include <vector>

#include <fmt/format.h>

#include "base/utf8.h"
#include "yaml/diagnose.h"

namespace cpm::yaml {
namespace {

/// What word processors begin a list entry with, and the space behind it; U+F0B7 and U+F0A7 are those of their own fonts.
constexpr std::array<std::string_view, 18> kBullets = {"* ", "• ", "– ", "— ", "· ", "‣ ", "◦ ", "+ ",      "▪ ",
                                                       "▫ ", "■ ", "□ ", "● ", "○ ", "➢ ", "➤ ", "\uF0B7 ", "\uF0A7 "};

std::string_view bullet_of(std::string_view content) {
  const auto* const found = std::ranges::find_if(kBullets,
                                                 [&](std::string_view each) { return content.starts_with(each); });
  return found == kBullets.end() ? std::string_view{} : *found;
}

// Fonts show nothing for the bullets of other fonts.
std::string name_of_bullet(std::string_view bullet) {
  const base::CodePoint character = base::code_point_at(bullet, 0);
  const bool private_use = character.code >= 0xE000 && character.code <= 0xF8FF;
  return private_use ? code_point_text(character.code) : shown(bullet);
}

// "1. ", "2) ": the bytes of a number that begins an entry; 0 when there is none.
std::size_t number_length(std::string_view content) {
  const std::size_t digits = std::min(content.find_first_not_of("0123456789"), content.size());
  const std::string_view mark = content.substr(digits, 2);
  return digits > 0 && (mark == ". " || mark == ") ") ? digits + mark.size() : 0;
}

// "▪ id: s1", "1. id: s1": the bytes before the key of a record; 0 when there is none.
std::size_t bullet_before_key(std::string_view content) {
  const std::size_t length = std::max(bullet_of(content).size(), number_length(content));
  const std::size_t key = std::min(content.find_first_not_of(' ', length), content.size());
  return length > 0 && key_length(content.substr(key)) > 0 ? key : 0;
}

// The dash, and spaces so that the key stands over those of the next line.
diag::Edit dash_for_bullet(const Source& source, const Line& line) {
  const std::size_t key = bullet_before_key(content_of(source, line));
  const std::optional<Line> below = line_after(source, line);
  const std::size_t column = below && !below->blank() ? below->indent() : 0;
  const std::size_t gap = column > line.indent() + 1 ? column - line.indent() - 1 : 1;
  return {.span = source.span(line.content, line.content + key), .replacement = "-" + std::string(gap, ' ')};
}

// `action: Train coaches`, and bullets below: they go on with the text. `action:` and bullets below: they are the text.
Judgment bullets_in_text(const Scene& scene, const std::vector<Line>& lines, std::string_view bullet) {
  const Source& source = scene.source;
  const std::optional<Line> above = filled_line_above(source, lines.front());
  if (!above) return std::nullopt;
  const std::size_t key = entry_start(source, *above);
  const std::size_t length = key_length(source.text(key, above->end));
  const std::size_t begin = value_start(source, *above);
  const std::size_t end = end_of_text(source, key, *above);
  const bool empty = end <= key + length + 1;
  const std::size_t value = empty ? key + length + 1 : begin;
  if (length == 0 || use_at(source, value) != KeyUse::text) return std::nullopt;
  if (!empty && std::string_view{"\"'[{|>&*!"}.find(source.bytes[begin]) != kNowhere) return std::nullopt;
  const std::size_t at = lines.front().content;
  diag::Diagnostic result = slip(
      scene, 127, at, at + bullet.size(),
      fmt::format("`{}` goes on with the text of `{}`, but the line is not indented", bullet,
                  source.text(key, key + length)),
      fmt::format("indent the lines of the text deeper than `{}`", source.text(key, key + length)));
  result.fix = diag::Fix{.title = "indent the lines of the text", .safety = diag::Safety::safe, .edits = {}};
  if (empty) result.fix->edits.push_back({.span = source.span(value, value), .replacement = " |-"});
  const std::size_t column = key - above->begin + 2;
  for (const Line& line : lines) {
    if (!empty && source.text(line.content, line.end).find_first_of("#:") != kNowhere) result.fix.reset();
    if (!result.fix) break;
    result.fix->edits.push_back(
        {.span = source.span(line.begin, line.content), .replacement = std::string(column, ' ')});
  }
  return result;
}

}  // namespace

Judgment missing_dash_space(const Scene& scene) {
  const Source& source = scene.source;
  const std::string_view text = content_of(source, scene.line);
  if (text.size() < 2 || text[0] != '-' || is_blank(text[1]) || text[1] == '-') return std::nullopt;
  const std::size_t at = scene.line.content;
  diag::Diagnostic result = slip(scene, 129, at, at + 1, "this dash needs a space behind it to start a list entry",
                                 fmt::format("write `- {}`", shown(text.substr(1))));
  result.fix = fix_one(scene, diag::Safety::safe, "put a space behind the dash", at + 1, at + 1, " ");
  return result;
}

// Word processors write lists with other characters.
Judgment foreign_bullet(const Scene& scene) {
  const std::string_view bullet = bullet_of(content_of(scene.source, scene.line));
  if (bullet.empty()) return std::nullopt;
  const std::string_view character = bullet.substr(0, bullet.size() - 1);
  const std::size_t at = scene.line.content;
  diag::Diagnostic result = slip(scene, 127, at, at + character.size(),
                                 fmt::format("`{}` starts no list entry", name_of_bullet(character)),
                                 "a list entry starts with a dash and a space: `- `");
  std::vector<Line> lines;
  for (std::optional<Line> line = scene.line;
       line && line->indent() == scene.line.indent() && content_of(scene.source, *line).starts_with(bullet);
       line = line_after(scene.source, *line))
    lines.push_back(*line);
  if (Judgment going_on = bullets_in_text(scene, lines, character)) return going_on;
  result.fix = diag::Fix{.title = "write dashes", .safety = diag::Safety::safe, .edits = {}};
  for (const Line& line : lines)
    result.fix->edits.push_back(
        {.span = scene.source.span(line.content, line.content + character.size()), .replacement = "-"});
  return result;
}

// `▪ id: s1` or `1. id: s1`, and the record's other keys below.
Judgment bullet_of_record(const Scene& scene) {
  const Source& source = scene.source;
  std::optional<Line> first = scene.line;
  if (bullet_before_key(content_of(source, *first)) == 0) {
    const std::size_t indent = first->indent();
    first = filled_line_above(source, *first);
    while (first && first->indent() > indent) first = filled_line_above(source, *first);
    if (!first || first->indent() != indent || bullet_before_key(content_of(source, *first)) == 0) return std::nullopt;
  }
  return bullets_of_records(source, *first);
}

Judgment bullets_of_records(const Source& source, const Line& first) {
  if (bullet_before_key(content_of(source, first)) == 0) return std::nullopt;
  const std::size_t end = word_end(source, first.content, first);
  diag::Diagnostic result;
  result.code = 127;
  result.message = fmt::format("`{}` starts no list entry", name_of_bullet(source.text(first.content, end)));
  result.span = source.span(first.content, end);
  result.help = "a list entry starts with a dash and a space: `- `";
  result.fix = diag::Fix{.title = "write dashes", .safety = diag::Safety::safe, .edits = {}};
  for (std::optional<Line> line = first; line && (line->blank() || line->indent() >= first.indent());
       line = line_after(source, *line))
    if (line->indent() == first.indent() && bullet_before_key(content_of(source, *line)) > 0)
      result.fix->edits.push_back(dash_for_bullet(source, *line));
  return result;
}

}  // namespace cpm::yaml
