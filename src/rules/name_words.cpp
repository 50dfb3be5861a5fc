#include "rules/name_words.h"

#include "rules/text_scan.h"

namespace cpm::rules {
namespace {

std::size_t end_of_word(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && (is_letter(text[end]) || (text[end] == '\'' && end > at))) ++end;
  return end;
}

}  // namespace

Words::Words(std::string_view whole) : text(whole) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = end_of_word(text, at);
    if (end > at) all.push_back({at, end});
    at = end > at ? end : at + 1;
  }
}

std::string_view without_possession(std::string_view word) {
  for (const std::string_view end : {"'s", "\u2019s", "'", "\u2019"})
    if (word.ends_with(end)) return word.substr(0, word.size() - end.size());
  return word;
}

bool is_name_like(std::string_view word) {
  if (word.size() > 2 && word[1] == '\'') return is_capital(word[0]) && is_capital(word[2]);
  return word.size() > 1 && is_capital(word[0]) && is_letter(word[1]) && !is_capital(word[1]);
}

}  // namespace cpm::rules
