#include "format/reference_text.h"

#include <doctest/doctest.h>

#include <string>

namespace cpm {
namespace {

const format::FieldLine* find(const std::vector<format::FieldLine>& lines, std::size_t depth, std::string_view name) {
  for (const format::FieldLine& line : lines)
    if (line.depth == depth && line.name == name) return &line;
  return nullptr;
}

}  // namespace

TEST_CASE("the field reference has every key with need, shape and meaning, records inside one step deeper") {
  const std::vector<format::FieldLine> lines = format::field_lines(*format::find_kind("snapshot"));
  REQUIRE(!lines.empty());
  CHECK(lines.front().name == "format");
  CHECK(lines.front().need == "must");
  const format::FieldLine* status = find(lines, 0, "status");
  REQUIRE(status != nullptr);
  CHECK(status->shape == "`draft` or `final`");
  CHECK(
      status->about ==
      "`draft` while it is being filled in, then `final`. `draft`: still being filled in; `final`: agreed by the team.");
  const format::FieldLine* score = find(lines, 1, "score");
  REQUIRE(score != nullptr);
  CHECK(score->need == "may");
  CHECK(score->shape == "a whole number, 0 or more");
  CHECK(find(lines, 2, "importance") != nullptr);
  CHECK(find(lines, 0, "shared_with")->shape == "a list, each entry a text");
}

TEST_CASE("keys that must not be there are not in the reference") {
  CHECK(find(format::field_lines(*format::find_kind("instrument")), 0, "weights") == nullptr);
}

TEST_CASE("every key of every kind has a meaning that ends as a sentence") {
  for (const format::Kind& kind : format::kinds()) {
    for (const format::FieldLine& line : format::field_lines(kind)) {
      CAPTURE(kind.word);
      CAPTURE(line.name);
      CHECK(line.about.ends_with('.'));
      CHECK(!line.shape.empty());
      CHECK((line.need == "must" || line.need == "should" || line.need == "may"));
    }
  }
}

}  // namespace cpm
