#include <doctest/doctest.h>

#include "fixtures.h"
#include "report/parts.h"
#include "score/progress.h"

using namespace cpm;
using namespace cpm::report;
using namespace cpm::report::fixtures;

namespace {

struct Case {
  Case() : lists(built_in()), asked(instrument(1, 1)), answers(snapshot(asked, "21")) {
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

TEST_CASE("a hand-over says where we are, why, what is next and who to ask") {
  const std::string page = Case().handover();
  CHECK(has(page, "# Hand-over: Alder County (example), as of July 1, 2026\n"));
  CHECK(has(page, "3 of 4 possible points"));
  CHECK(has(page, "Coaching reaches every unit | Workforce Development | Largest gap\n"));
  CHECK(has(page, "Action s2 | Training manager (Pat Doe) | 2026-06-21 | in progress | 10\n"));
  CHECK(has(page, "Email: pat@example.org\n"));
  CHECK(has(page, "## What the terms mean\n"));
}

TEST_CASE("a hand-over without contacts names nobody, and one without a Snapshot says so") {
  Case some;
  const std::string page = some.handover(false);
  CHECK_FALSE(has(page, "Pat Doe"));
  CHECK_FALSE(has(page, "Sam Roe"));
  CHECK_FALSE(has(page, "example.org"));
  const std::string bare = page_text(handover_report(some.progress(), nullptr, some.context()));
  CHECK(has(bare, "has no final Snapshot yet"));
  CHECK(has(json(handover_result(some.progress(), nullptr)), "\"snapshot\":null"));
}

TEST_CASE("the view of the System Improvement Plan groups steps by strategy and counts those without one") {
  Case some;
  some.content().links = link("Nobody yet");
  some.content().steps[0].links = link("Coaching");
  some.content().steps[1].links = link("Coaching");
  const std::string page = some.sip();
  CHECK(has(page, "Nobody yet | Training | none | 0 | 0\nCoaching | Training | Coaching reaches every unit | 2 | 1\n"));
  CHECK(has(page, "1 of 3 steps names no strategy of the SIP.\n"));
  CHECK(has(page, "No step of the plan serves this strategy between these dates.\n"));
}

TEST_CASE("only steps between the dates are shown, the others are counted") {
  Case some;
  some.content().steps[0].links = link("Coaching");
  some.content().steps[1].links = link("Coaching");
  const DateRange june{.from = *day(2026, 6, 1), .to = *day(2026, 6, 30)};
  const std::string page = some.sip(june);
  CHECK_FALSE(has(page, "Action s1"));
  CHECK(has(page, "Action s2"));
  CHECK(has(page, "1 step for this strategy lies outside these dates.\n"));
}

TEST_CASE("a part keeps its blocks one level further down") {
  Document whole{.title = "Whole", .blocks = {}};
  append_part(whole, {.title = "Part", .blocks = {Heading{.level = 2, .text = "A"}, Heading{.level = 4, .text = "B"}}},
              "Part");
  CHECK(page_text(whole) == "# Whole\n## Part\n### A\n#### B\n");
}

TEST_CASE("a county's page names its parts first, and says what is not there") {
  std::vector<Part> parts(2);
  parts[0] = {.name = "plan", .page = Document{.title = "The plan", .blocks = {Paragraph{.text = "x"}}}};
  parts[1] = {.name = "theory", .reason = "there is none"};
  const base::Date as_of = *day(2026, 3, 31);
  CHECK(has(json(county_result(parts, "example", as_of)),
            "{\"report\":\"theory\",\"title\":null,\"reason\":\"there is none\"}"));
  const std::string page = page_text(county_report(parts, "Alder", as_of));
  CHECK(has(page, "## Contents\n- The plan\nNot on this page:\n- theory: there is none\n## The plan\nx\n"));
}
