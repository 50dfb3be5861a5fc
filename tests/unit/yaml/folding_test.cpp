// Texts of several lines: the quick way and the engine must give the same value. yaml-cpp is the judge where it is right too.
#include "yaml/folding.h"

#include <doctest/doctest.h>
#include <yaml-cpp/yaml.h>

#include <cstdint>
#include <string>
#include <vector>

#include "yaml/reader.h"

namespace cpm::yaml {
namespace {

std::string read_value(const std::string& text) {
  const diag::SourceFile file("f.yaml", text);
  diag::Diagnostics findings;
  const Tree tree = read(file, 0, {}, findings);
  REQUIRE(findings.all().empty());
  REQUIRE(tree.root != nullptr);
  const Entry* const entry = find_entry(*tree.root, "a");
  REQUIRE(entry != nullptr);
  return std::string(entry->value->text);
}

bool is_quick(const std::string& text) {
  std::pmr::monotonic_buffer_resource memory;
  const std::size_t begin = text.find_first_of("|>");
  const std::size_t end = text.find_last_not_of(" \r\n") + 1;
  return block_lines(text, {.begin = begin, .end = end}, text[begin] == '>', memory).has_value();
}

}  // namespace

TEST_CASE("block texts of usual forms are read without the engine, with the value that YAML gives them") {
  struct Row {
    std::string text;
    std::string value;
    bool quick;
  };
  const std::vector<Row> rows = {
      {"a: >-\n  one\n  two\n", "one two", true},
      {"a: >\n  one\n  two\n", "one two\n", true},
      {"a: |-\n  one\n  two\n", "one\ntwo", true},
      {"a: |\n  one\n  two\n\n\n", "one\ntwo\n", true},
      {"a: |\n  one\n  two\nb: 1\n", "one\ntwo\n", true},
      {"a: >-\n  # one\n  - two: x\n", "# one - two: x", true},
      {"a: >-\n  one\n\n  two\n", "one\ntwo", true},
      {"a: >-\n  one\n   two\n  three\n", "one\n two\nthree", true},
      {"a: |+\n  one\n\n", "one\n\n", false},
      {"a: |2-\n   one\n", " one", false},
      {"a: >- # why\n  one\n", "one", true},
      {"a: | \t\n  one\n   two\n", "one\n two\n", true},
      {"a: |-\n  one \n  two\n", "one \ntwo", true},
      {"a: |-\n  one\n  two  \n", "one\ntwo  ", false},
      {"a: |-\r\n  one\r\n  two\r\n", "one\ntwo", true},
      {"a: >\r\n  one\r\n\r\n   two\r\n\r\n", "one\n\n two\n", true},
      {"a: >-\n  one\n  \ttwo\n", "one\n\ttwo", true},
      {"a: >-\n  one\n\n   two\n\n\n  three\n", "one\n\n two\n\n\nthree", true},
      {"a: |\n -    'o\n   \n   x\n   y\n two\n  - x\n", "-    'o\n  \n  x\n  y\ntwo\n - x\n", true},
      {"a: |\n  one\n   \n", "one\n \n", false},
      {"a: |\n  one\n\n   \n", "one\n\n \n", false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(read_value(row.text) == row.value);
    if (row.text.find("b:") == std::string::npos) CHECK(is_quick(row.text) == row.quick);
  }
}

TEST_CASE("plain texts of several lines") {
  CHECK(read_value("a: one\n  two\n   three\n") == "one two three");
  CHECK(read_value("a: one\n\n  two\n") == "one\ntwo");
  CHECK(read_value("a: one  \n  two\n") == "one two");
  CHECK(read_value("a: one\r\n  two\r\n") == "one two");
  CHECK(read_value("a: [one\n two, x]\n").empty());
  CHECK(read_value("a: one\n  two # three\n") == "one two");
}

// Empty lines or lines further to the right, not both: there the two readers differ from each other.
TEST_CASE("thousands of made-up block texts are read as yaml-cpp reads them") {
  std::uint32_t state = 7;
  const auto below = [&](std::uint32_t limit) {
    state = state * 1664525U + 1013904223U;
    return (state >> 16U) % limit;
  };
  const std::vector<std::string> words = {"one", "two words", "- dash", "# hash", "a: b", "\"q\"", "é…", "[x", "%"};
  const std::vector<std::string> heads = {">-", ">", "|-", "|"};
  for (int turn = 0; turn < 4'000; ++turn) {
    std::string text = "a: " + heads[below(4)] + "\n";
    const std::size_t indent = 1 + below(4);
    const std::uint32_t lines = 1 + below(5);
    for (std::uint32_t line = 0; line < lines; ++line) {
      if (line > 0 && below(6) == 0) text += turn % 2 == 0 ? "\n" : " ";
      text += std::string(indent, ' ') + words[below(9)] + "\n";
    }
    text += below(2) == 0 ? "b: 1\n" : below(2) == 0 ? "\n\n" : "";
    CAPTURE(text);
    REQUIRE(read_value(text) == YAML::Load(text)["a"].as<std::string>());
  }
}

}  // namespace cpm::yaml
