#include "render/writers.h"

#include <doctest/doctest.h>

#include "base/text.h"
#include "tests/support/holds.h"
#include "tests/unit/render/sample.h"

using namespace cpm;
using cpm::test::Holds;
using test::Sample;

TEST_CASE("a page as text has a title, headings, facts in line, tables and lists") {
  Sample sample;
  sample.outcome.page = report::Document{
      .title = "Snapshot",
      .blocks = {report::Paragraph{.text = "Half of the points.", .lead = true},
                 report::Facts{{{.label = "County", .text = "Yolo"}, {.label = "Day", .text = "March 15, 2026"}}},
                 report::Heading{.level = 2, .text = "Areas"},
                 report::Table{.caption = "Points",
                               .columns = {{.head = "Area"}, {.head = "Points", .number = true}},
                               .rows = {{{.text = "Vision"}, {.text = "11"}}, {{.text = "Short"}}}},
                 report::Heading{.level = 3, .text = "Next"}, report::List{.entries = {"one", "two"}},
                 report::List{.entries = {"first"}, .numbered = true}}};
  CHECK(render::write_text(sample.job()) ==
        "Snapshot\n"
        "========\n"
        "\n"
        "Half of the points.\n"
        "\n"
        "County:  Yolo\n"
        "Day:     March 15, 2026\n"
        "\n"
        "Areas\n"
        "-----\n"
        "\n"
        "Points\n"
        "\n"
        "Area    Points\n"
        "------  ------\n"
        "Vision      11\n"
        "Short\n"
        "\n"
        "Next\n"
        "\n"
        "- one\n"
        "- two\n"
        "\n"
        "1. first\n");
}

TEST_CASE("text shown as it is is set in, and never broken") {
  Sample sample;
  sample.settings.width = 30;
  const std::string line = "key: a line that is longer than the terminal is wide";
  sample.outcome.page = report::Document{.title = "T",
                                         .blocks = {report::Verbatim{.caption = "Good", .text = line + "\n\n\tb\n"}}};
  CHECK(render::write_text(sample.job()) == "T\n=\n\nGood\n\n    " + line + "\n\n    \tb\n");
}

TEST_CASE("a drawing is its outline") {
  Sample sample;
  sample.outcome.page = report::Document{
      .title = "T",
      .blocks = {report::Diagram{.caption = "All", .mermaid = "flowchart LR\n", .outline = {{0, "a"}, {1, "b"}}}}};
  CHECK(render::write_text(sample.job()) == "T\n=\n\nAll\n\n- a\n  - b\n");
}

TEST_CASE("long texts are broken, and go on below their start") {
  Sample sample;
  sample.settings.width = 40;
  const std::string words = "one two three four five six seven eight nine ten";
  report::List list{.entries = {}, .numbered = true};
  for (int i = 0; i < 10; ++i) list.entries.push_back(i == 0 ? words : "x");
  sample.outcome.page = report::Document{
      .title = "T", .blocks = {report::Paragraph{.text = words}, report::Facts{{{.label = "L", .text = words}}}, list}};
  const std::string text = render::write_text(sample.job());
  CHECK(text == Holds{"\none two three four five six seven eight\nnine ten\n"});
  CHECK(text == Holds{"L:  one two three four five six seven\n    eight nine ten\n"});
  CHECK(text == Holds{" 1. one two three four five six seven\n    eight nine ten\n 2. x\n"});
  CHECK(text == Holds{"\n10. x\n"});
}

TEST_CASE("without a terminal the page is 100 columns wide") {
  Sample sample;
  std::string words;
  for (int i = 0; i < 60; ++i) words += "word ";
  sample.outcome.page = report::Document{.title = "T", .blocks = {report::Paragraph{.text = words}}};
  const std::string page = render::write_text(sample.job());
  for (const std::string_view line : base::split(page, '\n')) CHECK(line.size() <= 100);
}

TEST_CASE("a check's text holds the page, the findings and the last line") {
  Sample sample;
  sample.outcome.checked = report::Checked{.files = 2, .rules = 3};
  CHECK(render::write_text(sample.job()) == "2 files, 3 rules: no problems\n");
  sample.outcome.page = report::Document{.title = "Plan", .blocks = {}};
  CHECK(render::write_text(sample.job()) == "Plan\n====\n\n2 files, 3 rules: no problems\n");
}

TEST_CASE("hidden characters in a page are shown, raw text is left as it is") {
  Sample sample;
  sample.outcome.page = report::Document{.title = "a\x1b[31m", .blocks = {report::List{.entries = {"b\nc"}}}};
  CHECK(render::write_text(sample.job()) == "a\\x1b[31m\n=========\n\n- b c\n");
  sample.outcome.page.reset();
  sample.outcome.raw = "raw\t\n\n";
  CHECK(render::write_text(sample.job()) == "raw\t\n\n");
}

TEST_CASE("a long page, which is written on all cores, stands in its order") {
  Sample sample;
  sample.outcome.page = report::Document{.title = "Long", .blocks = {}};
  std::string expected = "Long\n====\n";
  for (int number = 0; number < 700; ++number) {
    sample.outcome.page->blocks.push_back(report::Paragraph{.text = std::to_string(number)});
    expected += "\n" + std::to_string(number) + "\n";
  }
  CHECK(render::write_text(sample.job()) == expected);
}
