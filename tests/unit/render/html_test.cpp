#include "render/writers.h"

#include <doctest/doctest.h>

#include "tests/support/holds.h"
#include "tests/unit/render/sample.h"

using namespace cpm;
using cpm::test::Holds;
using test::Sample;

namespace {

std::string body_of(const Sample& sample) {
  const std::string page = render::write_html(sample.job());
  return page.substr(page.find("<body"));
}

}  // namespace

TEST_CASE("an HTML page is complete, needs nothing else, and puts the answer before the list of contents") {
  Sample sample;
  sample.outcome.page = report::Document{
      .title = "Snapshot & more",
      .blocks = {report::Paragraph{.text = "Half of the points.", .lead = true},
                 report::KeyFigures{{{"55.0%", "of all"}}}, report::Facts{{{.label = "County", .text = "Yolo"}}},
                 report::Heading{.level = 2, .text = "Areas"}, report::Heading{.level = 3, .text = "People"},
                 report::Heading{.level = 2, .text = "Areas"}}};
  const std::string page = render::write_html(sample.job());
  CHECK(page.starts_with("<!DOCTYPE html>\n<html lang=\"en\">\n"));
  CHECK(page == Holds{"<title>Snapshot &amp; more</title>"});
  CHECK(page == Holds{"default-src &#39;none&#39;"});
  CHECK(page != Holds{"<script"});
  CHECK(
      body_of(sample) ==
      "<body class=\"beside\">\n<a class=\"skip\" href=\"#main_content\">Skip to the content</a>\n<header>\n<h1>Snapshot &amp; more</h1>\n"
      "<ul class=\"figures\">\n<li><b>55.0%</b> <span>of all</span></li>\n</ul>\n"
      "<p class=\"lead\">Half of the points.</p>\n</header>\n"
      "<nav aria-labelledby=\"page_contents\">\n<p id=\"page_contents\">On this page</p>\n<ol>\n"
      "<li><a href=\"#areas\">Areas</a>\n<ol>\n<li><a href=\"#people\">People</a></li>\n</ol>\n</li>\n"
      "<li><a href=\"#areas-1\">Areas</a></li>\n</ol>\n</nav>\n"
      "<main id=\"main_content\">\n<dl class=\"facts\">\n<dt>County</dt><dd>Yolo</dd>\n</dl>\n"
      "<h2 id=\"areas\">Areas</h2>\n<h3 id=\"people\">People</h3>\n<h2 id=\"areas-1\">Areas</h2>\n</main>\n<footer>\n"
      "<p>Made by cpm. This page is one file and needs nothing else.</p>\n</footer>\n</body>\n</html>\n");
}

TEST_CASE("tables name their rows and columns, and can be scrolled by keyboard") {
  Sample sample;
  sample.outcome.page = report::Document{
      .title = "T",
      .blocks = {report::Table{.caption = "Points",
                               .columns = {{.head = "Area"}, {.head = "Points", .number = true}},
                               .rows = {{{.text = "People", .link = "p.html"}, {.text = "11"}}, {{.text = "Short"}}}},
                 report::Table{.caption = {}, .columns = {{.head = "A"}}, .rows = {}}, report::Table{}}};
  const std::string body = body_of(sample);
  CHECK(body == Holds{"<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-labelledby=\"table_1\">\n<table>\n"
                      "<caption id=\"table_1\">Points</caption>\n<thead>\n<tr><th scope=\"col\">Area</th>"
                      "<th scope=\"col\" class=\"n\">Points</th></tr>\n</thead>\n<tbody>\n"
                      "<tr><th scope=\"row\"><a href=\"p.html\">People</a></th><td class=\"n\">11</td></tr>\n"
                      "<tr><th scope=\"row\">Short</th><td class=\"n\"></td></tr>\n"});
  CHECK(body == Holds{"aria-label=\"Table\""});
}

TEST_CASE("dates in tables are kept together, alone or among words, and many columns are set smaller") {
  Sample sample;
  report::Table table{.caption = {},
                      .columns = std::vector<report::Column>(7, {.head = "A"}),
                      .rows = {{{.text = "2025-09-12"},
                                {.text = "2025-09-12"},
                                {.text = "<on> 2025-09-12, 2025-10-01"},
                                {.text = "12025-09-12"},
                                {.text = "2025-09-123"}}}};
  sample.outcome.page = report::Document{.title = "T", .blocks = {std::move(table)}};
  CHECK(body_of(sample) == Holds{"<table class=\"many\">"});
  CHECK(body_of(sample) ==
        Holds{"<th scope=\"row\" class=\"d\">2025-09-12</th><td class=\"d\">2025-09-12</td>"
              "<td>&lt;on&gt; <span class=\"d\">2025-09-12</span>, <span class=\"d\">2025-10-01</span></td>"
              "<td>12025-09-12</td><td>2025-09-123</td>"});
}

TEST_CASE("a path may break before its date, and a table of very many columns is set smaller still on paper") {
  Sample sample;
  const std::vector<report::Column> columns(11, {.head = "A"});
  report::Table table{.caption = {}, .columns = columns, .rows = {{{.text = "snapshots/2025-09-12.yaml"}}}};
  sample.outcome.page = report::Document{.title = "Paths", .blocks = {std::move(table)}};
  CHECK(body_of(sample) == Holds{"<table class=\"many most\">"});
  CHECK(body_of(sample) == Holds{"snapshots/<wbr><span class=\"d\">2025-09-12</span>.yaml"});
}

TEST_CASE("an outline is lists in lists, text shown as it is keeps its lines, and charts stand in figures") {
  Sample sample;
  sample.outcome.page = report::Document{
      .title = "T",
      .blocks = {report::Diagram{.caption = "All", .mermaid = "x", .outline = {{0, "a"}, {3, "b"}, {0, "c"}}},
                 report::Verbatim{.caption = "Bad", .text = "a: <b>\n\tc\n"},
                 report::Chart{.name = "n", .title = "Picture", .description = "d", .shape = report::BarChart{}}}};
  const std::string body = body_of(sample);
  CHECK(body == Holds{"<ul>\n<li>a\n<ul>\n<li>b\n</li>\n</ul>\n</li>\n<li>c\n</li>\n</ul>\n"});
  CHECK(body == Holds{"<pre tabindex=\"0\">a: &lt;b&gt;\n\tc\n</pre>"});
  CHECK(body == Holds{"<figcaption>Picture</figcaption>"});
  CHECK(body == Holds{"id=\"chart_1_title\""});
  CHECK(body != Holds{"<nav"});
}

TEST_CASE("a text of spaces alone is as good as none") {
  Sample sample;
  sample.outcome.page = report::Document{
      .title = "Blank",
      .blocks = {report::Heading{.level = 2, .text = "Part"}, report::Paragraph{.text = "\r\n\t"},
                 report::Table{.caption = " ", .columns = {{.head = "Area"}}, .rows = {{{.text = "People"}}}}}};
  const std::string body = body_of(sample);
  CHECK_MESSAGE(body.find("<p>") == body.find("<p>Made by cpm."), "the only paragraph is the one at the foot");
  CHECK(body != Holds{"<caption"});
  CHECK(body == Holds{"aria-label=\"Table\""});
}

TEST_CASE("ids of headings begin with a letter and are never those of tables and charts") {
  Sample sample;
  sample.outcome.page = report::Document{
      .title = "T",
      .blocks = {report::Heading{.level = 2, .text = "1 Team"}, report::Heading{.level = 2, .text = "main_content"},
                 report::Heading{.level = 2, .text = "説明"}, report::Heading{.level = 2, .text = "<b>"}}};
  const std::string body = body_of(sample);
  for (const char* const id : {"id=\"part-1-team\"", "id=\"main-content\"", "id=\"b\""}) CHECK(body == Holds{id});
  CHECK(body == Holds{">説明</h2>"});
  CHECK(body == Holds{">&lt;b&gt;</h2>"});
}

TEST_CASE("findings of a check follow the page, or are the page") {
  Sample sample;
  sample.outcome.checked = report::Checked{.files = 1, .rules = 2};
  sample.add({.code = 310, .message = "<needle>", .span = {}});
  CHECK(body_of(sample) == Holds{"<h1>Findings</h1>"});
  CHECK(body_of(sample) == Holds{"<td>&lt;needle&gt;</td>"});
  sample.outcome.page = report::Document{.title = "T", .blocks = {}};
  CHECK(body_of(sample) == Holds{"<h2 id=\"findings\">Findings</h2>"});
  Sample empty;
  CHECK(render::write_html(empty.job()).empty());
}
