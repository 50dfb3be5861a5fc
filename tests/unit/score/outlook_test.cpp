#include "score/outlook.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>

#include "tests/support/build_model.h"
#include "tests/support/dice.h"

using namespace cpm;
using namespace cpm::test;

namespace {

const base::Date kDay = date("2026-03-31");

/// A plan of this day with an objective in each of two areas.
model::Plan plan_of(std::string_view day_of_plan) {
  model::Plan made = plan();
  made.date = day(day_of_plan);
  add_priority(made, "p1", "wd");
  add_priority(made, "p2", "or");
  add_objective(made, "o1", "p1");
  add_objective(made, "o2", "p2");
  return made;
}

model::Step& add_open(model::Plan& plan, std::string_view id, std::string_view due, std::string_view objective = "o1") {
  model::Step& step = add_step(plan, id, objective);
  if (!due.empty()) step.due = timeframe(due);
  return step;
}

/// Done so many days after its due date.
model::Step& add_done(model::Plan& plan, std::string_view id, int days_late, std::string_view objective = "o1") {
  model::Step& step = add_open(plan, id, "2025-10-15", objective);
  step.status = given(model::StepStatus::done);
  step.done_on = given(base::add_days(date("2025-10-15"), days_late));
  return step;
}

/// Eight done steps: -10, -4, 0, 3, 8, 20, 30, 90. Quartiles at the places 2, 4 and 6.
void add_eight(model::Plan& plan) {
  int number = 0;
  for (const int days : {30, -4, 90, 0, -10, 20, 3, 8}) add_done(plan, "done-" + std::to_string(number++), days);
}

std::optional<score::Outlook> outlook_of(const std::vector<const model::Plan*>& plans, base::Date as_of = kDay) {
  std::vector<score::PlanVersion> versions;
  for (const model::Plan* const one : plans) versions.push_back({.plan = one, .file = versions.size()});
  return score::outlook(*plans.back(), versions, as_of);
}

std::string figures_shown(const score::Lateness& lateness) {
  std::string text = lateness.area + " " + std::to_string(lateness.ended) + "+" + std::to_string(lateness.overdue) +
                     ":";
  for (const int days : {lateness.first_quartile, lateness.median, lateness.third_quartile})
    text += " " + std::to_string(days);
  return text;
}

std::string range_shown(const score::ObjectiveOutlook& one) {
  std::string text = *one.objective->id + " " + std::to_string(one.open) + "/" + std::to_string(one.undated);
  if (!one.range) return text;
  text += " " + base::to_text(one.range->planned) + ": " + base::to_text(one.range->from) + " ";
  return text + (one.range->to ? base::to_text(*one.range->to) : "or later");
}

}  // namespace

TEST_CASE("quartiles of days late are by nearest rank, and ranges add them to due dates") {
  model::Plan made = plan_of("2025-06-01");
  add_eight(made);
  add_open(made, "a", "2026-06-30");
  add_open(made, "b", "2026-05", "o2");
  const auto found = outlook_of({&made});
  REQUIRE(found.has_value());
  REQUIRE(found->lateness.size() == 2);
  CHECK(figures_shown(found->lateness[0]) == "wd 8+0: -4 3 20");
  CHECK(figures_shown(found->lateness[1]) == " 8+0: -4 3 20");
  REQUIRE(found->objectives.size() == 2);
  CHECK(range_shown(found->objectives[0]) == "o1 1/0 2026-06-30: 2026-06-26 2026-07-20");
  CHECK(range_shown(found->objectives[1]) == "o2 1/0 2026-05: 2026-05-27 2026-06-20");
}

TEST_CASE("an objective is reached with its last step; steps without a due date do not count") {
  model::Plan made = plan_of("2025-06-01");
  add_eight(made);
  add_open(made, "a", "2026-06-30");
  add_open(made, "b", "2026-09-30");
  add_open(made, "c", "");
  add_open(made, "d", "", "o2");
  add_open(made, "e", "2027-01-01", "o2").status = given(model::StepStatus::dropped);
  const auto found = outlook_of({&made});
  REQUIRE(found.has_value());
  CHECK(range_shown(found->objectives[0]) == "o1 3/1 2026-09-30: 2026-09-26 2026-10-20");
  CHECK(range_shown(found->objectives[1]) == "o2 1/1");
}

TEST_CASE("what is planned is the latest due date as the plan has it: no day that nobody wrote") {
  const auto planned = [](const std::vector<std::string>& dues) {
    model::Plan made = plan_of("2025-06-01");
    add_eight(made);
    for (const std::string& due : dues) add_open(made, "due-" + due, due);
    return base::to_text(outlook_of({&made})->objectives[0].range->planned);
  };
  CHECK(planned({"2026-04"}) == "2026-04");
  CHECK(planned({"2026-Q2", "2026-05-15"}) == "2026-Q2");
  CHECK(planned({"2026-05", "2026-06-01"}) == "2026-06-01");
  CHECK_MESSAGE(planned({"2026-04-30", "2026-04"}) == "2026-04-30", "both end on one day, and this one says so");
  CHECK(planned({"2026-04", "2026-04-30"}) == "2026-04-30");
}

TEST_CASE("late open steps count as late as they are, and no range begins before the day") {
  model::Plan made = plan_of("2025-06-01");
  add_eight(made);
  add_open(made, "a", "2026-03-21");                       // 10 days late
  add_open(made, "b", "2025-12-31", "o2");                 // 90 days late
  add_open(made, "c", "2026-03-31");                       // due today
  add_done(made, "d", 400).due = timeframe("2026-03-01");  // done after the day: 30 days late by now
  const auto found = outlook_of({&made});
  REQUIRE(found.has_value());
  // wd: -10 -4 0 3 8 10 20 30 30 90; all: one more 90
  CHECK(figures_shown(found->lateness[0]) == "wd 8+2: 0 8 30");
  CHECK(figures_shown(found->lateness[1]) == " 8+3: 0 10 30");
  CHECK(range_shown(found->objectives[0]) == "o1 2/0 2026-03-31: 2026-03-31 2026-04-30");
  CHECK(range_shown(found->objectives[1]) == "o2 1/0 2025-12-31: 2026-03-31 or later");
}

TEST_CASE("with fewer than eight ended steps, or nothing open, nothing is said") {
  model::Plan made = plan_of("2025-06-01");
  for (int i = 0; i < 7; ++i) add_done(made, "done-" + std::to_string(i), i);
  add_done(made, "undated", 3).due = {};
  add_done(made, "unknown", 3).done_on = {};
  add_done(made, "dropped", 3).status = given(model::StepStatus::dropped);
  add_open(made, "a", "2026-06-30");
  CHECK(!outlook_of({&made}).has_value());
  add_done(made, "eighth", 3);
  CHECK(outlook_of({&made}).has_value());
  CHECK(!outlook_of({&made}, date("2025-10-15")).has_value());
  std::erase_if(made.steps, [](const model::Step& step) { return *step.id == "a"; });
  CHECK(!outlook_of({&made}).has_value());
}

TEST_CASE("a step that the next plan carries on counts once, against its first due date") {
  model::Plan older = plan_of("2024-06-01");
  model::Plan newer = plan_of("2025-06-01");
  add_eight(newer);
  add_open(older, "s1", "2025-03-31").action = given("Find  a coach");
  add_open(newer, "s7", "2026-06-30").action = given("Find a Coach");
  auto found = outlook_of({&older, &newer});
  REQUIRE(found.has_value());
  // 365 days late by now; its range ends no earlier than the date it was moved to.
  CHECK(figures_shown(found->lateness[0]) == "wd 8+1: 0 8 30");
  CHECK(found->lateness[0].moved == 1);
  CHECK(range_shown(found->objectives[0]) == "o1 1/0 2026-06-30: 2026-03-31 2026-06-30");
  // Ids of two plans say nothing: this is another step, which the older plan left open for 62 days.
  newer.steps.back().action = given("Find a deputy");
  newer.steps.back().id = given("s1");
  found = outlook_of({&older, &newer});
  CHECK(figures_shown(found->lateness[0]) == "wd 8+1: 0 8 30");
  CHECK(found->lateness[0].moved == 0);
  CHECK(range_shown(found->objectives[0]) == "o1 1/0 2026-06-30: 2026-06-30 2026-07-30");
}

TEST_CASE("what was done in the older plan and is planned again is another step") {
  model::Plan older = plan_of("2024-06-01");
  model::Plan newer = plan_of("2025-06-01");
  add_eight(newer);
  add_done(older, "s1", 5).action = given("Hold the yearly day of coaches");
  add_open(newer, "s1", "2026-10-15").action = given("Hold the yearly day of coaches");
  auto found = outlook_of({&older, &newer});
  REQUIRE(found.has_value());
  CHECK(found->lateness[0].ended == 9);
  CHECK(range_shown(found->objectives[0]).starts_with("o1 1/0 2026-10-15: 2026-10-15"));
  newer.steps.back() = older.steps.back();
  add_open(newer, "other", "2026-10-15");
  CHECK(outlook_of({&older, &newer})->lateness[0].ended == 9);
}

TEST_CASE("plans dated after the day are left out, as are steps that only an earlier version of a file has") {
  model::Plan made = plan_of("2025-06-01");
  model::Plan later = plan_of("2026-06-01");
  add_eight(later);
  add_open(made, "a", "2026-06-30");
  std::vector<score::PlanVersion> versions{{.plan = &made, .file = 0}, {.plan = &later, .file = 1}};
  CHECK(!score::outlook(made, versions, kDay).has_value());
  versions[1] = versions[0];
  versions[0] = {.plan = &later, .file = 0, .past = true};
  later.date = day("2025-06-01");
  CHECK(!score::outlook(made, versions, kDay).has_value());
}

TEST_CASE("an earlier version of a file gives the first due date") {
  model::Plan now = plan_of("2025-06-01");
  add_eight(now);
  add_open(now, "a", "2026-06-30").action = given("Reworded");
  model::Plan then = now;
  then.steps.back().due = timeframe("2026-05-31");
  then.steps.back().action = given("As it was");
  then.steps[0].due = timeframe("2025-09-15");  // 30 days late becomes 60
  const std::vector<score::PlanVersion> versions{{.plan = &then, .file = 0, .past = true}, {.plan = &now, .file = 0}};
  const auto found = score::outlook(now, versions, kDay);
  REQUIRE(found.has_value());
  CHECK(figures_shown(found->lateness[0]) == "wd 8+0: -4 3 20");
  CHECK(found->lateness[0].moved == 1);
  CHECK(range_shown(found->objectives[0]) == "o1 1/0 2026-06-30: 2026-05-27 2026-06-30");
}

namespace {

/// Every value counted out: the place of a quartile is the first that has enough values up to it.
int counted_out(std::vector<int> values, std::size_t quarters) {
  for (const int candidate : std::set<int>(values.begin(), values.end())) {
    const auto up_to = std::ranges::count_if(values, [&](int value) { return value <= candidate; });
    if (static_cast<std::size_t>(up_to) * 4 >= quarters * values.size()) return candidate;
  }
  return 0;
}

/// A plan of random steps whose days late are kept by area.
model::Plan random_plan(Dice& dice, std::map<std::string, std::vector<int>>& late, std::size_t& ended) {
  model::Plan made = plan_of("2025-06-01");
  for (int i = 0; i < 30; ++i) {
    const bool first = dice.one_in(2);
    const int days = dice.up_to(200) - 100;
    const bool is_done = !dice.one_in(4);
    const std::string id = "s" + std::to_string(i);
    const base::Date due = is_done ? date("2025-10-15") : base::add_days(kDay, -days);
    model::Step& step = add_open(made, id, base::to_text(due), first ? "o1" : "o2");
    if (is_done) step.status = given(model::StepStatus::done);
    if (is_done) step.done_on = given(base::add_days(due, days));
    if (is_done || days > 0) late[first ? "wd" : "or"].push_back(days);
    if (is_done) ++ended;
  }
  return made;
}

}  // namespace

TEST_CASE("quartiles of random plans are those of counting every value out") {
  Dice dice(20260331);
  int compared = 0;
  for (int round = 0; round < 300; ++round) {
    std::map<std::string, std::vector<int>> late;
    std::size_t ended = 0;
    const model::Plan made = random_plan(dice, late, ended);
    const auto found = outlook_of({&made});
    if (!found) continue;
    late[""] = late["wd"];
    late[""].insert(late[""].end(), late["or"].begin(), late["or"].end());
    for (const score::Lateness& lateness : found->lateness) {
      const std::vector<int>& values = late[lateness.area];
      REQUIRE(lateness.ended + lateness.overdue == values.size());
      CHECK(lateness.first_quartile == counted_out(values, 1));
      CHECK(lateness.median == counted_out(values, 2));
      CHECK(lateness.third_quartile == counted_out(values, 3));
      ++compared;
    }
  }
  CHECK(compared > 300);
}
