#pragma once
// The words of one text, for the guesses at names: which stands beside which. Knows nothing of names.
#include <cstddef>
#include <string_view>
#include <vector>

#include "rules/private_words.h"

namespace cpm::rules {

struct Words {
  explicit Words(std::string_view text);

  std::string_view text;
  std::vector<Stretch> all;  ///< letters, with apostrophes between and behind them

  std::string_view operator[](std::size_t index) const {
    return index < all.size() ? text.substr(all[index].begin, all[index].end - all[index].begin) : std::string_view{};
  }
  /// Between one word and the next there is nothing but this; the end of a line counts as a space.
  bool followed_by(std::size_t index, std::string_view between) const {
    if (index + 1 >= all.size()) return false;
    const std::string_view characters = text.substr(all[index].end, all[index + 1].begin - all[index].end);
    return characters == between || (between == " " && characters == "\n");
  }
};

/// "Kevin" of "Kevin's" and "Kevin'"; other words as they are.
std::string_view without_possession(std::string_view word);

/// "Lopez", "O'Brien"
bool is_name_like(std::string_view word);

/// "The Garcia family", "the Smith children": where a household is named, from the name to the word for those who live in it,
/// which is the word with this number; an empty stretch when it names none.
Stretch household_at(const Words& words, std::size_t index);

}  // namespace cpm::rules
