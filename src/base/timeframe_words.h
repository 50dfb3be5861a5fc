#pragma once
// The words of a text that may name a timeframe: for timeframe_reading and for what it asks, in
// timeframe_months and timeframe_quarters.
#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/ascii.h"
#include "base/timeframe.h"

namespace cpm::base {

/// Words in lower case: runs of letters and digits.
using TimeWords = std::vector<std::string>;

inline bool has_word(const TimeWords& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

inline int digits_value(std::string_view digits) {
  int number = 0;
  for (const char digit : digits) number = number * 10 + (digit - '0');
  return number;
}

/// A year of four digits, or of two for this century; 0 for anything else.
int year_number(std::string_view word);

/// "mid-November 2026", "Oct-Dec 2026": a month that is about right, or several; nothing for other texts.
std::optional<TimeframeReading> ask_for_months(std::string_view text, const TimeWords& words);

/// Quarters, seasons and fiscal years, which are a question; nothing for other words. `fiscal_start`: as for read_timeframe.
std::optional<TimeframeReading> ask_for_part_of_year(const TimeWords& words, std::optional<unsigned> fiscal_start);

}  // namespace cpm::base
