#include "report/page.h"

#include <doctest/doctest.h>

#include "fixtures.h"
#include "tests/support/holds.h"

using namespace cpm::report;
using namespace cpm::report::fixtures;
using cpm::test::Holds;

namespace {

std::string noted(std::vector<Block> blocks) {
  return page_text(with_abbreviations(Document{.title = "Page", .blocks = std::move(blocks)}));
}

}  // namespace

TEST_CASE("abbreviations are spelled out after the facts, in one sentence") {
  CHECK(
      noted({Paragraph{.text = "The CPM lead.", .lead = true}, Facts{{{"County", "Example"}}},
             List{.entries = {"SIP link", "RTA coach"}}}) ==
      "# Page\n> The CPM lead.\nCounty: Example\nCPM stands for Core Practice Model, RTA stands for Regional Training "
      "Academy and SIP stands for System Improvement Plan.\n- SIP link\n- RTA coach\n");
}

TEST_CASE("what a page spells out itself, or does not use as a word, gets no sentence") {
  CHECK(noted({Paragraph{.text = "The Core Practice Model (CPM)."}}) == "# Page\nThe Core Practice Model (CPM).\n");
  CHECK(noted({Paragraph{.text = "ICPMX and ASIP."}}) == "# Page\nICPMX and ASIP.\n");
  CHECK(noted({}) == "# Page\n");
}

TEST_CASE("a page that has said its abbreviations says them no second time") {
  const Document once = with_abbreviations(
      Document{.title = "Page", .blocks = {Paragraph{.text = "The SIP and the CFT.", .lead = true}}});
  CHECK(page_text(with_abbreviations(once)) == page_text(once));
}

TEST_CASE("a word inside an outline counts as used") {
  CHECK(noted({Paragraph{.text = "Lead."}, Diagram{.caption = {}, .mermaid = {}, .outline = {{0, "CPM map"}}}}) ==
        Holds{"CPM stands for Core Practice Model."});
}

TEST_CASE("a word inside a table counts as used") {
  CHECK(noted({Paragraph{.text = "Lead."},
               Table{.caption = "Items", .columns = {{.head = "Item"}}, .rows = {{Cell{.text = "ICPM map"}}}}}) ==
        Holds{"ICPM stands for Integrated Core Practice Model."});
}
