#include "diag/marked.h"

#include <cstdint>
#include <string>
#include <utility>

#include "base/text.h"

namespace cpm::diag {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";

bool is_blank(char character) {
  return kBlanks.find(character) != std::string_view::npos;
}

std::size_t skip_spaces(std::string_view text, std::size_t at) {
  while (at < text.size() && is_blank(text[at])) ++at;
  return at;
}

// The end of the words that begin here; 0 when they do not.
std::size_t end_of_words(std::string_view text, std::size_t at, std::string_view words) {
  for (std::size_t i = 0; i < words.size();) {
    if (at >= text.size() || is_blank(words[i]) != is_blank(text[at])) return 0;
    if (is_blank(words[i])) {
      i = skip_spaces(words, i);
      at = skip_spaces(text, at);
    } else if (words[i++] != text[at++]) {
      return 0;
    }
  }
  return at;
}

void find(const SourceFile& file, Diagnostic& finding, const Marked& marked) {
  const std::vector<WordsPlace> places = places_of_words(file.text(finding.span), marked.words);
  if (marked.turn >= places.size()) {
    finding.message += ": `" + base::wrapped(marked.words, 0).front() + '`';
    return;
  }
  const std::uint32_t start = finding.span.begin;
  finding.span.begin = start + static_cast<std::uint32_t>(places[marked.turn].begin);
  finding.span.end = start + static_cast<std::uint32_t>(places[marked.turn].end);
}

}  // namespace

std::vector<WordsPlace> places_of_words(std::string_view text, std::string_view words) {
  std::vector<WordsPlace> places;
  if (words.empty()) return places;
  for (std::size_t at = text.find(words.front()); at != std::string_view::npos; at = text.find(words.front(), at + 1))
    if (const std::size_t end = end_of_words(text, at, words); end > 0) places.push_back({at, end});
  return places;
}

void find_marked(const SourceMap& sources, Diagnostics& findings) {
  for (Diagnostic& finding : findings.all()) {
    if (!finding.marked || !finding.span.known() || finding.span.whole_file) continue;
    const Marked marked = *std::exchange(finding.marked, std::nullopt);
    find(sources.file(finding.span.file), finding, marked);
  }
}

}  // namespace cpm::diag
