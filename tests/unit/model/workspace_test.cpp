#include "model/workspace.h"

#include <doctest/doctest.h>

#include "tests/support/build_model.h"

using namespace cpm::model;
using cpm::test::text;

namespace {

County county(const char* id, const char* name) {
  County county;
  county.id = text(id);
  county.name = text(name);
  return county;
}

}  // namespace

TEST_CASE("Counties are named as people name them") {
  BuiltIn built_in;
  built_in.counties.counties = {county("san-francisco", "San Francisco"), county("yolo", "Yolo")};
  CHECK(county_name(built_in, "yolo") == "Yolo County");
  CHECK(county_name(built_in, "san-francisco") == "San Francisco County");
  CHECK(county_name(built_in, "example") == "Example County");
  CHECK(county_name(built_in, "example-alder") == "Alder County (example)");
  CHECK(county_name(built_in, "example-los-robles") == "Los Robles County (example)");
}

TEST_CASE("A word that names no county is given back") {
  const BuiltIn built_in;
  CHECK(county_name(built_in, "atlantis") == "atlantis");
  CHECK(county_name(built_in, "example-") == "example-");
  CHECK(county_name(built_in, "examples") == "examples");
  CHECK(county_name(built_in, "").empty());
}

TEST_CASE("An outcome of a logic model is found in its own home") {
  Workspace workspace;
  LogicModel model;
  model.outcomes.emplace_back().id = text("lo-known");
  workspace.documents.emplace_back().content = model;
  REQUIRE(find_logic_outcome(workspace, 0, "lo-known") != nullptr);
  CHECK(find_logic_outcome(workspace, 0, "lo-known")->id.value == "lo-known");
  CHECK(find_logic_outcome(workspace, 0, "oc-heard") == nullptr);
  CHECK(find_logic_outcome(workspace, 1, "lo-known") == nullptr);
}

TEST_CASE("Documents are found by their content, in order") {
  Workspace workspace;
  for (int i = 0; i < 4; ++i) workspace.documents.emplace_back();
  workspace.documents[1].content = Plan{};
  workspace.documents[2].content = Snapshot{};
  workspace.documents[3].content = Plan{};
  const std::vector<const Document*> plans = documents_of<Plan>(workspace);
  REQUIRE(plans.size() == 2);
  CHECK(plans[0] == &workspace.documents[1]);
  CHECK(plans[1] == &workspace.documents[3]);
  CHECK(content_as<Snapshot>(workspace.documents[2]) != nullptr);
  CHECK(content_as<Snapshot>(workspace.documents[1]) == nullptr);
  CHECK(documents_of<Instrument>(workspace).empty());
}
