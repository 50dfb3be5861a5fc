// Findings as somebody types: across files, with texts that are not saved, in several folders.
#include <doctest/doctest.h>

#include "tests/support/holds.h"
#include "tests/unit/lsp/editor.h"

using namespace cpm;
using test::add_example;
using test::Editor;
using test::Holds;
using test::Json;

namespace {

constexpr const char* kPlanFile = "plans/2025-07.yaml";
constexpr const char* kModelFile = "logic-model.yaml";

std::string replaced(std::string text, std::string_view old, std::string_view put_in) {
  return text.replace(text.find(old), old.size(), put_in);
}

}  // namespace

TEST_CASE("an example county without mistakes is told of where it is opened, and nowhere else") {
  Editor editor;
  add_example(editor.files, "alder");
  editor.begin();
  CHECK(editor.told.empty());
  editor.open(kPlanFile);
  CHECK(editor.codes(kPlanFile).empty());
  CHECK(editor.told.size() == 1);
}

TEST_CASE("a finding has its place, its severity, its code and the words of a check") {
  Editor editor;
  add_example(editor.files, "alder");
  editor.begin();
  editor.open(kPlanFile);
  editor.change(kPlanFile, replaced(editor.text(kPlanFile), "objective: coached-units", "objective: coached-unit"));
  const Json finding = editor.told.at(Editor::uri(kPlanFile)).at(0);
  CHECK(finding.at("code") == "CPM305");
  CHECK(finding.at("severity") == 1);
  CHECK(finding.at("source") == "cpm");
  CHECK(finding.at("message").get<std::string>() ==
        Holds{"this plan has no objective `coached-unit`; did you mean `coached-units`?\nhelp: "});
  CHECK(finding.at("range") ==
        Json{{"start", {{"line", 165}, {"character", 15}}}, {"end", {{"line", 165}, {"character", 27}}}});
}

TEST_CASE("a change in one file shows in the others, and goes when it is taken back") {
  Editor editor;
  add_example(editor.files, "alder");
  editor.begin();
  editor.open(kPlanFile);
  const std::string before = editor.text(kPlanFile);
  editor.change(kPlanFile, replaced(before, "id: coached-units", "id: coached"));
  CHECK(editor.codes(kModelFile) == "CPM305");
  editor.change(kPlanFile, before);
  CHECK(editor.codes(kModelFile).empty());
  editor.change(kPlanFile, replaced(before, "id: coached-units", "id: coached"));
  editor.tell("textDocument/didClose", Editor::document(kPlanFile));
  CHECK(editor.codes(kModelFile).empty());
}

TEST_CASE("what changes on the disk is read again when the client says so") {
  Editor editor;
  add_example(editor.files, "alder");
  editor.begin();
  editor.open(kModelFile);
  const std::string path = std::string(test::kCounty) + "/" + kPlanFile;
  editor.files.add(path, replaced(editor.files.bytes(path), "id: coached-units", "id: coached"));
  editor.change(kModelFile, editor.text(kModelFile));
  CHECK(editor.codes(kModelFile).empty());
  editor.tell("workspace/didChangeWatchedFiles",
              {{"changes", Json::array({{{"uri", Editor::uri(kPlanFile)}, {"type", 2}}})}});
  CHECK(editor.codes(kModelFile) == "CPM305");
}

TEST_CASE("for a client that cannot watch, the disk is looked at with each check") {
  Editor editor;
  editor.capabilities["workspace"].erase("didChangeWatchedFiles");
  add_example(editor.files, "alder");
  editor.begin();
  editor.open(kModelFile);
  const std::string path = std::string(test::kCounty) + "/" + kPlanFile;
  editor.files.add(path, replaced(editor.files.bytes(path), "id: coached-units", "id: coached"));
  editor.change(kModelFile, editor.text(kModelFile));
  CHECK(editor.codes(kModelFile) == "CPM305");
}

TEST_CASE("the client is asked to watch files where it can") {
  Editor can;
  can.begin();
  CHECK(can.heard.back().at("method") == "client/registerCapability");
  Editor cannot;
  cannot.capabilities = Json::object();
  cannot.begin();
  CHECK(!cannot.heard.back().contains("method"));
}

TEST_CASE("labels of a finding are related places in the other file") {
  Editor editor;
  add_example(editor.files, "alder");
  editor.begin();
  editor.open("cpm.yaml");
  editor.change("cpm.yaml", replaced(editor.text("cpm.yaml"), "county: example-alder", "county: yolo"));
  const Json finding = editor.told.at(Editor::uri(kPlanFile)).at(0);
  CHECK(finding.at("code") == "CPM318");
  CHECK(finding.at("relatedInformation").at(0).at("location").at("uri") == Editor::uri("cpm.yaml"));
}

TEST_CASE("codes lead to their explanation where the client can open a page") {
  Editor editor;
  editor.options = {{"opensPages", true}};
  add_example(editor.files, "alder");
  editor.begin();
  editor.open(kPlanFile);
  editor.change(kPlanFile, replaced(editor.text(kPlanFile), "objective: coached-units", "objective: x"));
  const Json href = editor.told.at(Editor::uri(kPlanFile)).at(0).at("codeDescription").at("href");
  CHECK(href == "cpm:explain/CPM305.md");
  CHECK(editor.result("workspace/textDocumentContent", {{"uri", href}}).at("text").get<std::string>() ==
        Holds{"# CPM305 unknown-objective"});
}

TEST_CASE("several folders, and repositories below one, are each checked for themselves") {
  Editor editor;
  add_example(editor.files, "region", "/state");
  add_example(editor.files, "alder");
  editor.files.add("/state/example-elm/support.yaml",
                   "format: cpm/support/1\ncounty: example-elm\nneeds: [{id: N 1}]\n");
  editor.folders = {"/state", test::kCounty};
  editor.begin();
  CHECK(editor.told.contains("file:///state/example-elm/support.yaml"));
  const Json removed = Json::array({{{"uri", "file:///state"}, {"name", "x"}}});
  editor.tell("workspace/didChangeWorkspaceFolders", {{"event", {{"removed", removed}, {"added", Json::array()}}}});
  CHECK(editor.told.at("file:///state/example-elm/support.yaml").empty());
  editor.tell("workspace/didChangeWorkspaceFolders", {{"event", {{"removed", Json::array()}, {"added", removed}}}});
  CHECK(!editor.told.at("file:///state/example-elm/support.yaml").empty());
}

TEST_CASE("of many repositories the client hears how far the check is") {
  Editor editor;
  add_example(editor.files, "region", "/state");
  editor.folders = {"/state"};
  editor.begin();
  std::string kinds;
  for (const Json& message : editor.heard)
    if (message.value("method", "") == "$/progress")
      kinds += message.at("params").at("value").at("kind").get<std::string>() + " ";
  CHECK(kinds == Holds{"begin report"});
  CHECK(kinds.ends_with("end "));
}

TEST_CASE("a file without a repository is looked at alone while it is open, if it is one of cpm's") {
  Editor editor;
  editor.folders = {};
  editor.begin();
  const auto open = [&](const char* uri, const char* text) {
    editor.tell("textDocument/didOpen",
                {{"textDocument", {{"uri", uri}, {"languageId", "yaml"}, {"version", 1}, {"text", text}}}});
  };
  open("file:///tmp/compose.yaml", "services: {web: {}}\n");
  CHECK(editor.told.at("file:///tmp/compose.yaml").empty());
  open("file:///tmp/theory.yaml", "format: cpm/theory-of-change/1\n");
  CHECK(!editor.told.at("file:///tmp/theory.yaml").empty());
  CHECK(editor.told.at("file:///tmp/compose.yaml").empty());
  editor.tell("textDocument/didClose", {{"textDocument", {{"uri", "file:///tmp/theory.yaml"}}}});
  CHECK(editor.told.at("file:///tmp/theory.yaml").empty());
  open("untitled:Untitled-1", "format: cpm/theory-of-change/1\n");
  CHECK(!editor.told.contains("untitled:Untitled-1"));
}

TEST_CASE("a new file counts before it is saved") {
  Editor editor;
  add_example(editor.files, "alder");
  editor.begin();
  editor.open("theory/new.yaml", "format: cpm/theory-of-change/1\ncounty: example-alder\n");
  CHECK(editor.codes("theory/new.yaml") == Holds{"CPM2"});
}

TEST_CASE("a file that is set aside has no findings, and a repository can begin while its files are open") {
  Editor editor;
  editor.files.add("/home/alder/theory.yaml", "format: cpm/theory-of-change/1\n");
  editor.begin();
  editor.open("theory.yaml");
  CHECK(!editor.codes("theory.yaml").empty());
  editor.files.add("/home/alder/cpm.yaml",
                   "format: cpm/repository/1\ncounty: example\nacademy: ncta\nignore: [theory.yaml]\n");
  editor.tell("workspace/didChangeWatchedFiles",
              {{"changes", Json::array({{{"uri", Editor::uri("cpm.yaml")}, {"type", 1}}})}});
  CHECK(editor.codes("theory.yaml").empty());
}

TEST_CASE(
    "changes are applied one after the other, each to the text before it, and wrong places are the nearest ones") {
  Editor editor;
  add_example(editor.files, "alder");
  editor.begin();
  editor.open("cpm.yaml", "a: \xF0\x9F\x98\x80x\nb: 2\n");
  const auto range = [](int line, int from, int line_to, int to) {
    return Json{{"start", {{"line", line}, {"character", from}}}, {"end", {{"line", line_to}, {"character", to}}}};
  };
  Json params = Editor::document("cpm.yaml");
  params["textDocument"]["version"] = 2;
  params["contentChanges"] = Json::array({{{"range", range(0, 5, 0, 6)}, {"text", "y\nz: 3"}},
                                          {{"range", range(1, 3, 1, 4)}, {"text", "4"}},
                                          {{"range", range(9, 9, 2, 1)}, {"text", "!"}},
                                          {{"range", range(-1, 0, 0, 1)}, {"text", "A"}}});
  editor.tell("textDocument/didChange", params);
  CHECK(editor.server().session().documents.find(Editor::uri("cpm.yaml"))->text() ==
        "A: \xF0\x9F\x98\x80y\nz: 4\nb: 2\n!");
}
