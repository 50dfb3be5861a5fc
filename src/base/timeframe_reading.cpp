// A timeframe as a file must have it, and what people write instead: "November 2026", "Q4 2026", "Fall 2026", "ongoing".
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/ascii.h"
#include "base/date_words.h"
#include "base/text.h"
#include "base/timeframe.h"

namespace cpm::base {
namespace {

constexpr std::string_view kForms = "a day is written YYYY-MM-DD, a month YYYY-MM, a quarter YYYY-Q1 to YYYY-Q4";

int digits_of(std::string_view digits) {
  int number = 0;
  for (const char digit : digits) number = number * 10 + (digit - '0');
  return number;
}

bool is_known_year(int year) {
  return year >= kFirstYear && year <= kLastYear;
}

/// A year of four digits, or of two for this century; 0 for anything else.
int year_number(std::string_view word) {
  if (!all_digits(word) || (word.size() != 4 && word.size() != 2)) return 0;
  const int number = digits_of(word) + (word.size() == 2 ? 2000 : 0);
  return is_known_year(number) ? number : 0;
}

/// "2026-11" and "2026-Q4"; nothing for another form.
std::optional<TimeframeReading> in_form(std::string_view text) {
  if (text.size() != 7 || text[4] != '-' || !all_digits(text.substr(0, 4)) || !is_digit(text[6])) return std::nullopt;
  const int year = digits_of(text.substr(0, 4));
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
  } else if (const int month = digits_of(text.substr(5)); month < 1 || month > 12) {
    reading.reason = fmt::format("there is no month {}", month);
  } else {
    reading.timeframe = whole_month(year, static_cast<unsigned>(month));
  }
  return reading;
}

/// Runs of letters or digits, in lower case: "q4", "2026", "fall".
std::vector<std::string> plain_words(std::string_view text) {
  std::vector<std::string> words;
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

bool has_word(const std::vector<std::string>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

/// "by the end of November 2026"
bool says_no_more(std::string_view word) {
  constexpr std::array<std::string_view, 6> kFillers = {"by", "the", "end", "of", "in", "during"};
  return std::ranges::find(kFillers, word) != kFillers.end();
}

std::vector<std::string> without_fillers(std::vector<std::string> words) {
  std::erase_if(words, [](const std::string& word) { return says_no_more(word); });
  return words;
}

/// "November 2026", "2026 Nov", "11/2026"; nothing for another text. "Nov 26" may be a day.
std::optional<Timeframe> named_month(const std::vector<std::string>& words) {
  if (words.size() != 2) return std::nullopt;
  for (const auto& [month, year] : {std::pair{words[0], words[1]}, std::pair{words[1], words[0]}}) {
    if (year.size() != 4 || year_number(year) == 0) continue;
    const int number = all_digits(month) && month.size() <= 2 ? digits_of(month) : month_number(month);
    if (number >= 1 && number <= 12) return whole_month(year_number(year), static_cast<unsigned>(number));
  }
  return std::nullopt;
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

struct NamedQuarter {
  unsigned number = 0;
  std::vector<int> years;
  bool fiscal = false;  ///< "FY", "fiscal", or two years that follow each other
};

std::optional<NamedQuarter> named_quarter(const std::vector<std::string>& words) {
  const bool is_named = has_word(words, "quarter") || has_word(words, "qtr") || has_word(words, "q");
  NamedQuarter found{.number = 0, .years = {}, .fiscal = has_word(words, "fy") || has_word(words, "fiscal")};
  for (const std::string& word : words) {
    const unsigned quarter = found.number == 0 ? quarter_word(word, is_named) : 0;
    const std::string_view digits = std::string_view(word).substr(word.starts_with("fy") ? 2 : 0);
    if (quarter > 0)
      found.number = quarter;
    else if (const int year = year_number(digits); year > 0)
      found.years.push_back(year);
    found.fiscal = found.fiscal || word.starts_with("fy");
  }
  if (found.years.size() == 2 && found.years[1] == found.years[0] + 1) found.fiscal = true;
  if (found.number == 0 || found.years.empty()) return std::nullopt;
  return found;
}

std::string quarter_choice(int year, unsigned quarter) {
  const Timeframe timeframe = whole_quarter(year, quarter);
  return fmt::format("{} ({})", to_text(timeframe), written_out(timeframe));
}

/// Which quarter of the calendar a fiscal quarter is depends on the month in which the fiscal year begins: a question.
TimeframeReading ask_for_quarter(const NamedQuarter& named) {
  const int year = named.years.front();
  // From July on: Q1 and Q2 of 2026-27 lie in 2026, Q3 and Q4 in 2027.
  const auto fiscal = [&named](int first_year) {
    const bool in_first = named.number <= 2;
    return quarter_choice(first_year + (in_first ? 0 : 1), in_first ? named.number + 2 : named.number - 2);
  };
  TimeframeReading reading;
  if (!named.fiscal) {
    reading.reason = "it can be a quarter of the calendar year or of a fiscal year";
    reading.help = fmt::format("write {} for the calendar year; for a fiscal year from July on, write {} or {}",
                               quarter_choice(year, named.number), fiscal(year - 1), fiscal(year));
  } else if (named.years.size() > 1) {
    reading.reason = "it is a quarter of a fiscal year";
    reading.help = fmt::format("a quarter is written by the calendar; if the fiscal year begins in July, write {}",
                               fiscal(year));
  } else {
    reading.reason = "it is a quarter of a fiscal year, and one year does not say which";
    reading.help = fmt::format("a quarter is written by the calendar; for fiscal years from July on, write {} or {}",
                               fiscal(year - 1), fiscal(year));
  }
  return reading;
}

struct Season {
  std::string_view word;
  unsigned months[3];
};
constexpr std::array<Season, 5> kSeasons = {{{"spring", {3, 4, 5}},
                                             {"summer", {6, 7, 8}},
                                             {"fall", {9, 10, 11}},
                                             {"autumn", {9, 10, 11}},
                                             {"winter", {12, 1, 2}}}};

/// "Fall 2026"
std::optional<TimeframeReading> named_season(const std::vector<std::string>& words) {
  for (const Season& season : kSeasons) {
    if (!has_word(words, season.word)) continue;
    TimeframeReading reading{.timeframe = {}, .reason = "a season is not the same months for everyone"};
    const auto year = std::ranges::find_if(words, [](const std::string& word) { return year_number(word) > 0; });
    reading.help = "write the month or the quarter that is meant";
    if (year == words.end()) return reading;
    std::vector<std::string> months;
    for (const unsigned month : season.months) months.push_back(to_text(whole_month(year_number(*year), month)));
    const unsigned quarter = (season.months[0] + 3) / 3;
    months.push_back(quarter > 4 ? to_text(whole_quarter(year_number(*year), 1))
                                 : quarter_choice(year_number(*year), quarter));
    reading.help += ", such as " + joined(months, "or");
    return reading;
  }
  return std::nullopt;
}

/// "2026", "end of 2026", "FY 2026-27"
std::optional<TimeframeReading> named_year(const std::vector<std::string>& words) {
  const auto is_part = [](const std::string& word) {
    return word == "fy" || word == "fiscal" || word == "year" || year_number(word) > 0;
  };
  const auto short_numbers = std::ranges::count_if(
      words, [](const std::string& word) { return word.size() == 2 && all_digits(word); });
  if (words.empty() || short_numbers > 1 || !std::ranges::all_of(words, is_part)) return std::nullopt;
  const auto year = std::ranges::find_if(
      words, [](const std::string& word) { return word.size() == 4 && year_number(word) > 0; });
  if (year == words.end()) return std::nullopt;
  const int number = year_number(*year);
  return TimeframeReading{.timeframe = {},
                          .reason = "it names a year, and a quarter, a month or a day is needed",
                          .suggestions = {},
                          .help = fmt::format("write the quarter or the month that is meant, such as {} or {}",
                                              to_text(whole_quarter(number, 4)), to_text(whole_month(number, 12)))};
}

/// Words that name no date at all, and where they belong.
struct NoDate {
  std::string_view word;
  std::string_view help;
};
constexpr std::string_view
    kSayRhythm = "write the first date here; how often it is repeated goes into `monitor_every` of a step";
constexpr std::string_view kLeaveOut = "leave the line out until there is a date";
constexpr std::string_view kGoesOn = "leave the line out; that it goes on is said by `status: in_progress`";
constexpr std::array<NoDate, 16> kNoDates = {{{"monthly", kSayRhythm},
                                              {"quarterly", kSayRhythm},
                                              {"yearly", kSayRhythm},
                                              {"annually", kSayRhythm},
                                              {"annual", kSayRhythm},
                                              {"weekly", kSayRhythm},
                                              {"every", kSayRhythm},
                                              {"each", kSayRhythm},
                                              {"ongoing", kGoesOn},
                                              {"continuous", kGoesOn},
                                              {"continuing", kGoesOn},
                                              {"immediately", "write the day or the month"},
                                              {"asap", "write the day or the month"},
                                              {"tbd", kLeaveOut},
                                              {"tba", kLeaveOut},
                                              {"none", kLeaveOut}}};

std::optional<TimeframeReading> no_date(const std::vector<std::string>& words) {
  if (std::ranges::any_of(words, [](const std::string& word) { return is_digit(word.front()); })) return std::nullopt;
  for (const NoDate& row : kNoDates)
    if (has_word(words, row.word))
      return TimeframeReading{
          .timeframe = {}, .reason = "it names no date", .suggestions = {}, .help = std::string(row.help)};
  return std::nullopt;
}

TimeframeReading read_other_timeframe(std::string_view text) {
  const std::vector<std::string> words = without_fillers(plain_words(with_plain_dashes(trimmed(text))));
  if (const std::optional<Timeframe> month = named_month(words)) {
    TimeframeReading reading{.timeframe = {}, .reason = "a month is written YYYY-MM", .suggestions = {to_text(*month)}};
    // What starts then does not start on the first.
    if (has_word(plain_words(text), "end")) reading.suggestions.push_back(to_text(month->last));
    return reading;
  }
  if (const std::optional<NamedQuarter> quarter = named_quarter(words)) return ask_for_quarter(*quarter);
  for (const auto read : {named_season, named_year, no_date})
    if (std::optional<TimeframeReading> found = read(words)) return *std::move(found);
  DateReading day = read_date(text);
  const bool says_form = day.suggestions.empty() && day.reason.starts_with("a date is written");
  return {.timeframe = {},
          .reason = says_form ? std::string(kForms) : std::move(day.reason),
          .suggestions = std::move(day.suggestions)};
}

}  // namespace

TimeframeReading read_timeframe(std::string_view text) {
  constexpr std::size_t kLongestForm = 60;
  if (std::optional<TimeframeReading> reading = in_form(text)) return *std::move(reading);
  if (const DateReading day = read_date(text); day.date)
    return {.timeframe = whole_day(*day.date), .reason = {}, .suggestions = {}};
  if (text.size() > kLongestForm) return {.timeframe = {}, .reason = std::string(kForms)};
  return read_other_timeframe(text);
}

}  // namespace cpm::base
