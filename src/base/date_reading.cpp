// A date as a file must have it, and the day that is meant by other ways to write one.
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/ascii.h"
#include "base/date.h"
#include "base/date_words.h"
#include "base/text.h"
#include "base/utf8.h"

namespace cpm::base {
namespace {

constexpr int kMonthsOfYear = 12;

// What a text names before we know whether there is such a day.
struct Parts {
  int year = 0;
  int month = 0;
  int day = 0;

  bool operator==(const Parts&) const = default;
};

int number_of(std::string_view digits) {
  int number = 0;
  for (const char digit : digits) number = number * 10 + (digit - '0');
  return number;
}

Date date_of(const Parts& parts) {
  return Date{std::chrono::year{parts.year}, std::chrono::month{static_cast<unsigned>(parts.month)},
              std::chrono::day{static_cast<unsigned>(parts.day)}};
}

unsigned days_in_month(Date date) {
  const auto last = std::chrono::year_month_day_last{date.year(), std::chrono::month_day_last{date.month()}};
  return static_cast<unsigned>(last.day());
}

// Why there is no such day; empty when there is.
std::string reason_against(const Parts& parts) {
  if (parts.year < kFirstYear || parts.year > kLastYear)
    return fmt::format("the year is not between {} and {}", kFirstYear, kLastYear);
  if (parts.month < 1 || parts.month > kMonthsOfYear) return fmt::format("there is no month {}", parts.month);
  if (parts.day < 1) return fmt::format("there is no day {}", parts.day);
  const Date date = date_of(parts);
  return date.ok() ? std::string{} : fmt::format("{} has {} days", month_text(date), days_in_month(date));
}

std::optional<Parts> parts_in_form(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const std::string_view year = text.substr(0, 4);
  const std::string_view month = text.substr(5, 2);
  const std::string_view day = text.substr(8, 2);
  if (!all_digits(year) || !all_digits(month) || !all_digits(day)) return std::nullopt;
  return Parts{.year = number_of(year), .month = number_of(month), .day = number_of(day)};
}

// "Monday", "tues", and the words around days: "15th", "2nd of June", "the 2nd", "by June 2".
bool says_nothing(std::string_view word) {
  const std::string plain = lower(word);
  for (const std::string_view filler : {"st", "nd", "rd", "th", "of", "the", "by", "on", "due", "am", "pm"})
    if (plain == filler) return true;
  for (const std::string_view day : {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
    if (plain.size() >= 3 && day.starts_with(plain)) return true;
  return false;
}

// "2-Jun-27", "June 2nd, 2027", "2jun2027": runs of letters and runs of digits, without what says nothing.
std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < text.size();) {
    const auto alike = is_digit(text[at]) ? is_digit : is_letter;
    std::size_t end = at;
    while (end < text.size() && alike(text[end])) ++end;
    if (end == at) {
      if (std::string_view{"/-., '()"}.find(text[at]) == std::string_view::npos) return {};
      ++at;
      continue;
    }
    if (!says_nothing(text.substr(at, end - at))) words.push_back(text.substr(at, end - at));
    at = end;
  }
  return words;
}

// "2026-03-15T08:30", "3/15/2026 9:00 AM", "3/15/2026 9 AM": the day, without the time.
std::string_view without_time(std::string_view text) {
  const std::size_t colon = text.find(':');
  const bool has_half = lower(text).ends_with("am") || lower(text).ends_with("pm");
  if (colon == std::string_view::npos && !has_half) return text;
  const std::size_t hour = colon != std::string_view::npos ? colon
                                                           : trimmed(text.substr(0, text.size() - 2)).size() - 1;
  const std::size_t gap = text.find_last_of("T ", hour);
  if (gap == std::string_view::npos) return text;
  std::string_view day = trimmed(text.substr(0, gap));
  for (const std::string_view joint : {" at", ",", " @"})
    if (day.ends_with(joint)) day.remove_suffix(joint.size());
  return trimmed(day);
}

bool is_short(std::string_view word) {
  return word.size() <= 2 && all_digits(word);
}

bool is_long_year(std::string_view word) {
  return word.size() == 4 && all_digits(word);
}

// 2027 and 27. From 50 on, two digits are as likely of the last century: 1999 or 2099.
std::vector<int> years_of(std::string_view word) {
  constexpr int kSureUntil = 50;
  if (!all_digits(word) || (word.size() != 4 && word.size() != 2)) return {};
  const int number = number_of(word);
  if (word.size() == 4) return {number};
  return number < kSureUntil ? std::vector<int>{2000 + number} : std::vector<int>{1900 + number, 2000 + number};
}

// Every way to read three words, whether or not there is such a day.
std::vector<Parts> readings_of(const std::vector<std::string_view>& words, bool dashes) {
  std::vector<Parts> readings;
  const auto add = [&](std::size_t year, int month, std::size_t day) {
    if (month <= 0 || !is_short(words[day])) return;
    for (const int found : years_of(words[year]))
      readings.push_back({.year = found, .month = month, .day = number_of(words[day])});
  };
  const auto month = [&](std::size_t at) {
    return is_short(words[at]) ? number_of(words[at]) : month_number(words[at]);
  };
  const bool year_first = is_long_year(words[0]);
  if (!year_first) {
    add(2, month(0), 1);
    add(2, month(1), 0);
  }
  // 27/06/02: the first number is no month, and may be the year as well as the day.
  const bool no_month = is_short(words[0]) && number_of(words[0]) > kMonthsOfYear;
  if (year_first || ((dashes || no_month) && readings.size() != 1)) {
    add(0, month(1), 2);
    if (year_first) add(0, month(2), 1);
  }
  return readings;
}

// "20270602", and "06022027" where the first four digits are no year.
std::vector<Parts> readings_of_digits(std::string_view text) {
  const Parts year_first{
      .year = number_of(text.substr(0, 4)), .month = number_of(text.substr(4, 2)), .day = number_of(text.substr(6, 2))};
  if (year_first.year >= kFirstYear && year_first.year <= kLastYear) return {year_first};
  const int first = number_of(text.substr(0, 2));
  const int second = number_of(text.substr(2, 2));
  const int year = number_of(text.substr(4, 4));
  return {{.year = year, .month = first, .day = second}, {.year = year, .month = second, .day = first}};
}

std::vector<Parts> readings_of(std::string_view text) {
  if (text.size() == 8 && all_digits(text)) return readings_of_digits(text);
  const std::vector<std::string_view> words = words_of(without_time(text));
  if (words.size() != 3) return {};
  const std::vector<Parts> all = readings_of(words, text.find('-') != std::string_view::npos);
  // 2026-3-4 is never the third of April: nobody writes the year first and then the day.
  if (is_long_year(words[0]) && !all.empty() && reason_against(all.front()).empty()) return {all.front()};
  return all;
}

bool names_month_alone(std::string_view text) {
  const std::vector<std::string_view> words = words_of(text);
  if (words.size() != 2) return false;
  const auto is_pair = [&](std::string_view month, std::string_view year) {
    const bool is_month = month_number(month) > 0 || (is_short(month) && number_of(month) <= kMonthsOfYear);
    return is_long_year(year) && is_month;
  };
  return is_pair(words[0], words[1]) || is_pair(words[1], words[0]);
}

// "June 2", "2 June", "the 2nd of June"
bool names_no_year(std::string_view text) {
  const std::vector<std::string_view> words = words_of(text);
  if (words.size() != 2) return false;
  return (month_number(words[0]) > 0 && is_short(words[1])) || (month_number(words[1]) > 0 && is_short(words[0]));
}

// "June 2-4, 2027", "June 2 to July 3, 2027", "2027-06-02 - 2027-06-04"
bool names_several_days(std::string_view text) {
  const std::vector<std::string_view> words = words_of(text);
  const auto numbers = std::ranges::count_if(words, all_digits);
  const auto months = std::ranges::count_if(words, [](std::string_view word) { return month_number(word) > 0; });
  return (months > 0 && numbers > 2) || (months > 1 && numbers > 1) || numbers == 6;
}

// "Tuesday, June 2, 2027" is a Wednesday: the weekday that the only day has, when the text names another one.
std::string_view other_weekday(std::string_view text, const std::vector<Parts>& readings) {
  constexpr std::array<std::string_view, 7> kWeekdays = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                         "Thursday", "Friday", "Saturday"};
  if (readings.size() != 1 || !reason_against(readings.front()).empty()) return {};
  const unsigned day = std::chrono::weekday{std::chrono::sys_days{date_of(readings.front())}}.c_encoding();
  const std::string plain = lower(text);
  for (std::size_t i = 0; i < kWeekdays.size(); ++i)
    if (i != day && plain.find(lower(kWeekdays[i])) != std::string::npos) return kWeekdays[day];
  return {};
}

DateReading read_other_form(std::string_view written) {
  constexpr std::size_t kLongestForm = 40;
  DateReading reading{.date = {}, .reason = "a date is written YYYY-MM-DD"};
  if (trimmed(written).size() > kLongestForm) return reading;
  const std::string text = with_plain_dashes(trimmed(written));
  if (names_month_alone(text)) reading.reason = "it names a month, and a day is needed";
  if (names_no_year(text)) reading.reason = "it names no year";
  const std::vector<Parts> readings = readings_of(text);
  if (readings.empty() && names_several_days(text)) reading.reason = "it names more than one day";
  for (const Parts& parts : readings) {
    if (!reason_against(parts).empty()) continue;
    const std::string day = to_text(date_of(parts));
    if (std::ranges::find(reading.suggestions, day) == reading.suggestions.end()) reading.suggestions.push_back(day);
  }
  if (const std::string_view other = other_weekday(text, readings); !other.empty()) {
    reading.reason = fmt::format("{} is a {}", reading.suggestions.front(), other);
    reading.suggestions.clear();
    return reading;
  }
  if (reading.suggestions.size() > 1) reading.reason = "it can be read in two ways";
  if (reading.suggestions.empty() && !readings.empty()) reading.reason = reason_against(readings.front());
  return reading;
}

}  // namespace

int month_number(std::string_view word) {
  if (word.size() < 3) return 0;
  for (unsigned month = 1; month <= kMonthsOfYear; ++month)
    if (lower(month_name(month)).starts_with(lower(word))) return static_cast<int>(month);
  return 0;
}

std::string with_plain_dashes(std::string_view text) {
  std::string plain;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t dash = long_dash_length(text.substr(at));
    plain += dash > 0 ? '-' : text[at];
    at += std::max<std::size_t>(dash, 1);
  }
  return plain;
}

DateReading read_date(std::string_view text) {
  const std::optional<Parts> parts = parts_in_form(text);
  if (!parts) return read_other_form(text);
  std::string reason = reason_against(*parts);
  if (!reason.empty()) return DateReading{.date = {}, .reason = std::move(reason), .suggestions = {}};
  return DateReading{.date = date_of(*parts), .reason = {}, .suggestions = {}};
}

}  // namespace cpm::base
