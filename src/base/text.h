#pragma once
// Small helpers for words and UTF-8 text: nearest names, counting words, joining lists. Knows nothing of cpm.
#include <concepts>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cpm::base {

/// Edits (insert, delete, replace, swap of neighbors) from one word to the other; stops counting above `limit`.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

/// The candidate within two edits (one for words of three letters or fewer; `-`, `_`, space and case count as alike),
/// or nothing. Ties go to the earlier candidate.
std::optional<std::string_view> nearest(std::string_view word, std::span<const std::string_view> candidates);
std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates);

/// The noun for one or for any other number: "file", "files"; irregular plurals are given.
std::string noun_for(bool single, std::string_view one, std::string_view many = {});
/// "1 file", "2 files", "0 files"; `counted(2, "priority", "priorities")`.
template <std::integral Count>
std::string counted(Count count, std::string_view one, std::string_view many = {}) {
  return std::to_string(count) + " " + noun_for(count == 1, one, many);
}
/// "is" for one, "are" for any other number.
constexpr std::string_view is_are(std::integral auto count) {
  return count == 1 ? "is" : "are";
}
/// "has" for one, "have" for any other number.
constexpr std::string_view has_have(std::integral auto count) {
  return count == 1 ? "has" : "have";
}

/// "a, b and c"; `last` is the word before the final entry ("and", "or").
std::string joined(const std::vector<std::string>& words, std::string_view last = "and");

std::string lower(std::string_view text);
/// "In progress": with a capital letter at the start where that is a small ASCII letter.
std::string capitalized(std::string_view text);
std::string_view trimmed(std::string_view text);
std::vector<std::string_view> split(std::string_view text, char separator);

/// Where the text stops being valid UTF-8, or nothing when all of it is.
std::optional<std::size_t> first_bad_utf8(std::string_view text);
/// Code points in valid UTF-8 text.
std::size_t code_points(std::string_view text);
/// Columns a terminal needs for the text (wide East Asian characters 2, combining marks 0).
std::size_t display_width(std::string_view text);
/// Breaks text at spaces into lines of at most `width` columns (0: no limit); a longer word stands alone. Several
/// spaces become one. There is always a first line, perhaps an empty one.
std::vector<std::string> wrapped(std::string_view text, std::size_t width);
/// At most `limit` code points; a longer text is cut and ends in "…".
std::string shortened(std::string_view text, std::size_t limit);

/// Text from files as it may reach a terminal or a report: control characters, escapes, bidirectional overrides and
/// zero-width characters become visible (`\x1b`, `\u{202e}`); line ends and tabs become spaces.
std::string visible(std::string_view text);
/// Is this one of the characters that `visible` shows by their number? Line ends and tabs are.
bool is_hidden(char32_t code);

/// The text as messages show it: visible, between backquotes.
std::string ticked(std::string_view text);

}  // namespace cpm::base
