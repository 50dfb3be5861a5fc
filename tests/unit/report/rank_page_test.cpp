#include <doctest/doctest.h>

#include "fixtures.h"
#include "report/score_pages.h"
#include "tests/support/holds.h"

using namespace cpm;
using namespace cpm::report;
using namespace cpm::report::fixtures;
using cpm::test::Holds;

namespace {

struct Ranked {
  explicit Ranked(std::string_view scores) : asked(instrument(2, 2)), answers(snapshot(asked, scores)) {
    lists = built_in();
    workspace.built_in = &lists;
  }

  std::string page(score::Weights weights = {}) {
    card = score::scorecard(answers, asked);
    result = score::ranking(card, {.weights = weights, .top = 5});
    return page_text(rank_page(result, workspace));
  }

  model::Instrument asked;
  model::Snapshot answers;
  model::BuiltIn lists;
  model::Workspace workspace;
  score::Scorecard card;
  score::Ranking result;
};

}  // namespace

TEST_CASE("the ranking names every key of the order") {
  Ranked small("0120");
  judge(small.answers, "or-1", 2, 3);
  judge(small.answers, "or-2", 3, 1);
  small.asked.areas[0].items[1].builds_on = {text("or-1")};
  const std::string page = small.page();
  CHECK(page ==
        Holds{"> First comes Title of or-1, with a value of 83.3 out of 100; it is among the first 5 in 231 of 231 "
              "weightings. The order is advice: the team decides.\n"});
  CHECK(page == Holds{"Rank | Item | Area | Score | Gap | Importance | Feasibility | Value | Holds in | Waits for\n"});
  CHECK(page ==
        Holds{"1 | Title of or-1 (or-1) | Organizational Readiness | 0 | 2 | 2 | 3 | 83.3 | 231 of 231 | nothing\n"});
  CHECK(page == Holds{"2 | Title of or-2 (or-2) | Organizational Readiness | 1 | 1 | 3 | 1 | 50.0 | "
                      "231 of 231 | Title of or-1\n"});
  CHECK(page == Holds{"- Gap: points from the score up to the top value, 2 (Fully in place)."});
  CHECK(page == Holds{"Other names of the areas: Organizational Readiness (Organization and Leadership)\n"});
  CHECK(page == Holds{"## Not yet judged\n"});
  CHECK(page == Holds{"Title of wd-2 (wd-2) | Workforce Development | 0 | 2 | nothing\n"});
}

TEST_CASE("equal values share their place, and all that share the first are named with the firmest") {
  Ranked small("0011");
  judge(small.answers, "or-1", 2, 3);
  judge(small.answers, "or-2", 3, 2);
  judge(small.answers, "wd-1", 3, 3);
  const std::string page = small.page();
  CHECK(page ==
        Holds{"> First place is shared by Title of or-2; Title of or-1; Title of wd-1, each with a value of 83.3 "
              "out of 100; each is among the first 5 in 231 of 231 weightings. The order is advice"});
  CHECK(page == Holds{"1= | Title of or-1 (or-1)"});
  CHECK(page == Holds{"1= | Title of wd-1 (wd-1)"});
  CHECK(page == Holds{"- Rank: items with the same value share a rank, as in 1=.\n"});
  small.result = score::ranking(small.card, {.weights = {}, .top = 1});
  const std::string first = page_text(rank_page(small.result, small.workspace));
  CHECK(first == Holds{"each is among the first 1 in 70 to 84 of 231 weightings."});
}

TEST_CASE("the value of the first is a sum of named terms") {
  Ranked small("0120");
  judge(small.answers, "or-1", 2, 3);
  const std::string page = small.page({.gap = 2, .importance = 1, .feasibility = 1});
  CHECK(page == Holds{"gap | 2 points of 2 | 100.0 | 2 | 200.0\n"});
  CHECK(page == Holds{"importance | 2 of 3 | 50.0 | 1 | 50.0\n"});
  CHECK(page == Holds{"feasibility | 3 of 3 | 100.0 | 1 | 100.0\n"});
  CHECK(page == Holds{"200.0 + 50.0 + 100.0 = 350.0; divided by 4, the sum of the weights: 87.5."});
  CHECK(page == Holds{"with the weights gap 2, importance 1 and feasibility 1."});
}

TEST_CASE("a ranking without judgments, opportunities or scores says so") {
  CHECK(Ranked("0122").page() ==
        Holds{"> No order yet: 2 opportunities still to be judged for importance and feasibility."});
  CHECK(Ranked("2222").page() == Holds{"> No opportunities: every scored item is at the top value."});
  CHECK(Ranked("9999").page() == Holds{"> No order: no item has a score yet."});
}

TEST_CASE("the ranking result has the keys of the contract") {
  Ranked small("0120");
  judge(small.answers, "or-1", 2, 3);
  judge(small.answers, "or-2", 3, 1);
  small.asked.areas[0].items[1].builds_on = {text("or-1")};
  small.page();
  const std::string result = json(rank_result(small.result));
  CHECK(result == Holds{R"("top":5,"weightings":231,"weights":{"gap":1,"importance":1,"feasibility":1})"});
  CHECK(result == Holds{R"({"item":"or-1","area":"or","score":0,"gap":1.0,"importance":2,"feasibility":3,"value":83.3,)"
                        R"("rank":1,"shared":false,"holds":231,"holds_at_most":231,"waits_for":[]})"});
  CHECK(result == Holds{R"("waits_for":["or-1"])"});
  CHECK(result == Holds{R"("unjudged":[{"item":"wd-2","area":"wd","score":0}])"});
}
