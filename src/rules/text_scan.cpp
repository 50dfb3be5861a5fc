#include "rules/text_scan.h"

#include <array>

namespace cpm::rules {
namespace {

constexpr std::array<std::string_view, 24> kMonths = {
    "january",   "february", "march",    "april",    "may",  "june", "july", "august",
    "september", "october",  "november", "december", "jan",  "feb",  "mar",  "apr",
    "jun",       "jul",      "aug",      "sep",      "sept", "oct",  "nov",  "dec"};

bool fits(char character, char wanted) {
  if (wanted == 'd') return is_digit(character);
  if (wanted == 's') return character == '.' || character == '-' || character == ' ';
  if (wanted == '_') return character == ' ';
  return character == wanted;
}

// The bytes of a month's name at `at`, with the point of a short one; 0 when there is none.
std::size_t month_length(std::string_view text, std::size_t at) {
  for (const std::string_view month : kMonths) {
    if (!word_at(text, at, month)) continue;
    const std::size_t after = at + month.size();
    return month.size() + (after < text.size() && text[after] == '.' ? 1 : 0);
  }
  return 0;
}

std::size_t year_after(std::string_view text, std::size_t at) {
  std::size_t year = at;
  while (year < text.size() && (text[year] == ',' || text[year] == ' ')) ++year;
  return year > at && digits_at(text, year) == 4 ? year + 4 : 0;
}

// "March 14, 2012", also without the year
std::size_t month_first(std::string_view text, std::size_t at) {
  const std::size_t month = month_length(text, at);
  if (month == 0) return 0;
  const std::size_t day = skip_spaces(text, at + month);
  const std::size_t digits = digits_at(text, day);
  if (digits == 0 || digits > 2) return 0;
  const std::size_t year = year_after(text, day + digits);
  return (year > 0 ? year : day + digits) - at;
}

// "14 March 2012", also without the year
std::size_t day_first(std::string_view text, std::size_t at) {
  const std::size_t digits = digits_at(text, at);
  if (digits == 0 || digits > 2) return 0;
  const std::size_t name = skip_spaces(text, at + digits);
  const std::size_t month = month_length(text, name);
  if (month == 0) return 0;
  const std::size_t year = year_after(text, name + month);
  return (year > 0 ? year : name + month) - at;
}

// "3/14/2012", "03-14-12", "3.14.2012", "2012/3/14"
std::size_t with_marks(std::string_view text, std::size_t at) {
  const std::size_t first = digits_at(text, at);
  const std::size_t mark = at + first;
  if (first == 0 || first == 3 || first > 4 || mark >= text.size()) return 0;
  const char character = text[mark];
  if (character != '/' && character != '-' && character != '.') return 0;
  const std::size_t second = digits_at(text, mark + 1);
  const std::size_t next = mark + 1 + second;
  if (second == 0 || second > 2 || next >= text.size() || text[next] != character) return 0;
  const std::size_t third = digits_at(text, next + 1);
  const bool fits_year = first == 4 ? third == 1 || third == 2 : third == 2 || third == 4;
  return fits_year ? next + 1 + third - at : 0;
}

}  // namespace

bool has_shape(std::string_view text, std::size_t at, std::string_view shape) {
  if (at > text.size() || text.size() - at < shape.size()) return false;
  for (std::size_t i = 0; i < shape.size(); ++i)
    if (!fits(text[at + i], shape[i])) return false;
  return true;
}

bool stands_alone(std::string_view text, std::size_t begin, std::size_t end) {
  if (begin > 0 && is_word_character(text[begin - 1])) return false;
  if (begin > 1 && text[begin - 1] == '-' && is_word_character(text[begin - 2])) return false;
  if (end < text.size() && is_word_character(text[end])) return false;
  return end + 1 >= text.size() || text[end] != '-' || !is_word_character(text[end + 1]);
}

bool word_at(std::string_view text, std::size_t at, std::string_view word) {
  if (at > text.size() || text.size() - at < word.size()) return false;
  if (at > 0 && is_word_character(text[at - 1])) return false;
  for (std::size_t i = 0; i < word.size(); ++i)
    if (lower_character(text[at + i]) != word[i]) return false;
  const std::size_t end = at + word.size();
  return end == text.size() || !is_word_character(text[end]);
}

std::size_t find_word(std::string_view text, std::string_view word, std::size_t from) {
  for (std::size_t at = from; !word.empty() && at + word.size() <= text.size(); ++at)
    if (word_at(text, at, word)) return at;
  return std::string_view::npos;
}

std::size_t date_length(std::string_view text, std::size_t at) {
  if (at >= text.size() || (at > 0 && is_word_character(text[at - 1]))) return 0;
  for (const std::size_t length : {with_marks(text, at), month_first(text, at), day_first(text, at)})
    if (length > 0) return length;
  return 0;
}

std::size_t digits_at(std::string_view text, std::size_t at) {
  std::size_t count = 0;
  while (at + count < text.size() && is_digit(text[at + count])) ++count;
  return count;
}

std::size_t skip_spaces(std::string_view text, std::size_t at) {
  while (at < text.size() && (text[at] == ' ' || text[at] == '\t' || text[at] == '\n')) ++at;
  return at;
}

}  // namespace cpm::rules
