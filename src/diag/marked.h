#pragma once
// Words of a text that the file breaks into lines of its own: where the text has them, and where the file has them. Knows
// nothing of YAML but that a text over several lines keeps its words.
#include <cstddef>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"
#include "diag/source_file.h"

namespace cpm::diag {

/// A stretch of bytes of a text.
struct WordsPlace {
  std::size_t begin = 0;
  std::size_t end = 0;
  friend bool operator==(const WordsPlace&, const WordsPlace&) = default;
};

/// Every place where the text has these words, with any spaces and line ends between them.
std::vector<WordsPlace> places_of_words(std::string_view text, std::string_view words);

/// Narrows the spans of findings to the words they mark. Where the file spells them another way, the message names them.
void find_marked(const SourceMap& sources, Diagnostics& findings);

}  // namespace cpm::diag
