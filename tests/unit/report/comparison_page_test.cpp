#include <doctest/doctest.h>

#include "fixtures.h"
#include "score/compare.h"

using namespace cpm;
using namespace cpm::report;
using namespace cpm::report::fixtures;

namespace {

struct Case {
  Case(std::string_view then_scores, std::string_view now_scores)
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
  const std::string page = Case("0122", "1120").page();
  CHECK(has(page,
            "# Comparison: Alder County (example), March 15, 2026 to April 2, 2027\n"
            "> Alder County (example), March 15, 2026 to April 2, 2027. The total of the common items fell from "
            "62.5 % to 50.0 %, down 12.5 points; 1 item went up, 1 went down and 2 stayed the same.\n"));
  CHECK_FALSE(has(page, "different instruments"));
  CHECK(has(page,
            "Organizational Readiness (Organization and Leadership) | 25.0 % | 50.0 % | +25.0 | 2 | 2 of 2 | "
            "2 of 2\n"));
  CHECK(has(page, "Total of common items | 62.5 % | 50.0 % | -12.5 | 4 | 4 of 4 | 4 of 4\n"));
  CHECK(has(page, "## Items up\n"));
  CHECK(has(page, "Title of wd-2 | Workforce Development | 2 (Fully in place) | 0 (Not in place)\n"));
}

TEST_CASE("the change is worked out before rounding") {
  Case third("0000", "0000");
  third.first = instrument(3, 0);
  third.second = instrument(3, 0);
  third.earlier = snapshot(third.first, "100");
  third.later = snapshot(third.second, "110");
  const std::string page = third.page();
  CHECK(has(page, "Total of common items | 16.7 % | 33.3 % | +16.7 |"));
  CHECK(has(page, "rose from 16.7 % to 33.3 %, up 16.7 points"));
}

TEST_CASE("two versions are said on the first line, with the number of common items") {
  Case versions("0122", "1122");
  versions.second.version = text("1.1");
  versions.second.areas[1].items[1].revision = text("2");
  const std::string page = versions.page();
  CHECK(has(page,
            "> Alder County (example), March 15, 2026 to April 2, 2027. The two Snapshots use different instruments "
            "or versions, small 1.0 and small 1.1: they are compared on their 3 common items only."));
  CHECK(has(page, "## Added\n"));
  CHECK(has(page, "Title of wd-2 | Workforce Development | 2 (Fully in place) | reworded\n"));
  CHECK(has(page, "On all of its own items the total is 62.5 % then and 75.0 % now"));
}

TEST_CASE("items newly rated and no longer rated are listed, with the coverage at both dates") {
  Case answers("9122", "1192");
  const std::string page = answers.page();
  CHECK(has(page, "## Newly rated\n"));
  CHECK(has(page, "Title of or-1 | Organizational Readiness | not answered | 1 (Partially in place)\n"));
  CHECK(has(page, "## No longer rated\n"));
  CHECK(has(page, "| 4 | 3 of 4 | 3 of 4\n"));
  const std::string result = json(comparison_result(answers.result));
  CHECK(has(result, R"("newly_rated":[{"item":"or-1","was":null,"area":"or","then":null,"now":1}])"));
  CHECK(has(result, R"("no_longer_rated":[{"item":"wd-1","was":null,"area":"wd","then":2,"now":null}])"));
  CHECK(has(result, R"("same_instrument":true,"common_items":4)"));
}

TEST_CASE("two instruments without a common item cannot be compared") {
  Case strangers("0122", "0122");
  strangers.second.id = text("other");
  const std::string page = strangers.page();
  CHECK(has(page, "They have no item in common, so nothing can be compared."));
  CHECK_FALSE(has(page, "Percent by area"));
  CHECK(has(page, "Title of or-1 | Organizational Readiness | 0 (Not in place) | "));
}

TEST_CASE("a total without scores has no change to state") {
  Case empty("9999", "1122");
  const std::string page = empty.page();
  CHECK(has(page, "cannot be compared: no percent then, 75.0 % now"));
  CHECK(has(page, "| no percent | 75.0 % | no change to state |"));
  CHECK(has(json(comparison_result(empty.result)), R"("change":null)"));
}
