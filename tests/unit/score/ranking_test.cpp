#include "score/ranking.h"

#include <doctest/doctest.h>

#include "tests/support/build_model.h"

using namespace cpm;
using namespace cpm::test;

namespace {

using Ids = std::vector<std::string>;

Ids ids(const std::vector<score::Opportunity>& opportunities) {
  Ids result;
  for (const score::Opportunity& next : opportunities) result.push_back(next.item->item->id.value);
  return result;
}

Ids ids(const std::vector<const model::Item*>& items) {
  Ids result;
  for (const model::Item* next : items) result.push_back(next->id.value);
  return result;
}

std::string value_text(const score::Opportunity& opportunity) {
  return base::to_text(base::tenths(opportunity.value, 100));
}

}  // namespace

TEST_CASE("Opportunities are the scored items below the top value") {
  const model::Instrument questions = instrument(2, {area("a", {"full", "part", "none", "gone", "open", "unasked"})});
  const model::Snapshot answers = snapshot({{"full", scored(2)},
                                            {"part", scored(1)},
                                            {"none", scored(0)},
                                            {"gone", not_applicable()},
                                            {"open", dont_know()}});
  const score::Scorecard card = score::scorecard(answers, questions);
  const score::Ranking ranking = score::ranking(card, {});
  CHECK(ranking.scorecard == &card);
  CHECK(ranking.judged.empty());
  CHECK(ids(ranking.unjudged) == Ids{"none", "part"});
  CHECK(ranking.unjudged[0].gap == base::Ratio{.numerator = 1, .denominator = 1});
  CHECK(ranking.unjudged[1].gap == base::Ratio{.numerator = 1, .denominator = 2});
  CHECK(ranking.unjudged[0].rank == 0);
  CHECK(ranking.unjudged[0].holds == 0);
  CHECK_FALSE(ranking.unjudged[0].judged);
}

TEST_CASE("The value is the weighted mean of gap, importance and feasibility, from 0 to 100") {
  const model::Instrument questions = instrument(2, {area("a", {"p", "q", "r"})});
  model::Snapshot answers = snapshot({{"p", scored(1)}, {"q", scored(0)}, {"r", scored(0)}});
  judge_item(answers, "p", {.importance = 1, .feasibility = 1});
  judge_item(answers, "q", {.importance = 3, .feasibility = 3});
  judge_item(answers, "r", {.importance = 2, .feasibility = 1});
  const score::Scorecard card = score::scorecard(answers, questions);
  SUBCASE("all weights the same") {
    const score::Ranking ranking = score::ranking(card, {});
    CHECK(ids(ranking.judged) == Ids{"q", "r", "p"});
    CHECK(value_text(ranking.judged[0]) == "100.0");
    CHECK(value_text(ranking.judged[1]) == "50.0");
    CHECK(value_text(ranking.judged[2]) == "16.7");
    for (std::size_t i = 0; i < 3; ++i) CHECK(ranking.judged[i].rank == static_cast<int>(i) + 1);
    CHECK(ranking.judged[1].importance == 2);
    CHECK(ranking.judged[1].feasibility == 1);
  }
  SUBCASE("the gap twice") {
    const score::Ranking ranking = score::ranking(card, {.weights = {.gap = 2, .importance = 1, .feasibility = 1}});
    CHECK(value_text(ranking.judged[1]) == "62.5");
    CHECK(value_text(ranking.judged[2]) == "25.0");
  }
  SUBCASE("the gap not at all") {
    const score::Ranking ranking = score::ranking(card, {.weights = {.gap = 0, .importance = 0, .feasibility = 7}});
    CHECK(value_text(ranking.judged[0]) == "100.0");
    CHECK(value_text(ranking.judged[1]) == "0.0");
  }
}

TEST_CASE("Weights are whole numbers from 0 to a million, not all 0") {
  CHECK(score::usable({}));
  CHECK(score::usable({.gap = 0, .importance = 0, .feasibility = 1}));
  CHECK(score::usable({.gap = score::kMostWeight, .importance = score::kMostWeight, .feasibility = 0}));
  CHECK_FALSE(score::usable({.gap = 0, .importance = 0, .feasibility = 0}));
  CHECK_FALSE(score::usable({.gap = -1, .importance = 3, .feasibility = 3}));
  CHECK_FALSE(score::usable({.gap = 1, .importance = score::kMostWeight + 1, .feasibility = 1}));
}

TEST_CASE("Equal values are ordered by gap, importance, lower area percent, instrument order") {
  // On a scale to 2, half of the gap is worth one step of a judgment.
  const model::Instrument questions = instrument(
      2, {area("strong", {"s-top", "s-one", "s-two"}), area("weak", {"w-one", "w-zero", "w-two"})});
  model::Snapshot answers = snapshot({{"s-top", scored(2)},
                                      {"s-one", scored(1)},
                                      {"s-two", scored(1)},
                                      {"w-one", scored(1)},
                                      {"w-zero", scored(0)},
                                      {"w-two", scored(1)}});
  SUBCASE("gap first") {
    judge_item(answers, "s-one", {.importance = 2, .feasibility = 2});
    judge_item(answers, "w-zero", {.importance = 2, .feasibility = 1});
    const score::Scorecard card = score::scorecard(answers, questions);
    const score::Ranking ranking = score::ranking(card, {});
    REQUIRE(ranking.judged.size() == 2);
    CHECK(ranking.judged[0].value == ranking.judged[1].value);
    CHECK(ids(ranking.judged) == Ids{"w-zero", "s-one"});
  }
  SUBCASE("then importance") {
    judge_item(answers, "s-one", {.importance = 1, .feasibility = 3});
    judge_item(answers, "s-two", {.importance = 3, .feasibility = 1});
    judge_item(answers, "w-one", {.importance = 2, .feasibility = 2});
    const score::Scorecard card = score::scorecard(answers, questions);
    CHECK(ids(score::ranking(card, {}).judged) == Ids{"s-two", "w-one", "s-one"});
  }
  SUBCASE("then the area with the lower percent, then the order of the instrument") {
    for (const char* id : {"w-two", "s-two", "s-one", "w-one"})
      judge_item(answers, id, {.importance = 2, .feasibility = 2});
    const score::Scorecard card = score::scorecard(answers, questions);
    CHECK(ids(score::ranking(card, {}).judged) == Ids{"w-one", "w-two", "s-one", "s-two"});
  }
}

TEST_CASE("A judgment of an opportunity holds for its items, and one of the item itself wins") {
  const model::Instrument questions = instrument(2, {area("a", {"p", "q", "r", "s"})});
  model::Snapshot answers = snapshot({{"p", scored(1)}, {"q", scored(1)}, {"r", scored(1)}, {"s", scored(1)}});
  add_opportunity(answers, "o1", texts({"p", "q", "unknown"}));
  add_opportunity(answers, "o2", texts({"q", "r"}));
  judge_opportunity(answers, "o1", {.importance = 3, .feasibility = 2});
  judge_opportunity(answers, "o2", {.importance = 1, .feasibility = 1});
  judge_opportunity(answers, "no-such", {.importance = 1, .feasibility = 1});
  judge_item(answers, "p", {.importance = 2, .feasibility = 2});
  const score::Scorecard card = score::scorecard(answers, questions);
  const score::Ranking ranking = score::ranking(card, {});
  CHECK(ids(ranking.judged) == Ids{"q", "p", "r"});
  CHECK(ranking.judged[0].importance == 3);  // the first opportunity that has the item
  CHECK(ranking.judged[1].importance == 2);
  CHECK(ids(ranking.unjudged) == Ids{"s"});
}

TEST_CASE("An item is judged only when both values are there, from 1 to 3") {
  const model::Instrument questions = instrument(2, {area("a", {"p", "q"})});
  model::Snapshot answers = snapshot({{"p", scored(1)}, {"q", scored(0)}});
  judge_item(answers, "p", {.importance = 3, .feasibility = 4});
  judge_item(answers, "q", {.importance = 2, .feasibility = 2});
  answers.analysis->feasibility[1].feasibility.given = false;
  const score::Scorecard card = score::scorecard(answers, questions);
  const score::Ranking ranking = score::ranking(card, {});
  CHECK(ranking.judged.empty());
  CHECK(ids(ranking.unjudged) == Ids{"q", "p"});
  CHECK(ranking.unjudged[1].importance == 3);
  CHECK(ranking.unjudged[1].feasibility == 0);
}

TEST_CASE("Items not yet judged follow by gap, equal ones in the order of the instrument") {
  const model::Instrument questions = instrument(3, {area("a", {"p", "q"}), area("b", {"r", "s"})});
  const model::Snapshot answers = snapshot({{"s", scored(0)}, {"r", scored(1)}, {"q", scored(0)}, {"p", scored(1)}});
  const score::Scorecard card = score::scorecard(answers, questions);
  CHECK(ids(score::ranking(card, {}).unjudged) == Ids{"q", "s", "p", "r"});
}

TEST_CASE("Robustness counts the weightings, of 231, that keep an item among the first") {
  const model::Instrument questions = instrument(2, {area("a", {"best", "gap", "easy"})});
  model::Snapshot answers = snapshot({{"best", scored(0)}, {"gap", scored(0)}, {"easy", scored(1)}});
  judge_item(answers, "best", {.importance = 3, .feasibility = 3});
  judge_item(answers, "gap", {.importance = 1, .feasibility = 1});
  judge_item(answers, "easy", {.importance = 1, .feasibility = 3});
  const score::Scorecard card = score::scorecard(answers, questions);
  using Range = std::pair<int, int>;
  const auto holds = [&card](std::size_t top) {
    std::vector<Range> result;
    for (const score::Opportunity& next : score::ranking(card, {.weights = {}, .top = top}).judged)
      result.push_back({next.holds, next.holds_at_most});
    return result;
  };
  // `gap` is worth more than `easy` when a·1 > a·½ + c, that is c < a / 2, and as much when 2c = a.
  int more = 0;
  int as_much = 0;
  for (int a = 0; a <= 20; ++a)
    for (int c = 0; a + c <= 20; ++c) {
      more += 2 * c < a ? 1 : 0;
      as_much += 2 * c == a ? 1 : 0;
    }
  // All three are worth the same when importance alone counts not: `best` ties with `gap` where c = 0 and b = 0, and with `easy`
  // where a = 0 and b = 0.
  CHECK(ids(score::ranking(card, {}).judged) == Ids{"best", "easy", "gap"});
  CHECK(holds(1) == std::vector<Range>{{229, 231}, {0, 1}, {0, 1}});
  CHECK(holds(2) == std::vector<Range>{{231, 231}, {231 - more - as_much, 231 - more}, {more, more + as_much}});
  CHECK(holds(3) == std::vector<Range>{{231, 231}, {231, 231}, {231, 231}});
  CHECK(holds(50) == std::vector<Range>{{231, 231}, {231, 231}, {231, 231}});
  CHECK(holds(0) == std::vector<Range>{{0, 0}, {0, 0}, {0, 0}});
}

TEST_CASE("Equal values share a rank, and neither is held for certain before the other") {
  const model::Instrument questions = instrument(2, {area("a", {"p", "q", "r"})});
  model::Snapshot answers = snapshot({{"p", scored(0)}, {"q", scored(0)}, {"r", scored(1)}});
  for (const char* item : {"p", "q"}) judge_item(answers, item, {.importance = 2, .feasibility = 2});
  judge_item(answers, "r", {.importance = 1, .feasibility = 1});
  const score::Scorecard card = score::scorecard(answers, questions);
  const std::vector<score::Opportunity> judged = score::ranking(card, {.weights = {}, .top = 1}).judged;
  REQUIRE(judged.size() == 3);
  CHECK(judged[0].rank == 1);
  CHECK(judged[1].rank == 1);
  CHECK(judged[2].rank == 3);
  CHECK(judged[0].shared);
  CHECK(judged[1].shared);
  CHECK_FALSE(judged[2].shared);
  for (const std::size_t i : {0U, 1U}) {
    CHECK(judged[i].holds == 0);
    CHECK(judged[i].holds_at_most == 231);
  }
  CHECK(judged[2].holds_at_most == 0);
}

TEST_CASE("An item waits for those it builds on that are not yet at the top value") {
  model::Instrument questions = instrument(2, {area("a", {"top", "part", "open", "gone", "unasked", "goal"})});
  item_of(questions, "goal").builds_on = texts(
      {"open", "top", "part", "gone", "unasked", "part", "goal", "no-such-item"});
  const model::Snapshot answers = snapshot({{"top", scored(2)},
                                            {"part", scored(1)},
                                            {"open", dont_know()},
                                            {"gone", not_applicable()},
                                            {"goal", scored(0)}});
  const score::Scorecard card = score::scorecard(answers, questions);
  const score::Ranking ranking = score::ranking(card, {});
  REQUIRE(ids(ranking.unjudged) == Ids{"goal", "part"});
  CHECK(ids(ranking.unjudged[0].waits_for) == Ids{"open", "part", "unasked"});
  CHECK(ranking.unjudged[1].waits_for.empty());
}

TEST_CASE("A Snapshot without opportunities has an empty ranking") {
  const model::Instrument questions = instrument(2, {area("a", {"p"})});
  const model::Snapshot answers = snapshot({{"p", scored(2)}});
  const score::Scorecard card = score::scorecard(answers, questions);
  const score::Ranking ranking = score::ranking(card, {});
  CHECK(ranking.judged.empty());
  CHECK(ranking.unjudged.empty());
}

TEST_CASE("A judgment of an item is none of an opportunity without id, and importance counts from 1 to 3 too") {
  const model::Instrument questions = instrument(2, {area("a", {"p", "q", "r"})});
  model::Snapshot answers = snapshot({{"p", scored(1)}, {"q", scored(1)}, {"r", scored(1)}});
  add_opportunity(answers, "", texts({"p"}));
  answers.analysis->opportunities[0].id = {};
  judge_item(answers, "q", {.importance = 2, .feasibility = 2});
  judge_item(answers, "r", {.importance = 0, .feasibility = 2});
  const score::Scorecard card = score::scorecard(answers, questions);
  const score::Ranking ranking = score::ranking(card, {});
  CHECK(ids(ranking.judged) == Ids{"q"});
  CHECK(ids(ranking.unjudged) == Ids{"p", "r"});
}
