#include "assist/complete.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "tests/support/holds.h"
#include "tests/unit/assist/cursor.h"

namespace cpm {
namespace {

using test::Holds;
using test::MemoryAround;
using test::offered;
using test::plan;
using test::taken;

const std::string kStepKeys =
    "id objective action responsible with start due monitor_on monitor_every done_on status after supports initiatives note links";

std::string without(std::string words, const std::string& word) {
  return words.erase(words.find(word + " "), word.size() + 1);
}

}  // namespace

// Keys

TEST_CASE(
    "at the left margin the keys of the file are offered, in the order of the table, but for those that are there") {
  CHECK(offered(plan("county: yolo\n^")) ==
        "date contact snapshot team horizon priorities objectives steps reviews links approvals");
  CHECK(offered(plan("^\ncounty: yolo\nteam: []\nhorizon: {}\n")) ==
        "date contact snapshot priorities objectives steps reviews links approvals");
}

TEST_CASE("a half written key offers keys, and is replaced") {
  CHECK(taken(plan("coun^"), "county") == plan("county: "));
  CHECK(taken(plan("c^oun\ndate: 2026-01-01\n"), "county") == plan("county: \ndate: 2026-01-01\n"));
  CHECK(taken(plan("steps:\n  - id: s1\n    du^"), "due") == plan("steps:\n  - id: s1\n    due: "));
  CHECK(taken(plan("steps:\n  - id: s1\n    du^\n    action: a\n"), "due") ==
        plan("steps:\n  - id: s1\n    due: \n    action: a\n"));
}

TEST_CASE("a key with its colon is replaced alone") {
  CHECK(taken(plan("steps:\n  - id: s1\n    du^: 2026-01-01\n"), "due") ==
        plan("steps:\n  - id: s1\n    due: 2026-01-01\n"));
  CHECK(taken(plan("steps:\n  - id: s1\n    ^done: 2026-01-01\n"), "done_on") ==
        plan("steps:\n  - id: s1\n    done_on: 2026-01-01\n"));
}

TEST_CASE("a key whose colon was forgotten keeps its value") {
  CHECK(taken(plan("steps:\n  - id: s1\n    du^ 2026-01-01\n"), "due") ==
        plan("steps:\n  - id: s1\n    due: 2026-01-01\n"));
  CHECK(offered(plan("steps:\n  - id: s1\n    due 2026^-01-01\n")).empty());
}

TEST_CASE("what begins a record is offered behind its dash") {
  CHECK(offered(plan("steps:\n  - ^")) == kStepKeys);
  CHECK(taken(plan("steps:\n  - i^"), "id") == plan("steps:\n  - id: "));
  CHECK(taken(plan("steps:\n  -^"), "id") == plan("steps:\n  - id: "));
  CHECK(taken(plan("steps:\n  - i^\n    action: a\n"), "id") == plan("steps:\n  - id: \n    action: a\n"));
  CHECK(offered(plan("steps:\n  - ^\n    action: a\n")) == without(kStepKeys, "action"));
}

TEST_CASE("in a line of blanks the column decides") {
  const std::string text = "steps:\n  - id: s1\n    action: a\n";
  CHECK(offered(plan(text + "    ^")) == without(without(kStepKeys, "id"), "action"));
  CHECK(offered(plan(text + "  ^")) == "- id");
  CHECK(taken(plan(text + "  ^"), "- id") == plan(text + "  - id: "));
  CHECK(offered(plan(text + "^")) == Holds{"county date"});
  CHECK(offered(plan(text + "      ^")).empty());
  CHECK(offered(plan(text + "   ^")).empty());
}

TEST_CASE("nothing is offered where it would take away what follows") {
  CHECK(offered(plan("contact:\n  name: a\n^\n  email: b\n")).empty());
  CHECK(offered(plan("contact:\n  name: a\n  ^\n  email: b\n")) == "phone");
  CHECK(offered(plan("contact:\n^\n  email: b\n")).empty());
}

TEST_CASE("below a key without a value the keys of its record are offered") {
  CHECK(offered(plan("contact:\n  ^")) == "name email phone");
  CHECK(offered(plan("contact:\n    em^\n")) == "name email phone");
  CHECK(offered(plan("horizon:\n  start: 2026-01-01\n  ^")) == "reassess");
  CHECK(offered(plan("snapshot:\n  file: a.yaml\n  ^")) == "county");
}

TEST_CASE("a key brings the beginning of what belongs below it") {
  CHECK(taken(plan("^"), "contact") == plan("contact:\n  "));
  CHECK(taken(plan("^"), "steps") == plan("steps:\n  - "));
  CHECK(taken(plan("steps:\n  - ^"), "responsible") == plan("steps:\n  - responsible:\n      "));
  CHECK(taken(plan("conta^\n  name: a\n"), "contact") == plan("contact:\n  name: a\n"));
  CHECK(taken("format: cpm/plan/1\r\n^", "contact") == "format: cpm/plan/1\r\ncontact:\r\n  ");
}

TEST_CASE("between brackets keys are offered too") {
  CHECK(offered(plan("contact: {^}")) == "name email phone");
  CHECK(offered(plan("contact: {name: a, ^}")) == "email phone");
  CHECK(taken(plan("contact: {name: a, em^}"), "email") == plan("contact: {name: a, email: }"));
  CHECK(taken(plan("steps:\n  - {id: s1, res^\n"), "responsible") == plan("steps:\n  - {id: s1, responsible: {}\n"));
  CHECK(offered(plan("contact: {^ name: a}")).empty());
  CHECK(offered(plan("team: [{role: a}, {^}]")) == "name role organization part");
}

TEST_CASE("a file that does not say what it is can say it") {
  CHECK(offered("^") == Holds{"cpm/plan/1"});
  CHECK(taken("^\ncounty: yolo\n", "cpm/plan/1") == "format: cpm/plan/1\ncounty: yolo\n");
  CHECK(taken("form^", "cpm/plan/1") == "format: cpm/plan/1");
  CHECK(taken("format: cpm/^", "cpm/plan/1") == "format: cpm/plan/1");
  CHECK(taken("format:^", "cpm/plan/1") == "format: cpm/plan/1");
  CHECK(offered("format: cpm/plams/1\nsteps:\n  - ^").empty());
}

// Values

TEST_CASE("choices are offered with their meaning") {
  CHECK(offered(plan("steps:\n  - status: ^")) == "not_started in_progress done delayed dropped");
  CHECK(taken(plan("steps:\n  - status:^\n    due: 2026-01-01\n"), "done") ==
        plan("steps:\n  - status: done\n    due: 2026-01-01\n"));
  CHECK(taken(plan("steps:\n  - status: in_^   # soon\n"), "in_progress") ==
        plan("steps:\n  - status: in_progress   # soon\n"));
  CHECK(taken(plan("steps:\n  - status: \"^\"\n"), "done") == plan("steps:\n  - status: done\n"));
  CHECK(taken(plan("steps:\n  - {id: a, status: ^}"), "done") == plan("steps:\n  - {id: a, status: done}"));
  CHECK(offered("format: cpm/snapshot/1\nfacilitator: {voted: ^}") == "true false");
}

TEST_CASE("dates are today's, for a timeframe also the month and the quarter") {
  CHECK(offered(plan("date: ^")) == "2026-03-31");
  CHECK(offered(plan("steps:\n  - due: 20^\n")) == "2026-03-31 2026-03 2026-Q1");
}

TEST_CASE("a value may stand on a line of its own") {
  CHECK(offered(plan("steps:\n  - status:\n      ^")) == "not_started in_progress done delayed dropped");
  CHECK(taken(plan("steps:\n  - status:\n      do^"), "done") == plan("steps:\n  - status:\n      done"));
}

TEST_CASE("ids of the same file are offered with their titles") {
  const std::string text =
      "objectives:\n  - id: o1\n    statement: \"Every unit, 'coached'\"\n  - id: o2\n    goal: >\n      Two\n      lines\n";
  MemoryAround around;
  const auto offers = test::offers_in(test::cursor_in(plan(text + "steps:\n  - objective: ^\n")), around).offers;
  REQUIRE(offers.size() == 2);
  CHECK(offers[0].label == "o1");
  CHECK(offers[0].about == "Every unit, 'coached'");
  CHECK(offers[0].what == "id");
  CHECK(offers[1].about == "Two lines");
}

TEST_CASE("ids are offered in lists, with brackets where there are none") {
  const std::string text = plan("steps:\n  - {id: s1, action: a}\n  - id: s2\n    after: ");
  CHECK(taken(text + "^\n", "s1") == text + "[s1]\n");
  CHECK(taken(text + "[^]\n", "s1") == text + "[s1]\n");
  CHECK(taken(text + "[s1, ^]\n", "s2") == text + "[s1, s2]\n");
  CHECK(taken(text + "[s1, s^\n", "s2") == text + "[s1, s2\n");
  CHECK(taken(text + "\n      ^", "s1") == text + "\n      - s1");
  CHECK(taken(text + "\n      - ^", "s1") == text + "\n      - s1");
  CHECK(taken(text + "\n      - s^\n", "s1") == text + "\n      - s1\n");
}

TEST_CASE("a list may stand in the column of its key") {
  const std::string text = plan("steps:\n- id: s1\n  action: a\n");
  CHECK(offered(text + "- ^") == kStepKeys);
  CHECK(offered(text + "^") == "- id");
  CHECK(offered(text + "tea^").substr(0, 6) == "county");
}

TEST_CASE("ids across files come from the file that is named, else from all") {
  MemoryAround around;
  around.texts["plans/a.yaml"] = plan("steps:\n  - {id: s1, action: Ask}\n");
  around.texts["plans/b.yaml"] = plan("steps:\n  - {id: s2, action: Tell}\n  - id: broken\n    action: [");
  around.texts["support.yaml"] = "format: cpm/support/1\nneeds:\n  - {id: n1, request: Coaches}\n";
  const std::string need = "needs:\n  - for: {step: ^}\n";
  CHECK(offered("format: cpm/support/1\nplan: plans/b.yaml\n" + need, around) == "s2 broken");
  CHECK(offered("format: cpm/support/1\nplan: plans/missing.yaml\n" + need, around) == "s1 s2 broken");
  CHECK(offered("format: cpm/support/1\nplan: ^\n", around) == "plans/a.yaml plans/b.yaml");
  CHECK(offered(plan("steps:\n  - supports: [^]"), around) == "n1");
}

TEST_CASE("outcomes are the county's own and those that cpm brings along") {
  MemoryAround around;
  around.texts["logic-model.yaml"] = "format: cpm/logic-model/1\noutcomes:\n  - {id: lo1, text: Ours}\n";
  CHECK(offered(plan("objectives:\n  - outcome: ^"), around).starts_with("lo1 oc-"));
  CHECK(offered("format: cpm/logic-model/1\noutcomes:\n  - {id: lo1, critical: ^}", around).starts_with("oc-"));
}

TEST_CASE("a Snapshot offers the items of its instrument, and the values of its scale with what they look like") {
  MemoryAround around;
  const std::string head = "format: cpm/snapshot/1\ninstrument: {id: cpm-default, version: \"1.0\"}\nratings:\n";
  CHECK(offered(head + "  or-vision: {score: 1}\n  ^", around).starts_with("or-sponsor or-team"));
  CHECK(taken(head + "  ^", "or-vision", around) == head + "  or-vision:\n    ");
  const auto scores = test::offers_in(test::cursor_in(head + "  or-vision:\n    score: ^\n"), around).offers;
  REQUIRE(scores.size() == 3);
  CHECK(scores[2].about == Holds{"Fully in place: "});
  CHECK(offered(head + "  or-vision: {votes: {0: 1, ^}}", around) == "1 2");
  CHECK(offered("format: cpm/snapshot/1\ninstrument: {id: none, version: \"1\"}\nratings:\n  ^", around).empty());
}

TEST_CASE("an instrument of the county's own is found, and a plan asks that of its Snapshot") {
  MemoryAround around;
  around.texts["instruments/i.yaml"] =
      "format: cpm/instrument/1\nid: mine\nversion: \"2\"\ntitle: Ours\nscale: [{value: 0, label: No}, {value: 1, label: Yes}]\n"
      "areas:\n  - id: a\n    label: Area\n    items:\n      - {id: q1, title: One, prompt: P, anchors: [x, y]}\n";
  around.texts["snapshots/s.yaml"] =
      "format: cpm/snapshot/1\ndate: 2026-01-01\ninstrument: {id: mine, version: \"2\"}\n"
      "priorities:\n  - {id: p9, title: Nine}\n";
  CHECK(offered(plan("snapshot: {file: snapshots/s.yaml}\npriorities:\n  - targets: {^}"), around) == "q1");
  CHECK(offered(plan("snapshot: {date: 2026-01-01}\npriorities:\n  - area: ^"), around) == "a");
  CHECK(offered(plan("priorities:\n  - from_snapshot: ^"), around) == "p9");
  CHECK(offered("format: cpm/snapshot/1\ninstrument:\n  id: ^\n", around) == "cpm-default mine");
}

// Where there is nothing to offer

TEST_CASE("nothing is offered in comments, in texts, and in lines of a block text") {
  CHECK(offered(plan("# a ^\n")).empty());
  CHECK(offered(plan("county: yolo # ^\n")).empty());
  CHECK(offered(plan("steps:\n  - action: Te^ll\n")).empty());
  CHECK(offered(plan("steps:\n  - action: |\n      Tell\n      ^\n      them\n")).empty());
  CHECK(offered(plan("steps:\n  - action: Tell\n      th^em\n")).empty());
  CHECK(offered(plan("x-own:\n  ^\n")).empty());
}

TEST_CASE("mistakes above and below do not matter") {
  for (const char* const broken :
       {"team: [\n", "team: \"abc\n", "team: {a: b\n", "  odd: x\n", "no colon here\n", "- dash\n", "a: b: c\n",
        "\tb: c\n", "team: 'x\n", "&a\n", "team: *a\n", "? x\n", "}\n", "]: [\n"}) {
    CHECK(offered(plan(std::string(broken) + "steps:\n  - id: s1\n    status: ^\n")) ==
          "not_started in_progress done delayed dropped");
    CHECK(offered(plan("steps:\n  - id: s1\n    status: ^\n" + std::string(broken))) ==
          "not_started in_progress done delayed dropped");
  }
}

TEST_CASE("offers are told as JSON") {
  MemoryAround around;
  const auto offers = test::offers_in(test::cursor_in(plan("contact: {na^}")), around);
  const auto json = nlohmann::ordered_json::parse(assist::offers_json(offers));
  CHECK(json.at("from") == 29);
  CHECK(json.at("to") == 31);
  CHECK(json.at("offers").at(0).dump() ==
        R"({"text":"name: ","label":"name","about":"Who answers questions about this file.","sort":0,"what":"key",)"
        R"("need":"optional"})");
}

}  // namespace cpm
