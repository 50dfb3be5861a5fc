#include <doctest/doctest.h>

#include "fixtures.h"
#include "report/plan_pages.h"
#include "report/wording.h"
#include "score/progress.h"
#include "tests/support/holds.h"

using namespace cpm;
using namespace cpm::report;
using namespace cpm::report::fixtures;
using cpm::test::Holds;

namespace {

struct Planned {
  Planned() : lists(built_in()) {
    workspace.built_in = &lists;
    document.content = plan();
  }

  const model::Plan& content() const { return *model::content_as<model::Plan>(document); }
  model::Plan& content() { return std::get<model::Plan>(document.content); }
  Context context(bool contacts = true) const {
    return Context{.workspace = workspace, .document = document, .contacts = contacts};
  }
  score::Progress progress() const {
    return score::progress(content(), base::Date(std::chrono::year(2026), std::chrono::July, std::chrono::day(1)));
  }
  std::string status(bool contacts = true) const { return page_text(status_page(progress(), context(contacts))); }
  std::string report(bool contacts = true) const { return page_text(plan_report(content(), context(contacts))); }

  model::BuiltIn lists;
  model::Workspace workspace;
  model::Document document;
};

}  // namespace

TEST_CASE("a status page answers first and prints its date") {
  const std::string page = Planned().status();
  CHECK(page ==
        Holds{"# Plan status: Alder County (example), as of July 1, 2026\n"
              "> As of July 1, 2026: 1 of 3 steps is done, 1 is overdue and 1 comes up in the next 60 days.\n"});
  CHECK(page == Holds{"Action s2 | Training manager (Pat Doe) | 2026-06-21 | in progress | 10\n"});
  CHECK(page == Holds{"Action s3 | Training manager (Pat Doe) | 2026-08-30 | not started | Action s2\n"});
  CHECK(page == Holds{"Step | Waits for\nAction s3 | Action s2\n"});
}

TEST_CASE("a status page counts by priority, area and person responsible, and shows indicators") {
  const std::string page = Planned().status();
  CHECK(page == Holds{"Coaching reaches every unit | 3 | 1 | 1 | 1 | 0 | 0 | 1 | 1\n"});
  CHECK(page == Holds{"Workforce Development | 3 |"});
  CHECK(page == Holds{"Training manager | 3 |"});
  CHECK(page == Holds{"Units with a coach | units | 2 | 12 | 7 | 50.0%\n"});
}

TEST_CASE("a plan without lateness says so in words") {
  Planned calm;
  calm.content().steps.resize(1);
  CHECK(calm.status() == Holds{"1 of 1 step is done, 0 are overdue and 0 come up in the next 60 days."});
  CHECK(calm.status() == Holds{"No step is overdue.\n"});
  CHECK(calm.status() == Holds{"No step comes up in the next 60 days.\n"});
  calm.content().steps.clear();
  CHECK(calm.status() == Holds{"> As of July 1, 2026: the plan has no steps yet.\n"});
}

TEST_CASE("open steps without a date and indicators without a figure are named") {
  Planned loose;
  loose.content().steps[1].monitor_on = {};
  loose.content().objectives[0].indicator->current = {};
  CHECK(loose.status() == Holds{"## Open steps without a date\n- Action s2\n"});
  CHECK(loose.status() == Holds{"Units with a coach | units | 2 | 12 | not yet measured\n"});
}

TEST_CASE("names, email and phone stay out of pages without contacts, and out of results always") {
  const Planned small;
  for (const std::string& page :
       {small.status(false), small.report(false), json(status_result(small.progress(), small.context())),
        json(plan_result(small.content(), small.context().workspace.as_of))}) {
    CHECK(page != Holds{"Pat Doe"});
    CHECK(page != Holds{"Sam Roe"});
    CHECK(page != Holds{"example.org"});
    CHECK(page != Holds{"555-0100"});
    CHECK(page == Holds{"Training manager"});
  }
  CHECK(small.report() == Holds{"Email: pat@example.org\n"});
  CHECK(small.report() == Holds{"Sam Roe"});
}

TEST_CASE("a status result has the words of the contract") {
  const Planned small;
  const std::string result = json(status_result(small.progress(), small.context()));
  CHECK(result == Holds{R"("as_of":"2026-07-01")"});
  CHECK(
      result ==
      Holds{R"("counts":{"not_started":1,"in_progress":1,"done":1,"delayed":0,"dropped":0},"overdue":1,"upcoming":1)"});
  CHECK(result ==
        Holds{R"({"step":"s2","action":"Action s2","objective":"o1","priority":"p1","responsible":"Training manager",)"
              R"("date":"2026-06-21","status":"in_progress","overdue":true,"upcoming":false,"days_late":10,)"
              R"("waits_for":[]})"});
  CHECK(result == Holds{R"("baseline":"2","target":"12","current":"7","progress":50.0)"});
}

TEST_CASE("the plan report follows the order of the form") {
  const std::string page = Planned().report();
  std::size_t last = 0;
  for (const char* part : {"# Implementation plan", "Contact person", "## 1 Planning team", "## 2a Priorities by area",
                           "## 2b Planning horizon", "## 3 What success looks like", "## 4 Action steps"}) {
    const std::size_t at = page.find(part);
    REQUIRE(at != std::string::npos);
    CHECK(at >= last);
    last = at;
  }
  CHECK(page ==
        Holds{"> From April 1, 2026 to June 30, 2027 (14 full months), Alder County (example) works on 1 priority of "
              "the Core Practice Model (CPM) with 1 objective and 3 action steps.\n"});
  CHECK(page == Holds{"Coaching reaches every unit | Workforce Development | not given | Largest gap\n"});
  CHECK(page == Holds{"Every unit has a coach | Units with a coach | units | 2 | 12 | 7 | Staff are coached "
                      "regularly.\n"});
  CHECK(page == Holds{"Action step | Responsible | Monitoring date | Status | Comes after\n"});
  CHECK(page == Holds{"Action s3 | Training manager (Pat Doe) | 2026-08-30 | not started | Action s2\n"});
}

TEST_CASE("a plan with gaps says what is not there yet") {
  Planned early;
  early.content().objectives.clear();
  early.content().steps.clear();
  early.content().team.clear();
  early.content().horizon = {};
  const std::string page = early.report();
  CHECK(page == Holds{"> The planning horizon is not complete yet:"});
  CHECK(page == Holds{"The plan does not name a team.\n"});
  CHECK(page == Holds{"No objective has been stated yet.\n"});
  CHECK(page == Holds{"Target start date: no date\n"});
}

TEST_CASE("a rhythm of monitoring is told, with its first date or without one") {
  Planned repeated;
  repeated.content().steps[1].monitor_every = given(model::Rhythm::month);
  const std::string first = timeframe_text(*repeated.content().steps[1].monitor_on);
  CHECK(repeated.report() == Holds{"| " + first + ", then every month | "});
  repeated.content().steps[1].monitor_on = {};
  CHECK(repeated.report() == Holds{"| every month | "});
}

TEST_CASE("reviews name the step or objective they speak of") {
  Planned reviewed;
  model::Review review;
  review.date = day(2026, 6, 1);
  review.step = text("s2");
  review.note = text("On the way");
  reviewed.content().reviews = {review};
  CHECK(reviewed.report() == Holds{"2026-06-01 | Action s2 | On the way\n"});
}

TEST_CASE("sentences that serve as names lose their full stop, so that lists of them read well") {
  Planned spoken;
  spoken.content().steps[1].action = text("Prepare coaches.");
  spoken.content().steps[2].after = {text("s1"), text("s2")};
  spoken.content().objectives[0].statement = text("Every unit has a coach.");
  CHECK(spoken.status() == Holds{"Action s3 | Prepare coaches\n"});
  CHECK(spoken.report() == Holds{"| Action s1; Prepare coaches\n"});
  CHECK(spoken.report() == Holds{"### Every unit has a coach\n"});
}

TEST_CASE("columns that a plan does not use are left out, the first ones never") {
  const Table table{.caption = "",
                    .columns = {{.head = "A"}, {.head = "B"}, {.head = "C"}, {.head = "D"}},
                    .rows = {{Cell{.text = "a"}, Cell{.text = "none"}, Cell{.text = "none"}, Cell{.text = "none"}},
                             {Cell{.text = "b"}, Cell{.text = "none"}, Cell{.text = "none"}, Cell{.text = "d"}}}};
  const Table kept = without_empty_columns(table, 2);
  CHECK(kept.columns.size() == 3);
  CHECK(kept.columns[1].head == "B");
  CHECK(kept.columns[2].head == "D");
  CHECK(kept.rows[1].size() == 3);
  CHECK(kept.rows[1][2].text == "d");
}
