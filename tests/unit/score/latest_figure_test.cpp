// Where an indicator stands: the figure named, else the newest of those with dates.
#include <doctest/doctest.h>

#include <string_view>

#include "score/progress.h"

using namespace cpm;

namespace {

base::Date day(std::string_view text) {
  return *base::read_date(text).date;
}

model::Measured figure(std::string_view date, std::string_view value) {
  return {.span = {},
          .date = {.value = day(date), .span = {}, .given = true},
          .value = {.value = *base::read_decimal(value), .span = {}, .given = true}};
}

model::LocatedDecimal number(std::string_view value) {
  return {.value = *base::read_decimal(value), .span = {}, .given = true};
}

}  // namespace

TEST_CASE("the newest figure up to the day counts, whatever the order") {
  model::Indicator indicator;
  indicator.series = {figure("2026-03-01", "7"), figure("2026-01-01", "3"), figure("2026-06-01", "9")};
  CHECK(base::to_text(*score::latest(indicator, day("2026-03-31"))) == "7");
  CHECK(base::to_text(*score::latest(indicator, day("2026-03-01"))) == "7");
  CHECK(base::to_text(*score::latest(indicator, day("2026-02-28"))) == "3");
  CHECK_FALSE(score::latest(indicator, day("2025-12-31")).given);
  indicator.series[0].value.given = false;
  indicator.series[2].date.given = false;
  CHECK(base::to_text(*score::latest(indicator, day("2026-12-31"))) == "3");
  indicator.current = number("4");
  CHECK(base::to_text(*score::latest(indicator, day("2026-12-31"))) == "4");
}

TEST_CASE("of two figures of one day the later one in the file counts") {
  CHECK(base::to_text(
            *score::newest_figure({figure("2026-03-01", "7"), figure("2026-03-01", "8")}, day("2026-03-31"))->value) ==
        "8");
  CHECK(score::newest_figure({}, day("2026-03-31")) == nullptr);
}

TEST_CASE("progress is worked out from dated figures alone") {
  model::Plan plan;
  model::Objective& objective = plan.objectives.emplace_back();
  objective.indicator.emplace();
  objective.indicator->baseline = number("0");
  objective.indicator->target = number("8");
  objective.indicator->series = {figure("2026-01-01", "2")};
  const score::Progress progress = score::progress(plan, day("2026-03-31"));
  REQUIRE(progress.indicators.size() == 1);
  CHECK(base::to_text(*progress.indicators[0].current) == "2");
  CHECK((progress.indicators[0].share == base::Ratio{.numerator = 1, .denominator = 4}));
  CHECK_FALSE(score::progress(plan, day("2025-03-31")).indicators[0].share.has_value());
}
