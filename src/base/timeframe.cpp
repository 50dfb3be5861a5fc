#include "base/timeframe.h"

#include <fmt/format.h>

namespace cpm::base {
namespace {

using std::chrono::month_day_last;
using std::chrono::year_month_day_last;

Timeframe months_from(int year, unsigned month, unsigned count, Sharpness sharpness) {
  const std::chrono::year in{year};
  return Timeframe{.first = in / std::chrono::month{month} / 1,
                   .last = Date{year_month_day_last{in, month_day_last{std::chrono::month{month + count - 1}}}},
                   .sharpness = sharpness};
}

unsigned quarter_number(const Timeframe& timeframe) {
  return (static_cast<unsigned>(timeframe.first.month()) + 2) / 3;
}

}  // namespace

Timeframe whole_day(Date date) {
  return Timeframe{.first = date, .last = date, .sharpness = Sharpness::day};
}

Timeframe whole_month(int year, unsigned month) {
  return months_from(year, month, 1, Sharpness::month);
}

Timeframe whole_quarter(int year, unsigned quarter) {
  return months_from(year, quarter * 3 - 2, 3, Sharpness::quarter);
}

Timeframe moved(const Timeframe& timeframe, int months) {
  const Date first = add_months(timeframe.first, months);
  if (timeframe.sharpness == Sharpness::day) return whole_day(first);
  const int year = static_cast<int>(first.year());
  const auto month = static_cast<unsigned>(first.month());
  return timeframe.sharpness == Sharpness::month ? whole_month(year, month) : whole_quarter(year, (month + 2) / 3);
}

std::string to_text(const Timeframe& timeframe) {
  if (timeframe.sharpness == Sharpness::day) return to_text(timeframe.first);
  const int year = static_cast<int>(timeframe.first.year());
  if (timeframe.sharpness == Sharpness::quarter) return fmt::format("{:04}-Q{}", year, quarter_number(timeframe));
  return fmt::format("{:04}-{:02}", year, static_cast<unsigned>(timeframe.first.month()));
}

std::string written_out(const Timeframe& timeframe) {
  if (timeframe.sharpness == Sharpness::day) return written_out(timeframe.first);
  if (timeframe.sharpness == Sharpness::month) return month_text(timeframe.first);
  return quarter_text(static_cast<int>(timeframe.first.year()), quarter_number(timeframe));
}

std::string when(const Timeframe& timeframe) {
  if (timeframe.sharpness == Sharpness::day) return "on " + to_text(timeframe.first);
  return (timeframe.sharpness == Sharpness::month ? "in " : "in the months from ") + written_out(timeframe);
}

std::string by_when(const Timeframe& timeframe) {
  if (timeframe.sharpness == Sharpness::day) return "by " + to_text(timeframe.first);
  return "by the end of " + month_text(timeframe.last);
}

}  // namespace cpm::base
