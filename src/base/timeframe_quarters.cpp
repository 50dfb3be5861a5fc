// What is a question until somebody says which months are meant: "Q4 2026", "FY 2026-27 Q2", "Fall 2026", "FY 2026-27".
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text.h"
#include "base/timeframe_words.h"

namespace cpm::base {
namespace {

constexpr unsigned kCalendarMonths = 12;
constexpr unsigned kJuly = 7;  // California's counties

/// When the fiscal year begins, by the county's own settings or as nearly everywhere.
struct FiscalYear {
  unsigned start = kJuly;
  bool known = false;

  bool is_calendar_year() const { return start == 1; }
  std::string month() const { return std::string(month_name(start)); }
};

std::string quarter_choice(int year, unsigned quarter) {
  const Timeframe timeframe = whole_quarter(year, quarter);
  return fmt::format("{} ({})", to_text(timeframe), written_out(timeframe));
}

/// The first month of a quarter of the fiscal year that begins in `year`.
Date first_month(int year, unsigned quarter, const FiscalYear& fiscal) {
  const Date start = std::chrono::year{year} / std::chrono::month{fiscal.start} / 1;
  return add_months(start, static_cast<int>(quarter - 1) * 3);
}

/// The quarter of the calendar that begins with this month, if there is one.
std::optional<Timeframe> quarter_from(Date month) {
  const auto number = static_cast<unsigned>(month.month());
  if (number % 3 != 1) return std::nullopt;
  return whole_quarter(static_cast<int>(month.year()), (number + 2) / 3);
}

std::string month_form(Date month) {
  return to_text(whole_month(static_cast<int>(month.year()), static_cast<unsigned>(month.month())));
}

/// "2026-Q4 (October to December 2026)"; where it is no quarter of the calendar, "a month from 2026-08 to 2026-10".
std::string fiscal_choice(int year, unsigned quarter, const FiscalYear& fiscal) {
  const Date first = first_month(year, quarter, fiscal);
  if (const std::optional<Timeframe> whole = quarter_from(first))
    return quarter_choice(static_cast<int>(first.year()), (static_cast<unsigned>(first.month()) + 2) / 3);
  return fmt::format("a month from {} to {}", month_form(first), month_form(add_months(first, 2)));
}

/// 4 for "q4", "4q", "4th", "fourth" and for the 4 of "quarter 4"; 0 for another word.
unsigned quarter_word(std::string_view word, bool quarter_is_named) {
  constexpr std::array<std::array<std::string_view, 4>, 4> kWords = {{{"q1", "1q", "1st", "first"},
                                                                      {"q2", "2q", "2nd", "second"},
                                                                      {"q3", "3q", "3rd", "third"},
                                                                      {"q4", "4q", "4th", "fourth"}}};
  for (unsigned i = 0; i < kWords.size(); ++i) {
    const auto found = std::ranges::find(kWords[i], word);
    if (found == kWords[i].end()) continue;
    const bool says_q = word.find('q') != std::string_view::npos;
    if (says_q || quarter_is_named) return i + 1;
  }
  if (quarter_is_named && word.size() == 1 && word[0] >= '1' && word[0] <= '4')
    return static_cast<unsigned>(word[0] - '0');
  return 0;
}

/// The years that a text names; `fiscal`: it says so ("FY", "fiscal"), or they follow each other.
struct NamedYears {
  std::vector<int> years = {};
  bool fiscal = false;
};

NamedYears named_years(const TimeWords& words) {
  NamedYears named{.fiscal = has_word(words, "fiscal")};
  for (const std::string& word : words) {
    const bool says_fiscal = word.starts_with("fy");
    named.fiscal = named.fiscal || says_fiscal;
    if (const int year = year_number(std::string_view(word).substr(says_fiscal ? 2 : 0)); year > 0)
      named.years.push_back(year);
  }
  if (named.years.size() == 2 && named.years[1] == named.years[0] + 1) named.fiscal = true;
  return named;
}

/// The years in which a fiscal year can begin that is called by these: one that is called 2027 may begin or end then.
std::vector<int> first_years(const NamedYears& named, const FiscalYear& fiscal) {
  const int year = named.years.front();
  if (fiscal.is_calendar_year() && named.years.size() > 1) return {year, year + 1};
  if (fiscal.is_calendar_year() || named.years.size() > 1) return {year};
  return {year - 1, year};
}

/// "the county's fiscal year begins in October" or "if the fiscal year begins in July".
std::string by_fiscal_year(const FiscalYear& fiscal) {
  return fiscal.known ? fmt::format("the county's fiscal year begins in {}", fiscal.month())
                      : fmt::format("if the fiscal year begins in {}", fiscal.month());
}

/// "A for the fiscal year that ends in 2027, or B for the one that begins then"; only A where there is no B.
std::string choice_by_year(const std::vector<std::string>& choices, int year, const FiscalYear& fiscal) {
  if (choices.size() < 2) return choices.front();
  if (fiscal.is_calendar_year()) return joined(choices, "or");
  return fmt::format("{} for the one that ends in {}, or {} for the one that begins then", choices[0], year,
                     choices[1]);
}

// Quarters

unsigned quarter_in(const TimeWords& words) {
  const bool is_named = has_word(words, "quarter") || has_word(words, "qtr") || has_word(words, "q");
  for (const std::string& word : words)
    if (const unsigned quarter = quarter_word(word, is_named); quarter > 0) return quarter;
  return 0;
}

TimeframeReading ask_for_fiscal_quarter(unsigned quarter, const NamedYears& named, const FiscalYear& fiscal) {
  const std::vector<int> years = first_years(named, fiscal);
  std::vector<std::string> choices;
  for (const int year : years) choices.push_back(fiscal_choice(year, quarter, fiscal));
  TimeframeReading reading{.timeframe = {}, .reason = "it is a quarter of a fiscal year"};
  reading.help = fmt::format("a quarter is written by the calendar; {}{} write {}", by_fiscal_year(fiscal),
                             fiscal.known ? ":" : ",", choice_by_year(choices, named.years.front(), fiscal));
  // The county's settings say which months are meant, and only those who wrote it know whether they meant that.
  const std::optional<Timeframe> only = quarter_from(first_month(years.front(), quarter, fiscal));
  if (fiscal.known && years.size() == 1 && only) reading.suggestions = {to_text(*only)};
  return reading;
}

TimeframeReading ask_for_any_quarter(unsigned quarter, int year, const FiscalYear& fiscal) {
  TimeframeReading reading{.timeframe = {}, .reason = "it can be a quarter of the calendar year or of a fiscal year"};
  if (fiscal.is_calendar_year()) {
    reading.help = fmt::format("write {}: the county's fiscal year is the calendar year",
                               quarter_choice(year, quarter));
    reading.suggestions = {to_text(whole_quarter(year, quarter))};
    return reading;
  }
  const std::string whose = fiscal.known ? fmt::format("the county's fiscal year, which begins in {}", fiscal.month())
                                         : fmt::format("a fiscal year from {} on", fiscal.month());
  reading.help = fmt::format("write {} for the calendar year; for {}, write {} or {}", quarter_choice(year, quarter),
                             whose, fiscal_choice(year - 1, quarter, fiscal), fiscal_choice(year, quarter, fiscal));
  return reading;
}

std::optional<TimeframeReading> ask_for_quarter(const TimeWords& words, const FiscalYear& fiscal) {
  const NamedYears named = named_years(words);
  const unsigned quarter = quarter_in(words);
  if (quarter == 0 || named.years.empty()) return std::nullopt;
  TimeframeReading reading = named.fiscal ? ask_for_fiscal_quarter(quarter, named, fiscal)
                                          : ask_for_any_quarter(quarter, named.years.front(), fiscal);
  reading.sure = false;
  reading.by_fiscal_year = true;
  return reading;
}

// Seasons

struct Season {
  std::string_view word;
  std::array<unsigned, 3> months;
};
constexpr std::array<Season, 5> kSeasons = {{{"spring", {3, 4, 5}},
                                             {"summer", {6, 7, 8}},
                                             {"fall", {9, 10, 11}},
                                             {"autumn", {9, 10, 11}},
                                             {"winter", {12, 1, 2}}}};

/// The months of a season and the quarter that is nearest to it, of a calendar year.
std::string season_choice(const Season& season, int year) {
  std::vector<std::string> choices;
  for (const unsigned month : season.months) choices.push_back(to_text(whole_month(year, month)));
  const unsigned quarter = (season.months[0] + 3) / 3;
  choices.push_back(quarter > 4 ? to_text(whole_quarter(year, 1)) : quarter_choice(year, quarter));
  return joined(choices, "or");
}

/// The same within the fiscal year that begins in `year`.
std::string fiscal_season_choice(const Season& season, int year, const FiscalYear& fiscal) {
  const auto year_of = [&](unsigned month) { return month >= fiscal.start ? year : year + 1; };
  std::vector<std::string> choices;
  for (const unsigned month : season.months) choices.push_back(to_text(whole_month(year_of(month), month)));
  std::ranges::sort(choices);
  const unsigned middle = season.months[1];
  choices.push_back(quarter_choice(year_of(middle), (middle + 2) / 3));
  return joined(choices, "or");
}

std::string season_help(const Season& season, const NamedYears& named, const FiscalYear& fiscal) {
  const std::string write = "write the month or the quarter that is meant";
  if (named.years.empty()) return write;
  if (!named.fiscal || fiscal.is_calendar_year())
    return fmt::format("{}, such as {}", write, season_choice(season, named.years.front()));
  std::vector<std::string> choices;
  for (const int year : first_years(named, fiscal)) choices.push_back(fiscal_season_choice(season, year, fiscal));
  return fmt::format("{}; {}{}, that is {}", write, fiscal.known ? "as " : "", by_fiscal_year(fiscal),
                     choice_by_year(choices, named.years.front(), fiscal));
}

/// "winter 2026-27" lies in both years, whatever a fiscal year is.
bool is_between_years(const Season& season, const NamedYears& named, const TimeWords& words) {
  const bool says_fiscal = std::ranges::any_of(
      words, [](const std::string& word) { return word == "fiscal" || word.starts_with("fy"); });
  return season.word == "winter" && named.years.size() == 2 && named.fiscal && !says_fiscal;
}

TimeframeReading ask_for_winter(int year) {
  return {.timeframe = {},
          .reason = "a season is not the same months for everyone",
          .suggestions = {},
          .help = fmt::format("write the month or the quarter that is meant, such as {}, {}, {} or {}",
                              to_text(whole_month(year, 12)), to_text(whole_month(year + 1, 1)),
                              to_text(whole_month(year + 1, 2)), quarter_choice(year + 1, 1))};
}

std::optional<TimeframeReading> ask_for_season(const TimeWords& words, const FiscalYear& fiscal) {
  const auto* const season = std::ranges::find_if(kSeasons,
                                                  [&](const Season& one) { return has_word(words, one.word); });
  if (season == kSeasons.end()) return std::nullopt;
  const NamedYears named = named_years(words);
  if (is_between_years(*season, named, words)) return ask_for_winter(named.years.front());
  return TimeframeReading{.timeframe = {},
                          .reason = "a season is not the same months for everyone",
                          .suggestions = {},
                          .help = season_help(*season, named, fiscal),
                          .by_fiscal_year = named.fiscal};
}

}  // namespace

std::optional<TimeframeReading> ask_for_part_of_year(const TimeWords& words, std::optional<unsigned> fiscal_start) {
  const bool known = fiscal_start && *fiscal_start >= 1 && *fiscal_start <= kCalendarMonths;
  const FiscalYear fiscal{.start = known ? *fiscal_start : kJuly, .known = known};
  if (std::optional<TimeframeReading> quarter = ask_for_quarter(words, fiscal)) return quarter;
  return ask_for_season(words, fiscal);
}

}  // namespace cpm::base
