#include "yaml/writer.h"

#include <doctest/doctest.h>

#include <yaml-cpp/yaml.h>

#include <string>
#include <string_view>
#include <vector>

#include "tests/unit/yaml/reading.h"

namespace cpm {
namespace {

using yaml::Writer;

const std::vector<std::string_view> kNasty = {"",
                                              " ",
                                              "plain words",
                                              "yes",
                                              "No",
                                              "ON",
                                              "off",
                                              "y",
                                              "true",
                                              "null",
                                              "~",
                                              "1.10",
                                              "06113",
                                              "1e3",
                                              "0x1f",
                                              "12:30",
                                              ".5",
                                              "-1",
                                              "+1",
                                              "2026-02-30",
                                              ".inf",
                                              "NaN",
                                              "- dash",
                                              "-dash",
                                              "? mark",
                                              ": colon",
                                              "a: b",
                                              "a:b",
                                              "ends with:",
                                              "a #b",
                                              "#b",
                                              "&a",
                                              "*a",
                                              "!a",
                                              "|",
                                              ">",
                                              "%a",
                                              "@a",
                                              "`a`",
                                              "'quoted'",
                                              "\"quoted\"",
                                              "it's",
                                              "a\\b",
                                              "C:\\path",
                                              "[a]",
                                              "{a}",
                                              "a, b",
                                              "a]",
                                              "---",
                                              "...",
                                              "two\nlines",
                                              "\nleading",
                                              "trailing\n",
                                              "tab\there",
                                              "\ttab",
                                              " leading",
                                              "trailing ",
                                              "caf\xC3\xA9",
                                              "\xC3\xA9t\xC3\xA9",
                                              "\xE2\x80\x94 dash",
                                              "a\xC2\xA0no-break",
                                              "\xF0\x9F\x91\xAA",
                                              "\xE2\x80\xA8",
                                              "\xEE\x80\x80"
                                              "0",
                                              "a\xEE\x80\x80"
                                              "0",
                                              "\x01",
                                              "\x7F",
                                              "\xC2\x85",
                                              "\xEF\xBB\xBF",
                                              "not a character: \xEF\xBF\xBE and \xEF\xBF\xBF",
                                              "\xE2\x80\xAErtl.yaml",
                                              "beyond: \xF0\x9F\x98\x80 \xF3\xA0\x80\x81",
                                              "<<",
                                              "=",
                                              "a\r\nb",
                                              "null ",
                                              "key: |",
                                              "100%",
                                              "(a) b; c!",
                                              "what? yes",
                                              "a & b",
                                              "x=y"};

std::string list_of(const std::vector<std::string_view>& texts) {
  Writer writer;
  writer.begin_map().key("texts").begin_list();
  for (const std::string_view text : texts) writer.text(text);
  writer.end_list().end_map();
  return writer.finish();
}

}  // namespace

TEST_CASE("a document with comments, blank lines, maps and lists is laid out as a person would") {
  Writer writer;
  writer.comment("A plan of Yolo County.\nFill in what is marked.").blank_line();
  writer.begin_map().key("format").text("cpm/plan/1").key("county").text("yolo");
  writer.blank_line().comment("Who answers questions?").key("contact").begin_map();
  writer.comment("in full").key("name").text("Ana Ruiz").key("mail").quoted("ana@example.org").end_map();
  writer.blank_line().key("steps").begin_list();
  writer.comment("first")
      .begin_map()
      .key("id")
      .text("s1")
      .comment("")
      .comment("a day")
      .key("due")
      .plain("2026-03-15")
      .end_map();
  writer.blank_line()
      .comment("second")
      .begin_map()
      .key("id")
      .text("s2")
      .key("after")
      .begin_list()
      .text("s1")
      .end_list()
      .end_map();
  writer.end_list();
  writer.key("supports").empty_list().key("note").plain("").key("done").plain("true").end_map();
  writer.comment("the end");
  CHECK(writer.finish() ==
        "# A plan of Yolo County.\n"
        "# Fill in what is marked.\n"
        "\n"
        "format: cpm/plan/1\n"
        "county: yolo\n"
        "\n"
        "# Who answers questions?\n"
        "contact:\n"
        "  # in full\n"
        "  name: Ana Ruiz\n"
        "  mail: \"ana@example.org\"\n"
        "\n"
        "steps:\n"
        "  # first\n"
        "  - id: s1\n"
        "    #\n"
        "    # a day\n"
        "    due: 2026-03-15\n"
        "\n"
        "  # second\n"
        "  - id: s2\n"
        "    after:\n"
        "      - s1\n"
        "supports: []\n"
        "note:\n"
        "done: true\n"
        "# the end\n");
}

TEST_CASE("texts that look like numbers, dates, yes or no are quoted, ordinary words are not") {
  CHECK(
      list_of({"06113", "2026-02-30", "no", "Null", "12:30", "@me", "a: b", ""}) ==
      "texts:\n  - \"06113\"\n  - \"2026-02-30\"\n  - \"no\"\n  - \"Null\"\n  - \"12:30\"\n  - \"@me\"\n  - \"a: b\"\n  - \"\"\n");
  CHECK(list_of({"Every unit has a coach.", "it's done", "or-vision", "https://example.org/a"}) ==
        "texts:\n  - Every unit has a coach.\n  - it's done\n  - or-vision\n  - https://example.org/a\n");
}

TEST_CASE("every text comes back as it was written, in our reader and in another") {
  const std::string written = list_of(kNasty);
  CAPTURE(written);
  const test::Reading reading{written};
  CHECK(reading.places() == std::vector<std::string>{});
  REQUIRE(reading.tree.root != nullptr);
  const auto items = reading.value("texts").items;
  const YAML::Node other = YAML::Load(written)["texts"];
  REQUIRE(items.size() == kNasty.size());
  REQUIRE(other.size() == kNasty.size());
  for (std::size_t i = 0; i < kNasty.size(); ++i) {
    CAPTURE(kNasty[i]);
    CHECK(items[i]->kind == yaml::Kind::scalar);
    CHECK(items[i]->text == kNasty[i]);
    CHECK(other[i].Scalar() == kNasty[i]);
  }
}

TEST_CASE("keys are quoted like texts and come back") {
  Writer writer;
  writer.begin_map();
  for (const std::string_view key : kNasty) writer.key(key).text("value");
  const std::string written = writer.end_map().finish();
  const test::Reading reading{written};
  // Keys with characters that cannot be seen are read, and complained of.
  for (const diag::Diagnostic& finding : reading.findings.all()) CHECK(finding.code == 130);
  REQUIRE(reading.tree.root != nullptr);
  REQUIRE(reading.tree.root->entries.size() == kNasty.size());
  for (std::size_t i = 0; i < kNasty.size(); ++i) CHECK(reading.tree.root->entries[i].key->text == kNasty[i]);
}

TEST_CASE("a document of one text, of an empty list, and of comments alone") {
  CHECK(Writer{}.text("words").finish() == "words\n");
  CHECK(Writer{}.empty_list().finish() == "[]\n");
  CHECK(Writer{}.comment("nothing yet").finish() == "# nothing yet\n");
}

TEST_CASE("the same calls give the same bytes") {
  CHECK(list_of(kNasty) == list_of(kNasty));
}

}  // namespace cpm
