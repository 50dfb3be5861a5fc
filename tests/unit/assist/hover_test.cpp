#include "assist/hover.h"

#include <doctest/doctest.h>

#include "assist/markdown.h"
#include "tests/support/holds.h"
#include "tests/unit/assist/cursor.h"

namespace cpm {
namespace {

using test::Holds;
using test::hovered;
using test::MemoryAround;
using test::plan;

}  // namespace

TEST_CASE("a key says what its field is for") {
  CHECK(
      hovered(plan("steps:\n  - d^ue: 2026-01-01\n")) ==
      "due: **`due`** of a step, optional\n\nWhen it should be finished; a month or a quarter counts to its last day. "
      "It is a day, a month or a quarter (2026-11-15, 2026-11, 2026-Q4).");
  CHECK(hovered(plan("steps:\n  - deadline^: 2026-01-01\n")) == Holds{"deadline: **`due`** of a step"});
  CHECK(hovered(plan("steps:\n  - status^: x\n")) ==
        Holds{"recommended\n\nWhere it stands.\n\n- `not_started`: nothing has"});
  CHECK(hovered(plan("^team:\n")) == "team: **`team`** of a plan, required\n\nThe planning team.");
  CHECK(hovered("format: cpm/instrument/1\nweights: a^\n") == "(nothing)");
  CHECK(hovered("format: cpm/instrument/1\nwei^ghts: a\n") == Holds{"must not be there"});
  CHECK(hovered("format: cpm/repository/1\nprivacy: {small_group^: 5}\n") == Holds{"Default: `5`."});
}

TEST_CASE("a value says what it means, an id whose it is") {
  CHECK(hovered(plan("steps:\n  - status: do^ne\n")) == "done: **`done`**: finished on the day in `done_on`");
  CHECK(hovered(plan("objectives:\n  - {id: o1, statement: \"A *b*\"}\nsteps:\n  - objective: o^1\n")) ==
        "o1: **o1**: A \\*b\\*");
  CHECK(hovered(plan("steps:\n  - {id: s1, action: Ask}\n  - after: [^s1]\n")) == "s1: **s1**: Ask");
  CHECK(hovered(plan("county: los-an^geles\n")) == "los-angeles: **los-angeles**: Los Angeles County");
  CHECK(hovered(plan("steps:\n  - objective: o^1\n")) == "(nothing)");
}

TEST_CASE("an item says what it asks, a score what it looks like") {
  const std::string head = "format: cpm/snapshot/1\ninstrument: {id: cpm-default, version: \"1.0\"}\nratings:\n";
  CHECK(hovered(head + "  or-vision^:\n    score: 1\n") == Holds{"\n\n- **0** Not in place: "});
  CHECK(hovered(head + "  or-vision:\n    score: 1^\n") == Holds{"1: **1**: Partially in place\n\n"});
  CHECK(hovered(head + "  or-vision:\n    score: \n      1^\n") == Holds{"1: **1**: Partially in place"});
  CHECK(hovered("format: cpm/snapshot/1\nratings:\n  or-vision^: {score: 1}\n") == "(nothing)");
}

TEST_CASE("there is nothing to say about texts, comments and what nobody knows") {
  CHECK(hovered(plan("steps:\n  - action: Te^ll\n")) == "(nothing)");
  CHECK(hovered(plan("# com^ment\n")) == "(nothing)");
  CHECK(hovered(plan("x-own: a^\n")) == "(nothing)");
  CHECK(hovered("just^\n") == "(nothing)");
  CHECK(hovered("^") == "(nothing)");
}

TEST_CASE("a hover is told as JSON") {
  MemoryAround around;
  const std::string text = plan("county: yolo\n");
  const assist::Reading reading(text);
  CHECK(assist::hover_json(assist::hover_at(reading, 27, around)) ==
        R"({"from":27,"to":31,"text":"**yolo**: Yolo County"})");
  CHECK(assist::hover_json(assist::hover_at(reading, 1, around)) == Holds{R"({"from":0,"to":6,)"});
  CHECK(assist::hover_json(assist::hover_at(reading, 9999, around)) == "null");
}

TEST_CASE("a text is no Markdown") {
  CHECK(assist::markdown_text("a*b_c`d[e](f)<g>&h|i#") == "a\\*b\\_c\\`d\\[e\\](f)\\<g\\>\\&h\\|i\\#");
  CHECK(assist::markdown_text("- a") == "\\- a");
  CHECK(assist::markdown_text("12. a - b") == "12\\. a - b");
  CHECK(assist::markdown_text("1.5 and 2.") == "1\\.5 and 2.");
  CHECK(assist::markdown_text(" a\n# b\x1b ") == "a \\# b\\\\x1b");
}

}  // namespace cpm
