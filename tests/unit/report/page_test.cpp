#include "report/page.h"

#include <doctest/doctest.h>

#include "fixtures.h"

using namespace cpm::report;
using namespace cpm::report::fixtures;

namespace {

Table one_row() {
  Table table = table_of("Totals", {"Snapshot", number("Points")});
  table.rows.push_back({Cell{.text = "May"}, Cell{.text = "7"}});
  return table;
}

}  // namespace

TEST_CASE("a page shows its blocks in the order in which they were added") {
  Page page("Page");
  page.lead("The answer.");
  page.facts({{{"County", "Alder"}}});
  page.section("Score");
  page.table(one_row());
  page.text("A note.");
  page.list({"one", "two"});
  CHECK(
      page_text(std::move(page).done()) ==
      "# Page\n> The answer.\nCounty: Alder\n## Score\n[Totals]\nSnapshot | Points\nMay | 7\nA note.\n- one\n- two\n");
}

TEST_CASE("what is empty leaves no trace on a page") {
  Page page("Page");
  page.text("");
  page.facts({});
  page.table(table_of("Empty", {"Column"}));
  page.section("Section of an empty table", table_of("Empty", {"Column"}));
  page.list({});
  page.figures({});
  page.chart(std::nullopt);
  CHECK(std::move(page).done().blocks.empty());
}

TEST_CASE("a table without rows gives way to the sentence in its place") {
  Page page("Page");
  page.table(table_of("Empty", {"Column"}), "There is nothing to show.");
  page.table(one_row(), "This is not said.");
  CHECK(page_text(std::move(page).done()) ==
        "# Page\nThere is nothing to show.\n[Totals]\nSnapshot | Points\nMay | 7\n");
}

TEST_CASE("only columns of figures are aligned to the right") {
  const Table table = table_of("Totals", {"Snapshot", number("Points")});
  REQUIRE(table.columns.size() == 2);
  CHECK(table.columns[0].head == "Snapshot");
  CHECK_FALSE(table.columns[0].number);
  CHECK(table.columns[1].head == "Points");
  CHECK(table.columns[1].number);
}

TEST_CASE("a page that is done spells out its abbreviations") {
  Page page("Page");
  page.lead("The RTA helps.");
  CHECK(page_text(std::move(page).done()) == "# Page\n> The RTA helps.\nRTA stands for Regional Training Academy.\n");
}

TEST_CASE("a part of a page keeps its note on abbreviations, and the page adds no second one") {
  Page part("Part");
  part.lead("The RTA helps.");
  Page whole("Whole");
  whole.lead("All of it.");
  whole.append(std::move(part).done(), "Part");
  CHECK(page_text(std::move(whole).done()) ==
        "# Whole\n> All of it.\n## Part\n> The RTA helps.\nRTA stands for Regional Training Academy.\n");
}
