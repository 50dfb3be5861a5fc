#include "base/date.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace cpm::base {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"January",   "February", "March",    "April",
                                                      "May",       "June",     "July",     "August",
                                                      "September", "October",  "November", "December"};

std::string_view month_of(Date date) {
  return month_name(static_cast<unsigned>(date.month()));
}

}  // namespace

std::string_view month_name(unsigned month) {
  return kMonths[month - 1];
}

std::string to_text(Date date) {
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

std::string written_out(Date date) {
  if (!date.month().ok()) return to_text(date);
  return fmt::format("{} {}, {}", month_of(date), static_cast<unsigned>(date.day()), static_cast<int>(date.year()));
}

std::string month_text(Date date) {
  return fmt::format("{} {}", month_of(date), static_cast<int>(date.year()));
}

std::string quarter_text(int year, unsigned quarter) {
  const auto month = [year](unsigned number) { return std::chrono::year{year} / std::chrono::month{number} / 1; };
  return fmt::format("{} to {}", month_of(month(quarter * 3 - 2)), month_text(month(quarter * 3)));
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
