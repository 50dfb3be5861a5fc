// The borders of the rules about plans: what is missing, what lies on the same day, what was just enough.
#include <doctest/doctest.h>

#include "tests/support/holds.h"
#include "tests/unit/rules/builders.h"

using namespace cpm;
using namespace cpm::test;
using cpm::test::Holds;
using model::Plan;
using model::StepStatus;

namespace {

// A plan that names no Snapshot, and Snapshots it could follow.
struct Repository {
  model::Instrument instrument = small_instrument();
  model::Workspace workspace = {};

  Repository() { workspace.as_of = *base::read_date("2020-01-01").date; }
  model::Document& add(const std::string& path, model::Content content) {
    model::Document& document = add_document(workspace, std::move(content), &instrument);
    document.inside = path;
    return document;
  }
  model::Document& answer(const std::string& path, const std::string& date) {
    model::Snapshot made = clean_snapshot();
    made.date = day(date);
    return add(path, made);
  }
  diag::Diagnostics check(const Plan& plan, const model::Document* snapshot = nullptr) {
    model::Document& document = add("plans/p.yaml", plan);
    document.asked = true;
    document.snapshot = snapshot;
    diag::Diagnostics findings;
    rules::check(workspace, "plan: ", findings);
    workspace.documents.pop_back();
    return findings;
  }
};

Plan without_snapshot() {
  Plan plan = clean_plan();
  plan.snapshot.reset();
  return plan;
}

void set_areas(Plan& plan, std::size_t count) {
  plan.priorities.resize(count, plan.priorities.front());
  for (std::size_t i = 0; i < count; ++i) plan.priorities[i].area = text("area" + std::to_string(i / 3));
}

}  // namespace

TEST_CASE("a plan without Snapshot is told the newest of its own repository, of one day the last") {
  Repository ours;
  ours.answer("snapshots/a.yaml", "2018-03-15").home = 1;
  ours.answer("snapshots/b.yaml", "2018-03-15").past = true;
  CHECK_MESSAGE(codes(ours.check(without_snapshot())) == "", "another repository's, and one from the history");
  struct Added {
    std::string file;
    std::string date;
    std::string told;
  };
  for (const Added& added : std::vector<Added>{
           {"c", "2018-01-10", "c"}, {"d", "2018-03-01", "d"}, {"e", "2018-03-01", "e"}, {"f", "2018-02-28", "e"}}) {
    ours.answer("snapshots/" + added.file + ".yaml", added.date);
    const std::string help = only(ours.check(without_snapshot())).help;
    CHECK_MESSAGE(help == Holds{"snapshots/" + added.told + ".yaml"}, added.file);
  }
}

TEST_CASE("a Snapshot that the plan names and nobody found, or without county, is not held against it") {
  CHECK(codes(check_content(clean_plan())) == "");
  Plan plan = clean_plan();
  plan.county = {};
  CHECK(codes(check_plan(plan)) == "");
  model::Snapshot snapshot = clean_snapshot();
  snapshot.county = {};
  CHECK(codes(check_plan(clean_plan(), snapshot)) == "");
  snapshot = clean_snapshot();
  snapshot.status = {};
  CHECK(codes(check_plan(clean_plan(), snapshot)) == "");
}

TEST_CASE("a draft is shown where the plan names it: at its file, its date, or the reference") {
  model::Snapshot draft = clean_snapshot();
  draft.status = given(model::DocumentStatus::draft);
  Plan plan = clean_plan();
  plan.snapshot->span = next_place();
  plan.snapshot->date = day("2018-03-15");
  CHECK(only(check_plan(plan, draft)).span == plan.snapshot->file.span);
  plan.snapshot->file = {};
  CHECK(only(check_plan(plan, draft)).span == plan.snapshot->date.span);
  plan.snapshot->date = {};
  CHECK(only(check_plan(plan, draft)).span == plan.snapshot->span);
}

TEST_CASE("another Snapshot of the same day has changed no score") {
  Repository ours;
  model::Document& other = ours.answer("snapshots/a.yaml", "2018-03-15");
  rating_of(std::get<model::Snapshot>(other.content), "or-team") = rated(0);
  const model::Document& followed = ours.answer("snapshots/b.yaml", "2018-03-15");
  CHECK(codes(ours.check(clean_plan(), &followed)) == "");
  std::get<model::Snapshot>(other.content).date = day("2018-03-16");
  CHECK(codes(ours.check(clean_plan(), &followed)) == "530");
}

TEST_CASE("a priority from no Snapshot does not rest on one without id") {
  Repository ours;
  model::Document& followed = ours.answer("snapshots/a.yaml", "2018-03-15");
  std::get<model::Snapshot>(followed.content).priorities[1].id = {};
  rating_of(std::get<model::Snapshot>(ours.answer("snapshots/b.yaml", "2019-03-15").content), "or-team") = rated(0);
  Plan plan = clean_plan();
  plan.priorities[1].from_snapshot = {};
  plan.priorities[1].reason = text("New");
  CHECK(codes(ours.check(plan, &followed)) == "");
}

TEST_CASE("one priority is too few, and the help says what to do about too few and too many") {
  Plan plan = clean_plan();
  plan.priorities.resize(1);
  const std::string few = only(check_plan(plan)).message;
  CHECK(few == "this plan has 1 priority; 3 to 5 are usual");
  CHECK(only(check_plan(plan)).help.starts_with("take another one over"));
  set_areas(plan, 6);
  CHECK(only(check_plan(plan)).help.starts_with("combine some"));
}

TEST_CASE("an area is full at twelve priorities too; priorities without area are in none") {
  Plan plan = clean_plan();
  set_areas(plan, 12);
  CHECK(codes(check_plan(plan)) == "503");
  plan.priorities[3].area = text("area0");
  CHECK(codes(check_plan(plan)) == "503 517");
  set_areas(plan, 5);
  for (model::PlanPriority& priority : plan.priorities) priority.area = {};
  CHECK(codes(check_plan(plan)) == "");
}

TEST_CASE("dates that are not given are compared with nothing, and a step may end on the day it starts") {
  Plan plan = clean_plan();
  plan.horizon.start = {};
  plan.steps[0].monitor_on = timeframe("2019-12-31");
  CHECK(codes(check_plan(plan)) == "");
  plan = clean_plan();
  plan.horizon.reassess = {};
  CHECK(codes(check_plan(plan)) == "");
  plan = clean_plan();
  plan.steps[0].start = timeframe("2018-09-01");
  plan.steps[0].due = timeframe("2018-09-01");
  CHECK(codes(check_plan(plan)) == "");
  plan.steps[1].after = texts({"s1"});
  CHECK_MESSAGE(codes(check_plan(plan)) == "", "s2 has no day on which it starts");
}

TEST_CASE("nobody waits for a dropped step") {
  Plan plan = clean_plan();
  plan.steps[0].due = timeframe("2018-10-31");
  plan.steps[1].after = texts({"s1"});
  plan.steps[1].start = timeframe("2018-10-30");
  CHECK(codes(check_plan(plan)) == "524");
  plan.steps[0].status = given(StepStatus::dropped);
  plan.reviews.emplace_back().step = text("s1");
  CHECK(codes(check_plan(plan)) == "");
}

TEST_CASE("a review of no step explains none") {
  Plan plan = clean_plan();
  plan.steps[0].id = {};
  plan.steps[0].status = given(StepStatus::delayed);
  plan.reviews.emplace_back().objective = text("o1");
  CHECK(codes(check_plan(plan)) == "529");
}

TEST_CASE("a step that is looked at every quarter is named after a whole quarter without a review") {
  Repository ours;
  const model::Document& snapshot = ours.answer("snapshots/2018-03-15.yaml", "2018-03-15");
  Plan plan = clean_plan();
  plan.steps[0].monitor_on = timeframe("2019-04-01");
  plan.steps[0].monitor_every = given(model::Rhythm::quarter);
  const auto named_at = [&](const std::string& as_of) {
    ours.workspace.as_of = date(as_of);
    return codes(ours.check(plan, &snapshot));
  };
  CHECK_MESSAGE(named_at("2019-07-01") == "", "a review on this day would be one for July");
  CHECK(named_at("2019-07-02") == "534");
  CHECK(only(ours.check(plan, &snapshot)).message == Holds{"every quarter, and 2019-04-01 and 2019-07-01 passed"});
  model::Review& review = plan.reviews.emplace_back();
  review.step = text("s1");
  review.date = day("2019-04-20");
  CHECK(named_at("2019-10-01") == "");
  CHECK(named_at("2019-10-02") == "534");
  review.date = day("2019-08-30");
  CHECK_MESSAGE(named_at("2019-10-02") == "", "what was missed before the last review is over");
  plan.reviews.clear();
  plan.steps[0].status = given(StepStatus::done);
  plan.steps[0].done_on = day("2019-05-01");
  CHECK_MESSAGE(named_at("2019-10-02") == "", "a step that is done");
}

TEST_CASE("nobody reviews the steps of a plan that a later one has replaced") {
  Repository ours;
  const model::Document& snapshot = ours.answer("snapshots/2018-03-15.yaml", "2018-03-15");
  Plan plan = clean_plan();
  plan.steps[0].monitor_on = timeframe("2019-01-15");
  plan.steps[0].monitor_every = given(model::Rhythm::month);
  Plan later = clean_plan();
  later.date = day("2019-12-31");
  ours.add("plans/later.yaml", later);
  CHECK(codes(ours.check(plan, &snapshot)) == "");
  ours.workspace.as_of = date("2019-12-30");
  CHECK(codes(ours.check(plan, &snapshot)) == "534");
}
