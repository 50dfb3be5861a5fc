#include "render/source_line.h"

#include <algorithm>
#include <string_view>

#include "base/text.h"
#include "base/utf8.h"

namespace cpm::render {
namespace {

constexpr std::string_view kTab = "→";
constexpr std::string_view kCut = "…";
// Of a line longer than this only the neighborhood of the focus is looked at: files of one line stay quick.
constexpr std::size_t kLongLine = 4096;

/// What takes columns of its own, with the combining characters that follow it.
struct Glyph {
  std::size_t byte = 0;
  std::string text;
  std::size_t width = 0;
};

struct Glyphs {
  std::vector<Glyph> all;
  std::size_t end_byte = 0;
  bool cut_before = false;
  bool cut_after = false;
};

// Nearly all of nearly every line: one byte, one column.
bool stands_for_itself(char character) {
  return character >= ' ' && character <= '~';
}

bool continues_character(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

// The part of the line to be laid out: all of it, or the neighborhood of the focus on whole characters. Counts from its start.
Stretch part_of(std::string_view line, Stretch focus) {
  if (line.size() <= kLongLine) return {.begin = 0, .end = line.size()};
  const std::size_t center = std::min(focus.begin, line.size());
  Stretch part{.begin = center - std::min(center, kLongLine / 4),
               .end = center + std::min(line.size() - center, kLongLine / 2)};
  while (part.begin < center && continues_character(line[part.begin])) ++part.begin;
  while (part.end > center && part.end < line.size() && continues_character(line[part.end])) --part.end;
  return part;
}

Glyphs glyphs_of(const diag::SourceFile& file, std::size_t number, Stretch focus) {
  const std::string_view bytes = file.line(number);
  const std::size_t start = file.line_start(number);
  const Stretch part = part_of(bytes, {.begin = focus.begin - std::min(focus.begin, start), .end = 0});
  Glyphs glyphs{
      .all = {}, .end_byte = start + part.end, .cut_before = part.begin > 0, .cut_after = part.end < bytes.size()};
  glyphs.all.reserve(part.end - part.begin);
  for (std::size_t at = part.begin; at < part.end;) {
    if (stands_for_itself(bytes[at])) {
      glyphs.all.push_back(Glyph{.byte = start + at, .text = std::string(1, bytes[at]), .width = 1});
      ++at;
      continue;
    }
    const std::string_view character = bytes.substr(at, base::code_point_at(bytes, at).bytes);
    const std::string text = character == "\t" ? std::string{kTab} : base::visible(character);
    const std::size_t width = base::display_width(text);
    if (width == 0 && !glyphs.all.empty())
      glyphs.all.back().text += text;
    else
      glyphs.all.push_back(Glyph{.byte = start + at, .text = text, .width = width});
    at += character.size();
  }
  return glyphs;
}

std::size_t width_of(const Glyphs& glyphs) {
  std::size_t width = 0;
  for (const Glyph& glyph : glyphs.all) width += glyph.width;
  return width;
}

std::size_t column_at(const Glyphs& glyphs, std::size_t byte) {
  std::size_t column = 0;
  for (const Glyph& glyph : glyphs.all) {
    if (glyph.byte >= byte) break;
    column += glyph.width;
  }
  return column;
}

// The columns to show of a line that is too long: the focus in the middle, or its start when it is longer itself.
Columns window(const Glyphs& glyphs, Stretch focus, std::size_t width) {
  const std::size_t total = width_of(glyphs);
  if (total <= width) return Columns{.begin = 0, .end = total};
  const std::size_t room = std::max<std::size_t>(width, 12) - 2 * base::display_width(kCut);
  const std::size_t first = column_at(glyphs, focus.begin);
  const std::size_t wanted = std::min(std::max(column_at(glyphs, focus.end), first + 1) - first, room);
  const std::size_t begin = std::min(first - std::min(first, (room - wanted) / 2), total - std::min(total, room));
  return Columns{.begin = begin, .end = begin + room};
}

void append(ShownLine& line, std::size_t& column, const Glyph& glyph) {
  line.places.push_back(ShownLine::Place{.byte = glyph.byte, .column = column});
  line.text += glyph.text;
  column += glyph.width;
}

std::size_t byte_of(const ShownLine::Place& place) {
  return place.byte;
}

}  // namespace

ShownLine shown_line(const diag::SourceFile& file, std::size_t line, Stretch focus, std::size_t width) {
  const Glyphs glyphs = glyphs_of(file, line, focus);
  const Columns part = window(glyphs, focus, width);
  ShownLine shown;
  shown.places.reserve(glyphs.all.size() + 2);
  std::size_t column = 0;
  std::size_t at = 0;
  bool cut_after = glyphs.cut_after;
  std::size_t cut_at = glyphs.end_byte;
  if (glyphs.cut_before || part.begin > 0)
    append(shown, column, Glyph{.byte = file.line_start(line), .text = std::string{kCut}, .width = 1});
  for (const Glyph& glyph : glyphs.all) {
    if (at + glyph.width > part.end) {
      cut_after = true;
      cut_at = glyph.byte;
      break;
    }
    if (at >= part.begin) append(shown, column, glyph);
    at += glyph.width;
  }
  if (cut_after) append(shown, column, Glyph{.byte = cut_at, .text = std::string{kCut}, .width = 1});
  const std::size_t end = file.line_start(line) + file.line(line).size();
  shown.places.push_back(ShownLine::Place{.byte = end, .column = column});
  return shown;
}

Columns columns_of(const ShownLine& line, Stretch stretch) {
  const auto& places = line.places;
  const auto after = std::ranges::upper_bound(places, stretch.begin, {}, byte_of);
  const auto first = after == places.begin() ? after : after - 1;
  const auto last = std::ranges::lower_bound(places, stretch.end, {}, byte_of);
  const std::size_t end = last == places.end() ? places.back().column : last->column;
  return Columns{.begin = first->column, .end = std::max(end, first->column + 1)};
}

}  // namespace cpm::render
