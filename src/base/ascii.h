#pragma once
// Letters and digits of ASCII: of keys, ids, codes and dates. The locale has no say.
#include <algorithm>
#include <string_view>

namespace cpm::base {

constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
constexpr bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
constexpr bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
constexpr bool is_letter(char c) {
  return is_lower(c) || is_upper(c);
}
/// A letter in lower case; other characters as they are.
constexpr char lower_character(char c) {
  return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}
/// At least one character, and nothing but digits.
constexpr bool all_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, is_digit);
}

}  // namespace cpm::base
