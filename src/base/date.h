#pragma once
// Calendar days as counties write them (YYYY-MM-DD), and the sums that plans need. No clock and no time zone.
#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cpm::base {

using Date = std::chrono::year_month_day;

/// What reading a date found: the day, or why the text names none ("February 2026 has 28 days").
struct DateReading {
  std::optional<Date> date;
  std::string reason;  ///< empty when `date` is there
  /// The days that the text can mean, in the right form: one for `June 2, 2027`, two for `6/2/27`, the American reading first.
  std::vector<std::string> suggestions = {};
};

DateReading read_date(std::string_view text);

/// "March" for 3.
std::string_view month_name(unsigned month);

/// "2026-03-15"
std::string to_text(Date date);
/// "March 15, 2026": for prose.
std::string written_out(Date date);

/// "March 2026"
std::string month_text(Date date);
/// "January to March 2026" for the first quarter of the calendar year.
std::string quarter_text(int year, unsigned quarter);

/// Days from `from` to `to`; negative when `to` is earlier.
int days_between(Date from, Date to);

/// Full calendar months from `from` to `to`: 2018-07-01 to 2019-09-30 is 14 (domain.md section 14).
/// Zero when `to` is less than a month later, or earlier.
int whole_months(Date from, Date to);

/// The same day `months` later; the last day of the month when there is no such day.
Date add_months(Date date, int months);
Date add_days(Date date, int days);

}  // namespace cpm::base
