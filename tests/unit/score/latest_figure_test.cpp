// Where an indicator stands: the figure named, else the newest of those with dates.
#include <doctest/doctest.h>

#include <string_view>

#include "score/progress.h"
#include "tests/support/build_model.h"

using namespace cpm;

namespace {

model::Measured figure(std::string_view date, std::string_view value) {
  return {.span = {}, .date = test::day(date), .value = test::number(value)};
}

}  // namespace

TEST_CASE("the newest figure up to the day counts, whatever the order") {
  model::Indicator indicator;
  indicator.series = {figure("2026-03-01", "7"), figure("2026-01-01", "3"), figure("2026-06-01", "9")};
  CHECK(base::to_text(*score::latest(indicator, test::date("2026-03-31"))) == "7");
  CHECK(base::to_text(*score::latest(indicator, test::date("2026-03-01"))) == "7");
  CHECK(base::to_text(*score::latest(indicator, test::date("2026-02-28"))) == "3");
  CHECK_FALSE(score::latest(indicator, test::date("2025-12-31")).given);
  indicator.series[0].value.given = false;
  indicator.series[2].date.given = false;
  CHECK(base::to_text(*score::latest(indicator, test::date("2026-12-31"))) == "3");
  indicator.current = test::number("4");
  CHECK(base::to_text(*score::latest(indicator, test::date("2026-12-31"))) == "4");
}

TEST_CASE("of two figures of one day the later one in the file counts") {
  CHECK(base::to_text(
            *score::newest_figure({figure("2026-03-01", "7"), figure("2026-03-01", "8")}, test::date("2026-03-31"))
                 ->value) == "8");
  CHECK(score::newest_figure({}, test::date("2026-03-31")) == nullptr);
}

TEST_CASE("progress is worked out from dated figures alone") {
  model::Plan plan;
  model::Objective& objective = plan.objectives.emplace_back();
  objective.indicator.emplace();
  objective.indicator->baseline = test::number("0");
  objective.indicator->target = test::number("8");
  objective.indicator->series = {figure("2026-01-01", "2")};
  const score::Progress progress = score::progress(plan, test::date("2026-03-31"));
  REQUIRE(progress.indicators.size() == 1);
  CHECK(base::to_text(*progress.indicators[0].current) == "2");
  CHECK((progress.indicators[0].share == base::Ratio{.numerator = 1, .denominator = 4}));
  CHECK_FALSE(score::progress(plan, test::date("2025-03-31")).indicators[0].share.has_value());
}
