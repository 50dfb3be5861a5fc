#include "score/votes.h"

#include <doctest/doctest.h>

#include <limits>
#include <random>

#include "tests/support/build_model.h"

using namespace cpm;
using namespace cpm::test;

namespace {

/// A rating with votes at 0, 1, 2, …
model::Rating voted(model::Rating rating, std::initializer_list<std::int64_t> people) {
  int value = 0;
  for (const std::int64_t count : people) add_votes(rating, std::to_string(value++), count);
  return rating;
}

std::string agreement_text(const score::VoteFigures& figures) {
  const std::optional<base::Ratio> share = score::agreement(figures);
  return share ? base::to_text(base::percent(*share)) : "none";
}

}  // namespace

TEST_CASE("Votes by area: agreement, range, unanimous, split and outside") {
  const model::Instrument asked = instrument(
      2, {area("a", {"like", "split", "unvoted"}), area("b", {"above", "open"}), area("c", {"silent"})});
  const model::Snapshot answers = snapshot({{"like", voted(scored(1), {0, 4, 0})},
                                            {"split", voted(scored(1), {1, 1, 4})},
                                            {"unvoted", scored(2)},
                                            {"above", voted(scored(2), {3, 2, 0})},
                                            {"open", voted(dont_know(), {1, 0, 1})}});
  const score::Scorecard card = score::scorecard(answers, asked);
  const score::TeamVotes team = score::team_votes(card);
  REQUIRE(team.areas.size() == 3);
  const score::VoteFigures& first = team.areas[0].figures;
  CHECK(first.items == 2);
  CHECK(first.unanimous == 1);
  CHECK(first.split == 1);
  CHECK(first.outside == 0);
  CHECK(first.lowest == 0);
  CHECK(first.highest == 2);
  CHECK(first.agreeing == 5);
  CHECK(first.votes == 10);
  CHECK(agreement_text(first) == "50.0");
  const score::VoteFigures& second = team.areas[1].figures;
  CHECK(second.items == 2);
  CHECK(second.outside == 1);
  CHECK(second.split == 1);
  CHECK(second.votes == 5);  // votes on an item without agreed score agree with nothing
  CHECK(agreement_text(second) == "0.0");
  CHECK(team.areas[2].figures.items == 0);
  CHECK(agreement_text(team.areas[2].figures) == "none");
  CHECK(team.total.items == 4);
  CHECK(team.total.unanimous == 1);
  CHECK(agreement_text(team.total) == "33.3");
  REQUIRE(team.split.size() == 2);
  CHECK(team.split[1]->item->id.value == "open");
  REQUIRE(team.outside.size() == 1);
  CHECK(team.outside[0]->item->id.value == "above");
}

TEST_CASE("The agreement of an item is exact, and there is none without votes or score") {
  const model::Instrument asked = instrument(2, {area("a", {"p", "q", "r"})});
  const model::Snapshot answers = snapshot(
      {{"p", voted(scored(1), {1, 2, 0})}, {"q", voted(missing(), {1, 2, 0})}, {"r", scored(1)}});
  const score::Scorecard card = score::scorecard(answers, asked);
  REQUIRE(score::agreement(card.items[0]).has_value());
  CHECK(*score::agreement(card.items[0]) == base::Ratio{2, 3});
  CHECK_FALSE(score::agreement(card.items[1]).has_value());
  CHECK_FALSE(score::agreement(card.items[2]).has_value());
}

TEST_CASE("Numbers of votes beyond reason do not overflow") {
  constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
  const model::Instrument asked = instrument(1, {area("a", {"p", "q"})});
  const model::Snapshot answers = snapshot({{"p", voted(scored(1), {0, kMost})}, {"q", voted(scored(1), {1, kMost})}});
  const score::Scorecard card = score::scorecard(answers, asked);
  CHECK(agreement_text(score::team_votes(card).total) == "100.0");
}

TEST_CASE("Votes of 300 random Snapshots are what a literal second calculation gives") {
  std::mt19937 numbers(315);
  const auto up_to = [&numbers](std::int64_t most) {
    return static_cast<std::int64_t>(numbers() % static_cast<std::uint32_t>(most + 1));
  };
  std::int64_t outside_seen = 0;
  for (int round = 0; round < 300; ++round) {
    CAPTURE(round);
    std::vector<model::Area> areas = {area("a", {}), area("b", {})};
    model::Snapshot answers = snapshot({});
    std::int64_t expected[2][5] = {};  // items, split, outside, agreeing, votes
    for (int i = 0; i < 12; ++i) {
      const std::string id = "i" + std::to_string(i);
      areas[static_cast<std::size_t>(i % 2)].items.push_back(item(id));
      const std::int64_t people[3] = {up_to(2), up_to(2), up_to(2)};
      const std::int64_t score = up_to(3) - 1;
      add_rating(answers, id, voted(score < 0 ? dont_know() : scored(score), {people[0], people[1], people[2]}));
      const std::int64_t all = people[0] + people[1] + people[2];
      if (all == 0) continue;
      std::int64_t* sums = expected[i % 2];
      sums[0] += 1;
      sums[1] += people[0] > 0 && people[2] > 0 ? 1 : 0;
      if (score < 0) continue;
      std::int64_t below = 0;
      std::int64_t above = 0;
      for (std::int64_t value = 0; value < 3; ++value) {
        if (value <= score) below += people[value];
        if (value >= score) above += people[value];
      }
      sums[2] += below == 0 || above == 0 ? 1 : 0;
      sums[3] += people[score];
      sums[4] += all;
    }
    const model::Instrument asked = instrument(2, std::move(areas));
    const score::Scorecard card = score::scorecard(answers, asked);
    const score::TeamVotes team = score::team_votes(card);
    for (std::size_t i = 0; i < 2; ++i) {
      const score::VoteFigures& figures = team.areas[i].figures;
      CHECK(figures.items == expected[i][0]);
      CHECK(figures.split == expected[i][1]);
      CHECK(figures.outside == expected[i][2]);
      CHECK(figures.agreeing == expected[i][3]);
      CHECK(figures.votes == expected[i][4]);
    }
    CHECK(team.total.outside == expected[0][2] + expected[1][2]);
    CHECK(team.outside.size() == static_cast<std::size_t>(team.total.outside));
    outside_seen += team.total.outside;
  }
  CHECK(outside_seen > 100);
}

TEST_CASE("The range of an area is that of all its items, whatever their order") {
  const model::Instrument asked = instrument(3, {area("a", {"high", "low", "middle"})});
  const model::Snapshot answers = snapshot({{"high", voted(scored(3), {0, 0, 0, 2})},
                                            {"low", voted(scored(0), {2, 0, 0, 0})},
                                            {"middle", voted(scored(1), {0, 2, 0, 0})}});
  const score::Scorecard card = score::scorecard(answers, asked);
  const score::TeamVotes team = score::team_votes(card);
  CHECK(team.total.lowest == 0);
  CHECK(team.total.highest == 3);
}
