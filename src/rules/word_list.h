#pragma once
// Short lists of words that are asked about every word of every text. Nearly all words are told from a list by their first two
// letters, in capitals or not, together with their length. Knows nothing of what the words mean.
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/ascii.h"

namespace cpm::rules {

using base::lower_character;

/// Is the word this one, in capitals or not? `wanted` is in lower case.
constexpr bool is_word(std::string_view word, std::string_view wanted) {
  if (word.size() != wanted.size()) return false;
  for (std::size_t i = 0; i < word.size(); ++i)
    if (lower_character(word[i]) != wanted[i]) return false;
  return true;
}

/// The number of a letter in the alphabet, below 32 for any character; a capital has that of its small letter.
constexpr std::size_t letter_number(char character) {
  constexpr unsigned kLetters = 31;
  return static_cast<unsigned char>(character) & kLetters;
}

template <std::size_t size>
class WordList {
 public:
  /// The words are not empty; those that are looked for in any case are in lower case.
  constexpr explicit WordList(const std::array<std::string_view, size>& words) : words_(words) {
    for (std::size_t i = 0; i < size; ++i) {
      Known& known = known_[letter_number(words[i][0])];
      known.lengths[second_letter(words[i])] |= length_of(words[i]);
      if (known.end == 0) known.begin = i;
      known.end = i + 1;
    }
  }

  /// Exactly as the list has it.
  constexpr bool has(std::string_view word) const {
    const Rows rows = alike(word);
    for (std::size_t i = rows.begin; i < rows.end; ++i)
      if (words_[i] == word) return true;
    return false;
  }
  /// In capitals or not.
  constexpr bool has_any_case(std::string_view word) const { return number_any_case(word) > 0; }
  /// The place of the word in the list, from 1, in capitals or not; 0 when the list does not have it.
  constexpr std::size_t number_any_case(std::string_view word) const {
    const Rows rows = alike(word);
    for (std::size_t i = rows.begin; i < rows.end; ++i)
      if (is_word(word, words_[i])) return i + 1;
    return 0;
  }

 private:
  /// Of the words with one first letter: by their second one, their lengths, a bit each; and the rows between which they are.
  struct Known {
    std::array<std::uint32_t, 32> lengths{};
    std::size_t begin = 0;
    std::size_t end = 0;
  };
  struct Rows {
    std::size_t begin = 0;
    std::size_t end = 0;
  };

  static constexpr std::size_t second_letter(std::string_view word) {
    return word.size() > 1 ? letter_number(word[1]) : 0;
  }
  static constexpr std::uint32_t length_of(std::string_view word) {
    return std::uint32_t{1} << (word.size() < 31 ? word.size() : 31);
  }
  /// The rows among which the word can be; none for most words.
  constexpr Rows alike(std::string_view word) const {
    if (word.empty()) return {};
    const Known& known = known_[letter_number(word[0])];
    if ((known.lengths[second_letter(word)] & length_of(word)) == 0) return {};
    return {known.begin, known.end};
  }

  std::array<std::string_view, size> words_;
  std::array<Known, 32> known_{};
};

/// Makes a list of the words between the brackets.
template <class... Words>
constexpr auto word_list(const Words&... words) {
  return WordList<sizeof...(Words)>(std::array<std::string_view, sizeof...(Words)>{words...});
}

}  // namespace cpm::rules
