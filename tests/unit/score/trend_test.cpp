// Trends over several Snapshots: chains by hand, and random ones against a literal second calculation.
#include "score/trend.h"

#include <doctest/doctest.h>

#include <deque>

#include "tests/support/build_model.h"
#include "tests/support/dice.h"
#include "tests/unit/score/shown.h"

using namespace cpm;
using namespace cpm::test;

namespace {

using Ids = std::vector<std::string>;

/// Snapshots with their instruments, at fixed addresses since scorecards point into them.
struct Sides {
  struct Side {
    model::Instrument instrument;
    model::Snapshot snapshot;
    score::Scorecard card = {};
  };

  void add(model::Instrument asked, model::Snapshot answered) {
    Side& side = sides.emplace_back(Side{std::move(asked), std::move(answered)});
    side.card = score::scorecard(side.snapshot, side.instrument);
  }

  score::Trend trend() const {
    std::vector<const score::Scorecard*> cards;
    for (const Side& side : sides) cards.push_back(&side.card);
    return score::trend(cards);
  }

  std::deque<Side> sides;
};

/// "a > b > c" for each common item.
Ids chains(const score::Trend& trend) {
  Ids result;
  for (const score::TrendItem& item : trend.items) {
    std::string text;
    for (const score::ItemScore* score : item.scores) text += (text.empty() ? "" : " > ") + score->item->id.value;
    result.push_back(text);
  }
  return result;
}

/// One question of one random Snapshot, as plain numbers.
struct PlainItem {
  std::string id;
  std::string revision;  // empty: none
  std::string same_as;   // empty: none
  int area = 0;
  int score = -1;  // -1: no score
};

struct PlainSide {
  std::string instrument;
  int top = 2;
  std::vector<PlainItem> items;
};

PlainSide random_side(Dice& dice) {
  PlainSide side{.instrument = dice.one_in(4) ? "other" : "test", .top = 1 + dice.up_to(3), .items = {}};
  for (int i = 0; i < 8; ++i) {
    if (dice.one_in(6)) continue;
    PlainItem next{.id = "i" + std::to_string(i), .revision = {}, .same_as = {}, .area = i / 4};
    if (dice.one_in(8)) next.revision = "2";
    if (dice.one_in(4)) next.same_as = "i" + std::to_string(dice.up_to(7));
    if (!dice.one_in(5)) next.score = dice.up_to(side.top);
    side.items.push_back(next);
  }
  return side;
}

void build(Sides& sides, const PlainSide& plain) {
  std::vector<model::Area> areas = {area("a0", {}), area("a1", {})};
  model::Snapshot answers = snapshot({});
  for (const PlainItem& next : plain.items) {
    model::Item made = item(next.id);
    if (!next.revision.empty()) made.revision = given(next.revision);
    if (!next.same_as.empty()) made.same_as = given(next.same_as);
    areas[static_cast<std::size_t>(next.area)].items.push_back(made);
    if (next.score >= 0) add_rating(answers, next.id, scored(next.score));
  }
  model::Instrument asked = instrument(plain.top, std::move(areas));
  asked.id = given(plain.instrument);
  sides.add(std::move(asked), std::move(answers));
}

/// Which item of `before` each item of `now` was; -1: none. First all of the same words, then `same_as` in order.
std::vector<int> was(const PlainSide& before, const PlainSide& now) {
  std::vector<int> result(now.items.size(), -1);
  std::vector<bool> taken(before.items.size(), false);
  for (const bool by_name : {false, true})
    for (std::size_t n = 0; n < now.items.size(); ++n)
      for (std::size_t b = 0; b < before.items.size(); ++b) {
        const PlainItem& later = now.items[n];
        const PlainItem& earlier = before.items[b];
        const bool alike = by_name ? later.same_as == earlier.id
                                   : before.instrument == now.instrument && later.id == earlier.id &&
                                         later.revision == earlier.revision;
        if (!alike || taken[b] || result[n] >= 0) continue;
        taken[b] = true;
        result[n] = static_cast<int>(b);
      }
  return result;
}

/// For each item of the last Snapshot: its place in every Snapshot, or nothing.
std::vector<std::vector<int>> followed(const std::vector<PlainSide>& sides) {
  std::vector<std::vector<int>> result;
  for (std::size_t last = 0; last < sides.back().items.size(); ++last) {
    std::vector<int> places(sides.size(), -1);
    places.back() = static_cast<int>(last);
    for (std::size_t i = sides.size() - 1; i-- > 0;)
      if (places[i + 1] >= 0) places[i] = was(sides[i], sides[i + 1])[static_cast<std::size_t>(places[i + 1])];
    if (places.front() >= 0) result.push_back(places);
  }
  return result;
}

struct ItemSums {
  std::int64_t points = 0;
  std::int64_t scored = 0;
  std::int64_t items = 0;
};

/// `area` -1: all of them.
ItemSums sums(const std::vector<PlainSide>& sides, const std::vector<std::vector<int>>& common, std::size_t side,
              int area) {
  ItemSums result;
  for (const std::vector<int>& places : common) {
    if (area >= 0 && sides.back().items[static_cast<std::size_t>(places.back())].area != area) continue;
    const PlainItem& next = sides[side].items[static_cast<std::size_t>(places[side])];
    result.items += 1;
    result.scored += next.score >= 0 ? 1 : 0;
    result.points += next.score >= 0 ? next.score : 0;
  }
  return result;
}

void check_figures(const score::Figures& figures, const ItemSums& expected, int top) {
  CHECK(figures.items == expected.items);
  CHECK(figures.scored == expected.scored);
  CHECK(figures.points == expected.points);
  CHECK(figures.possible == expected.scored * top);
}

int expected_count(const std::vector<PlainSide>& sides, const std::vector<std::vector<int>>& common, bool up) {
  int result = 0;
  for (const std::vector<int>& places : common) {
    const int first = sides.front().items[static_cast<std::size_t>(places.front())].score;
    const int last = sides.back().items[static_cast<std::size_t>(places.back())].score;
    if (first < 0 || last < 0) continue;
    const int difference = last * sides.front().top - first * sides.back().top;
    result += (up ? difference > 0 : difference < 0) ? 1 : 0;
  }
  return result;
}

}  // namespace

TEST_CASE("Three Snapshots of one instrument: sums at each date, change from the first to the last") {
  Sides sides;
  const auto questions = [] { return instrument(2, {area("a", {"p", "q"}), area("b", {"r"})}); };
  sides.add(questions(), snapshot({{"p", scored(0)}, {"q", scored(2)}, {"r", dont_know()}}));
  sides.add(questions(), snapshot({{"p", scored(2)}, {"q", scored(2)}, {"r", scored(1)}}));
  sides.add(questions(), snapshot({{"p", scored(1)}, {"q", scored(1)}, {"r", scored(1)}}));
  const score::Trend trend = sides.trend();
  CHECK(trend.same_instrument);
  CHECK(chains(trend) == Ids{"p > p > p", "q > q > q", "r > r > r"});
  CHECK(trend.items[0].change == score::Change::up);
  CHECK(trend.items[1].change == score::Change::down);
  CHECK(trend.items[2].change == score::Change::newly_rated);
  CHECK(score::count(trend, score::Change::up) == 1);
  REQUIRE(trend.areas.size() == 2);
  CHECK(percent_text(trend.areas[0].figures[0]) == "50.0");
  CHECK(percent_text(trend.areas[0].figures[1]) == "100.0");
  CHECK(percent_text(trend.areas[0].figures[2]) == "50.0");
  CHECK(percent_text(trend.areas[1].figures[0]) == "none");
  CHECK(percent_text(trend.total[1]) == "83.3");
  CHECK(trend.total[0].scored == 2);
}

TEST_CASE("An item is followed through its names, and left out when one Snapshot asks it in other words") {
  Sides sides;
  sides.add(instrument_version("1.0", {area("a", {"old", "kept", "reworded"})}), snapshot({{"old", scored(1)}}));
  model::Instrument second = instrument_version("2.0", {area("a", {"middle", "kept", "reworded"})});
  item_of(second, "middle").same_as = given("old");
  item_of(second, "reworded").revision = given("2");
  sides.add(second, snapshot({{"middle", scored(1)}}));
  model::Instrument third = instrument_version("3.0", {area("a", {"reworded"}), area("b", {"kept", "new"})});
  item_of(third, "new").same_as = given("middle");
  sides.add(third, snapshot({{"new", scored(2)}}));
  const score::Trend trend = sides.trend();
  CHECK_FALSE(trend.same_instrument);
  CHECK(chains(trend) == Ids{"kept > kept > kept", "old > middle > new"});
  REQUIRE(trend.areas.size() == 1);
  CHECK(trend.areas[0].area->id.value == "b");
  CHECK(trend.items[1].change == score::Change::up);
}

TEST_CASE("Snapshots without a common item have a trend without areas") {
  Sides sides;
  model::Instrument other = instrument(2, {area("a", {"q"})});
  other.id = given("other");
  sides.add(instrument(2, {area("a", {"q"})}), snapshot({}));
  sides.add(other, snapshot({}));
  sides.add(instrument(2, {area("a", {"q"})}), snapshot({}));
  const score::Trend trend = sides.trend();
  CHECK(trend.items.empty());
  CHECK(trend.areas.empty());
  CHECK(trend.total.size() == 3);
  CHECK(trend.total[0].items == 0);
}

TEST_CASE("A trend of two Snapshots says what their comparison says") {
  Dice dice(7);
  for (int round = 0; round < 100; ++round) {
    CAPTURE(round);
    Sides sides;
    build(sides, random_side(dice));
    build(sides, random_side(dice));
    const score::Trend trend = sides.trend();
    const score::Comparison comparison = score::compare(sides.sides[0].card, sides.sides[1].card);
    REQUIRE(trend.items.size() == comparison.items.size());
    for (std::size_t i = 0; i < trend.items.size(); ++i) {
      CHECK(trend.items[i].scores == std::vector{comparison.items[i].before, comparison.items[i].now});
      CHECK(trend.items[i].change == comparison.items[i].change);
    }
    CHECK(trend.total[0].points == comparison.total_before.points);
    CHECK(trend.total[1].possible == comparison.total_now.possible);
  }
}

TEST_CASE("Trends of 400 random rows of Snapshots are what a literal second calculation gives") {
  Dice dice(20180315);
  std::size_t common_items = 0;
  for (int round = 0; round < 400; ++round) {
    CAPTURE(round);
    std::vector<PlainSide> plain;
    Sides sides;
    for (int i = 0; i < 2 + round % 4; ++i) plain.push_back(random_side(dice));
    for (const PlainSide& side : plain) build(sides, side);
    const score::Trend trend = sides.trend();
    const std::vector<std::vector<int>> common = followed(plain);
    common_items += common.size();
    REQUIRE(trend.items.size() == common.size());
    for (std::size_t i = 0; i < plain.size(); ++i) {
      check_figures(trend.total[i], sums(plain, common, i, -1), plain[i].top);
      for (const score::TrendArea& in_area : trend.areas)
        check_figures(in_area.figures[i], sums(plain, common, i, in_area.area->id.value == "a0" ? 0 : 1), plain[i].top);
    }
    CHECK(static_cast<int>(score::count(trend, score::Change::up)) == expected_count(plain, common, true));
    CHECK(static_cast<int>(score::count(trend, score::Change::down)) == expected_count(plain, common, false));
  }
  CHECK(common_items > 400);  // the cases are not all trivial
}
