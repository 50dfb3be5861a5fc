#include "render/formats.h"

#include <doctest/doctest.h>

#include <set>

#include "tests/unit/render/sample.h"

using namespace cpm;
using test::Sample;

TEST_CASE("every format is complete, found by its name, and has a name and extension of its own") {
  std::set<std::string_view> names;
  std::set<std::string_view> extensions;
  for (const render::Format& format : render::formats()) {
    CHECK(render::find_format(format.name) == &format);
    CHECK((format.extension.starts_with(".") || (format.extension.empty() && format.only_findings)));
    CHECK(!format.about.empty());
    REQUIRE(static_cast<bool>(format.write));
    CHECK(names.insert(format.name).second);
    CHECK((format.extension.empty() || extensions.insert(format.extension).second));
  }
  CHECK(names ==
        std::set<std::string_view>{"text", "markdown", "html", "json", "csv", "sarif", "junit", "github", "gitlab"});
  CHECK(render::find_format("xml") == nullptr);
}

TEST_CASE("findings are never lost: each format holds them, or says that it does not") {
  for (const bool checked : {false, true}) {
    for (const bool raw : {false, true}) {
      Sample sample;
      sample.outcome.command = "x";
      if (checked) sample.outcome.checked = report::Checked{.files = 1, .rules = 1};
      if (raw) sample.outcome.raw = "raw\n";
      if (!raw) sample.outcome.page = report::Document{.title = "T", .blocks = {}};
      sample.add({.code = 310, .message = "needle", .span = {}});
      for (const render::Format& format : render::formats()) {
        const bool is_there = format.write(sample.job()).find("needle") != std::string::npos;
        CHECK_MESSAGE(is_there == render::holds_findings(format, sample.outcome), format.name);
      }
    }
  }
}

TEST_CASE("every format but json writes raw text as it is") {
  Sample sample;
  sample.outcome.raw = "a: |\n\tb\n";
  for (const render::Format& format : render::formats())
    if (!format.only_findings) CHECK((format.write(sample.job()) == "a: |\n\tb\n") == (format.name != "json"));
}
