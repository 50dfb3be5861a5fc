#include "render/svg.h"

#include <doctest/doctest.h>

#include "render/svg_canvas.h"
#include "tests/support/holds.h"
#include "tests/unit/render/sample.h"

using namespace cpm;
using cpm::test::Holds;

namespace {

report::Chart chart_of(decltype(report::Chart::shape) shape) {
  return {.name = "x", .title = "<a> & \"b\"", .description = "\x1b[31m in words", .shape = std::move(shape)};
}

report::Chart bars() {
  return chart_of(report::BarChart{.bars = {{.label = "People",
                                             .percent = base::Tenths{550},
                                             .low = base::Tenths{500},
                                             .high = base::Tenths{600},
                                             .note = "50.0% to 60.0%"},
                                            {.label = "None"},
                                            {.label = "All", .percent = base::Tenths{1000}}},
                                   .has_total = true,
                                   .benchmark = 60});
}

}  // namespace

TEST_CASE("a picture has a title and a description, and texts of files cannot leave their place in it") {
  for (const std::string& svg : {render::svg_file(bars()), render::svg_inline(bars(), "c1")}) {
    CHECK(svg == Holds{"&lt;a&gt; &amp; &quot;b&quot;</title>"});
    CHECK(svg == Holds{"\\x1b[31m in words</desc>"});
    CHECK(svg != Holds{"<a>"});
  }
  CHECK(render::svg_inline(bars(), "c1") == Holds{"aria-labelledby=\"c1_title c1_desc\""});
}

TEST_CASE("in a page places across are percents, in a file they are pixels of its width") {
  const std::string page = render::svg_inline(bars(), "c1");
  CHECK(page == Holds{"width=\"100%\""});
  CHECK(page == Holds{"width=\"55%\""});
  CHECK(page == Holds{"x1=\"60%\""});
  CHECK(page != Holds{"<style>"});
  const std::string file = render::svg_file(bars());
  CHECK(file == Holds{"width=\"396\""});
  CHECK(file == Holds{"x1=\"432\""});
  CHECK(file == Holds{"<style>"});
  CHECK(file == Holds{"prefers-color-scheme: dark"});
  CHECK(file == Holds{"viewBox=\"-24 -24 768 "});
}

TEST_CASE("bars say their percent, the range below, the benchmark, and where there is no percent") {
  const std::string svg = render::svg_inline(bars(), "c1");
  CHECK(svg == Holds{">55.0%</text>"});
  CHECK(svg == Holds{">no percent</text>"});
  CHECK(svg == Holds{">benchmark 60%</text>"});
  CHECK(svg == Holds{"x1=\"50%\""});
  CHECK(svg == Holds{"class=\"bar total\""});
}

TEST_CASE("parts of a stack differ by pattern, carry their number, and fill the width") {
  const std::string svg = render::svg_inline(
      chart_of(report::StackChart{
          .values = {"2 (Full)", "1 (Part)", "0 (None)", "not answered"},
          .scale = 3,
          .stacks = {{.label = "People", .counts = {1, 2, 0, 1}}, {.label = "Empty", .counts = {0, 0, 0, 0}}}}),
      "c2");
  CHECK(svg == Holds{"<rect x=\"0%\" y="});
  CHECK(svg == Holds{"x=\"25%\""});
  CHECK(svg == Holds{"x=\"75%\""});
  CHECK(svg == Holds{"fill=\"url(#c2_value0)\""});
  CHECK(svg == Holds{"fill=\"url(#c2_value3)\""});
  CHECK(svg == Holds{">4 items</text>"});
  CHECK(svg == Holds{">0 items</text>"});
  CHECK(svg == Holds{"class=\"count onopen\">1</text>"});
}

TEST_CASE("then and now are a ring and a disk, with both figures in words") {
  const std::string svg = render::svg_inline(
      chart_of(report::ShiftChart{
          .before = "2025",
          .now = "2026",
          .shifts =
              {{.label = "People", .before = base::Tenths{409}, .now = base::Tenths{591}, .change = "+18.2 points"},
               {.label = "New", .now = base::Tenths{100}, .change = "no change to state"}}}),
      "c3");
  CHECK(svg == Holds{"cx=\"40.9%\""});
  CHECK(svg == Holds{"cx=\"59.1%\""});
  CHECK(svg == Holds{">40.9% then, 59.1% now</text>"});
  CHECK(svg == Holds{">no percent then, 10.0% now</text>"});
  CHECK(svg == Holds{">+18.2 points</text>"});
}

TEST_CASE("what a mark stands for takes a second line where a telephone has no room for one") {
  const report::ShiftChart shift{.before = "Snapshot of November 19, 2024", .now = "2026", .shifts = {}};
  const std::string page = render::svg_inline(chart_of(shift), "c5");
  CHECK(page == Holds{">then: Snapshot of November 19,</text>"});
  CHECK(page == Holds{">2024</text>"});
  CHECK(page == Holds{">now: 2026</text>"});
  CHECK(render::svg_file(chart_of(shift)) == Holds{">then: Snapshot of November 19, 2024</text>"});
}

TEST_CASE("what was aimed at is an upright line, in words too, and the words of the two dates can be others") {
  const std::string svg = render::svg_inline(chart_of(report::ShiftChart{.before = "2025",
                                                                         .now = {},
                                                                         .shifts = {{.label = "People",
                                                                                     .before = base::Tenths{409},
                                                                                     .now = base::Tenths{591},
                                                                                     .change = "+18.2 points",
                                                                                     .aim = base::Tenths{500}}},
                                                                         .before_word = "now",
                                                                         .now_word = "if reached",
                                                                         .aim = "plan of June"}),
                                             "c4");
  CHECK(svg == Holds{">now: 2025</text>"});
  CHECK(svg == Holds{">if reached</text>"});
  CHECK(svg == Holds{">aimed at: plan of June</text>"});
  CHECK(svg == Holds{">40.9% now, 59.1% if reached; aimed</text>"});  // as wide as a telephone has room
  CHECK(svg == Holds{">at 50.0%</text>"});
  CHECK(svg == Holds{"<line x1=\"50%\""});
}

TEST_CASE("steps stand where their dates say; a step without start has a mark on its due date") {
  const report::Chart chart = chart_of(report::Gantt{
      .first = test::date(2025, 7, 1),
      .last = test::date(2026, 7, 1),
      .as_of = test::date(2026, 3, 31),
      .groups = {{.label = "Coaching",
                  .steps = {{.label = "Train",
                             .state = "done",
                             .look = report::BarLook::done,
                             .start = test::date(2025, 7, 1),
                             .due = test::date(2026, 7, 1)},
                            {.label = "Late",
                             .state = "delayed; 3 days overdue",
                             .look = report::BarLook::late,
                             .start = test::date(2026, 1, 1),
                             .due = test::date(2026, 2, 1),
                             .monitor_on = test::date(2026, 3, 28)},
                            {.label = "Short", .state = "not started", .due = test::date(2026, 1, 1)}}}}});
  const std::string svg = render::svg_inline(chart, "c4");
  CHECK(svg == Holds{"class=\"span done\""});
  CHECK(svg == Holds{"class=\"span late\" fill=\"url(#c4_late)\""});
  CHECK(svg == Holds{">as of March 31, 2026</text>"});
  CHECK(svg == Holds{">Jan 2026</text>"});
  CHECK(svg == Holds{"class=\"due\""});
  CHECK(svg == Holds{"class=\"monitor\""});
  CHECK(svg == Holds{"class=\"chart wide\""});
  report::Chart early = chart;
  std::get<report::Gantt>(early.shape).as_of = test::date(2025, 1, 1);
  CHECK(render::svg_inline(early, "c4") != Holds{"class=\"today\""});
}

TEST_CASE("lines have a field each, with the first and last figure and the target in words") {
  const auto value = [](std::int64_t number) { return base::Ratio{.numerator = number, .denominator = 1}; };
  const std::string svg = render::svg_inline(
      chart_of(
          report::LineChart{.lines = {{.label = "Sessions",
                                       .points = {{.date = test::date(2026, 1, 1), .value = value(0), .text = "0"},
                                                  {.date = test::date(2026, 3, 1), .value = value(100), .text = "100"}},
                                       .target = report::LineTarget{.value = value(200), .text = "200"}},
                                      {.label = "Nothing yet", .points = {}}}}),
      "c5");
  CHECK(svg == Holds{">0 on 2026-01-01, 100 on 2026-03-01;</text>"});
  CHECK(svg == Holds{">target 200</text>"});
  CHECK(svg == Holds{">no figure yet</text>"});
  CHECK(svg == Holds{"class=\"mark\""});
  CHECK(svg == Holds{"cx=\"3%\""});
  CHECK(svg == Holds{"cx=\"97%\""});
}

TEST_CASE("every field of a heat map prints its percent and carries the shade of its fifth") {
  const std::string svg = render::svg_file(
      chart_of(report::HeatMap{.grids = {{.title = "Test 1.0",
                                          .columns = {"People"},
                                          .rows = {{.label = "Low", .percents = {base::Tenths{199}}},
                                                   {.label = "High", .percents = {base::Tenths{1000}}},
                                                   {.label = "None", .percents = {std::nullopt}}}}}}));
  CHECK(svg == Holds{"class=\"count on0\">19.9%</text>"});
  CHECK(svg == Holds{"class=\"count on4\">100.0%</text>"});
  CHECK(svg == Holds{"class=\"none\"/>"});
  CHECK(svg == Holds{"class=\"count\">no percent</text>"});
}

TEST_CASE("labels take two lines at most, and nothing is lost silently") {
  CHECK(render::label_lines("one two", 10) == std::vector<std::string>{"one two"});
  CHECK(render::label_lines("one two three", 8) == std::vector<std::string>{"one two", "three"});
  const std::vector<std::string> cut = render::label_lines("one two three four five", 8);
  REQUIRE(cut.size() == 2);
  CHECK(cut[1].ends_with("…"));
  CHECK(render::label_lines(std::string(30, 'x'), 8).front().ends_with("…"));
}

TEST_CASE("a label leaves room for the figure beside it, and in a file it has the whole width") {
  const std::string label = "Engagement of families, youth and tribes in planning";
  const render::Canvas phone{.id = "c", .stretches = true};
  const render::Canvas file{.id = "c"};
  CHECK(render::lines_beside(file, "+18.2 points", label, true) == std::vector{label});
  const auto beside = render::lines_beside(phone, "+18.2 points", label, false);
  REQUIRE(beside.size() == 3);
  for (const std::string& line : beside) CHECK(line.size() <= 20);
  CHECK(render::lines_beside(phone, "no change to state", label, false).back().ends_with("…"));
  CHECK(render::lines_beside(phone, std::string(60, '9'), "A label", true) == std::vector<std::string>{"A label"});
}

TEST_CASE("a picture that does not stretch can be made smaller as a whole") {
  const std::string svg = render::svg_inline(
      chart_of(
          report::HeatMap{.grids = {{.title = "T", .columns = {"P"}, .rows = {{.label = "L", .percents = {{}}}}}}}),
      "c1");
  CHECK(svg == Holds{"class=\"chart wide sized\""});
  CHECK(svg == Holds{"viewBox=\"0 0 600 "});
  CHECK(render::svg_inline(bars(), "c1") != Holds{"viewBox"});
}

TEST_CASE("a picture taller than a sheet of paper becomes several, and nothing is lost") {
  report::Gantt gantt{
      .first = test::date(2025, 7, 1), .last = test::date(2026, 7, 1), .as_of = test::date(2026, 1, 1), .groups = {}};
  gantt.groups.push_back({.label = "Long", .steps = std::vector<report::GanttStep>(14)});
  gantt.groups.push_back({.label = "Short", .steps = std::vector<report::GanttStep>(2)});
  const std::vector<report::Chart> sheets = render::sheets_of(chart_of(gantt));
  REQUIRE(sheets.size() == 2);
  CHECK(sheets[0].title.ends_with("(1 of 2)"));
  std::size_t steps = 0;
  for (const report::Chart& sheet : sheets)
    for (const report::GanttGroup& group : std::get<report::Gantt>(sheet.shape).groups) steps += group.steps.size();
  CHECK(steps == 16);
  CHECK(std::get<report::Gantt>(sheets[1].shape).groups.front().label == "Long (continued)");
  CHECK(std::get<report::Gantt>(sheets[1].shape).groups.back().label == "Short");
  CHECK(render::sheets_of(chart_of(report::LineChart{.lines = std::vector<report::Line>(13)})).size() == 3);
  report::HeatMapGrid grid{.title = "G", .columns = {"A"}, .rows = std::vector<report::HeatMapRow>(30)};
  CHECK(render::sheets_of(chart_of(report::HeatMap{.grids = {grid, grid}})).size() == 3);
  CHECK(render::sheets_of(bars()).size() == 1);
  CHECK(render::sheets_of(chart_of(report::LineChart{})).size() == 1);
}
