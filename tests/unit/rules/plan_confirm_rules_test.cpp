#include <doctest/doctest.h>

#include <optional>
#include <utility>
#include <vector>

#include "tests/support/holds.h"
#include "tests/unit/rules/builders.h"

using namespace cpm;
using namespace cpm::test;
using cpm::test::Holds;

namespace {

/// A plan, its Snapshot and a later one in one home, and perhaps a theory of change.
struct County {
  model::Instrument instrument = small_instrument();
  model::Plan plan = clean_plan();
  model::Snapshot baseline = clean_snapshot();
  model::Snapshot later = clean_snapshot();
  model::TheoryOfChange theory = clean_theory();
  std::size_t home_of_later = 0;
  std::vector<model::Snapshot> more = {};                       ///< in the order of their files
  std::vector<std::pair<model::LogicModel, bool>> models = {};  ///< and whether they can be used
  std::size_t home_of_models = 0;
  std::vector<std::pair<model::Plan, std::size_t>> plans = {};  ///< others, with their homes
  std::optional<model::Instrument> reworded = {};               ///< of the later Snapshot
  bool theory_usable = true;

  County() {
    later.date = day("2019-03-12");
    later.administration = given(model::Administration::followup);
    rating_of(later, "or-team") = rated(0);
  }
};

diag::Diagnostics check_county(const County& county) {
  model::Workspace workspace;
  const auto add = [&](model::Content content, std::size_t home) -> model::Document& {
    model::Document& document = add_document(workspace, std::move(content), &county.instrument);
    document.home = home;
    return document;
  };
  const model::Document& baseline = add(county.baseline, 0);
  model::Document& later = add(county.later, county.home_of_later);
  if (county.reworded) later.instrument = &*county.reworded;
  for (const model::Snapshot& one : county.more) add(one, 0);
  add(county.theory, 0).usable = county.theory_usable;
  for (const auto& one : county.models) add(one.first, county.home_of_models).usable = one.second;
  for (const auto& one : county.plans) add(one.first, one.second);
  return check_plan_among(workspace, county.plan, baseline);
}

}  // namespace

TEST_CASE("a priority is to be confirmed when the score of one of its items has changed") {
  County county;
  const auto finding = only(check_county(county));
  CHECK(finding.code == 530);
  CHECK(finding.item == "p2");
  CHECK(finding.span == county.plan.priorities[1].id.span);
  CHECK(finding.message ==
        "priority `p2` \"Priority p2\" rests on a score that has changed: `or-team` went from 1 to 0 on 2019-03-12");
  REQUIRE(finding.labels.size() == 1);
  CHECK(finding.labels.front().span == rating_of(county.later, "or-team").score.span);
  CHECK(finding.notes == std::vector<std::string>{"item `or-team` \"Team\" went from 1 to 0"});

  county.plan.priorities[1].confirmed_on = day("2019-03-11");
  CHECK_MESSAGE(codes(check_county(county)) == "530", "confirmed the day before");
  county.plan.priorities[1].confirmed_on = day("2019-03-12");
  CHECK(codes(check_county(county)) == "");
}

TEST_CASE("a plan that a later plan of the county has replaced need not be confirmed") {
  const auto beside = [](const char* date, std::size_t home, const char* of) {
    County county;
    county.plans = {{clean_plan(), home}};
    county.plans[0].first.date = day(date);
    county.plans[0].first.county = text(of);
    return codes(check_county(county));
  };
  const std::string county = *clean_plan().county;
  CHECK(beside("2019-10-01", 0, county.c_str()) == "");
  CHECK_MESSAGE(beside("2017-10-01", 0, county.c_str()) == "530", "an earlier plan");
  CHECK_MESSAGE(beside("2020-10-01", 0, county.c_str()) == "530", "not in force on the day of the check");
  CHECK_MESSAGE(beside("2019-10-01", 1, county.c_str()) == "530", "another repository");
  CHECK_MESSAGE(beside("2019-10-01", 0, "yolo") == "530", "another county");
}

TEST_CASE("only a later, final Snapshot of the same home, county and instrument counts") {
  const auto after = [](const auto& change) {
    County county;
    change(county);
    return codes(check_county(county));
  };
  CHECK(after([](County& it) { it.later.status = given(model::DocumentStatus::draft); }) == "");
  CHECK(after([](County& it) { it.later.date = day("2018-03-15"); }) == "");
  CHECK(after([](County& it) { it.later.date = day("2020-01-02"); }) == "");
  CHECK(after([](County& it) { it.later.county = text("example-other"); }) == "");
  CHECK(after([](County& it) { it.home_of_later = 1; }) == "");
  CHECK(after([](County& it) {
          it.plan.priorities[1].from_snapshot = {};
          it.plan.priorities[1].reason = text("New");
        }) == "");
  CHECK(after([](County& it) { rating_of(it.later, "or-team") = unanswered(model::RatingState::missing); }) == "");
  CHECK(after([](County& it) { rating_of(it.later, "or-vision") = rated(1); }) == "530 530");
}

TEST_CASE("an objective is to be confirmed when a clause that rests on its outcome was revised") {
  County county;
  county.later = county.baseline;
  county.plan.objectives[0].outcome = text("oc-coached");
  model::Clause& clause = county.theory.if_clauses.front();
  clause.id = text("coached");
  clause.outcomes = texts({"oc-heard", "oc-coached"});
  clause.revised_on = day("2018-09-01");
  const auto finding = only(check_county(county));
  CHECK(finding.code == 530);
  CHECK(finding.item == "o1");
  CHECK(finding.labels.front().span == clause.revised_on.span);
  CHECK(
      finding.message.ends_with("serves `oc-coached`, and the theory of change was revised there: clause `coached` on "
                                "2018-09-01"));

  county.plan.objectives[0].confirmed_on = day("2018-09-02");
  CHECK(codes(check_county(county)) == "");
  county.plan.objectives[0].confirmed_on = {};
  clause.revised_on = day("2018-06-01");
  CHECK_MESSAGE(codes(check_county(county)) == "", "known when the plan was written");
  clause.revised_on = day("2021-01-01");
  CHECK_MESSAGE(codes(check_county(county)) == "", "not yet");
}

TEST_CASE("of several later Snapshots the newest counts, up to the day of the check") {
  County county;
  rating_of(county.later, "or-team") = rating_of(county.baseline, "or-team");
  county.more = {county.later, county.later};
  county.more[0].date = day("2020-01-01");
  rating_of(county.more[0], "or-team") = rated(0);
  county.more[1].date = day("2019-06-01");
  CHECK(codes(check_county(county)) == "530");
  std::swap(county.more[0], county.more[1]);
  CHECK(codes(check_county(county)) == "530");
  std::swap(county.later, county.more[1]);
  CHECK(codes(check_county(county)) == "530");
  county.later.date = day("2020-01-02");
  CHECK(codes(check_county(county)) == "");
}

TEST_CASE("of two later Snapshots of one day the one with the later path counts") {
  County county;
  county.more = {county.later};
  rating_of(county.more[0], "or-team") = rating_of(county.baseline, "or-team");
  CHECK(codes(check_county(county)) == "");
  std::swap(county.later, county.more[0]);
  CHECK(codes(check_county(county)) == "530");
}

TEST_CASE("an item that a later Snapshot leaves out has not changed") {
  County county;
  std::erase_if(county.later.ratings, [](const model::Keyed<model::Rating>& one) { return *one.key == "or-team"; });
  CHECK(codes(check_county(county)) == "");
}

TEST_CASE("a score of a reworded or dropped item is not compared") {
  County county;
  county.reworded = county.instrument;
  CHECK(codes(check_county(county)) == "530");
  for (model::Area& area : county.reworded->areas)
    for (model::Item& item : area.items)
      if (*item.id == "or-team") item.revision = text("2");
  CHECK(codes(check_county(county)) == "");
  for (model::Area& area : county.instrument.areas)
    for (model::Item& item : area.items)
      if (*item.id == "or-team") item.revision = text("1");
  CHECK(codes(check_county(county)) == "");
  for (model::Area& area : county.reworded->areas)
    std::erase_if(area.items, [](const model::Item& item) { return *item.id == "or-team"; });
  CHECK(codes(check_county(county)) == "");
}

TEST_CASE("a priority from nowhere rests on no score, and a long list of scores is cut") {
  County county;
  county.plan.priorities[1].from_snapshot = text("gone");
  CHECK(codes(check_county(county)) == "");

  County many;
  many.plan.priorities[1].from_snapshot = text("all");
  many.baseline.priorities.emplace_back();
  many.baseline.priorities.back().id = text("all");
  many.baseline.priorities.back().items = texts({"or-vision", "or-team", "wd-coach", "wd-preview"});
  many.plan.priorities.resize(2);
  many.plan.priorities.erase(many.plan.priorities.begin());
  for (const char* const id : {"or-vision", "or-team", "wd-coach", "wd-preview"}) {
    rating_of(many.baseline, id) = rated(1);
    rating_of(many.later, id) = rated(2);
  }
  const diag::Diagnostics findings = check_county(many);
  std::string message;
  for (const diag::Diagnostic& finding : findings.all())
    if (finding.code == 530) message = finding.message;
  CHECK(message == Holds{"`wd-coach` from 1 to 2 and 1 more on 2019-03-12"});
}

TEST_CASE("a clause counts for the outcome that a logic model of the county puts in its place") {
  County county;
  county.later = county.baseline;
  county.plan.objectives[0].outcome = text("lo1");
  model::Clause& clause = county.theory.if_clauses.front();
  clause.outcomes = texts({"oc-coached"});
  clause.revised_on = day("2020-01-01");
  model::LogicModel model;
  model.outcomes.resize(2);
  model.outcomes[0].id = text("lo0");
  model.outcomes[0].critical = text("oc-heard");
  model.outcomes[1].id = text("lo1");
  CHECK_MESSAGE(codes(check_county(county)) == "", "nothing says that one stands for the other");
  county.models = {{model, true}};
  CHECK_MESSAGE(codes(check_county(county)) == "", "it stands for nothing");
  county.models[0].first.outcomes[1].critical = text("oc-coached");
  CHECK(codes(check_county(county)) == "530");
  county.home_of_models = 1;
  CHECK_MESSAGE(codes(check_county(county)) == "", "another county's");
  county.home_of_models = 0;
  county.models[0].second = false;
  CHECK_MESSAGE(codes(check_county(county)) == "", "it cannot be used");
  county.models[0].second = true;
  county.theory_usable = false;
  CHECK_MESSAGE(codes(check_county(county)) == "", "nor can the theory");
}

TEST_CASE("no clause counts for an objective without outcome, or for another outcome of the logic model") {
  County county;
  county.later = county.baseline;
  model::Clause& clause = county.theory.if_clauses.front();
  clause.outcomes = texts({"oc-coached"});
  clause.revised_on = day("2020-01-01");
  model::LogicModel model;
  model.outcomes.resize(1);
  model.outcomes[0].critical = text("oc-coached");
  county.models = {{model, true}};
  CHECK(codes(check_county(county)) == "");
  county.plan.objectives[0].outcome = text("lo1");
  county.models[0].first.outcomes[0].id = text("lo2");
  CHECK(codes(check_county(county)) == "");
  county.models[0].first.outcomes[0].id = text("lo1");
  CHECK(codes(check_county(county)) == "530");
}
