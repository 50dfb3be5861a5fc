#include "render/calendar.h"

#include <memory>
#include <string_view>

#include <libical/ical.h>

#include "base/text.h"

namespace cpm::render {
namespace {

using report::Calendar;
using report::CalendarEvent;

struct Free {
  void operator()(icalcomponent* component) const { icalcomponent_free(component); }
  void operator()(char* text) const { icalmemory_free_buffer(text); }
};

icaltimetype all_day(base::Date date) {
  icaltimetype day = icaltime_null_date();
  day.year = static_cast<int>(date.year());
  day.month = static_cast<int>(static_cast<unsigned>(date.month()));
  day.day = static_cast<int>(static_cast<unsigned>(date.day()));
  return day;
}

icaltimetype midnight(base::Date date) {
  icaltimetype time = all_day(date);
  time.is_date = 0;
  time.hour = time.minute = time.second = 0;
  time.zone = icaltimezone_get_utc_timezone();
  return time;
}

/// Lines of the texts of files hold no line ends of their own: those that stand here separate them.
std::string lines_text(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text.append(text.empty() ? "" : "\n").append(base::visible(line));
  return text;
}

icalcomponent* event_of(const CalendarEvent& event, base::Date as_of) {
  icalcomponent* const made = icalcomponent_new_vevent();
  const auto add = [made](icalproperty* property) { icalcomponent_add_property(made, property); };
  add(icalproperty_new_uid(base::visible(event.uid).c_str()));
  add(icalproperty_new_dtstamp(midnight(as_of)));
  add(icalproperty_new_dtstart(all_day(event.first)));
  add(icalproperty_new_dtend(all_day(base::add_days(event.last, 1))));  // the day after: DTEND is not included
  add(icalproperty_new_summary(base::visible(event.summary).c_str()));
  if (!event.description.empty()) add(icalproperty_new_description(lines_text(event.description).c_str()));
  if (!event.place.empty()) add(icalproperty_new_location(base::visible(event.place).c_str()));
  if (event.cancelled) add(icalproperty_new_status(ICAL_STATUS_CANCELLED));
  add(icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT));
  return made;
}

/// libical folds a line together with its end: in lines of just that length a fold stands inside the CR LF, or before it with
/// nothing behind. Both are taken out; readers that look at lines one by one would stumble.
std::string without_empty_folds(std::string text) {
  for (const std::string_view broken : {"\r\r\n \n", "\r\n \r\n"})
    for (std::size_t at = text.find(broken); at != std::string::npos; at = text.find(broken, at))
      text.replace(at, broken.size(), "\r\n");
  return text;
}

}  // namespace

std::string calendar_text(const Calendar& calendar) {
  const std::unique_ptr<icalcomponent, Free> whole(icalcomponent_new_vcalendar());
  icalcomponent_add_property(whole.get(), icalproperty_new_version("2.0"));
  icalcomponent_add_property(whole.get(), icalproperty_new_prodid("-//cpm//plan calendar//EN"));
  for (const CalendarEvent& event : calendar.events)
    icalcomponent_add_component(whole.get(), event_of(event, calendar.as_of));
  const std::unique_ptr<char, Free> text(icalcomponent_as_ical_string_r(whole.get()));
  return without_empty_folds(text.get());
}

}  // namespace cpm::render
