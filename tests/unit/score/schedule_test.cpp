#include "score/schedule.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/support/build_model.h"
#include "tests/support/dice.h"

using namespace cpm;
using namespace cpm::test;

namespace {

/// One step that is looked at from `monitor_on` on, and reviews of it at these days.
model::Plan monitored(std::string_view monitor_on, model::Rhythm rhythm, std::initializer_list<const char*> reviews) {
  model::Plan made = plan();
  made.horizon.start = day("2026-07-01");
  made.horizon.reassess = day("2027-09-30");
  add_priority(made, "p1", "wd");
  add_objective(made, "o1", "p1");
  model::Step& step = add_step(made, "s1", "o1");
  step.monitor_on = timeframe(monitor_on);
  step.monitor_every = given(rhythm);
  step.due = timeframe("2027-09");
  for (const char* review : reviews) {
    made.reviews.emplace_back().date = day(review);
    made.reviews.back().step = text("s1");
  }
  return made;
}

std::string joined(const std::vector<base::Timeframe>& dates) {
  std::string all;
  for (const base::Timeframe& one : dates) all += (all.empty() ? "" : " ") + base::to_text(one);
  return all;
}

/// "next | missed"
std::string standing(const model::Plan& plan, std::string_view as_of) {
  const score::Schedule schedule(plan, date(as_of));
  const auto monitoring = schedule.monitoring(plan.steps[0]);
  REQUIRE(monitoring.has_value());
  return (monitoring->next ? base::to_text(*monitoring->next) : "none") + " | " + joined(monitoring->missed);
}

}  // namespace

TEST_CASE("monitoring repeats from its first date to the reassessment") {
  using enum model::Rhythm;
  const auto dates = [](std::string_view first, model::Rhythm rhythm) {
    const model::Plan made = monitored(first, rhythm, {});
    return joined(score::Schedule(made, date("2026-07-01")).monitoring(made.steps[0])->dates);
  };
  CHECK(dates("2026-10-15", quarter) == "2026-10-15 2027-01-15 2027-04-15 2027-07-15");
  CHECK(dates("2026-11", half_year) == "2026-11 2027-05");
  CHECK(dates("2026-Q4", quarter) == "2026-Q4 2027-Q1 2027-Q2 2027-Q3");
  CHECK(dates("2026-Q4", month) == "2026-Q4 2027-Q1 2027-Q2 2027-Q3");
  CHECK(dates("2026-12-31", year) == "2026-12-31");
  CHECK(dates("2027-05-31", month) == "2027-05-31 2027-06-30 2027-07-31 2027-08-31 2027-09-30");
}

TEST_CASE("a review counts for the date nearest to it, and the next date is the one after") {
  using enum model::Rhythm;
  CHECK(standing(monitored("2026-10-15", quarter, {}), "2026-09-01") == "2026-10-15 | ");
  CHECK(standing(monitored("2026-10-15", quarter, {}), "2026-10-15") == "2026-10-15 | ");
  CHECK(standing(monitored("2026-10-15", quarter, {}), "2026-10-16") == "2026-10-15 | 2026-10-15");
  CHECK(standing(monitored("2026-10-15", quarter, {"2026-10-12"}), "2026-10-20") == "2027-01-15 | ");
  CHECK(standing(monitored("2026-10-15", quarter, {"2026-11-20"}), "2026-11-21") == "2027-01-15 | ");
  CHECK(standing(monitored("2026-10-15", quarter, {"2026-12-10"}), "2026-12-11") == "2027-04-15 | 2026-10-15");
  CHECK(standing(monitored("2026-11", half_year, {"2026-11-02", "2027-05-30"}), "2027-06-01") == "none | ");
}

TEST_CASE("a review after the day of the report does not count yet, nor one of another step") {
  using enum model::Rhythm;
  CHECK(standing(monitored("2026-10-15", quarter, {"2026-10-20"}), "2026-10-18") == "2026-10-15 | 2026-10-15");
  model::Plan other = monitored("2026-10-15", quarter, {"2026-10-12"});
  other.reviews[0].step = text("s2");
  CHECK(standing(other, "2026-10-18") == "2026-10-15 | 2026-10-15");
}

TEST_CASE("a review long before the first date counts for none") {
  using enum model::Rhythm;
  CHECK(standing(monitored("2027-01", quarter, {"2026-07-05"}), "2027-03-01") == "2027-01 | 2027-01");
  CHECK(standing(monitored("2027-01", quarter, {"2026-10-01"}), "2027-03-01") == "2027-04 | ");
}

TEST_CASE("when no monitoring date is left, the due date comes next") {
  const model::Plan made = monitored("2026-11", model::Rhythm::half_year, {"2026-11-02", "2027-05-30"});
  const score::Schedule schedule(made, date("2027-06-01"));
  REQUIRE(schedule.next(made.steps[0]).has_value());
  CHECK(base::to_text(*schedule.next(made.steps[0])) == "2027-09");
}

TEST_CASE("dates that passed without a review, counted one by one, are those of the schedule") {
  Dice dice(11);
  for (int round = 0; round < 300; ++round) {
    const auto rhythm = static_cast<model::Rhythm>(dice.up_to(4 - 1));
    model::Plan made = monitored("2026-08-15", rhythm, {});
    const base::Date first = date("2026-07-01");
    std::vector<base::Date> reviews;
    for (int i = 0; i < dice.up_to(6 - 1); ++i) {
      reviews.push_back(base::add_days(first, dice.up_to(480 - 1)));
      made.reviews.emplace_back().date = given(reviews.back());
      made.reviews.back().step = text("s1");
    }
    const base::Date as_of = base::add_days(first, dice.up_to(500 - 1));
    const auto monitoring = score::Schedule(made, as_of).monitoring(made.steps[0]);
    std::vector<base::Timeframe> missed;
    for (const base::Timeframe& one : monitoring->dates) {
      const bool fulfilled = std::ranges::any_of(reviews, [&](base::Date review) {
        const auto distance = [&](const base::Timeframe& other) {
          return std::abs(base::days_between(other.first, review));
        };
        return review <= as_of && review >= base::moved(monitoring->dates.front(), -score::months_of(rhythm)).first &&
               std::ranges::all_of(monitoring->dates, [&](const base::Timeframe& other) {
                 return distance(one) < distance(other) ||
                        (distance(one) == distance(other) && !(other.first < one.first));
               });
      });
      if (!fulfilled && one.last < as_of) missed.push_back(one);
    }
    CHECK(joined(monitoring->missed) == joined(missed));
  }
}
