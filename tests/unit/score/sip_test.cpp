#include "score/sip.h"

#include <doctest/doctest.h>

#include <memory>
#include <string>

#include "model/words.h"
#include "tests/support/build_model.h"

using namespace cpm;
using namespace cpm::score;
using test::date;
using test::day;
using test::given;
using test::text;
using test::timeframe;

namespace {

struct Link {
  const char* strategy = "";
  const char* measure = "";
  const char* action_step = "";
  std::optional<model::SipAgency> agency = {};
  const char* from = "";
  const char* to = "";
};

model::SipLink made_of(const Link& link) {
  model::SipLink made;
  made.strategy = text(link.strategy);
  if (*link.measure != 0) made.measure_or_factor = text(link.measure);
  if (*link.action_step != 0) made.action_step = text(link.action_step);
  if (link.agency) made.agency = given(*link.agency);
  if (*link.from != 0) made.period = model::Period{.span = {}, .from = day(link.from), .to = day(link.to)};
  return made;
}

/// Plans of one county, each with a horizon of fifteen months; `progress` holds on to them.
class County {
 public:
  model::Plan& plan(const char* start, const char* reassess) {
    plans_.push_back(std::make_unique<model::Plan>(test::plan()));
    model::Plan& plan = *plans_.back();
    plan.date = day(start);
    plan.horizon.start = day(start);
    plan.horizon.reassess = day(reassess);
    return plan;
  }
  static model::Step& step(model::Plan& plan, const char* id, const char* action, const Link& link) {
    model::Step made;
    made.id = text(id);
    made.action = text(action);
    made.links = model::Links{.span = {}, .sip = {made_of(link)}};
    plan.steps.push_back(std::move(made));
    return plan.steps.back();
  }
  std::vector<Progress> progress(const char* as_of = "2027-06-30") const {
    std::vector<Progress> all;
    for (const auto& plan : plans_) all.push_back(score::progress(*plan, date(as_of)));
    return all;
  }

 private:
  std::vector<std::unique_ptr<model::Plan>> plans_;
};

/// "Coaching: s1 of 2024, s2 of 2025 (since 2024); Teams:"
std::string shown(const SipView& view) {
  std::string all;
  for (const SipStrategy& strategy : view.strategies) {
    all += (all.empty() ? "" : "; ") + *strategy.link->strategy + ":";
    for (const SipStep& step : strategy.steps) {
      all += (all.back() == ':' ? " " : ", ") + *step.step->step->id + " of " +
             base::to_text(*step.plan->date).substr(0, 4);
      if (!step.earlier.empty()) all += " (since " + base::to_text(*step.earlier[0].plan->date).substr(0, 4) + ")";
      if (!step.within) all += " outside";
    }
  }
  return all;
}

std::string shown(const DateRange& dates) {
  return (dates.from ? base::to_text(*dates.from) : "open") + " to " + (dates.to ? base::to_text(*dates.to) : "open");
}

const DateRange kPeriod{.from = date("2024-04-15"), .to = date("2029-04-14")};

}  // namespace

TEST_CASE("a System Improvement Plan is seen over all plans of its period, in the order of their dates") {
  County county;
  model::Plan& newer = county.plan("2026-01-01", "2027-03-31");
  model::Plan& older = county.plan("2024-07-01", "2025-09-30");
  county.plan("2018-07-01", "2019-09-30");
  County::step(newer, "s1", "Coach supervisors", {.strategy = "Coaching"});
  County::step(older, "s7", "Train coaches", {.strategy = "coaching."});
  County::step(older, "s8", "Meet early", {.strategy = "Teams"});
  newer.links = model::Links{.span = {}, .sip = {made_of({.strategy = "Teams"})}};
  const std::vector<Progress> plans = county.progress();
  const SipView view = sip_view(plans, kPeriod, {});
  CHECK(shown(view) == "Teams: s8 of 2024; coaching.: s7 of 2024, s1 of 2026");
  CHECK(view.plans.size() == 2);
  REQUIRE(view.other.size() == 1);
  CHECK(base::to_text(*view.other[0]->date) == "2018-07-01");
  CHECK(shown(view.dates) == "2024-07-01 to 2027-03-31");
}

TEST_CASE("a step that a later plan carries on stands once, as the later plan says") {
  County county;
  const char* plans[] = {"2024-07-01", "2025-10-01", "2027-01-01"};
  for (const char* start : plans) {
    model::Plan& plan = county.plan(start, base::to_text(base::add_months(date(start), 15)).c_str());
    County::step(plan, "s1", "Coach supervisors.", {.strategy = "Coaching", .action_step = "A1"}).due = timeframe(
        start);
    County::step(plan, "s2", "Coach supervisors", {.strategy = "Coaching", .action_step = "A2"});
    if (start != plans[2])
      County::step(plan, "s3", "coach  supervisors", {.strategy = "Coaching", .action_step = "A2"});
  }
  const std::vector<Progress> progress = county.progress();
  const SipView view = sip_view(progress, kPeriod, {});
  // Two steps of one plan with the same words stay two: no plan carries on its own step.
  CHECK(shown(view) == "Coaching: s1 of 2027 (since 2024), s2 of 2027 (since 2024), s3 of 2025 (since 2024)");
  CHECK(view.strategies[0].steps[0].earlier.size() == 2);
}

TEST_CASE("a step counts as within the dates where an earlier plan had it there") {
  County county;
  model::Plan& older = county.plan("2024-07-01", "2025-09-30");
  model::Plan& newer = county.plan("2026-01-01", "2027-03-31");
  County::step(older, "s1", "Coach", {.strategy = "Coaching"}).due = timeframe("2025-03");
  County::step(newer, "s4", "Coach", {.strategy = "Coaching"}).due = timeframe("2026-Q4");
  County::step(newer, "s5", "Meet", {.strategy = "Coaching"}).due = timeframe("2026-Q4");
  const std::vector<Progress> plans = county.progress();
  const auto year = sip_year(kPeriod, 1);
  REQUIRE(year);
  CHECK(shown(sip_view(plans, kPeriod, *year)) == "Coaching: s4 of 2026 (since 2024), s5 of 2026 outside");
}

TEST_CASE("the agency of a step is that of its link, else that of its strategy") {
  using model::SipAgency;
  County county;
  model::Plan& plan = county.plan("2026-01-01", "2027-03-31");
  plan.links = model::Links{
      .span = {},
      .sip = {made_of({.strategy = "Teams", .agency = SipAgency::probation}), made_of({.strategy = "Data"})}};
  County::step(plan, "s1", "Meet", {.strategy = "Teams"});
  County::step(plan, "s2", "Coach", {.strategy = "Coaching", .agency = SipAgency::child_welfare});
  County::step(plan, "s3", "Coach more", {.strategy = "Coaching", .agency = SipAgency::probation});
  County::step(plan, "s4", "Coach all", {.strategy = "Coaching"});
  const std::vector<Progress> plans = county.progress();
  const SipView view = sip_view(plans, {}, {});
  std::string agencies;
  for (const SipStrategy& strategy : view.strategies)
    for (const SipStep& step : strategy.steps)
      agencies += *step.step->step->id + " " + std::string(step.agency ? model::key(*step.agency) : "none") + "; ";
  CHECK(agencies == "s1 probation; s2 child_welfare; s3 probation; s4 both; ");
  CHECK_FALSE(view.strategies[1].agency);
  CHECK(is_for(SipAgency::both, SipAgency::probation));
  CHECK_FALSE(is_for(SipAgency::child_welfare, SipAgency::probation));
  CHECK_FALSE(is_for(std::nullopt, SipAgency::probation));
}

TEST_CASE("links of another period are left out and counted, reversed ones are taken as silent") {
  County county;
  model::Plan& plan = county.plan("2024-01-01", "2025-03-31");
  County::step(plan, "s1", "Meet", {.strategy = "Old", .from = "2019-04-15", .to = "2024-04-14"});
  County::step(plan, "s2", "Coach", {.strategy = "New", .from = "2024-04-15", .to = "2029-04-14"});
  County::step(plan, "s3", "Ask", {.strategy = "Slip", .from = "2029-04-15", .to = "2024-04-14"});
  const std::vector<Progress> plans = county.progress();
  const SipView view = sip_view(plans, kPeriod, {});
  CHECK(shown(view) == "New: s2 of 2024; Slip: s3 of 2024");
  CHECK(view.other_period == 1);
  CHECK(view.unlinked == 0);
}

TEST_CASE("the period is that of cpm.yaml, else the latest that a link names") {
  County county;
  model::Plan& plan = county.plan("2024-01-01", "2025-03-31");
  County::step(plan, "s1", "Meet", {.strategy = "Old", .from = "2019-04-15", .to = "2024-04-14"});
  County::step(plan, "s2", "Coach", {.strategy = "New", .from = "2024-04-15", .to = "2029-04-14"});
  const std::vector<Progress> plans = county.progress();
  CHECK(shown(sip_period(plans, std::nullopt)) == "2024-04-15 to 2029-04-14");
  CHECK(shown(sip_period(plans, model::Period{.span = {}, .from = day("2023-07-01"), .to = day("2028-06-30")})) ==
        "2023-07-01 to 2028-06-30");
  CHECK(shown(sip_period({}, std::nullopt)) == "open to open");
}

TEST_CASE("a year of the period is twelve months from its first day, the last one to its last day") {
  CHECK(shown(sip_year(kPeriod, 1).value()) == "2024-04-15 to 2025-04-14");
  CHECK(shown(sip_year(kPeriod, 5).value()) == "2028-04-15 to 2029-04-14");
  CHECK_FALSE(sip_year(kPeriod, 6));
  CHECK_FALSE(sip_year(kPeriod, 0));
  CHECK_FALSE(sip_year({}, 1));
  const DateRange shorter{.from = date("2024-02-29"), .to = date("2025-12-31")};
  CHECK(shown(sip_year(shorter, 1).value()) == "2024-02-29 to 2025-02-27");
  CHECK(shown(sip_year(shorter, 2).value()) == "2025-02-28 to 2025-12-31");
}
