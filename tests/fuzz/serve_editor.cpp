// The language server: any stream of bytes, and any text with edits and questions at any place, in any order. Each request gets one
// answer, every message is one, nothing that was typed is lost, and the findings are those of a check of the same texts.
#include <algorithm>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "cli/editor_engine.h"
#include "format/discover.h"
#include "lsp/framing.h"
#include "lsp/methods.h"
#include "lsp/server.h"
#include "lsp/uri.h"
#include "tests/fuzz/choice.h"
#include "tests/fuzz/county.h"
#include "tests/fuzz/demand.h"
#include "tests/fuzz/targets.h"

namespace cpm::fuzz {
namespace {

using lsp::Json;

constexpr int kMoves = 8;
constexpr std::size_t kMostSteps = 10000;
constexpr std::string_view kCounty = "/county";

/// A chain of numbers that the bytes decide.
class Chance {
 public:
  explicit Chance(std::uint64_t seed) : state_(seed | 1U) {}
  std::uint64_t next(std::uint64_t limit) {
    state_ ^= state_ << 13U;
    state_ ^= state_ >> 7U;
    state_ ^= state_ << 17U;
    return state_ % limit;
  }

 private:
  std::uint64_t state_;
};

class FuzzedEditor {
 public:
  explicit FuzzedEditor(test::MemoryFiles& files)
      : environment_{.files = files, .in = in_, .out = out_, .err = out_},
        documents_(files),
        engine_(environment_, documents_, some_day),
        server_(engine_, documents_, "1.2.3") {}

  void send(const Json& message) { send_bytes(lsp::framed(lsp::bytes_of(message))); }
  void send_bytes(std::string_view bytes) {
    server_.receive(bytes);
    settle();
  }
  void tell(std::string_view method, Json params) {
    send({{"jsonrpc", "2.0"}, {"method", std::string(method)}, {"params", std::move(params)}});
  }
  /// Exactly one answer is due.
  void ask(std::string_view method, Json params) {
    const int id = ++last_;
    answers_ = 0;
    send({{"jsonrpc", "2.0"}, {"id", id}, {"method", std::string(method)}, {"params", std::move(params)}});
    demand(answers_ == 1, std::string(method) + " gets one answer");
  }

  lsp::Server& server() { return server_; }
  lsp::Documents& documents() { return documents_; }
  /// Of findings that the client knows of.
  std::size_t findings() const {
    std::size_t count = 0;
    for (const auto& [uri, list] : told_) count += list;
    return count;
  }

 private:
  void settle() {
    std::size_t steps = 0;
    while (server_.step() || server_.rest()) demand(++steps < kMostSteps, "the server comes to rest");
    lsp::Framing framing;
    framing.take(server_.take_output());
    while (!framing.empty()) {
      const lsp::Framing::Message message = framing.next();
      demand(message.problem.empty(), "what the server sends is a message");
      hear(Json::parse(message.bytes, nullptr, false));
    }
  }

  void hear(const Json& message) {
    demand(message.is_object(), "what the server sends is JSON");
    if (message.value("method", "") == "textDocument/publishDiagnostics")
      told_[message.at("params").at("uri").get<std::string>()] = message.at("params").at("diagnostics").size();
    const bool answer = !message.contains("method") && message.contains("id") && message.at("id") == last_;
    if (!answer) return;
    ++answers_;
    demand(message.contains("result") != message.contains("error"), "an answer has a result or an error");
    if (message.contains("error"))
      demand(message.at("error").at("code") != static_cast<int>(lsp::Problem::internal_error),
             "no mistake of cpm's own: " + lsp::bytes_of(message));
  }

  std::istringstream in_;
  std::ostringstream out_;
  cli::Environment environment_;
  lsp::Documents documents_;
  cli::EditorEngine engine_;
  lsp::Server server_;
  std::map<std::string, std::size_t> told_;
  int last_ = 0;
  int answers_ = 0;
};

/// Mostly in the text; sometimes nowhere.
Json some_place(Chance& chance, std::size_t lines) {
  const auto number = [&](std::uint64_t limit) {
    const std::int64_t far[] = {-1, 1 << 30, -(std::int64_t{1} << 40), 0};
    return chance.next(12) == 0 ? far[chance.next(4)] : static_cast<std::int64_t>(chance.next(limit));
  };
  return {{"line", number(lines + 1)}, {"character", number(40)}};
}

/// What every request may ask for, whether it does or not.
Json some_params(Chance& chance, const std::string& uri, std::size_t lines, std::string_view bytes) {
  const Json begin = some_place(chance, lines);
  const Json range = {{"start", begin}, {"end", some_place(chance, lines)}};
  return {{"textDocument", {{"uri", uri}}},
          {"position", begin},
          {"positions", Json::array({begin, some_place(chance, lines)})},
          {"range", range},
          {"context", {{"diagnostics", Json::array()}, {"includeDeclaration", chance.next(2) == 0}}},
          {"newName", chance.next(2) == 0 ? "new-name" : std::string(bytes.substr(0, 8))},
          {"query", std::string(bytes.substr(0, chance.next(4)))},
          {"uri", uri},
          {"data", {{"uri", uri}}},
          {"command", chance.next(2) == 0 ? "cpm.showReport" : "cpm.accept"},
          {"arguments", Json::array({{{"uri", uri}, {"code", "CPM415"}, {"reason", "so"}}})}};
}

void type_something(FuzzedEditor& editor, Chance& chance, const std::string& uri, std::string_view bytes) {
  const lsp::Document* const document = editor.documents().find(uri);
  if (document == nullptr) return;
  const std::size_t lines = lsp::Places(document->text(), lsp::Units::utf16).lines();
  Json change = {{"text", std::string(bytes.substr(chance.next(bytes.size() + 1), chance.next(12)))}};
  if (chance.next(20) > 0) change["range"] = {{"start", some_place(chance, lines)}, {"end", some_place(chance, lines)}};
  editor.tell("textDocument/didChange",
              {{"textDocument", {{"uri", uri}, {"version", 2}}}, {"contentChanges", Json::array({change})}});
}

void ask_something(FuzzedEditor& editor, Chance& chance, const std::string& uri, std::string_view bytes) {
  const auto rows = lsp::methods();
  const lsp::Method& method = rows[chance.next(rows.size())];
  if (method.answer == nullptr) return;
  const lsp::Document* const document = editor.documents().find(uri);
  const std::size_t lines = document == nullptr ? 1 : lsp::Places(document->text(), lsp::Units::utf16).lines();
  editor.ask(method.name, some_params(chance, uri, lines, bytes));
}

/// All of them, in their folders, by their paths from the root.
std::vector<std::string> files_in(const test::MemoryFiles& files) {
  const auto none = [](const auto&) { return std::vector<std::string>(); };
  const auto inside = [](const auto&, const auto&) { return false; };
  std::vector<std::string> paths;
  for (const format::Found& found : format::files_below(files, ".", none, inside).files) paths.push_back(found.path);
  return paths;
}

/// The county with what is open, checked as a command does it.
std::size_t findings_of_check(test::MemoryFiles county, const lsp::Documents& open) {
  for (const lsp::Document& document : open.all())
    county.add(document.path().substr(kCounty.size() + 1), document.text());
  const std::unique_ptr<format::Loaded> loaded = judged(county);
  return static_cast<std::size_t>(std::ranges::count_if(
      loaded->findings.all(), [](const diag::Diagnostic& finding) { return finding.span.known(); }));
}

void any_stream(std::string_view bytes) {
  test::MemoryFiles files;
  FuzzedEditor editor(files);
  editor.send_bytes(bytes);
  FuzzedEditor framed(files);
  framed.send_bytes(lsp::framed(bytes));
  const Json json = Json::parse(bytes, nullptr, false);
  framed.ask("initialize", {{"capabilities", json.is_discarded() ? Json() : json}});
  framed.ask("shutdown", nullptr);
  framed.tell("exit", nullptr);
  demand(framed.server().over().has_value(), "the server ends when it is told to");
}

}  // namespace

void serve_editor(std::string_view bytes) {
  any_stream(bytes);
  const test::MemoryFiles county = county_of(bytes);
  test::MemoryFiles files;
  const std::vector<std::string> paths = files_in(county);
  if (paths.empty()) return;
  for (const std::string& path : paths) files.add(std::string(kCounty) + "/" + path, county.bytes(path));
  Chance chance(hash_of(bytes));
  FuzzedEditor editor(files);
  editor.ask("initialize", {{"rootUri", lsp::uri_of_path(kCounty)}, {"capabilities", Json::object()}});
  for (int move = 0; move < kMoves; ++move) {
    const std::string& path = paths[chance.next(paths.size())];
    const std::string uri = lsp::uri_of_path(std::string(kCounty) + "/" + path);
    if (editor.documents().find(uri) == nullptr)
      editor.tell("textDocument/didOpen",
                  {{"textDocument", {{"uri", uri}, {"version", 1}, {"text", county.bytes(path)}}}});
    chance.next(3) == 0 ? ask_something(editor, chance, uri, bytes) : type_something(editor, chance, uri, bytes);
    if (chance.next(12) == 0) editor.tell("textDocument/didClose", {{"textDocument", {{"uri", uri}}}});
  }
  if (county.has("cpm.yaml"))
    demand(editor.findings() == findings_of_check(county, editor.documents()), "the findings are those of a check");
  editor.ask("shutdown", nullptr);
}

}  // namespace cpm::fuzz
