#include <doctest/doctest.h>

#include "format/load.h"
#include "model/instrument.h"

namespace cpm {

TEST_CASE("what is built in is read without a finding and is complete") {
  const auto loaded = format::load_built_in();
  CHECK(loaded->findings.all().empty());
  const model::BuiltIn& built_in = loaded->built_in;
  CHECK(built_in.counties.counties.size() == 58);
  CHECK(built_in.outcomes.outcomes.size() == 14);
  CHECK(!built_in.regions.academies.empty());
  CHECK(!built_in.toolkits.toolkits.empty());
  REQUIRE(built_in.instruments.size() == 1);
  CHECK(built_in.instruments[0].id.value == "cpm-default");
  CHECK(model::item_count(built_in.instruments[0]) == 42);
  CHECK(loaded->workspace.built_in == &built_in);
}

TEST_CASE("every county belongs to one academy, and academies name counties only") {
  const auto loaded = format::load_built_in();
  std::size_t members = 0;
  for (const model::County& county : loaded->built_in.counties.counties) {
    std::size_t academies = 0;
    for (const model::Academy& academy : loaded->built_in.regions.academies)
      for (const diag::LocatedText& member : academy.counties) academies += member.value == county.id.value ? 1U : 0U;
    CAPTURE(county.id.value);
    CHECK(academies == 1);
    members += academies;
  }
  CHECK(members == 58);
}

}  // namespace cpm
