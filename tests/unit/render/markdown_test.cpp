#include "render/writers.h"

#include <doctest/doctest.h>

#include "render/escape.h"
#include "tests/support/holds.h"
#include "tests/unit/render/sample.h"

using namespace cpm;
using cpm::test::Holds;
using render::markdown_escaped;
using test::Sample;

TEST_CASE("a page as Markdown has one title, no level skipped, and tables with a header and alignment") {
  Sample sample;
  sample.outcome.page = report::Document{
      .title = "Snapshot",
      .blocks = {report::Paragraph{.text = "Half of the points.", .lead = true},
                 report::Facts{
                     {{.label = "County", .text = "Yolo"}, {.label = "", .text = "x"}, {.label = "Day", .text = ""}}},
                 report::Heading{.level = 3, .text = "Areas"},
                 report::Table{.caption = "Points",
                               .columns = {{.head = "Area"}, {.head = "Points", .number = true}},
                               .rows = {{{.text = "Vision | values"}, {.text = "11"}}, {{.text = "Short"}}}},
                 report::Heading{.level = 4, .text = "Next"}, report::Paragraph{.text = "Do this."},
                 report::Heading{.level = 2, .text = "Last"}}};
  CHECK(render::write_markdown(sample.job()) ==
        "# Snapshot\n"
        "\n"
        "**Half of the points.**\n"
        "\n"
        "- **County**: Yolo\n"
        "- x\n"
        "- **Day**:\n"
        "\n"
        "## Areas\n"
        "\n"
        "**Points**\n"
        "\n"
        "| Area | Points |\n"
        "| --- | ---: |\n"
        "| Vision \\| values | 11 |\n"
        "| Short | |\n"
        "\n"
        "### Next\n"
        "\n"
        "Do this.\n"
        "\n"
        "## Last\n");
}

TEST_CASE("lists in a row stay two lists") {
  Sample sample;
  sample.outcome.page = report::Document{
      .title = "T",
      .blocks = {report::List{.entries = {"a", "b"}}, report::List{.entries = {"c"}},
                 report::List{.entries = {"d"}, .numbered = true},
                 report::List{.entries = {"e", "f"}, .numbered = true}, report::List{.entries = {"g"}}}};
  CHECK(render::write_markdown(sample.job()) == "# T\n\n- a\n- b\n\n* c\n\n1. d\n\n1) e\n2) f\n\n- g\n");
}

TEST_CASE("blocks without text leave no trace") {
  Sample sample;
  sample.outcome.page = report::Document{
      .title = "T", .blocks = {report::Paragraph{}, report::Table{}, report::List{}, report::Facts{}}};
  CHECK(render::write_markdown(sample.job()) == "# T\n");
}

TEST_CASE("text shown as it is stands in a fence that it cannot close") {
  Sample sample;
  sample.outcome.page = report::Document{
      .title = "T",
      .blocks = {report::Verbatim{.caption = "Bad", .text = "a: *b*\r\n\n```` x\n\tc\x1b\n\n"}, report::Verbatim{}}};
  CHECK(render::write_markdown(sample.job()) == "# T\n\n**Bad**\n\n`````\na: *b*\n\n```` x\n\tc\\x1b\n`````\n");
}

TEST_CASE("a drawing stands in a fence of its language, with its outline as a list in lists below it") {
  Sample sample;
  sample.outcome.page = report::Document{
      .title = "T",
      .blocks = {
          report::Diagram{.caption = "All", .mermaid = "flowchart LR\n", .outline = {{0, "a*"}, {3, "b"}, {0, "c"}}},
          report::List{.entries = {"d"}}, report::Diagram{.caption = {}, .mermaid = {}, .outline = {{0, "e"}}}}};
  CHECK(render::write_markdown(sample.job()) ==
        "# T\n\n**All**\n\n```mermaid\nflowchart LR\n```\n\n- a\\*\n  - b\n- c\n\n* d\n\n- e\n");
}

TEST_CASE("a check's findings are a section with a table, or a page of their own") {
  Sample sample;
  sample.outcome.checked = report::Checked{.files = 1, .rules = 2};
  CHECK(render::write_markdown(sample.job()) == "# Findings\n\n**1 file, 2 rules: no problems**\n");
  const diag::FileId file = sample.add("a.yaml", "x\n  y\n");
  sample.add({.code = 310, .message = "m | n", .span = sample.find(file, "y")}).help = "h";
  sample.outcome.page = report::Document{.title = "Plan", .blocks = {}};
  CHECK(render::write_markdown(sample.job()) ==
        "# Plan\n"
        "\n"
        "## Findings\n"
        "\n"
        "**1 file, 2 rules: 1 problem in 1 file (1 error)**\n"
        "\n"
        "| Place | Severity | Code | What was found | What to do |\n"
        "| --- | --- | --- | --- | --- |\n"
        "| a.yaml:2:3 | error | CPM310 | m \\| n | h |\n");
}

TEST_CASE("a report without a check leaves its findings to the caller") {
  Sample sample;
  sample.outcome.page = report::Document{.title = "Plan", .blocks = {}};
  sample.add({.code = 310, .message = "m", .span = {}});
  CHECK(render::write_markdown(sample.job()) == "# Plan\n");
}

TEST_CASE("characters of Markdown are escaped where they would mean something") {
  CHECK(markdown_escaped("a|b\\c`d*e[f]g~h$i") == "a\\|b\\\\c\\`d\\*e\\[f\\]g\\~h\\$i");
  CHECK(markdown_escaped("<script>a & b &amp; &#39; &x</script>") ==
        "&lt;script&gt;a & b &amp;amp; &amp;#39; &x&lt;/script&gt;");
  CHECK(markdown_escaped("on_track _x_ a__b") == "on_track \\_x\\_ a\\_\\_b");
  CHECK(markdown_escaped("# a #b c#d #") == "\\# a \\#b c#d \\#");
  CHECK(markdown_escaped("- a - b") == "\\- a - b");
  CHECK(markdown_escaped("+1") == "\\+1");
  CHECK(markdown_escaped("===") == "\\===");
  CHECK(markdown_escaped("1. a 2. b") == "1\\. a 2. b");
  CHECK(markdown_escaped("12)") == "12\\)");
  CHECK(markdown_escaped("55.0 %") == "55.0 %");
  CHECK(markdown_escaped("2026-03-15") == "2026-03-15");
}

TEST_CASE("a text is one line without spaces around it, and hidden characters are shown") {
  CHECK(markdown_escaped("  a\r\n\r\n# b\tc  ") == "a  \\# b c");
  CHECK(markdown_escaped("\x1b[0m\xE2\x80\xAE") == "\\\\x1b\\[0m\\\\u{202e}");
  CHECK(markdown_escaped(" \n ").empty());
}

TEST_CASE("web addresses stay readable, unless they carry something else along") {
  CHECK(markdown_escaped("see https://a.org/x_y?a=1&b=2#z, www.a.org") == "see https://a.org/x_y?a=1&b=2#z, www.a.org");
  CHECK(markdown_escaped("https://a.org/*x* http://b.org") == "https\\://a.org/\\*x\\* http://b.org");
  CHECK(markdown_escaped("WWW.a.org<script>") == "WWW\\.a.org&lt;script&gt;");
  CHECK(markdown_escaped("[a](javascript:x)") == "\\[a\\](javascript:x)");
}

TEST_CASE("a list of contents links to the headings, and large figures are left to the lead") {
  Sample sample;
  sample.outcome.page = report::Document{
      .title = "T",
      .blocks = {report::KeyFigures{{{"1", "one"}}}, report::Contents{.titles = {"T", "Contents", "Gone"}},
                 report::Heading{.level = 2, .text = "T"}, report::Heading{.level = 2, .text = "Contents"}}};
  CHECK(render::write_markdown(sample.job()) ==
        "# T\n\n## Contents\n\n1. [T](#t-1)\n2. [Contents](#contents-1)\n3. Gone\n\n## T\n\n## Contents\n");
}

TEST_CASE("a page longer than git hosts show is cut at a row, and says so") {
  Sample sample;
  report::Table table{.caption = "Long", .columns = {{.head = "Row"}}, .rows = {}};
  const std::string words(1000, 'x');
  for (int i = 0; i < 1000; ++i) table.rows.push_back({{.text = words}});
  sample.outcome.page = report::Document{.title = "T", .blocks = {table, report::Heading{.level = 2, .text = "Last"}}};
  const std::string page = render::write_markdown(sample.job());
  CHECK(page.size() < 500'000);
  CHECK(page == Holds{"| " + words + " |\n\nOf this table, 522 more rows are left out here.\n"});
  CHECK(page.ends_with("have all of it.**\n"));
  CHECK(page != Holds{"Last"});
}
