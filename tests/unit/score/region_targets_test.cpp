#include <doctest/doctest.h>

#include <deque>

#include "score/region.h"
#include "tests/unit/score/random_case.h"

using namespace cpm;
using namespace cpm::test;

namespace {

/// Some Snapshots and plans of one county, in the order in which they were added.
struct AimingCounty {
  explicit AimingCounty(model::Instrument asks) : asked(std::move(asks)) {
    workspace.built_in = &built_in;
    workspace.as_of = date("2026-03-31");
  }

  model::Document& answers(std::string_view on, model::Snapshot made) {
    model::Document& document = workspace.documents.emplace_back();
    document.path = "snapshots/" + std::to_string(workspace.documents.size());
    document.instrument = &asked;
    made.date = day(on);
    made.status = given(model::DocumentStatus::final);
    document.content = std::move(made);
    return document;
  }

  void aims(std::string_view on, const model::Document& follows,
            const std::vector<std::pair<std::string, int>>& scores) {
    model::Plan made = plan();
    made.date = day(on);
    model::PlanPriority& priority = add_priority(made, "p1", "a");
    for (const auto& [item, score] : scores)
      priority.targets.push_back({.key = given(item), .value = given(static_cast<std::int64_t>(score))});
    model::Document& document = workspace.documents.emplace_back();
    document.path = "plans/" + std::to_string(workspace.documents.size());
    document.snapshot = &follows;
    document.content = std::move(made);
  }

  score::Region region() const {
    std::vector<const model::Document*> usable;
    for (const model::Document& document : workspace.documents) usable.push_back(&document);
    return score::region(workspace, usable);
  }

  model::BuiltIn built_in;
  model::Workspace workspace;
  model::Instrument asked;
};

AimingCounty county_with_two_items() {
  return AimingCounty(instrument(2, {area("a", {"a1", "a2"})}));
}

std::string date_of(const std::optional<score::PlanTargets>& targets) {
  return targets ? base::to_text(*targets->plan->date) : "none";
}

}  // namespace

TEST_CASE("the newest plan on the newest Snapshot says what the percents would be; the one before, what was reached") {
  AimingCounty county = county_with_two_items();
  const model::Document& before = county.answers("2025-01-01", snapshot({{"a1", scored(0)}, {"a2", scored(1)}}));
  const model::Document& now = county.answers("2026-01-01", snapshot({{"a1", scored(1)}, {"a2", scored(1)}}));
  county.aims("2025-02-01", before, {{"a1", 1}, {"a2", 2}});
  county.aims("2026-02-01", now, {{"a1", 2}});
  const score::Region region = county.region();
  const score::CountyView& view = region.sections.at(0).counties.at(0);
  REQUIRE(view.ahead);
  CHECK(view.ahead->ahead.total_now.points == 2);
  CHECK(view.ahead->ahead.total.points == 3);
  REQUIRE(view.earlier);
  CHECK(date_of(view.earlier) == "2025-02-01");
  CHECK(score::counts_of(view.earlier->results) == score::ReachCounts{1, 1, 0, 0, 0});
}

TEST_CASE("a plan that a later one on the same Snapshot has replaced is history, also where that one has no targets") {
  AimingCounty county = county_with_two_items();
  const model::Document& now = county.answers("2026-01-01", snapshot({{"a1", scored(1)}}));
  county.aims("2026-01-15", now, {{"a1", 2}});
  CHECK(date_of(county.region().sections[0].counties[0].ahead) == "2026-01-15");
  county.aims("2026-03-31", now, {{"a2", 2}});
  CHECK(date_of(county.region().sections[0].counties[0].ahead) == "2026-03-31");
  county.aims("2026-04-01", now, {{"a2", 1}});  // not yet
  CHECK(date_of(county.region().sections[0].counties[0].ahead) == "2026-03-31");
  county.aims("2026-03-31", now, {});  // of one day the later path is the newer
  CHECK(date_of(county.region().sections[0].counties[0].ahead) == "none");
}

TEST_CASE("a plan without a Snapshot or without a day sets no targets, and says nothing of what is not asked again") {
  AimingCounty county = county_with_two_items();
  model::Instrument other = instrument_version("0.9", {area("b", {"b1"})});
  model::Document& before = county.answers("2025-01-01", snapshot({{"b1", scored(0)}}));
  before.instrument = &other;
  const model::Document& now = county.answers("2026-01-01", snapshot({{"a1", scored(1)}}));
  county.aims("2025-02-01", before, {{"b1", 1}});
  county.aims("2026-02-01", now, {{"a1", 2}});
  std::get<model::Plan>(county.workspace.documents.back().content).date = {};
  county.aims("2026-02-02", now, {{"a1", 2}});
  county.workspace.documents.back().snapshot = nullptr;
  const score::Region region = county.region();
  const score::CountyView& view = region.sections.at(0).counties.at(0);
  CHECK(date_of(view.ahead) == "none");
  CHECK(date_of(view.earlier) == "none");
}

TEST_CASE("Sums with the targets of 300 random counties are those of a plain count") {
  Dice dice(612);
  int raised = 0;
  for (int round = 0; round < 300; ++round) {
    CAPTURE(round);
    Case made = random_case(dice);
    AimingCounty county(made.instrument);
    const model::Document& now = county.answers("2026-01-01", made.snapshot);
    std::vector<std::pair<std::string, int>> scores;
    for (Plain& next : made.items) {
      if (!dice.one_in(4)) continue;
      scores.emplace_back(next.id, dice.up_to(made.top));
      if (next.answer != kNotApplicable) next.answer = std::max(next.answer, scores.back().second);
    }
    county.aims("2026-02-01", now, scores);
    const score::Region region = county.region();
    const score::CountyView& view = region.sections.at(0).counties.at(0);
    REQUIRE(view.ahead.has_value() == !scores.empty());
    if (scores.empty()) continue;
    const auto check = [&](const score::Figures& figures, const Sums& sums) {
      CHECK(figures.points == sums.points);
      CHECK(figures.possible == sums.scored * made.top);
      CHECK(figures.scored == sums.scored);
    };
    for (int i = 0; i < made.areas; ++i)
      check(view.ahead->ahead.areas[static_cast<std::size_t>(i)].then, sums_of(made, i));
    check(view.ahead->ahead.total, sums_of(made, -1));
    if (view.ahead->ahead.total.points > view.now->total.points) ++raised;
  }
  CHECK(raised > 150);
}
