#include "model/find.h"

#include <doctest/doctest.h>

#include "model/instrument.h"
#include "model/plan.h"
#include "model/reference.h"
#include "model/snapshot.h"
#include "tests/support/build_model.h"

using namespace cpm::model;
using cpm::test::text;

namespace {

LocatedWhole whole_number(std::int64_t value) {
  return LocatedWhole{.value = value, .span = {}, .given = true};
}

template <class Record>
Record with_id(const char* id) {
  Record record;
  record.id = text(id);
  return record;
}

// Two areas with two items and one; a scale 0, 1, 2.
Instrument small_instrument() {
  Instrument instrument;
  for (const char* const label : {"Not in place", "Partly in place", "Fully in place"}) {
    ScaleValue step;
    step.value = whole_number(static_cast<std::int64_t>(instrument.scale.size()));
    step.label = text(label);
    instrument.scale.push_back(step);
  }
  instrument.areas = {with_id<Area>("or"), with_id<Area>("wd")};
  instrument.areas[0].items = {with_id<Item>("or-vision"), with_id<Item>("or-team")};
  instrument.areas[1].items = {with_id<Item>("wd-coaching")};
  return instrument;
}

}  // namespace

TEST_CASE("Items and areas of an instrument are found by id") {
  const Instrument instrument = small_instrument();
  CHECK(find_item(instrument, "wd-coaching") == &instrument.areas[1].items[0]);
  CHECK(find_item(instrument, "wd") == nullptr);
  CHECK(find_item(instrument, "") == nullptr);
  CHECK(find_area(instrument, "or") == instrument.areas.data());
  CHECK(find_area(instrument, "or-team") == nullptr);
  CHECK(area_of(instrument, "or-team") == instrument.areas.data());
  CHECK(area_of(instrument, "wd-coaching") == &instrument.areas[1]);
  CHECK(area_of(instrument, "none") == nullptr);
  CHECK(item_count(instrument) == 3);
  CHECK(item_count(Instrument{}) == 0);
}

TEST_CASE("The scale of an instrument has a top and labels") {
  Instrument instrument = small_instrument();
  CHECK(top_value(instrument) == 2);
  CHECK(scale_label(instrument, 0) == "Not in place");
  CHECK(scale_label(instrument, 2) == "Fully in place");
  CHECK(scale_label(instrument, 3).empty());
  instrument.scale[2].value.given = false;
  CHECK(top_value(instrument) == 1);
  CHECK(scale_label(instrument, 2).empty());
  CHECK(top_value(Instrument{}) == 0);
}

TEST_CASE("A record whose id could not be read is never found") {
  Plan plan;
  plan.steps.emplace_back();
  CHECK(find_step(plan, "") == nullptr);
  plan.steps[0].id.value = "s1";
  CHECK(find_step(plan, "s1") == nullptr);
  plan.steps[0].id.given = true;
  CHECK(find_step(plan, "s1") == plan.steps.data());
}

TEST_CASE("The first of two records with one id is found") {
  Plan plan;
  plan.objectives = {with_id<Objective>("o1"), with_id<Objective>("o1")};
  CHECK(find_objective(plan, "o1") == plan.objectives.data());
}

TEST_CASE("Records of a plan are found by id") {
  Plan plan;
  plan.priorities = {with_id<PlanPriority>("p1"), with_id<PlanPriority>("p2")};
  plan.objectives = {with_id<Objective>("o1")};
  CHECK(find_priority(plan, "p2") == &plan.priorities[1]);
  CHECK(find_priority(plan, "o1") == nullptr);
  CHECK(find_objective(plan, "o2") == nullptr);
}

TEST_CASE("Records of a Snapshot are found by id") {
  Snapshot snapshot;
  snapshot.ratings.emplace_back();
  snapshot.ratings[0].key = text("or-vision");
  snapshot.priorities = {with_id<SnapshotPriority>("p1")};
  CHECK(find_rating(snapshot, "or-vision") == snapshot.ratings.data());
  CHECK(find_rating(snapshot, "or-team") == nullptr);
  CHECK(find_priority(snapshot, "p1") == snapshot.priorities.data());
  CHECK(find_priority(snapshot, "p2") == nullptr);
  CHECK(find_opportunity(snapshot, "op1") == nullptr);
  snapshot.analysis.emplace();
  snapshot.analysis->opportunities = {with_id<Remark>("op1")};
  snapshot.analysis->strengths = {with_id<Remark>("st1")};
  CHECK(find_opportunity(snapshot, "op1") == snapshot.analysis->opportunities.data());
  CHECK(find_opportunity(snapshot, "st1") == nullptr);
}

TEST_CASE("Reference lists are searched by id, tools across toolkits") {
  Toolkits toolkits;
  toolkits.toolkits = {with_id<Toolkit>("leadership"), with_id<Toolkit>("training")};
  toolkits.toolkits[1].tools = {with_id<Tool>("coaching-guide")};
  CHECK(find_tool(toolkits, "coaching-guide") == toolkits.toolkits[1].tools.data());
  CHECK(find_tool(toolkits, "training") == nullptr);
  Outcomes outcomes;
  outcomes.outcomes = {with_id<Outcome>("voice")};
  CHECK(find_outcome(outcomes, "voice") == outcomes.outcomes.data());
  CHECK(find_outcome(outcomes, "none") == nullptr);
  Counties counties;
  counties.counties = {with_id<County>("yolo")};
  CHECK(find_county(counties, "yolo") == counties.counties.data());
  CHECK(find_county(counties, "Yolo") == nullptr);
  Regions regions;
  regions.academies = {with_id<Academy>("northern")};
  CHECK(find_academy(regions, "northern") == regions.academies.data());
  CHECK(find_academy(regions, "") == nullptr);
}
