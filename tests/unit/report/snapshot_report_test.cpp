#include <doctest/doctest.h>

#include <algorithm>

#include "fixtures.h"
#include "report/score_pages.h"
#include "tests/support/holds.h"

using namespace cpm;
using namespace cpm::report;
using namespace cpm::report::fixtures;
using cpm::test::Holds;

namespace {

struct Reported {
  explicit Reported(std::string_view scores) : asked(instrument(3, 3)), answers(snapshot(asked, scores)) {
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
  Reported full("221108");
  full.answers.priorities = {priority("p2", "Second", "wd-2", 2), priority("p1", "Coaching", "wd-1", 1)};
  CHECK(
      full.page() ==
      Holds{
          "# Snapshot report: Alder County (example), March 15, 2026\n"
          "> On March 15, 2026, Alder County (example) rated its capacity for the Core Practice Model (CPM): 6 of 10 "
          "possible points, 60.0%. 1 of the 6 items that apply has no score yet; depending on the open answers, the "
          "percent could be anywhere from 50.0% to 66.7%. The highest area is Organizational Readiness with 83.3%; the "
          "lowest is Workforce Development with 25.0%. The team chose 2 priorities: Coaching; Second.\n"});
}

TEST_CASE("the sections of the snapshot report are in the order of the form") {
  const std::string page = Reported("221100").page();
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
  const std::string page = Reported("111111").page();
  CHECK(page == Holds{"No item is at the top value of the scale yet.\n"});
  CHECK(page == Holds{"No votes were recorded.\n"});
  CHECK(page == Holds{"The team has not chosen priorities yet.\n"});
  CHECK(page == Holds{"Every item has a score.\n"});
  CHECK(page == Holds{"The file does not say who took part.\n"});
  CHECK(Reported("222222").page() == Holds{"No scored item is below the top value of the scale.\n"});
}

TEST_CASE("strengths and opportunities bring the team's own words") {
  Reported spoken("221100");
  judge(spoken.answers, "wd-2", 3, 2);
  model::Remark remark;
  remark.items = {text("or-1"), text("or-2")};
  remark.text = text("We meet monthly.");
  spoken.answers.analysis->strengths = {remark};
  rating_of(spoken.answers, "or-1").evidence = {text("Minutes of March"), text("Charter")};
  const std::string page = spoken.page();
  CHECK(page == Holds{"- We meet monthly. (Title of or-1; Title of or-2)\n"});
  CHECK(page == Holds{"Title of or-1 | Organizational Readiness | Minutes of March; Charter\n"});
  CHECK(page == Holds{"1 | Title of wd-2 | 0 | 2 | 3 | 2 | 83.3 | 231 of 231\n"});
  CHECK(page == Holds{"[Opportunities not yet judged for importance and feasibility]\n"});
}

TEST_CASE("split votes show the votes and how many agree") {
  Reported voted("221100");
  rating_of(voted.answers, "or-3").votes = {{text("0"), given<std::int64_t>(2)}, {text("2"), given<std::int64_t>(3)}};
  rating_of(voted.answers, "or-1").votes = {{text("2"), given<std::int64_t>(5)}};
  const std::string page = voted.page();
  CHECK(page == Holds{"Votes were recorded for 2 items; on 1 both the lowest and the top value got votes."});
  CHECK(page == Holds{"Title of or-3 | 1 (Partially in place) | 2 at 0, 3 at 2 | 0 of 5, 0.0%\n"});
}

TEST_CASE("votes are added up by area, and a score outside every vote is listed without names") {
  Reported voted("221100");
  rating_of(voted.answers, "or-1").votes = {{text("0"), given<std::int64_t>(1)}, {text("1"), given<std::int64_t>(3)}};
  rating_of(voted.answers, "or-2").votes = {{text("2"), given<std::int64_t>(4)}};
  const std::string page = voted.page();
  CHECK(page == Holds{"Organizational Readiness | 2 | 4 of 8, 50.0% | 0 to 2 | 1 | 0 | 1\n"});
  CHECK(page == Holds{"Workforce Development | 0 | no votes | no votes | 0 | 0 | 0\n"});
  CHECK(page == Holds{"On 1 item the agreed score lies above or below every vote"});
  CHECK(page == Holds{"Title of or-1 | 2 (Fully in place) | 1 at 0, 3 at 1 | 0 of 4, 0.0%\n"});
}

TEST_CASE("priorities give the reason and the items behind them") {
  Reported chosen("221100");
  chosen.answers.priorities = {priority("p1", "Coaching reaches every unit", "wd-2", 1)};
  rating_of(chosen.answers, "wd-2").comment = text("Two units have none.");
  const std::string page = chosen.page();
  CHECK(page ==
        Holds{"### 1. Coaching reaches every unit\nArea: Workforce Development.\nWhy: The academy can help.\n"});
  CHECK(page == Holds{"Title of wd-2 | 0 (Not in place) | Two units have none.\n"});
  chosen.answers.priorities[0].reason = {};
  CHECK(chosen.page() == Holds{"No reason is given.\n"});
}

TEST_CASE("unanswered items come with the reason of the rating or of the file") {
  Reported open("229870");
  rating_of(open.answers, "or-3") = {};
  model::Incomplete incomplete;
  incomplete.item = text("or-3");
  incomplete.reason = text("Asked again in May");
  open.answers.incomplete = {incomplete};
  const std::string page = open.page();
  CHECK(page == Holds{"1 item is not answered, 1 is answered \"don't know\" and 1 is not applicable. Open "
                      "answers widen the range.\n"});
  CHECK(page == Holds{"Title of or-3 | Organizational Readiness | not answered | Asked again in May\n"});
  CHECK(page == Holds{"Title of wd-1 | Workforce Development | don't know | because\n"});
  CHECK(json(snapshot_result(open.ranked)) ==
        Holds{R"({"item":"or-3","area":"or","answer":"missing","note":"Asked again in May"})"});
}

TEST_CASE("a benchmark is the county's own and compared exactly") {
  CHECK(Reported("221100").page() != Holds{"benchmark"});
  CHECK(Reported("221100").page(true, 50) ==
        Holds{"The county's own benchmark is 50%. The total of 50.0% meets it.\n"});
  CHECK(Reported("221100").page(true, 51) == Holds{"does not meet it yet.\n"});
}

TEST_CASE("who took part is said by role; names only where contacts may be shown") {
  Reported people("221100");
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
  CHECK(shown == Holds{"Facilitator: Pat Doe, Academy coach; did not vote.\n"});
  CHECK(shown == Holds{"Email: sam@example.org\n"});
  CHECK(shown == Holds{"Director | County agency | 1\n"});
  const std::string hidden = people.page(false);
  CHECK(hidden == Holds{"Facilitator: Academy coach; did not vote.\n"});
  for (const char* secret : {"Pat Doe", "Sam Roe", "example.org", "555-0100"}) CHECK(hidden != Holds{secret});
}

TEST_CASE("a draft says that answers may change") {
  Reported draft("221100");
  draft.answers.status = given(model::DocumentStatus::draft);
  CHECK(draft.page() == Holds{"Status: draft: answers may still change\n"});
}

TEST_CASE("headings never skip a level and no table has empty cells") {
  Reported full("221108");
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
  Reported full("221108");
  judge(full.answers, "wd-1", 3, 2);
  full.answers.priorities = {priority("p1", "Coaching", "wd-1", 1)};
  full.page();
  const std::string result = json(snapshot_result(full.ranked));
  CHECK(result == Holds{R"("score":{"areas":[{"id":"or")"});
  CHECK(result == Holds{R"("ranking":{"top":5,)"});
  CHECK(result == Holds{R"("strengths":{"items":["or-1","or-2"],"remarks":[]})"});
  CHECK(result == Holds{R"("priorities":[{"id":"p1","rank":1,"area":"wd","title":"Coaching","items":["wd-1"],)"
                        R"("reason":"The academy can help."}])"});
  CHECK(result == Holds{R"("not_answered":[{"item":"wd-3","area":"wd","answer":"dont_know","note":"because"}])"});
}
