#include "render/anchors.h"

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
