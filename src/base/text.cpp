#include "base/text.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/utf8.h"

namespace cpm::base {
namespace {

std::u32string characters_of(std::string_view text) {
  std::u32string characters;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint character = code_point_at(text, at);
    characters.push_back(character.code);
    at += character.bytes;
  }
  return characters;
}

// How `nearest` sees a word: `On-Track`, `on track` and `on_track` are one.
std::string plain_form(std::string_view word) {
  std::string plain = lower(word);
  for (char& character : plain)
    if (character == '-' || character == ' ') character = '_';
  return plain;
}

template <class Text>
std::optional<std::size_t> nearest_index(std::string_view word, std::span<const Text> candidates) {
  const std::string wanted = plain_form(trimmed(word));
  if (wanted.empty()) return std::nullopt;
  constexpr std::size_t kShortWord = 3;
  std::size_t allowed = code_points(wanted) <= kShortWord ? 1 : 2;
  std::optional<std::size_t> best;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const std::size_t edits = edit_distance(wanted, plain_form(candidates[i]), allowed);
    if (edits > allowed) continue;
    best = i;
    if (edits == 0) break;
    allowed = edits - 1;
  }
  return best;
}

}  // namespace

// Optimal string alignment over three rows.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
  constexpr std::size_t kMostBytes = 4;  // of a character: a text that is so much longer need not be looked into
  const std::size_t shorter = std::min(a.size(), b.size());
  const std::size_t longer = std::max(a.size(), b.size());
  if (longer / kMostBytes > shorter && longer / kMostBytes - shorter > limit) return limit + 1;
  const std::u32string from = characters_of(a);
  const std::u32string to = characters_of(b);
  const std::size_t difference = from.size() > to.size() ? from.size() - to.size() : to.size() - from.size();
  limit = std::min(limit, std::max(from.size(), to.size()));
  if (difference > limit) return limit + 1;
  std::vector<std::size_t> before(to.size() + 1);
  std::vector<std::size_t> above(to.size() + 1);
  std::vector<std::size_t> row(to.size() + 1);
  for (std::size_t j = 0; j <= to.size(); ++j) above[j] = j;
  for (std::size_t i = 1; i <= from.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= to.size(); ++j) {
      const std::size_t replaced = above[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, replaced});
      const bool swapped = i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1];
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    if (*std::min_element(row.begin(), row.end()) > limit) return limit + 1;
    std::swap(before, above);
    std::swap(above, row);
  }
  return std::min(above[to.size()], limit + 1);
}

std::optional<std::string_view> nearest(std::string_view word, std::span<const std::string_view> candidates) {
  const std::optional<std::size_t> found = nearest_index(word, candidates);
  return found ? std::optional<std::string_view>{candidates[*found]} : std::nullopt;
}

std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates) {
  const std::optional<std::size_t> found = nearest_index(word, candidates);
  return found ? std::optional<std::string>{candidates[*found]} : std::nullopt;
}

std::string noun_for(bool single, std::string_view one, std::string_view many) {
  if (single) return std::string{one};
  return many.empty() ? std::string{one} + "s" : std::string{many};
}

std::string joined(const std::vector<std::string>& words, std::string_view last) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0 && i + 1 == words.size()) text.append(" ").append(last).append(" ");
    if (i > 0 && i + 1 < words.size()) text.append(", ");
    text.append(words[i]);
  }
  return text;
}

// ASCII only: names of keys and codes. Never depends on the locale.
std::string lower(std::string_view text) {
  std::string small{text};
  for (char& character : small) character = lower_character(character);
  return small;
}

std::string capitalized(std::string_view text) {
  std::string capital{text};
  if (!capital.empty() && capital.front() >= 'a' && capital.front() <= 'z')
    capital.front() = static_cast<char>(capital.front() - 'a' + 'A');
  return capital;
}

std::string_view trimmed(std::string_view text) {
  const auto is_blank = [](char character) { return character == ' ' || (character >= '\t' && character <= '\r'); };
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> pieces;
  std::size_t begin = 0;
  for (std::size_t end = text.find(separator); end != std::string_view::npos; end = text.find(separator, begin)) {
    pieces.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  pieces.push_back(text.substr(begin));
  return pieces;
}

std::optional<std::size_t> first_bad_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint character = code_point_at(text, at);
    if (!character.valid) return at;
    at += character.bytes;
  }
  return std::nullopt;
}

std::size_t code_points(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) at += code_point_at(text, at).bytes;
  return count;
}

std::string shortened(std::string_view text, std::size_t limit) {
  // Looks at no more than the characters that it keeps and one.
  std::size_t end = 0;
  std::size_t last = 0;  // behind the last character but one
  for (std::size_t count = 0; count < limit && end < text.size(); ++count) {
    if (count + 1 == limit) last = end;
    end += code_point_at(text, end).bytes;
  }
  if (end >= text.size()) return std::string{text};
  if (limit == 0) return {};
  end = last;
  while (end > 0 && text[end - 1] == ' ') --end;
  return std::string{text.substr(0, end)} + "…";
}

}  // namespace cpm::base
