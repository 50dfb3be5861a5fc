#include <doctest/doctest.h>

#include "fixtures.h"
#include "report/plan_pages.h"
#include "report/score_pages.h"
#include "report/target_blocks.h"
#include "tests/support/holds.h"

using namespace cpm;
using namespace cpm::report;
using namespace cpm::report::fixtures;
using cpm::test::Holds;

namespace {

/// A plan that follows a Snapshot of 2026-03-15 with the scores given, and perhaps a Snapshot a year later.
struct Aimed {
  explicit Aimed(std::string_view scores) : asked(instrument(3, 2)), content(plan()), lists(built_in()) {
    workspace.built_in = &lists;
    workspace.as_of = test::date("2027-07-01");
    first.content = snapshot(asked, scores);
    first.instrument = &asked;
    document.snapshot = &first;
  }
  void aim(std::string_view item, std::int64_t score) {
    content.priorities[0].targets.push_back({.key = given(item), .value = given(score)});
  }
  void answer_again(std::string_view scores) {
    model::Snapshot after = snapshot(asked, scores);
    after.date = day(2027, 3, 15);
    later.content = after;
    later.instrument = &asked;
  }
  std::vector<score::PlanTargets> targets() {
    document.content = content;
    std::vector<score::PlanTargets> found;
    const bool again = later.instrument != nullptr;
    if (auto one = score::plan_targets(document, again ? &later : nullptr)) found.push_back(std::move(*one));
    return found;
  }
  std::string section() {
    Page page("Test");
    for (const score::PlanTargets& one : targets()) add_targets(page, one, "Target scores");
    return page_text(std::move(page).done());
  }

  model::Instrument asked;
  model::Plan content;
  model::BuiltIn lists;
  model::Workspace workspace;
  model::Document first;
  model::Document later;
  model::Document document;
};

const Chart* chart_named(const Document& page, std::string_view name) {
  for (const Block& block : page.blocks)
    if (const auto* chart = std::get_if<Chart>(&block); chart != nullptr && chart->name == name) return chart;
  return nullptr;
}

}  // namespace

TEST_CASE("targets show what is aimed at, and what the percents would be") {
  Aimed some("01221");
  some.aim("or-1", 2);
  some.aim("wd-2", 2);
  const std::string page = some.section();
  CHECK(page == Holds{"sets target scores for 2 items of the Snapshot of March 15, 2026."});
  CHECK(page == Holds{"Title of or-1 | "});
  CHECK(page == Holds{" | 0 (Not in place) | 2 (Fully in place)\n"});
  CHECK(page ==
        Holds{"If all targets are reached, the total of all items would rise from 60.0% to 90.0%, up 30.0 points."});
  CHECK(page == Holds{"Organizational Readiness | 50.0% | 83.3% | +33.3\n"});
  CHECK(page == Holds{"Total of all items | 60.0% | 90.0% | +30.0\n"});
  CHECK(page != Holds{"Items scored"});
}

TEST_CASE("a target of an item without a score raises the coverage, and the page says so") {
  Aimed some("09281");
  some.aim("or-2", 2);
  const std::string page = some.section();
  CHECK(page == Holds{"Total of all items | 50.0% | 62.5% | +12.5 | 3 of 5 | 4 of 5\n"});
  CHECK(page == Holds{"1 item would get a first score, so the second percents rest on more items. 1 item would still "
                      "have no score, which leaves a range around the percents."});
}

TEST_CASE("at the next Snapshot the page counts what is reached and looks at what is still open") {
  Aimed some("01221");
  some.aim("or-1", 2);
  some.aim("or-2", 2);
  some.aim("wd-2", 2);
  some.answer_again("21229");
  const std::string page = some.section();
  CHECK(page == Holds{"set target scores for 3 items of the Snapshot of March 15, 2026. At the Snapshot of March 15, "
                      "2027, 1 of 3 is reached, 1 is not reached and 1 is not answered."});
  CHECK(page == Holds{" | 0 (Not in place) | 2 (Fully in place) | 2 (Fully in place) | reached\n"});
  CHECK(page == Holds{" | 1 (Partially in place) | 2 (Fully in place) | not answered | not answered\n"});
  CHECK(page ==
        Holds{"If the open targets are also reached, the total of all items would rise from 87.5% to 100.0%, up 12.5 "
              "points."});
}

TEST_CASE("when all is reached nothing is said of what would be") {
  Aimed some("01221");
  some.aim("or-1", 2);
  some.answer_again("21221");
  const std::string page = some.section();
  CHECK(page == Holds{"1 of 1 is reached."});
  CHECK(page != Holds{"would"});
  CHECK(page != Holds{"if reached"});
}

TEST_CASE("the picture of the results has a bar for each priority and says the same in words") {
  Aimed some("01221");
  some.aim("or-1", 2);
  some.aim("or-2", 2);
  some.answer_again("29221");
  Page page("Test");
  const std::vector<score::PlanTargets> targets = some.targets();
  add_targets(page, targets.at(0), "Target scores");
  const Document done = std::move(page).done();
  const Chart* chart = chart_named(done, "targets");
  REQUIRE(chart != nullptr);
  const auto& stacks = std::get<StackChart>(chart->shape);
  CHECK(stacks.values == std::vector<std::string>{"reached", "not reached", "not answered"});
  CHECK(stacks.scale == 2);
  REQUIRE(stacks.stacks.size() == 2);
  CHECK(stacks.stacks[1].label == "All targets");
  CHECK(stacks.stacks[1].counts == std::vector<std::int64_t>{1, 0, 1});
  CHECK(chart->description == Holds{"All targets: 1 reached and 1 not answered."});
  REQUIRE(chart_named(done, "projection") != nullptr);
  CHECK(chart_named(done, "projection")->description ==
        Holds{"Total of all items would rise from 87.5% to 90.0%, up 2.5 points."});
}

TEST_CASE("a comparison shows what was aimed at between then and now, and in the picture") {
  Aimed some("01221");
  some.aim("or-1", 2);
  some.answer_again("11221");
  const std::vector<score::PlanTargets> targets = some.targets();
  const score::Scorecard before = score::scorecard(std::get<model::Snapshot>(some.first.content), some.asked);
  const score::Scorecard now = score::scorecard(std::get<model::Snapshot>(some.later.content), some.asked);
  const score::Comparison comparison = score::compare(before, now);
  const std::string page = page_text(comparison_page(comparison, some.workspace, targets));
  CHECK(page == Holds{"Area | Then | Aimed at | Now | Change in points"});
  CHECK(page == Holds{" | 50.0% | 83.3% | 66.7% | +16.7"});
  CHECK(page == Holds{"## Target scores of the plan of "});
  CHECK(page != Holds{"would rise"});  // what is to come is for the plan's own pages
  const Chart chart = shift_chart(comparison, targets);
  CHECK(std::get<ShiftChart>(chart.shape).shifts[0].aim == base::Tenths{833});
  CHECK(std::get<ShiftChart>(chart.shape).shifts[1].aim == base::Tenths{750});
  CHECK(chart.description == Holds{"up 16.7 points, aimed at 83.3%"});
  CHECK(page_text(comparison_page(comparison, some.workspace)) != Holds{"Aimed at"});
  CHECK(json(comparison_result(comparison, targets)) == Holds{R"("counts":{"reached":0,"not_reached":1,)"});
  CHECK(json(comparison_result(comparison)) != Holds{"targets"});
}

TEST_CASE("a plan without a Snapshot still shows what it aims at") {
  Aimed some("01221");
  some.aim("or-1", 2);
  some.document.snapshot = nullptr;
  some.document.content = some.content;
  const Context context{.workspace = some.workspace, .document = some.document};
  const std::string page = page_text(plan_report(some.content, context));
  CHECK(page == Holds{"## Target scores\n"});
  CHECK(page == Holds{"or-1 | "});
  CHECK(json(plan_result(some.content, some.workspace.as_of)) == Holds{R"("targets":[{"item":"or-1","aim":2}])"});
}

TEST_CASE("pages and results of plans without targets do not speak of them") {
  Aimed some("01221");
  some.document.content = some.content;
  const Context context{.workspace = some.workspace, .document = some.document};
  CHECK(some.targets().empty());
  CHECK(page_text(plan_report(some.content, context)) != Holds{"arget score"});
  CHECK(json(plan_result(some.content, some.workspace.as_of)) != Holds{"\"targets\""});
}

TEST_CASE("the plan's own pages begin with what it aims at, and with what is reached") {
  Aimed some("01221");
  some.aim("or-1", 2);
  const auto lead_of = [&](bool handover) {
    const std::vector<score::PlanTargets> targets = some.targets();
    Context context{.workspace = some.workspace, .document = some.document};
    context.targets = targets;
    const score::Progress progress = score::progress(some.content, some.workspace.as_of);
    return page_text(handover ? handover_report(progress, nullptr, context) : status_page(progress, context));
  };
  for (const bool handover : {false, true})
    CHECK(lead_of(handover) ==
          Holds{" The plan sets target scores for 1 item; if all are reached, the total of all items "
                "would rise from 60.0% to 80.0%, up 20.0 points.\n"});
  some.answer_again("21221");
  for (const bool handover : {false, true}) {
    CHECK(lead_of(handover) == Holds{" Of the plan's target scores, 1 of 1 is reached.\n"});
    CHECK(lead_of(handover) == Holds{"## Target scores\n"});
  }
}

TEST_CASE("a change is told as what would be, also where there is no percent now") {
  const model::Instrument asked = instrument(2, 2);
  const auto card = [&](std::string_view scores) { return score::scorecard(snapshot(asked, scores), asked).total; };
  CHECK(would_move_text(card("0011"), card("0111")) == "would rise from 25.0% to 37.5%, up 12.5 points");
  CHECK(would_move_text(card("0011"), card("0001")) == "would fall from 25.0% to 12.5%, down 12.5 points");
  CHECK(would_move_text(card("0011"), card("1100")) == "would stay at 25.0%");
  CHECK(would_move_text(card("9999"), card("2999")) == "would be 100.0%");
  CHECK(would_move_text(card("2999"), card("9999")) == "would have no percent");
}
