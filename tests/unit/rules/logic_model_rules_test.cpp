#include <doctest/doctest.h>

#include "rules/logic_model_words.h"
#include "tests/unit/rules/builders.h"

using namespace cpm;
using namespace cpm::test;

namespace {

model::Measured figure(std::string_view date) {
  model::Measured made;
  made.date = day(date);
  made.value = number("2");
  return made;
}

// One activity, one output, one outcome: no finding.
model::LogicModel clean_model() {
  model::LogicModel made;
  made.plan = text("plan.yaml");
  made.activities.emplace_back().id = text("a1");
  model::Output& output = made.outputs.emplace_back();
  output.id = text("u1");
  output.activity = text("a1");
  output.text = text("Coaches prepared");
  output.source.emplace();
  output.series = {figure("2018-09-30"), figure("2018-12-31")};
  model::LogicOutcome& outcome = made.outcomes.emplace_back();
  outcome.id = text("lo1");
  outcome.text = text("Staff are coached regularly");
  outcome.area = given(model::OutcomeArea::agency);
  outcome.perspectives = {given(model::Perspective::staff)};
  outcome.feedback_loop.emplace().cadence = text("Quarterly");
  return made;
}

}  // namespace

TEST_CASE("a logic model names its plan, and its outcomes say where and by whom they are seen, and how often") {
  auto model = clean_model();
  model.plan = {};
  model.outcomes[0].area = {};
  model.outcomes[0].perspectives.clear();
  model.outcomes[0].feedback_loop->cadence = {};
  CHECK(codes(check_content(model)) == "640 641 642 643");
}

TEST_CASE("outputs have sources, activities have outputs, outcomes have feedback loops") {
  CHECK(codes(check_content(clean_model())) == "");
  auto model = clean_model();
  model.outcomes[0].feedback_loop.reset();
  CHECK(codes(check_content(model)) == "611");
  model = clean_model();
  model.outputs[0].source.reset();
  CHECK(codes(check_content(model)) == "614");
  model = clean_model();
  model.activities.emplace_back().id = text("a2");
  const auto idle = only(check_content(model));
  CHECK(idle.code == 615);
  CHECK(idle.span == model.activities[1].id.span);
}

TEST_CASE("figures are in the order of their dates, in a plan as well") {
  auto model = clean_model();
  model.outputs[0].series.push_back(figure("2018-12-31"));
  CHECK(codes(check_content(model)) == "616");
  auto plan = clean_plan();
  plan.objectives[0].indicator->series = {figure("2018-12-31"), figure("2018-09-30")};
  const auto finding = only(check_plan(plan));
  CHECK(finding.code == 616);
  CHECK(finding.labels.front().span == plan.objectives[0].indicator->series[0].date.span);
  plan.objectives[0].indicator->series[1].date = {};
  CHECK_MESSAGE(codes(check_plan(plan)) == "", "a figure without date");
}

TEST_CASE("changes are told from counts by their words") {
  for (const std::string change : {"Staff feel supported", "Better contact with partners", "Partners trust the agency",
                                   "Staff are more open", "Skills improve"})
    CHECK_MESSAGE(rules::change_word(change).has_value(), change);
  for (const std::string none :
       {"Coaches prepared", "Number of workers who feel supported", "Units with more than two coaches",
        "12 workers who trust their coach", "Meetings with two or more partners", ""})
    CHECK_MESSAGE(!rules::change_word(none).has_value(), none);
  for (const std::string count :
       {"Number of workers with a coach", "How many units are coached", "12 coaches prepared"})
    CHECK_MESSAGE(rules::reads_like_count(count), count);
  for (const std::string none :
       {"Staff are coached regularly", "Number of workers who feel supported", "2 in 3 are coached", "12", ""})
    CHECK_MESSAGE(!rules::reads_like_count(none), none);
  auto model = clean_model();
  model.outputs[0].text = text("Staff feel supported");
  model.outcomes[0].text = text("Number of coaches");
  CHECK(codes(check_content(model)) == "612 613");
}
