#pragma once
// Days to remember, as a calendar shows them: all-day events, without any format. render/ writes them as iCalendar.
#include <string>
#include <vector>

#include "base/date.h"

namespace cpm::report {

struct CalendarEvent {
  std::string uid = {};  ///< stays the same as long as the record keeps its file and id
  base::Date first{};
  base::Date last{};  ///< included
  std::string summary = {};
  std::vector<std::string> description = {};  ///< line by line
  std::string place = {};
  int every_months = 0;       ///< repeated so often until `until`; 0: once
  base::Date until{};         ///< included
  bool at_month_end = false;  ///< a month's last day is meant, however long the month is
  bool canceled = false;      ///< programs that have the event drop it
};

struct Calendar {
  base::Date as_of{};
  std::string name = {};  ///< what a calendar program calls it; that of the first plan
  std::vector<CalendarEvent> events = {};
};

}  // namespace cpm::report
