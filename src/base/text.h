#pragma once
// Small helpers for words and UTF-8 text: nearest names, counting words, joining lists. Knows nothing of cpm.
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cpm::base {

/// Edits (insert, delete, replace, swap of neighbours) from one word to the other; stops counting above `limit`.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

/// The candidate within two edits (one for words of three letters or fewer; `-`, `_`, blank and case count as alike),
/// or nothing. Ties go to the earlier candidate.
std::optional<std::string_view> nearest(std::string_view word, std::span<const std::string_view> candidates);
std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates);

/// "1 file", "2 files", "0 files"; irregular plurals are given: `counted(2, "priority", "priorities")`.
std::string counted(std::size_t count, std::string_view one, std::string_view many = {});

/// "a, b and c"; `last` is the word before the final entry ("and", "or").
std::string joined(const std::vector<std::string>& words, std::string_view last = "and");

std::string lower(std::string_view text);
std::string_view trimmed(std::string_view text);
std::vector<std::string_view> split(std::string_view text, char separator);

/// Where the text stops being valid UTF-8, or nothing when all of it is.
std::optional<std::size_t> first_bad_utf8(std::string_view text);
/// Code points in valid UTF-8 text.
std::size_t code_points(std::string_view text);
/// Columns a terminal needs for the text (wide East Asian signs 2, combining marks 0).
std::size_t display_width(std::string_view text);
/// Breaks text at blanks into lines of at most `width` columns (0: no limit); a longer word stands alone. Several
/// blanks become one. There is always a first line, perhaps an empty one.
std::vector<std::string> wrapped(std::string_view text, std::size_t width);
/// At most `limit` code points; a longer text is cut and ends in "…".
std::string shortened(std::string_view text, std::size_t limit);

/// Text from files as it may reach a terminal or a report: control characters, escapes, bidirectional overrides and
/// zero-width signs become visible (`\x1b`, `\u{202e}`); line ends and tabs become blanks.
std::string visible(std::string_view text);
/// Is this one of the signs that `visible` shows by their number? Line ends and tabs are.
bool is_hidden(char32_t code);

}  // namespace cpm::base
