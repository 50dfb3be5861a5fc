#include "base/date.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.h"

namespace cpm::base {
namespace {

constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2199;

constexpr std::array<std::string_view, 12> kMonths = {"January",   "February", "March",    "April",
                                                      "May",       "June",     "July",     "August",
                                                      "September", "October",  "November", "December"};

// What a text names before we know whether there is such a day.
struct Parts {
  int year = 0;
  int month = 0;
  int day = 0;
};

bool all_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char sign) { return sign >= '0' && sign <= '9'; });
}

int number_of(std::string_view digits) {
  int number = 0;
  for (const char digit : digits) number = number * 10 + (digit - '0');
  return number;
}

Date date_of(const Parts& parts) {
  return Date{std::chrono::year{parts.year}, std::chrono::month{static_cast<unsigned>(parts.month)},
              std::chrono::day{static_cast<unsigned>(parts.day)}};
}

int days_in_month(Date date) {
  const auto last = std::chrono::year_month_day_last{date.year(), std::chrono::month_day_last{date.month()}};
  return static_cast<int>(static_cast<unsigned>(last.day()));
}

std::string month_name(Date date) {
  return std::string{kMonths[static_cast<unsigned>(date.month()) - 1]};
}

std::string padded(int number, std::size_t width) {
  std::string digits = std::to_string(number);
  return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

// Why there is no such day; empty when there is.
std::string reason_against(const Parts& parts) {
  if (parts.year < kFirstYear || parts.year > kLastYear)
    return "the year is not between " + std::to_string(kFirstYear) + " and " + std::to_string(kLastYear);
  if (parts.month < 1 || parts.month > 12) return "there is no month " + std::to_string(parts.month);
  if (parts.day < 1) return "there is no day " + std::to_string(parts.day);
  const Date date = date_of(parts);
  if (date.ok()) return {};
  return month_name(date) + " " + std::to_string(parts.year) + " has " + std::to_string(days_in_month(date)) + " days";
}

std::optional<Parts> parts_in_form(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const std::string_view year = text.substr(0, 4);
  const std::string_view month = text.substr(5, 2);
  const std::string_view day = text.substr(8, 2);
  if (!all_digits(year) || !all_digits(month) || !all_digits(day)) return std::nullopt;
  return Parts{.year = number_of(year), .month = number_of(month), .day = number_of(day)};
}

std::vector<std::string_view> words_of(std::string_view text) {
  constexpr std::string_view kSeparators = "/-., ";
  std::vector<std::string_view> words;
  std::size_t at = text.find_first_not_of(kSeparators);
  while (at != std::string_view::npos) {
    const std::size_t end = std::min(text.find_first_of(kSeparators, at), text.size());
    words.push_back(text.substr(at, end - at));
    at = text.find_first_not_of(kSeparators, end);
  }
  return words;
}

// "March", "mar", "Sept": 1 to 12, or 0.
int month_of(std::string_view word) {
  if (word.size() < 3) return 0;
  const std::string wanted = lower(word);
  for (std::size_t i = 0; i < kMonths.size(); ++i)
    if (lower(kMonths[i]).starts_with(wanted)) return static_cast<int>(i) + 1;
  return 0;
}

// "15", "15th": 1 to 99, or 0.
int day_of(std::string_view word) {
  for (const std::string_view ending : {"st", "nd", "rd", "th"})
    if (word.ends_with(ending)) word.remove_suffix(ending.size());
  return all_digits(word) && word.size() <= 2 ? number_of(word) : 0;
}

bool is_year(std::string_view word) {
  return word.size() == 4 && all_digits(word);
}

std::optional<Parts> parts_by_name(const std::vector<std::string_view>& words) {
  if (!is_year(words[2])) return std::nullopt;
  if (const int month = month_of(words[0]); month > 0)
    return Parts{.year = number_of(words[2]), .month = month, .day = day_of(words[1])};
  if (const int month = month_of(words[1]); month > 0)
    return Parts{.year = number_of(words[2]), .month = month, .day = day_of(words[0])};
  return std::nullopt;
}

// 3/15/2026 and 15.03.2026 can be read in one way only; 3/4/2026 in two, and a guess would be worse than none.
std::optional<Parts> parts_by_number(const std::vector<std::string_view>& words) {
  const auto short_number = [](std::string_view word) { return all_digits(word) && word.size() <= 2; };
  if (is_year(words[0]) && short_number(words[1]) && short_number(words[2]))
    return Parts{.year = number_of(words[0]), .month = number_of(words[1]), .day = number_of(words[2])};
  if (!is_year(words[2]) || !short_number(words[0]) || !short_number(words[1])) return std::nullopt;
  const int first = number_of(words[0]);
  const int second = number_of(words[1]);
  if (first <= 12 && second <= 12 && first != second) return std::nullopt;
  return Parts{.year = number_of(words[2]), .month = std::min(first, second), .day = std::max(first, second)};
}

// "2026-03-15T08:30": the day, without the time.
std::string_view without_time(std::string_view text) {
  const bool timed = text.size() > 11 && (text[10] == 'T' || text[10] == ' ') && text[11] >= '0' && text[11] <= '9';
  return timed && parts_in_form(text.substr(0, 10)) ? text.substr(0, 10) : text;
}

std::optional<Parts> parts_in_other_form(std::string_view text) {
  if (text.size() == 8 && all_digits(text))
    return Parts{.year = number_of(text.substr(0, 4)),
                 .month = number_of(text.substr(4, 2)),
                 .day = number_of(text.substr(6, 2))};
  const std::vector<std::string_view> words = words_of(text);
  if (words.size() != 3) return std::nullopt;
  const std::optional<Parts> named = parts_by_name(words);
  return named ? named : parts_by_number(words);
}

std::optional<std::string> suggestion_for(std::string_view text) {
  constexpr std::size_t kLongestForm = 40;
  text = trimmed(text);
  if (text.size() > kLongestForm) return std::nullopt;
  const std::optional<Parts> parts = parts_in_other_form(without_time(text));
  if (!parts || !reason_against(*parts).empty()) return std::nullopt;
  return to_text(date_of(*parts));
}

}  // namespace

DateReading read_date(std::string_view text) {
  const std::optional<Parts> parts = parts_in_form(text);
  if (!parts)
    return DateReading{.date = {}, .reason = "a date is written YYYY-MM-DD", .suggestion = suggestion_for(text)};
  std::string reason = reason_against(*parts);
  if (!reason.empty()) return DateReading{.date = {}, .reason = std::move(reason), .suggestion = {}};
  return DateReading{.date = date_of(*parts), .reason = {}, .suggestion = {}};
}

std::string to_text(Date date) {
  return padded(static_cast<int>(date.year()), 4) + "-" +
         padded(static_cast<int>(static_cast<unsigned>(date.month())), 2) + "-" +
         padded(static_cast<int>(static_cast<unsigned>(date.day())), 2);
}

std::string written_out(Date date) {
  if (!date.month().ok()) return to_text(date);
  return month_name(date) + " " + std::to_string(static_cast<unsigned>(date.day())) + ", " +
         std::to_string(static_cast<int>(date.year()));
}

int days_between(Date from, Date to) {
  return static_cast<int>((std::chrono::sys_days{to} - std::chrono::sys_days{from}).count());
}

// The largest n with add_months(from, n) <= to: January 31 to February 28 is one month.
int whole_months(Date from, Date to) {
  const auto months = std::chrono::year_month{to.year(), to.month()} -
                      std::chrono::year_month{from.year(), from.month()};
  const int count = static_cast<int>(months.count());
  return std::max(0, add_months(from, count) <= to ? count : count - 1);
}

Date add_months(Date date, int months) {
  const Date later = date + std::chrono::months{months};
  if (later.ok()) return later;
  return Date{std::chrono::year_month_day_last{later.year(), std::chrono::month_day_last{later.month()}}};
}

Date add_days(Date date, int days) {
  return Date{std::chrono::sys_days{date} + std::chrono::days{days}};
}

}  // namespace cpm::base
