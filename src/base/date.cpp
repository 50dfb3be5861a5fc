#include "base/date.h"

#include <algorithm>
#include <array>

namespace cpm::base {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"January",   "February", "March",    "April",
                                                      "May",       "June",     "July",     "August",
                                                      "September", "October",  "November", "December"};

std::string month_of(Date date) {
  return std::string{month_name(static_cast<unsigned>(date.month()))};
}

std::string padded(int number, std::size_t width) {
  std::string digits = std::to_string(number);
  return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

}  // namespace

std::string_view month_name(unsigned month) {
  return kMonths[month - 1];
}

std::string to_text(Date date) {
  return padded(static_cast<int>(date.year()), 4) + "-" +
         padded(static_cast<int>(static_cast<unsigned>(date.month())), 2) + "-" +
         padded(static_cast<int>(static_cast<unsigned>(date.day())), 2);
}

std::string written_out(Date date) {
  if (!date.month().ok()) return to_text(date);
  return month_of(date) + " " + std::to_string(static_cast<unsigned>(date.day())) + ", " +
         std::to_string(static_cast<int>(date.year()));
}

std::string month_text(Date date) {
  return month_of(date) + " " + std::to_string(static_cast<int>(date.year()));
}

std::string quarter_text(int year, unsigned quarter) {
  const auto month = [year](unsigned number) { return std::chrono::year{year} / std::chrono::month{number} / 1; };
  return month_of(month(quarter * 3 - 2)) + " to " + month_text(month(quarter * 3));
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
