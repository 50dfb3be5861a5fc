#pragma once
// Reading a text sign by sign, for the guesses of private_words: shapes of numbers and dates. ASCII only; other signs count
// as letters.
#include <cstddef>
#include <string_view>

#include "rules/word_list.h"

namespace cpm::rules {

// Asked about every sign of every text: here, so that they cost nothing.
constexpr bool is_digit(char sign) {
  return sign >= '0' && sign <= '9';
}
constexpr bool is_capital(char sign) {
  return sign >= 'A' && sign <= 'Z';
}
/// A letter; every byte of a sign beyond ASCII counts as one.
constexpr bool is_letter(char sign) {
  return is_capital(sign) || (sign >= 'a' && sign <= 'z') || static_cast<unsigned char>(sign) >= 0x80;
}
constexpr bool is_word_sign(char sign) {
  return is_letter(sign) || is_digit(sign);
}

/// Does the text have this shape at `at`? `d` is a digit, `s` is `.`, `-` or a blank, `_` is a blank; all else stands for
/// itself.
bool has_shape(std::string_view text, std::size_t at, std::string_view shape);
/// The same, and neither a letter, a digit nor `-` with more digits before or after.
bool stands_alone(std::string_view text, std::size_t begin, std::size_t end);

/// Does the word stand at `at` by itself, in capitals or not? `word` is in lower case.
bool word_at(std::string_view text, std::size_t at, std::string_view word);
/// Where the word stands by itself, from `from` on; npos when it does not.
std::size_t find_word(std::string_view text, std::string_view word, std::size_t from);

/// The bytes that a date takes at `at`: "2012-03-14", "3/14/12", "March 14, 2012", "14 March 2012"; 0 when there is none.
std::size_t date_length(std::string_view text, std::size_t at);
std::size_t digits_at(std::string_view text, std::size_t at);
std::size_t skip_blanks(std::string_view text, std::size_t at);

}  // namespace cpm::rules
