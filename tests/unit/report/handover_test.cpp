#include <doctest/doctest.h>

#include "fixtures.h"
#include "report/page.h"
#include "report/plan_pages.h"
#include "score/progress.h"
#include "tests/support/build_model.h"
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

  model::BuiltIn lists;
  model::Workspace workspace;
  model::Document document;
  model::Instrument asked;
  model::Snapshot answers;
};

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
  CHECK(json(handover_result(some.progress(), nullptr, some.context())) == Holds{"\"snapshot\":null"});
}

TEST_CASE("a handover says when open objectives may be reached, where enough steps have ended") {
  HandedOver some;
  CHECK(some.handover() != Holds{"may be reached"});
  const auto day = [](const char* text) { return test::date(text); };
  score::Outlook outlook{.lateness = {{.ended = 8}}, .objectives = {}};
  outlook.objectives.push_back(
      {.objective = &some.content().objectives.front(),
       .open = 1,
       .range = score::EndRange{base::whole_day(day("2026-07-31")), day("2026-07-20"), day("2026-08-30")}});
  Context context = some.context();
  context.outlook = &outlook;
  const auto told = [&] { return page_text(handover_report(some.progress(), nullptr, context)); };
  CHECK(told() ==
        Holds{"By how late steps in the county's plans ended, its 1 open objective may be reached between July "
              "20, 2026 and August 30, 2026.\n"});
  outlook.objectives.push_back(outlook.objectives.front());
  outlook.objectives.back().range = score::EndRange{base::whole_day(day("2026-06-30")), day("2026-07-01"), {}};
  CHECK(told() == Holds{"its 2 open objectives may be reached between July 1, 2026 and August 30, 2026, or later.\n"});
  outlook.objectives.front().range.reset();
  CHECK(told() == Holds{"its 1 open objective may be reached on July 1, 2026, or later.\n"});
  CHECK(json(handover_result(some.progress(), nullptr, context)) == Holds{"\"outlook\":{\"lateness\":["});
}

TEST_CASE("a plan that has been replaced says so, and how many of its steps were left open") {
  HandedOver some;
  model::Plan later = plan();
  later.date = test::day("2026-06-30");
  const score::Progress progress = score::progress(some.content(), test::date("2026-07-01"), &later);
  for (const std::string& page : {page_text(handover_report(progress, nullptr, some.context())),
                                  page_text(status_page(progress, some.context()))})
    CHECK(page == Holds{"The plan of June 30, 2026 has replaced this one, so its"});
  CHECK(json(status_result(progress, some.context())) == Holds{"\"replaced_by\":\"2026-06-30\",\"left_out\":"});
  CHECK(some.handover() != Holds{"has replaced this one"});
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
