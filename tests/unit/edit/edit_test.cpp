#include "edit/edit.h"

#include <doctest/doctest.h>

#include "tests/support/holds.h"
#include "tests/unit/edit/editing.h"

namespace cpm {
namespace {

using edit::Action;
using test::change;
using test::changed;
using test::Holds;
using test::set;

const std::string kSteps =
    "format: cpm/plan/1\n"
    "steps:\n"
    "  # the first\n"
    "  - id: s1\n"
    "    action: Tell them   # soon\n"
    "    due: 2026-11-01\n"
    "\n"
    "  # the second\n"
    "  - id: s2\n"
    "    action: Ask them\n"
    "\n"
    "  - {id: s3, action: Thank them}\n";

std::string replaced(std::string text, std::string_view part, std::string_view instead) {
  return text.replace(text.find(part), part.size(), instead);
}

}  // namespace

TEST_CASE("a value is replaced, and the comment behind it stays") {
  CHECK(set(kSteps, "steps[s1].due", "2026-12-01") == replaced(kSteps, "2026-11-01", "2026-12-01"));
  CHECK(set(kSteps, "steps[s1].action", "Write") == replaced(kSteps, "Tell them", "Write"));
  CHECK(set(kSteps, "steps[1].action", "Write") == replaced(kSteps, "Tell them", "Write"));
  CHECK(set(kSteps, "steps[s3].action", "a, b") == replaced(kSteps, "Thank them", "\"a, b\""));
}

TEST_CASE("a key is called as people call it") {
  CHECK(set(kSteps, "tasks[s1].deadline", "2026-12-01") == replaced(kSteps, "2026-11-01", "2026-12-01"));
}

TEST_CASE("the same value again changes nothing") {
  CHECK(set(kSteps, "steps[s1].action", "Tell them") == kSteps);
  CHECK(changed(kSteps, change(Action::remove, "steps[s2].due")) == kSteps);
}

TEST_CASE("a new key stands where the table of fields has it") {
  CHECK(set(kSteps, "steps[s2].due", "2027-01-15") ==
        replaced(kSteps, "    action: Ask them\n", "    action: Ask them\n    due: 2027-01-15\n"));
  CHECK(set(kSteps, "steps[s2].objective", "o1") ==
        replaced(kSteps, "    action: Ask them\n", "    objective: o1\n    action: Ask them\n"));
  CHECK(set(kSteps, "steps[s3].due", "2027-01-15") == replaced(kSteps, "Thank them}", "Thank them, due: 2027-01-15}"));
  CHECK(set("format: cpm/plan/1\nreviews: []\n", "contact.email", "a@example.org") ==
        "format: cpm/plan/1\ncontact:\n  email: a@example.org\nreviews: []\n");
}

TEST_CASE("texts get quotes where YAML or another reader would take them for something else") {
  const auto action = [](const std::string& value) {
    const std::string text = set("format: cpm/plan/1\nsteps:\n- id: s1\n  action: x\n", "steps[s1].action", value);
    const std::size_t at = text.find("action: ") + 8;
    return text.substr(at, text.size() - at - 1);
  };
  CHECK(action("no") == "\"no\"");
  CHECK(action("1.10") == "\"1.10\"");
  CHECK(action("2026-11-01") == "\"2026-11-01\"");
  CHECK(action("a: b") == "\"a: b\"");
  CHECK(action("a #b") == "\"a #b\"");
  CHECK(action("- a") == "\"- a\"");
  CHECK(action("null") == "\"null\"");
  CHECK(action("say \"yes\"") == "say \"yes\"");
  CHECK(action("(530) 555-0142") == "(530) 555-0142");
  CHECK(action("a\tb\xE2\x80\x8B") == "\"a\\tb\\u200b\"");
  CHECK(action(" a ") == "\" a \"");
  CHECK(action("") == "\"\"");
}

TEST_CASE("the quotes of the file are kept") {
  const std::string single = "format: cpm/plan/1\nsteps:\n  - id: 's1'\n    action: 'it''s'\n";
  CHECK(set(single, "steps[s1].action", "don't") == replaced(single, "'it''s'", "'don''t'"));
  CHECK(set(single, "steps[s1].responsible.role", "no") == single + "    responsible:\n      role: 'no'\n");
}

TEST_CASE("quotes that a text asks for are no habit of the file") {
  const std::string version = "format: cpm/snapshot/1\ninstrument: {id: own, version: \"1.0\"}\n";
  const std::string odd = set(version, "instrument.version", "\"a\"");
  CHECK(odd == replaced(version, "\"1.0\"", "'\"a\"'"));
  CHECK(set(odd, "instrument.version", "1.0") == version);
}

TEST_CASE("a text of several lines becomes a block, and a block stays one") {
  const std::string plain = "format: cpm/plan/1\nsteps:\n  - id: s1\n    action: x  # why\n    note: n\n";
  const std::string block = replaced(plain, "x  # why\n", "|-  # why\n      a\n\n      b\n");
  CHECK(set(plain, "steps[s1].action", "a\n\nb") == block);
  CHECK(set(block, "steps[s1].action", "c\nd") == replaced(plain, "x  # why\n", "|-  # why\n      c\n      d\n"));
  CHECK(set(block, "steps[s1].action", "a\n\nb") == block);
  const std::string folded = replaced(plain, "x  # why\n", ">-\n      one two\n      three\n");
  CHECK(set(folded, "steps[s1].action", "one two six three") ==
        replaced(plain, "x  # why\n", ">-\n      one two six three\n"));
  CHECK(set("format: cpm/plan/1\nsteps: [{id: s1, action: x}]\n", "steps[s1].action", "a\nb") ==
        "format: cpm/plan/1\nsteps: [{id: s1, action: \"a\\nb\"}]\n");
}

TEST_CASE("an empty value is filled") {
  const std::string empty = "format: cpm/plan/1\ncontact:   # who\nteam:\nsteps: []  # none yet\n";
  CHECK(set(empty, "contact.email", "a@example.org") ==
        replaced(empty, "contact:   # who\n", "contact:   # who\n  email: a@example.org\n"));
  CHECK(set(empty, "team[+]", "{role: Director}") == replaced(empty, "team:\n", "team:\n  - role: Director\n"));
  CHECK(set(empty, "steps[+]", "{id: s1, action: x}") ==
        replaced(empty, "steps: []  # none yet\n", "steps:  # none yet\n  - id: s1\n    action: x\n"));
}

TEST_CASE("a new entry is like its neighbors") {
  CHECK(set(kSteps, "steps[+]", "{action: Rest, id: s4}") == kSteps + "\n  - {id: s4, action: Rest}\n");
  CHECK(changed(kSteps, change(Action::insert, "steps[s2]", "{id: s9, action: Wait}")) ==
        replaced(kSteps, "\n  # the second\n", "\n  - id: s9\n    action: Wait\n\n  # the second\n"));
  CHECK(changed(kSteps, change(Action::insert, "steps[s1]", "{id: s9, action: Wait}")) ==
        replaced(kSteps, "  - id: s1\n", "  - id: s9\n    action: Wait\n\n  - id: s1\n"));
  const std::string inset = "format: cpm/plan/1\nteam:\n    -   role: Director\n";
  CHECK(set(inset, "team[+]", "{role: Analyst, part: Figures}") ==
        inset + "    -   role: Analyst\n        part: Figures\n");
}

TEST_CASE("an entry is taken out with the comment that belongs to it") {
  CHECK(changed(kSteps, change(Action::remove, "steps[s2]")) ==
        replaced(kSteps, "\n  # the second\n  - id: s2\n    action: Ask them\n", ""));
  const std::string more = changed(kSteps, change(Action::insert, "steps[s1]", "{id: s9, action: Wait}"));
  CHECK(changed(more, change(Action::remove, "steps[s9]")) == kSteps);
  CHECK(changed(kSteps, change(Action::remove, "steps[s1].id")) == replaced(kSteps, "- id: s1\n    ", "- "));
  CHECK(changed(kSteps, change(Action::remove, "steps[s3].id")) == replaced(kSteps, "{id: s3, ", "{"));
  CHECK(changed(kSteps, change(Action::remove, "steps[s1].due")) == replaced(kSteps, "    due: 2026-11-01\n", ""));
}

TEST_CASE("a list that loses its only entry goes with its key") {
  const std::string text = "format: cpm/plan/1\nteam:\n  - role: Director\n";
  CHECK(changed(text, change(Action::remove, "team[1].role")) == "format: cpm/plan/1\n");
}

TEST_CASE("entries change places with their comments") {
  const std::string moved = changed(kSteps, change(Action::move, "steps[s2]", {}, "s1"));
  CHECK(moved == Holds{"steps:\n  # the second\n  - id: s2\n    action: Ask them\n\n  # the first\n  - id: s1\n"});
  CHECK(changed(moved, change(Action::move, "steps[s1]", {}, "s2")) == kSteps);
  CHECK(changed(kSteps, change(Action::move, "steps[s1]", {}, "+")) ==
        Holds{"  - id: s1\n    action: Tell them   # soon\n"});
}

TEST_CASE("one of two keys takes the place of the other") {
  const std::string text =
      "format: cpm/snapshot/1\nratings:\n  or-vision: {state: missing}\n  or-values:\n    state: missing\n    note: n\n";
  CHECK(set(text, "ratings.or-vision.score", "2") == replaced(text, "{state: missing}", "{score: 2}"));
  CHECK(set(text, "ratings.or-values.score", "2") == replaced(text, "    state: missing\n", "    score: 2\n"));
}

TEST_CASE("line ends, a byte order mark and a last line without an end stay") {
  const std::string text =
      "\xEF\xBB\xBF"
      "format: cpm/plan/1\r\nsteps:\r\n  - id: s1";
  CHECK(set(text, "steps[s1].action", "a\nb") == text + "\r\n    action: |-\r\n      a\r\n      b");
  CHECK(changed(set(text, "steps[s1].due", "2026-11-01"), change(Action::remove, "steps[s1].due")) == text);
  CHECK(set(text, "steps[+].id", "s2") == text + "\r\n  - id: s2");
}

TEST_CASE("what the format does not have is refused with what it has") {
  CHECK(set(kSteps, "stpes[s1].due", "x") == Holds{"refused: a plan has no key `stpes`; did you mean `steps`?"});
  CHECK(set(kSteps, "steps[s7].due", "x") == Holds{"refused: `steps` has no entry `s7`; did you mean `s1`?"});
  CHECK(set(kSteps, "steps[s1].due.day", "x") == Holds{"which has no parts"});
  CHECK(set(kSteps, "steps[9].due", "x") == Holds{"name one by its number, from 1 to 3, or `s1`, `s2` and `s3`"});
  CHECK(set(kSteps, "steps[s1].after", "{a: b}") == Holds{"is not a list"});
  CHECK(set(kSteps, "steps", "Tell them") == Holds{"refused: `Tell them` is not a list"});
  CHECK(set("format: cpm/plan/1\nsteps: soon\n", "steps[s1].due", "x") ==
        Holds{"refused: `steps` is not a list in this file | run `cpm check`"});
  CHECK(set("format: cpm/plan/1\nsteps: [\n", "county", "x") == Holds{"refused: the text of the file cannot be read"});
  CHECK(set(kSteps, "format", "cpm/snapshot/1") == Holds{"refused: `format` says what kind of file it is, and stays"});
  CHECK(set("a: b\n", "county", "x") == Holds{"refused: the file does not say what kind of file it is"});
  CHECK(changed(kSteps, change(Action::move, "steps[s1]", {}, "s8")) == Holds{"has no entry `s8`"});
  CHECK(changed(kSteps, change(Action::insert, "steps", "{}")) == Holds{"refused: `steps` is no entry of a list"});
}

TEST_CASE("a list is not written anew over the comments in it") {
  CHECK(set(kSteps, "steps", "[{id: s1, action: x}]") == Holds{"refused: the layout of the file there"});
}

}  // namespace cpm
