#include <doctest/doctest.h>

#include "fixtures.h"
#include "report/page.h"
#include "report/plan_pages.h"
#include "score/progress.h"
#include "tests/support/holds.h"

using namespace cpm;
using namespace cpm::report;
using namespace cpm::report::fixtures;
using cpm::test::Holds;

namespace {

struct HandedOver {
  HandedOver() : lists(built_in()), asked(instrument(1, 1)), answers(snapshot(asked, "21")) {
    workspace.built_in = &lists;
    document.content = plan();
  }

  model::Plan& content() { return std::get<model::Plan>(document.content); }
  Context context(bool contacts = true) const {
    return Context{.workspace = workspace, .document = document, .contacts = contacts};
  }
  score::Progress progress() {
    return score::progress(content(), base::Date(std::chrono::year(2026), std::chrono::July, std::chrono::day(1)));
  }
  std::string handover(bool contacts = true) {
    const score::Scorecard card = score::scorecard(answers, asked);
    return page_text(handover_report(progress(), &card, context(contacts)));
  }
  std::string sip(const DateRange& range = {}) { return page_text(sip_report(progress(), range, context())); }

  model::BuiltIn lists;
  model::Workspace workspace;
  model::Document document;
  model::Instrument asked;
  model::Snapshot answers;
};

model::Links link(const std::string& strategy) {
  model::SipLink made;
  made.measure_or_factor = text("Training");
  made.strategy = text(strategy);
  return model::Links{.span = {}, .sip = {made}};
}

}  // namespace

TEST_CASE("a handover says where we are, why, what is next and who to ask") {
  const std::string page = HandedOver().handover();
  CHECK(page == Holds{"# Handover: Alder County (example), as of July 1, 2026\n"});
  CHECK(page == Holds{"3 of 4 possible points"});
  CHECK(page == Holds{"Coaching reaches every unit | Workforce Development | Largest gap\n"});
  CHECK(page == Holds{"Action s2 | Training manager (Pat Doe) | 2026-06-21 | in progress | 10\n"});
  CHECK(page == Holds{"Email: pat@example.org\n"});
  CHECK(page == Holds{"## What the terms mean\n"});
}

TEST_CASE("a handover without contacts names nobody, and one without a Snapshot says so") {
  HandedOver some;
  const std::string page = some.handover(false);
  CHECK(page != Holds{"Pat Doe"});
  CHECK(page != Holds{"Sam Roe"});
  CHECK(page != Holds{"example.org"});
  const std::string bare = page_text(handover_report(some.progress(), nullptr, some.context()));
  CHECK(bare == Holds{"has no final Snapshot yet"});
  CHECK(json(handover_result(some.progress(), nullptr)) == Holds{"\"snapshot\":null"});
}

TEST_CASE("the view of the System Improvement Plan groups steps by strategy and counts those without one") {
  HandedOver some;
  some.content().links = link("Nobody yet");
  some.content().steps[0].links = link("Coaching");
  some.content().steps[1].links = link("Coaching");
  const std::string page = some.sip();
  CHECK(page ==
        Holds{"Nobody yet | Training | none | 0 | 0\nCoaching | Training | Coaching reaches every unit | 2 | 1\n"});
  CHECK(page == Holds{"1 of 3 steps does not name a SIP strategy.\n"});
  CHECK(page == Holds{"No step of the plan supports this strategy between these dates.\n"});
}

TEST_CASE("only steps between the dates are shown, the others are counted") {
  HandedOver some;
  some.content().steps[0].links = link("Coaching");
  some.content().steps[1].links = link("Coaching");
  const DateRange june{.from = *day(2026, 6, 1), .to = *day(2026, 6, 30)};
  const std::string page = some.sip(june);
  CHECK(page != Holds{"Action s1"});
  CHECK(page == Holds{"Action s2"});
  CHECK(page == Holds{"1 step for this strategy is outside these dates.\n"});
}

TEST_CASE("a part keeps its blocks one level further down") {
  Document whole{.title = "Whole", .blocks = {}};
  append_part(whole, {.title = "Part", .blocks = {Heading{.level = 2, .text = "A"}, Heading{.level = 4, .text = "B"}}},
              "Part");
  CHECK(page_text(whole) == "# Whole\n## Part\n### A\n#### B\n");
}

TEST_CASE("a county's page names its parts first, and says what is not there") {
  std::vector<ReportPart> parts(2);
  parts[0] = {.name = "plan", .page = Document{.title = "The plan", .blocks = {Paragraph{.text = "x"}}}};
  parts[1] = {.name = "theory", .reason = "there is none"};
  const base::Date as_of = *day(2026, 3, 31);
  CHECK(json(county_result(parts, "example", as_of)) ==
        Holds{"{\"report\":\"theory\",\"title\":null,\"reason\":\"there is none\"}"});
  const std::string page = page_text(county_report(parts, "Alder", as_of));
  CHECK(page == Holds{"## Contents\n- The plan\nNot on this page:\n- theory: there is none\n## The plan\nx\n"});
}
