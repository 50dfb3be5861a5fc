// Logic models, road maps, fidelity results and tables of dated figures.
#include <doctest/doctest.h>

#include "fixtures.h"
#include "report/plan_pages.h"
#include "tests/support/holds.h"

using namespace cpm;
using namespace cpm::report;
using namespace cpm::report::fixtures;
using cpm::test::Holds;

namespace {

/// One document, with the lists that cpm brings along, at 2026-03-31.
struct Place {
  model::BuiltIn lists = built_in();
  model::Workspace workspace;
  model::Document& document;

  explicit Place(model::Content content) : document(workspace.documents.emplace_back()) {
    workspace.built_in = &lists;
    workspace.as_of = *day(2026, 3, 31);
    document.inside = "file.yaml";
    document.content = std::move(content);
  }
  Context context() const { return {.workspace = workspace, .document = document}; }
  template <class Content>
  const Content& content() const {
    return std::get<Content>(document.content);
  }
};

model::LocatedDecimal figure(std::int64_t units, int places = 0) {
  return given(base::Decimal{.units = units, .places = places});
}

model::Measured measured(model::LocatedDate date, model::LocatedDecimal value) {
  return {.span = {}, .date = date, .value = value};
}

model::LogicModel logic_model() {
  model::LogicModel made;
  made.county = text("example");
  model::Activity& activity = made.activities.emplace_back();
  activity.id = text("a1");
  activity.text = text("Prepare coaches");
  model::Output& output = made.outputs.emplace_back();
  output.id = text("u1");
  output.activity = text("a1");
  output.text = text("Coaches prepared");
  output.unit = text("coaches");
  output.target = figure(6);
  output.series = {measured(day(2025, 10, 1), figure(2)), measured(day(2026, 1, 15), figure(65, 1)),
                   measured(day(2026, 6, 1), figure(9))};
  model::LogicOutcome& outcome = made.outcomes.emplace_back();
  outcome.id = text("lo1");
  outcome.text = text("Staff are coached");
  outcome.from = {text("u1")};
  return made;
}

std::string page(const model::LogicModel& content) {
  const Place place(content);
  return page_text(logic_model_report(place.content<model::LogicModel>(), place.context()));
}

model::RoadmapEntry entry(const char* id, model::LocatedTimeframe from, model::RoadmapStatus status) {
  model::RoadmapEntry made;
  made.id = text(id);
  made.from = from;
  made.kind = given(model::RoadmapKind::webinar);
  made.title = text(std::string("About ") + id);
  made.status = given(status);
  return made;
}

model::Roadmap roadmap() {
  model::Roadmap made;
  made.county = text("example");
  made.fiscal_year = given(std::int64_t{2025});
  made.entries = {entry("late", timeframe(2026, 5, 4), model::RoadmapStatus::planned),
                  entry("early", timeframe(2025, 7, 9), model::RoadmapStatus::held)};
  return made;
}

std::string page(const model::Roadmap& content, const model::Repository* repository = nullptr) {
  Place place(content);
  if (repository != nullptr) place.workspace.homes.push_back({.root = ".", .repository = repository, .file = -1});
  return page_text(roadmap_report(place.content<model::Roadmap>(), place.context()));
}

model::Fidelity fidelity(std::int64_t n) {
  model::Fidelity made;
  made.county = text("example");
  made.tool = text("Leadership check");
  made.version = text("1.0");
  made.area = given(model::FidelityArea::leadership);
  made.period = {.span = {}, .from = day(2025, 10, 1), .to = day(2025, 10, 31)};
  made.respondent_group = text("Supervisors");
  made.n = given(n);
  model::FidelityMeasure& measure = made.measures.emplace_back();
  measure.id = text("asks");
  measure.text = text("Leaders ask for feedback");
  measure.scale.emplace();
  measure.scale->min = given(std::int64_t{1});
  measure.scale->max = given(std::int64_t{4});
  measure.mean = figure(225, 2);
  measure.counts.push_back({.key = text("2"), .value = given(n)});
  return made;
}

}  // namespace

TEST_CASE("a logic model shows outputs against their targets, and every figure up to the day with its change") {
  const std::string shown = page(logic_model());
  CHECK(shown ==
        Holds{"> 1 activity leads to 1 output and 1 outcome; 1 of 1 target is reached, and 1 outcome has no feedback "
              "loop yet."});
  CHECK(shown == Holds{"Prepare coaches (a1) | Coaches prepared (u1) | Staff are coached (lo1)\n"});
  CHECK(shown == Holds{"Coaches prepared (u1) | coaches | 6 | 6.5 | 2026-01-15 | reached\n"});
  CHECK(shown == Holds{"Coaches prepared (u1) | coaches | 2025-10-01 | 2 | first figure\n"
                       "Coaches prepared (u1) | coaches | 2026-01-15 | 6.5 | +4.5\n"});
  CHECK(shown != Holds{"2026-06-01"});
}

TEST_CASE("without figures a logic model has no table of them, and says what is not measured") {
  model::LogicModel content = logic_model();
  content.outputs[0].series.clear();
  const std::string shown = page(content);
  CHECK(shown != Holds{"Figures so far"});
  CHECK(shown == Holds{"Coaches prepared (u1) | coaches | 6 | no figure yet | not measured\n"});
}

TEST_CASE("the result of a logic model holds the latest figure and all of them") {
  const Place place(logic_model());
  const std::string result = json(logic_model_result(place.content<model::LogicModel>(), place.context()));
  CHECK(
      result ==
      Holds{
          R"("latest":{"date":"2026-01-15","value":"6.5"},"reached":true,"series":[{"date":"2025-10-01","value":"2"},)"
          R"({"date":"2026-01-15","value":"6.5"},{"date":"2026-06-01","value":"9"}])"});
}

TEST_CASE("a plan shows the figures of its indicators by date") {
  model::Plan content = plan();
  content.objectives[0].indicator->series = {measured(day(2026, 1, 31), figure(3)),
                                             measured(day(2026, 2, 28), figure(7))};
  const Place place(content);
  const std::string shown = page_text(plan_report(place.content<model::Plan>(), place.context()));
  CHECK(shown == Holds{"Units with a coach | units | 2026-01-31 | 3 | first figure\n"
                       "Units with a coach | units | 2026-02-28 | 7 | +4.0\n"});
}

TEST_CASE("a road map goes through the fiscal year month by month, and empty months say so") {
  const std::string shown = page(roadmap());
  CHECK(shown ==
        Holds{"> 2 activities from July 2025 to June 2026; 10 months are empty. Next, on May 4, 2026: About late."});
  CHECK(shown == Holds{"## August 2025\nNothing this month.\n"});
  CHECK(shown.find("About early") < shown.rfind("About late"));
}

TEST_CASE("the fiscal year begins when the county says, and what is outside is shown apart") {
  model::Repository repository;
  repository.fiscal_year_start = given(std::int64_t{10});
  const std::string shown = page(roadmap(), &repository);
  CHECK(shown == Holds{"from October 2025 to September 2026; 11 months are empty"});
  CHECK(shown == Holds{"## Outside the fiscal year\n"});
}

TEST_CASE("an entry of several days is in each of its months; a moved one keeps its earlier date") {
  model::Roadmap content = roadmap();
  content.entries[0].to = timeframe(2026, 6, 2);
  content.entries[0].status = given(model::RoadmapStatus::moved);
  content.entries[0].moved_from = timeframe(2026, 4, 1);
  const std::string shown = page(content);
  const std::string row = "2026-05-04 to 2026-06-02 (moved from 2026-04-01) | About late | webinar | moved\n";
  CHECK(shown == Holds{row});
  CHECK(shown.find(row) != shown.rfind(row));
}

TEST_CASE("an activity in a month or a quarter is in each of its months, and nobody invents its day") {
  const auto next = [](const char* from, base::Date as_of) {
    model::Roadmap content = roadmap();
    content.entries[0].from = test::timeframe(from);
    Place place(content);
    place.workspace.as_of = as_of;
    return page_text(roadmap_report(place.content<model::Roadmap>(), place.context()));
  };
  const std::string quarter = next("2026-Q2", *day(2026, 3, 31));
  CHECK(quarter == Holds{"8 months are empty. Next, in April to June 2026: About late.\n"});
  CHECK(quarter ==
        Holds{"## May 2026\n[Activities in May 2026]\nWhen | What | Kind | Status\nApril to June 2026 | About late"});
  CHECK_MESSAGE(next("2026-05", *day(2026, 5, 20)) == Holds{"Next, in May 2026: About late.\n"}, "the month has begun");
  CHECK_MESSAGE(next("2026-05", *day(2026, 6, 1)) == Holds{"Nothing more is planned.\n"}, "the month is over");
}

TEST_CASE("fidelity results name group, mean and answers, and areas without results") {
  const Place place(fidelity(20));
  const std::string shown = page_text(fidelity_report({place.context()}));
  CHECK(
      shown ==
      Holds{
          "> 1 check with fidelity tools; the most recent, on leadership behaviors, ended on October 31, 2025. No group was too "
          "small to be shown."});
  CHECK(shown == Holds{"### Leadership check, version 1.0: Supervisors\n"});
  CHECK(shown == Holds{"2025-10-01 to 2025-10-31 | 20\n"});
  CHECK(shown == Holds{"Leaders ask for feedback | 1 to 4 | 2.3\n"});
  CHECK(shown == Holds{"Leaders ask for feedback | 20 at 2\n"});
  CHECK(shown == Holds{"## Implementation support\nNo results yet."});
}

TEST_CASE("a small group is left out of page and result alike, and both say so") {
  const Place place(fidelity(3));
  const std::string shown = page_text(fidelity_report({place.context()}));
  CHECK(shown == Holds{"1 group is left out"});
  CHECK(shown == Holds{"2025-10-01 to 2025-10-31 | fewer than 5\n"});
  CHECK(shown != Holds{"Leaders ask for feedback"});
  const std::string result = json(fidelity_result({place.context()}));
  CHECK(result == Holds{R"("suppressed":1,)"});
  CHECK(result == Holds{R"("n":null,"suppressed":true,"measures":[])"});
  CHECK(result != Holds{"2.3"});
}
