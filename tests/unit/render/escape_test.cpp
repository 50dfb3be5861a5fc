#include "render/escape.h"

#include <doctest/doctest.h>

using namespace cpm;

TEST_CASE("anchors are what git hosts make of headings, and never come twice") {
  render::Anchors anchor;
  CHECK(anchor("Score by area") == "score-by-area");
  CHECK(anchor("Score by area") == "score-by-area-1");
  CHECK(anchor("Score by area 1") == "score-by-area-1-1");
  CHECK(anchor("Report: Alder (example), March 12, 2026") == "report-alder-example-march-12-2026");
  CHECK(anchor("“Quoted” – a_b") == "quoted--a_b");
  CHECK(anchor("1. The work") == "1-the-work");
  CHECK(anchor("説明") == "説明");
  CHECK(anchor("") == "");
  CHECK(anchor("!") == "-1");
}

TEST_CASE("a text in XML keeps its line ends, and has no character that XML has not") {
  CHECK(render::xml_escaped("a<b>&\"it's\"\nc") == "a&lt;b&gt;&amp;&quot;it's&quot;&#10;c");
  CHECK(render::xml_escaped("\uFFFE \uFFFF\uFFFD") == "\\u{fffe} \\u{ffff}\uFFFD");
  CHECK(render::xml_attribute("name", "a&b") == " name=\"a&amp;b\"");
}

TEST_CASE("in an address all but letters, digits and a few marks is written by number") {
  CHECK(render::percent_encoded("Az09-._~") == "Az09-._~");
  CHECK(render::percent_encoded("plans/día (1).md") == "plans%2Fd%C3%ADa%20%281%29.md");
  CHECK(render::percent_encoded("plans/día (1).md", "/") == "plans/d%C3%ADa%20%281%29.md");
}
