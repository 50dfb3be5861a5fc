#include "rules/text_glance.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "rules/private_lists.h"
#include "rules/text_scan.h"

namespace cpm::rules {
namespace {

// What a character is, looked up instead of compared: this is asked about every byte that a county wrote.
enum : std::uint8_t { kDigit = 1, kLetter = 2, kCapital = 4, kOfNumber = 8 };

constexpr std::uint8_t kind_of_letter(char letter) {
  constexpr std::string_view kFirstOfNumbers = "otfsen";
  const bool of_number = kFirstOfNumbers.find(lower_character(letter)) != std::string_view::npos;
  return static_cast<std::uint8_t>(kLetter | (is_capital(letter) ? kCapital : 0) | (of_number ? kOfNumber : 0));
}

constexpr auto kSigns = [] {
  std::array<std::uint8_t, 256> characters{};
  for (std::size_t i = 0; i < characters.size(); ++i) {
    const char character = static_cast<char>(i);
    if (is_digit(character)) characters[i] = kDigit;
    if (is_letter(character)) characters[i] = kind_of_letter(character);
  }
  return characters;
}();

unsigned kind_of(char character) {
  return kSigns[static_cast<unsigned char>(character)];
}

// "3", "3Maria": a number, or a code of which a part may be a name.
void look_at_digits(std::string_view text, const Stretch& place, unsigned kinds, Glance& seen) {
  const std::string_view word = text.substr(place.begin, place.end - place.begin);
  if (number_of(word)) seen.numbers.push_back(place);
  seen.digits += static_cast<std::size_t>(std::count_if(word.begin(), word.end(), is_digit));
  seen.name = seen.name || (kinds & kCapital) != 0;
}

void look_at_letters(std::string_view text, const Stretch& place, unsigned first, Glance& seen) {
  const std::string_view word = text.substr(place.begin, place.end - place.begin);
  if ((first & kOfNumber) != 0 && kNumbers.has_any_case(word)) seen.numbers.push_back(place);
  if ((first & kCapital) != 0 && (kGivenNames.has(word) || kTitles.has(word))) seen.name = true;
}

}  // namespace

Glance glance_at(std::string_view text) {
  Glance seen{.at = text.find('@') != std::string_view::npos};
  const std::size_t size = text.size();
  unsigned before = 0;  // what the word before begins with
  for (std::size_t at = 0; at < size; ++at) {
    const std::size_t begin = at;
    const unsigned first = kind_of(text[at]);
    unsigned kinds = 0;
    for (unsigned kind = first; kind != 0; kind = ++at < size ? kind_of(text[at]) : 0) kinds |= kind;
    if ((kinds & kDigit) != 0)
      look_at_digits(text, {begin, at}, kinds, seen);
    else if ((first & (kOfNumber | kCapital)) != 0)
      look_at_letters(text, {begin, at}, first, seen);
    if ((before & kCapital) != 0 && kHouseholds.has(text.substr(begin, at - begin))) seen.name = true;
    before = first;
  }
  return seen;
}

}  // namespace cpm::rules
