// The part of text.h that knows how text looks on a terminal.
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text.h"
#include "base/utf8.h"

namespace cpm::base {
namespace {

struct CodeRange {
  char32_t first;
  char32_t last;
};

// East Asian wide characters and emoji (Unicode 15), in ascending order; neighboring blocks are merged where nothing narrow
// that people write lies between.
constexpr CodeRange kWide[] = {
    {0x1100, 0x115F},   {0x231A, 0x231B},   {0x2329, 0x232A},   {0x23E9, 0x23EC},   {0x23F0, 0x23F0},
    {0x23F3, 0x23F3},   {0x25FD, 0x25FE},   {0x2614, 0x2615},   {0x2648, 0x2653},   {0x267F, 0x267F},
    {0x2693, 0x2693},   {0x26A1, 0x26A1},   {0x26AA, 0x26AB},   {0x26BD, 0x26BE},   {0x26C4, 0x26C5},
    {0x26CE, 0x26CE},   {0x26D4, 0x26D4},   {0x26EA, 0x26EA},   {0x26F2, 0x26F3},   {0x26F5, 0x26F5},
    {0x26FA, 0x26FA},   {0x26FD, 0x26FD},   {0x2705, 0x2705},   {0x270A, 0x270B},   {0x2728, 0x2728},
    {0x274C, 0x274C},   {0x274E, 0x274E},   {0x2753, 0x2755},   {0x2757, 0x2757},   {0x2795, 0x2797},
    {0x27B0, 0x27B0},   {0x27BF, 0x27BF},   {0x2B1B, 0x2B1C},   {0x2B50, 0x2B50},   {0x2B55, 0x2B55},
    {0x2E80, 0x303E},   {0x3041, 0x4DBF},   {0x4E00, 0xA4CF},   {0xA960, 0xA97F},   {0xAC00, 0xD7A3},
    {0xF900, 0xFAFF},   {0xFE10, 0xFE19},   {0xFE30, 0xFE6F},   {0xFF00, 0xFF60},   {0xFFE0, 0xFFE6},
    {0x16FE0, 0x18CFF}, {0x1AFF0, 0x1B2FF}, {0x1F004, 0x1F004}, {0x1F0CF, 0x1F0CF}, {0x1F18E, 0x1F18E},
    {0x1F191, 0x1F19A}, {0x1F200, 0x1F320}, {0x1F32D, 0x1F64F}, {0x1F680, 0x1F6FF}, {0x1F7E0, 0x1F7F0},
    {0x1F90C, 0x1F9FF}, {0x1FA70, 0x1FAFF}, {0x20000, 0x3FFFD}};

// Characters that take no column of their own: combining marks, joiners, variation selectors.
constexpr CodeRange kZeroWidth[] = {{0x0300, 0x036F}, {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF},
                                    {0x200B, 0x200F}, {0x2060, 0x2064}, {0x20D0, 0x20FF},
                                    {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0xFEFF, 0xFEFF}};

// Characters that nobody sees and that can make a line say something else than it seems to. The joiners U+200C and U+200D
// are not among them: some scripts need them.
constexpr CodeRange kHidden[] = {{0x0000, 0x001F}, {0x007F, 0x009F}, {0x061C, 0x061C},  {0x180E, 0x180E},
                                 {0x200B, 0x200B}, {0x200E, 0x200F}, {0x2028, 0x202E},  {0x2060, 0x206F},
                                 {0xFEFF, 0xFEFF}, {0xFFF9, 0xFFFB}, {0xE0000, 0xE007F}};

template <std::size_t N>
bool contains(const CodeRange (&ranges)[N], char32_t code) {
  const auto* const range = std::partition_point(std::begin(ranges), std::end(ranges),
                                                 [&](const CodeRange& r) { return r.last < code; });
  return range != std::end(ranges) && range->first <= code;
}

std::size_t columns_of(const CodePoint& character) {
  if (!character.valid) return 1;
  if (contains(kZeroWidth, character.code)) return 0;
  return contains(kWide, character.code) ? 2 : 1;
}

bool is_blank(char character) {
  return character == ' ' || character == '\t' || character == '\n' || character == '\r';
}

std::vector<std::string_view> split_at_spaces(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && !is_blank(text[end])) ++end;
    if (end > at) words.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

std::string hexadecimal(char32_t code) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string digits;
  for (; code > 0 || digits.size() < 2; code >>= 4) digits.insert(digits.begin(), kDigits[code & 0xF]);
  return digits;
}

std::string escaped(const CodePoint& character) {
  const bool one_byte = !character.valid || character.code < 0x80;
  return one_byte ? "\\x" + hexadecimal(character.code) : "\\u{" + hexadecimal(character.code) + "}";
}

// Behind the letters, digits and characters of ASCII that stand for themselves: nearly all of nearly every text.
std::size_t end_of_plain(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] >= ' ' && text[at] <= '~') ++at;
  return at;
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t plain = end_of_plain(text, at);
    width += plain - at;
    at = plain;
    if (at == text.size()) break;
    const CodePoint character = code_point_at(text, at);
    width += columns_of(character);
    at += character.bytes;
  }
  return width;
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
  std::vector<std::string> lines(1);
  std::size_t used = 0;
  for (const std::string_view word : split_at_spaces(text)) {
    const std::size_t needed = display_width(word);
    if (!lines.back().empty() && width > 0 && used + 1 + needed > width) {
      lines.emplace_back();
      used = 0;
    }
    if (!lines.back().empty()) {
      lines.back() += ' ';
      ++used;
    }
    lines.back() += word;
    used += needed;
  }
  return lines;
}

std::string visible(std::string_view text) {
  std::string shown;
  shown.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t plain = end_of_plain(text, at);
    shown.append(text, at, plain - at);
    at = plain;
    if (at == text.size()) break;
    const CodePoint character = code_point_at(text, at);
    const std::string_view bytes = text.substr(at, character.bytes);
    at += character.bytes;
    if (bytes == "\r" && at < text.size() && text[at] == '\n') continue;
    if (bytes == "\n" || bytes == "\r" || bytes == "\t")
      shown += ' ';
    else if (!character.valid || is_hidden(character.code))
      shown += escaped(character);
    else
      shown += bytes;
  }
  return shown;
}

bool is_hidden(char32_t code) {
  return contains(kHidden, code);
}

std::string ticked(std::string_view text) {
  return fmt::format("`{}`", visible(text));
}

}  // namespace cpm::base
