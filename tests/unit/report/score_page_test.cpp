#include <doctest/doctest.h>

#include "fixtures.h"
#include "report/score_pages.h"
#include "tests/support/holds.h"

using namespace cpm;
using namespace cpm::report;
using namespace cpm::report::fixtures;
using cpm::test::Holds;

namespace {

/// One Snapshot of five and five items, scored as given.
struct Scored {
  explicit Scored(std::string_view scores) : asked(instrument(5, 5)), answers(snapshot(asked, scores)) {
    lists = built_in();
    workspace.built_in = &lists;
  }

  std::vector<ScoreView> cards(std::size_t count = 1) const {
    std::vector<ScoreView> views(count);
    for (ScoreView& view : views) view.card = score::scorecard(answers, asked);
    return views;
  }
  std::string page(bool explain = false) const { return page_text(score_page(cards(), workspace, explain)); }

  model::Instrument asked;
  model::Snapshot answers;
  model::BuiltIn lists;
  model::Workspace workspace;
};

}  // namespace

TEST_CASE("a score page answers first and says that the total is pooled") {
  const std::string page = Scored("2222111000").page();
  CHECK(page == Holds{"# Score: Alder County (example), March 15, 2026\n"});
  CHECK(page == Holds{"> Alder County (example), March 15, 2026: 11 of 20 possible points, 55.0%.\n"});
  CHECK(page == Holds{"Organizational Readiness (Organization and Leadership) | 9 of 10 | 90.0% | 5 of 5\n"});
  CHECK(page == Holds{"Total of all items | 11 of 20 | 55.0% | 10 of 10\n"});
  CHECK(page == Holds{"The total counts all items together; it is not the average of the areas."});
}

TEST_CASE("the range is said only when an answer is open") {
  const std::string complete = Scored("2222111000").page();
  CHECK(complete != Holds{"Range"});
  const std::string open = Scored("2229111000").page();
  CHECK(open == Holds{"1 of the 10 items that apply has no score yet; depending on the open answers, the percent "
                      "could be anywhere from 45.0% to 55.0%."});
  CHECK(open == Holds{"Total of all items | 9 of 18 | 50.0% | 9 of 10 | 45.0% to 55.0%\n"});
  CHECK(open == Holds{"Workforce Development | 2 of 10 | 20.0% | 5 of 5 | complete\n"});
  CHECK(open == Holds{"Title of or-4 | Organizational Readiness | not answered | because\n"});
}

TEST_CASE("a not applicable item leaves the possible points and widens no range") {
  const std::string page = Scored("2222111007").page();
  CHECK(page == Holds{"11 of 18 possible points, 61.1%."});
  CHECK(page != Holds{"Range"});
  CHECK(page == Holds{"Title of wd-5 | Workforce Development | not applicable | because\n"});
}

TEST_CASE("a snapshot without any score has no percent but a full range") {
  const Scored nothing("9999999999");
  CHECK(nothing.page() == Holds{"no item has a score yet, so there is no percent."});
  CHECK(nothing.page() == Holds{"Total of all items | 0 of 0 | no percent | 0 of 10 | 0.0% to 100.0%\n"});
  CHECK(
      json(score_result(nothing.cards(), false)) ==
      Holds{
          R"("total":{"points":0,"possible":0,"percent":null,"low":0.0,"high":100.0,"coverage":{"scored":0,"of":10})"});
}

TEST_CASE("every value of the scale has a column with its label, from the top down") {
  const std::string page = Scored("2222111000").page();
  CHECK(page ==
        Holds{"Area | Fully in place (2) | Partially in place (1) | Not in place (0) | Not answered | Don't know | "
              "Not applicable\n"});
  CHECK(page == Holds{"Organizational Readiness | 4 | 1 | 0 | 0 | 0 | 0\n"});
  CHECK(page == Holds{"Workforce Development | 0 | 2 | 3 | 0 | 0 | 0\n"});
}

TEST_CASE("explain shows a sum that a director can check by hand") {
  const std::string page = Scored("2229111000").page(true);
  CHECK(page == Holds{"## Organizational Readiness\n"});
  CHECK(page == Holds{"Title of or-1 (or-1) | 2 (Fully in place) | 2 | 2 | 2 of 2\n"});
  CHECK(page == Holds{"Title of or-4 (or-4) | not answered | not counted | not counted | 6 of 6\n"});
  CHECK(page == Holds{"- Percent: 4 items x top value 2 = 8 possible; 7 points of 8 possible = 87.5%.\n"});
  CHECK(page ==
        Holds{"- Lowest, if every open answer were the lowest value: 10 items x top value 2 = 20 possible; 9 points "
              "of 20 possible = 45.0%.\n"});
  CHECK(page == Holds{"- Highest, if every open answer were the top value, 9 + 2 points: 10 items x top value 2 = 20 "
                      "possible; 11 points of 20 possible = 55.0%.\n"});
  CHECK(page == Holds{"Points: 7 + 2 = 9. Possible: 8 + 10 = 18.\n"});
}

TEST_CASE("figures carry their number and the place they come from") {
  const Scored small("2229111000");
  const Document page = score_page(small.cards(), small.workspace, true);
  const model::Rating& first = small.answers.ratings.front().value;
  bool percent_seen = false;
  bool source_seen = false;
  for (const Block& block : page.blocks) {
    const auto* table = std::get_if<Table>(&block);
    if (table == nullptr) continue;
    for (const auto& row : table->rows) {
      REQUIRE(row.size() == table->columns.size());
      for (const Cell& cell : row) {
        CHECK_FALSE(cell.text.empty());
        if (cell.text == "50.0%") percent_seen = cell.number == base::Tenths{500};
        if (cell.text == "2 (Fully in place)")
          source_seen = source_seen || (cell.source && cell.source->begin == first.score.span.begin);
      }
    }
  }
  CHECK(percent_seen);
  CHECK(source_seen);
}

TEST_CASE("split votes are named and the agreed score does not change") {
  Scored small("2222111000");
  rating_of(small.answers, "or-5").votes = {{text("0"), given<std::int64_t>(2)}, {text("2"), given<std::int64_t>(3)}};
  CHECK(small.page() ==
        Holds{"Votes were split between the lowest and the top value on 1 item: Title of or-5. The agreed "
              "scores do not change."});
  CHECK(json(score_result(small.cards(), true)) ==
        Holds{R"({"item":"or-5","area":"or","answer":"scored","score":1,"votes":{"counts":{"0":2,"2":3},"voters":5,)"
              R"("agreeing":0,"lowest":0,"highest":2,"split":true,"score_outside":false}})"});
}

TEST_CASE("one snapshot gives an object, several give a list and a heading each") {
  const Scored small("2222111000");
  const std::string one = json(score_result(small.cards(), false));
  CHECK(one.front() == '{');
  CHECK(
      one ==
      Holds{
          R"("county":"example-alder","date":"2026-03-15","instrument":{"id":"small","version":"1.0"},"status":"final")"});
  CHECK(one ==
        Holds{R"({"id":"or","label":"Organizational Readiness","points":9,"possible":10,"percent":90.0,"low":90.0,)"
              R"("high":90.0,"coverage":{"scored":5,"of":5},"items":5,"scored":5,"missing":0,"dont_know":0,)"
              R"("not_applicable":0,"distribution":[0,1,4]})"});
  CHECK(one != Holds{R"("item":)"});
  const std::vector<ScoreView> cards = small.cards(2);
  CHECK(json(score_result(cards, false)).front() == '[');
  const std::string page = page_text(score_page(cards, small.workspace, false));
  CHECK(page == Holds{"# Scores of 2 Snapshots\n[Totals]\n"});
  CHECK(page == Holds{"Alder County (example), March 15, 2026 | 11 of 20 | 55.0% | 10 of 10 | small 1.0\n"});
  CHECK(page == Holds{"## Alder County (example), March 15, 2026\n"});
}

TEST_CASE("a scale with many values keeps its answers in one column") {
  Scored small("2222111000");
  for (std::int64_t value = 3; value <= 6; ++value) {
    model::ScaleValue more;
    more.value = given(value);
    small.asked.scale.push_back(more);
  }
  CHECK(small.page() == Holds{"Area | Items at each value | Not answered"});
  CHECK(small.page() == Holds{"Organizational Readiness | 4 at 2, 1 at 1 | 0 | 0 | 0\n"});
}

TEST_CASE("what if answers first, with the figures now and then beside each other, and says that nothing is written") {
  const Scored small("2222111000");
  std::vector<ScoreView> views = small.cards();
  views[0].what_if = score::projection(views[0].card, {{"wd-5", 2}});
  const std::string page = page_text(score_page(views, small.workspace, false));
  CHECK(page == Holds{"# What if: Alder County (example), March 15, 2026\n"});
  CHECK(page ==
        Holds{"> With 2 (Fully in place) for Title of wd-5, the total of all items would rise from 55.0% to 65.0%, "
              "up 10.0 points; Workforce Development would rise from 20.0% to 40.0%, up 20.0 points.\n"});
  CHECK(page == Holds{"Title of wd-5 (wd-5) | Workforce Development | 0 (Not in place) | 2 (Fully in place)\n"});
  CHECK(page == Holds{"Workforce Development | 20.0% | 40.0% | +20.0\n"});
  CHECK(page == Holds{"The Snapshot stays as it is: nothing is written.\n"});
  CHECK(page != Holds{"move each area"});
  CHECK(json(score_result(views, false)) ==
        Holds{R"("what_if":{"items":[{"item":"wd-5","area":"wd","now":0,"then":2}],"areas":[{"id":"or",)"});
  views[0].what_if = score::projection(views[0].card, {{"wd-5", 2}, {"or-1", 2}});
  CHECK(page_text(score_page(views, small.workspace, true)) ==
        Holds{"> With other scores for 2 items, the total of all items would rise from 55.0%"});
}

TEST_CASE("the items that would move an area most stand together where they move it equally far") {
  const Scored small("2222111000");
  std::vector<ScoreView> views = small.cards();
  views[0].movers = true;
  const std::string page = page_text(score_page(views, small.workspace, false));
  CHECK(page == Holds{"# Score: "});
  CHECK(page == Holds{"## What would move each area most\n"});
  CHECK(page == Holds{"Organizational Readiness | Title of or-5 | 1 (Partially in place) | +10.0 | +5.0\n"});
  CHECK(
      page ==
      Holds{
          "Workforce Development | Title of wd-3; Title of wd-4; Title of wd-5 | 0 (Not in place) | +20.0 | +10.0\n"});
  CHECK(page != Holds{"Title of wd-1; "});
  CHECK(json(score_result(views, false)) ==
        Holds{R"({"area":"wd","score":0,"gain":20.0,"total_gain":10.0,"items":["wd-3","wd-4","wd-5"]})"});
  const Scored full("2222222222");
  std::vector<ScoreView> top = full.cards();
  top[0].movers = true;
  CHECK(page_text(score_page(top, small.workspace, false)) ==
        Holds{"No scored item is below the top value of the scale."});
}
