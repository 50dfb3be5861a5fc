#include "render/svg.h"

#include <doctest/doctest.h>

#include "render/writers.h"
#include "tests/unit/render/sample.h"

using namespace cpm;
using test::Sample;

namespace {

report::Chart chart(std::string name) {
  return {.name = std::move(name), .title = "A [b] *c*", .description = "In ](words)", .shape = report::BarChart{}};
}

}  // namespace

TEST_CASE("pictures have names that stay the same, numbered when a name comes again") {
  const report::Document page{
      .title = "T", .blocks = {chart("areas"), report::Paragraph{.text = "x"}, chart("areas"), chart("steps")}};
  const std::vector<render::Picture> made = render::pictures(page, "my report");
  REQUIRE(made.size() == 3);
  CHECK(made[0].name == "my report-areas.svg");
  CHECK(made[1].name == "my report-areas-2.svg");
  CHECK(made[2].name == "my report-steps.svg");
  CHECK(made[2].bytes.starts_with("<svg "));
}

TEST_CASE("Markdown names its pictures only where they are files beside it, with their words") {
  Sample sample;
  sample.outcome.page = report::Document{.title = "T", .blocks = {chart("areas")}};
  CHECK(render::write_markdown(sample.job()) == "# T\n");
  sample.settings.pictures = "my (report)";
  CHECK(render::write_markdown(sample.job()) ==
        "# T\n\n![A \\[b\\] \\*c\\*. In \\](words)](my%20%28report%29-areas.svg)\n");
}
