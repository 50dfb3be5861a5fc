#include <doctest/doctest.h>

#include <deque>

#include "fixtures.h"
#include "report/score_pages.h"
#include "score/trend.h"
#include "tests/support/holds.h"

using namespace cpm;
using namespace cpm::report;
using namespace cpm::report::fixtures;
using cpm::test::Holds;

namespace {

/// A Snapshot a year, from 2026 on, of a small instrument with two items in each of two areas.
struct Trended {
  explicit Trended(std::initializer_list<std::string_view> answers) {
    int year = 2026;
    for (const std::string_view scores : answers) {
      const model::Instrument& asked = instruments.emplace_back(instrument(2, 2));
      snapshots.push_back(snapshot(asked, scores));
      snapshots.back().date = day(year++, 3, 15);
    }
    lists = built_in();
    workspace.built_in = &lists;
  }

  const score::Trend& trend() {
    std::vector<const score::Scorecard*> pointers;
    for (std::size_t i = 0; i < snapshots.size(); ++i)
      pointers.push_back(&cards.emplace_back(score::scorecard(snapshots[i], instruments[i])));
    result = score::trend(pointers);
    return result;
  }

  std::string page() { return page_text(trend_page(trend(), workspace)); }

  std::deque<model::Instrument> instruments;
  std::deque<model::Snapshot> snapshots;
  std::deque<score::Scorecard> cards;
  model::BuiltIn lists;
  model::Workspace workspace;
  score::Trend result;
};

}  // namespace

TEST_CASE("a trend shows percents by area and date, and the change from the first and from the previous one") {
  const std::string page = Trended({"0122", "1121", "2228"}).page();
  CHECK(
      page ==
      Holds{"# Trend: Alder County (example), March 15, 2026 to March 15, 2028\n"
            "> Alder County (example), March 15, 2026 to March 15, 2028, 3 Snapshots. From the first to the last, the "
            "total of the common items rose from 62.5% to 100.0%, up 37.5 points; 2 items went up, 0 went down and 1 "
            "stayed the same.\n"});
  CHECK(page == Holds{"| 25.0% | 50.0% | 100.0% | +75.0 | +50.0\n"});
  CHECK(page == Holds{"Total of common items | 62.5% | 62.5% | 100.0% | +37.5 | +37.5\n"});
  CHECK(page == Holds{"Total of common items | 4 of 4 | 4 of 4 | 3 of 4\n"});
  CHECK(page == Holds{"## Items up, from the first to the last\n"});
  CHECK(page == Holds{"Title of or-1 | Organizational Readiness | 0 | 1 | 2\n"});
  CHECK(page == Holds{"Title of wd-2 | Workforce Development | 2 | 1 | don't know\n"});
  CHECK(page != Holds{"different"});
  CHECK(page != Holds{"or asks in other words, are left out"});
}

TEST_CASE("versions that differ are said first, with the number of common items") {
  Trended mixed({"0122", "1121", "2222"});
  mixed.instruments[2].version = text("1.1");
  mixed.instruments[2].areas[1].items[1].revision = text("2");
  const std::string page = mixed.page();
  CHECK(page == Holds{"3 Snapshots. The Snapshots use different instruments or versions, "
                      "small 1.0 and small 1.1: they are compared on their 3 common items only."});
  CHECK(page == Holds{"or asks in other words, are left out"});
}

TEST_CASE("Snapshots of one day get names of their own, and nothing in common is said plainly") {
  Trended same({"0122", "1121", "2222"});
  same.snapshots[1].date = same.snapshots[0].date;
  CHECK(same.page() == Holds{"2026-03-15 (2)"});
  Trended none({"0122", "1121", "2222"});
  none.instruments[1].id = text("other");
  const std::string page = none.page();
  CHECK(page == Holds{"0 common items only. They have no items in common, so nothing can be compared.\n"});
  CHECK(page != Holds{"Percent by area"});
}

TEST_CASE("the trend for machines has a figure for each date") {
  Trended small({"0122", "1121", "2228"});
  const std::string result = json(trend_result(small.trend()));
  CHECK(result == Holds{R"({"trend":{"snapshots":[{"county":)"});
  CHECK(result == Holds{R"("same_instrument":true,"common_items":4,)"});
  CHECK(result == Holds{R"("change":37.5,"last_change":37.5)"});
  CHECK(result == Holds{R"("up":[{"item":"or-1","area":"or","ids":["or-1","or-1","or-1"],"scores":[0,1,2]})"});
  CHECK(result == Holds{R"("scores":[2,1,null])"});
}
