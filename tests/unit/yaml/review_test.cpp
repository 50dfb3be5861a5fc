#include "yaml/review.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/unit/yaml/reading.h"

namespace cpm {
namespace {

using Places = std::vector<std::string>;

}  // namespace

TEST_CASE("a key given twice names both values and both places, and reading goes on") {
  const test::Reading reading{"a: 1\nb: {x: 1, x: [2]}\na: 1\nc: 3\na: 4\n"};
  CHECK(reading.places() == Places{"3:1 CPM119", "2:11 CPM119"});
  CHECK(reading.findings.all()[0].message ==
        "`a` is given 3 times: `1` (line 1), `1` (line 3), `4` (line 5); keep one");
  CHECK(reading.findings.all()[0].labels.size() == 2);
  CHECK(reading.findings.all()[1].message == "`x` is given twice: `1` (line 2), a list (line 2); keep one");
  REQUIRE(reading.tree.root != nullptr);
  CHECK(reading.tree.root->entries.size() == 5);
  CHECK(reading.value("a").text == "1");
}

TEST_CASE("the same value twice can be removed safely, different values cannot") {
  const test::Reading same{"a: 1\nb: 2\na: 1\n"};
  REQUIRE(same.findings.all().at(0).fix);
  CHECK(same.fixed(same.findings.all()[0]) == "a: 1\nb: 2\n");
  CHECK(!test::Reading{"a: 1\na: 2\n"}.findings.all().at(0).fix);
  CHECK(!test::Reading{"a: 1\na: 1 # c\n"}.findings.all().at(0).fix);
  CHECK(!test::Reading{"a: 1\na: \"1\"\n"}.findings.all().at(0).fix);
  CHECK(test::Reading{"a: 1\n\"a\": 2\n'a': 3\n"}.places() == Places{"2:1 CPM119"});
}

TEST_CASE("many keys are compared without comparing all pairs, and at most twenty findings come") {
  std::string text;
  for (int i = 0; i < 40'000; ++i) text += "k" + std::to_string(i) + ": 1\n";
  yaml::Limits limits;
  CHECK(test::Reading{text, limits}.findings.all().empty());
  CHECK(test::Reading{text + "k7: 2\n", limits}.places() == Places{"40001:1 CPM119"});
  std::string twice;
  for (int i = 0; i < 60; ++i) twice += "k" + std::to_string(i % 30) + ": 1\n";
  CHECK(test::Reading{twice}.findings.all().size() == 20);
}

TEST_CASE("a value that became a comment is a warning") {
  const test::Reading reading{"phone: #1\nroom: Hall #5\nx: # to fill in\ny:\nz: a #b\n"};
  CHECK(reading.places() == Places{"1:8 CPM128", "2:12 CPM128"});
  CHECK(reading.findings.all()[0].message == "`#1` is a comment to YAML, so `phone` has no value");
  CHECK(reading.findings.all()[1].message == "`#5` is a comment to YAML, so only `Hall` is read");
  CHECK(reading.fixed(reading.findings.all()[1]) == "phone: #1\nroom: \"Hall #5\"\nx: # to fill in\ny:\nz: a #b\n");
  CHECK(reading.tree.root != nullptr);
  CHECK(reading.findings.count(diag::Severity::error) == 0);
}

TEST_CASE("a dash that became part of the text above is a warning") {
  CHECK(test::Reading{"a:\n- x\n - y\n"}.places() == Places{"3:2 CPM128"});
  CHECK(test::Reading{"a: 1\n  - y\n"}.places() == Places{"2:3 CPM128"});
  CHECK(test::Reading{"a: one\n  two\n"}.places() == Places{});
  CHECK(test::Reading{"a: >\n  one\n  - two\n"}.places() == Places{});
}

TEST_CASE("an entry that the engine takes for the text of the dash above is not read as one") {
  CHECK(test::Reading{"a:\n  - |\n  - x\n"}.places() == Places{"3:3 CPM127"});
  CHECK(test::Reading{"a:\n  - >\n\n  - x\n"}.places() == Places{"4:3 CPM127"});
  CHECK_MESSAGE(test::Reading{"- >\n\n- x\n"}.places() == Places{}, "at the margin it reads two entries");
  CHECK(test::Reading{"a:\n  - |\n    - x\n"}.places() == Places{});
  CHECK(test::Reading{"a:\n  - |\n   x\n  - y\n"}.places() == Places{});
}

TEST_CASE("texts that only look like keys or dashes stay texts") {
  for (const std::string text :
       {"a: -x\n", "a:\n  -5\n", "a:\n  https://example.org\n", "- a:b\n- c:d\n", "a: b:c\n", "a:\n  \"b:c\"\n"}) {
    CAPTURE(text);
    CHECK(test::Reading{text}.places() == Places{});
  }
}

TEST_CASE("characters that cannot be seen are found beside keys and values, not inside texts") {
  const test::Reading reading{"\xC2\xA0key: 1\nb\xE2\x80\x8B: \xC2\xA0x\n"};
  CHECK(reading.places() == Places{"1:1 CPM130", "2:2 CPM130", "2:5 CPM130"});
  CHECK(reading.fixed(reading.findings.all()[1]) == "\xC2\xA0key: 1\nb: \xC2\xA0x\n");
  CHECK(test::Reading{"a: 10\xC2\xA0"
                      "000\nb: \"\xC2\xA0x\"\n"}
            .places() == Places{});
}

}  // namespace cpm
