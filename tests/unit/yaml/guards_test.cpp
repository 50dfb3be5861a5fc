#include "yaml/guards.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "tests/support/holds.h"
#include "tests/unit/yaml/reading.h"

using cpm::test::Holds;

namespace cpm {
namespace {

using Places = std::vector<std::string>;

std::string repeated(std::string_view unit, std::size_t count) {
  std::string result;
  for (std::size_t i = 0; i < count; ++i) result += unit;
  return result;
}

const diag::Diagnostic& only(const test::Reading& reading) {
  REQUIRE(reading.findings.all().size() == 1);
  CHECK(reading.tree.root == nullptr);
  return reading.findings.all().front();
}

}  // namespace

TEST_CASE("bytes that are not UTF-8 are shown with the letter they may have been") {
  const test::Reading reading{"name: caf\xE9 \x96 ok\n"};
  const diag::Diagnostic& finding = only(reading);
  CHECK(reading.places() == Places{"1:10 CPM101"});
  CHECK(finding.message == Holds{"0xe9"});
  CHECK(finding.message == Holds{"`\xC3\xA9`"});
  REQUIRE(finding.fix);
  CHECK(finding.fix->safety == diag::Safety::unsafe);
  CHECK(reading.fixed(finding) == "name: caf\xC3\xA9 \xE2\x80\x93 ok\n");
  CHECK(test::Reading{"a: \xC0\xAF\n"}.places() == Places{"1:4 CPM101"});
  CHECK(test::Reading{"a: \xED\xA0\x80\n"}.places() == Places{"1:4 CPM101"});
}

TEST_CASE("control characters are refused by name, NUL too") {
  const test::Reading bell{"a: x\x07y\n"};
  CHECK(only(bell).message == Holds{"U+0007"});
  CHECK(bell.places() == Places{"1:5 CPM102"});
  const test::Reading nul{std::string{"a: 1\nb: \0 2\n", 13}};
  CHECK(only(nul).message == Holds{"NUL"});
  CHECK(nul.places() == Places{"2:4 CPM102"});
  CHECK(test::Reading{"a: \x7F\n"}.places() == Places{"1:4 CPM102"});
  CHECK(test::Reading{"a: \xC2\x85\n"}.places() == Places{"1:4 CPM102"});
}

TEST_CASE("files that are no text say what they look like") {
  const test::Reading zip{std::string{"PK\x03\x04\x14\x00\x06\x00", 8}};
  REQUIRE(only(zip).notes.size() == 1);
  CHECK(only(zip).notes[0] == Holds{"Word, Excel or zip"});
  const test::Reading picture{"\x89PNG\r\n\x1A\n"};
  REQUIRE(only(picture).notes.size() == 1);
  CHECK(only(picture).notes[0] == Holds{"a picture"});
}

TEST_CASE("UTF-16 and UTF-32 are refused with and without a byte order mark") {
  CHECK(only(test::Reading{std::string{"\xFF\xFE"
                                       "a\0:\0",
                                       6}})
            .message == Holds{"UTF-16"});
  CHECK(only(test::Reading{std::string{"\xFE\xFF\0a\0:", 6}}).code == 103);
  CHECK(only(test::Reading{std::string{"a\0:\0 \0\n\0", 8}}).code == 103);
  CHECK(only(test::Reading{std::string{"\xFF\xFE\0\0a\0\0\0", 8}}).message == Holds{"UTF-32"});
}

TEST_CASE("a byte order mark is skipped at the start and refused elsewhere") {
  const test::Reading start{
      "\xEF\xBB\xBF"
      "a: 1\n"};
  REQUIRE(start.tree.root != nullptr);
  CHECK(start.value("a").span.begin == 6);
  CHECK(start.place(start.value("a").span) == "1:4");
  const test::Reading inside{
      "a: 1\n\xEF\xBB\xBF"
      "b: 2\n"};
  CHECK(only(inside).code == 104);
  CHECK(inside.fixed(only(inside)) == "a: 1\nb: 2\n");
}

TEST_CASE("a file over the limit names the limit and the option") {
  yaml::Limits limits;
  limits.bytes = 10;
  const test::Reading reading{"a: 123456789\n", limits};
  CHECK(only(reading).code == 105);
  CHECK(only(reading).message == Holds{"10"});
  CHECK(only(reading).message == Holds{"--max-file-size"});
  CHECK(test::Reading{"a: 12345\n\n", limits}.tree.root != nullptr);
}

TEST_CASE("files without content are a finding of their own") {
  for (const std::string_view text : {"", "\n", "# only words\n\n", "---\n", "--- # c\n...\n", "\xEF\xBB\xBF"}) {
    CAPTURE(text);
    CHECK(only(test::Reading{std::string{text}}).code == 106);
  }
  CHECK(test::Reading{"~\n"}.tree.root != nullptr);
}

TEST_CASE("each merge conflict is one finding") {
  const std::string conflict = "<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> branch\n";
  const test::Reading reading{"a: 1\n" + conflict + "c: 3\n" + conflict};
  CHECK(reading.places() == Places{"2:1 CPM107", "8:1 CPM107"});
  REQUIRE(reading.findings.all()[0].labels.size() == 2);
  CHECK(reading.place(reading.findings.all()[0].labels[0].span) == "4:1");
  CHECK(reading.place(reading.findings.all()[0].labels[1].span) == "6:1");
  CHECK(test::Reading{"a: 1\n=======\n"}.places() == Places{"2:1 CPM107"});
  CHECK(test::Reading{"a: 1\r\n>>>>>>> x\r\n"}.places() == Places{"2:1 CPM107"});
  CHECK(test::Reading{"a: |\n  =======\n  <<<<<<< x\n"}.tree.root != nullptr);
}

TEST_CASE("directives are refused, even the one that makes the engine hang") {
  CHECK(test::Reading{"%YAML 1.2\n---\na: 1\n"}.places() == Places{"1:1 CPM108"});
  CHECK(test::Reading{"%\xC3\x8C\n"}.places() == Places{"1:1 CPM108"});
  CHECK(test::Reading{"%\xCC\n"}.places() == Places{"1:2 CPM101"});
  CHECK(test::Reading{"a: 50 %\n"}.tree.root != nullptr);
}

TEST_CASE("long gaps are refused before the engine, which would look at them again and again") {
  CHECK(test::Reading{"a: |\n" + repeated("\n", 1'200) + "  x\n"}.places() == Places{"1:5 CPM109"});
  CHECK(test::Reading{"a: 1\n" + repeated("\n", 900) + "b: 2\n"}.tree.root != nullptr);
  CHECK(only(test::Reading{"{a: " + repeated(" ", 500'000) + "}\n"}).code == 109);
  CHECK(only(test::Reading{"- " + repeated("\t", 1'000'000)}).code == 109);
  CHECK(only(test::Reading{repeated("a: |\n" + repeated("\n", 990), 1'000)}).code == 109);
}

TEST_CASE("old line ends are refused, and fixed") {
  const test::Reading reading{"a: 1\rb: 2\r"};
  CHECK(reading.places() == Places{"1:5 CPM131"});
  REQUIRE(only(reading).fix);
  CHECK(only(reading).fix->safety == diag::Safety::safe);
  CHECK(reading.fixed(only(reading)) == "a: 1\nb: 2\n");
  CHECK(test::Reading{"a: 1\r\nb: 2\r\n"}.tree.root != nullptr);
  CHECK(only(test::Reading{"a: 1\rb\nc: 2\n"}).fix->safety == diag::Safety::unsafe);
}

TEST_CASE("depth and number of values are bounded") {
  for (const std::string_view unit : {"[", "{a: ", "- ", "[[],"}) {
    CAPTURE(unit);
    CHECK(only(test::Reading{repeated(unit, 200'000)}).code == 124);
  }
  CHECK(test::Reading{repeated("[", 64) + repeated("]", 64) + "\n"}.tree.root != nullptr);
  CHECK(only(test::Reading{repeated("[", 65) + repeated("]", 65) + "\n"}).code == 124);
  yaml::Limits limits;
  limits.nodes = 100;
  CHECK(only(test::Reading{repeated("- x\n", 100), limits}).code == 125);
  CHECK(test::Reading{repeated("- x\n", 99), limits}.tree.root != nullptr);
}

TEST_CASE("refused marks end after twenty findings") {
  CHECK(test::Reading{repeated("- &a x\n", 1'000)}.findings.all().size() == 20);
}

TEST_CASE("brackets without end are refused before the engine keeps all of them") {
  for (const std::string& unit : std::vector<std::string>{"[", "{", "[{", "- [", "[a, ", "[\n "}) {
    CAPTURE(unit);
    const test::Reading reading{"a: " + repeated(unit, 200'000)};
    const diag::Diagnostic& finding = only(reading);
    CHECK(finding.code == 124);
    CHECK(finding.span.begin < 10'000);
    CHECK(finding.message == Holds{"64 deep"});
  }
  CHECK(test::Reading{"a: [" + repeated("[x], ", 5'000) + "x]\n"}.places().empty());
  CHECK(test::Reading{"a: \"" + repeated("[ ", 900) + "\"\n"}.places().empty());
}

}  // namespace cpm
