#include <doctest/doctest.h>

#include "tests/support/holds.h"
#include "tests/unit/rules/builders.h"

using namespace cpm;
using namespace cpm::test;
using cpm::test::Holds;

namespace {

model::Support support_for_step() {
  model::Support made;
  made.plan = text("plan.yaml");
  model::SupportNeed& need = made.needs.emplace_back();
  need.id = text("n1");
  need.purpose.emplace().step = text("s1");
  need.provider = text("Cedar County");
  need.needed_by = timeframe("2018-10-01");
  need.status = given(model::SupportStatus::wanted);
  return made;
}

model::BuiltIn lists() {
  model::BuiltIn made;
  model::Academy& academy = made.regions.academies.emplace_back();
  academy.id = text("ncta");
  academy.name = text("Northern Academy");
  academy.counties = texts({"yolo", "yuba"});
  model::Instrument& instrument = made.instruments.emplace_back();
  for (const char* toolkit : {"ORB", "WD", "ERP", "QOSI"}) {
    model::Area& area = instrument.areas.emplace_back();
    area.label = text(std::string("Area of ") + toolkit);
    area.toolkit = text(toolkit);
  }
  return made;
}

model::Instrument with_toolkits(const std::vector<std::string>& toolkits) {
  model::Instrument made = small_instrument();
  for (model::Area& area : made.areas) area.toolkit = {};
  for (std::size_t i = 0; i < toolkits.size() && i < made.areas.size(); ++i) made.areas[i].toolkit = text(toolkits[i]);
  return made;
}

std::string repository_codes(const std::string& county, const std::string& academy) {
  const model::BuiltIn built_in = lists();
  model::Repository repository;
  repository.county = text(county);
  if (!academy.empty()) repository.academy = text(academy);
  return codes(check_content(repository, {.repository = nullptr, .built_in = &built_in, .plan = nullptr}));
}

}  // namespace

TEST_CASE("support for a plan names the plan; for items and a Snapshot's priorities it need not") {
  model::Support support = support_for_step();
  CHECK(codes(check_content(support)) == "");
  support.plan = {};
  CHECK(codes(check_content(support)) == "617");
  support.needs[0].purpose->step = {};
  support.needs[0].purpose->priority = text("p1");
  CHECK(codes(check_content(support)) == "617");
  support.snapshot = text("snapshot.yaml");
  CHECK(codes(check_content(support)) == "");
  support.snapshot = {};
  support.needs[0].purpose->priority = {};
  support.needs[0].purpose->item = text("or-vision");
  CHECK(codes(check_content(support)) == "");
}

TEST_CASE("a need and a road map entry say where they stand") {
  model::Support support = support_for_step();
  support.needs[0].status = {};
  CHECK(codes(check_content(support)) == "618");
  model::Roadmap roadmap;
  roadmap.fiscal_year = whole(2018);
  model::RoadmapEntry& entry = roadmap.entries.emplace_back();
  entry.id = text("r1");
  entry.from = timeframe("2018-09-01");
  CHECK(codes(check_content(roadmap)) == "623");
  entry.status = given(model::RoadmapStatus::planned);
  CHECK(codes(check_content(roadmap)) == "");
}

TEST_CASE("a county of an academy's list names its academy; a fictional county has none") {
  CHECK(repository_codes("yolo", "") == "670");
  CHECK(repository_codes("yolo", "ncta") == "");
  CHECK(repository_codes("example-alder", "") == "");
}

TEST_CASE("an instrument with some of the four areas leaves none out; one subject is no slip") {
  const model::BuiltIn built_in = lists();
  const auto found = [&](const std::vector<std::string>& toolkits) {
    return codes(
        check_content(with_toolkits(toolkits), {.repository = nullptr, .built_in = &built_in, .plan = nullptr}));
  };
  CHECK(found({"ORB", "WD"}) == "656");
  CHECK(found({"WD", "WD"}) == "");
  CHECK(found({}) == "");
  model::BuiltIn more = built_in;
  more.instruments.front().areas.emplace_back().label = text("Area without toolkit");
  const model::Instrument two = with_toolkits({"ORB", "WD"});
  const auto finding = only(check_content(two, {.repository = nullptr, .built_in = &more, .plan = nullptr}));
  CHECK(finding.message.ends_with("has no area for Area of ERP (`toolkit: ERP`) and Area of QOSI (`toolkit: QOSI`)"));
}

TEST_CASE("results of a tool say of which version") {
  model::Fidelity fidelity;
  fidelity.tool = text("Leadership check");
  fidelity.n = whole(20);
  CHECK(codes(check_content(fidelity)) == "635");
  fidelity.version = text("1.0");
  CHECK(codes(check_content(fidelity)) == "");
}

TEST_CASE("the analysis of a final Snapshot has its three lists, where there is something to list") {
  model::Snapshot snapshot = clean_snapshot();
  snapshot.analysis->strengths.clear();
  snapshot.analysis->feasibility.clear();
  CHECK(codes(check_snapshot(snapshot)) == "425 427");
  snapshot.analysis->opportunities.clear();
  snapshot.analysis->dismissed.clear();
  snapshot.analysis->strengths = clean_snapshot().analysis->strengths;
  CHECK(codes(check_snapshot(snapshot)) == "426");
  snapshot.status = given(model::DocumentStatus::draft);
  CHECK(codes(check_snapshot(snapshot)) != Holds{"42"});
}

TEST_CASE("a chosen priority says why") {
  model::Snapshot snapshot = clean_snapshot();
  snapshot.priorities[0].reason = {};
  CHECK(codes(check_snapshot(snapshot)) == "428");
  snapshot.status = given(model::DocumentStatus::draft);
  CHECK(codes(check_snapshot(snapshot)) != Holds{"428"});
}
