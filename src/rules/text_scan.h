#pragma once
// Reading a text character by character, for the guesses of private_words: shapes of numbers and dates. ASCII only; other characters count
// as letters.
#include <cstddef>
#include <string_view>

#include "base/ascii.h"
#include "rules/word_list.h"

namespace cpm::rules {

// Asked about every character of every text: here, so that they cost nothing.
using base::is_digit;
constexpr bool is_capital(char character) {
  return base::is_upper(character);
}
/// A letter; every byte of a character beyond ASCII counts as one.
constexpr bool is_letter(char character) {
  return base::is_letter(character) || static_cast<unsigned char>(character) >= 0x80;
}
constexpr bool is_word_character(char character) {
  return is_letter(character) || is_digit(character);
}

/// Does the text have this shape at `at`? `d` is a digit, `s` is `.`, `-` or a space, `_` is a space; all else stands for
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
std::size_t skip_spaces(std::string_view text, std::size_t at);

}  // namespace cpm::rules
