#include "format/wording.h"

#include <fmt/format.h>

#include "base/ascii.h"
#include "base/text.h"

namespace cpm::format {
namespace {

constexpr std::size_t kShortWord = 4;
constexpr std::size_t kMostInTicks = 60;

/// `On-Track`, `on track` and `on_track` are one word.
std::string plain_form(std::string_view word) {
  std::string plain = base::lower(base::trimmed(word));
  for (char& character : plain)
    if (character == '-' || character == ' ') character = '_';
  return plain;
}

}  // namespace

std::string ticks(std::string_view text) {
  return fmt::format("`{}`", base::visible(base::shortened(text, kMostInTicks)));
}

std::string with_article(std::string_view noun) {
  const bool vowel = !noun.empty() && std::string_view("aeio").find(noun.front()) != std::string_view::npos;
  return fmt::format("{} {}", vowel ? "an" : "a", noun);
}

std::string as_clause(std::string_view sentence) {
  std::string clause(sentence.ends_with('.') ? sentence.substr(0, sentence.size() - 1) : sentence);
  // "CPM", "SIP" and the like keep their capitals.
  if (clause.size() > 1 && base::is_upper(clause[0]) && (base::is_lower(clause[1]) || clause[1] == ' '))
    clause[0] = base::lower_character(clause[0]);
  return clause;
}

diag::Safety safety_of(std::string_view written, std::string_view meant) {
  const std::size_t edits = base::edit_distance(plain_form(written), plain_form(meant), 2);
  const bool sure = edits == 0 || (edits == 1 && meant.size() > kShortWord);
  return sure ? diag::Safety::safe : diag::Safety::unsafe;
}

std::optional<std::string_view> meant_word(std::string_view written, std::span<const std::string_view> candidates) {
  const std::optional<std::string_view> meant = base::nearest(written, candidates);
  if (!meant || base::trimmed(written).size() > kShortWord) return meant;
  return base::edit_distance(plain_form(written), plain_form(*meant), 2) <= 1 ? meant : std::nullopt;
}

diag::Fix replacing(std::string title, const diag::Span& span, std::string text, diag::Safety safety) {
  return diag::Fix{.title = std::move(title), .safety = safety, .edits = {diag::Edit{span, std::move(text)}}};
}

diag::Fix write_instead(std::string_view meant, const diag::Span& span, diag::Safety safety) {
  return replacing(fmt::format("write `{}`", meant), span, std::string(meant), safety);
}

}  // namespace cpm::format
