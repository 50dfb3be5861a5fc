#include <doctest/doctest.h>

#include "fixtures.h"
#include "report/score_pages.h"
#include "score/compare.h"
#include "tests/support/holds.h"

using namespace cpm;
using namespace cpm::report;
using namespace cpm::report::fixtures;
using cpm::test::Holds;

namespace {

struct Compared {
  Compared(std::string_view then_scores, std::string_view now_scores)
      : first(instrument(2, 2)),
        second(instrument(2, 2)),
        earlier(snapshot(first, then_scores)),
        later(snapshot(second, now_scores)) {
    later.date = day(2027, 4, 2);
    lists = built_in();
    workspace.built_in = &lists;
  }

  std::string page() {
    before = score::scorecard(earlier, first);
    now = score::scorecard(later, second);
    result = score::compare(before, now);
    return page_text(comparison_page(result, workspace));
  }

  model::Instrument first;
  model::Instrument second;
  model::Snapshot earlier;
  model::Snapshot later;
  model::BuiltIn lists;
  model::Workspace workspace;
  score::Scorecard before;
  score::Scorecard now;
  score::Comparison result;
};

}  // namespace

TEST_CASE("a comparison begins with both dates and the change of the total") {
  const std::string page = Compared("0122", "1120").page();
  CHECK(page ==
        Holds{"# Comparison: Alder County (example), March 15, 2026 to April 2, 2027\n"
              "> Alder County (example), March 15, 2026 to April 2, 2027. The total of the common items fell from "
              "62.5% to 50.0%, down 12.5 points; 1 item went up, 1 went down and 2 stayed the same.\n"});
  CHECK(page != Holds{"different instruments"});
  CHECK(page == Holds{"Organizational Readiness (Organization and Leadership) | 25.0% | 50.0% | +25.0 | 2 | 2 of 2 | "
                      "2 of 2\n"});
  CHECK(page == Holds{"Total of common items | 62.5% | 50.0% | -12.5 | 4 | 4 of 4 | 4 of 4\n"});
  CHECK(page == Holds{"## Items up\n"});
  CHECK(page == Holds{"Title of wd-2 | Workforce Development | 2 (Fully in place) | 0 (Not in place)\n"});
}

TEST_CASE("the change is worked out before rounding") {
  Compared third("0000", "0000");
  third.first = instrument(3, 0);
  third.second = instrument(3, 0);
  third.earlier = snapshot(third.first, "100");
  third.later = snapshot(third.second, "110");
  const std::string page = third.page();
  CHECK(page == Holds{"Total of common items | 16.7% | 33.3% | +16.7 |"});
  CHECK(page == Holds{"rose from 16.7% to 33.3%, up 16.7 points"});
}

TEST_CASE("two versions are said on the first line, with the number of common items") {
  Compared versions("0122", "1122");
  versions.second.version = text("1.1");
  versions.second.areas[1].items[1].revision = text("2");
  const std::string page = versions.page();
  CHECK(page ==
        Holds{"> Alder County (example), March 15, 2026 to April 2, 2027. The two Snapshots use different instruments "
              "or versions, small 1.0 and small 1.1: they are compared on their 3 common items only."});
  CHECK(page == Holds{"## Added\n"});
  CHECK(page == Holds{"Title of wd-2 | Workforce Development | 2 (Fully in place) | reworded\n"});
  CHECK(page == Holds{"On all of its own items the total is 62.5% then and 75.0% now"});
}

TEST_CASE("items newly rated and no longer rated are listed, with the coverage at both dates") {
  Compared answers("9122", "1192");
  const std::string page = answers.page();
  CHECK(page == Holds{"## Newly rated\n"});
  CHECK(page == Holds{"Title of or-1 | Organizational Readiness | not answered | 1 (Partially in place)\n"});
  CHECK(page == Holds{"## No longer rated\n"});
  CHECK(page == Holds{"| 4 | 3 of 4 | 3 of 4\n"});
  const std::string result = json(comparison_result(answers.result));
  CHECK(result == Holds{R"("newly_rated":[{"item":"or-1","was":null,"area":"or","then":null,"now":1}])"});
  CHECK(result == Holds{R"("no_longer_rated":[{"item":"wd-1","was":null,"area":"wd","then":2,"now":null}])"});
  CHECK(result == Holds{R"("same_instrument":true,"common_items":4)"});
}

TEST_CASE("two instruments without a common item cannot be compared") {
  Compared strangers("0122", "0122");
  strangers.second.id = text("other");
  const std::string page = strangers.page();
  CHECK(page == Holds{"They have no items in common, so nothing can be compared."});
  CHECK(page != Holds{"Percent by area"});
  CHECK(page == Holds{"Title of or-1 | Organizational Readiness | 0 (Not in place) | "});
}

TEST_CASE("a total without scores cannot be compared") {
  Compared empty("9999", "1122");
  const std::string page = empty.page();
  CHECK(page == Holds{"cannot be compared: no percent then, 75.0% now"});
  CHECK(page == Holds{"| no percent | 75.0% | not comparable |"});
  CHECK(json(comparison_result(empty.result)) == Holds{R"("change":null)"});
}
