#include "exchange/merge.h"

#include <doctest/doctest.h>

#include "exchange/day_order.h"
#include "exchange/file.h"
#include "exchange/partners.h"

namespace cpm::exchange {
namespace {

const std::string kText =
    "format: cpm/plan/1\ncounty: example\ndate: 2026-01-10\nteam: [{role: Manager}]\n"
    "horizon: {start: 2026-01-15, reassess: 2027-01-15}\npriorities: [{id: p1, area: or, title: First}]\n"
    "objectives: [{id: o1, priority: p1, statement: Something is seen}]\n"
    "steps:\n  - {id: s1, objective: o1, action: Begin, status: done}\n  - {id: s2, objective: o1, action: Go on}\n";

sheet::Row texts(const std::vector<std::string>& words) {
  sheet::Row row;
  for (const std::string& word : words) row.push_back(text_cell(word));
  return row;
}

/// What a table asks of the plan, a line a difference.
std::vector<std::string> asked(const std::vector<std::vector<std::string>>& rows) {
  const FileTables file = tables_in(kText, {}, nullptr);
  sheet::Book book;
  sheet::Sheet& sheet = book.sheets.emplace_back();
  sheet.name = "Steps";
  for (const auto& row : rows) sheet.rows.push_back(texts(row));
  const ReadBook read = read_tables(book, file.grids, {});
  std::vector<std::string> lines;
  for (const Difference& each : merged(read.tables, file.grids, {}, *file.kind, {}).differences)
    lines.push_back(each.place + " " + each.path + (each.problem.empty() ? ": " + each.says : ": " + each.problem));
  return lines;
}

}  // namespace

using Lines = std::vector<std::string>;

TEST_CASE("a column is known by its head, its key or another name for it") {
  for (const char* const head : {"Due", "due", "Deadline", "Target date", "By when"})
    CHECK_MESSAGE(asked({{"Id", head}, {"s2", "2026-06-30"}}) == Lines{"Steps!B2 steps[s2].due: 2026-06-30"}, head);
  CHECK(asked({{"My plan"}, {}, {"Id", "Lead"}, {"s2", "Director"}}) ==
        Lines{"Steps!B4 steps[s2].responsible.role: Director"});
}

TEST_CASE("choices are understood as they are spoken") {
  CHECK(asked({{"Id", "Status"}, {"s2", "In progress"}}) == Lines{"Steps!B2 steps[s2].status: in_progress"});
  CHECK(asked({{"Id", "Status"}, {"s1", " \"Done\" "}}).empty());
}

TEST_CASE("without what was exported an empty cell asks for nothing") {
  CHECK(asked({{"Id", "Status", "Action"}, {"s1", "", ""}}).empty());
}

TEST_CASE("a new row gets the next id of its kind") {
  CHECK(asked({{"Id", "Objective", "Action"}, {"", "o1", "Something new"}}) ==
        Lines{"Steps!A2 steps[s3]: ", "Steps!B2 steps[s3].objective: o1", "Steps!C2 steps[s3].action: Something new"});
  CHECK(asked({{"Id", "Action"}, {"", "Something new"}}) == Lines{"Steps!A2 : a new row needs `Objective`"});
}

TEST_CASE("a row that stands twice is asked about") {
  CHECK(asked({{"Id", "Action"}, {"s1", "Begin"}, {"s1", "Begin anew"}}) ==
        Lines{"Steps!A3 : another row has the same name"});
}

TEST_CASE("entries without an id are found again by what they say") {
  using Found = std::vector<std::optional<std::size_t>>;
  const std::vector<Values> then = {{"a"}, {"b"}, {"c"}};
  CHECK(partners(then, then) == Found{0, 1, 2});
  CHECK(partners(then, {{"new"}, {"a"}, {"b"}, {"c"}}) == Found{1, 2, 3});
  CHECK(partners(then, {{"a"}, {"changed"}, {"c"}}) == Found{0, 1, 2});
  CHECK(partners(then, {{"a"}, {"c"}}) == Found{0, std::nullopt, 1});
  CHECK(partners(then, {}) == Found{std::nullopt, std::nullopt, std::nullopt});
}

TEST_CASE("days with slashes are American where one of them must be") {
  const auto says = [](const std::vector<std::string>& days) {
    sheet::Sheet sheet;
    for (const std::string& day : days) sheet.rows.push_back(texts({day}));
    return puts_month_first(sheet);
  };
  CHECK(says({"4/5/2027", "4/25/27"}));
  CHECK(!says({"4/5/2027"}));
  CHECK(!says({"4/25/2027", "25/4/2027"}));
  CHECK(!says({"40/50/2027", "1/2", "a/b/c"}));
}

TEST_CASE("spaces that nobody sees do not count") {
  CHECK(tidy(" \xC2\xA0 a\r\nb \xE2\x80\x8B\n") == "a\nb");
  CHECK(tidy("\xEF\xBB\xBF").empty());
}

}  // namespace cpm::exchange
