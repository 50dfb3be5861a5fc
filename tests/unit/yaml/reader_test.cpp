#include "yaml/reader.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/unit/yaml/reading.h"

namespace cpm {
namespace {

using yaml::Kind;
using yaml::Style;

// Every span lies in the file and in its parent's; keys and values follow one another.
void check_spans(const yaml::Node& node, std::size_t size) {
  CHECK(node.span.begin <= node.span.end);
  CHECK(node.span.end <= size);
  std::size_t at = node.span.begin;
  const auto inside = [&](const yaml::Node& child) {
    CHECK(child.span.begin >= at);
    CHECK(child.span.end <= node.span.end);
    at = child.span.end;
    check_spans(child, size);
  };
  for (const yaml::Node* const item : node.items) inside(*item);
  for (const yaml::Entry& entry : node.entries) {
    inside(*entry.key);
    inside(*entry.value);
  }
}

}  // namespace

TEST_CASE("scalars have exact spans, with their quotes and block characters") {
  const test::Reading reading{
      "plain: two words  # c\n"
      "double: \"a\\tb\" \n"
      "single: 'it''s'\n"
      "folded: one\n"
      "  two\n"
      "\n"
      "  three\n"
      "block: |+  # c\n"
      "  first\n"
      "\n"
      "  last\n"
      "\n"
      "text: >-\n"
      "  a\n"
      "  b\n"
      "# end\n"
      "empty: |\n"
      "null: ~\n"};
  REQUIRE(reading.tree.root != nullptr);
  const auto check = [&](std::string_view key, Style style, std::string_view text, std::string_view source) {
    CAPTURE(key);
    const yaml::Node& node = reading.value(key);
    CHECK(node.kind == Kind::scalar);
    CHECK(node.style == style);
    CHECK(node.text == text);
    CHECK(reading.source(node) == source);
  };
  check("plain", Style::plain, "two words", "two words");
  check("double", Style::double_quoted, "a\tb", "\"a\\tb\"");
  check("single", Style::single_quoted, "it's", "'it''s'");
  check("folded", Style::plain, "one two\nthree", "one\n  two\n\n  three");
  check("block", Style::literal, "first\n\nlast\n\n", "|+  # c\n  first\n\n  last");
  check("text", Style::folded, "a b", ">-\n  a\n  b");
  check("empty", Style::literal, "", "|");
  const yaml::Node& null = reading.value("null");
  CHECK(null.kind == Kind::null);
  CHECK(null.text == "~");
  CHECK(reading.tree.root->entries.back().key->kind == Kind::scalar);
  check_spans(*reading.tree.root, reading.file->bytes().size());
}

TEST_CASE("values that are not written are empty spans behind their colon or dash") {
  const test::Reading reading{"a:\nb: # c\nc:\n  -\n  - x\n  - # d\nd: {e, f: , \"g\": }\n"};
  REQUIRE(reading.tree.root != nullptr);
  const auto check = [&](const yaml::Node& node, std::uint32_t at) {
    CHECK(node.kind == Kind::null);
    CHECK(node.span.begin == at);
    CHECK(node.span.end == at);
    CHECK(node.text.empty());
  };
  check(reading.value("a"), 2);
  check(reading.value("b"), 5);
  const auto items = reading.value("c").items;
  REQUIRE(items.size() == 3);
  check(*items[0], 16);
  check(*items[2], 26);
  const auto entries = reading.value("d").entries;
  REQUIRE(entries.size() == 3);
  check(*entries[0].value, 36);
  check(*entries[1].value, 40);
  check(*entries[2].value, 47);
}

TEST_CASE("lists and maps end behind their last entry, those in brackets behind the bracket") {
  const test::Reading reading{
      "m:\n  a: 1\n  b:\n    - x\n    - y  # c\n\n# d\nl:\n- p: 1\n  q: [1, {z: 2}, u: v]\n- r\n\n"};
  REQUIRE(reading.tree.root != nullptr);
  CHECK(reading.source(reading.value("m")) == "a: 1\n  b:\n    - x\n    - y");
  CHECK(!reading.value("m").flow);
  CHECK(reading.source(*reading.value("m").entries[1].value) == "- x\n    - y");
  const yaml::Node& list = reading.value("l");
  CHECK(reading.source(list) == "- p: 1\n  q: [1, {z: 2}, u: v]\n- r");
  CHECK(reading.source(*list.items[0]) == "p: 1\n  q: [1, {z: 2}, u: v]");
  const yaml::Node& flow = *list.items[0]->entries[1].value;
  CHECK(flow.flow);
  CHECK(reading.source(flow) == "[1, {z: 2}, u: v]");
  CHECK(reading.source(*flow.items[1]) == "{z: 2}");
  CHECK(reading.source(*flow.items[2]) == "u: v");
  CHECK(flow.items[2]->flow);
  CHECK(reading.source(*reading.tree.root) == reading.file->bytes().substr(0, reading.file->bytes().size() - 2));
  check_spans(*reading.tree.root, reading.file->bytes().size());
}

TEST_CASE("no value is guessed: numbers, dates and yes or no stay the text that was written") {
  const test::Reading reading{
      "fips: 06113\nno: no\nversion: 1.10\ndate: 2026-02-30\nat: 12:30\nnull: Null\nquoted: \"null\"\n"};
  REQUIRE(reading.tree.root != nullptr);
  CHECK(reading.value("fips").text == "06113");
  CHECK(reading.value("no").text == "no");
  CHECK(reading.value("version").text == "1.10");
  CHECK(reading.value("date").text == "2026-02-30");
  CHECK(reading.value("at").text == "12:30");
  CHECK(reading.value("null").kind == Kind::null);
  CHECK(reading.value("quoted").kind == Kind::scalar);
  CHECK(reading.value("quoted").style == Style::double_quoted);
}

TEST_CASE("Windows line ends and a byte order mark change nothing but the bytes") {
  const std::string unix_text = "a: 1\nb: |\n  x\n  y\nc:\n  - \"two\n    lines\"\n";
  std::string windows = "\xEF\xBB\xBF";
  for (const char character : unix_text) windows += character == '\n' ? std::string{"\r\n"} : std::string(1, character);
  const test::Reading one{unix_text};
  const test::Reading other{windows};
  REQUIRE(one.tree.root != nullptr);
  REQUIRE(other.tree.root != nullptr);
  CHECK(test::events(*one.tree.root) == test::events(*other.tree.root));
  CHECK(other.source(other.value("b")) == "|\r\n  x\r\n  y");
  CHECK(other.place(other.value("c").items[0]->span) == "6:5");
}

TEST_CASE("texts that need no change are views of the file's bytes") {
  const test::Reading reading{"a: plain words\nb: \"quoted\"\n"};
  const char* const begin = reading.file->bytes().data();
  CHECK(reading.value("a").text.data() == begin + 3);
  CHECK(reading.value("b").text.data() == begin + 19);
}

TEST_CASE("find_entry finds the first of several, or nothing") {
  const test::Reading reading{"a: 1\nb: 2\na: 3\n"};
  REQUIRE(yaml::find_entry(*reading.tree.root, "a") != nullptr);
  CHECK(yaml::find_entry(*reading.tree.root, "a")->value->text == "1");
  CHECK(yaml::find_entry(*reading.tree.root, "z") == nullptr);
}

TEST_CASE("a document may start with --- and end with ...") {
  const test::Reading reading{"---\na: 1\n...\n# done\n"};
  REQUIRE(reading.tree.root != nullptr);
  CHECK(reading.findings.all().empty());
  CHECK(reading.source(*reading.tree.root) == "a: 1");
  const test::Reading text{"--- |\n  x\n"};
  REQUIRE(text.tree.root != nullptr);
  CHECK(text.source(*text.tree.root) == "|\n  x");
}

}  // namespace cpm
