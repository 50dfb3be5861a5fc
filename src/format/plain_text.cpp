#include "format/plain_text.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "base/ascii.h"
#include "base/text.h"

namespace cpm::format {
namespace {

constexpr std::array<std::string_view, 16> kYesNo = {"yes", "Yes", "YES", "no",  "No", "NO", "on", "On",
                                                     "ON",  "off", "Off", "OFF", "y",  "Y",  "n",  "N"};
constexpr std::array<std::string_view, 6> kTrueFalse = {"true", "True", "TRUE", "false", "False", "FALSE"};

/// Most texts are too long to be one of these words.
template <std::size_t size>
bool is_listed(std::string_view plain, const std::array<std::string_view, size>& words) {
  constexpr std::size_t kLongestListed = 5;
  return plain.size() <= kLongestListed && std::ranges::find(words, plain) != words.end();
}

constexpr std::string_view kHexDigits = "0123456789abcdefABCDEF";

std::string_view unsigned_part(std::string_view text) {
  if (!text.empty() && (text.front() == '-' || text.front() == '+')) text.remove_prefix(1);
  return text;
}

/// Digits with one optional point and exponent, 0x…, 0o…: what YAML readers call a number.
bool is_number(std::string_view text) {
  text = unsigned_part(text);
  if (text.starts_with("0x")) return text.size() > 2 && text.find_first_not_of(kHexDigits, 2) == std::string_view::npos;
  if (text.starts_with("0o")) return text.size() > 2 && text.find_first_not_of("01234567", 2) == std::string_view::npos;
  if (text == ".inf" || text == ".Inf" || text == ".INF" || text == ".nan" || text == ".NaN" || text == ".NAN")
    return true;
  bool digit = false;
  bool point = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (base::is_digit(c))
      digit = true;
    else if (c == '_' && digit)
      continue;
    else if (c == '.' && !point)
      point = true;
    else if ((c == 'e' || c == 'E') && digit)
      return base::all_digits(unsigned_part(text.substr(i + 1)));
    else
      return false;
  }
  return digit;
}

bool is_date(std::string_view text) {
  return text.size() == 10 && base::all_digits(text.substr(0, 4)) && text[4] == '-' &&
         base::all_digits(text.substr(5, 2)) && text[7] == '-' && base::all_digits(text.substr(8));
}

/// `12:30`: YAML 1.1 counts it to the base of sixty.
bool is_time(std::string_view text) {
  const std::size_t colon = text.find(':');
  return colon != std::string_view::npos && base::all_digits(text.substr(0, colon)) && text.size() == colon + 3 &&
         base::all_digits(text.substr(colon + 1));
}

/// Most texts begin with a letter that none of those words has.
bool may_be_read_otherwise(std::string_view plain) {
  constexpr std::string_view kFirstLetters = "yYnNoOtTfF";
  return plain.empty() || !base::is_letter(plain.front()) ||
         kFirstLetters.find(plain.front()) != std::string_view::npos;
}

}  // namespace

std::string_view read_elsewhere_as(std::string_view plain) {
  if (!may_be_read_otherwise(plain)) return {};
  if (is_listed(plain, kYesNo) || is_true_false(plain)) return "yes/no";
  if (is_number(plain)) return "a number";
  if (is_date(plain)) return "a date";
  if (is_time(plain)) return "a number of seconds";
  return {};
}

bool is_true_false(std::string_view plain) {
  return is_listed(plain, kTrueFalse);
}

std::optional<bool> as_flag(std::string_view text) {
  const std::string word = base::lower(text);
  if (word == "yes" || word == "y" || word == "on" || word == "true") return true;
  if (word == "no" || word == "n" || word == "off" || word == "false") return false;
  return std::nullopt;
}

bool is_whole(std::string_view text) {
  return base::all_digits(unsigned_part(text));
}

}  // namespace cpm::format
