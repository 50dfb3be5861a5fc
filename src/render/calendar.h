#pragma once
// iCalendar (RFC 5545) for calendar programs, written by libical: escaping, folding and line ends are its business.
#include <string>

#include "report/calendar.h"

namespace cpm::render {

/// All-day events without alarms that block no time. The same calendar gives the same bytes: the time stamp is the
/// as-of date, never the clock.
std::string calendar_text(const report::Calendar& calendar);

}  // namespace cpm::render
