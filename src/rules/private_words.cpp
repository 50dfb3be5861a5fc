#include "rules/private_words.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/utf8.h"
#include "rules/text_scan.h"

namespace cpm::rules {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

// Words and groups of words, with their first letters as bits: most places of a text begin with none of them.
template <std::size_t size>
struct Leads {
  std::array<std::string_view, size> words;
  std::uint32_t firsts = first_letters(words);

  static constexpr std::uint32_t first_letters(const std::array<std::string_view, size>& words) {
    std::uint32_t letters = 0;
    for (const std::string_view word : words) letters |= std::uint32_t{1} << letter_number(word[0]);
    return letters;
  }
};

template <std::size_t size>
bool any_word_at(std::string_view text, std::size_t at, std::size_t& length, const Leads<size>& leads) {
  if ((leads.firsts >> letter_number(text[at]) & 1) == 0 || (at > 0 && is_word_character(text[at - 1]))) return false;
  for (const std::string_view word : leads.words) {
    if (!word_at(text, at, word)) continue;
    length = word.size();
    return true;
  }
  return false;
}

// Case numbers

constexpr Leads<8> kLeads = {{"case", "referral", "file", "docket", "client index", "client", "cms", "cin"}};
constexpr Leads<5> kNumberWords = {{"no", "nr", "number", "num", "id"}};
constexpr std::size_t kFewDigits = 5;   // with "no." before them, or letters among them
constexpr std::size_t kManyDigits = 7;  // without

// The place after "no.", "number:", "#" and the like; `named` tells whether there was one.
std::size_t skip_number_words(std::string_view text, std::size_t at, bool& named) {
  while (at < text.size()) {
    std::size_t length = 0;
    if (any_word_at(text, at, length, kNumberWords)) {
      named = true;
      at += length;
      if (at < text.size() && text[at] == '.') ++at;
      continue;
    }
    if (text[at] != ' ' && text[at] != ':' && text[at] != '#' && text[at] != '\n') break;
    named = named || text[at] == '#';
    ++at;
  }
  return at;
}

// The end of letters, digits and the marks between them.
std::size_t code_end(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size()) {
    const bool mark = text[end] == '-' || text[end] == '/';
    const bool joins = mark && end > at && end + 1 < text.size() && is_word_character(text[end + 1]) &&
                       (text[end] == '-' || (is_digit(text[end - 1]) && is_digit(text[end + 1])));
    if (!is_word_character(text[end]) && !joins) break;
    ++end;
  }
  return end;
}

// Something else with many digits: a day, fiscal years, a telephone or social security number.
bool is_other_number(std::string_view text, const Stretch& code) {
  for (const std::string_view shape : {"dddd-dddd", "ddd-ddd-dddd", "ddd-dd-dddd", "20dddddd", "19dddddd"})
    if (has_shape(text, code.begin, shape) && code.begin + shape.size() == code.end) return true;
  return date_length(text, code.begin) > 0 || text.substr(code.begin).starts_with("FY20");
}

bool looks_like_case_number(std::string_view text, const Stretch& code, bool named) {
  const std::string_view character = text.substr(code.begin, code.end - code.begin);
  const auto digits = static_cast<std::size_t>(std::count_if(character.begin(), character.end(), is_digit));
  const bool letters = std::any_of(character.begin(), character.end(), is_letter);
  if (letters && !is_capital(character.front()) && !is_digit(character.front()))
    return false;  // words and ids: "step-10000"
  if (digits < (named || letters ? kFewDigits : kManyDigits)) return false;
  return !is_other_number(text, code);
}

// Social security numbers

constexpr std::string_view kSecurityDigits = "ddddddddd";
constexpr Leads<3> kSecurityWords = {{"social security", "ssn", "ss"}};
constexpr std::size_t kSecurityReach = 40;

// Nine digits in three groups, from the front, with a character between the groups or none.
bool can_exist(std::string_view number) {
  const std::size_t mark = is_digit(number[3]) ? 0 : 1;
  const std::string_view area = number.substr(0, 3);
  return area != "000" && area != "666" && area.front() != '9' && number.substr(3 + mark, 2) != "00" &&
         number.substr(5 + 2 * mark) != "0000";
}

bool has_security_word_before(std::string_view text, std::size_t at) {
  std::size_t length = 0;
  for (std::size_t start = at > kSecurityReach ? at - kSecurityReach : 0; start < at; ++start)
    if (any_word_at(text, start, length, kSecurityWords)) return true;
  return false;
}

// "123–45–6789": 0 when there is none.
std::size_t length_with_long_dashes(std::string_view text, std::size_t at) {
  std::string digits;
  std::size_t end = at;
  for (const std::string_view group : {"ddd", "dd", "dddd"}) {
    const std::size_t dash = digits.empty() ? 0 : base::long_dash_length(text.substr(end));
    if ((!digits.empty() && dash == 0) || !has_shape(text, end + dash, group)) return 0;
    digits += text.substr(end + dash, group.size());
    end += dash + group.size();
  }
  return stands_alone(text, at, end) && can_exist(digits) ? end - at : 0;
}

// 0 when there is none.
std::size_t social_security_length(std::string_view text, std::size_t at) {
  for (const std::string_view shape :
       {std::string_view{"ddd-dd-dddd"}, std::string_view{"ddd_dd_dddd"}, kSecurityDigits}) {
    const std::size_t end = at + shape.size();
    if (!has_shape(text, at, shape) || !stands_alone(text, at, end) || !can_exist(text.substr(at, shape.size())))
      continue;
    if (shape != kSecurityDigits || has_security_word_before(text, at)) return shape.size();
  }
  return length_with_long_dashes(text, at);
}

// Dates of birth

constexpr Leads<8> kBirthWords = {
    {"born", "dob", "d.o.b", "date of birth", "birth date", "birthdate", "birthday", "birth"}};
constexpr std::size_t kBirthReach = 20;

// Telephones and addresses

constexpr std::array<std::string_view, 5> kCallWords = {"call", "phone", "telephone", "tel", "fax"};
constexpr std::size_t kCallReach = 14;

bool has_call_word_before(std::string_view text, std::size_t at) {
  for (std::size_t start = at > kCallReach ? at - kCallReach : 0; start < at; ++start)
    for (const std::string_view word : kCallWords)
      if (word_at(text, start, word)) return true;
  return false;
}

std::size_t telephone_length(std::string_view text, std::size_t at) {
  for (const std::string_view shape : {"(ddd)_ddd-dddd", "(ddd)ddd-dddd", "(ddd)_ddd_dddd", "dddsdddsdddd"})
    if (has_shape(text, at, shape) && stands_alone(text, at, at + shape.size())) return shape.size();
  constexpr std::string_view kShort = "ddd-dddd";
  const bool is_short = has_shape(text, at, kShort) && stands_alone(text, at, at + kShort.size());
  return is_short && has_call_word_before(text, at) ? kShort.size() : 0;
}

bool is_address_character(char character) {
  return is_word_character(character) || std::string_view{"._%+-"}.find(character) != kNone;
}

// "example.org" and more, up to `end`
bool is_host(std::string_view host) {
  const std::size_t dot = host.rfind('.');
  if (dot == kNone || dot == 0 || host.size() - dot < 3) return false;
  return std::all_of(host.begin() + static_cast<std::ptrdiff_t>(dot) + 1, host.end(), is_letter);
}

}  // namespace

std::vector<Stretch> case_numbers(std::string_view text) {
  std::vector<Stretch> found;
  for (std::size_t at = 0; at < text.size(); ++at) {
    std::size_t length = 0;
    if (!any_word_at(text, at, length, kLeads)) continue;
    bool named = false;
    const std::size_t begin = skip_number_words(text, at + length, named);
    if (begin == at + length || begin >= text.size()) continue;
    const Stretch code{begin, code_end(text, begin)};
    if (code.end == code.begin || !looks_like_case_number(text, code, named)) continue;
    found.push_back({at, code.end});
    at = code.end - 1;
  }
  return found;
}

std::vector<Stretch> social_security_numbers(std::string_view text) {
  std::vector<Stretch> found;
  for (std::size_t at = 0; at + kSecurityDigits.size() <= text.size(); ++at)
    if (const std::size_t length = is_digit(text[at]) ? social_security_length(text, at) : 0; length > 0)
      found.push_back({at, at + length});
  return found;
}

std::vector<Stretch> birth_dates(std::string_view text) {
  std::vector<Stretch> found;
  for (std::size_t at = 0; at < text.size(); ++at) {
    std::size_t length = 0;
    if (!any_word_at(text, at, length, kBirthWords)) continue;
    const std::size_t last = std::min(text.size(), at + length + kBirthReach);
    for (std::size_t day = at + length; day < last; ++day) {
      const std::size_t date = date_length(text, day);
      if (date == 0) continue;
      found.push_back({at, day + date});
      at = day + date - 1;
      break;
    }
  }
  return found;
}

std::vector<Stretch> telephone_numbers(std::string_view text) {
  std::vector<Stretch> found;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::size_t length = is_digit(text[at]) || text[at] == '(' ? telephone_length(text, at) : 0;
    if (length == 0) continue;
    found.push_back({at, at + length});
    at += length - 1;
  }
  return found;
}

std::vector<Stretch> email_addresses(std::string_view text) {
  std::vector<Stretch> found;
  for (std::size_t character = text.find('@'); character != kNone; character = text.find('@', character + 1)) {
    std::size_t begin = character;
    while (begin > 0 && is_address_character(text[begin - 1])) --begin;
    std::size_t end = character + 1;
    while (end < text.size() && is_address_character(text[end])) ++end;
    while (end > character && text[end - 1] == '.') --end;
    if (begin < character && end > character && is_host(text.substr(character + 1, end - character - 1)))
      found.push_back({begin, end});
  }
  return found;
}

std::vector<Stretch> whole_words(std::string_view text, std::string_view word) {
  const std::string wanted = base::lower(base::trimmed(word));
  std::vector<Stretch> found;
  for (std::size_t at = find_word(text, wanted, 0); at != kNone; at = find_word(text, wanted, at + wanted.size()))
    found.push_back({at, at + wanted.size()});
  return found;
}

}  // namespace cpm::rules
