#include "rules/placeholders.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string>

#include <fmt/format.h>

#include "base/ascii.h"
#include "base/text.h"
#include "model/placeholders.h"
#include "rules/text_scan.h"
#include "rules/words.h"

namespace cpm::rules {
namespace {

constexpr std::size_t kLongestFiller = 40;  // a longer text says something

// The whole text, without punctuation and in lower case.
constexpr std::array<std::string_view, 33> kFillers = {"tbd",
                                                       "t b d",
                                                       "tba",
                                                       "tbc",
                                                       "todo",
                                                       "to do",
                                                       "fixme",
                                                       "xxx",
                                                       "xx",
                                                       "na",
                                                       "n a",
                                                       "asdf",
                                                       "lorem ipsum",
                                                       "placeholder",
                                                       "pending",
                                                       "fill in",
                                                       "fill me in",
                                                       "fill this in",
                                                       "insert text",
                                                       "insert here",
                                                       "insert text here",
                                                       "your text here",
                                                       "text here",
                                                       "to follow",
                                                       "to come",
                                                       "to be decided",
                                                       "to be determined",
                                                       "to be announced",
                                                       "to be confirmed",
                                                       "to be completed",
                                                       "to be filled in",
                                                       "to be added",
                                                       "to be defined"};

// What a text begins with that was to be replaced.
constexpr std::array<std::string_view, 5> kBeginnings = {"tbd ", "to be replaced", "lorem ipsum", "click or tap ",
                                                         "click here to "};

std::string plain_words(std::string_view text) {
  std::string plain;
  for (const char c : text) {
    if (base::is_letter(c) || base::is_digit(c) || static_cast<unsigned char>(c) >= 0x80)
      plain += c;
    else if (!plain.empty() && plain.back() != ' ' && c != '\'')
      plain += ' ';
  }
  return base::lower(base::trimmed(plain));
}

bool is_example(std::string_view text) {
  return text == model::kExampleName || text == model::kExampleEmail || text == model::kExamplePhone;
}

// "???", "…", "-"
bool is_punctuation(std::string_view text) {
  constexpr std::string_view kEllipsis = "\xE2\x80\xA6";
  constexpr std::string_view kMarks = "?.-_*/ ";
  return text == kEllipsis || (!text.empty() && text.find_first_not_of(kMarks) == std::string_view::npos);
}

// "{{action}}": the field of a form letter
bool is_merge_field(std::string_view text) {
  return text.starts_with("{{") && text.ends_with("}}");
}

// By the first letter of words, their second letters, a bit each.
using Starts = std::array<std::uint32_t, 32>;

constexpr void add_starts(std::span<const std::string_view> words, Starts& starts) {
  for (const std::string_view word : words)
    starts[letter_number(word[0])] |= std::uint32_t{1} << letter_number(word[1]);
}

constexpr Starts kStartsOfBeginnings = [] {
  Starts starts{};
  add_starts(kBeginnings, starts);
  return starts;
}();
constexpr Starts kStarts = [] {
  Starts starts = kStartsOfBeginnings;
  add_starts(kFillers, starts);
  return starts;
}();

// Texts are many: only one that begins like a filler, or with no letter, is looked at further.
bool may_be_filler(std::string_view text) {
  const bool is_long = text.size() > kLongestFiller;
  if (!base::is_letter(text.front())) return !is_long || !base::is_digit(text.front());
  const std::uint32_t seconds = (is_long ? kStartsOfBeginnings : kStarts)[letter_number(text.front())];
  if (text.size() > 1 && base::is_letter(text[1])) return (seconds >> letter_number(text[1]) & 1) != 0;
  return !is_long && seconds != 0;  // "T.B.D.", "n/a"
}

bool says_nothing(std::string_view text) {
  if (is_punctuation(text) || is_merge_field(text)) return true;
  if (text.empty() || !may_be_filler(text)) return false;
  const std::string start = plain_words(text.substr(0, kLongestFiller));
  if (std::ranges::any_of(kBeginnings, [&](std::string_view words) { return start.starts_with(words); })) return true;
  return text.size() <= kLongestFiller && std::ranges::find(kFillers, start) != kFillers.end();
}

}  // namespace

bool is_in_force(const Subject& subject) {
  if (const auto* snapshot = model::content_as<model::Snapshot>(subject.document))
    return snapshot->status && *snapshot->status == model::DocumentStatus::final;
  const auto* plan = model::content_as<model::Plan>(subject.document);
  return plan != nullptr && plan->horizon.start && *plan->horizon.start <= subject.workspace.as_of;
}

void check_placeholder(const model::Text& text, bool in_force, diag::Diagnostics& findings) {
  const std::string_view words = base::trimmed(*text.text);
  const bool example = is_example(words);
  if (!example && !says_nothing(words)) return;
  findings.add(
      {.code = in_force ? diag::Code{691} : diag::Code{690},
       .message = fmt::format("{} {}", quoted(words), example ? "is the example of a new file" : "says nothing yet"),
       .span = text.text.span,
       .help = "write the county's own text, or take the line out",
       .item = std::string{text.record}});
}

}  // namespace cpm::rules
