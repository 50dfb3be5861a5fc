#include "score/compare.h"

#include <doctest/doctest.h>

#include "tests/support/build_model.h"
#include "tests/unit/score/shown.h"

using namespace cpm;
using namespace cpm::test;

namespace {

using Ids = std::vector<std::string>;

Ids ids(const std::vector<const score::ItemScore*>& items) {
  Ids result;
  for (const score::ItemScore* next : items) result.push_back(next->item->id.value);
  return result;
}

/// The common items as "id of the older > id of the newer".
Ids pairs(const score::Comparison& comparison) {
  Ids result;
  for (const score::ItemChange& next : comparison.items)
    result.push_back(next.before->item->id.value + " > " + next.now->item->id.value);
  return result;
}

/// A Snapshot with its instrument and scorecard, at a fixed address since the scorecard points into it.
struct Side {
  Side(model::Instrument asked, model::Snapshot answered)
      : instrument(std::move(asked)), snapshot(std::move(answered)), card(score::scorecard(snapshot, instrument)) {}
  Side(const Side&) = delete;
  Side& operator=(const Side&) = delete;

  model::Instrument instrument;
  model::Snapshot snapshot;
  score::Scorecard card;
};

model::Instrument other(std::int64_t top, std::vector<model::Area> areas) {
  model::Instrument made = instrument(top, std::move(areas));
  made.id = given("other");
  return made;
}

}  // namespace

TEST_CASE("Two Snapshots of one instrument: every kind of change, with the sums of both dates") {
  const auto questions = [] {
    return instrument(2, {area("a", {"up", "down", "same", "new"}), area("b", {"gone", "open"})});
  };
  const Side before(
      questions(),
      snapshot(
          {{"up", scored(0)}, {"down", scored(2)}, {"same", scored(1)}, {"new", dont_know()}, {"gone", scored(1)}}));
  const Side now(questions(), snapshot({{"up", scored(2)},
                                        {"down", scored(1)},
                                        {"same", scored(1)},
                                        {"new", scored(2)},
                                        {"gone", not_applicable()}}));
  const score::Comparison comparison = score::compare(before.card, now.card);
  CHECK(comparison.before == &before.card);
  CHECK(comparison.now == &now.card);
  CHECK(comparison.same_instrument);
  CHECK(comparison.added.empty());
  CHECK(comparison.removed.empty());
  REQUIRE(comparison.items.size() == 6);
  const std::vector<score::Change> expected = {score::Change::up,
                                               score::Change::down,
                                               score::Change::same,
                                               score::Change::newly_rated,
                                               score::Change::no_longer_rated,
                                               score::Change::unrated};
  for (std::size_t i = 0; i < expected.size(); ++i) {
    CHECK(comparison.items[i].change == expected[i]);
    CHECK(score::count(comparison, expected[i]) == 1);
  }
  REQUIRE(comparison.areas.size() == 2);
  CHECK(comparison.areas[0].area == &now.instrument.areas[0]);
  CHECK(comparison.areas[0].before.points == 3);
  CHECK(comparison.areas[0].before.possible == 6);
  CHECK(comparison.areas[0].now.points == 6);
  CHECK(comparison.areas[0].now.possible == 8);
  CHECK(percent_text(comparison.areas[1].now) == "none");
  CHECK(comparison.total_before.scored == 4);
  CHECK(comparison.total_now.scored == 4);
  CHECK(score::applicable(comparison.total_now) == 5);
}

TEST_CASE("V9: two versions with 12 common items of 15 and 14 are compared on the 12 alone") {
  model::Area older = area("a", {});
  model::Area newer = area("a", {});
  model::Snapshot then = snapshot({});
  model::Snapshot today = snapshot({});
  for (int i = 0; i < 12; ++i) {
    const std::string id = "common-" + std::to_string(i);
    older.items.push_back(item(id));
    newer.items.push_back(item(id));
    add_rating(then, id, scored(i < 6 ? 1 : 0));
    add_rating(today, id, scored(i < 9 ? 2 : 1));
  }
  for (const char* id : {"old-a", "old-b", "reworded"}) {
    older.items.push_back(item(id));
    add_rating(then, id, scored(2));
  }
  for (const char* id : {"reworded", "new-a"}) {
    newer.items.push_back(item(id));
    add_rating(today, id, scored(0));
  }
  newer.items[12].revision = given("2");
  const Side before(instrument_version("1.0", {older}), then);
  const Side now(instrument_version("2.0", {newer}), today);
  const score::Comparison comparison = score::compare(before.card, now.card);
  CHECK(before.card.items.size() == 15);
  CHECK(now.card.items.size() == 14);
  CHECK_FALSE(comparison.same_instrument);
  CHECK(comparison.items.size() == 12);
  CHECK(percent_text(comparison.total_before) == "25.0");
  CHECK(percent_text(comparison.total_now) == "87.5");
  CHECK(comparison.total_before.items == 12);
  CHECK(ids(comparison.added) == Ids{"reworded", "new-a"});
  CHECK(ids(comparison.removed) == Ids{"old-a", "old-b", "reworded"});
}

TEST_CASE("An item with the same id is common only while its revision is unchanged") {
  const auto compared = [](const char* then, const char* today) {
    model::Instrument older = instrument_version("1.0", {area("a", {"q"})});
    model::Instrument newer = instrument_version("1.1", {area("a", {"q"})});
    if (*then != '\0') item_of(older, "q").revision = given(then);
    if (*today != '\0') item_of(newer, "q").revision = given(today);
    const Side before(older, snapshot({}));
    const Side now(newer, snapshot({}));
    return score::compare(before.card, now.card).items.size();
  };
  CHECK(compared("", "") == 1);
  CHECK(compared("2", "2") == 1);
  CHECK(compared("1", "2") == 0);
  CHECK(compared("", "2") == 0);
  CHECK(compared("2", "") == 0);
}

TEST_CASE("`same_as` joins a renamed item, also one whose revision changed") {
  model::Instrument older = instrument_version("1.0", {area("a", {"old-name", "q"})});
  model::Instrument newer = instrument_version("2.0", {area("b", {"q", "new-name"})});
  item_of(newer, "new-name").same_as = given("old-name");
  item_of(newer, "q").revision = given("2");
  SUBCASE("renamed") {
    const Side before(older, snapshot({{"old-name", scored(0)}}));
    const Side now(newer, snapshot({{"new-name", scored(1)}}));
    const score::Comparison comparison = score::compare(before.card, now.card);
    CHECK(pairs(comparison) == Ids{"old-name > new-name"});
    CHECK(comparison.items[0].change == score::Change::up);
    CHECK(comparison.areas.at(0).area == &now.instrument.areas[0]);
    CHECK(ids(comparison.added) == Ids{"q"});
    CHECK(ids(comparison.removed) == Ids{"q"});
  }
  SUBCASE("said to be the same in spite of the new revision") {
    item_of(newer, "q").same_as = given("q");
    const Side before(older, snapshot({}));
    const Side now(newer, snapshot({}));
    CHECK(pairs(score::compare(before.card, now.card)) == Ids{"q > q", "old-name > new-name"});
  }
  SUBCASE("the newer one says it; what the older says of still older ones does not matter") {
    item_of(older, "q").same_as = given("new-name");
    item_of(newer, "new-name").same_as = {};
    const Side before(older, snapshot({}));
    const Side now(newer, snapshot({}));
    CHECK(score::compare(before.card, now.card).items.empty());
  }
}

TEST_CASE("No older item is matched twice, and the unchanged one has it first") {
  const model::Instrument older = instrument_version("1.0", {area("a", {"q", "r"})});
  model::Instrument newer = instrument_version("2.0", {area("a", {"q-split", "q", "r-one", "r-two"})});
  item_of(newer, "q-split").same_as = given("q");
  item_of(newer, "r-one").same_as = given("r");
  item_of(newer, "r-two").same_as = given("r");
  const Side before(older, snapshot({}));
  const Side now(newer, snapshot({}));
  const score::Comparison comparison = score::compare(before.card, now.card);
  CHECK(pairs(comparison) == Ids{"q > q", "r > r-one"});
  CHECK(ids(comparison.added) == Ids{"q-split", "r-two"});
  CHECK(comparison.removed.empty());
}

TEST_CASE("An item that is unchanged leaves the one it says it is the same as to others") {
  const model::Instrument older = instrument_version("1.0", {area("a", {"q", "r"})});
  model::Instrument newer = instrument_version("2.0", {area("a", {"q", "new-name"})});
  item_of(newer, "q").same_as = given("r");
  item_of(newer, "new-name").same_as = given("r");
  const Side before(older, snapshot({}));
  const Side now(newer, snapshot({}));
  CHECK(pairs(score::compare(before.card, now.card)) == Ids{"q > q", "r > new-name"});
}

TEST_CASE("Within one version items are matched by id, whatever they were called before") {
  model::Instrument questions = instrument_version("2.0", {area("a", {"renamed", "reused"})});
  item_of(questions, "renamed").same_as = given("reused");
  const Side before(questions, snapshot({}));
  const Side now(questions, snapshot({}));
  CHECK(pairs(score::compare(before.card, now.card)) == Ids{"renamed > renamed", "reused > reused"});
}

TEST_CASE("Items of another instrument are common only by `same_as`, and scores are compared by share of the top") {
  model::Instrument newer = other(4, {area("x", {"q", "half", "third"})});
  item_of(newer, "half").same_as = given("p");
  item_of(newer, "third").same_as = given("r");
  const Side before(instrument(2, {area("a", {"p", "q", "r"})}),
                    snapshot({{"p", scored(1)}, {"q", scored(1)}, {"r", scored(2)}}));
  const Side now(newer, snapshot({{"q", scored(1)}, {"half", scored(2)}, {"third", scored(3)}}));
  const score::Comparison comparison = score::compare(before.card, now.card);
  CHECK_FALSE(comparison.same_instrument);
  CHECK(pairs(comparison) == Ids{"p > half", "r > third"});
  CHECK(comparison.items.at(0).change == score::Change::same);
  CHECK(comparison.items.at(1).change == score::Change::down);
  CHECK(percent_text(comparison.total_before) == "75.0");
  CHECK(percent_text(comparison.total_now) == "62.5");
  CHECK(comparison.total_now.distribution.size() == 5);
  CHECK(ids(comparison.added) == Ids{"q"});
  CHECK(ids(comparison.removed) == Ids{"q"});
}

TEST_CASE("Without a common item there are no sums to compare, and nothing is hidden") {
  const Side before(instrument(2, {area("a", {"p"})}), snapshot({{"p", scored(1)}}));
  const Side now(other(2, {area("a", {"p"})}), snapshot({{"p", scored(1)}}));
  const score::Comparison comparison = score::compare(before.card, now.card);
  CHECK(comparison.items.empty());
  CHECK(comparison.areas.empty());
  CHECK(comparison.total_before.items == 0);
  CHECK(percent_text(comparison.total_now) == "none");
  CHECK(ids(comparison.added) == Ids{"p"});
  CHECK(ids(comparison.removed) == Ids{"p"});
}
