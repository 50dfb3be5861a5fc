#include "render/calendar.h"

#include <doctest/doctest.h>

#include "base/text.h"

using namespace cpm;

namespace {

base::Date day(int year, unsigned month, unsigned in_month) {
  return base::Date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{in_month}};
}

bool has(const std::string& whole, std::string_view part) {
  return whole.find(part) != std::string::npos;
}

report::CalendarEvent event() {
  return report::CalendarEvent{
      .uid = "a/b@cpm", .first = day(2026, 12, 30), .last = day(2027, 1, 1), .summary = "One; two, three\\four"};
}

}  // namespace

TEST_CASE("an all-day event ends on the day after its last, and is stamped by the as-of date") {
  const std::string text = render::calendar_text({.as_of = day(2026, 3, 31), .events = {event()}});
  CHECK(text.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
  CHECK(has(text, "\r\nDTSTAMP:20260331T000000Z\r\n"));
  CHECK(has(text, "\r\nDTSTART;VALUE=DATE:20261230\r\nDTEND;VALUE=DATE:20270102\r\n"));
  CHECK(has(text, "\r\nTRANSP:TRANSPARENT\r\n"));
  CHECK_FALSE(has(text, "STATUS"));
  CHECK(text == render::calendar_text({.as_of = day(2026, 3, 31), .events = {event()}}));
}

TEST_CASE("signs with a meaning are escaped, lines of the description stay lines") {
  report::CalendarEvent made = event();
  made.description = {"a\nb", "c"};
  made.place = "x;y";
  made.cancelled = true;
  const std::string text = render::calendar_text({.as_of = day(2026, 3, 31), .events = {made}});
  CHECK(has(text, "\r\nSUMMARY:One\\; two\\, three\\\\four\r\n"));
  CHECK(has(text, "\r\nDESCRIPTION:a b\\nc\r\n"));
  CHECK(has(text, "\r\nLOCATION:x\\;y\r\n"));
  CHECK(has(text, "\r\nSTATUS:CANCELLED\r\n"));
}

TEST_CASE("a line of any length ends in CR LF, and folds have something behind them") {
  for (std::size_t length = 1; length < 320; ++length) {
    CAPTURE(length);
    const std::string summary(length, 'x');
    report::CalendarEvent made = event();
    made.summary = summary;
    const std::string text = render::calendar_text({.as_of = day(2026, 3, 31), .events = {made}});
    std::string unfolded;
    for (const std::string_view line : base::split(text, '\n')) {
      if (line.empty()) continue;
      REQUIRE(line.ends_with('\r'));
      CHECK(line.size() <= 76);
      CHECK(line.size() > (line.starts_with(' ') ? 2U : 1U));
      const std::string_view words = line.substr(0, line.size() - 1);
      CHECK(words.find('\r') == std::string_view::npos);
      unfolded += line.starts_with(' ') ? std::string(words.substr(1)) : "\n" + std::string(words);
    }
    CHECK(unfolded.find("\nSUMMARY:" + summary + "\n") != std::string::npos);
  }
}
