#pragma once
// When something is to happen, as sharp as people say it: a day (2026-11-15), a month (2026-11), or a quarter of the calendar
// year (2026-Q4). A start counts from its first day, a due or monitoring date to its last (product.md section 3).
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"

namespace cpm::base {

enum class Sharpness { day, month, quarter };

struct Timeframe {
  Date first{};
  Date last{};  ///< included; the same as `first` for a day
  Sharpness sharpness = Sharpness::day;

  bool operator==(const Timeframe&) const = default;
};

Timeframe whole_day(Date date);
Timeframe whole_month(int year, unsigned month);
Timeframe whole_quarter(int year, unsigned quarter);

/// The same kind of timeframe `months` later; that of the quarter in which its first month then lies.
Timeframe moved(const Timeframe& timeframe, int months);

/// What reading found: the timeframe, or why the text names none and what would be right.
struct TimeframeReading {
  std::optional<Timeframe> timeframe;
  std::string reason = {};  ///< empty when `timeframe` is there
  /// What the text can mean, in the right form; more than one is a question.
  std::vector<std::string> suggestions = {};
  std::string help = {};        ///< what to do instead, where no list of suggestions says it: "leave the line out"
  bool sure = true;             ///< false: the only suggestion is no more than likely
  bool by_fiscal_year = false;  ///< what is said depends on when the fiscal year begins
};

/// `fiscal_start`: the month in which the county's fiscal year begins; nothing: July, which is then said to be a guess.
TimeframeReading read_timeframe(std::string_view text, std::optional<unsigned> fiscal_start = {});

/// "2026-11-15", "2026-11", "2026-Q4": as a file has it.
std::string to_text(const Timeframe& timeframe);
/// "November 15, 2026", "November 2026", "October to December 2026": for prose.
std::string written_out(const Timeframe& timeframe);
/// "on 2026-11-15", "in November 2026", "in the months from October to December 2026": for messages.
std::string when(const Timeframe& timeframe);
/// "by 2026-11-15", "by the end of November 2026", "by the end of December 2026": for what is due or needed.
std::string by_when(const Timeframe& timeframe);

}  // namespace cpm::base
