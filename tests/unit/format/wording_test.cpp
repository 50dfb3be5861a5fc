#include "format/wording.h"

#include <doctest/doctest.h>

#include <array>
#include <string>

namespace cpm::format {

TEST_CASE("nouns take the article that fits") {
  CHECK(with_article("step") == "a step");
  CHECK(with_article("item") == "an item");
  CHECK(with_article("area") == "an area");
  CHECK(with_article("Snapshot") == "a Snapshot");
  CHECK(with_article("unit") == "a unit");
}

TEST_CASE("a sentence becomes the end of another") {
  CHECK(as_clause("The planning team.") == "the planning team");
  CHECK(as_clause("CPM item.") == "CPM item");
  CHECK(as_clause("A tool.") == "a tool");
  CHECK(as_clause("1 to 3; 3 is easy.") == "1 to 3; 3 is easy");
  CHECK(as_clause("") == "");
}

TEST_CASE("values are cut, made visible and put in backquotes") {
  CHECK(ticks("a\x1b[1m") == "`a\\x1b[1m`");
  CHECK(ticks(std::string(200, 'x')).size() < 70);
}

TEST_CASE("a correction is safe when hardly anything else can be meant") {
  CHECK(safety_of("staus", "status") == diag::Safety::safe);
  CHECK(safety_of("In Progress", "in_progress") == diag::Safety::safe);
  CHECK(safety_of("Draft", "draft") == diag::Safety::safe);
  CHECK(safety_of("nane", "name") == diag::Safety::unsafe);
  CHECK(safety_of("stts", "status") == diag::Safety::unsafe);
}

TEST_CASE("a short word is meant only within one edit") {
  constexpr std::array<std::string_view, 2> kWords = {"name", "reassess"};
  CHECK(meant_word("nane", kWords) == "name");
  CHECK(meant_word("date", kWords) == std::nullopt);
  CHECK(meant_word("reases", kWords) == "reassess");
  CHECK(meant_word("other", kWords) == std::nullopt);
}

}  // namespace cpm::format
