#include "base/date.h"

#include <doctest/doctest.h>

#include "base/text.h"

using namespace cpm::base;

namespace {

Date day(const char* text) {
  const DateReading reading = read_date(text);
  REQUIRE(reading.date.has_value());
  return *reading.date;
}

std::string suggestion(const std::string& text) {
  const DateReading reading = read_date(text);
  CHECK_FALSE(reading.date.has_value());
  CHECK(reading.reason == "a date is written YYYY-MM-DD");
  return reading.suggestions.size() == 1 ? reading.suggestions.front() : "none";
}

std::string reason(const char* text) {
  const DateReading reading = read_date(text);
  CHECK_FALSE(reading.date.has_value());
  CHECK(reading.suggestions.empty());
  return reading.reason;
}

}  // namespace

TEST_CASE("Days in the right form are read and written back") {
  for (const std::string text : {"2018-03-15", "2024-02-29", "1900-01-01", "2199-12-31", "2000-02-29"}) {
    CAPTURE(text);
    const DateReading reading = read_date(text);
    REQUIRE(reading.date.has_value());
    CHECK(reading.reason.empty());
    CHECK(reading.suggestions.empty());
    CHECK(to_text(*reading.date) == text);
  }
}

TEST_CASE("A day that does not exist is refused with the reason") {
  CHECK(reason("2026-02-30") == "February 2026 has 28 days");
  CHECK(reason("2024-02-30") == "February 2024 has 29 days");
  CHECK(reason("1900-02-29") == "February 1900 has 28 days");
  CHECK(reason("2026-04-31") == "April 2026 has 30 days");
  CHECK(reason("2026-01-99") == "January 2026 has 31 days");
  CHECK(reason("2026-13-01") == "there is no month 13");
  CHECK(reason("2026-00-01") == "there is no month 0");
  CHECK(reason("2026-01-00") == "there is no day 0");
  CHECK(reason("1899-12-31") == "the year is not between 1900 and 2199");
  CHECK(reason("2200-01-01") == "the year is not between 1900 and 2199");
}

TEST_CASE("A day in another form is offered in the right one") {
  for (const std::string text : {"3/15/2026",
                                 "03/15/2026",
                                 "15/3/2026",
                                 "15.03.2026",
                                 "2026-3-15",
                                 "2026/03/15",
                                 "2026.3.15",
                                 "20260315",
                                 "March 15, 2026",
                                 "march 15 2026",
                                 "Mar. 15, 2026",
                                 "15 March 2026",
                                 "March 15th, 2026",
                                 " 2026-03-15 ",
                                 "2026-03-15T08:30:00Z",
                                 "2026-03-15 08:30",
                                 "3-15-2026",
                                 "3/15/26",
                                 "15-Mar-26",
                                 "15 Mar 2026",
                                 "2026 March 15",
                                 "Sunday, March 15, 2026",
                                 "the 15th of March 2026",
                                 "March 15, '26",
                                 "15mar2026",
                                 "3/15/2026 9:00 AM",
                                 "2026-03-15 at 9:00 AM",
                                 "March 15, 2026 @ 9 AM",
                                 "2026-03-15-",
                                 "2026-Mar-15",
                                 "2026/3/15",
                                 "03-15-26"}) {
    CAPTURE(text);
    CHECK(suggestion(text) == "2026-03-15");
  }
  CHECK(suggestion("2026-3-5") == "2026-03-05");
  CHECK(suggestion("4/4/2026") == "2026-04-04");
}

TEST_CASE("Both days are shown where a text can be read in two ways, the American reading first") {
  const auto days = [](const char* text) {
    const DateReading reading = read_date(text);
    CHECK_FALSE(reading.date.has_value());
    CHECK(reading.reason == "it can be read in two ways");
    return joined(reading.suggestions, "or");
  };
  CHECK(days("6/2/27") == "2027-06-02 or 2027-02-06");
  CHECK(days("3/4/2026") == "2026-03-04 or 2026-04-03");
  CHECK(days("03.04.2026") == "2026-03-04 or 2026-04-03");
  CHECK(days("04-06-27") == "2027-04-06, 2027-06-04 or 2004-06-27");
}

TEST_CASE("Nothing is offered where a text names no day, and the reason says why") {
  for (const std::string text : {"2026", "", " ", "soon", "spring 2026", "Ma 15, 2026", "1/2/3/2026",
                                 "99999999999999999999", "15-2026-03", "0/0/2026"}) {
    CAPTURE(text);
    CHECK(suggestion(text) == "none");
  }
  CHECK(reason("2/30/2026") == "February 2026 has 28 days");
  CHECK(reason("6/31/27") == "June 2027 has 30 days");
  CHECK(reason("February 30, 2026") == "February 2026 has 28 days");
  CHECK(reason("13/13/2026") == "there is no month 13");
  CHECK(reason("20261301") == "there is no month 13");
  CHECK(reason("March 2026") == "it names a month, and a day is needed");
  CHECK(reason("2026-03") == "it names a month, and a day is needed");
  CHECK(reason("June 2") == "it names no year");
  CHECK(reason("the 2nd of June") == "it names no year");
  CHECK(reason("June 2-4, 2027") == "it names more than one day");
  CHECK(reason("June 2 to July 3, 2027") == "it names more than one day");
  CHECK(reason("2027-06-02 - 2027-06-09") == "it names more than one day");
}

TEST_CASE("Digits of other scripts and bytes that are no text make no date") {
  CHECK(suggestion("\xD9\xA2\xD9\xA0-03-15") == "none");
  CHECK(suggestion("2026-03-1\xFF") == "none");
}

TEST_CASE("Dates are written out for prose") {
  CHECK(written_out(day("2026-03-15")) == "March 15, 2026");
  CHECK(written_out(day("2018-07-01")) == "July 1, 2018");
  CHECK(month_text(day("2018-07-01")) == "July 2018");
  CHECK(quarter_text(2026, 1) == "January to March 2026");
  CHECK(quarter_text(2026, 4) == "October to December 2026");
}

TEST_CASE("Days between two dates count over leap days and backwards") {
  CHECK(days_between(day("2018-07-01"), day("2018-07-01")) == 0);
  CHECK(days_between(day("2024-02-28"), day("2024-03-01")) == 2);
  CHECK(days_between(day("2023-02-28"), day("2023-03-01")) == 1);
  CHECK(days_between(day("2019-01-01"), day("2018-01-01")) == -365);
}

TEST_CASE("Whole months are full calendar months") {
  CHECK(whole_months(day("2018-07-01"), day("2019-09-30")) == 14);
  CHECK(whole_months(day("2018-07-01"), day("2019-10-01")) == 15);
  CHECK(whole_months(day("2018-07-01"), day("2020-07-01")) == 24);
  CHECK(whole_months(day("2018-07-01"), day("2020-06-30")) == 23);
  CHECK(whole_months(day("2018-07-01"), day("2018-07-31")) == 0);
  CHECK(whole_months(day("2018-07-01"), day("2018-06-30")) == 0);
  CHECK(whole_months(day("2018-07-01"), day("2016-06-30")) == 0);
  CHECK(whole_months(day("2019-01-31"), day("2019-02-28")) == 1);
  CHECK(whole_months(day("2019-01-31"), day("2019-02-27")) == 0);
}

TEST_CASE("Months added to the end of a month stay at its end") {
  CHECK(to_text(add_months(day("2019-01-31"), 1)) == "2019-02-28");
  CHECK(to_text(add_months(day("2020-01-31"), 1)) == "2020-02-29");
  CHECK(to_text(add_months(day("2018-07-15"), 18)) == "2020-01-15");
  CHECK(to_text(add_months(day("2019-03-31"), -1)) == "2019-02-28");
}

TEST_CASE("Days are added over months and years") {
  CHECK(to_text(add_days(day("2019-12-31"), 1)) == "2020-01-01");
  CHECK(to_text(add_days(day("2020-03-01"), -1)) == "2020-02-29");
  CHECK(to_text(add_days(day("2026-01-01"), 60)) == "2026-03-02");
}
