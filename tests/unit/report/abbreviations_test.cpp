#include "report/abbreviations.h"

#include <doctest/doctest.h>

#include "fixtures.h"

using namespace cpm::report;
using namespace cpm::report::fixtures;

namespace {

std::string noted(std::vector<Block> blocks) {
  return page_text(with_abbreviations(Document{.title = "Page", .blocks = std::move(blocks)}));
}

}  // namespace

TEST_CASE("abbreviations are spelt out after the facts, in one sentence") {
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

TEST_CASE("a word inside an outline counts as used") {
  CHECK(has(noted({Paragraph{.text = "Lead."}, Diagram{.caption = {}, .mermaid = {}, .outline = {{0, "CPM map"}}}}),
            "CPM stands for Core Practice Model."));
}

TEST_CASE("a word inside a table counts as used") {
  CHECK(has(noted({Paragraph{.text = "Lead."},
                   Table{.caption = "Items", .columns = {{.head = "Item"}}, .rows = {{Cell{.text = "ICPM map"}}}}}),
            "ICPM stands for Integrated Core Practice Model."));
}
