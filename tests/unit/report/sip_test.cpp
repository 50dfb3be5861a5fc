#include <doctest/doctest.h>

#include <fmt/format.h>

#include "fixtures.h"
#include "report/plan_pages.h"
#include "tests/support/holds.h"

using namespace cpm;
using namespace cpm::report;
using namespace cpm::report::fixtures;
using cpm::test::Holds;

namespace {

/// A county with one plan or more; their steps s1, s2 and s3 are the fixtures'.
struct SipCounty {
  explicit SipCounty(std::size_t plans = 1) : lists(built_in()), all(plans, plan()) { workspace.built_in = &lists; }

  score::SipView view(const score::DateRange& dates = {}) {
    progress.clear();
    for (const model::Plan& one : all) progress.push_back(score::progress(one, *day(2026, 7, 1)));
    return score::sip_view(progress, {}, dates);
  }
  std::string page(const score::DateRange& dates = {}, const model::SipSettings* settings = nullptr,
                   bool contacts = true) {
    return page_text(
        sip_report(view(dates), settings, {.workspace = workspace, .document = document, .contacts = contacts}));
  }

  model::BuiltIn lists;
  model::Workspace workspace;
  model::Document document;
  std::vector<model::Plan> all;
  std::vector<score::Progress> progress;
};

model::Links link(const std::string& strategy, std::optional<model::SipAgency> agency = {}) {
  model::SipLink made;
  made.measure_or_factor = text("Training");
  made.strategy = text(strategy);
  if (agency) made.agency = given(*agency);
  return model::Links{.span = {}, .sip = {made}};
}

/// The page without its charts, which show all steps of the period.
std::string before_charts(const std::string& page) {
  return page.substr(0, page.find("## Five-year SIP chart"));
}

}  // namespace

TEST_CASE("the view of the System Improvement Plan groups steps by strategy and counts those without one") {
  SipCounty some;
  some.all[0].links = link("Nobody yet");
  some.all[0].steps[0].links = link("Coaching");
  some.all[0].steps[1].links = link("Coaching");
  const std::string page = some.page();
  CHECK(page ==
        Holds{"Nobody yet | Training | none | 0 | 0\nCoaching | Training | Coaching reaches every unit | 2 | 1\n"});
  CHECK(page == Holds{"2 steps for them: 1 done, 1 overdue.\n"});
  CHECK(page == Holds{"1 of 3 steps does not name a SIP strategy.\n"});
  CHECK(page == Holds{"No step of the plan supports this strategy between these dates.\n"});
  CHECK(page == Holds{"Training | Nobody yet |  | no step yet |  | \n"});
}

TEST_CASE("only steps between the dates are shown, the others are counted, and the chart has all") {
  SipCounty some;
  some.all[0].steps[0].links = link("Coaching");
  some.all[0].steps[1].links = link("Coaching");
  const std::string page = some.page({.from = *day(2026, 6, 1), .to = *day(2026, 6, 30)});
  CHECK(before_charts(page) != Holds{"Action s1"});
  CHECK(before_charts(page) == Holds{"Action s2"});
  CHECK(page == Holds{"1 step for this strategy is outside these dates.\n"});
  CHECK(page == Holds{"Training | Coaching |  | Action s1 | "});
}

TEST_CASE("each agency has a chart, and strategies of both are in both") {
  SipCounty some;
  some.all[0].steps[0].links = link("Coaching", model::SipAgency::child_welfare);
  some.all[0].steps[1].links = link("Teams", model::SipAgency::both);
  some.all[0].steps[2].links = link("Data");
  const std::string page = some.page();
  const auto chart = [&](const std::string& title) {
    const std::size_t at = page.find("## Five-year SIP chart (" + title + ")");
    REQUIRE(at != std::string::npos);
    return page.substr(at, page.find("\n## ", at) - at);
  };
  CHECK(chart("child welfare") == Holds{"Action s1"});
  CHECK(chart("child welfare") == Holds{"Action s2"});
  CHECK(chart("probation") != Holds{"Action s1"});
  CHECK(chart("probation") == Holds{"Action s2"});
  CHECK(chart("strategies that name no agency") == Holds{"Action s3"});
}

TEST_CASE("what an earlier plan promised stands beside what the newest says") {
  SipCounty some(2);
  for (model::Plan& one : some.all) {
    one.steps[1].links = link("Coaching");
    one.steps[1].due = timeframe(2026, 3, 31);
  }
  some.all[1].date = day(2027, 4, 1);
  some.all[1].steps[1].due = given(base::read_timeframe("2027-Q2").timeframe.value());
  const std::string page = some.page();
  CHECK(page == Holds{"2 plans support 1 strategy"});
  CHECK(page == Holds{"April to June 2027 (first 2026-03-31) | 2026-06-21 | April 1, 2026; April 1, 2027\n"});
  CHECK(json(sip_result(some.view())) == Holds{"\"earlier\":[{\"plan\":\"2026-04-01\",\"step\":\"s2\","});
}

TEST_CASE("the first sentence counts the plans and strategies of the year alone") {
  SipCounty some(2);
  some.all[0].steps[1].links = link("Coaching");
  some.all[1].steps[1].links = link("Families");
  some.all[1].date = day(2027, 7, 1);
  some.all[1].horizon.start = day(2027, 7, 1);
  some.all[1].horizon.reassess = day(2028, 6, 30);
  some.all[1].steps[1].start = timeframe(2027, 8, 1);
  some.all[1].steps[1].due = timeframe(2027, 12, 1);
  some.all[1].steps[1].monitor_on = {};
  const auto page = [&](int year) {
    return some.page(
        {.from = test::date(fmt::format("{}-07-01", year)), .to = test::date(fmt::format("{}-06-30", year + 1))});
  };
  CHECK(page(2027) == Holds{"The plan of July 1, 2027 supports 1 strategy of"});
  CHECK(page(2030) ==
        Holds{"No plan of the county's System Improvement Plan (SIP) runs from July 1, 2030 to June 30, 2031."});
}

TEST_CASE("reviews between the dates are told, those before, after and to come are not") {
  SipCounty some;
  some.all[0].steps[1].links = link("Coaching");
  for (const auto& [date, note] : {std::pair(day(2026, 5, 1), "too early"), std::pair(day(2026, 6, 12), "in time"),
                                   std::pair(day(2026, 7, 2), "to come")}) {
    model::Review review;
    review.date = date;
    review.step = text("s2");
    review.note = text(note);
    some.all[0].reviews.push_back(review);
  }
  const std::string page = some.page({.from = *day(2026, 6, 1), .to = *day(2026, 12, 31)});
  CHECK(page == Holds{"2026-06-12 | Action s2 | in time\n"});
  CHECK(page != Holds{"too early"});
  CHECK(page != Holds{"to come"});
}

TEST_CASE("the signature sheet has what cpm.yaml says, and without contacts names nobody") {
  SipCounty some;
  model::SipSettings settings;
  settings.outcome_data = text("Quarter 4 of 2025");
  model::SipSigner signer;
  signer.role = text("Chief probation officer");
  signer.name = text("Robin Vale");
  settings.signers.push_back(signer);
  model::SipContact contact;
  contact.role = text("Program analyst");
  contact.email = text("kim@county.example");
  settings.contacts.push_back(contact);
  const std::string page = some.page({}, &settings);
  CHECK(page == Holds{"Approved by the Board of Supervisors: to be filled in\n"});
  CHECK(page == Holds{"Outcome data period: Quarter 4 of 2025\n"});
  CHECK(page == Holds{"Program analyst | kim@county.example\n"});
  CHECK(page == Holds{"Chief probation officer | Robin Vale | to be signed\n"});
  CHECK(some.page({}, &settings, false) != Holds{"Robin Vale"});
  CHECK(some.page({}, &settings, false) == Holds{"Program analyst"});
  CHECK(some.page({}, &settings, false) != Holds{"kim@county.example"});
  settings.board_approval = day(2022, 12, 13);
  CHECK(some.page({}, &settings) == Holds{"Approved by the Board of Supervisors: December 13, 2022\n"});
  CHECK(some.page() != Holds{"signature sheet"});
}
