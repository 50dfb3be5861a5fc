#include "edit/path.h"

#include <doctest/doctest.h>

namespace cpm::edit {

TEST_CASE("a path is keys with points between them, and entries in brackets") {
  const auto path = parse_path("steps[s2].due");
  REQUIRE(path);
  CHECK(*path == Path{{.text = "steps"}, {.text = "s2", .entry = true}, {.text = "due"}});
  CHECK(to_text(*path) == "steps[s2].due");
  CHECK(to_text(parse_path("ratings.or-vision.votes.0").value()) == "ratings.or-vision.votes.0");
  CHECK(to_text(parse_path("objectives[+]").value()) == "objectives[+]");
  CHECK(to_text(parse_path("rows[1][2]").value()) == "rows[1][2]");
  CHECK(parse_path("steps[June 1.5: x].due")->at(1).text == "June 1.5: x");
}

TEST_CASE("what is no path is told apart from one") {
  for (const char* const text : {"", ".", "a.", ".a", "a..b", "a[", "a[b", "a]", "a[]", "a[b]c", "a.[b]", "a b]"})
    CHECK_MESSAGE(!parse_path(text), text);
}

}  // namespace cpm::edit
