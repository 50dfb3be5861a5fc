#include <doctest/doctest.h>

#include <deque>

#include "fixtures.h"
#include "score/trend.h"

using namespace cpm;
using namespace cpm::report;
using namespace cpm::report::fixtures;

namespace {

/// A Snapshot a year, from 2026 on, of a small instrument with two items in each of two areas.
struct Case {
  explicit Case(std::initializer_list<std::string_view> answers) {
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

TEST_CASE("a trend shows percents by area and date, and the change from the first and from the one before") {
  const std::string page = Case({"0122", "1121", "2228"}).page();
  CHECK(has(page,
            "# Trend: Alder County (example), March 15, 2026 to March 15, 2028\n"
            "> Alder County (example), March 15, 2026 to March 15, 2028, 3 Snapshots. From the first to the last, the "
            "total of the common items rose from 62.5 % to 100.0 %, up 37.5 points; 2 items went up, 0 went down and 1 "
            "stayed the same.\n"));
  CHECK(has(page, "| 25.0 % | 50.0 % | 100.0 % | +75.0 | +50.0\n"));
  CHECK(has(page, "Total of common items | 62.5 % | 62.5 % | 100.0 % | +37.5 | +37.5\n"));
  CHECK(has(page, "Total of common items | 4 of 4 | 4 of 4 | 3 of 4\n"));
  CHECK(has(page, "## Items up, from the first to the last\n"));
  CHECK(has(page, "Title of or-1 | Organizational Readiness | 0 | 1 | 2\n"));
  CHECK(has(page, "Title of wd-2 | Workforce Development | 2 | 1 | don't know\n"));
  CHECK_FALSE(has(page, "different"));
  CHECK_FALSE(has(page, "left out everywhere"));
}

TEST_CASE("versions that differ are said first, with the number of common items") {
  Case mixed({"0122", "1121", "2222"});
  mixed.instruments[2].version = text("1.1");
  mixed.instruments[2].areas[1].items[1].revision = text("2");
  const std::string page = mixed.page();
  CHECK(has(page,
            "3 Snapshots. The Snapshots use different instruments or versions, "
            "small 1.0 and small 1.1: they are compared on their 3 common items only."));
  CHECK(has(page, "left out everywhere"));
}

TEST_CASE("Snapshots of one day get names of their own, and nothing in common is said plainly") {
  Case same({"0122", "1121", "2222"});
  same.snapshots[1].date = same.snapshots[0].date;
  CHECK(has(same.page(), "2026-03-15 (2)"));
  Case none({"0122", "1121", "2222"});
  none.instruments[1].id = text("other");
  const std::string page = none.page();
  CHECK(has(page, "0 common items only. They have no item in common, so nothing can be compared.\n"));
  CHECK_FALSE(has(page, "Percent by area"));
}

TEST_CASE("the trend for machines has a figure for each date") {
  Case small({"0122", "1121", "2228"});
  const std::string result = json(trend_result(small.trend()));
  CHECK(has(result, R"({"trend":{"snapshots":[{"county":)"));
  CHECK(has(result, R"("same_instrument":true,"common_items":4,)"));
  CHECK(has(result, R"("change":37.5,"last_change":37.5)"));
  CHECK(has(result, R"("up":[{"item":"or-1","area":"or","ids":["or-1","or-1","or-1"],"scores":[0,1,2]})"));
  CHECK(has(result, R"("scores":[2,1,null])"));
}
