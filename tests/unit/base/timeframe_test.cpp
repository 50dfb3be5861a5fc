#include "base/timeframe.h"

#include <doctest/doctest.h>

#include "tests/support/build_model.h"
#include "tests/support/holds.h"

using namespace cpm;
using test::date;
using test::Holds;

namespace {

/// "first to last", or why there is none.
std::string days(std::string_view text) {
  const base::TimeframeReading reading = base::read_timeframe(text);
  if (!reading.timeframe) return reading.reason;
  return base::to_text(reading.timeframe->first) + " to " + base::to_text(reading.timeframe->last);
}

/// The only form that is right; what is asked where that is not sure. `fiscal_start`: the month, where the county says it.
std::string meant(std::string_view text, std::optional<unsigned> fiscal_start = {}) {
  const base::TimeframeReading reading = base::read_timeframe(text, fiscal_start);
  CHECK_FALSE(reading.timeframe.has_value());
  CHECK_FALSE(reading.reason.empty());
  return reading.suggestions.size() == 1 && reading.sure ? reading.suggestions.front() : "? " + reading.help;
}

std::string round_trip(std::string_view text) {
  return base::to_text(base::read_timeframe(text).timeframe.value());
}

}  // namespace

TEST_CASE("a day, a month and a quarter have a first and a last day") {
  CHECK(days("2026-11-15") == "2026-11-15 to 2026-11-15");
  CHECK(days("2026-11") == "2026-11-01 to 2026-11-30");
  CHECK(days("2028-02") == "2028-02-01 to 2028-02-29");
  CHECK(days("2026-Q1") == "2026-01-01 to 2026-03-31");
  CHECK(days("2026-Q4") == "2026-10-01 to 2026-12-31");
}

TEST_CASE("what is none says why") {
  CHECK(days("2026-13") == "there is no month 13");
  CHECK(days("2026-00") == "there is no month 0");
  CHECK(days("2026-Q5") == "a year has the quarters Q1 to Q4");
  CHECK(days("2026-Q0") == "a year has the quarters Q1 to Q4");
  CHECK(days("0206-11") == "the year is not between 1900 and 2199");
  CHECK(days("2026-02-30") == "February 2026 has 28 days");
  CHECK(days("soon") == Holds{"a month YYYY-MM"});
}

TEST_CASE("a timeframe is written as a file has it, as prose has it, and in a sentence") {
  for (const char* text : {"2026-11-15", "2026-11", "2026-Q4"}) CHECK(round_trip(text) == text);
  CHECK(base::written_out(base::whole_day(date("2026-11-15"))) == "November 15, 2026");
  CHECK(base::written_out(base::whole_month(2026, 11)) == "November 2026");
  CHECK(base::written_out(base::whole_quarter(2026, 4)) == "October to December 2026");
  CHECK(base::when(base::whole_day(date("2026-11-15"))) == "on 2026-11-15");
  CHECK(base::when(base::whole_month(2026, 11)) == "in November 2026");
  CHECK(base::by_when(base::whole_quarter(2026, 4)) == "by the end of December 2026");
}

TEST_CASE("a timeframe moves by months and keeps its kind") {
  CHECK(base::to_text(base::moved(base::whole_month(2026, 11), 3)) == "2027-02");
  CHECK(base::to_text(base::moved(base::whole_quarter(2026, 4), 3)) == "2027-Q1");
  CHECK(base::to_text(base::moved(base::whole_day(date("2026-08-31")), 3)) == "2026-11-30");
}

TEST_CASE("other ways to write a month or a day have one right form") {
  for (const char* text : {"November 2026", "Nov. 2026", "2026 Nov", "11/2026", "2026/11", "by November 2026"})
    CHECK(meant(text) == "2026-11");
  CHECK(base::read_timeframe("end of November 2026").suggestions == std::vector<std::string>{"2026-11", "2026-11-30"});
  for (const char* text : {"Nov. '26", "Nov ’26"}) CHECK(meant(text) == "2026-11");
  for (const char* text : {"2026-q4", "2026Q4", "2026q4"}) CHECK(meant(text) == "2026-Q4");
  CHECK(meant("2026Q5") != Holds{"2026-Q"});
  CHECK(meant("2-Jun-09") == "2009-06-02");
  CHECK(meant("June 2, 2027") == "2027-06-02");
}

TEST_CASE("quarters, seasons and years are a question") {
  CHECK(meant("Q4 2026") == Holds{"2026-Q4 (October to December 2026) for the calendar year"});
  CHECK(meant("4th quarter 2026") == Holds{"2026-Q2 (April to June 2026) or 2027-Q2 (April to June 2027)"});
  CHECK(meant("FY 26-27 Q2") == Holds{"if the fiscal year begins in July, write 2026-Q4"});
  CHECK(meant("FY 2026-27 Q3") == Holds{"write 2027-Q1 (January to March 2027)"});
  CHECK(meant("Q1 FY27") == Holds{"write 2026-Q3 (July to September 2026) for the one that ends in 2027, or 2027-Q3"});
  CHECK(meant("Fall 2026") == Holds{"2026-09, 2026-10, 2026-11 or 2026-Q4"});
  CHECK(meant("Winter 2026") == Holds{"2026-12, 2026-01, 2026-02 or 2026-Q1"});
  CHECK(meant("end of 2026") == Holds{"such as 2026-Q4 or 2026-12"});
  for (const char* text : {"FY2026-27", "FY 2026-27", "SFY 26/27", "FY 2026/2027"}) {
    CHECK(days(text) == "it names a fiscal year, and a quarter, a month or a day is needed");
    CHECK(meant(text) == Holds{"such as 2026-Q4 or 2026-12"});
  }
  CHECK(meant("FFY 2027") == Holds{"such as 2027-Q1 or 2027-03"});
  CHECK(days("fiscal year") != Holds{"it names a fiscal year"});
}

TEST_CASE("the county's fiscal year says which months its quarters are, and stays a question") {
  constexpr unsigned kOctober = 10;
  CHECK(meant("FY 2026-27 Q2", kOctober) == Holds{"begins in October: write 2027-Q1 (January to March 2027)"});
  CHECK(base::read_timeframe("FY 2026-27 Q2", kOctober).suggestions == std::vector<std::string>{"2027-Q1"});
  CHECK(base::read_timeframe("FY 2026-27 Q2").suggestions.empty());
  CHECK(meant("Q2 FY27", kOctober) ==
        Holds{"2027-Q1 (January to March 2027) for the one that ends in 2027, or 2028-Q1"});
  CHECK(meant("Q4 2026", kOctober) ==
        Holds{"which begins in October, write 2026-Q3 (July to September 2026) or 2027-Q3 (July to September 2027)"});
}

TEST_CASE("a fiscal year from January on is the calendar year") {
  CHECK(meant("Q4 2026", 1) == Holds{"write 2026-Q4 (October to December 2026): the county's fiscal year is the cal"});
  CHECK(meant("Q4 FY26", 1) == Holds{"begins in January: write 2026-Q4 (October to December 2026)"});
  CHECK(meant("FY 2026-27 Q2", 1) == Holds{"write 2026-Q2 (April to June 2026) or 2027-Q2 (April to June 2027)"});
  CHECK(base::read_timeframe("FY 2026-27 Q2", 1).suggestions.empty());
}

TEST_CASE("a fiscal quarter that is no quarter of the calendar is asked by its months") {
  CHECK(meant("FY 2026-27 Q2", 8) == Holds{"begins in August: write a month from 2026-11 to 2027-01"});
  CHECK(base::read_timeframe("FY 2026-27 Q2", 8).suggestions.empty());
}

TEST_CASE("a season of a fiscal year lies in that year") {
  CHECK(meant("Spring FY 2026-27") == Holds{"if the fiscal year begins in July, that is 2027-03, 2027-04, 2027-05 or"});
  CHECK(meant("Winter 2026-27", 7) == Holds{"such as 2026-12, 2027-01, 2027-02 or 2027-Q1 (January to March 2027)"});
  CHECK(meant("Winter 2026-27") != Holds{"fiscal"});
  CHECK(meant("Fall FY 2026-27", 10) == Holds{"that is 2026-10, 2026-11, 2027-09 or 2026-Q4"});
  CHECK(meant("Fall FY27", 7) == Holds{"2026-Q4 (October to December 2026) for the one that ends in 2027, or 2027-09"});
  CHECK(meant("Fall FY27", 1) == Holds{"such as 2027-09, 2027-10, 2027-11 or 2027-Q4"});
  CHECK(meant("Fall 2026", 10) == meant("Fall 2026"));
}

TEST_CASE("a month that is about right is the month, as a question") {
  for (const char* text : {"mid November 2026", "mid-November 2026", "early November 2026", "late Nov. 2026",
                           "early/late November 2026", "beginning of November 2026", "Around November 2026"}) {
    CHECK(meant(text) == "? write 2026-11 for the month, or the day that is meant");
    CHECK(base::read_timeframe(text).suggestions == std::vector<std::string>{"2026-11"});
  }
  for (const char* text : {"mid-November", "November", "end of Nov"})
    CHECK(meant(text) == "? write the month with its year, as in YYYY-11, or the day that is meant");
  CHECK(meant("mid-2026") == Holds{"such as 2026-Q2 or 2026-Q3"});
  CHECK(meant("early 2027") == Holds{"such as 2027-Q1 or 2027-01"});
  CHECK(meant("late 2026") == Holds{"such as 2026-Q4 or 2026-12"});
}

TEST_CASE("three months that are a quarter are the quarter") {
  for (const char* text :
       {"Oct-Dec 2026", "Oct \xE2\x80\x93 Dec 2026", "October to December 2026", "from October through December 2026",
        "between October and December 2026", "October, November and December 2026", "Oct 2026 - Dec 2026",
        "2026 Oct-Dec", "10/2026 - 12/2026", "2026-10 to 2026-12"})
    CHECK(meant(text) == "2026-Q4");
  CHECK(meant("Jan-Mar 2027") == "2027-Q1");
  CHECK(meant("Oct/Nov/Dec 2026") == "? write 2026-Q4 for all of them, or the month that is meant");
}

TEST_CASE("other months at once are a question") {
  for (const char* text : {"November/December 2026", "Nov or Dec 2026", "November & December 2026", "Nov, Dec 2026"})
    CHECK(meant(text) == "? write the one that is meant: 2026-11 or 2026-12");
  CHECK(meant("October/December 2026") == "? write the one that is meant: 2026-10 or 2026-12");
  CHECK(meant("Nov 2026 - Jan 2027") == Holds{"the first month is 2026-11, the last 2027-01"});
  CHECK(meant("Jul-Dec 2026") == Holds{"the first month is 2026-07, the last 2026-12"});
  CHECK(meant("Nov-Feb 2026") == Holds{"with its year"});
  CHECK(meant("Oct-Dec") == Holds{"with its year, such as YYYY-11 or YYYY-Q4"});
  for (const char* text :
       {"Oct 1 - Dec 31, 2026", "Oct-Dec 2026, then monthly", "11/5/2026", "Nov 5 2026", "10-12 2026"})
    CHECK(meant(text) != Holds{"2026-Q4"});
}

TEST_CASE("words that name no date say where they belong") {
  CHECK(meant("Quarterly") == Holds{"`monitor_every`"});
  CHECK(meant("ongoing") == Holds{"`status: in_progress`"});
  for (const char* text : {"TBD", "as needed", "ad hoc", "to be determined"})
    CHECK(meant(text) == Holds{"leave the line out until there is a date"});
  for (const char* text : {"weekly", "Daily", "every week", "every two weeks", "every 2 weeks"})
    CHECK(meant(text) == Holds{"`month` is the shortest rhythm"});
  for (const char* text : {"biennially", "every two years", "every 2 years", "every other year", "every 2nd year"})
    CHECK(meant(text) == Holds{"`year` is the longest rhythm"});
  for (const char* text : {"every 3 months", "every year", "twice a year", "every November"})
    CHECK(meant(text) == Holds{"how often it is repeated goes into `monitor_every`"});
  CHECK(meant("every 15 November") != Holds{"`monitor_every`"});
  CHECK(meant("monthly, starting 2026-09") ==
        Holds{"the first date, 2026-09, here; how often it is repeated goes into"});
  CHECK(meant("2026-11, then quarterly") == Holds{"the first date, 2026-11, here; how often it is repeated goes into"});
  CHECK(meant("weekly from 2026-11-03") ==
        Holds{"2026-11-03, here; in `monitor_every` of a step, `month` is the shortest"});
}
