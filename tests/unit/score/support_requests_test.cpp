#include "score/support_requests.h"

#include <doctest/doctest.h>

#include "tests/support/build_model.h"

using namespace cpm;
using namespace cpm::score;
using cpm::test::text;
using cpm::test::timeframe;
using model::SupportCategory;

namespace {

model::SupportNeed need(std::string id, SupportCategory category, unsigned month) {
  model::SupportNeed made;
  made.id = text(std::move(id));
  made.category = {.value = category, .span = {}, .given = true};
  made.needed_by = {
      .value = base::whole_day(base::Date{std::chrono::year{2026}, std::chrono::month{month}, std::chrono::day{15}}),
      .span = {},
      .given = true};
  return made;
}

model::SupportFor for_item(std::string id) {
  model::SupportFor purpose;
  purpose.item = text(std::move(id));
  return purpose;
}

struct Requests {
  model::BuiltIn lists;
  model::Workspace workspace;
  std::vector<const model::Document*> documents;

  Requests() {
    model::Academy academy;
    academy.id = text("north");
    academy.name = text("Northern Academy");
    academy.counties = {text("alpha"), text("beta")};
    lists.regions.academies = {academy};
    workspace.built_in = &lists;
    workspace.homes.resize(2);
    workspace.as_of = base::Date{std::chrono::year{2026}, std::chrono::month{3}, std::chrono::day{31}};
  }

  model::Support& add(std::string county, std::size_t home, std::vector<model::SupportNeed> needs) {
    model::Support support;
    support.county = text(std::move(county));
    support.needs = std::move(needs);
    model::Document& document = workspace.documents.emplace_back();
    document.content = std::move(support);
    document.home = home;
    documents.push_back(&document);
    return std::get<model::Support>(document.content);
  }

  SupportRequests requests() const { return support_requests(documents, workspace); }
};

}  // namespace

TEST_CASE("open requests come first, by day, and those without a day after them") {
  Requests region;
  model::SupportNeed closed = need("closed", SupportCategory::rta, 1);
  closed.status = {.value = model::SupportStatus::received, .span = {}, .given = true};
  model::SupportNeed undated = need("undated", SupportCategory::rta, 1);
  undated.needed_by = {};
  region.add("alpha", 0,
             {closed, undated, need("may", SupportCategory::rta, 5), need("past", SupportCategory::rta, 2)});
  const SupportRequests made = region.requests();
  REQUIRE(made.groups.size() == 1);
  std::vector<std::string> order;
  for (const Request& request : made.groups[0].requests) order.push_back(*request.need->id);
  CHECK((order == std::vector<std::string>{"past", "may", "undated", "closed"}));
  CHECK(made.needs == 4);
  CHECK(made.open == 3);
  CHECK(made.overdue == 1);
}

TEST_CASE("an academy that is not named is that of cpm.yaml, else that of the region") {
  Requests region;
  region.add("alpha", 0, {need("n", SupportCategory::rta, 5)});
  CHECK(region.requests().groups[0].provider == "north");
  REQUIRE(region.requests().groups[0].academy != nullptr);
  CHECK(*region.requests().groups[0].academy->name == "Northern Academy");
  model::Repository own;
  own.academy = text("south");
  region.workspace.homes[0].repository = &own;
  CHECK(region.requests().groups[0].provider == "south");
  CHECK(region.requests().groups[0].academy == nullptr);
}

TEST_CASE("one need of several counties in one quarter is found by tool, or by category and item") {
  Requests region;
  model::Support& first = region.add("alpha", 0, {need("a", SupportCategory::rta, 4)});
  model::Support& second = region.add("beta", 1, {need("b", SupportCategory::rta, 6)});
  CHECK_MESSAGE(region.requests().shared.empty(), "one academy is asked for many things");
  for (model::Support* const support : {&first, &second}) support->needs[0].purpose = for_item("coaching");
  REQUIRE(region.requests().shared.size() == 1);
  const SharedNeed shared = region.requests().shared[0];
  CHECK((shared.counties == std::vector<std::string>{"alpha", "beta"}));
  CHECK(base::to_text(shared.quarter) == "2026-04-01");
  CHECK(shared.item == "coaching");
  second.needs[0].purpose = for_item("reviews");
  CHECK(region.requests().shared.empty());
  second.needs[0].purpose = for_item("coaching");
  second.needs[0].category.value = SupportCategory::peer;
  CHECK(region.requests().shared.empty());
  first.needs[0].tool = text("orb-matrix");
  second.needs[0].tool = text("orb-matrix");
  second.needs[0].provider = text("elsewhere");
  REQUIRE(region.requests().shared.size() == 1);
  CHECK(region.requests().shared[0].tool == "orb-matrix");
  CHECK(region.requests().shared[0].item.empty());
}

TEST_CASE("another quarter, one county alone or a closed request share nothing") {
  Requests region;
  region.add("alpha", 0, {need("a", SupportCategory::rta, 3), need("a2", SupportCategory::rta, 3)});
  model::Support& other = region.add("beta", 1, {need("b", SupportCategory::rta, 4)});
  for (model::Document& document : region.workspace.documents)
    for (model::SupportNeed& one : std::get<model::Support>(document.content).needs) one.purpose = for_item("coaching");
  CHECK(region.requests().shared.empty());
  other.needs[0].needed_by = need("x", SupportCategory::rta, 3).needed_by;
  CHECK(region.requests().shared.size() == 1);
  other.needs[0].status = {.value = model::SupportStatus::declined, .span = {}, .given = true};
  CHECK(region.requests().shared.empty());
}

TEST_CASE("a provider that is named counts; without a name only academies are known") {
  Requests region;
  model::Support& support = region.add("alpha", 0,
                                       {need("n", SupportCategory::consultant, 5), need("m", SupportCategory::rta, 5)});
  support.needs[1].provider = text("north");
  const SupportRequests made = region.requests();
  REQUIRE(made.groups.size() == 2);
  for (const RequestGroup& group : made.groups) {
    const bool rta = group.category == SupportCategory::rta;
    CHECK(group.provider == (rta ? "north" : ""));
    CHECK((group.academy != nullptr) == rta);
  }
  support.needs[0].provider = text("north");
  for (const RequestGroup& group : region.requests().groups) {
    CHECK(group.provider == "north");
    CHECK((group.academy != nullptr) == (group.category == SupportCategory::rta));
  }
  support.needs[1].provider = text("south");
  CHECK_MESSAGE(region.requests().groups[0].provider == "south", "though the county belongs to another academy");
}

TEST_CASE("a county that no region lists has no academy, and neither has one without lists") {
  Requests region;
  region.add("omega", 0, {need("n", SupportCategory::rta, 5)});
  CHECK(region.requests().groups[0].provider.empty());
  region.workspace.built_in = nullptr;
  CHECK(region.requests().groups[0].provider.empty());
  CHECK(region.requests().groups[0].academy == nullptr);
}

TEST_CASE("a request is overdue from the day after it was needed, as long as it is open") {
  Requests region;
  model::Support& support = region.add("alpha", 0, {need("n", SupportCategory::rta, 3)});
  support.needs[0].needed_by = timeframe("2026-03-31");
  CHECK(region.requests().overdue == 0);
  support.needs[0].needed_by = timeframe("2026-03-30");
  CHECK(region.requests().overdue == 1);
  support.needs[0].needed_by.given = false;
  CHECK(region.requests().overdue == 0);
  support.needs[0].needed_by.given = true;
  support.needs[0].status = {.value = model::SupportStatus::received, .span = {}, .given = true};
  CHECK(region.requests().overdue == 0);
}

TEST_CASE("files of other kinds are passed over") {
  Requests region;
  region.add("alpha", 0, {need("n", SupportCategory::rta, 5)});
  model::Document& other = region.workspace.documents.emplace_back();
  other.content = model::Plan{};
  region.documents.push_back(&other);
  CHECK(region.requests().needs == 1);
}

TEST_CASE("requests for one day stay in the order of the files") {
  Requests region;
  region.add("alpha", 0, {need("first", SupportCategory::rta, 5), need("second", SupportCategory::rta, 5)});
  const SupportRequests made = region.requests();
  REQUIRE(made.groups.size() == 1);
  CHECK(*made.groups[0].requests[0].need->id == "first");
}

TEST_CASE("requests without a day share nothing") {
  Requests region;
  for (const char* const county : {"alpha", "beta"}) {
    model::SupportNeed undated = need(county, SupportCategory::rta, 5);
    undated.needed_by = {};
    undated.tool = text("orb-matrix");
    region.add(county, 0, {undated});
  }
  CHECK(region.requests().shared.empty());
}

TEST_CASE("needs that name neither tool nor provider have nothing in common") {
  Requests region;
  region.add("alpha", 0, {need("one", SupportCategory::peer, 5)});
  region.add("beta", 1, {need("two", SupportCategory::peer, 5)});
  CHECK(region.requests().shared.empty());
}
