#include "render/heat_map.h"

#include <doctest/doctest.h>

using namespace cpm;

namespace {

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("every field prints its percent and carries the shade of its fifth") {
  const std::string svg = render::write_heat_map(
      {.title = "Percents",
       .description = "In words",
       .grids = {{.title = "Test 1.0",
                  .columns = {"People"},
                  .rows = {{.label = "Low", .percents = {base::Tenths{199}}},
                           {.label = "High", .percents = {base::Tenths{1000}}},
                           {.label = "None", .percents = {std::nullopt}}}}}});
  CHECK(has(svg, "<title id=\"title\">Percents</title>"));
  CHECK(has(svg, "<desc id=\"desc\">In words</desc>"));
  CHECK(has(svg, "class=\"number on0\">19.9 %</text>"));
  CHECK(has(svg, "class=\"number on4\">100.0 %</text>"));
  CHECK(has(svg, "class=\"none\"/>"));
  CHECK(has(svg, "class=\"number\">no percent</text>"));
}

TEST_CASE("texts of files cannot leave their place in the picture") {
  const std::string svg = render::write_heat_map({.title = "<a> & \"b\"", .description = "\x1b[31m", .grids = {}});
  CHECK(has(svg, "&lt;a&gt; &amp; &quot;b&quot;"));
  CHECK(has(svg, "\\x1b[31m"));
  CHECK_FALSE(has(svg, "<a>"));
}
