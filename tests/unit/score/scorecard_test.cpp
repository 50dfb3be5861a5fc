#include "score/scorecard.h"

#include <doctest/doctest.h>

#include <limits>

#include "tests/support/build_model.h"
#include "tests/unit/score/shown.h"

using namespace cpm;
using namespace cpm::test;

namespace {

/// Ten items in one area.
model::Instrument ten() {
  return instrument(2, {area("a", {"q0", "q1", "q2", "q3", "q4", "q5", "q6", "q7", "q8", "q9"})});
}

/// V1: four 2, three 1, three 0.
model::Snapshot first_vector() {
  return snapshot({{"q0", scored(2)},
                   {"q1", scored(2)},
                   {"q2", scored(2)},
                   {"q3", scored(2)},
                   {"q4", scored(1)},
                   {"q5", scored(1)},
                   {"q6", scored(1)},
                   {"q7", scored(0)},
                   {"q8", scored(0)},
                   {"q9", scored(0)}});
}

/// An area of `items` items named after it, and the same score for each.
struct Uniform {
  std::string area;
  int items = 0;
  int score = 0;
};

struct Asked {
  model::Instrument instrument;
  model::Snapshot snapshot;
};

Asked asked(const std::vector<Uniform>& parts) {
  Asked result{.instrument = instrument(2, {}), .snapshot = snapshot({})};
  for (const Uniform& part : parts) {
    model::Area made = area(part.area, {});
    for (int i = 0; i < part.items; ++i) {
      made.items.push_back(item(part.area + "-" + std::to_string(i)));
      add_rating(result.snapshot, made.items.back().id.value, scored(part.score));
    }
    result.instrument.areas.push_back(made);
  }
  return result;
}

}  // namespace

TEST_CASE("V1: ten answers give 11 of 20 points, 55.0 percent, with the distribution") {
  const model::Instrument questions = ten();
  const model::Snapshot answers = first_vector();
  const score::Scorecard card = score::scorecard(answers, questions);
  CHECK(card.snapshot == &answers);
  CHECK(card.instrument == &questions);
  CHECK(card.top == 2);
  CHECK(card.total.points == 11);
  CHECK(card.total.possible == 20);
  CHECK(card.total.items == 10);
  CHECK(card.total.scored == 10);
  CHECK(card.total.distribution == std::vector<std::int64_t>{3, 3, 4});
  CHECK(percent_text(score::share(card.total)) == "55.0");
  CHECK(percent_text(score::lowest_share(card.total)) == "55.0");
  CHECK(percent_text(score::highest_share(card.total)) == "55.0");
}

TEST_CASE("V2: a missing answer widens the range and is never guessed") {
  const model::Instrument questions = ten();
  model::Snapshot answers = first_vector();
  SUBCASE("said to be missing") {
    answers.ratings[0].value = missing();
    CHECK(score::scorecard(answers, questions).total.missing == 1);
  }
  SUBCASE("not in the file") {
    answers.ratings.erase(answers.ratings.begin());
    CHECK(score::scorecard(answers, questions).total.missing == 1);
  }
  SUBCASE("nobody knew") {
    answers.ratings[0].value = dont_know();
    CHECK(score::scorecard(answers, questions).total.dont_know == 1);
    CHECK(score::scorecard(answers, questions).total.missing == 0);
  }
  const score::Figures total = score::scorecard(answers, questions).total;
  CHECK(total.points == 9);
  CHECK(total.possible == 18);
  CHECK(percent_text(score::share(total)) == "50.0");
  CHECK(total.scored == 9);
  CHECK(score::applicable(total) == 10);
  CHECK(percent_text(score::lowest_share(total)) == "45.0");
  CHECK(percent_text(score::highest_share(total)) == "55.0");
}

TEST_CASE("V3: an item that does not apply leaves the sums and the coverage") {
  const model::Instrument questions = ten();
  model::Snapshot answers = first_vector();
  answers.ratings[9].value = not_applicable();
  const score::Figures total = score::scorecard(answers, questions).total;
  CHECK(total.points == 11);
  CHECK(total.possible == 18);
  CHECK(percent_text(score::share(total)) == "61.1");
  CHECK(total.scored == 9);
  CHECK(total.not_applicable == 1);
  CHECK(score::applicable(total) == 9);
  CHECK(percent_text(score::lowest_share(total)) == "61.1");
  CHECK(percent_text(score::highest_share(total)) == "61.1");
}

TEST_CASE("V4: with nothing answered there is no percent, and the range is everything") {
  const model::Instrument questions = ten();
  const model::Snapshot answers = snapshot({});
  const score::Scorecard card = score::scorecard(answers, questions);
  CHECK_FALSE(score::share(card.total).has_value());
  CHECK_FALSE(score::share(card.areas.at(0).figures).has_value());
  CHECK(percent_text(score::lowest_share(card.total)) == "0.0");
  CHECK(percent_text(score::highest_share(card.total)) == "100.0");
  CHECK(card.items.at(0).rating == nullptr);
}

TEST_CASE("When no item applies there is neither a percent nor a range") {
  const model::Instrument questions = instrument(2, {area("a", {"q"})});
  const model::Snapshot answers = snapshot({{"q", not_applicable()}});
  const score::Figures total = score::scorecard(answers, questions).total;
  CHECK_FALSE(score::share(total).has_value());
  CHECK_FALSE(score::lowest_share(total).has_value());
  CHECK_FALSE(score::highest_share(total).has_value());
  CHECK(score::applicable(total) == 0);
}

TEST_CASE("V5: the total pools all items and is not the mean of the areas") {
  const Asked four = asked({{"or", 11, 2}, {"fd", 10, 0}, {"wd", 10, 0}, {"qi", 11, 0}});
  const score::Scorecard card = score::scorecard(four.snapshot, four.instrument);
  REQUIRE(card.areas.size() == 4);
  const std::vector<std::int64_t> possible = {22, 20, 20, 22};
  for (std::size_t i = 0; i < possible.size(); ++i) CHECK(card.areas[i].figures.possible == possible[i]);
  CHECK(card.areas[0].figures.points == 22);
  CHECK(card.total.points == 22);
  CHECK(card.total.possible == 84);
  CHECK(percent_text(score::share(card.total)) == "26.2");
}

TEST_CASE("V6: a benchmark is met at exactly its percent, before any rounding") {
  CHECK(score::meets({.numerator = 16, .denominator = 20}, 80));
  CHECK_FALSE(score::meets({.numerator = 15, .denominator = 20}, 80));
  // 79.96 percent prints as 80.0 and still misses.
  CHECK(percent_text(base::Ratio{.numerator = 1999, .denominator = 2500}) == "80.0");
  CHECK_FALSE(score::meets({.numerator = 1999, .denominator = 2500}, 80));
  CHECK(score::meets({.numerator = 0, .denominator = 20}, 0));
  CHECK_FALSE(score::meets({.numerator = 20, .denominator = 20}, std::numeric_limits<std::int64_t>::max()));
}

TEST_CASE("V7: percents have one decimal, half away from zero") {
  const auto of_items = [](int items, int fully) {
    const Asked one = asked({{"yes", fully, 2}, {"no", items - fully, 0}});
    return percent_text(score::share(score::scorecard(one.snapshot, one.instrument).total));
  };
  CHECK(of_items(3, 1) == "33.3");
  CHECK(of_items(3, 2) == "66.7");
  CHECK(of_items(16, 1) == "6.3");
}

TEST_CASE("V8: votes are reported as they were and never change the score") {
  const model::Instrument questions = instrument(2, {area("a", {"q"})});
  model::Rating rating = scored(1);
  add_votes(rating, "0", 2);
  add_votes(rating, "2", 3);
  const model::Snapshot answers = snapshot({{"q", rating}});
  const score::Scorecard card = score::scorecard(answers, questions);
  const score::ItemScore& item = card.items.at(0);
  CHECK(item.votes.split);
  CHECK(item.votes.agreeing == 0);
  CHECK(item.votes.voters == 5);
  CHECK(item.votes.lowest == 0);
  CHECK(item.votes.highest == 2);
  CHECK_FALSE(item.votes.outside);
  CHECK(item.score == 1);
  CHECK(card.total.points == 1);
}

TEST_CASE("Votes: agreement, range, and an agreed score that nobody came near") {
  const model::Instrument questions = instrument(3, {area("a", {"q"})});
  const auto votes_of = [&questions](const model::Rating& rating) {
    const model::Snapshot answers = snapshot({{"q", rating}});
    return score::scorecard(answers, questions).items.at(0).votes;
  };
  SUBCASE("most agree") {
    model::Rating rating = scored(2);
    add_votes(rating, "1", 1);
    add_votes(rating, "2", 6);
    const score::Votes votes = votes_of(rating);
    CHECK(votes.voters == 7);
    CHECK(votes.agreeing == 6);
    CHECK(votes.lowest == 1);
    CHECK(votes.highest == 2);
    CHECK_FALSE(votes.split);
    CHECK_FALSE(votes.outside);
  }
  SUBCASE("one person each, the highest first") {
    model::Rating rating = scored(2);
    for (const char* value : {"2", "1", "0"}) add_votes(rating, value, 1);
    CHECK(votes_of(rating).lowest == 0);
    CHECK(votes_of(rating).highest == 2);
  }
  SUBCASE("above every vote") {
    model::Rating rating = scored(3);
    add_votes(rating, "2", 4);
    add_votes(rating, "0", 1);
    CHECK(votes_of(rating).lowest == 0);
    CHECK(votes_of(rating).highest == 2);
    CHECK(votes_of(rating).outside);
    CHECK_FALSE(votes_of(rating).split);
  }
  SUBCASE("a value with no vote is not part of the range") {
    model::Rating rating = scored(1);
    add_votes(rating, "0", 0);
    add_votes(rating, "1", 2);
    add_votes(rating, "3", 1);
    CHECK(votes_of(rating).lowest == 1);
    CHECK_FALSE(votes_of(rating).split);
  }
  SUBCASE("votes for something that is not on the scale do not count") {
    model::Rating rating = scored(1);
    add_votes(rating, "4", 2);
    add_votes(rating, "yes", 2);
    add_votes(rating, "1x", 2);
    add_votes(rating, "1", -3);
    CHECK(votes_of(rating).voters == 0);
  }
  SUBCASE("an item without a score may have votes, and agrees with none") {
    model::Rating rating = dont_know();
    add_votes(rating, "0", 2);
    add_votes(rating, "3", 2);
    CHECK(votes_of(rating).split);
    CHECK(votes_of(rating).agreeing == 0);
    CHECK_FALSE(votes_of(rating).outside);
  }
  SUBCASE("absurd counts do not overflow") {
    model::Rating rating = scored(1);
    add_votes(rating, "0", 7);
    add_votes(rating, "1", std::numeric_limits<std::int64_t>::max());
    CHECK(votes_of(rating).voters == std::numeric_limits<std::int64_t>::max());
  }
}

TEST_CASE("Votes on a scale of a single value are never split") {
  const model::Instrument questions = instrument(0, {area("a", {"q"})});
  model::Rating rating = scored(0);
  add_votes(rating, "0", 4);
  const model::Snapshot answers = snapshot({{"q", rating}});
  const score::Votes votes = score::scorecard(answers, questions).items.at(0).votes;
  CHECK(votes.agreeing == 4);
  CHECK_FALSE(votes.split);
}

TEST_CASE("A score that is not on the scale, or stands beside a state, counts as missing") {
  const model::Instrument questions = instrument(2, {area("a", {"q", "r", "s"})});
  model::Rating both = scored(2);
  both.state = given(model::RatingState::not_applicable);
  const model::Snapshot answers = snapshot({{"q", scored(3)}, {"r", both}, {"s", model::Rating{}}});
  const score::Scorecard card = score::scorecard(answers, questions);
  CHECK(card.total.missing == 3);
  CHECK(card.total.scored == 0);
  CHECK(card.items.at(0).score == 0);
}

TEST_CASE("Every item knows its area and its rating, in the order of the instrument") {
  const model::Instrument questions = instrument(4, {area("a", {"q"}), area("b", {"r", "s"})});
  const model::Snapshot answers = snapshot({{"s", scored(4)}, {"q", scored(1)}, {"q", scored(3)}});
  const score::Scorecard card = score::scorecard(answers, questions);
  REQUIRE(card.items.size() == 3);
  CHECK(card.items[0].area == &questions.areas[0]);
  CHECK(card.items[2].area == &questions.areas[1]);
  CHECK(card.items[2].rating == &answers.ratings[0]);
  // The first of two entries counts.
  CHECK(card.items[0].score == 1);
  CHECK(card.areas.at(1).figures.distribution == std::vector<std::int64_t>{0, 0, 0, 0, 1});
  CHECK(score::find_item(card, "r") == &card.items[1]);
  CHECK(score::find_item(card, "t") == nullptr);
}

TEST_CASE("The sums over some items are those of these items alone") {
  const model::Instrument questions = ten();
  const model::Snapshot answers = first_vector();
  const score::Scorecard card = score::scorecard(answers, questions);
  const score::Figures two = score::figures({&card.items[0], &card.items[9]}, questions);
  CHECK(two.points == 2);
  CHECK(two.possible == 4);
  CHECK(two.distribution == std::vector<std::int64_t>{1, 0, 1});
  CHECK(score::figures({}, questions).items == 0);
  CHECK_FALSE(score::share(score::figures({}, questions)).has_value());
}

TEST_CASE("An instrument without a usable scale has no points at all") {
  model::Instrument questions = instrument(2, {area("a", {"q"})});
  questions.scale.clear();
  model::Rating rating = scored(0);
  add_votes(rating, "0", 1);
  const model::Snapshot answers = snapshot({{"q", rating}});
  const score::Figures total = score::scorecard(answers, questions).total;
  CHECK(total.missing == 1);
  CHECK_FALSE(score::lowest_share(total).has_value());
}
