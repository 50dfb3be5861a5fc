// What the figures would be with other scores, and the items that would move an area most: by hand, then on random Snapshots
// against a second calculation that answers the Snapshot anew, item by item.
#include <doctest/doctest.h>

#include "score/projection.h"
#include "tests/unit/score/random_case.h"
#include "tests/unit/score/shown.h"

using namespace cpm;
using namespace cpm::test;

namespace {

std::string ids_of(const score::Movers& movers) {
  std::string ids;
  for (const score::ItemScore* item : movers.items) ids += (ids.empty() ? "" : " ") + *item->item->id;
  return ids;
}

/// The same case with these answers in its Snapshot, so that its scorecard says what the projection has to say.
Case answered_anew(Case made, const score::ItemScores& scores) {
  for (Plain& next : made.items) {
    const auto found = scores.find(next.id);
    if (found != scores.end()) next.answer = static_cast<int>(found->second);
  }
  return made;
}

void check_figures(const score::Figures& figures, const Sums& sums, int top) {
  CHECK(figures.points == sums.points);
  CHECK(figures.possible == top * sums.scored);
  CHECK(figures.scored == sums.scored);
  CHECK(figures.items == sums.items);
  CHECK(figures.missing + figures.dont_know == sums.open);
  CHECK(figures.not_applicable == sums.not_applicable);
}

score::ItemScores random_scores(Dice& dice, const Case& made) {
  score::ItemScores scores;
  for (const Plain& next : made.items)
    if (dice.one_in(3)) scores[next.id] = dice.up_to(made.top);
  return scores;
}

/// By how much the share of an area, or of all items when it is -1, rises if one item gets the top value: the difference of two
/// fractions, as numerator and denominator.
std::pair<std::int64_t, std::int64_t> naive_gain(const Case& made, int area, const Plain& item) {
  const Sums before = sums_of(made, area);
  const Sums after = sums_of(answered_anew(made, {{item.id, made.top}}), area);
  const std::int64_t under = made.top * before.scored;
  REQUIRE(after.scored == before.scored);
  return {after.points - before.points, under};
}

bool same(const base::Ratio& ratio, const std::pair<std::int64_t, std::int64_t>& fraction) {
  return ratio.numerator * fraction.second == fraction.first * ratio.denominator;
}

}  // namespace

TEST_CASE("a higher score of one item moves its area and the total, and nothing else") {
  const model::Instrument asked = instrument(2, {area("a", {"a-1", "a-2"}), area("b", {"b-1", "b-2"})});
  const model::Snapshot answers = snapshot(
      {{"a-1", scored(0)}, {"a-2", scored(1)}, {"b-1", scored(2)}, {"b-2", scored(1)}});
  const score::Scorecard card = score::scorecard(answers, asked);
  const score::Projection projection = score::projection(card, {{"a-1", 2}});
  REQUIRE(projection.areas.size() == 2);
  CHECK(percent_text(projection.areas[0].now) == "25.0");
  CHECK(percent_text(projection.areas[0].then) == "75.0");
  CHECK(percent_text(projection.areas[1].then) == "75.0");
  CHECK(percent_text(projection.total_now) == "50.0");
  CHECK(percent_text(projection.total) == "75.0");
  REQUIRE(projection.items.size() == 1);
  CHECK(projection.items[0].now->score == 0);
  CHECK(projection.items[0].score == 2);
}

TEST_CASE("an item without a score gets one, so that coverage and possible points rise") {
  const model::Instrument asked = instrument(2, {area("a", {"a-1", "a-2", "a-3", "a-4"})});
  const model::Snapshot answers = snapshot(
      {{"a-1", scored(1)}, {"a-2", missing()}, {"a-3", dont_know()}, {"a-4", not_applicable()}});
  const score::Scorecard card = score::scorecard(answers, asked);
  const score::Projection projection = score::projection(card, {{"a-2", 2}, {"a-4", 2}, {"nowhere", 2}});
  CHECK(projection.total_now.scored == 1);
  CHECK(projection.total.scored == 3);
  CHECK(projection.total.possible == 6);
  CHECK(projection.total.not_applicable == 0);
  CHECK(projection.total.dont_know == 1);
  CHECK(percent_text(projection.total) == "83.3");
  CHECK(projection.items.size() == 2);
}

TEST_CASE("items with the same gain stand together, and no three are cut out of more") {
  const model::Instrument asked = instrument(2, {area("a", {"a-1", "a-2", "a-3", "a-4", "a-5", "a-6"})});
  const model::Snapshot answers = snapshot({{"a-1", scored(1)},
                                            {"a-2", scored(0)},
                                            {"a-3", scored(1)},
                                            {"a-4", scored(1)},
                                            {"a-5", scored(2)},
                                            {"a-6", dont_know()}});
  const score::Scorecard card = score::scorecard(answers, asked);
  const std::vector<score::Movers> movers = score::movers(card);
  REQUIRE(movers.size() == 2);
  CHECK(ids_of(movers[0]) == "a-2");
  CHECK(percent_text(movers[0].gain) == "20.0");
  CHECK(ids_of(movers[1]) == "a-1 a-3 a-4");
  CHECK(percent_text(movers[1].gain) == "10.0");
}

TEST_CASE("three items with the lowest score are enough; those above them are not named") {
  const model::Instrument asked = instrument(3, {area("a", {"a-1", "a-2", "a-3", "a-4"}), area("b", {"b-1"})});
  const model::Snapshot answers = snapshot(
      {{"a-1", scored(0)}, {"a-2", scored(0)}, {"a-3", scored(0)}, {"a-4", scored(2)}, {"b-1", scored(3)}});
  const score::Scorecard card = score::scorecard(answers, asked);
  const std::vector<score::Movers> movers = score::movers(card);
  REQUIRE(movers.size() == 1);
  CHECK(ids_of(movers[0]) == "a-1 a-2 a-3");
  CHECK(percent_text(movers[0].total_gain) == "20.0");
}

TEST_CASE("Projections of 400 random Snapshots are what the Snapshots answered anew score") {
  Dice dice(540);
  std::size_t changed = 0;
  for (int round = 0; round < 400; ++round) {
    CAPTURE(round);
    const Case made = random_case(dice);
    const score::ItemScores scores = random_scores(dice, made);
    const score::Scorecard card = score::scorecard(made.snapshot, made.instrument);
    const score::Projection projection = score::projection(card, scores);
    const Case anew = answered_anew(made, scores);
    check_figures(projection.total_now, sums_of(made, -1), made.top);
    check_figures(projection.total, sums_of(anew, -1), made.top);
    REQUIRE(projection.areas.size() == static_cast<std::size_t>(made.areas));
    for (int area = 0; area < made.areas; ++area) {
      check_figures(projection.areas[static_cast<std::size_t>(area)].now, sums_of(made, area), made.top);
      check_figures(projection.areas[static_cast<std::size_t>(area)].then, sums_of(anew, area), made.top);
    }
    CHECK(projection.items.size() == scores.size());
    changed += scores.size();
  }
  CHECK(changed > 1000);
}

TEST_CASE("The items that would move each area of 300 random Snapshots most are those of which no other gains more") {
  Dice dice(541);
  std::size_t named = 0;
  for (int round = 0; round < 300; ++round) {
    CAPTURE(round);
    const Case made = random_case(dice);
    const score::Scorecard card = score::scorecard(made.snapshot, made.instrument);
    const std::vector<score::Movers> movers = score::movers(card);
    for (const Plain& next : made.items) {
      if (next.answer < 0 || next.answer >= made.top) continue;
      // How many of its area gain more? With three of them it is not named, else it is.
      int more = 0;
      for (const Plain& rival : made.items)
        if (rival.area == next.area && rival.answer >= 0 && rival.answer < next.answer) ++more;
      int found = 0;
      for (const score::Movers& group : movers)
        for (const score::ItemScore* item : group.items) {
          if (*item->item->id != next.id) continue;
          ++found;
          CHECK(same(group.gain, naive_gain(made, next.area, next)));
          CHECK(same(group.total_gain, naive_gain(made, -1, next)));
          CHECK(group.area->id.value == "area-" + std::to_string(next.area));
        }
      CHECK(found == (more < 3 ? 1 : 0));
      named += static_cast<std::size_t>(found);
    }
  }
  CHECK(named > 1000);
}
