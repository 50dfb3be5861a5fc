// Months that are no more than about right, and several months at once: "mid-November 2026", "Oct-Dec 2026".
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/date_words.h"
#include "base/text.h"
#include "base/timeframe_words.h"

namespace cpm::base {
namespace {

constexpr int kMonthsAYear = 12;

bool is_one_of(std::string_view word, std::span<const std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

std::string form_of(int year, int month) {
  return to_text(whole_month(year, static_cast<unsigned>(month)));
}

// About a month, or a year

/// "early", "mid" and "late" say less than a month, and not which days.
bool is_vague(std::string_view word) {
  constexpr std::array<std::string_view, 14> kVague = {"early", "mid",           "middle", "late", "beginning",
                                                       "start", "first",         "half",   "last", "around",
                                                       "about", "approximately", "approx", "circa"};
  return is_one_of(word, kVague);
}

/// "mid 2026" is one of two quarters.
std::string quarters_about(const TimeWords& words, int year) {
  const auto quarter = [year](unsigned number) { return to_text(whole_quarter(year, number)); };
  if (has_word(words, "mid") || has_word(words, "middle")) return fmt::format("{} or {}", quarter(2), quarter(3));
  const bool late = has_word(words, "late") || has_word(words, "last");
  return late ? fmt::format("{} or {}", quarter(4), form_of(year, kMonthsAYear))
              : fmt::format("{} or {}", quarter(1), form_of(year, 1));
}

std::optional<TimeframeReading> ask_for_vague_year(const TimeWords& words) {
  TimeWords rest = words;
  const std::size_t vague = std::erase_if(rest, is_vague);
  if (vague == 0 || rest.size() != 1 || rest.front().size() != 4 || year_number(rest.front()) == 0) return std::nullopt;
  return TimeframeReading{.timeframe = {},
                          .reason = "it names a year, and a quarter, a month or a day is needed",
                          .suggestions = {},
                          .help = fmt::format("write the quarter or the month that is meant, such as {}",
                                              quarters_about(words, year_number(rest.front())))};
}

std::optional<TimeframeReading> ask_for_vague_month(const TimeWords& words) {
  TimeWords rest = words;
  const std::size_t vague = std::erase_if(rest, is_vague);
  const auto is_month = [](const std::string& word) { return month_number(word) > 0; };
  const auto month = std::ranges::find_if(rest, is_month);
  if (month == rest.end() || rest.size() > 2) return std::nullopt;
  const int number = month_number(*month);
  if (rest.size() == 1)
    return TimeframeReading{
        .timeframe = {},
        .reason = "it names no year",
        .suggestions = {},
        .help = fmt::format("write the month with its year, as in YYYY-{:02}, or the day that is meant", number)};
  const std::string& year = month == rest.begin() ? rest.back() : rest.front();
  if (vague == 0 || year.size() != 4 || year_number(year) == 0) return std::nullopt;
  const std::string form = form_of(year_number(year), number);
  return TimeframeReading{.timeframe = {},
                          .reason = "it is not the same days for everyone",
                          .suggestions = {form},
                          .help = fmt::format("write {} for the month, or the day that is meant", form),
                          .sure = false};
}

// Several months

/// One of several, with the year beside it, and what joins it to the one before.
struct SpanMonth {
  int month = 0;
  int year = 0;
  bool digits = false;
  std::string joint = {};
};

/// Takes a text apart into months; `failed`: it says something else as well.
class SpanReader {
 public:
  explicit SpanReader(std::string_view text) {
    const std::string plain = with_plain_dashes(lower(text));
    for (std::size_t at = 0; at < plain.size() && !failed_;) {
      const auto alike = is_digit(plain[at]) ? is_digit : is_letter;
      std::size_t end = at;
      while (end < plain.size() && alike(plain[end])) ++end;
      if (end == at)
        joint_ += plain[at++];
      else
        take(plain.substr(at, end - at));
      at = std::max(at, end);
    }
  }

  /// Each with its year; empty where the text is no span. A month without a year has that of its neighbor, 0 where nobody has one.
  std::vector<SpanMonth> months() {
    const bool incomplete = std::ranges::any_of(months_, [](const SpanMonth& one) { return one.month == 0; });
    const auto digits = std::ranges::count_if(months_, &SpanMonth::digits);
    const bool mixed = digits > 0 && static_cast<std::size_t>(digits) < months_.size();
    const bool bare = std::ranges::any_of(months_, [](const SpanMonth& one) { return one.digits && one.year == 0; });
    if (failed_ || months_.size() < 2 || incomplete || mixed || bare) return {};
    for (std::size_t i = months_.size() - 1; i-- > 0;)
      if (months_[i].year == 0) months_[i].year = months_[i + 1].year;
    for (std::size_t i = 1; i < months_.size(); ++i)
      if (months_[i].year == 0) months_[i].year = months_[i - 1].year;
    return months_;
  }

 private:
  void take(const std::string& word) {
    constexpr std::array<std::string_view, 8> kJoints = {"to", "through", "thru", "thro", "until", "till", "and", "or"};
    constexpr std::array<std::string_view, 8> kFillers = {"by", "the", "end", "of", "in", "during", "from", "between"};
    const bool year = word.size() == 4 && year_number(word) > 0;
    const bool digits = all_digits(word) && word.size() <= 2;
    const int month = digits ? digits_value(word) : month_number(word);
    if (is_one_of(word, kJoints))
      joint_ += word;
    else if (year)
      take_year(year_number(word));
    else if (month >= 1 && month <= kMonthsAYear)
      take_month(month, digits);
    else
      failed_ = failed_ || !is_one_of(word, kFillers);
  }

  void take_year(int year) {
    if (months_.empty() || months_.back().month == 0 || months_.back().year != 0) begin();
    months_.back().year = year;
    joint_.clear();
  }

  void take_month(int month, bool digits) {
    if (months_.empty() || months_.back().month != 0) begin();
    months_.back().month = month;
    months_.back().digits = digits;
    joint_.clear();
  }

  void begin() { months_.push_back({.joint = std::string(trimmed(joint_))}); }

  std::vector<SpanMonth> months_;
  std::string joint_;
  bool failed_ = false;
};

int index_of(const SpanMonth& month) {
  return month.year * kMonthsAYear + month.month - 1;
}

bool follow_each_other(const std::vector<SpanMonth>& months) {
  for (std::size_t i = 1; i < months.size(); ++i)
    if (index_of(months[i]) != index_of(months[i - 1]) + 1) return false;
  return true;
}

/// "Oct - Dec": all from the one to the other.
bool is_range(const std::vector<SpanMonth>& months, bool between) {
  constexpr std::array<std::string_view, 6> kRange = {"-", "to", "through", "thru", "until", "till"};
  if (months.size() != 2) return false;
  const std::string& joint = months.back().joint;
  return is_one_of(joint, kRange) || (between && joint == "and");
}

/// The quarter that the months are, and nothing besides.
std::optional<Timeframe> quarter_of_months(const std::vector<SpanMonth>& months, bool range) {
  const SpanMonth& first = months.front();
  const bool three = index_of(months.back()) == index_of(first) + 2;
  if (!three || first.month % 3 != 1 || (!range && !follow_each_other(months))) return std::nullopt;
  return whole_quarter(first.year, static_cast<unsigned>((first.month + 2) / 3));
}

TimeframeReading ask_which_month(const std::vector<SpanMonth>& months, bool range) {
  TimeframeReading reading{.timeframe = {}, .reason = "it names several months"};
  std::vector<std::string> forms;
  for (const SpanMonth& one : months) forms.push_back(form_of(one.year, one.month));
  reading.help = range ? fmt::format("write the month or the quarter that is meant; the first month is {}, the last {}",
                                     forms.front(), forms.back())
                       : fmt::format("write the one that is meant: {}", joined(forms, "or"));
  return reading;
}

std::optional<TimeframeReading> ask_for_span(std::string_view text, const TimeWords& words) {
  const std::vector<SpanMonth> months = SpanReader(text).months();
  if (months.empty()) return std::nullopt;
  if (months.front().year == 0)
    return TimeframeReading{
        .timeframe = {},
        .reason = "it names no year",
        .suggestions = {},
        .help = "write the month or the quarter that is meant with its year, such as YYYY-11 or YYYY-Q4"};
  const bool range = is_range(months, has_word(words, "between"));
  if (index_of(months.back()) <= index_of(months.front()))
    return TimeframeReading{.timeframe = {},
                            .reason = "the months are not in order within one year",
                            .suggestions = {},
                            .help = "write the month or the quarter that is meant with its year"};
  const std::optional<Timeframe> quarter = quarter_of_months(months, range);
  if (!quarter) return ask_which_month(months, range);
  // Months with a slash or an "or" between them can each be meant.
  const bool sure = std::ranges::none_of(months, [](const SpanMonth& one) {
    return one.joint.find('/') != std::string::npos || one.joint.find("or") != std::string::npos;
  });
  TimeframeReading reading{.timeframe = {},
                           .reason = "three months that are a quarter are written YYYY-Q1 to YYYY-Q4",
                           .suggestions = {to_text(*quarter)},
                           .help = {},
                           .sure = sure};
  if (!sure) reading.help = fmt::format("write {} for all of them, or the month that is meant", to_text(*quarter));
  return reading;
}

}  // namespace

std::optional<TimeframeReading> ask_for_months(std::string_view text, const TimeWords& words) {
  if (std::optional<TimeframeReading> vague = ask_for_vague_month(words)) return vague;
  if (std::optional<TimeframeReading> vague = ask_for_vague_year(words)) return vague;
  return ask_for_span(text, words);
}

}  // namespace cpm::base
