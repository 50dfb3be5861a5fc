// What an editor asks at a place: completion, hover, symbols, folds, selections, hints, links, reports.
#include <doctest/doctest.h>

#include "lsp/methods.h"
#include "tests/support/holds.h"
#include "tests/unit/lsp/editor.h"

using namespace cpm;
using test::add_example;
using test::Editor;
using test::Holds;
using test::Json;

namespace {

constexpr const char* kPlan = "plans/2025-07.yaml";
constexpr const char* kSnapshot = "snapshots/2026-03-12.yaml";

struct Alder : Editor {
  Alder() {
    add_example(files, "alder");
    begin();
  }
};

/// The values of a member of each entry, with blanks between them.
std::string members(const Json& list, const std::string& member) {
  std::string found;
  for (const Json& each : list)
    if (each.contains(member)) found += (found.empty() ? "" : " ") + each.at(member).get<std::string>();
  return found;
}

Json first_with(const Json& list, const std::string& member, const std::string& value) {
  for (const Json& each : list)
    if (each.value(member, "") == value) return each;
  return nullptr;
}

}  // namespace

TEST_CASE("keys are offered in the order of the table, with what they need") {
  Alder editor;
  editor.open("theory-of-change.yaml", "format: cpm/theory-of-change/1\n\n");
  const Json items = editor.result("textDocument/completion", editor.at("theory-of-change.yaml", "\n\n", 1))
                         .at("items");
  CHECK(members(items, "label").starts_with("county title adapted_from"));
  CHECK(first_with(items, "label", "title").at("detail").get<std::string>() == Holds{"required"});
  CHECK(members(items, "sortText").starts_with("00000 00001 00002"));
  const Json clauses = first_with(items, "label", "if");
  CHECK(clauses.at("textEdit").at("newText") == "if:\n  - ");
  CHECK(clauses.at("insertTextMode") == 1);
}

TEST_CASE("ids are offered with their titles, also from texts that are not saved") {
  Alder editor;
  editor.open(kPlan);
  const std::string text = editor.text(kPlan);
  std::string changed = text;
  changed.replace(changed.find("Workers in all six units"), 24, "Workers in seven units");
  editor.change(kPlan, changed);
  const Json items = editor.result("textDocument/completion", editor.at(kPlan, "objective: coached-units", 13))
                         .at("items");
  const Json own = first_with(items, "label", "coached-units");
  CHECK(own.at("labelDetails").at("description").get<std::string>() == Holds{"Workers in seven units"});
  editor.open("logic-model.yaml");
  const Json others = editor.result("textDocument/completion", editor.at("logic-model.yaml", "coached-units", 3))
                          .at("items");
  CHECK(first_with(others, "label", "coached-units").at("detail").get<std::string>() ==
        Holds{"Workers in seven units"});
}

TEST_CASE("hover tells the field, the item with its anchors, and what a finding means") {
  Alder editor;
  editor.open(kSnapshot);
  const auto hover = [&](std::string_view words) {
    const Json answer = editor.result("textDocument/hover", editor.at(kSnapshot, words));
    return answer.is_null() ? std::string() : answer.at("contents").at("value").get<std::string>();
  };
  CHECK(hover("administration") == Holds{"**`administration`** of a Snapshot"});
  CHECK(hover("or-vision") == Holds{"- **0**"});
  std::string changed = editor.text(kSnapshot);
  changed.replace(changed.find("county: example-alder"), 21, "county: example-aldor");
  editor.change(kSnapshot, changed);
  CHECK(hover("example-aldor") == Holds{"**CPM318"});
}

TEST_CASE("symbols are a tree of records by their titles, or a list") {
  Alder editor;
  editor.open(kPlan);
  const Json tree = editor.result("textDocument/documentSymbol", Editor::document(kPlan));
  const Json steps = first_with(tree, "name", "steps");
  CHECK(steps.at("children").size() > 5);
  CHECK(steps.at("children").at(0).at("detail") == "s1");
  Editor flat;
  flat.capabilities = Json::object();
  add_example(flat.files, "alder");
  flat.begin();
  flat.open(kPlan);
  const Json list = flat.result("textDocument/documentSymbol", Editor::document(kPlan));
  CHECK(first_with(list, "containerName", "steps").at("location").at("uri") == Editor::uri(kPlan));
}

TEST_CASE("symbols of the workspace are found by id and by title") {
  Alder editor;
  const Json found = editor.result("workspace/symbol", {{"query", "COACHED-units"}});
  REQUIRE(found.size() == 1);
  CHECK(found.at(0).at("location").at("uri") == Editor::uri(kPlan));
  CHECK(!editor.result("workspace/symbol", {{"query", ""}}).empty());
}

TEST_CASE("records, lists and rows of comments can be folded") {
  Alder editor;
  const std::string
      text = "# one\n# two\nformat: cpm/theory-of-change/1\nif:\n  - id: a\n    text: x\n  - text: y\nthen: [z]\n";
  editor.open("theory-of-change.yaml", text);
  std::string folds;
  for (const Json& fold : editor.result("textDocument/foldingRange", Editor::document("theory-of-change.yaml")))
    folds += std::to_string(fold.at("startLine").get<int>()) + "-" + std::to_string(fold.at("endLine").get<int>()) +
             " ";
  CHECK(folds == "3-6 4-5 0-1 ");
}

TEST_CASE("a selection grows from the word to the record, the list and the text") {
  Alder editor;
  editor.open(kPlan);
  Json params = Editor::document(kPlan);
  params["positions"] = Json::array({test::place_in(editor.text(kPlan), "coached-units", 2)});
  Json selection = editor.result("textDocument/selectionRange", params).at(0);
  int depth = 1;
  while (selection.contains("parent")) {
    const Json outer = selection.at("parent");
    CHECK(outer.at("range").at("start").at("line") <= selection.at("range").at("start").at("line"));
    CHECK(outer.at("range").at("end").at("line") >= selection.at("range").at("end").at("line"));
    selection = outer;
    ++depth;
  }
  CHECK(depth == 5);
}

TEST_CASE("hints say titles, percents of areas, and how long a step is overdue") {
  Alder editor;
  const auto hints = [&](const char* path) {
    Json params = Editor::document(path);
    params["range"] = {{"start", {{"line", 0}, {"character", 0}}}, {"end", {{"line", 9999}, {"character", 0}}}};
    return members(editor.result("textDocument/inlayHint", params), "label");
  };
  editor.open(kSnapshot);
  CHECK(hints(kSnapshot) == Holds{"Organizational Readiness: "});
  CHECK(hints(kSnapshot) == Holds{"Shared picture of CPM"});
  editor.open(kPlan);
  CHECK(hints(kPlan) == Holds{"Coaching reaches every unit"});
  std::string changed = editor.text(kPlan);
  const std::size_t step = changed.find("status: in_progress");
  const std::size_t due = changed.rfind("due: ", step);
  changed.replace(due + 5, 10, "2026-03-19");
  const std::size_t monitor = changed.find("monitor_on: ", due);
  if (monitor < step) changed.replace(monitor + 12, 10, "2026-03-19");
  editor.change(kPlan, changed);
  CHECK(hints(kPlan) == Holds{"overdue by 12 days"});
  Json none = Editor::document(kPlan);
  none["range"] = {{"start", {{"line", 0}, {"character", 0}}}, {"end", {{"line", 0}, {"character", 1}}}};
  CHECK(editor.result("textDocument/inlayHint", none).empty());
}

TEST_CASE("values that name a file are links to it, if it is there") {
  Alder editor;
  editor.open(kPlan);
  const Json links = editor.result("textDocument/documentLink", Editor::document(kPlan));
  REQUIRE(links.size() == 1);
  CHECK(links.at(0).at("target") == Editor::uri("snapshots/2025-03-13.yaml"));
  editor.open("cpm.yaml");
  CHECK(members(editor.result("textDocument/documentLink", Editor::document("cpm.yaml")), "target") ==
        Editor::uri("snapshots/2025-10-06-coaching.yaml"));
}

TEST_CASE("the report on a file is a command, offered above it") {
  Alder editor;
  editor.open(kPlan);
  const Json lens = editor.result("textDocument/codeLens", Editor::document(kPlan)).at(0);
  const Json report = editor.result("workspace/executeCommand", lens.at("command"));
  CHECK(report.at("text").get<std::string>() == Holds{"Rosa Delgado"});
  CHECK(report.at("status") == 0);
  Json command = lens.at("command");
  command["arguments"][0]["output"] = "plan.md";
  editor.result("workspace/executeCommand", command);
  CHECK(editor.files.has("/home/alder/plan.md"));
  CHECK(editor.said("window/showDocument").at("params").at("uri") == Editor::uri("plan.md"));
  command["arguments"][0]["output"] = "/no/such/folder/plan.md";
  CHECK(editor.ask("workspace/executeCommand", command).contains("error"));
  editor.open("instruments/coaching-check.yaml");
  CHECK(editor.result("textDocument/codeLens", Editor::document("instruments/coaching-check.yaml")).empty());
}

TEST_CASE("a command tells how far it is where the client asks for that") {
  Alder editor;
  editor.open(kPlan);
  Json command = {
      {"command", "cpm.explain"}, {"arguments", Json::array({{{"code", "CPM310"}}})}, {"workDoneToken", "t1"}};
  CHECK(editor.result("workspace/executeCommand", command).at("text").get<std::string>() == Holds{"# CPM310"});
  CHECK(editor.said("$/progress").at("params") == Json{{"token", "t1"}, {"value", {{"kind", "end"}}}});
}

TEST_CASE("hints and findings go by the day that it is, also when a day has ended") {
  Alder editor;
  editor.open(kPlan);
  const auto hints = [&] {
    Json params = Editor::document(kPlan);
    params["range"] = {{"start", {{"line", 0}, {"character", 0}}}, {"end", {{"line", 9999}, {"character", 0}}}};
    return members(editor.result("textDocument/inlayHint", params), "label");
  };
  CHECK(hints() == Holds{"overdue by 25 days"});
  editor.today = base::Date{std::chrono::year{2026}, std::chrono::April, std::chrono::day{1}};
  editor.change(kPlan, editor.text(kPlan));
  CHECK(hints() == Holds{"overdue by 26 days"});
}

TEST_CASE("no text is too deep, too long or too strange for a question") {
  const std::string deep = "format: cpm/plan/1\nsteps: " + std::string(100000, '[');
  std::string stairs = "format: cpm/plan/1\n";
  for (std::size_t depth = 0; depth < 1500; ++depth) stairs += std::string(depth, ' ') + "a:\n";
  const std::string line = "format: cpm/plan/1\nsteps: [" + std::string(300000, ',') + "]\n";
  const std::string bytes = "format: cpm/plan/1\n\r\r\n\0\t\xEF\xBB\xBF: *a\n&a [*a]\n? {";
  for (const std::string& text : {deep, stairs, line, bytes}) {
    Alder editor;
    editor.open(kPlan, text);
    for (const lsp::Method& method : lsp::methods()) {
      if (method.answer == nullptr) continue;
      Json params = Editor::document(kPlan);
      const Json end = {{"line", 1000000}, {"character", 1000000}};
      params["position"] = end;
      params["positions"] = Json::array({end});
      params["range"] = {{"start", {{"line", 0}, {"character", 0}}}, {"end", end}};
      params["newName"] = "x";
      params["query"] = "";
      CAPTURE(method.name);
      CHECK(!editor.ask(method.name, params).is_null());
    }
  }
}

TEST_CASE("a report that cannot be made says why") {
  Alder editor;
  editor.open(kPlan, "format: cpm/plan/1\n");
  const Json answer = editor.ask(
      "workspace/executeCommand",
      {{"command", "cpm.showReport"}, {"arguments", Json::array({{{"uri", Editor::uri(kPlan)}}})}});
  CHECK(answer.at("error").at("message").get<std::string>() == Holds{"CPM"});
}
