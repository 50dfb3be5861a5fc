// iCalendar (RFC 5545) for calendar programs.
#include <string_view>

#include <fmt/format.h>

#include "base/text.h"
#include "base/utf8.h"
#include "render/writers.h"

namespace cpm::render {
namespace {

using report::Calendar;
using report::CalendarEvent;

constexpr std::size_t kLineOctets = 75;  // RFC 5545, section 3.1, without the line end

/// One property, folded: what follows a fold begins with a space. No character is split.
void put_property(std::string& out, std::string_view line) {
  std::size_t room = kLineOctets;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t bytes = base::code_point_at(line, at).bytes;
    if (bytes > room) {
      out += "\r\n ";
      room = kLineOctets - 1;
    }
    out += line.substr(at, bytes);
    room -= bytes;
    at += bytes;
  }
  out += "\r\n";
}

/// A text of a file as a value of type TEXT (section 3.3.11). It has no line ends of its own.
std::string value_text(std::string_view text) {
  std::string value;
  for (const char c : base::visible(text)) {
    if (c == '\\' || c == ';' || c == ',') value += '\\';
    value += c;
  }
  return value;
}

std::string lines_value(const std::vector<std::string>& lines) {
  std::string value;
  for (const std::string& line : lines) value.append(value.empty() ? "" : "\\n").append(value_text(line));
  return value;
}

std::string day_text(base::Date date) {
  return fmt::format("{:04}{:02}{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

/// Days since 1970: a later export has a larger number, so that calendar programs take its dates for the newer ones.
std::int64_t sequence_of(base::Date as_of) {
  return std::chrono::sys_days{as_of}.time_since_epoch().count();
}

/// A month without the day has its last day instead; `BYMONTHDAY` alone would pass it over (section 3.3.10).
std::string rule_text(const CalendarEvent& event) {
  std::string rule = fmt::format("FREQ=MONTHLY;INTERVAL={};UNTIL={}", event.every_months, day_text(event.until));
  const auto day = static_cast<unsigned>(event.first.day());
  if (event.at_month_end) return rule + ";BYMONTHDAY=-1";
  if (day <= 28) return rule;
  rule += ";BYMONTHDAY=28";
  for (unsigned next = 29; next <= day; ++next) rule += fmt::format(",{}", next);
  return rule + ";BYSETPOS=-1";
}

void put_event(std::string& out, const CalendarEvent& event, base::Date as_of) {
  const std::string stamp = day_text(as_of) + "T000000Z";
  put_property(out, "BEGIN:VEVENT");
  put_property(out, "UID:" + value_text(event.uid));
  put_property(out, "DTSTAMP:" + stamp);
  put_property(out, "LAST-MODIFIED:" + stamp);
  put_property(out, fmt::format("SEQUENCE:{}", sequence_of(as_of)));
  put_property(out, "DTSTART;VALUE=DATE:" + day_text(event.first));
  put_property(out, "DTEND;VALUE=DATE:" + day_text(base::add_days(event.last, 1)));  // DTEND is not included
  if (event.every_months > 0) put_property(out, "RRULE:" + rule_text(event));
  put_property(out, "SUMMARY:" + value_text(event.summary));
  if (!event.description.empty()) put_property(out, "DESCRIPTION:" + lines_value(event.description));
  if (!event.place.empty()) put_property(out, "LOCATION:" + value_text(event.place));
  if (event.canceled) put_property(out, "STATUS:CANCELLED");
  put_property(out, "TRANSP:TRANSPARENT");
  put_property(out, "END:VEVENT");
}

}  // namespace

std::string calendar_text(const Calendar& calendar) {
  std::string out;
  put_property(out, "BEGIN:VCALENDAR");
  put_property(out, "VERSION:2.0");
  put_property(out, "PRODID:-//cpm//plan calendar//EN");
  put_property(out, "METHOD:PUBLISH");
  if (!calendar.name.empty()) {
    put_property(out, "NAME:" + value_text(calendar.name));          // RFC 7986
    put_property(out, "X-WR-CALNAME:" + value_text(calendar.name));  // what programs before it read
  }
  for (const CalendarEvent& event : calendar.events) put_event(out, event, calendar.as_of);
  put_property(out, "END:VCALENDAR");
  return out;
}

}  // namespace cpm::render
