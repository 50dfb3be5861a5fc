#include <doctest/doctest.h>

#include "tests/unit/rules/builders.h"

using namespace cpm;
using namespace cpm::test;
using model::SupportStatus;

namespace {

// One need for step `s1` of the clean plan, which is looked at on 2019-01-15: no finding.
model::Support clean_support() {
  model::Support made;
  made.plan = text("plan.yaml");
  model::SupportNeed& need = made.needs.emplace_back();
  need.id = text("n1");
  need.purpose.emplace();
  need.purpose->step = text("s1");
  need.category = given(model::SupportCategory::rta);
  need.provider = text("ncta");
  need.request = text("Two days of coaching");
  need.needed_by = timeframe("2019-01-15");
  need.status = given(SupportStatus::wanted);
  return made;
}

model::Document plan_document(const model::Plan& plan) {
  model::Document document;
  document.content = plan;
  document.usable = true;
  return document;
}

model::BuiltIn two_academies() {
  model::BuiltIn lists;
  for (const auto& [id, name] : {std::pair{"ncta", "Northern Academy"}, std::pair{"ccta", "Central Academy"}}) {
    model::Academy& academy = lists.regions.academies.emplace_back();
    academy.id = text(id);
    academy.name = text(name);
  }
  return lists;
}

}  // namespace

TEST_CASE("support comes before its step is looked at") {
  auto support = clean_support();
  auto plan = plan_document(clean_plan());
  CHECK(codes(check_content(support, {.plan = &plan})) == "");
  support.needs[0].needed_by = timeframe("2019-01-16");
  const auto late = only(check_content(support, {.plan = &plan}));
  CHECK(late.code == 605);
  CHECK(late.item == "n1");
  CHECK(late.labels.front().span == std::get<model::Plan>(plan.content).steps[0].monitor_on.span);
  CHECK_MESSAGE(codes(check_content(support)) == "", "without a plan nobody can say");
}

TEST_CASE("a step that is over needs no support") {
  auto support = clean_support();
  auto closed = clean_plan();
  closed.steps[0].status = given(model::StepStatus::dropped);
  const auto plan = plan_document(closed);
  CHECK(only(check_content(support, {.plan = &plan})).message ==
        "support need `n1` \"Two days of coaching\" is still open, and step `s1` is dropped");
  for (const SupportStatus status : {SupportStatus::received, SupportStatus::declined}) {
    support.needs[0].status = given(status);
    CHECK(codes(check_content(support, {.plan = &plan})) == "");
  }
}

TEST_CASE("an academy is the county's own") {
  auto support = clean_support();
  model::Repository repository;
  const model::BuiltIn lists = two_academies();
  const test::Around around{.repository = &repository, .built_in = &lists};
  support.needs[0].provider = text("central academy");
  CHECK_MESSAGE(codes(check_content(support, around)) == "", "the county has not named its own");
  repository.academy = text("ncta");
  CHECK(only(check_content(support, around)).code == 606);
  for (const std::string own : {"ncta", " northern academy "}) {
    support.needs[0].provider = text(own);
    CHECK(codes(check_content(support, around)) == "");
  }
  support.needs[0].provider = text("A consultant");
  CHECK(codes(check_content(support, around)) == "606");
  support.needs[0].provider = {};
  const auto absent = only(check_content(support, around));
  CHECK(absent.code == 606);
  CHECK(absent.span == support.needs[0].category.span);
  support.needs[0].provider = text("ccta");
  support.needs[0].category = given(model::SupportCategory::peer);
  CHECK(codes(check_content(support, around)) == "");
}

TEST_CASE("an open need says who, by when, and when it was asked for") {
  auto support = clean_support();
  support.needs[0].provider = {};
  CHECK(codes(check_content(support)) == "608");
  support.needs[0].tool = text("orb-matrix");
  CHECK(codes(check_content(support)) == "");
  support.needs[0].needed_by = {};
  CHECK(codes(check_content(support)) == "609");
  support.needs[0].status = given(SupportStatus::received);
  CHECK(codes(check_content(support)) == "");
  support = clean_support();
  support.needs[0].status = given(SupportStatus::requested);
  CHECK(codes(check_content(support)) == "610");
  support.needs[0].requested_on = day("2018-11-05");
  CHECK(codes(check_content(support)) == "");
}

TEST_CASE("without the list of academies the county's own is known by its id") {
  auto support = clean_support();
  model::Repository repository;
  repository.academy = text("ncta");
  CHECK(codes(check_content(support, {.repository = &repository})) == "");
  support.needs[0].provider = text("Northern Academy");
  CHECK(codes(check_content(support, {.repository = &repository})) == "606");
}
