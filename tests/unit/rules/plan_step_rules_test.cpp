// 507 to 512, 518 to 521, 524 to 526, 529: steps and their dates.
#include <doctest/doctest.h>

#include "tests/unit/rules/builders.h"

using namespace cpm::test;
using cpm::model::Plan;
using cpm::model::StepStatus;

TEST_CASE("somebody is responsible for a step") {
  Plan plan = clean_plan();
  plan.steps[0].responsible.reset();
  const auto finding = only(check_plan(plan));
  CHECK(finding.code == 507);
  CHECK(finding.item == "s1");
  CHECK(finding.message == "nobody is responsible for step `s1` \"Agree on the schedule\"");
  plan.steps[0].responsible.emplace();
  CHECK(codes(check_plan(plan)) == "507");
  plan.steps[0].responsible->team = text("Coaching team");
  CHECK(codes(check_plan(plan)) == "");
}

TEST_CASE("an open step has a monitoring date") {
  Plan plan = clean_plan();
  plan.steps[0].monitor_on = {};
  CHECK(codes(check_plan(plan)) == "508");
  plan.steps[0].status = given(StepStatus::done);
  plan.steps[0].done_on = day("2019-01-01");
  CHECK(codes(check_plan(plan)) == "");
}

TEST_CASE("monitoring lies within the horizon, its borders included") {
  Plan plan = clean_plan();
  plan.steps[0].monitor_on = timeframe("2019-09-30");
  plan.steps[1].monitor_on = timeframe("2018-07-01");
  CHECK(codes(check_plan(plan)) == "");
  plan.steps[0].monitor_on = timeframe("2019-10-01");
  const auto late = only(check_plan(plan));
  CHECK(late.code == 509);
  CHECK(late.span == plan.steps[0].monitor_on.span);
  CHECK(late.labels.front().span == plan.horizon.reassess.span);
  plan.steps[0].monitor_on = timeframe("2018-06-30");
  CHECK(codes(check_plan(plan)) == "510");
}

TEST_CASE("a reversed horizon is one finding, not one for every step") {
  Plan plan = clean_plan();
  plan.horizon.reassess = day("2017-07-01");
  plan.steps[0].start = timeframe("2018-08-01");
  CHECK(codes(check_plan(plan)) == "501");
}

TEST_CASE("done and the day it was done go together") {
  Plan plan = clean_plan();
  plan.steps[0].status = given(StepStatus::done);
  const auto finding = only(check_plan(plan));
  CHECK(finding.code == 511);
  CHECK(finding.span == plan.steps[0].status.span);
  plan.steps[0].done_on = day("2019-01-10");
  CHECK(codes(check_plan(plan)) == "");
  plan.steps[0].status = given(StepStatus::in_progress);
  CHECK(only(check_plan(plan)).span == plan.steps[0].done_on.span);
  CHECK(codes(check_plan(plan)) == "512");
}

TEST_CASE("steps that wait for each other are found, once a circle") {
  Plan plan = clean_plan();
  plan.steps[1].after = texts({"s1"});
  plan.steps[2].after = texts({"s2"});
  CHECK(codes(check_plan(plan)) == "");
  plan.steps[0].after = texts({"s3"});
  const auto finding = only(check_plan(plan));
  CHECK(finding.code == 518);
  CHECK(finding.message == "steps `s1`, `s3` and `s2` wait for each other");
  CHECK(finding.span == plan.steps[1].after.front().span);
  CHECK(finding.item == "s2");
}

TEST_CASE("a step that waits for itself") {
  Plan plan = clean_plan();
  plan.steps[0].after = texts({"s1"});
  plan.steps[0].start = timeframe("2018-08-01");
  plan.steps[0].due = timeframe("2018-09-01");
  const auto finding = only(check_plan(plan));
  CHECK(finding.code == 518);
  CHECK(finding.message == "step `s1` \"Agree on the schedule\" waits for itself");
  CHECK(finding.labels.empty());
}

TEST_CASE("a step ends after it starts, within the horizon") {
  Plan plan = clean_plan();
  plan.steps[0].start = timeframe("2018-07-01");
  plan.steps[0].due = timeframe("2019-09-30");
  CHECK(codes(check_plan(plan)) == "");
  plan.steps[0].start = timeframe("2018-06-30");
  const auto early = only(check_plan(plan));
  CHECK(early.code == 520);
  CHECK(early.span == plan.steps[0].start.span);
  plan.steps[0].start = timeframe("2018-08-01");
  plan.steps[0].due = timeframe("2019-10-01");
  CHECK(only(check_plan(plan)).message ==
        "step `s1` \"Agree on the schedule\" ends on 2019-10-01, after the reassessment on 2019-09-30");
  plan.steps[0].due = timeframe("2018-07-31");
  CHECK(only(check_plan(plan)).code == 519);
}

TEST_CASE("one leader a step") {
  Plan plan = clean_plan();
  plan.steps[0].responsible->role = text("Training manager and program analyst");
  const auto finding = only(check_plan(plan));
  CHECK(finding.code == 521);
  CHECK(finding.span == plan.steps[0].responsible->role.span);
  plan.steps[0].responsible->role = text("Director of Health and Human Services");
  CHECK(codes(check_plan(plan)) == "");
}

TEST_CASE("a step starts when those it waits for have ended") {
  Plan plan = clean_plan();
  plan.steps[0].due = timeframe("2018-10-31");
  plan.steps[1].after = texts({"s1"});
  plan.steps[1].start = timeframe("2018-10-31");
  CHECK(codes(check_plan(plan)) == "");
  plan.steps[1].start = timeframe("2018-10-30");
  const auto finding = only(check_plan(plan));
  CHECK(finding.code == 524);
  CHECK(finding.span == plan.steps[1].start.span);
  CHECK(finding.labels.front().span == plan.steps[0].due.span);
  plan.steps[0].status = given(StepStatus::done);
  plan.steps[0].done_on = day("2018-10-15");
  CHECK_MESSAGE(codes(check_plan(plan)) == "", "done earlier than due");
}

TEST_CASE("a step has a status") {
  Plan plan = clean_plan();
  plan.steps[0].status = {};
  plan.steps[0].done_on = day("2019-01-01");
  CHECK(codes(check_plan(plan)) == "525");
}

TEST_CASE("nothing is done tomorrow") {
  Plan plan = clean_plan();
  plan.steps[0].status = given(StepStatus::done);
  plan.steps[0].done_on = day("2020-01-01");
  CHECK(codes(check_plan(plan)) == "");
  plan.steps[0].done_on = day("2020-01-02");
  CHECK(only(check_plan(plan)).span == plan.steps[0].done_on.span);
  CHECK(codes(check_plan(plan)) == "526");
}

TEST_CASE("delay and dropping are explained by a review") {
  Plan plan = clean_plan();
  plan.steps[0].status = given(StepStatus::delayed);
  CHECK(only(check_plan(plan)).span == plan.steps[0].status.span);
  CHECK(codes(check_plan(plan)) == "529");
  plan.reviews.emplace_back();
  plan.reviews.back().step = text("s2");
  CHECK(codes(check_plan(plan)) == "529");
  plan.reviews.back().step = text("s1");
  CHECK(codes(check_plan(plan)) == "");
  plan.steps[1].status = given(StepStatus::dropped);
  CHECK(codes(check_plan(plan)) == "529");
}
