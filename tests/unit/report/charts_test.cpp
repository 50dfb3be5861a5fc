#include <doctest/doctest.h>

#include "fixtures.h"
#include "report/plan_blocks.h"
#include "report/plan_pages.h"
#include "report/score_blocks.h"
#include "report/score_pages.h"
#include "score/compare.h"
#include "score/progress.h"
#include "tests/support/holds.h"

using namespace cpm;
using namespace cpm::report;
using namespace cpm::report::fixtures;
using cpm::test::Holds;

namespace {

base::Date date(int year, unsigned month, unsigned in_month) {
  return {std::chrono::year(year), std::chrono::month(month), std::chrono::day(in_month)};
}

}  // namespace

TEST_CASE("the bars of the areas are the exact percents, with the range of open answers, the total last") {
  const model::Instrument asked = instrument(5, 5);
  const model::Snapshot answers = snapshot(asked, "2229111000");
  const Chart chart = area_chart(score::scorecard(answers, asked), 60);
  const auto& bars = std::get<BarChart>(chart.shape);
  REQUIRE(bars.bars.size() == 3);
  CHECK(bars.has_total);
  CHECK(bars.benchmark == 60);
  CHECK(bars.bars[0].label == "Organizational Readiness");
  CHECK(bars.bars[0].percent == base::Tenths{875});
  CHECK(bars.bars[0].low == base::Tenths{700});
  CHECK(bars.bars[0].high == base::Tenths{900});
  CHECK_FALSE(bars.bars[1].low.has_value());
  CHECK(bars.bars[2].percent == base::Tenths{500});
  CHECK(chart.description == Holds{"Workforce Development 20.0%; Total of all items 50.0% (45.0% to 55.0% with open"});
  CHECK(chart.description == Holds{"The benchmark is 60%."});
}

TEST_CASE(
    "the answers of an area are counted from the highest value down; kinds of answer that nobody gave have no entry") {
  const model::Instrument asked = instrument(3, 2);
  const model::Snapshot answers = snapshot(asked, "21802");
  const Chart chart = distribution_chart(score::scorecard(answers, asked));
  const auto& stacks = std::get<StackChart>(chart.shape);
  CHECK(stacks.scale == 3);
  CHECK(stacks.values ==
        std::vector<std::string>{"2 (Fully in place)", "1 (Partially in place)", "0 (Not in place)", "don't know"});
  REQUIRE(stacks.stacks.size() == 3);
  CHECK(stacks.stacks[0].counts == std::vector<std::int64_t>{1, 1, 0, 1});
  CHECK(stacks.stacks[2].counts == std::vector<std::int64_t>{2, 1, 1, 1});
  CHECK(chart.description == Holds{"Workforce Development: 1 2 (Fully in place) and 1 0 (Not in place)"});
}

TEST_CASE("a comparison's picture has both percents and the change in words") {
  const model::Instrument asked = instrument(2, 2);
  const model::Snapshot then_answers = snapshot(asked, "0122");
  model::Snapshot now_answers = snapshot(asked, "1122");
  now_answers.date = day(2027, 4, 2);
  const score::Scorecard before = score::scorecard(then_answers, asked);
  const score::Scorecard now = score::scorecard(now_answers, asked);
  const score::Comparison comparison = score::compare(before, now);
  const Chart chart = shift_chart(comparison);
  const auto& shifts = std::get<ShiftChart>(chart.shape);
  CHECK(shifts.before == "March 15, 2026");
  REQUIRE(shifts.shifts.size() == 3);
  CHECK(shifts.shifts[0].before == base::Tenths{250});
  CHECK(shifts.shifts[0].now == base::Tenths{500});
  CHECK(shifts.shifts[0].change == "+25.0 points");
  CHECK(shifts.shifts[1].change == "unchanged");
  CHECK(change_figures(comparison).figures.front().figure == "+12.5");
}

TEST_CASE("the picture of the steps spans the plan and says what is late at the day of the report") {
  model::Plan content = plan();
  content.steps[1].start = timeframe(2026, 5, 1);
  content.steps[1].due = timeframe(2026, 9, 1);
  const std::optional<Chart> chart = steps_chart(score::progress(content, date(2026, 7, 1)));
  REQUIRE(chart.has_value());
  const auto& gantt = std::get<Gantt>(chart->shape);
  CHECK(gantt.first == date(2026, 4, 1));
  CHECK(gantt.last == date(2027, 6, 30));
  CHECK(gantt.as_of == date(2026, 7, 1));
  REQUIRE(gantt.groups.size() == 1);
  REQUIRE(gantt.groups[0].steps.size() == 3);
  CHECK(gantt.groups[0].steps[0].look == BarLook::done);
  CHECK(gantt.groups[0].steps[1].look == BarLook::late);
  CHECK(gantt.groups[0].steps[1].state ==
        "in progress, 10 days overdue; start 2026-05-01; due 2026-09-01; monitoring 2026-06-21");
  CHECK(gantt.groups[0].steps[2].look == BarLook::planned);
  for (model::Step& step : content.steps) step.monitor_on = step.start = step.due = {};
  CHECK_FALSE(steps_chart(score::progress(content, date(2026, 7, 1))).has_value());
}

TEST_CASE("beside a bar stands the monitoring date that its diamond is on, with the rhythm") {
  model::Plan content = plan();
  content.steps[1].monitor_on = timeframe(2026, 5, 21);
  content.steps[1].monitor_every = given(model::Rhythm::month);
  const auto state = [&](const base::Date& day) {
    const std::optional<Chart> chart = steps_chart(score::progress(content, day));
    return std::get<Gantt>(chart.value().shape).groups[0].steps[1].state;
  };
  CHECK(state(date(2026, 5, 1)) == Holds{"; monitoring 2026-05-21, every month"});
  for (const unsigned month : {5U, 6U}) {
    model::Review& review = content.reviews.emplace_back();
    review.date = day(2026, month, 21);
    review.step = content.steps[1].id;
  }
  CHECK(state(date(2026, 7, 1)) == Holds{"; monitoring 2026-07-21, every month"});
}

TEST_CASE("figures over time stop at the day of the report, in the order of their days") {
  model::Plan content = plan();
  model::Indicator& indicator = *content.objectives[0].indicator;
  const auto measured = [](const model::LocatedDate& on, std::int64_t value) {
    model::Measured one;
    one.date = on;
    one.value = given(base::Decimal{.units = value});
    return one;
  };
  indicator.series = {measured(day(2026, 6, 1), 5), measured(day(2026, 5, 1), 3), measured(day(2026, 8, 1), 9)};
  const std::optional<Chart> chart = indicators_chart(score::progress(content, date(2026, 7, 1)));
  REQUIRE(chart.has_value());
  const auto& lines = std::get<LineChart>(chart->shape).lines;
  REQUIRE(lines.size() == 1);
  REQUIRE(lines[0].points.size() == 2);
  CHECK(lines[0].points[0].date == date(2026, 5, 1));
  CHECK(lines[0].points[1].text == "5");
  CHECK(lines[0].unit == "units");
  CHECK(lines[0].target.has_value());
  CHECK(chart->description == Holds{" (units): 3 on 2026-05-01, 5 on 2026-06-01, target 12"});
  indicator.series.resize(1);
  CHECK_FALSE(indicators_chart(score::progress(content, date(2026, 7, 1))).has_value());
}
