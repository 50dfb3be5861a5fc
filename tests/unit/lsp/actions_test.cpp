// Code actions: fixes, all of them, acceptance with a reason, missing keys, dates, ids; and rename.
#include <doctest/doctest.h>

#include "tests/support/holds.h"
#include "tests/unit/lsp/editor.h"

using namespace cpm;
using test::add_example;
using test::Editor;
using test::Holds;
using test::Json;

namespace {

constexpr const char* kPlanHere = "plans/2025-07.yaml";

struct County : Editor {
  County() {
    add_example(files, "alder");
    begin();
  }
  Json actions(std::string_view path, std::string_view words, std::size_t more = 0) {
    return result("textDocument/codeAction", range_at(path, words, more));
  }
};

std::string swapped(std::string text, std::string_view old, std::string_view put_in) {
  return text.replace(text.find(old), old.size(), put_in);
}

Json action_with(const Json& actions, std::string_view words) {
  for (const Json& action : actions)
    if (action.at("title").get<std::string>().find(words) != std::string::npos) return action;
  return nullptr;
}

}  // namespace

TEST_CASE("the fix of a finding is an action, preferred where it is safe") {
  County editor;
  editor.open(kPlanHere);
  editor.change(kPlanHere, swapped(editor.text(kPlanHere), "    status: done", "    status: Done"));
  const Json action = action_with(editor.actions(kPlanHere, "status: Done", 9), "write `done`");
  REQUIRE(!action.is_null());
  CHECK(action.at("isPreferred") == true);
  CHECK(action.at("diagnostics").size() == 1);
  CHECK(editor.with(action.at("edit"), kPlanHere) == swapped(editor.text(kPlanHere), "status: Done", "status: done"));
}

TEST_CASE("all safe fixes at once are what `cpm fix` makes, and touch no other line") {
  County editor;
  editor.open(kPlanHere);
  const std::string good = editor.text(kPlanHere);
  std::string bad = swapped(good, "    status: done", "    status: Done");
  bad = swapped(bad, "    objective: coached-units", "    Objective: coached-units");
  editor.change(kPlanHere, bad);
  Json params = editor.range_at(kPlanHere, "format");
  params["context"]["only"] = {"source.fixAll"};
  const Json actions = editor.result("textDocument/codeAction", params);
  REQUIRE(actions.size() == 1);
  CHECK(editor.with(actions.at(0).at("edit"), kPlanHere) == good);
  CHECK(Editor::edits_of(actions.at(0).at("edit"), Editor::uri(kPlanHere)).size() == 2);
  params["context"]["only"] = {"refactor.extract"};
  CHECK(editor.result("textDocument/codeAction", params).empty());
}

TEST_CASE("a client that resolves actions gets the edit when it asks") {
  Editor editor;
  editor.capabilities["textDocument"]["codeAction"]["resolveSupport"]["properties"] = {"edit"};
  add_example(editor.files, "alder");
  editor.begin();
  editor.open(kPlanHere);
  const std::string good = editor.text(kPlanHere);
  editor.change(kPlanHere, swapped(good, "    status: done", "    status: Done"));
  const Json action = action_with(editor.result("textDocument/codeAction", editor.range_at(kPlanHere, "status: Done")),
                                  "Fix all");
  CHECK(!action.contains("edit"));
  CHECK(editor.with(editor.result("codeAction/resolve", action).at("edit"), kPlanHere) == good);
}

TEST_CASE("a finding is accepted by an entry of cpm.yaml, which then holds") {
  County editor;
  editor.open(kPlanHere);
  editor.open("cpm.yaml");
  editor.change(kPlanHere, swapped(editor.text(kPlanHere), "    reason: Comes first", "    reason: TBD #"));
  REQUIRE(editor.codes(kPlanHere) == "CPM691");
  const Json action = action_with(editor.actions(kPlanHere, "TBD"), "Accept CPM691");
  REQUIRE(!action.is_null());
  const std::string settings = editor.with(action.at("edit"), "cpm.yaml");
  CHECK(settings == Holds{"    - code: CPM691\n      file: plans/2025-07.yaml\n"});
  CHECK(settings == Holds{"      reason: TBD\n"});
  editor.change("cpm.yaml", settings);
  CHECK(editor.codes(kPlanHere).empty());
  editor.result(
      "workspace/executeCommand",
      {{"command", "cpm.accept"},
       {"arguments",
        Json::array({{{"uri", Editor::uri(kPlanHere)}, {"code", "CPM691"}, {"reason", "We know: \"it\" is so."}}})}});
  const Json asked = editor.said("workspace/applyEdit");
  REQUIRE(!asked.is_null());
  CHECK(editor.with(asked.at("params").at("edit"), "cpm.yaml") == Holds{"reason: 'We know: \"it\" is so.'\n"});
}

TEST_CASE("an error of shape cannot be accepted") {
  County editor;
  editor.open(kPlanHere);
  editor.change(kPlanHere, swapped(editor.text(kPlanHere), "objective: coached-units", "objective: coached"));
  CHECK(action_with(editor.actions(kPlanHere, "objective: coached\n", 12), "Accept").is_null());
}

TEST_CASE("missing keys are added in their order, and a check then asks for nothing more of the kind") {
  County editor;
  editor.open("theory-of-change.yaml", "# Ours\nformat: cpm/theory-of-change/1\n");
  const Json action = action_with(editor.actions("theory-of-change.yaml", "format"), "Add the missing keys");
  REQUIRE(!action.is_null());
  CHECK(action.at("title") == "Add the missing keys: `title`, `if` and `then`");
  editor.change("theory-of-change.yaml", editor.with(action.at("edit"), "theory-of-change.yaml"));
  CHECK(editor.text("theory-of-change.yaml") ==
        Holds{"# Ours\nformat: cpm/theory-of-change/1\ntitle: Our theory of change\n"});
  CHECK(editor.codes("theory-of-change.yaml") != Holds{"CPM2"});
}

TEST_CASE("a misspelled key is not missing") {
  County editor;
  editor.open("theory-of-change.yaml", "format: cpm/theory-of-change/1\ntitel: Ours\n");
  CHECK(action_with(editor.actions("theory-of-change.yaml", "format"), "missing").at("title") ==
        "Add the missing keys: `if` and `then`");
}

TEST_CASE("missing keys of a record are those of the record at the place") {
  County editor;
  editor.open(kPlanHere);
  const std::string good = editor.text(kPlanHere);
  editor.change(kPlanHere, swapped(good, "    objective: coached-units\n", ""));
  const Json action = action_with(editor.actions(kPlanHere, "- id: s1", 3), "Add the missing key");
  REQUIRE(!action.is_null());
  CHECK(editor.with(action.at("edit"), kPlanHere) == Holds{"  - id: s1\n    objective: "});
}

TEST_CASE("a date that is none is made right: what it can mean, or the last day of its month") {
  County editor;
  editor.open(kPlanHere);
  const std::string good = editor.text(kPlanHere);
  editor.change(kPlanHere, swapped(good, "start: 2025-07-01", "start: 2025-06-31"));
  const Json last = action_with(editor.actions(kPlanHere, "2025-06-31"), "2025-06-30");
  REQUIRE(!last.is_null());
  CHECK(editor.with(last.at("edit"), kPlanHere) == swapped(good, "start: 2025-07-01", "start: 2025-06-30"));
  editor.change(kPlanHere, swapped(good, "start: 2025-07-01", "start: 7/1/2025"));
  const Json both = editor.actions(kPlanHere, "7/1/2025");
  CHECK(!action_with(both, "2025-07-01").is_null());
}

TEST_CASE("an id is made of the title: written where there is none, renamed everywhere where there is one") {
  County editor;
  editor.open(kPlanHere);
  const std::string good = editor.text(kPlanHere);
  const Json rename = action_with(editor.actions(kPlanHere, "id: hearing-back", 5), "Make the id from the title");
  REQUIRE(!rename.is_null());
  CHECK(rename.at("title") == "Make the id from the title: `families-and-partners-hear-back`");
  CHECK(editor.with(rename.at("edit"), kPlanHere) == Holds{"priority: families-and-partners-hear-back\n"});
  editor.change(kPlanHere, swapped(good, "  - id: hearing-back\n    area", "  - area"));
  const Json written = action_with(editor.actions(kPlanHere, "area: ep"), "Make the id from the title");
  REQUIRE(!written.is_null());
  CHECK(editor.with(written.at("edit"), kPlanHere) == Holds{"  - id: families-and-partners-hear-back\n    area: ep\n"});
}

TEST_CASE("a definition is found from every file, and references from it") {
  County editor;
  editor.open("logic-model.yaml");
  const Json place = editor.result("textDocument/definition", editor.at("logic-model.yaml", "coached-units", 1)).at(0);
  CHECK(place.at("uri") == Editor::uri(kPlanHere));
  editor.open(kPlanHere);
  Json params = editor.at(kPlanHere, "id: coached-units", 5);
  params["context"] = {{"includeDeclaration", true}};
  const Json all = editor.result("textDocument/references", params);
  params["context"] = {{"includeDeclaration", false}};
  CHECK(editor.result("textDocument/references", params).size() == all.size() - 1);
  CHECK(all.size() > 5);
  CHECK(editor.result("textDocument/documentHighlight", editor.at(kPlanHere, "id: coached-units", 5)).size() ==
        all.size() - 1);
  const Json file = editor.result("textDocument/definition", editor.at(kPlanHere, "snapshots/2025-03-13.yaml", 3));
  CHECK(file.at("uri") == Editor::uri("snapshots/2025-03-13.yaml"));
}

TEST_CASE("a rename reaches every file, with the versions of those that are open") {
  County editor;
  editor.open(kPlanHere);
  const Json prepared = editor.result("textDocument/prepareRename", editor.at(kPlanHere, "id: coached-units", 5));
  CHECK(prepared.at("placeholder") == "coached-units");
  Json params = editor.at(kPlanHere, "id: coached-units", 5);
  params["newName"] = "no";
  const Json edit = editor.result("textDocument/rename", params);
  CHECK(edit.at("documentChanges").size() == 2);
  CHECK(editor.with(edit, "logic-model.yaml") == Holds{"objectives: [\"no\"]"});
  CHECK(editor.with(edit, kPlanHere) == Holds{"- id: \"no\"\n"});
  for (const Json& change : edit.at("documentChanges"))
    CHECK(change.at("textDocument").at("version").is_null() ==
          (change.at("textDocument").at("uri") != Editor::uri(kPlanHere)));
}

TEST_CASE("a rename is refused with the reason") {
  County editor;
  editor.open(kPlanHere);
  const auto refusal = [&](std::string_view words, std::size_t more, const char* name) {
    Json params = editor.at(kPlanHere, words, more);
    params["newName"] = name;
    const Json answer = editor.ask("textDocument/rename", params);
    return answer.contains("error") ? answer.at("error").at("message").get<std::string>() : std::string();
  };
  CHECK(refusal("id: coached-units", 5, "Coached Units") == Holds{"`Coached Units` is not an id"});
  CHECK(refusal("id: coached-units", 5, "Coached Units") == Holds{"write `coached-units`"});
  CHECK(refusal("id: coached-units", 5, "answers-in-time") ==
        Holds{"`answers-in-time` is there already, in `logic-model.yaml`"});
  CHECK(refusal("area: wd", 7, "work") == Holds{"`wd` is of a list that cpm brings along"});
  CHECK(refusal("title: Coaching", 9, "x") == Holds{"there is no id here"});
}

TEST_CASE("items of the county's own instrument are renamed in its versions, Snapshots and settings") {
  County editor;
  editor.open("instruments/coaching-check.yaml");
  Json params = editor.at("instruments/coaching-check.yaml", "id: cc-log", 5);
  params["newName"] = "cc-record";
  const Json edit = editor.result("textDocument/rename", params);
  CHECK(edit.at("documentChanges").size() == 4);
  CHECK(editor.with(edit, "snapshots/2026-02-09-coaching.yaml") == Holds{"  cc-record:"});
}
