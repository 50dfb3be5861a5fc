// A timeframe as a file must have it, and what people write instead: "November 2026", "ongoing". Parts of a
// year that are a question are in timeframe_quarters.cpp.
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/date_words.h"
#include "base/text.h"
#include "base/timeframe_words.h"

namespace cpm::base {
namespace {

constexpr std::string_view kForms = "a day is written YYYY-MM-DD, a month YYYY-MM, a quarter YYYY-Q1 to YYYY-Q4";

bool is_known_year(int year) {
  return year >= kFirstYear && year <= kLastYear;
}

/// "2026-11" and "2026-Q4"; nothing for another form.
std::optional<TimeframeReading> in_form(std::string_view text) {
  if (text.size() != 7 || text[4] != '-' || !all_digits(text.substr(0, 4)) || !is_digit(text[6])) return std::nullopt;
  const int year = digits_value(text.substr(0, 4));
  const auto number = static_cast<unsigned>(text[6] - '0');
  const bool is_quarter = text[5] == 'Q' || text[5] == 'q';
  if (!is_quarter && !is_digit(text[5])) return std::nullopt;
  TimeframeReading reading;
  if (!is_known_year(year)) {
    reading.reason = fmt::format("the year is not between {} and {}", kFirstYear, kLastYear);
  } else if (is_quarter && (number < 1 || number > 4)) {
    reading.reason = "a year has the quarters Q1 to Q4";
  } else if (is_quarter && text[5] == 'q') {
    reading.reason = "the quarter has a capital Q";
    reading.suggestions = {to_text(whole_quarter(year, number))};
  } else if (is_quarter) {
    reading.timeframe = whole_quarter(year, number);
  } else if (const int month = digits_value(text.substr(5)); month < 1 || month > 12) {
    reading.reason = fmt::format("there is no month {}", month);
  } else {
    reading.timeframe = whole_month(year, static_cast<unsigned>(month));
  }
  return reading;
}

/// "2026Q4": only the dash is missing.
std::optional<TimeframeReading> without_dash(std::string_view text) {
  const bool is_form = text.size() == 6 && all_digits(text.substr(0, 4)) && (text[4] == 'Q' || text[4] == 'q') &&
                       text[5] >= '1' && text[5] <= '4';
  if (!is_form || !is_known_year(digits_value(text.substr(0, 4)))) return std::nullopt;
  const Timeframe quarter = whole_quarter(digits_value(text.substr(0, 4)), static_cast<unsigned>(text[5] - '0'));
  return TimeframeReading{
      .timeframe = {}, .reason = "a quarter is written YYYY-Q1 to YYYY-Q4", .suggestions = {to_text(quarter)}};
}

/// Runs of letters or digits, in lower case: "q4", "2026", "fall".
TimeWords plain_words(std::string_view text) {
  TimeWords words;
  std::string word;
  for (const char c : lower(text)) {
    if (is_digit(c) || is_letter(c)) {
      word += c;
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

/// "by the end of November 2026"
bool says_no_more(std::string_view word) {
  constexpr std::array<std::string_view, 6> kFillers = {"by", "the", "end", "of", "in", "during"};
  return std::ranges::find(kFillers, word) != kFillers.end();
}

TimeWords without_fillers(TimeWords words) {
  std::erase_if(words, [](const std::string& word) { return says_no_more(word); });
  return words;
}

/// "November 2026", "2026 Nov", "11/2026"; nothing for another text. "Nov 26" may be a day.
std::optional<Timeframe> named_month(const TimeWords& words) {
  if (words.size() != 2) return std::nullopt;
  for (const auto& [month, year] : {std::pair{words[0], words[1]}, std::pair{words[1], words[0]}}) {
    if (year.size() != 4 || year_number(year) == 0) continue;
    const int number = all_digits(month) && month.size() <= 2 ? digits_value(month) : month_number(month);
    if (number >= 1 && number <= 12) return whole_month(year_number(year), static_cast<unsigned>(number));
  }
  return std::nullopt;
}

/// "Nov. '26": the apostrophe tells that a year is meant.
std::optional<Timeframe> month_of_short_year(std::string_view text, const TimeWords& words) {
  if (words.size() != 2 || words[1].size() != 2 || year_number(words[1]) == 0) return std::nullopt;
  const auto follows = [&](std::string_view sign) {
    return text.find(std::string(sign) + words[1]) != std::string_view::npos;
  };
  const int month = month_number(words[0]);
  if (month == 0 || !(follows("'") || follows("’") || follows("‘"))) return std::nullopt;
  return whole_month(year_number(words[1]), static_cast<unsigned>(month));
}

TimeframeReading ask_within_year(std::string_view named, const Timeframe& quarter, const Timeframe& month) {
  return {.timeframe = {},
          .reason = fmt::format("it names a {}, and a quarter, a month or a day is needed", named),
          .suggestions = {},
          .help = fmt::format("write the quarter or the month that is meant, such as {} or {}", to_text(quarter),
                              to_text(month))};
}

/// "2026", "end of 2026"
std::optional<TimeframeReading> named_year(const TimeWords& words) {
  const auto is_part = [](const std::string& word) { return word == "year" || year_number(word) > 0; };
  const auto short_numbers = std::ranges::count_if(
      words, [](const std::string& word) { return word.size() == 2 && all_digits(word); });
  if (words.empty() || short_numbers > 1 || !std::ranges::all_of(words, is_part)) return std::nullopt;
  const auto year = std::ranges::find_if(
      words, [](const std::string& word) { return word.size() == 4 && year_number(word) > 0; });
  if (year == words.end()) return std::nullopt;
  const int number = year_number(*year);
  return ask_within_year("year", whole_quarter(number, 4), whole_month(number, 12));
}

/// "FY 2026-27", "FY2026-27", "SFY 26/27", "FFY 2027". One year in it is the one in which nearly all of them end.
std::optional<TimeframeReading> named_fiscal_year(const TimeWords& words) {
  constexpr std::array<std::string_view, 7> kSaid = {"fiscal", "ffy", "sfy", "fy", "year", "state", "federal"};
  std::vector<int> years;
  bool fiscal = false;
  for (std::string_view word : words) {
    const auto* const said = std::ranges::find_if(kSaid, [&](std::string_view one) { return word.starts_with(one); });
    fiscal = fiscal || (said != kSaid.end() && (*said == "fiscal" || said->ends_with("fy")));
    if (said != kSaid.end()) word.remove_prefix(said->size());
    if (word.empty()) continue;
    if (year_number(word) == 0) return std::nullopt;
    years.push_back(year_number(word));
  }
  if (!fiscal || years.empty() || years.size() > 2) return std::nullopt;
  const int year = years.front();
  return years.size() > 1 ? ask_within_year("fiscal year", whole_quarter(year, 4), whole_month(year, 12))
                          : ask_within_year("fiscal year", whole_quarter(year, 1), whole_month(year, 3));
}

/// Words that name no date at all, and where they belong.
struct NoDate {
  std::string_view word;
  std::string_view help;
};
constexpr std::string_view
    kSayRhythm = "write the first date here; how often it is repeated goes into `monitor_every` of a step";
constexpr std::string_view
    kShortRhythm = "write the first date here; in `monitor_every` of a step, `month` is the shortest rhythm";
constexpr std::string_view
    kLongRhythm = "write the first date here; in `monitor_every` of a step, `year` is the longest rhythm";
constexpr std::string_view kLeaveOut = "leave the line out until there is a date";
constexpr std::string_view kGoesOn = "leave the line out; that it goes on is said by `status: in_progress`";
constexpr std::string_view kSayWhen = "write the day or the month";
constexpr std::array<NoDate, 36> kNoDates = {
    {{"monthly", kSayRhythm},      {"quarterly", kSayRhythm},  {"yearly", kSayRhythm},
     {"annually", kSayRhythm},     {"annual", kSayRhythm},     {"biannually", kSayRhythm},
     {"semiannually", kSayRhythm}, {"bimonthly", kSayRhythm},  {"daily", kShortRhythm},
     {"weekly", kShortRhythm},     {"biweekly", kShortRhythm}, {"fortnightly", kShortRhythm},
     {"biennially", kLongRhythm},  {"biennial", kLongRhythm},  {"every", kSayRhythm},
     {"each", kSayRhythm},         {"twice", kSayRhythm},      {"regularly", kSayRhythm},
     {"periodically", kSayRhythm}, {"ongoing", kGoesOn},       {"going", kGoesOn},
     {"continuous", kGoesOn},      {"continuously", kGoesOn},  {"continuing", kGoesOn},
     {"continual", kGoesOn},       {"continually", kGoesOn},   {"immediately", kSayWhen},
     {"asap", kSayWhen},           {"needed", kLeaveOut},      {"necessary", kLeaveOut},
     {"hoc", kLeaveOut},           {"request", kLeaveOut},     {"determined", kLeaveOut},
     {"tbd", kLeaveOut},           {"tba", kLeaveOut},         {"none", kLeaveOut}}};

bool says_repeated(const TimeWords& words) {
  return has_word(words, "every") || has_word(words, "each");
}

/// "every two weeks" and "every other year" are no rhythms of a step, but near to one.
std::string_view help_for_rhythm(const TimeWords& words) {
  for (const std::string_view unit : {"day", "days", "week", "weeks", "weekday"})
    if (has_word(words, unit)) return kShortRhythm;
  const bool several = std::ranges::any_of(words, [](const std::string& word) {
    constexpr std::array<std::string_view, 7> kMore = {"two", "other", "second", "2nd", "three", "four", "five"};
    return std::ranges::find(kMore, word) != kMore.end() || (all_digits(word) && word != "1");
  });
  return several && (has_word(words, "year") || has_word(words, "years")) ? kLongRhythm : kSayRhythm;
}

/// "2026-11" or "2026-11-15" among other words; empty where there is none, or several.
std::string only_date(std::string_view text) {
  std::string date;
  for (std::string_view part : split(text, ' ')) {
    while (!part.empty() && !is_digit(part.back()) && !is_letter(part.back())) part.remove_suffix(1);
    const std::optional<TimeframeReading> reading = in_form(part);
    if (!(reading && reading->timeframe) && !read_date(part).date) continue;
    if (!date.empty()) return {};
    date = part;
  }
  return date;
}

/// "monthly, starting 2026-09": a date, and how often something is repeated from then on.
std::optional<TimeframeReading> date_and_rhythm(std::string_view text, const TimeWords& words) {
  constexpr std::string_view kFirst = "write the first date";
  const auto* const row = std::ranges::find_if(
      kNoDates, [&](const NoDate& one) { return one.help.starts_with(kFirst) && has_word(words, one.word); });
  const std::string date = only_date(text);
  if (row == kNoDates.end() || date.empty()) return std::nullopt;
  const std::string_view help = says_repeated(words) ? help_for_rhythm(words) : row->help;
  return TimeframeReading{.timeframe = {},
                          .reason = "it names a date and how often something is repeated",
                          .suggestions = {},
                          .help = fmt::format("{}, {},{}", kFirst, date, help.substr(kFirst.size()))};
}

std::optional<TimeframeReading> no_date(const TimeWords& words) {
  const bool repeated = says_repeated(words);
  const bool names_month = std::ranges::any_of(words, [](const auto& word) { return month_number(word) > 0; });
  const auto dates_it = [&](const std::string& word) {
    const bool counts = repeated && !names_month && (word == "2nd" || (all_digits(word) && word.size() <= 2));
    return is_digit(word.front()) && !counts;  // "every 2 years" has no day
  };
  if (std::ranges::any_of(words, dates_it)) return std::nullopt;
  const auto* const row = std::ranges::find_if(kNoDates, [&](const NoDate& one) { return has_word(words, one.word); });
  if (row == kNoDates.end()) return std::nullopt;
  const std::string_view help = repeated ? help_for_rhythm(words) : row->help;
  return TimeframeReading{.timeframe = {}, .reason = "it names no date", .suggestions = {}, .help = std::string(help)};
}

TimeframeReading read_other_timeframe(std::string_view text, std::optional<unsigned> fiscal_start) {
  const TimeWords words = without_fillers(plain_words(with_plain_dashes(trimmed(text))));
  if (std::optional<TimeframeReading> rhythm = date_and_rhythm(text, words)) return *std::move(rhythm);
  std::optional<Timeframe> month = named_month(words);
  if (!month) month = month_of_short_year(text, words);
  if (month) {
    TimeframeReading reading{.timeframe = {}, .reason = "a month is written YYYY-MM", .suggestions = {to_text(*month)}};
    // What starts then does not start on the first.
    if (has_word(plain_words(text), "end")) reading.suggestions.push_back(to_text(month->last));
    return reading;
  }
  if (std::optional<TimeframeReading> months = ask_for_months(text, words)) return *std::move(months);
  if (std::optional<TimeframeReading> part = ask_for_part_of_year(words, fiscal_start)) return *std::move(part);
  for (const auto read : {named_year, named_fiscal_year, no_date})
    if (std::optional<TimeframeReading> found = read(words)) return *std::move(found);
  DateReading day = read_date(text);
  const bool says_form = day.suggestions.empty() && day.reason.starts_with("a date is written");
  return {.timeframe = {},
          .reason = says_form ? std::string(kForms) : std::move(day.reason),
          .suggestions = std::move(day.suggestions)};
}

}  // namespace

int year_number(std::string_view word) {
  if (!all_digits(word) || (word.size() != 4 && word.size() != 2)) return 0;
  const int number = digits_value(word) + (word.size() == 2 ? 2000 : 0);
  return is_known_year(number) ? number : 0;
}

TimeframeReading read_timeframe(std::string_view text, std::optional<unsigned> fiscal_start) {
  constexpr std::size_t kLongestForm = 60;
  if (std::optional<TimeframeReading> reading = in_form(text)) return *std::move(reading);
  if (std::optional<TimeframeReading> reading = without_dash(text)) return *std::move(reading);
  if (const DateReading day = read_date(text); day.date)
    return {.timeframe = whole_day(*day.date), .reason = {}, .suggestions = {}};
  if (text.size() > kLongestForm) return {.timeframe = {}, .reason = std::string(kForms)};
  return read_other_timeframe(text, fiscal_start);
}

}  // namespace cpm::base
