#pragma once
// Guesses from the look of a text: numbers, dates, names and addresses that point to a person. They find too much rather than
// break; only warnings and advice rest on them.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cpm::rules {

/// A stretch of bytes of the text that was looked at.
struct Stretch {
  std::size_t begin = 0;
  std::size_t end = 0;
  friend bool operator==(const Stretch&, const Stretch&) = default;
};

/// "case no. 12-34567", "referral JV12345"; not dates, years, amounts of money or telephone numbers.
std::vector<Stretch> case_numbers(std::string_view text);
/// "123-45-6789", "123 45 6789", "SSN: 123456789", as far as such a number can exist.
std::vector<Stretch> social_security_numbers(std::string_view text);
/// "born on 3/14/2012", "DOB: 2012-03-14"
std::vector<Stretch> birth_dates(std::string_view text);
/// "Maria Lopez", "Mrs. Lopez", within a few words of "referral", "mother of" and the like; "the Garcia family", "baby Maria",
/// "Kevin's mother"; not staff by their role.
std::vector<Stretch> names_near_case_words(std::string_view text);
/// "(530) 555-0142", "530-555-0142", "call 555-0142"
std::vector<Stretch> telephone_numbers(std::string_view text);
/// "rosa@example.org"
std::vector<Stretch> email_addresses(std::string_view text);
/// "3 families", "two of the children": counts from 1 to below `limit`, of the words of the text that are numbers (see
/// glance_at). `own_words`: more words for people, in lower case.
std::vector<Stretch> small_counts(std::string_view text, const std::vector<Stretch>& numbers, std::int64_t limit,
                                  const std::vector<std::string>& own_words);
/// Where the word stands by itself, in capitals or not.
std::vector<Stretch> whole_words(std::string_view text, std::string_view word);

}  // namespace cpm::rules
