// Scorecards, rank order and robustness on random inputs, worked out a second time in the most literal way: fractions
// with 64-bit cross multiplication, and "how many stand before it" instead of sorting. Shares no code with src/score.
#include <doctest/doctest.h>

#include <algorithm>

#include "score/ranking.h"
#include "tests/unit/score/random_case.h"

using namespace cpm;
using namespace cpm::test;

namespace {

struct Fraction {
  std::int64_t over = 0;
  std::int64_t under = 1;
};

Fraction plus(Fraction a, Fraction b) {
  return {a.over * b.under + b.over * a.under, a.under * b.under};
}
Fraction times(std::int64_t factor, Fraction a) {
  return {factor * a.over, a.under};
}
/// Below, equal, above: −1, 0, 1.
int compared(Fraction a, Fraction b) {
  const std::int64_t left = a.over * b.under;
  const std::int64_t right = b.over * a.under;
  return left < right ? -1 : (left > right ? 1 : 0);
}

void check_share(const std::optional<base::Ratio>& share, std::int64_t points, std::int64_t possible) {
  REQUIRE(share.has_value() == (possible > 0));
  if (share) CHECK(compared({share->numerator, share->denominator}, {points, possible}) == 0);
}

void check_sums(const score::Figures& figures, const Sums& sums, const Case& made) {
  const std::int64_t top = made.top;
  CHECK(figures.points == sums.points);
  CHECK(figures.possible == top * sums.scored);
  CHECK(figures.scored == sums.scored);
  CHECK(figures.items == sums.items);
  CHECK(figures.missing + figures.dont_know == sums.open);
  CHECK(score::applicable(figures) == sums.items - sums.not_applicable);
  check_share(score::share(figures), sums.points, top * sums.scored);
  check_share(score::lowest_share(figures), sums.points, top * (sums.scored + sums.open));
  check_share(score::highest_share(figures), sums.points + top * sums.open, top * (sums.scored + sums.open));
  std::int64_t counted = 0;
  std::int64_t weighed = 0;
  for (std::size_t value = 0; value < figures.distribution.size(); ++value) {
    counted += figures.distribution[value];
    weighed += figures.distribution[value] * static_cast<std::int64_t>(value);
  }
  CHECK(counted == sums.scored);
  CHECK(weighed == sums.points);
}

bool is_opportunity(const Plain& item, int top) {
  return item.answer >= 0 && item.answer < top;
}

Fraction gap_of(const Case& made, std::size_t item) {
  return {made.top - made.items[item].answer, made.top};
}

Fraction value_of(const Case& made, std::size_t item, const score::Weights& weights) {
  const Judged& judged = made.items[item].judged;
  const Fraction sum = plus(times(weights.gap, gap_of(made, item)),
                            plus(times(weights.importance, {judged.importance - 1, 2}),
                                 times(weights.feasibility, {judged.feasibility - 1, 2})));
  return {sum.over, sum.under * (weights.gap + weights.importance + weights.feasibility)};
}

/// Does `a` stand before `b`, in the words of product.md section 5?
bool stands_before(const Case& made, std::size_t a, std::size_t b, const std::vector<Fraction>& values) {
  if (const int order = compared(values[a], values[b]); order != 0) return order > 0;
  if (const int order = compared(gap_of(made, a), gap_of(made, b)); order != 0) return order > 0;
  const int importance = made.items[a].judged.importance - made.items[b].judged.importance;
  if (importance != 0) return importance > 0;
  const Sums area_a = sums_of(made, made.items[a].area);
  const Sums area_b = sums_of(made, made.items[b].area);
  const int area = compared({area_a.points, area_a.scored}, {area_b.points, area_b.scored});
  return area != 0 ? area < 0 : a < b;
}

std::vector<std::size_t> judged_items(const Case& made) {
  std::vector<std::size_t> result;
  for (std::size_t i = 0; i < made.items.size(); ++i)
    if (is_opportunity(made.items[i], made.top) && made.items[i].judged.importance > 0) result.push_back(i);
  return result;
}

/// For each judged item, how many judged items stand before it with these weights.
std::vector<std::size_t> places(const Case& made, const std::vector<std::size_t>& judged,
                                const score::Weights& weights) {
  std::vector<Fraction> values(made.items.size());
  for (const std::size_t item : judged) values[item] = value_of(made, item, weights);
  std::vector<std::size_t> result;
  for (const std::size_t item : judged) {
    std::size_t before = 0;
    for (const std::size_t rival : judged)
      if (rival != item && stands_before(made, rival, item, values)) ++before;
    result.push_back(before);
  }
  return result;
}

/// With how many of all weightings that add up to 20 an item is among the first `top`: for certain, and at most.
struct Held {
  int certain = 0;
  int possible = 0;
};

/// Adds one weighting: how many judged items have a larger value, and how many another one that is no smaller?
void add_weighting(const Case& made, const std::vector<std::size_t>& judged, std::size_t top,
                   const score::Weights& weights, std::vector<Held>& held) {
  for (std::size_t i = 0; i < judged.size(); ++i) {
    std::size_t larger = 0;
    std::size_t no_smaller = 0;
    for (const std::size_t rival : judged) {
      if (rival == judged[i]) continue;
      const int order = compared(value_of(made, rival, weights), value_of(made, judged[i], weights));
      larger += order > 0 ? 1 : 0;
      no_smaller += order >= 0 ? 1 : 0;
    }
    held[i].certain += no_smaller < top ? 1 : 0;
    held[i].possible += larger < top ? 1 : 0;
  }
}

std::vector<Held> held(const Case& made, const std::vector<std::size_t>& judged, std::size_t top) {
  std::vector<Held> result(judged.size());
  for (int gap = 0; gap <= 20; ++gap)
    for (int importance = 0; gap + importance <= 20; ++importance)
      add_weighting(made, judged, top, {.gap = gap, .importance = importance, .feasibility = 20 - gap - importance},
                    result);
  return result;
}

void check_waiting(const score::Opportunity& found, const Case& made, const Plain& plain) {
  std::vector<std::string> expected;
  for (const std::size_t needed : plain.builds_on) {
    const Plain& other = made.items[needed];
    if (other.id == plain.id || other.answer == kNotApplicable || other.answer == made.top) continue;
    if (std::find(expected.begin(), expected.end(), other.id) == expected.end()) expected.push_back(other.id);
  }
  std::vector<std::string> waiting;
  for (const model::Item* next : found.waits_for) waiting.push_back(next->id.value);
  CHECK(waiting == expected);
}

void check_judged(const score::Ranking& ranking, const Case& made) {
  const std::vector<std::size_t> judged = judged_items(made);
  REQUIRE(ranking.judged.size() == judged.size());
  const std::vector<std::size_t> place = places(made, judged, ranking.options.weights);
  const std::vector<Held> holds = held(made, judged, ranking.options.top);
  for (std::size_t i = 0; i < judged.size(); ++i) {
    const score::Opportunity& found = ranking.judged.at(place[i]);
    const Plain& plain = made.items[judged[i]];
    REQUIRE(found.item->item->id.value == plain.id);
    int larger = 0;
    int equal = 0;
    for (const std::size_t rival : judged) {
      const int order = compared(value_of(made, rival, ranking.options.weights),
                                 value_of(made, judged[i], ranking.options.weights));
      larger += order > 0 ? 1 : 0;
      equal += order == 0 && rival != judged[i] ? 1 : 0;
    }
    CHECK(found.rank == larger + 1);
    CHECK(found.shared == (equal > 0));
    CHECK(found.holds == holds[i].certain);
    CHECK(found.holds_at_most == holds[i].possible);
    CHECK(found.importance == plain.judged.importance);
    CHECK(found.feasibility == plain.judged.feasibility);
    const Fraction value = value_of(made, judged[i], ranking.options.weights);
    CHECK(compared({found.value.numerator, found.value.denominator}, value) == 0);
    check_waiting(found, made, plain);
  }
}

void check_unjudged(const score::Ranking& ranking, const Case& made) {
  std::vector<std::string> expected;
  for (int score = 0; score < made.top; ++score)
    for (const Plain& next : made.items)
      if (next.answer == score && next.judged.importance == 0) expected.push_back(next.id);
  std::vector<std::string> found;
  for (const score::Opportunity& next : ranking.unjudged) found.push_back(next.item->item->id.value);
  CHECK(found == expected);
}

score::Weights random_weights(Dice& dice) {
  const score::Weights weights{.gap = dice.up_to(4), .importance = dice.up_to(4), .feasibility = dice.up_to(4)};
  return score::usable(weights) ? weights : score::Weights{};
}

}  // namespace

TEST_CASE("Scorecards of 400 random Snapshots are what a literal second calculation gives") {
  Dice dice(20180315);
  for (int round = 0; round < 400; ++round) {
    CAPTURE(round);
    const Case made = random_case(dice);
    const score::Scorecard card = score::scorecard(made.snapshot, made.instrument);
    check_sums(card.total, sums_of(made, -1), made);
    REQUIRE(card.areas.size() == static_cast<std::size_t>(made.areas));
    for (int area = 0; area < made.areas; ++area)
      check_sums(card.areas[static_cast<std::size_t>(area)].figures, sums_of(made, area), made);
  }
}

TEST_CASE("Order, values and robustness of 300 random Snapshots are what a literal second calculation gives") {
  Dice dice(42);
  std::size_t judged = 0;
  for (int round = 0; round < 300; ++round) {
    CAPTURE(round);
    const Case made = random_case(dice);
    const score::Scorecard card = score::scorecard(made.snapshot, made.instrument);
    const auto top = static_cast<std::size_t>(dice.up_to(8));
    const score::Ranking ranking = score::ranking(card, {.weights = random_weights(dice), .top = top});
    check_judged(ranking, made);
    check_unjudged(ranking, made);
    judged += ranking.judged.size();
  }
  CHECK(judged > 1000);  // the cases are not all trivial
}
