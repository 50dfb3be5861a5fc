#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "tests/support/holds.h"
#include "tests/unit/yaml/reading.h"

using cpm::test::Holds;

namespace cpm {
namespace {

/// A text with one mistake, where the finding belongs, a part of its message, and the text after its fix ("" when there
/// is none).
struct Slip {
  std::string_view text;
  std::string_view place;
  std::string_view message;
  std::string_view fixed = "";
};

const std::vector<Slip> kColons = {
    {"title: Goal: reach\n", "1:12 CPM113", "the text `Goal: reach` has a colon in it", "title: \"Goal: reach\"\n"},
    {"- note: see: \"x\" # c\n", "1:12 CPM113", "has a colon in it", "- note: 'see: \"x\"' # c\n"},
    {"a: some words\n  and then: more\nb: 1\n", "2:11 CPM113", "has a colon in it",
     "a: \"some words\n  and then: more\"\nb: 1\n"},
    {"a: 1\nb\nc: 2\n", "2:1 CPM112", "line 2 has no colon after `b`", "a: 1\nb:\nc: 2\n"},
    {"a: 1\nresponsible Jane\n", "2:1 CPM112", "line 2 has no colon after `responsible`", "a: 1\nresponsible: Jane\n"},
    {"responsible Jane\ndue: 2\n", "1:1 CPM112", "line 1 has no colon after `responsible`",
     "responsible: Jane\ndue: 2\n"},
    {"a: 1\ndue = 2\n", "2:1 CPM112", "no colon after `due`", "a: 1\ndue: 2\n"},
    {"a: 1\n(see below)\nb: 2\n", "2:1 CPM112", "line 2 belongs to no key"},
    {"a: 1\nb:2\nc: 3\n", "2:2 CPM112", "`b:` needs a space behind its colon", "a: 1\nb: 2\nc: 3\n"},
    {"x:\n  - a: 1\n    due:2\n", "3:8 CPM112", "`due:` needs a space", "x:\n  - a: 1\n    due: 2\n"},
    {"a:\n  b:c\n", "2:4 CPM129", "`b:` needs a space behind its colon to be a key", "a:\n  b: c\n"},
    {"format:cpm/plan/1\n", "1:7 CPM129", "`format:` needs a space", "format: cpm/plan/1\n"},
    {"- a: 1\n- b:2\n", "2:4 CPM129", "`b:` needs a space", "- a: 1\n- b: 2\n"},
};

const std::vector<Slip> kQuotes = {
    {"a: 1\nb: \"two\nc: 3\n", "2:4 CPM111", "this quote is never closed; the text ran on into line 3",
     "a: 1\nb: \"two\"\nc: 3\n"},
    {"- a: \"x\n  b: \"y\"\n", "1:6 CPM111", "the text ran on into line 2", "- a: \"x\"\n  b: \"y\"\n"},
    {"a: \"x\n  b: \"y\"\n", "1:4 CPM111", "the text ran on into line 2", "a: \"x\"\n  b: \"y\"\n"},
    {"a: \"x", "1:4 CPM111", "this quote is never closed", "a: \"x\""},
    {"a: 'tis the season\nb: 1\n", "1:4 CPM111", "this quote is never closed", "a: 'tis the season'\nb: 1\n"},
    {"a: \"x\n---\nb\"\n", "1:4 CPM111", "this quote is never closed", "a: \"x\"\n---\nb\"\n"},
    {"# it's\na: 1\nb: \"x\nc: 2\n", "3:4 CPM111", "the text ran on into line 4", "# it's\na: 1\nb: \"x\"\nc: 2\n"},
    {"a: \"x\nhere\"\nb: 1\n", "2:1 CPM114", "the text in quotes goes on here", "a: \"x\n  here\"\nb: 1\n"},
    {"a: 'don't'\n", "1:9 CPM116", "`t'` comes after the closing quote", "a: 'don''t'\n"},
    {"a: \"the \"best\" way\"\n", "1:10 CPM116", "comes after the closing quote", "a: \"the \\\"best\\\" way\"\n"},
    {"a: \"Goal\" of the year # c\n", "1:11 CPM116", "`of the year` comes after", "a: '\"Goal\" of the year' # c\n"},
    {"a: \"b\": c\n", "1:7 CPM116", "comes after the closing quote"},
    {"a: \"C:\\path\"\n", "1:7 CPM118", "`\\p` means nothing in double quotes", "a: 'C:\\path'\n"},
    {"a: \"x\"#c\n", "1:7 CPM127", "a comment needs a space before its `#`", "a: \"x\" #c\n"},
    {"a: @me\n", "1:4 CPM117", "a text cannot start with `@`", "a: \"@me\"\n"},
    {"a: `x`\n", "1:4 CPM117", "a text cannot start with a backquote", "a: \"`x`\"\n"},
    {"- %x\n", "1:3 CPM117", "a text cannot start with `%`", "- \"%x\"\n"},
    {"a: * x\n", "1:4 CPM117", "a text cannot start with `*`", "a: \"* x\"\n"},
    {"a: > 80 percent\nb: 1\n", "1:4 CPM117", "a text cannot start with `>`", "a: \"> 80 percent\"\nb: 1\n"},
    {"a: | text\nb: 1\n", "1:4 CPM117", "a text cannot start with `|`", "a: \"| text\"\nb: 1\n"},
};

const std::vector<Slip> kLayout = {
    {"a:\n  b: 1\n\tc: 2\nd: 1\n", "3:1 CPM110", "starts with a tab (→); YAML needs spaces, and its neighbors have 2",
     "a:\n  b: 1\n  c: 2\nd: 1\n"},
    {"a:\n\tb: 1\n\tc: 2\n", "2:1 CPM110", "starts with a tab (→)", "a:\n  b: 1\n  c: 2\n"},
    {"a:\n  b: 1\n  \tc: 2\n", "3:3 CPM110", "has a tab (→) in its indentation", "a:\n  b: 1\n  c: 2\n"},
    {"a: x\n\tb: 1\n", "2:1 CPM110", "its neighbors have none", "a: x\nb: 1\n"},
    {"a: 1\n  b: 2\n", "2:3 CPM114", "`b` is indented deeper than the line above, but `a` has a value already",
     "a: 1\nb: 2\n"},
    {"- x: 1\n    y: 2\n", "2:5 CPM114", "`y` is indented deeper", "- x: 1\n  y: 2\n"},
    {"a:\n    b: 1\n  c: 2\n", "3:3 CPM114", "indented by 2 spaces; the lines above it by 0 or 4",
     "a:\n    b: 1\n    c: 2\n"},
    {"  a: 1\nb: 2\n", "2:1 CPM114", "indented by 0 spaces; the lines above it by 2", "  a: 1\n  b: 2\n"},
    {"a:\n  - x\n- y\n", "3:1 CPM114", "this dash is in column 1, but the list above has its dashes in column 3",
     "a:\n  - x\n  - y\n"},
    {"a: 1\n- y\n", "2:1 CPM114", "a list starts here, but `a` above has a value already"},
    {"- x\na: 1\n", "2:1 CPM114", "the key `a` stands among the dashes of a list"},
    {"a: - b\n   - c\n", "1:4 CPM114", "a list cannot start on the line of its key", "a:\n   - b\n   - c\n"},
    {"a: |\ntext\nb: 1\n", "2:1 CPM114", "the text below `|` is not indented"},
    {"- a\n-b\n", "2:1 CPM129", "this dash needs a space behind it", "- a\n- b\n"},
    {"l:\n  -a\n  -b\nc: 1\n", "2:3 CPM129", "this dash needs a space behind it", "l:\n  - a\n  - b\nc: 1\n"},
    {"* x\n* y\n", "1:1 CPM127", "`*` starts no list entry", "- x\n- y\n"},
    {"l:\n  • x\nb: 1\n c: 1\n", "4:2 CPM114", "`c` is indented deeper", "l:\n  • x\nb: 1\nc: 1\n"},
    {"a # c\nb: 1\n", "1:1 CPM112", "line 1 has no colon after `a`", "a: # c\nb: 1\n"},
    {"a:\n- b: 1\n  key # c\n  d: 1\n", "3:3 CPM112", "line 3 has no colon after `key`",
     "a:\n- b: 1\n  key: # c\n  d: 1\n"},
    {"a:\n-\n- b\n", "2:1 CPM127", "nothing follows this dash"},
    {"a: 1\n\xC2\xA0\xC2\xA0"
     "b: 2\n",
     "2:1 CPM130", "a no-break space (U+00A0)", "a: 1\nb: 2\n"},
    {"a: 1\nb:\xC2\xA0"
     "2\nc: 3\n",
     "2:3 CPM130", "a no-break space (U+00A0)", "a: 1\nb: 2\nc: 3\n"},
};

const std::vector<Slip> kBrackets = {
    {"a: [1, 2\nb: 3\n", "1:4 CPM115", "this `[` is never closed; the list ran on into line 2", "a: [1, 2]\nb: 3\n"},
    {"a: {b: 1\nc: 2\n", "1:4 CPM115", "this `{` is never closed; the map ran on into line 2", "a: {b: 1}\nc: 2\n"},
    {"a: [1, [2, 3]\n", "1:4 CPM115", "this `[` is never closed", "a: [1, [2, 3]]\n"},
    {"a: [1, 2}\n", "1:9 CPM115", "`}` cannot close a `[`", "a: [1, 2]\n"},
    {"a: [1]]\n", "1:7 CPM115", "`]` closes nothing"},
    {"a: [x] y\n", "1:8 CPM115", "`y` comes after the closing bracket", "a: \"[x] y\"\n"},
    {"a: {b: 1 c: 2}\n", "1:11 CPM127", "a comma is missing"},
    {"a: [x,,y]\n", "1:7 CPM127", "nothing between it and the one before"},
    {"a: {{name}}\n", "1:5 CPM126", "this key is a list or map"},
    {"[a]: b\n", "1:1 CPM126", "this key is a list or map"},
    {"? a\n: b\n", "1:1 CPM126", "a key that starts with `? `"},
    {"a: 1\n: b\n", "2:1 CPM126", "this colon has no key"},
};

const std::vector<Slip> kRefused = {
    {"a: &x 1\n", "1:4 CPM120", "`&x` names a value"},
    {"a: &x\n  b: 1\n", "1:4 CPM120", "`&x` names a value"},
    {"a: *bold*\n", "1:4 CPM121", "`*bold*` refers to a value elsewhere"},
    {"a: !!str 5\n", "1:4 CPM122", "`!!str` marks a type"},
    {"a: !important\n", "1:4 CPM122", "`!important` marks a type"},
    {"a: x\n---\nb: 1\n", "2:1 CPM123", "a second document starts here"},
    {"a: x\n...\nb: 1\n", "2:1 CPM123", "a second document starts here"},
    {"---\na: 1\n---\n", "3:1 CPM123", "a second document starts here"},
};

void judge(const std::vector<Slip>& slips) {
  for (const Slip& slip : slips) {
    CAPTURE(slip.text);
    const test::Reading reading{std::string{slip.text}};
    REQUIRE(reading.findings.all().size() == 1);
    const diag::Diagnostic& finding = reading.findings.all().front();
    CHECK(reading.places().front() == slip.place);
    CAPTURE(finding.message);
    CHECK(finding.message == Holds{slip.message});
    CHECK(!finding.help.empty());
    CHECK(finding.fix.has_value() == !slip.fixed.empty());
    if (finding.fix) CHECK(reading.fixed(finding) == slip.fixed);
  }
}

std::vector<Slip> all_slips() {
  std::vector<Slip> all;
  for (const auto* const part : {&kColons, &kQuotes, &kLayout, &kBrackets, &kRefused})
    all.insert(all.end(), part->begin(), part->end());
  return all;
}

}  // namespace

TEST_CASE("colons that are missing, glued or part of a text") {
  judge(kColons);
}
TEST_CASE("a place never cuts a character, wherever the engine stops") {
  const test::Reading reading{"a:\n  b: {c: 2, d: [x]\xE2\x80\xA2\" e:\n  f:\n    - {g: [h], i: j}\n"};
  for (const diag::Diagnostic& finding : reading.findings.all()) {
    CAPTURE(finding.message);
    CHECK((static_cast<unsigned char>(reading.file->bytes()[finding.span.begin]) & 0xC0) != 0x80);
    CHECK_FALSE(base::first_bad_utf8(reading.file->text(finding.span)));
  }
  CHECK(reading.findings.all().size() == 1);
}

TEST_CASE("quotes that do not close or close too early, and characters that need quotes") {
  judge(kQuotes);
}
TEST_CASE("tabs, indentation and dashes") {
  judge(kLayout);
}
TEST_CASE("brackets, commas and keys that are no text") {
  judge(kBrackets);
}
TEST_CASE("anchors, aliases, types and second documents are refused by name") {
  judge(kRefused);
}

TEST_CASE("a safe fix leaves a text that reads without that finding") {
  int safe = 0;
  for (const Slip& slip : all_slips()) {
    CAPTURE(slip.text);
    const test::Reading reading{std::string{slip.text}};
    const diag::Diagnostic& finding = reading.findings.all().front();
    if (!finding.fix || finding.fix->safety != diag::Safety::safe) continue;
    ++safe;
    const test::Reading after{reading.fixed(finding)};
    CHECK(after.tree.root != nullptr);
    CHECK(after.places() == std::vector<std::string>{});
  }
  CHECK(safe >= 25);
}

TEST_CASE("the place of a slip is the same with Windows line ends and behind a byte order mark") {
  for (const Slip& slip : all_slips()) {
    std::string windows = "\xEF\xBB\xBF";
    for (const char character : slip.text)
      windows += character == '\n' ? std::string{"\r\n"} : std::string(1, character);
    CAPTURE(slip.text);
    const test::Reading reading{windows};
    REQUIRE(reading.findings.all().size() == 1);
    CHECK(reading.places().front() == slip.place);
  }
}

TEST_CASE("the planted mistakes of a plan: a duplicate key, a tab, an unclosed quote") {
  const std::string head = "steps:\n  - id: s1\n    action: Train\n";
  const test::Reading twice{head + "    status: on_track\n    status: complete\n"};
  REQUIRE(twice.places() == std::vector<std::string>{"5:5 CPM119"});
  CHECK(twice.findings.all()[0].message ==
        "`status` is given twice: `on_track` (line 4), `complete` (line 5); keep one");
  REQUIRE(twice.findings.all()[0].labels.size() == 1);
  CHECK(twice.place(twice.findings.all()[0].labels[0].span) == "4:5");
  CHECK(twice.tree.root != nullptr);

  const test::Reading tab{head + "\tstatus: on_track\n    due: 2026-01-01\n"};
  REQUIRE(tab.places() == std::vector<std::string>{"4:1 CPM110"});
  CHECK(tab.findings.all()[0].message ==
        "this line starts with a tab (→); YAML needs spaces, and its neighbors have 4");

  const test::Reading quote{"steps:\n  - id: s1\n    action: \"Train\n    due: 2026-01-01\n"};
  REQUIRE(quote.places() == std::vector<std::string>{"3:13 CPM111"});
  CHECK(quote.findings.all()[0].message == "this quote is never closed; the text ran on into line 4");
}

}  // namespace cpm
