#include <doctest/doctest.h>

#include "fixtures.h"

using namespace cpm;
using namespace cpm::report;
using namespace cpm::report::fixtures;

namespace {

struct Case {
  explicit Case(std::string_view scores) : asked(instrument(2, 2)), answers(snapshot(asked, scores)) {
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
  Case small("0120");
  judge(small.answers, "or-1", 2, 3);
  judge(small.answers, "or-2", 3, 1);
  small.asked.areas[0].items[1].builds_on = {text("or-1")};
  const std::string page = small.page();
  CHECK(has(page,
            "> First comes Title of or-1, with a value of 83.3 out of 100; it is among the first 5 in 231 of 231 "
            "weightings. The order is advice: the team decides.\n"));
  CHECK(has(page, "Rank | Item | Area | Score | Gap | Importance | Feasibility | Value | Holds in | Waits for\n"));
  CHECK(
      has(page, "1 | Title of or-1 (or-1) | Organizational Readiness | 0 | 2 | 2 | 3 | 83.3 | 231 of 231 | nothing\n"));
  CHECK(has(page,
            "2 | Title of or-2 (or-2) | Organizational Readiness | 1 | 1 | 3 | 1 | 50.0 | "
            "231 of 231 | Title of or-1\n"));
  CHECK(has(page, "- Gap: points from the score up to the top value, 2 (Fully in place)."));
  CHECK(has(page, "Other names of the areas: Organizational Readiness (Organization and Leadership)\n"));
  CHECK(has(page, "## Not yet judged\n"));
  CHECK(has(page, "Title of wd-2 (wd-2) | Workforce Development | 0 | 2 | nothing\n"));
}

TEST_CASE("the value of the first is a sum of named terms") {
  Case small("0120");
  judge(small.answers, "or-1", 2, 3);
  const std::string page = small.page({.gap = 2, .importance = 1, .feasibility = 1});
  CHECK(has(page, "gap | 2 points of 2 | 100.0 | 2 | 200.0\n"));
  CHECK(has(page, "importance | 2 of 3 | 50.0 | 1 | 50.0\n"));
  CHECK(has(page, "feasibility | 3 of 3 | 100.0 | 1 | 100.0\n"));
  CHECK(has(page, "200.0 + 50.0 + 100.0 = 350.0; divided by 4, the sum of the weights: 87.5."));
  CHECK(has(page, "with the weights gap 2, importance 1 and feasibility 1."));
}

TEST_CASE("a ranking without judgements, opportunities or scores says so") {
  CHECK(has(Case("0122").page(), "> No order yet: 2 opportunities still to be judged for importance and feasibility."));
  CHECK(has(Case("2222").page(), "> No opportunities: every scored item is at the top value."));
  CHECK(has(Case("9999").page(), "> No order: no item has a score yet."));
}

TEST_CASE("the ranking result has the keys of the contract") {
  Case small("0120");
  judge(small.answers, "or-1", 2, 3);
  judge(small.answers, "or-2", 3, 1);
  small.asked.areas[0].items[1].builds_on = {text("or-1")};
  small.page();
  const std::string result = json(rank_result(small.result));
  CHECK(has(result, R"("top":5,"weightings":231,"weights":{"gap":1,"importance":1,"feasibility":1})"));
  CHECK(has(result, R"({"item":"or-1","area":"or","score":0,"gap":1.0,"importance":2,"feasibility":3,"value":83.3,)"
                    R"("rank":1,"holds":231,"waits_for":[]})"));
  CHECK(has(result, R"("waits_for":["or-1"])"));
  CHECK(has(result, R"("unjudged":[{"item":"wd-2","area":"wd","score":0}])"));
}
