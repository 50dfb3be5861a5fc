// Promises of the server, over random edits of the examples: its findings are those of `cpm check` on the same texts, whatever
// was typed before; and a rename changes names, and nothing of what refers to what.
#include <doctest/doctest.h>

#include <cstdlib>
#include <set>

#include "base/text.h"
#include "cli/commands.h"
#include "cli/surroundings.h"
#include "lsp/names.h"
#include "tests/support/dice.h"
#include "tests/unit/lsp/editor.h"

using namespace cpm;
using test::Dice;
using test::Editor;
using test::Json;

namespace {

const char* const kCounties[] = {"alder", "manzanita", "juniper", "region/example-hazel"};

std::string first_line(const std::string& text) {
  return text.substr(0, text.find('\n'));
}

/// "plans/2025-07.yaml:166 CPM305 this plan has …", sorted.
using Findings = std::multiset<std::string>;

Findings told_by(const Editor& editor) {
  Findings findings;
  const std::string root = lsp::uri_of_path(test::kCounty) + "/";
  for (const auto& [uri, list] : editor.told)
    for (const Json& each : list)
      findings.insert(*lsp::path_of_uri("file:///" + uri.substr(root.size())) + ":" +
                      std::to_string(each.at("range").at("start").at("line").get<int>() + 1) + " " +
                      each.at("code").get<std::string>() + " " + first_line(each.at("message")));
  return findings;
}

/// As `cpm check` prints them for programs, run in the county's folder.
Findings checked_anew(const std::map<std::string, std::string>& texts) {
  test::MemoryFiles files;
  for (const auto& [path, text] : texts) files.add(path, text);
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  cli::Environment environment{.files = files, .in = in, .out = out, .err = err};
  cli::run({"check", "--as-of", "2026-03-31", "--format", "json"}, environment);
  Findings findings;
  const Json answer = Json::parse(out.str());
  for (const Json& each : answer.at("findings"))
    findings.insert("/" + each.at("file").get<std::string>() + ":" + std::to_string(each.at("line").get<int>()) + " " +
                    each.at("code").get<std::string>() + " " + each.at("message").get<std::string>());
  return findings;
}

std::map<std::string, std::string> texts_of(const std::string& county) {
  test::MemoryFiles files;
  std::map<std::string, std::string> texts;
  const std::filesystem::path root = test::source_root() + "/examples/" + county;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root))
    if (entry.is_regular_file() && entry.path().extension() == ".yaml")
      texts[std::filesystem::relative(entry.path(), root).string()] = test::bytes_of_file(entry.path().string());
  return texts;
}

/// As people type and slip: a letter more or less, a line twice, gone, or from elsewhere.
std::string slip(std::string text, Dice& dice) {
  constexpr std::string_view kTyped = "abcx01 -:#'\"[]{}\n\t,&*|>?%\xC3\xA9\xF0\x9F\x98\x80";
  const auto somewhere = [&] { return static_cast<std::size_t>(dice.up_to(static_cast<int>(text.size()))); };
  const auto line_at = [&](std::size_t at) {
    const std::size_t begin = at == 0 ? 0 : text.rfind('\n', at - 1) + 1;
    return std::pair(begin, std::min(text.find('\n', at), text.size() - 1) + 1 - begin);
  };
  if (text.empty()) return "format: cpm/plan/1\n";
  switch (dice.up_to(4)) {
    case 0:
      return text.erase(std::min(somewhere(), text.size() - 1), static_cast<std::size_t>(dice.up_to(3)) + 1);
    case 1: {
      const auto [begin, size] = line_at(std::min(somewhere(), text.size() - 1));
      return text.erase(begin, size);
    }
    case 2: {
      const auto [begin, size] = line_at(std::min(somewhere(), text.size() - 1));
      return text.insert(line_at(std::min(somewhere(), text.size() - 1)).first, text.substr(begin, size));
    }
    default:
      return text.insert(somewhere(), 1,
                         kTyped[static_cast<std::size_t>(dice.up_to(static_cast<int>(kTyped.size()) - 1))]);
  }
}

int rounds() {
  const char* const given = std::getenv("CPM_KEYS");
  return given == nullptr ? 60 : std::atoi(given);
}

/// The edit that leads from one text to the other, in a random unit of what the protocol allows.
Json change_of(const std::string& before, const std::string& after, lsp::Units units, Dice& dice) {
  if (dice.one_in(5)) return {{"text", after}};
  std::size_t begin = 0;
  const auto starts = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; };
  while (begin < std::min(before.size(), after.size()) && before[begin] == after[begin]) ++begin;
  while (begin > 0 && ((begin < before.size() && !starts(before[begin])) ||
                       (begin < after.size() && !starts(after[begin])) || before[begin - 1] == '\r'))
    --begin;
  const lsp::Places places(before, units);
  return {{"range", places.range(begin, before.size())}, {"text", after.substr(begin)}};
}

struct Graph {
  std::set<std::string> edges;  ///< "file #3 -> file #1"
  std::set<std::string> ids;    ///< "file #3 = coaching"
};

Graph graph_of(const std::map<std::string, std::string>& texts) {
  test::MemoryFiles files;
  for (const auto& [path, text] : texts) files.add(path, text);
  cli::Surroundings around(files, "cpm.yaml",
                           base::Date{std::chrono::year{2026}, std::chrono::March, std::chrono::day{31}});
  const lsp::Names names(around);
  std::map<const lsp::Mention*, std::string> labels;
  std::map<std::string, int> counts;
  for (const lsp::Mention& mention : names.all())
    labels[&mention] = mention.file->inside + " #" + std::to_string(++counts[mention.file->inside]);
  Graph graph;
  for (const lsp::Mention& mention : names.all()) {
    graph.ids.insert(labels[&mention] + " = " + mention.id);
    for (const lsp::Mention* const definition : names.definitions_of(mention))
      graph.edges.insert(labels[&mention] + " -> " + labels[definition]);
  }
  return graph;
}

std::size_t errors_in(const Findings& findings) {
  return static_cast<std::size_t>(
      std::ranges::count_if(findings, [](const std::string& each) { return each.find(" CPM3") != std::string::npos; }));
}

}  // namespace

TEST_CASE("after any edits the findings are those of a check of the same texts") {
  Dice dice(14);
  lsp::Units units = lsp::Units::utf8;
  for (const char* const county : kCounties) {
    units = units == lsp::Units::utf8 ? lsp::Units::utf16 : lsp::Units::utf8;
    std::map<std::string, std::string> texts = texts_of(county);
    const std::map<std::string, std::string> good = texts;
    Editor editor;
    for (const auto& [path, text] : texts) editor.files.add(std::string(test::kCounty) + "/" + path, text);
    if (units == lsp::Units::utf8) editor.capabilities["general"]["positionEncodings"] = {"utf-8"};
    editor.begin();
    std::vector<std::string> paths;
    for (const auto& [path, text] : texts) paths.push_back(path);
    std::map<std::string, int> versions;
    std::string path;
    for (int round = 0; round < rounds(); ++round) {
      if (path.empty() || dice.one_in(8))
        path = paths[static_cast<std::size_t>(dice.up_to(static_cast<int>(paths.size()) - 1))];
      if (!versions.contains(path)) {
        editor.open(path, texts[path]);
        versions[path] = 1;
      }
      const std::string before = texts[path];
      texts[path] = dice.one_in(4) ? good.at(path) : slip(before, dice);
      Json params = Editor::document(path);
      params["textDocument"]["version"] = ++versions[path];
      params["contentChanges"] = Json::array({change_of(before, texts[path], units, dice)});
      if (base::first_bad_utf8(texts[path])) {  // no client can send that
        texts[path] = before;
        continue;
      }
      editor.tell("textDocument/didChange", params);
      REQUIRE(editor.server().session().documents.find(Editor::uri(path))->text() == texts[path]);
      const Findings told = told_by(editor);
      const Findings wanted = checked_anew(texts);
      CAPTURE(county);
      CAPTURE(path);
      CAPTURE(round);
      CHECK(told == wanted);
      if (told != wanted) return;
      if (dice.one_in(15)) {  // closed without saving
        editor.tell("textDocument/didClose", Editor::document(path));
        versions.erase(path);
        texts[path] = good.at(path);
        CHECK(told_by(editor) == checked_anew(texts));
      }
    }
  }
}

TEST_CASE("a rename of any id leaves the graph of references as it was, and no finding more") {
  for (const char* const county : kCounties) {
    const std::map<std::string, std::string> texts = texts_of(county);
    Editor editor;
    for (const auto& [path, text] : texts) editor.files.add(std::string(test::kCounty) + "/" + path, text);
    editor.begin();
    const Graph before = graph_of(texts);
    const std::size_t errors = errors_in(checked_anew(texts));
    int renamed = 0;
    for (const auto& each : texts) {
      const std::string& path = each.first;
      const std::string& text = each.second;
      editor.open(path, text);
      cli::Surroundings around(editor.files, std::string(test::kCounty) + "/" + path, {});
      const lsp::Names names(around);
      for (const lsp::Mention& mention : names.all()) {
        if (mention.file->inside != path || !mention.definition) continue;
        Json params = Editor::document(path);
        params["position"] = json_of(lsp::Places(text, lsp::Units::utf16).position_of(mention.begin));
        params["newName"] = "entirely-new";
        const Json answer = editor.ask("textDocument/rename", params);
        CAPTURE(path);
        CAPTURE(mention.id);
        REQUIRE(answer.contains("result"));
        std::map<std::string, std::string> after;
        for (const auto& [other, bytes] : texts) after[other] = editor.with(answer.at("result"), other);
        const Graph now = graph_of(after);
        CHECK(now.edges == before.edges);
        CHECK(now.ids != before.ids);
        if (renamed++ % 7 == 0) CHECK(errors_in(checked_anew(after)) == errors);
      }
    }
    CHECK(renamed > 0);
  }
}
