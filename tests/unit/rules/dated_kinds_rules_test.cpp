// Road maps, fidelity files and lists of academies.
#include <doctest/doctest.h>

#include "tests/unit/rules/builders.h"

using namespace cpm;
using namespace cpm::test;

namespace {

model::Roadmap clean_roadmap() {
  model::Roadmap made;
  made.title = text("Our road map");
  made.fiscal_year = whole(2018);
  model::RoadmapEntry& entry = made.entries.emplace_back();
  entry.id = text("r1");
  entry.from = timeframe("2018-07-01");
  entry.to = timeframe("2019-06-30");
  entry.title = text("Using coaching logs");
  entry.status = given(model::RoadmapStatus::planned);
  return made;
}

void add_count(model::FidelityMeasure& measure, const std::string& value, std::int64_t people) {
  auto& count = measure.counts.emplace_back();
  count.key = text(value);
  count.value = whole(people);
}

model::Fidelity clean_fidelity() {
  model::Fidelity made;
  made.tool = text("Leadership tool");
  made.version = text("1.0");
  made.period.from = day("2018-10-01");
  made.period.to = day("2018-10-31");
  made.n = whole(5);
  model::FidelityMeasure& measure = made.measures.emplace_back();
  measure.id = text("m1");
  measure.text = text("Leaders ask for feedback");
  measure.scale.emplace();
  measure.scale->min = whole(1);
  measure.scale->max = whole(4);
  measure.mean = number("4.0");
  add_count(measure, "1", 2);
  add_count(measure, "4", 3);
  return made;
}

model::Regions regions_of(const std::vector<std::pair<std::string, std::vector<std::string>>>& lists) {
  model::Regions made;
  made.title = text("Academies");
  for (const auto& [id, counties] : lists) {
    model::Academy& academy = made.academies.emplace_back();
    academy.id = text(id);
    academy.counties = texts(counties);
  }
  return made;
}

}  // namespace

TEST_CASE("entries lie within the county's fiscal year") {
  auto roadmap = clean_roadmap();
  CHECK(codes(check_content(roadmap)) == "");
  roadmap.entries[0].to = timeframe("2019-07-01");
  const auto late = only(check_content(roadmap));
  CHECK(late.code == 620);
  CHECK(late.span == roadmap.entries[0].to.span);
  CHECK(late.message ==
        "entry `r1` \"Using coaching logs\" lies on 2019-07-01, outside the fiscal year 2018-07-01 to "
        "2019-06-30");
  model::Repository repository;
  repository.fiscal_year_start = whole(10);
  CHECK(only(check_content(clean_roadmap(), {.repository = &repository})).message.find("2018-10-01 to 2019-09-30") !=
        std::string::npos);
}

TEST_CASE("a moved entry keeps its earlier day, and ends after it begins") {
  auto roadmap = clean_roadmap();
  roadmap.entries[0].status = given(model::RoadmapStatus::moved);
  CHECK(codes(check_content(roadmap)) == "621");
  roadmap.entries[0].moved_from = timeframe("2018-06-01");
  CHECK(codes(check_content(roadmap)) == "");
  roadmap.entries[0].to = timeframe("2018-06-30");
  CHECK_MESSAGE(codes(check_content(roadmap)) == "622", "and not outside the year as well");
  roadmap.entries[0].to = roadmap.entries[0].from;
  CHECK_MESSAGE(codes(check_content(roadmap)) == "", "one day");
}

TEST_CASE("of a month that lies partly in the fiscal year nobody knows that it is outside") {
  auto roadmap = clean_roadmap();
  model::Repository repository;
  repository.fiscal_year_start = whole(8);
  roadmap.entries[0].from = timeframe("2018-Q3");
  CHECK(codes(check_content(roadmap, {.repository = &repository})) == "");
  roadmap.entries[0].from = timeframe("2018-Q2");
  CHECK(
      only(check_content(roadmap, {.repository = &repository})).message ==
      "entry `r1` \"Using coaching logs\" lies in the months from April to June 2018, outside the fiscal year 2018-08-01 to "
      "2019-07-31");
  roadmap.entries[0].from = timeframe("2018-10-15");
  roadmap.entries[0].to = timeframe("2018-10");
  CHECK_MESSAGE(codes(check_content(roadmap)) == "", "may end after it begins");
  roadmap.entries[0].to = timeframe("2018-09");
  CHECK(only(check_content(roadmap)).message ==
        "entry `r1` \"Using coaching logs\" ends in September 2018, before it begins on 2018-10-15");
}

TEST_CASE("small groups, as the county sees them") {
  auto fidelity = clean_fidelity();
  CHECK(codes(check_content(fidelity)) == "");
  model::Repository repository;
  repository.privacy.emplace();
  repository.privacy->small_group = whole(6);
  const auto small = only(check_content(fidelity, {.repository = &repository}));
  CHECK(small.code == 630);
  CHECK(small.message == "5 people answered; groups below 6 are not shown");
}

TEST_CASE("answers fit the people, the scale and the period") {
  auto fidelity = clean_fidelity();
  add_count(fidelity.measures[0], "2", 1);
  CHECK(codes(check_content(fidelity)) == "631");
  fidelity = clean_fidelity();
  add_count(fidelity.measures[0], "3", std::numeric_limits<std::int64_t>::max());
  CHECK_MESSAGE(codes(check_content(fidelity)) == "631", "a sum too large for its type");
  fidelity = clean_fidelity();
  fidelity.measures[0].mean = number("4.01");
  add_count(fidelity.measures[0], "0", 0);
  CHECK(codes(check_content(fidelity)) == "632 632");
  fidelity = clean_fidelity();
  fidelity.period.to = day("2018-09-30");
  CHECK(codes(check_content(fidelity)) == "633");
  fidelity = clean_fidelity();
  fidelity.measures[0].mean = {};
  CHECK(codes(check_content(fidelity)) == "");
  fidelity.measures[0].counts.clear();
  CHECK(codes(check_content(fidelity)) == "634");
}

TEST_CASE("each county is in one list") {
  model::BuiltIn lists;
  for (const std::string id : {"alpine", "butte"}) {
    model::County& county = lists.counties.counties.emplace_back();
    county.id = text(id);
    county.name = text(id);
  }
  const Around around{.built_in = &lists};
  CHECK(codes(check_content(regions_of({{"north", {"alpine"}}, {"south", {"butte"}}}), around)) == "");
  auto regions = regions_of({{"north", {"alpine", "butte"}}, {"south", {"butte"}}});
  const auto twice = only(check_content(regions, around));
  CHECK(twice.code == 660);
  CHECK(twice.span == regions.academies[1].counties[0].span);
  CHECK(twice.labels.front().span == regions.academies[0].counties[1].span);
  regions = regions_of({{"north", {"alpine"}}});
  CHECK(only(check_content(regions, around)).message == "no academy lists `butte`");
  CHECK_MESSAGE(codes(check_content(regions_of({{"north", {"example"}}}), around)) == "", "not begun yet");
  regions.academies[0].evidence = text("Butte has no contract.");
  CHECK(codes(check_content(regions, around)) == "");
  regions = regions_of({{"north", {"alpine", "butte", "butte"}}});
  CHECK_MESSAGE(codes(check_content(regions, around)) == "", "not two academies");
  CHECK_MESSAGE(codes(check_content(regions_of({{"north", {"alpine"}}}))) == "", "there is no list to compare with");
}

TEST_CASE("figures of a tool are held against what is given") {
  auto fidelity = clean_fidelity();
  fidelity.period.to = fidelity.period.from;
  CHECK_MESSAGE(codes(check_content(fidelity)) == "", "one day");
  fidelity.period.to = {};
  CHECK(codes(check_content(fidelity)) == "");
  fidelity = clean_fidelity();
  fidelity.measures[0].mean = number("0.9");
  CHECK(codes(check_content(fidelity)) == "632");
  fidelity.measures[0].mean = number("9");
  fidelity.measures[0].scale.reset();
  CHECK(codes(check_content(fidelity)) == "");
}

TEST_CASE("what an academy says of one county says nothing of another, and five missing counties are named") {
  model::BuiltIn lists;
  for (const std::string id : {"alpine", "butte", "colusa", "glenn", "inyo", "kings", "lake"}) {
    model::County& county = lists.counties.counties.emplace_back();
    county.id = text(id);
    county.name = text(id);
  }
  const auto message = [&](const model::Regions& regions) {
    return only(check_content(regions, {.built_in = &lists})).message;
  };
  auto regions = regions_of({{"north", {"alpine", "butte"}}});
  regions.academies[0].evidence = text("Lake has no contract.");
  CHECK(message(regions) == "no academy lists `colusa`, `glenn`, `inyo` and `kings`");
  regions.academies[0].evidence = {};
  CHECK(message(regions) == "no academy lists `colusa`, `glenn`, `inyo`, `kings` and `lake`");
  regions.academies[0].counties.pop_back();
  CHECK(message(regions) == "no academy lists `butte`, `colusa`, `glenn`, `inyo`, `kings` and 1 more");
}
