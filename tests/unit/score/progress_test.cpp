#include "score/progress.h"

#include <doctest/doctest.h>

#include "tests/support/build_model.h"

using namespace cpm;
using namespace cpm::test;

namespace {

const base::Date kAsOf = date("2019-01-15");

/// A plan of two priorities in one area and one in another.
model::Plan three_priorities() {
  model::Plan made = plan();
  add_priority(made, "p1", "wd");
  add_priority(made, "p2", "or");
  add_priority(made, "p3", "wd");
  add_objective(made, "o1", "p1");
  add_objective(made, "o2", "p2");
  add_objective(made, "o3", "p3");
  return made;
}

struct Due {
  const char* monitor_on = "";
  const char* due = "";
  model::StepStatus status = model::StepStatus::in_progress;
};

/// What is said of a single step with these dates.
score::StepProgress step_with(const Due& dates) {
  static model::Plan made;
  made = three_priorities();
  model::Step& step = add_step(made, "s1", "o1");
  if (*dates.monitor_on != '\0') step.monitor_on = timeframe(dates.monitor_on);
  if (*dates.due != '\0') step.due = timeframe(dates.due);
  step.status = given(dates.status);
  const score::Progress progress = score::progress(made, kAsOf);
  CHECK(progress.overdue == (progress.steps.at(0).overdue ? 1 : 0));
  CHECK(progress.upcoming == (progress.steps.at(0).upcoming ? 1 : 0));
  return progress.steps.at(0);
}

std::vector<std::string> labels(const std::vector<score::Group>& groups) {
  std::vector<std::string> result;
  for (const score::Group& group : groups) result.push_back(group.label);
  return result;
}

std::string reached(const IndicatorFigures& figures) {
  model::Plan made = three_priorities();
  made.objectives[0].indicator = indicator(figures);
  const score::Progress progress = score::progress(made, kAsOf);
  REQUIRE(progress.indicators.size() == 1);
  CHECK(progress.indicators[0].objective == &made.objectives[0]);
  const std::optional<base::Ratio> share = progress.indicators[0].share;
  return share ? base::to_text(base::percent(*share)) : "none";
}

}  // namespace

TEST_CASE("A step is overdue from the day after its date, and upcoming from the day itself for 60 days") {
  CHECK(step_with({.monitor_on = "2019-01-14"}).overdue);
  CHECK(step_with({.monitor_on = "2019-01-14"}).days_late == 1);
  CHECK_FALSE(step_with({.monitor_on = "2019-01-14"}).upcoming);
  CHECK_FALSE(step_with({.monitor_on = "2019-01-15"}).overdue);
  CHECK(step_with({.monitor_on = "2019-01-15"}).upcoming);
  CHECK(step_with({.monitor_on = "2019-01-15"}).days_late == 0);
  CHECK(step_with({.monitor_on = "2019-03-16"}).upcoming);  // 60 days later
  CHECK(step_with({.monitor_on = "2019-03-16"}).days_late == 0);
  CHECK_FALSE(step_with({.monitor_on = "2019-03-17"}).upcoming);  // 61
  CHECK_FALSE(step_with({.monitor_on = "2019-03-17"}).overdue);
  CHECK(step_with({.monitor_on = "2018-01-15"}).days_late == 365);
}

TEST_CASE("A month or a quarter is overdue once its last day has passed, and counts for the 60 days by it") {
  CHECK_FALSE(step_with({.monitor_on = "2019-01"}).overdue);
  CHECK(step_with({.monitor_on = "2019-01"}).upcoming);
  CHECK(step_with({.monitor_on = "2018-12"}).days_late == 15);
  CHECK(step_with({.monitor_on = "", .due = "2018-Q4"}).days_late == 15);
  CHECK_FALSE(step_with({.monitor_on = "", .due = "2019-Q1"}).overdue);
  CHECK_FALSE(step_with({.monitor_on = "", .due = "2019-Q1"}).upcoming);  // March 31 is 75 days away
}

TEST_CASE("The monitoring date counts; the due date only when there is none") {
  CHECK(step_with({.monitor_on = "2019-02-01", .due = "2019-01-01"}).upcoming);
  CHECK_FALSE(step_with({.monitor_on = "2019-02-01", .due = "2019-01-01"}).overdue);
  CHECK(step_with({.monitor_on = "", .due = "2019-01-01"}).overdue);
  CHECK(step_with({.monitor_on = "", .due = "2019-01-01"}).next_date == *timeframe("2019-01-01"));
  const score::StepProgress undated = step_with({});
  CHECK_FALSE(undated.next_date.has_value());
  CHECK_FALSE(undated.overdue);
  CHECK_FALSE(undated.upcoming);
}

TEST_CASE("A step that is done or dropped is neither late nor next; a delayed or unstarted one is") {
  for (const model::StepStatus closed : {model::StepStatus::done, model::StepStatus::dropped}) {
    CHECK_FALSE(step_with({.monitor_on = "2018-12-01", .due = "", .status = closed}).overdue);
    CHECK(step_with({.monitor_on = "2018-12-01", .due = "", .status = closed}).days_late == 0);
    CHECK_FALSE(step_with({.monitor_on = "2019-02-01", .due = "", .status = closed}).upcoming);
    CHECK(step_with({.monitor_on = "2019-02-01", .due = "", .status = closed}).next_date == *timeframe("2019-02-01"));
  }
  CHECK(step_with({.monitor_on = "2018-12-01", .due = "", .status = model::StepStatus::delayed}).overdue);
  CHECK(step_with({.monitor_on = "2018-12-01", .due = "", .status = model::StepStatus::not_started}).overdue);
  CHECK(step_with({.monitor_on = "2019-02-01", .due = "", .status = model::StepStatus::delayed}).upcoming);
}

TEST_CASE("Steps are counted by status, priority, area and responsible") {
  model::Plan made = three_priorities();
  add_step(made, "s1", "o1").responsible = role("Training manager");
  add_step(made, "s2", "o3").responsible = team("Coaching team");
  add_step(made, "s3", "o3");
  add_step(made, "s4", "o1").responsible = role("Training manager");
  made.steps[0].status = given(model::StepStatus::done);
  made.steps[1].monitor_on = timeframe("2019-01-01");
  made.steps[2].due = timeframe("2019-02-01");
  made.steps[3].status = given(model::StepStatus::dropped);
  const score::Progress progress = score::progress(made, kAsOf);

  CHECK(progress.plan == &made);
  CHECK(progress.as_of == kAsOf);
  CHECK(progress.counts == score::StatusCounts{2, 0, 1, 0, 1});
  CHECK(progress.overdue == 1);
  CHECK(progress.upcoming == 1);
  CHECK(progress.steps.at(1).objective == &made.objectives[2]);
  CHECK(progress.steps.at(1).priority == &made.priorities[2]);

  CHECK(labels(progress.by_priority) == std::vector<std::string>{"Priority p1", "Priority p2", "Priority p3"});
  CHECK(progress.by_priority[0].id == "p1");
  CHECK(progress.by_priority[0].steps == 2);
  CHECK(progress.by_priority[0].counts == score::StatusCounts{0, 0, 1, 0, 1});
  CHECK(progress.by_priority[1].steps == 0);
  CHECK(progress.by_priority[2].overdue == 1);
  CHECK(progress.by_priority[2].upcoming == 1);

  CHECK(labels(progress.by_area) == std::vector<std::string>{"wd", "or"});
  CHECK(progress.by_area[0].id == "wd");
  CHECK(progress.by_area[0].steps == 4);
  CHECK(progress.by_area[1].steps == 0);

  CHECK(labels(progress.by_responsible) == std::vector<std::string>{"Coaching team", "Training manager", ""});
  CHECK(progress.by_responsible[0].overdue == 1);
  CHECK(progress.by_responsible[1].counts == score::StatusCounts{0, 0, 1, 0, 1});
  CHECK(progress.by_responsible[2].upcoming == 1);
  for (const score::Group& group : progress.by_responsible) CHECK(group.id.empty());
}

TEST_CASE("A step of an objective that is not there is counted, but in no priority") {
  model::Plan made = three_priorities();
  add_step(made, "s1", "no-such-objective");
  const score::Progress progress = score::progress(made, kAsOf);
  CHECK(progress.counts == score::StatusCounts{1, 0, 0, 0, 0});
  CHECK(progress.steps.at(0).objective == nullptr);
  CHECK(progress.steps.at(0).priority == nullptr);
  for (const score::Group& group : progress.by_priority) CHECK(group.steps == 0);
}

TEST_CASE("An open step waits for the steps before it that are not done") {
  model::Plan made = three_priorities();
  add_step(made, "first", "o1").status = given(model::StepStatus::done);
  add_step(made, "second", "o1").status = given(model::StepStatus::delayed);
  add_step(made, "third", "o1").after = texts({"first", "second", "third", "no-such-step"});
  model::Step& last = add_step(made, "last", "o1");
  last.after = texts({"second"});
  last.status = given(model::StepStatus::done);
  const score::Progress progress = score::progress(made, kAsOf);
  CHECK(progress.steps.at(2).waits_for == std::vector<const model::Step*>{&made.steps[1]});
  CHECK(progress.steps.at(3).waits_for.empty());
}

TEST_CASE("The progress of an indicator is the share of the way from baseline to target") {
  CHECK(reached({.baseline = "10", .target = "50", .current = "20"}) == "25.0");
  CHECK(reached({.baseline = "10", .target = "50", .current = "50"}) == "100.0");
  CHECK(reached({.baseline = "10", .target = "50", .current = "60"}) == "125.0");
  CHECK(reached({.baseline = "10", .target = "50", .current = "5"}) == "-12.5");
  CHECK(reached({.baseline = "12.5", .target = "10", .current = "11.25"}) == "50.0");  // fewer is better
  CHECK(reached({.baseline = "-0.25", .target = "0.5", .current = "0"}) == "33.3");
  CHECK(reached({.baseline = "0.000001", .target = "999999999999999", .current = "999999999999999"}) == "100.0");
}

TEST_CASE("An indicator without one of its figures, or with nowhere to go, has no share") {
  CHECK(reached({.baseline = "10", .target = "50", .current = ""}) == "none");
  CHECK(reached({.baseline = "", .target = "50", .current = "20"}) == "none");
  CHECK(reached({.baseline = "10", .target = "", .current = "20"}) == "none");
  CHECK(reached({.baseline = "10", .target = "10.0", .current = "20"}) == "none");
}

TEST_CASE("Objectives without an indicator are not listed among the indicators") {
  CHECK(score::progress(three_priorities(), kAsOf).indicators.empty());
}

TEST_CASE("A responsible person is named by role or team, with the name only when asked for") {
  model::Step step;
  CHECK(score::responsible_text(step, true).empty());
  step.responsible = role("Training manager");
  CHECK(score::responsible_text(step, true) == "Training manager");
  step.responsible->name = given("Ana Ruiz");
  CHECK(score::responsible_text(step, true) == "Training manager (Ana Ruiz)");
  CHECK(score::responsible_text(step, false) == "Training manager");
  step.responsible = team("Coaching team");
  CHECK(score::responsible_text(step, true) == "Coaching team");
  step.responsible->team = {};
  step.responsible->name = given("Ana Ruiz");
  CHECK(score::responsible_text(step, true) == "Ana Ruiz");
  CHECK(score::responsible_text(step, false).empty());
}

TEST_CASE("A share that no figure of a plan comes near is not worked with") {
  // 922337203685477 is the largest whole number that leaves room for a percent with a decimal.
  CHECK(reached({.baseline = "0", .target = "1", .current = "922337203685477"}) != "none");
  CHECK(reached({.baseline = "0", .target = "1", .current = "922337203685478"}) == "none");
  CHECK(reached({.baseline = "0", .target = "1", .current = "-922337203685477"}) != "none");
  CHECK(reached({.baseline = "0", .target = "1", .current = "-922337203685478"}) == "none");
  CHECK(reached({.baseline = "0", .target = "922337203685477", .current = "1"}) == "0.0");
  CHECK(reached({.baseline = "0", .target = "922337203685478", .current = "1"}) == "none");
  CHECK(reached({.baseline = "0", .target = "-922337203685479", .current = "1"}) == "none");
}

TEST_CASE("Those responsible are in the order of their names") {
  model::Plan made = three_priorities();
  for (const char* name : {"Trainer", "", "Analyst", "Manager"}) {
    model::Step& step = add_step(made, std::string("s-") + name, "o1");
    if (*name != '\0') step.responsible = role(name);
  }
  CHECK(labels(score::progress(made, kAsOf).by_responsible) ==
        std::vector<std::string>{"Analyst", "Manager", "Trainer", ""});
}

TEST_CASE("A priority without area is in none, and neither are its steps") {
  model::Plan made = three_priorities();
  made.priorities[1].area = {};
  add_step(made, "s1", "o2");
  CHECK(labels(score::progress(made, kAsOf).by_area) == std::vector<std::string>{"wd"});
}

TEST_CASE("The open steps of a plan that has been replaced are history: counted, and neither late nor next") {
  model::Plan made = three_priorities();
  for (const auto& [id, status] :
       {std::pair{"s1", model::StepStatus::in_progress}, std::pair{"s2", model::StepStatus::delayed},
        std::pair{"s3", model::StepStatus::done}}) {
    model::Step& step = add_step(made, id, "o1");
    step.due = timeframe("2018-12-31");
    step.monitor_on = timeframe("2018-10");
    step.monitor_every = given(model::Rhythm::month);
    step.status = given(status);
  }
  made.steps[1].after = texts({"s1"});
  const score::Progress now = score::progress(made, kAsOf);
  CHECK(now.overdue == 2);
  CHECK(now.left_out == 0);
  CHECK(now.chain.size() == 2);
  const model::Plan later = plan();
  const score::Progress then = score::progress(made, kAsOf, &later);
  CHECK(then.overdue == 0);
  CHECK(then.upcoming == 0);
  CHECK(then.left_out == 2);
  CHECK(then.counts == now.counts);
  CHECK(then.by_priority.at(0).overdue == 0);
  CHECK(then.steps.at(0).days_late == 0);
  CHECK_FALSE(then.steps.at(0).monitoring.has_value());
  CHECK(then.steps.at(1).waits_for.empty());
  CHECK(then.chain.empty());
  CHECK(then.load.empty());
  CHECK(then.unowned.empty());
}
