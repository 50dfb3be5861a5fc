#include <doctest/doctest.h>

#include <algorithm>

#include "fixtures.h"

using namespace cpm;
using namespace cpm::report;
using namespace cpm::report::fixtures;

namespace {

struct Case {
  explicit Case(std::string_view scores) : asked(instrument(3, 3)), answers(snapshot(asked, scores)) {
    lists = built_in();
    workspace.built_in = &lists;
  }

  Document document(bool contacts = true, std::optional<std::int64_t> benchmark = {}) {
    card = score::scorecard(answers, asked);
    ranked = score::ranking(card, {});
    return snapshot_report(
        ranked, Context{.workspace = workspace, .document = file, .contacts = contacts, .benchmark = benchmark});
  }
  std::string page(bool contacts = true, std::optional<std::int64_t> benchmark = {}) {
    return page_text(document(contacts, benchmark));
  }

  model::Instrument asked;
  model::Snapshot answers;
  model::BuiltIn lists;
  model::Workspace workspace;
  model::Document file;
  score::Scorecard card;
  score::Ranking ranked;
};

model::SnapshotPriority priority(std::string id, std::string title, std::string item, std::int64_t rank) {
  model::SnapshotPriority made;
  made.id = text(std::move(id));
  made.area = text("wd");
  made.title = text(std::move(title));
  made.items = {text(std::move(item))};
  made.reason = text("The academy can help.");
  made.rank = given(rank);
  return made;
}

}  // namespace

TEST_CASE("the snapshot report answers first: points, range, areas, priorities by rank") {
  Case full("221108");
  full.answers.priorities = {priority("p2", "Second", "wd-2", 2), priority("p1", "Coaching", "wd-1", 1)};
  CHECK(has(
      full.page(),
      "# Snapshot report: Alder County (example), March 15, 2026\n"
      "> On March 15, 2026, Alder County (example) rated its capacity for the Core Practice Model (CPM): 6 of 10 "
      "possible points, 60.0 %. 1 of the 6 items that apply has no score yet; depending on the open answers the "
      "percent lies between 50.0 % and 66.7 %. The highest area is Organizational Readiness with 83.3 %, the lowest "
      "Workforce Development with 25.0 %. The team chose 2 priorities: Coaching; Second.\n"));
}

TEST_CASE("the sections of the snapshot report stand in the order of the form") {
  const std::string page = Case("221100").page();
  std::size_t last = 0;
  for (const char* part :
       {"## Score by area", "## Strengths to build on", "## Opportunities for growth", "## How the team voted",
        "## Priorities for local planning", "## Not answered", "## Who took part", "## What the terms mean"}) {
    const std::size_t at = page.find(part);
    REQUIRE(at != std::string::npos);
    CHECK(at > last);
    last = at;
  }
}

TEST_CASE("empty sections say so in words") {
  const std::string page = Case("111111").page();
  CHECK(has(page, "No item is at the top value of the scale yet.\n"));
  CHECK(has(page, "No votes were recorded.\n"));
  CHECK(has(page, "The team has not chosen priorities yet.\n"));
  CHECK(has(page, "Every item has a score.\n"));
  CHECK(has(page, "The file does not say who took part.\n"));
  CHECK(has(Case("222222").page(), "No scored item is below the top value of the scale.\n"));
}

TEST_CASE("strengths and opportunities bring the team's own words") {
  Case spoken("221100");
  judge(spoken.answers, "wd-2", 3, 2);
  model::Remark remark;
  remark.items = {text("or-1"), text("or-2")};
  remark.text = text("We meet monthly.");
  spoken.answers.analysis->strengths = {remark};
  rating(spoken.answers, "or-1").evidence = {text("Minutes of March"), text("Charter")};
  const std::string page = spoken.page();
  CHECK(has(page, "- We meet monthly. (Title of or-1; Title of or-2)\n"));
  CHECK(has(page, "Title of or-1 | Organizational Readiness | Minutes of March; Charter\n"));
  CHECK(has(page, "1 | Title of wd-2 | 0 | 2 | 3 | 2 | 83.3 | 231 of 231\n"));
  CHECK(has(page, "[Opportunities not yet judged for importance and feasibility]\n"));
}

TEST_CASE("split votes show the votes and how many agree") {
  Case voted("221100");
  rating(voted.answers, "or-3").votes = {{text("0"), given<std::int64_t>(2)}, {text("2"), given<std::int64_t>(3)}};
  rating(voted.answers, "or-1").votes = {{text("2"), given<std::int64_t>(5)}};
  const std::string page = voted.page();
  CHECK(has(page, "Votes were recorded for 2 items; on 1 both the lowest and the top value got votes."));
  CHECK(has(page, "Title of or-3 | 1 (Partially in place) | 2 at 0, 3 at 2 | 0 of 5, 0.0 %\n"));
}

TEST_CASE("votes are added up by area, and a score outside every vote is listed without names") {
  Case voted("221100");
  rating(voted.answers, "or-1").votes = {{text("0"), given<std::int64_t>(1)}, {text("1"), given<std::int64_t>(3)}};
  rating(voted.answers, "or-2").votes = {{text("2"), given<std::int64_t>(4)}};
  const std::string page = voted.page();
  CHECK(has(page, "Organizational Readiness | 2 | 4 of 8, 50.0 % | 0 to 2 | 1 | 0 | 1\n"));
  CHECK(has(page, "Workforce Development | 0 | no votes | no votes | 0 | 0 | 0\n"));
  CHECK(has(page, "On 1 item the agreed score lies above or below every vote"));
  CHECK(has(page, "Title of or-1 | 2 (Fully in place) | 1 at 0, 3 at 1 | 0 of 4, 0.0 %\n"));
}

TEST_CASE("priorities give the reason and the items behind them") {
  Case chosen("221100");
  chosen.answers.priorities = {priority("p1", "Coaching reaches every unit", "wd-2", 1)};
  rating(chosen.answers, "wd-2").comment = text("Two units have none.");
  const std::string page = chosen.page();
  CHECK(has(page, "### 1. Coaching reaches every unit\nArea: Workforce Development.\nWhy: The academy can help.\n"));
  CHECK(has(page, "Title of wd-2 | 0 (Not in place) | Two units have none.\n"));
  chosen.answers.priorities[0].reason = {};
  CHECK(has(chosen.page(), "No reason is given.\n"));
}

TEST_CASE("unanswered items come with the reason of the rating or of the file") {
  Case open("229870");
  rating(open.answers, "or-3") = {};
  model::Incomplete incomplete;
  incomplete.item = text("or-3");
  incomplete.reason = text("Asked again in May");
  open.answers.incomplete = {incomplete};
  const std::string page = open.page();
  CHECK(has(page,
            "1 item is not answered, 1 is answered with don't know and 1 is not applicable. Open "
            "answers widen the range.\n"));
  CHECK(has(page, "Title of or-3 | Organizational Readiness | not answered | Asked again in May\n"));
  CHECK(has(page, "Title of wd-1 | Workforce Development | don't know | because\n"));
  CHECK(has(json(snapshot_result(open.ranked)),
            R"({"item":"or-3","area":"or","answer":"missing","note":"Asked again in May"})"));
}

TEST_CASE("a benchmark is the county's own and compared exactly") {
  CHECK_FALSE(has(Case("221100").page(), "benchmark"));
  CHECK(has(Case("221100").page(true, 50), "The county's own benchmark is 50 %. The total of 50.0 % meets it.\n"));
  CHECK(has(Case("221100").page(true, 51), "does not meet it yet.\n"));
}

TEST_CASE("who took part is said by role; names only where contacts may be shown") {
  Case people("221100");
  people.answers.facilitator = model::Facilitator{};
  people.answers.facilitator->name = text("Pat Doe");
  people.answers.facilitator->role = text("Academy coach");
  people.answers.facilitator->voted = given(false);
  people.answers.contact = model::Contact{
      .span = {}, .name = text("Sam Roe"), .email = text("sam@example.org"), .phone = text("555-0100")};
  model::Participant director;
  director.role = text("Director");
  director.organization = text("County agency");
  director.count = given<std::int64_t>(1);
  people.answers.participants = {director};
  const std::string shown = people.page();
  CHECK(has(shown, "Facilitator: Pat Doe, Academy coach; did not vote.\n"));
  CHECK(has(shown, "Email: sam@example.org\n"));
  CHECK(has(shown, "Director | County agency | 1\n"));
  const std::string hidden = people.page(false);
  CHECK(has(hidden, "Facilitator: Academy coach; did not vote.\n"));
  for (const char* secret : {"Pat Doe", "Sam Roe", "example.org", "555-0100"}) CHECK_FALSE(has(hidden, secret));
}

TEST_CASE("a draft says that answers may change") {
  Case draft("221100");
  draft.answers.status = given(model::DocumentStatus::draft);
  CHECK(has(draft.page(), "Status: draft: answers may still change\n"));
}

TEST_CASE("headings never skip a level and no table has empty cells") {
  Case full("221108");
  judge(full.answers, "wd-1", 3, 2);
  full.answers.priorities = {priority("p1", "Coaching", "wd-1", 1)};
  int level = 1;
  for (const Block& block : full.document().blocks) {
    if (const auto* heading = std::get_if<Heading>(&block)) {
      CHECK(heading->level >= 2);
      CHECK(heading->level <= level + 1);
      level = heading->level;
    }
    const auto* table = std::get_if<Table>(&block);
    if (table == nullptr) continue;
    for (const auto& row : table->rows) {
      CHECK(row.size() == table->columns.size());
      CHECK(std::none_of(row.begin(), row.end(), [](const Cell& cell) { return cell.text.empty(); }));
    }
  }
}

TEST_CASE("the snapshot result holds score, ranking, strengths, priorities and open answers") {
  Case full("221108");
  judge(full.answers, "wd-1", 3, 2);
  full.answers.priorities = {priority("p1", "Coaching", "wd-1", 1)};
  full.page();
  const std::string result = json(snapshot_result(full.ranked));
  CHECK(has(result, R"("score":{"areas":[{"id":"or")"));
  CHECK(has(result, R"("ranking":{"top":5,)"));
  CHECK(has(result, R"("strengths":{"items":["or-1","or-2"],"remarks":[]})"));
  CHECK(has(result, R"("priorities":[{"id":"p1","rank":1,"area":"wd","title":"Coaching","items":["wd-1"],)"
                    R"("reason":"The academy can help."}])"));
  CHECK(has(result, R"("not_answered":[{"item":"wd-3","area":"wd","answer":"dont_know","note":"because"}])"));
}
