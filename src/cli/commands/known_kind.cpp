#include "cli/commands/known_kind.h"

#include <vector>

#include "cli/options.h"

namespace cpm::cli {

const format::Kind& known_kind(const std::string& word) {
  if (const format::Kind* kind = format::find_kind(word)) return *kind;
  std::vector<std::string> words;
  for (const format::Kind& kind : format::kinds()) words.emplace_back(kind.word);
  unknown_word("kind of file", word, words);
}

}  // namespace cpm::cli
