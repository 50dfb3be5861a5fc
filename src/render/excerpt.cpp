#include "render/excerpt.h"

#include <algorithm>
#include <map>
#include <string_view>

#include <fmt/format.h>

#include "base/text.h"

namespace cpm::render {
namespace {

constexpr std::size_t kExcerptIndent = 3;
constexpr std::size_t kLongestLine = 100;
// Words beside or below a mark get at least this many columns before they move to the left.
constexpr std::size_t kNarrowestWords = 24;

using MarksByLine = std::map<std::size_t, std::vector<Mark>>;

void append_line(std::string& text, std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  text.append(line).append("\n");
}

// The part of the mark on its first line, and the words for the rest of a mark that goes on below.
Mark on_first_line(const diag::SourceFile& file, const Mark& mark, std::size_t line) {
  const std::size_t end = file.line_start(line) + file.line(line).size();
  const std::size_t last_byte = std::max(mark.stretch.begin,
                                         mark.stretch.end - std::min<std::size_t>(mark.stretch.end, 1));
  const std::size_t last_line = file.position(last_byte).line;
  Mark first = mark;
  first.stretch.end = std::clamp(mark.stretch.end, mark.stretch.begin, std::max(mark.stretch.begin, end));
  if (last_line > line)
    first.text = fmt::format("… to line {}{}", last_line, mark.text.empty() ? "" : ": " + mark.text);
  return first;
}

MarksByLine by_line(const diag::SourceFile& file, const std::vector<Mark>& marks) {
  MarksByLine lines;
  for (const Mark& mark : marks) {
    const std::size_t line = file.position(mark.stretch.begin).line;
    lines[line].push_back(on_first_line(file, mark, line));
    // An empty line says nothing; the one before shows where it is.
    if (mark.main && line > 1 && base::trimmed(file.line(line)).empty()) lines.try_emplace(line - 1);
  }
  for (auto& [line, on_line] : lines)
    std::ranges::stable_sort(on_line, {}, [](const Mark& mark) { return mark.stretch.begin; });
  return lines;
}

// What a line that is too long must show: all its marks, or the main one, or else the first.
Stretch focus_of(const std::vector<Mark>& marks, std::size_t width) {
  if (marks.empty()) return Stretch{};
  Stretch all = marks.front().stretch;
  for (const Mark& mark : marks) all.end = std::max(all.end, mark.stretch.end);
  if (all.end - all.begin <= width / 2) return all;
  const auto main = std::ranges::find_if(marks, &Mark::main);
  return main == marks.end() ? marks.front().stretch : main->stretch;
}

// Columns where the words of a mark begin, and whether they stand beside it or on lines of their own.
struct WordsPlace {
  std::size_t column = 0;
  bool beside = true;
};

WordsPlace words_place(const Columns& columns, std::string_view words, const Layout& layout) {
  const std::size_t beside = columns.end + 1;
  if (layout.width == 0 || beside + base::display_width(words) <= room(layout))
    return {.column = beside, .beside = true};
  if (beside + kNarrowestWords <= room(layout)) return {.column = beside, .beside = true};
  const std::size_t leftmost = room(layout) - std::min(room(layout), kNarrowestWords);
  return {.column = std::min(columns.begin, leftmost), .beside = false};
}

void append_mark(std::string& text, const ShownLine& line, const Mark& mark, const Layout& layout) {
  const Columns columns = columns_of(line, mark.stretch);
  const Tone tone = mark.main ? layout.tone : Tone::quiet;
  const std::string words = base::visible(mark.text);
  std::string row = margin("", "|", layout) + std::string(columns.begin, ' ') +
                    toned(std::string(columns.end - columns.begin, mark.main ? '^' : '-'), tone, layout.color);
  if (words.empty()) return append_line(text, row);
  const WordsPlace place = words_place(columns, words, layout);
  const std::size_t left = room(layout) - std::min(room(layout), place.column);
  bool first = place.beside;
  if (!first) append_line(text, row);
  for (const std::string& part : base::wrapped(words, layout.width == 0 ? 0 : std::max(left, kNarrowestWords))) {
    row = first ? row + " " : margin("", "|", layout) + std::string(place.column, ' ');
    append_line(text, row + toned(part, tone, layout.color));
    first = false;
  }
}

void append_source(std::string& text, const diag::SourceFile& file, std::size_t number, const std::vector<Mark>& marks,
                   const Layout& layout) {
  const ShownLine line = shown_line(file, number, focus_of(marks, room(layout)), room(layout));
  append_line(text, margin(std::to_string(number), "|", layout) + line.text);
  for (const Mark& mark : marks) append_mark(text, line, mark, layout);
}

}  // namespace

std::string margin(std::string_view number, std::string_view character, const Layout& layout) {
  std::string text(kExcerptIndent + layout.digits - std::min(layout.digits, number.size()), ' ');
  text.append(number).append(" ").append(character);
  return toned(text, character == "+" ? Tone::added : Tone::quiet, layout.color) + " ";
}

std::size_t room(const Layout& layout) {
  const std::size_t taken = kExcerptIndent + layout.digits + 3;
  if (layout.width == 0) return kLongestLine;
  return std::max(layout.width - std::min(layout.width, taken), kNarrowestWords);
}

std::string excerpt(const diag::SourceFile& file, const std::vector<Mark>& marks, const Layout& layout) {
  std::string text;
  std::size_t before = 0;
  for (const auto& [line, on_line] : by_line(file, marks)) {
    if (before > 0 && line == before + 2) append_source(text, file, before + 1, {}, layout);
    if (before > 0 && line > before + 2)
      append_line(text, std::string(kExcerptIndent, ' ') + toned("...", Tone::quiet, layout.color));
    append_source(text, file, line, on_line, layout);
    before = line;
  }
  return text;
}

}  // namespace cpm::render
