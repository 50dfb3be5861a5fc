#include "score/region.h"

#include <doctest/doctest.h>

#include "tests/support/build_model.h"

using namespace cpm;
using namespace cpm::test;

namespace {

/// A region put together document by document; nothing is read.
struct World {
  model::BuiltIn built_in;
  model::Workspace workspace;
  std::deque<model::Instrument> instruments;

  World() {
    workspace.built_in = &built_in;
    workspace.as_of = date("2026-03-31");
  }

  const model::Instrument& ask(model::Instrument made) { return instruments.emplace_back(std::move(made)); }

  model::Snapshot& answer(const char* county, const char* date, const model::Instrument& asked,
                          std::vector<Answered> answers) {
    model::Document& document = workspace.documents.emplace_back();
    document.path = std::string(county) + "/" + date;
    document.instrument = &asked;
    model::Snapshot& made = document.content.emplace<model::Snapshot>(snapshot(std::move(answers)));
    made.county = given(county);
    made.date = day(date);
    made.status = given(model::DocumentStatus::final);
    made.instrument.id = asked.id;
    made.instrument.version = asked.version;
    return made;
  }

  model::Repository& settle(const char* county) {
    model::Repository& made = workspace.documents.emplace_back().content.emplace<model::Repository>();
    made.county = given(county);
    return made;
  }

  model::SupportNeed& need(const char* county, model::SupportCategory category, const char* needed_by) {
    model::Support& file = workspace.documents.emplace_back().content.emplace<model::Support>();
    file.county = given(county);
    model::SupportNeed& made = file.needs.emplace_back();
    made.category = given(category);
    if (*needed_by != '\0') made.needed_by = timeframe(needed_by);
    return made;
  }

  score::Region region() const {
    std::vector<const model::Document*> usable;
    for (const model::Document& document : workspace.documents) usable.push_back(&document);
    return score::region(workspace, usable);
  }
};

model::Instrument two_items() {
  return instrument(2, {area("a", {"a1", "a2"})});
}

}  // namespace

TEST_CASE("of each county the newest final Snapshot up to the day counts, and the one before makes the trend") {
  World world;
  const model::Instrument& asked = world.ask(two_items());
  world.answer("example-b", "2024-01-01", asked, {{"a1", scored(0)}, {"a2", scored(0)}});
  world.answer("example-b", "2025-01-01", asked, {{"a1", scored(0)}, {"a2", scored(1)}});
  world.answer("example-b", "2026-01-01", asked, {{"a1", scored(1)}, {"a2", scored(1)}});
  world.answer("example-b", "2026-04-01", asked, {{"a1", scored(2)}, {"a2", scored(2)}});
  world.answer("example-b", "2026-02-01", asked, {{"a1", scored(2)}}).status = given(model::DocumentStatus::draft);
  world.answer("example-a", "2026-02-01", asked, {{"a1", scored(2)}, {"a2", scored(2)}});
  world.settle("example-c");
  const score::Region region = world.region();
  CHECK(region.counties == score::CountyIds{"example-a", "example-b", "example-c"});
  CHECK(region.without_snapshot == score::CountyIds{"example-c"});
  REQUIRE(region.sections.size() == 1);
  const std::vector<score::CountyView>& counties = region.sections[0].counties;
  REQUIRE(counties.size() == 2);
  CHECK(counties[0].county == "example-a");
  CHECK_FALSE(counties[0].trend);
  CHECK(counties[1].now->total.points == 2);
  REQUIRE(counties[1].trend);
  CHECK(counties[1].trend->total_before.points == 1);
}

TEST_CASE("needs are items below the top, by number of counties, then in instrument order") {
  World world;
  const model::Instrument& asked = world.ask(instrument(2, {area("a", {"a1", "a2", "a3", "a4"})}));
  world.answer("example-a", "2026-01-01", asked,
               {{"a1", scored(2)}, {"a2", scored(1)}, {"a3", scored(0)}, {"a4", dont_know()}});
  world.answer("example-b", "2026-01-01", asked,
               {{"a1", scored(2)}, {"a2", scored(2)}, {"a3", scored(1)}, {"a4", scored(1)}});
  const score::Region region = world.region();
  const std::vector<score::CommonNeed>& needs = region.sections.at(0).needs;
  REQUIRE(needs.size() == 3);
  CHECK(*needs[0].item->id == "a3");
  CHECK(needs[0].counties == score::CountyIds{"example-a", "example-b"});
  CHECK(needs[0].answered == 2);
  CHECK(*needs[1].item->id == "a2");
  CHECK(*needs[2].item->id == "a4");
  CHECK(needs[2].answered == 1);
}

TEST_CASE("another version, and another text under the same name, stand in a section of their own") {
  World world;
  model::Instrument reworded = two_items();
  item_of(reworded, "a2").title = given("Something else");
  model::Instrument newer = two_items();
  newer.version = given("2.0");
  const model::Instrument& asked = world.ask(two_items());
  const model::Instrument& copy = world.ask(two_items());
  const model::Instrument& other = world.ask(std::move(reworded));
  const model::Instrument& next = world.ask(std::move(newer));
  world.answer("example-a", "2026-01-01", asked, {{"a1", scored(1)}});
  world.answer("example-b", "2026-01-01", copy, {{"a1", scored(1)}});
  world.answer("example-c", "2026-01-01", other, {{"a1", scored(1)}});
  world.answer("example-d", "2026-01-01", next, {{"a1", scored(1)}});
  const score::Region region = world.region();
  REQUIRE(region.sections.size() == 3);
  CHECK(region.sections[0].counties.size() == 2);
  CHECK(region.sections[1].counties[0].county == "example-c");
  CHECK(*region.sections[2].instrument->version == "2.0");
}

TEST_CASE("an offer is matched with other counties that have the item below the top, never with its own") {
  World world;
  const model::Instrument& asked = world.ask(two_items());
  world.answer("example-a", "2026-01-01", asked, {{"a1", scored(2)}, {"a2", scored(0)}});
  world.answer("example-b", "2026-01-01", asked, {{"a1", scored(1)}, {"a2", scored(2)}});
  model::Repository& repository = world.settle("example-a");
  repository.offers = {{.span = {}, .item = given("a1"), .text = given("Come and see")},
                       {.span = {}, .item = given("a2"), .text = given("Ours alone")},
                       {.span = {}, .item = given("a1"), .text = {}}};
  const score::Region region = world.region();
  const std::vector<score::MatchedOffer>& offers = region.sections.at(0).offers;
  REQUIRE(offers.size() == 1);
  CHECK(*offers[0].offer->text == "Come and see");
  CHECK(offers[0].needed_by == score::CountyIds{"example-b"});
  REQUIRE(offers[0].own != nullptr);
  CHECK(offers[0].own->score == 2);
}

TEST_CASE("open needs of one kind in one quarter are put together; closed ones are counted; persons are not named") {
  using enum model::SupportCategory;
  World world;
  world.need("example-b", rta, "2026-10-01").provider = given("ncta");
  world.need("example-a", rta, "2026-12-31").provider = given("ncta");
  world.need("example-a", rta, "2027-01-01").provider = given("ncta");
  world.need("example-a", internal, "").provider = given("Pat Example");
  world.need("example-a", rta, "2026-10-01").status = given(model::SupportStatus::received);
  const score::Region region = world.region();
  CHECK(region.closed_needs == 1);
  REQUIRE(region.demand.size() == 3);
  CHECK(region.demand[0].counties == score::CountyIds{"example-a", "example-b"});
  CHECK(region.demand[0].quarter == score::Quarter{2026, 4});
  CHECK(region.demand[1].quarter == score::Quarter{2027, 1});
  CHECK_FALSE(region.demand[2].quarter);
  CHECK(region.demand[2].provider.empty());
}

TEST_CASE("two Snapshots of a county are enough for a trend; of one day the later path is the newer") {
  World world;
  const model::Instrument& asked = world.ask(two_items());
  world.answer("example-a", "2025-01-01", asked, {{"a1", scored(1)}});
  world.answer("example-a", "2026-01-01", asked, {{"a1", scored(0)}});
  world.answer("example-b", "2026-01-01", asked, {{"a1", scored(2)}});
  world.workspace.documents.back().path = "example-b/2";
  world.answer("example-b", "2026-01-01", asked, {{"a1", scored(0)}});
  world.workspace.documents.back().path = "example-b/1";
  const score::Region region = world.region();
  const std::vector<score::CountyView>& counties = region.sections.at(0).counties;
  REQUIRE(counties.at(0).trend);
  CHECK(counties[0].trend->total_before.points == 1);
  CHECK(counties.at(1).now->total.points == 2);
}

TEST_CASE("files without county belong to none, and instruments of one name keep the order of their counties") {
  World world;
  model::Instrument reworded = two_items();
  item_of(reworded, "a2").title = given("Something else");
  const model::Instrument& asked = world.ask(two_items());
  const model::Instrument& other = world.ask(std::move(reworded));
  world.answer("example-b", "2026-01-01", asked, {{"a1", scored(1)}});
  world.answer("example-a", "2026-01-01", other, {{"a1", scored(1)}});
  world.settle("").county = {};
  world.need("", model::SupportCategory::peer, "2026-10-01");
  model::Support& nobody = std::get<model::Support>(world.workspace.documents.back().content);
  nobody.county = {};
  const score::Region region = world.region();
  CHECK(region.counties == score::CountyIds{"example-a", "example-b"});
  CHECK(region.demand.empty());
  REQUIRE(region.sections.size() == 2);
  CHECK(region.sections[0].counties[0].county == "example-a");
}

TEST_CASE("a Snapshot counts with an instrument, a county and a day") {
  World world;
  const model::Instrument& asked = world.ask(two_items());
  world.answer("example-a", "2026-01-01", asked, {{"a1", scored(1)}});
  world.answer("example-b", "2026-01-01", asked, {{"a1", scored(1)}}).county = {};
  world.answer("example-c", "2026-01-01", asked, {{"a1", scored(1)}}).date = {};
  world.answer("example-d", "2026-01-01", asked, {{"a1", scored(1)}});
  world.workspace.documents.back().instrument = nullptr;
  world.answer("example-e", "2026-03-31", asked, {{"a1", scored(1)}});
  world.answer("example-f", "2026-04-01", asked, {{"a1", scored(1)}});
  const score::Region region = world.region();
  REQUIRE(region.sections.size() == 1);
  REQUIRE(region.sections[0].counties.size() == 2);
  CHECK(region.sections[0].counties[0].county == "example-a");
  CHECK(region.sections[0].counties[1].county == "example-e");
  CHECK(region.without_snapshot == score::CountyIds{"example-c", "example-d", "example-f"});
}

TEST_CASE("support files count up to the day; their needs are open unless received or declined") {
  using enum model::SupportCategory;
  World world;
  const auto add = [&](const char* provider, model::SupportCategory category, const char* date,
                       std::optional<model::SupportStatus> status) {
    model::SupportNeed& need = world.need("example-a", category, "2026-10-01");
    need.provider = given(provider);
    if (status) need.status = given(*status);
    model::Support& file = std::get<model::Support>(world.workspace.documents.back().content);
    if (*date != '\0') file.date = day(date);
  };
  add("ncta", rta, "", std::nullopt);
  add("A county", peer, "2026-03-31", model::SupportStatus::wanted);
  add("Too late", peer, "2026-04-01", model::SupportStatus::wanted);
  add("Declined", peer, "2026-03-01", model::SupportStatus::declined);
  add("Pat Example", consultant, "2026-03-01", model::SupportStatus::agreed);
  world.need("example-a", rta, "2026-10-01").category = {};
  const score::Region region = world.region();
  CHECK(region.closed_needs == 1);
  std::vector<std::string> providers;
  for (const score::Demand& demand : region.demand) providers.push_back(demand.provider);
  CHECK(providers == std::vector<std::string>{"ncta", "A county", ""});
}
