#include "yaml/single_quoted.h"

#include <doctest/doctest.h>

#include <memory_resource>
#include <random>
#include <string>
#include <string_view>

#include <libfyaml.h>

#include "tests/unit/yaml/reading.h"

using namespace cpm;

namespace {

std::string value_of(std::string_view raw) {
  std::pmr::monotonic_buffer_resource memory;
  return std::string(yaml::single_quoted_text(raw, memory));
}

std::string value_by_engine(const std::string& raw) {
  const std::string yaml = "'" + raw + "'";
  fy_document* const document = fy_document_build_from_string(nullptr, yaml.data(), yaml.size());
  REQUIRE(document != nullptr);
  std::size_t size = 0;
  const char* const text = fy_node_get_scalar(fy_document_root(document), &size);
  std::string value(text, size);
  fy_document_destroy(document);
  return value;
}

}  // namespace

TEST_CASE("doubled apostrophes are one, line ends become spaces, empty lines stay") {
  CHECK(value_of("") == "");
  CHECK(value_of("plain  ") == "plain  ");
  CHECK(value_of("don''t") == "don't");
  CHECK(value_of("''''") == "''");
  CHECK(value_of("a \n  b") == "a b");
  CHECK(value_of("a\r\n\t b\r\n") == "a b ");
  CHECK(value_of("a\n\n b") == "a\nb");
  CHECK(value_of("a\n \n\t\n b") == "a\n\nb");
  CHECK(value_of("\n a") == " a");
  CHECK(value_of(" a\n ") == " a ");
  CHECK(value_of(" \n ") == " ");
  CHECK(value_of("a\n\n") == "a\n");
  CHECK(value_of("a\n\n\n  ") == "a\n\n");
  CHECK(value_of(" a\n ''''x") == " a ''x");
}

TEST_CASE("the reader keeps every character of a text with apostrophes in a row, however many") {
  for (std::size_t pairs = 1; pairs < 40; ++pairs) {
    std::string written;
    for (std::size_t i = 0; i < pairs; ++i) written += "''";
    const test::Reading reading{"a: 'x" + written + " y'\n"};
    REQUIRE(reading.tree.root != nullptr);
    CHECK(reading.tree.root->entries[0].value->text == "x" + std::string(pairs, '\'') + " y");
  }
}

TEST_CASE("the engine sees the same text, where it can be trusted") {
  std::mt19937 random(20260315);
  const std::string_view pieces[] = {"a", "''", " ", "\n ", "\n\n ", "b c", "\t", "\r\n\t", "\n  \n "};
  for (int i = 0; i < 2'000; ++i) {
    std::string raw;
    for (int parts = 0; parts < 6; ++parts) raw += pieces[random() % std::size(pieces)];
    raw += 'x';  // at the end of a text the engine takes a line end for what it is
    if (raw.find("''''") != std::string::npos) continue;  // it writes three, and forgets the last character
    CAPTURE(raw);
    CHECK(value_of(raw) == value_by_engine(raw));
  }
}
