#include "render/writers.h"

#include <doctest/doctest.h>

#include "base/text.h"
#include "tests/support/holds.h"
#include "tests/unit/render/sample.h"

using namespace cpm;
using cpm::test::Holds;

namespace {

report::CalendarEvent event() {
  return report::CalendarEvent{.uid = "a/b@cpm",
                               .first = test::date(2026, 12, 30),
                               .last = test::date(2027, 1, 1),
                               .summary = "One; two, three\\four"};
}

}  // namespace

TEST_CASE("an all-day event ends on the day after its last, and is stamped by the as-of date") {
  const std::string text = render::calendar_text({.as_of = test::date(2026, 3, 31), .events = {event()}});
  CHECK(text.starts_with(
      "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//cpm//plan calendar//EN\r\nMETHOD:PUBLISH\r\nBEGIN:VEVENT"));
  CHECK(text == Holds{"\r\nDTSTAMP:20260331T000000Z\r\n"});
  CHECK(text == Holds{"\r\nDTSTART;VALUE=DATE:20261230\r\nDTEND;VALUE=DATE:20270102\r\n"});
  CHECK(text == Holds{"\r\nTRANSP:TRANSPARENT\r\n"});
  CHECK(text != Holds{"STATUS"});
  CHECK(text == render::calendar_text({.as_of = test::date(2026, 3, 31), .events = {event()}}));
}

TEST_CASE("a later export has a larger sequence number, so that calendar programs take its dates") {
  const auto sequence = [](base::Date as_of) {
    const std::string text = render::calendar_text({.as_of = as_of, .events = {event()}});
    const std::size_t at = text.find("\r\nSEQUENCE:");
    REQUIRE(at != std::string::npos);
    return std::stol(text.substr(at + 11));
  };
  CHECK(sequence(test::date(1970, 1, 2)) == 1);
  CHECK(sequence(test::date(2026, 4, 1)) == sequence(test::date(2026, 3, 31)) + 1);
}

TEST_CASE("the name of a calendar stands where old and new programs look for it") {
  const std::string text = render::calendar_text({.as_of = test::date(2026, 3, 31), .name = "Alder; plan"});
  CHECK(text == Holds{"\r\nNAME:Alder\\; plan\r\nX-WR-CALNAME:Alder\\; plan\r\n"});
}

TEST_CASE("an event that repeats says how often and how long, and never leaves out a short month") {
  const auto rule = [](base::Date first, bool at_month_end) {
    report::CalendarEvent made = event();
    made.first = made.last = first;
    made.every_months = 3;
    made.until = test::date(2027, 9, 30);
    made.at_month_end = at_month_end;
    std::string text = render::calendar_text({.as_of = test::date(2026, 3, 31), .events = {made}});
    for (std::size_t fold; (fold = text.find("\r\n ")) != std::string::npos;) text.erase(fold, 3);
    const std::size_t at = text.find("\r\nRRULE:") + 8;
    return text.substr(at, text.find("\r\n", at) - at);
  };
  CHECK(rule(test::date(2026, 10, 15), false) == "FREQ=MONTHLY;INTERVAL=3;UNTIL=20270930");
  CHECK(rule(test::date(2026, 10, 30), false) ==
        "FREQ=MONTHLY;INTERVAL=3;UNTIL=20270930;BYMONTHDAY=28,29,30;BYSETPOS=-1");
  CHECK(rule(test::date(2026, 11, 30), true) == "FREQ=MONTHLY;INTERVAL=3;UNTIL=20270930;BYMONTHDAY=-1");
  CHECK(render::calendar_text({.as_of = test::date(2026, 3, 31), .events = {event()}}) != Holds{"RRULE"});
}

TEST_CASE("characters with a meaning are escaped, lines of the description stay lines") {
  report::CalendarEvent made = event();
  made.description = {"a\nb", "c"};
  made.place = "x;y";
  made.canceled = true;
  const std::string text = render::calendar_text({.as_of = test::date(2026, 3, 31), .events = {made}});
  CHECK(text == Holds{"\r\nSUMMARY:One\\; two\\, three\\\\four\r\n"});
  CHECK(text == Holds{"\r\nDESCRIPTION:a b\\nc\r\n"});
  CHECK(text == Holds{"\r\nLOCATION:x\\;y\r\n"});
  CHECK(text == Holds{"\r\nSTATUS:CANCELLED\r\n"});
}

TEST_CASE("a line of any length ends in CR LF, and folds have something behind them") {
  for (std::size_t length = 1; length < 320; ++length) {
    CAPTURE(length);
    const std::string summary(length, 'x');
    report::CalendarEvent made = event();
    made.summary = summary;
    const std::string text = render::calendar_text({.as_of = test::date(2026, 3, 31), .events = {made}});
    std::string unfolded;
    for (const std::string_view line : base::split(text, '\n')) {
      if (line.empty()) continue;
      REQUIRE(line.ends_with('\r'));
      CHECK(line.size() <= 76);  // with its CR
      CHECK(line.size() > (line.starts_with(' ') ? 2U : 1U));
      const std::string_view words = line.substr(0, line.size() - 1);
      CHECK(words != Holds{"\r"});
      unfolded += line.starts_with(' ') ? std::string(words.substr(1)) : "\n" + std::string(words);
    }
    CHECK(unfolded == Holds{"\nSUMMARY:" + summary + "\n"});
  }
}
