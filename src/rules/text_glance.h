#pragma once
// One look at a text before anybody guesses: which guesses could find something in it. Most texts are done with after that.
#include <cstddef>
#include <string_view>
#include <vector>

#include "rules/private_words.h"

namespace cpm::rules {

struct Glance {
  std::size_t digits = 0;
  bool at = false;    ///< an `@`
  bool name = false;  ///< a given name, a title, a household's name, or what could be one beside a digit
  std::vector<Stretch> numbers = {};  ///< words that are numbers, in at most four digits or in letters
};

Glance glance_at(std::string_view text);

}  // namespace cpm::rules
