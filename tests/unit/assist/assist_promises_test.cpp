// All over every example and fixture, and those that somebody has broken: nothing crashes, and what is offered can be taken. An
// offered key is one that the record has, an offered choice one of the choices. CPM_OFFERS=100000 takes so many offers, and then
// every byte is asked about.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <iterator>

#include "assist/outline.h"
#include "assist/spot.h"
#include "tests/support/dice.h"
#include "tests/unit/assist/cursor.h"

namespace cpm {
namespace {

using assist::kNone;
using assist::Part;
using test::Dice;
using test::MemoryAround;

const std::vector<std::string>& samples() {
  static const std::vector<std::string> texts = test::sample_texts();
  return texts;
}

/// As it may stand in the middle of typing: cut off, a piece taken out, doubled or put in.
std::string broken(std::string text, Dice& dice) {
  constexpr std::string_view kPieces[] = {"\"",  "'", "[",  "{", "]", "}",  ":", "\n",   "- ", "  ", "\t",     "#",
                                          "|\n", ">", "&a", "*", "?", "\r", "ø", "\x80", ",",  ": ", "\n\n  ", "!"};
  const auto place = [&] { return static_cast<std::size_t>(dice.up_to(static_cast<int>(text.size()))); };
  for (int changes = 1 + dice.up_to(2); changes > 0; --changes) {
    const std::size_t at = place();
    const int how = dice.up_to(3);
    if (how == 0) text.erase(at);
    if (how == 1) text.erase(at, static_cast<std::size_t>(dice.up_to(40)));
    if (how == 2) text.insert(at, text.substr(at, static_cast<std::size_t>(dice.up_to(40))));
    if (how == 3) text.insert(at, kPieces[dice.up_to(static_cast<int>(std::size(kPieces)) - 1)]);
  }
  return text;
}

/// Bounds and order, whatever the text.
void check_outline(const assist::Reading& reading) {
  const assist::Outline& outline = reading.outline();
  const std::size_t size = outline.bytes.size();
  bool fine = outline.parts.front().above == kNone;
  for (std::size_t i = 1; i < outline.parts.size(); ++i) {
    const Part& part = outline.parts[i];
    fine = fine && part.above < i && part.name.begin <= part.name.end && part.name.end <= part.value.begin &&
           part.value.begin <= part.value.end && part.value.end <= size && part.end <= size &&
           (i == 1 || outline.parts[i - 1].name.begin <= part.name.begin);
  }
  CHECK(fine);
}

/// Is what is said about this place of this place?
bool is_fine_at(const assist::Reading& reading, std::size_t at, MemoryAround& around) {
  const assist::Offers offers = assist::offers_at(reading, at, around);
  const auto hover = assist::hover_at(reading, at, around);
  return offers.word.begin <= offers.word.end && offers.word.end <= reading.bytes().size() &&
         (offers.offers.empty() || offers.word.touches(at)) && (!hover || hover->word.touches(at));
}

diag::Diagnostics findings_of(const std::string& text) {
  const diag::SourceFile source("f.yaml", text);
  diag::Diagnostics findings;
  model::Content content;
  format::read_untried(source, 0, {}, &test::built_in_lists(), content, findings);
  return findings;
}

/// How often a finding says that a key or a choice is not known, or that the text is no YAML.
std::ptrdiff_t unknown_words(const std::string& text) {
  return std::ranges::count_if(findings_of(text).all(), [](const diag::Diagnostic& finding) {
    constexpr diag::Code kLastOfText = 199;
    constexpr diag::Code kCodes[] = {205, 210, 211, 213, 215, 220};
    const bool breaks = finding.code <= kLastOfText && finding.severity == diag::Severity::error;
    return breaks || std::ranges::find(kCodes, finding.code) != std::end(kCodes);
  });
}

/// Does a finding say that the key at this place is not known?
bool is_unknown_key(const std::string& text, std::size_t begin) {
  return std::ranges::any_of(findings_of(text).all(), [&](const diag::Diagnostic& finding) {
    return (finding.code == 210 || finding.code == 211) && finding.span.begin == begin;
  });
}

constexpr std::size_t kUsualOffers = 3000;

std::size_t offers_to_try() {
  const char* const wanted = std::getenv("CPM_OFFERS");
  return wanted == nullptr ? kUsualOffers : std::strtoul(wanted, nullptr, 10);
}

}  // namespace

TEST_CASE("all over every file somebody may ask what can be written and what it means") {
  const int step = offers_to_try() > kUsualOffers ? 0 : 24;
  MemoryAround around;
  Dice dice(7);
  for (const std::string& text : samples()) {
    const assist::Reading reading(text);
    check_outline(reading);
    bool fine = true;
    for (std::size_t at = 0; at <= text.size(); at += static_cast<std::size_t>(1 + dice.up_to(step)))
      fine = is_fine_at(reading, at, around) && fine;
    CHECK(fine);
  }
}

TEST_CASE("the same in files that somebody has broken") {
  MemoryAround around;
  Dice dice(11);
  for (const std::string& text : samples()) {
    for (int times = 0; times < 3; ++times) {
      const std::string cut = broken(text, dice);
      const assist::Reading reading(cut);
      check_outline(reading);
      bool fine = true;
      for (int places = 0; places < 10; ++places)
        fine = is_fine_at(reading, static_cast<std::size_t>(dice.up_to(static_cast<int>(cut.size()))), around) && fine;
      CHECK(fine);
    }
  }
}

TEST_CASE("an offer that is taken makes no unknown key and no unknown choice") {
  MemoryAround around;
  Dice dice(13);
  std::size_t tried = 0;
  for (std::size_t turn = 0; tried < offers_to_try() && turn < offers_to_try() * 20; ++turn) {
    std::string text = samples()[turn % samples().size()];
    if (dice.one_in(2)) {
      // A line begins: somewhere, in some column.
      const std::size_t line = text.find('\n', static_cast<std::size_t>(dice.up_to(static_cast<int>(text.size()))));
      if (line == std::string::npos) continue;
      text.insert(line, "\n" + std::string(static_cast<std::size_t>(2 * dice.up_to(4)), ' '));
    }
    const auto at = static_cast<std::size_t>(dice.up_to(static_cast<int>(text.size())));
    const assist::Offers offers = assist::offers_at(assist::Reading(text), at, around);
    if (offers.offers.empty()) continue;
    const auto which = static_cast<std::size_t>(dice.up_to(static_cast<int>(offers.offers.size()) - 1));
    const assist::Offer& offer = offers.offers[which];
    const bool says_kind = offer.label.starts_with("cpm/");  // then other keys may be none of that kind
    if ((offer.what != "key" && offer.what != "choice") || says_kind) continue;
    ++tried;
    std::string after = text;
    after.replace(offers.word.begin, offers.word.end - offers.word.begin, offer.text);
    INFO(text.substr(0, at) << "<|>" << text.substr(at) << "\n---- " << offer.text << " at " << offers.word.begin);
    // Another name for a key that is there: whether its value fits, the county will see.
    const bool renames = offer.what == "key" && offer.text.find(':') == std::string::npos;
    CHECK((renames ? !is_unknown_key(after, offers.word.begin) : unknown_words(after) <= unknown_words(text)));
  }
  CHECK(tried >= offers_to_try());
}

}  // namespace cpm
