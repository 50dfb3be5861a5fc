// 501 to 506, 513 to 517, 522, 523, 527, 528: the plan, its priorities and objectives.
#include <doctest/doctest.h>

#include "tests/support/holds.h"
#include "tests/unit/rules/builders.h"

using namespace cpm::test;
using cpm::model::Plan;
using cpm::model::Snapshot;
using cpm::test::Holds;

namespace {

// Whole threads: priority, objective, step, spread over the areas.
void copy_threads(Plan& plan, std::size_t count) {
  const std::vector<std::string> areas = {"wd", "or", "ep", "qi", "qi"};
  for (std::size_t i = plan.priorities.size(); i < count; ++i) {
    const std::string id = std::to_string(i + 1);
    auto priority = plan.priorities.front();
    priority.id = text("p" + id);
    priority.area = text(areas[i / 3]);
    plan.priorities.push_back(priority);
    auto objective = plan.objectives.front();
    objective.id = text("o" + id);
    objective.priority = text("p" + id);
    plan.objectives.push_back(objective);
    auto step = plan.steps.front();
    step.id = text("s" + id);
    step.objective = text("o" + id);
    plan.steps.push_back(step);
  }
}

void drop_last_thread(Plan& plan) {
  plan.priorities.pop_back();
  plan.objectives.pop_back();
  plan.steps.pop_back();
}

}  // namespace

TEST_CASE("the clean plan has no finding: 14 whole months are fine") {
  CHECK(codes(check_plan(clean_plan())) == "");
}

TEST_CASE("a plan ends after it starts") {
  Plan plan = clean_plan();
  plan.horizon.reassess = day("2018-06-30");
  const auto finding = only(check_plan(plan));
  CHECK(finding.code == 501);
  CHECK(finding.span == plan.horizon.reassess.span);
  CHECK(finding.message == "this plan is reassessed on 2018-06-30, before it starts on 2018-07-01");
  plan.horizon.reassess = day("2018-07-01");
  CHECK(only(check_plan(plan)).message == "this plan is reassessed on 2018-07-01, the day it starts");
}

TEST_CASE("12 to 18 whole months are usual") {
  Plan plan = clean_plan();
  plan.horizon.reassess = day("2020-07-01");
  const auto finding = only(check_plan(plan));
  CHECK(finding.code == 502);
  CHECK(finding.message == "this plan runs 24 whole months (2018-07-01 to 2020-07-01); 12 to 18 are usual");
  REQUIRE(finding.labels.size() == 1);
  CHECK(finding.labels.front().span == plan.horizon.start.span);
  for (const auto* const fine : {"2019-07-01", "2020-01-01", "2020-01-31"}) {
    plan.horizon.reassess = day(fine);
    CHECK_MESSAGE(codes(check_plan(plan)) == "", fine);
  }
  plan.horizon.reassess = day("2019-06-30");
  CHECK(codes(check_plan(plan)) == "502");
  plan.horizon.reassess = day("2020-02-01");
  CHECK(codes(check_plan(plan)) == "502");
}

TEST_CASE("3 to 5 priorities, never more than 12") {
  Plan plan = clean_plan();
  copy_threads(plan, 5);
  CHECK(codes(check_plan(plan)) == "");
  copy_threads(plan, 6);
  CHECK(codes(check_plan(plan)) == "503");
  CHECK(only(check_plan(plan)).span == plan.priorities[5].id.span);
  copy_threads(plan, 12);
  CHECK(codes(check_plan(plan)) == "503");
  copy_threads(plan, 13);
  const auto finding = only(check_plan(plan));
  CHECK(finding.code == 504);
  CHECK(finding.severity == cpm::diag::Severity::error);
  CHECK(finding.span == plan.priorities[12].id.span);
  plan = clean_plan();
  drop_last_thread(plan);
  CHECK(only(check_plan(plan)).message == "this plan has 2 priorities; 3 to 5 are usual");
}

TEST_CASE("a priority has an objective, an objective a step") {
  Plan plan = clean_plan();
  plan.steps.pop_back();
  const auto objective = only(check_plan(plan));
  CHECK(objective.code == 506);
  CHECK(objective.item == "o3");
  CHECK(objective.message == "objective `o3` \"Every unit has a coach\" has no step");
  plan.objectives.pop_back();
  const auto priority = only(check_plan(plan));
  CHECK(priority.code == 505);
  CHECK(priority.span == plan.priorities[2].id.span);
}

TEST_CASE("a planning team has at least three members") {
  Plan plan = clean_plan();
  plan.team.pop_back();
  const auto finding = only(check_plan(plan));
  CHECK(finding.code == 513);
  CHECK(finding.span == plan.team.back().role.span);
}

TEST_CASE("a priority comes from the Snapshot or has a reason") {
  Plan plan = clean_plan();
  plan.priorities[1].from_snapshot = {};
  const auto finding = only(check_plan(plan));
  CHECK(finding.code == 514);
  CHECK(finding.item == "p2");
  plan.priorities[1].reason = text("asked for by the board");
  CHECK(codes(check_plan(plan)) == "");
}

TEST_CASE("a plan names its Snapshot; its priorities are not blamed for it") {
  Plan plan = clean_plan();
  plan.snapshot.reset();
  for (auto& priority : plan.priorities) priority.from_snapshot = {};
  const auto finding = only(check_plan(plan));
  CHECK(finding.code == 516);
  CHECK(finding.span == plan.heading.format.span);
  CHECK(codes(check_content(plan)) == "");  // there is no Snapshot that could be named
}

TEST_CASE("an objective describes a change") {
  Plan plan = clean_plan();
  plan.objectives[0].statement = text("Train all supervisors in coaching");
  const auto finding = only(check_plan(plan));
  CHECK(finding.code == 515);
  CHECK(finding.span == plan.objectives[0].statement.span);
  CHECK(finding.message == Holds{"starts with `train`"});
}

TEST_CASE("an area has room for three priorities") {
  Plan plan = clean_plan();
  copy_threads(plan, 4);
  plan.priorities[3].area = text("wd");
  const auto finding = only(check_plan(plan));
  CHECK(finding.code == 517);
  CHECK(finding.span == plan.priorities[3].area.span);
  plan.priorities[0].area = text("or");
  CHECK(codes(check_plan(plan)) == "");
}

TEST_CASE("the Snapshot behind a plan is final and of the same county") {
  Snapshot snapshot = clean_snapshot();
  snapshot.status = given(cpm::model::DocumentStatus::draft);
  const Plan plan = clean_plan();
  const auto draft = only(check_plan(plan, snapshot));
  CHECK(draft.code == 522);
  CHECK(draft.span == plan.snapshot->file.span);
  CHECK(draft.labels.front().span == snapshot.status.span);
  snapshot = clean_snapshot();
  snapshot.county = text("yolo");
  const auto other = only(check_plan(plan, snapshot));
  CHECK(other.code == 528);
  CHECK(other.message == "this plan of `example` follows a Snapshot of `yolo`");
}

TEST_CASE("an objective wants an indicator, and an indicator a change") {
  Plan plan = clean_plan();
  plan.objectives[0].indicator->target = number("3.0");
  const auto same = only(check_plan(plan));
  CHECK(same.code == 523);
  CHECK(same.span == plan.objectives[0].indicator->target.span);
  plan.objectives[0].indicator.reset();
  const auto none = only(check_plan(plan));
  CHECK(none.code == 527);
  CHECK(none.severity == cpm::diag::Severity::warning);
}
