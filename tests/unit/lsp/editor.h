#pragma once
// An editor inside the test program: a county in memory, the server, and what the server has said.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "cli/editor_engine.h"
#include "lsp/framing.h"
#include "lsp/server.h"
#include "lsp/uri.h"
#include "tests/support/memory_files.h"
#include "tests/support/source_root.h"

namespace cpm::test {

using lsp::Json;

inline constexpr const char* kCounty = "/home/alder";

/// A place in a text: line and character, where the words begin, or so many bytes behind.
inline Json place_in(std::string_view text, std::string_view words, std::size_t more = 0) {
  return json_of(lsp::Places(text, lsp::Units::utf16).position_of(text.find(words) + more));
}

/// What a client like Visual Studio Code can do.
inline Json rich_capabilities() {
  return Json::parse(R"({
    "window": {"workDoneProgress": true, "showDocument": {"support": true}},
    "workspace": {"workspaceEdit": {"documentChanges": true}, "didChangeWatchedFiles": {"dynamicRegistration": true}},
    "textDocument": {"codeAction": {"codeActionLiteralSupport": {}},
                     "documentSymbol": {"hierarchicalDocumentSymbolSupport": true},
                     "publishDiagnostics": {"relatedInformation": true}}})");
}

class Editor {
 public:
  MemoryFiles files;
  Json capabilities = rich_capabilities();
  Json options = Json::object();
  std::vector<std::string> folders = {kCounty};
  std::map<std::string, Json> told = {};  ///< the last findings, by URI
  std::vector<Json> heard = {};           ///< everything
  base::Date today{std::chrono::year{2026}, std::chrono::March, std::chrono::day{31}};

  Editor() : environment_{.files = files, .in = in_, .out = out_, .err = out_} {}

  /// `initialize` and `initialized`.
  Json begin() {
    Json given = Json::array();
    for (const std::string& folder : folders) given.push_back({{"uri", lsp::uri_of_path(folder)}, {"name", folder}});
    const Json answer = ask("initialize", {{"processId", nullptr},
                                           {"rootUri", nullptr},
                                           {"capabilities", capabilities},
                                           {"initializationOptions", options},
                                           {"workspaceFolders", given}});
    tell("initialized", Json::object());
    return answer;
  }

  /// The answer, with `result` or `error`; the server then does what waits.
  Json ask(std::string_view method, Json params) {
    const int id = ++last_;
    send({{"jsonrpc", "2.0"}, {"id", id}, {"method", std::string(method)}, {"params", std::move(params)}});
    settle();
    for (auto at = heard.rbegin(); at != heard.rend(); ++at)
      if (at->contains("id") && at->at("id") == id && !at->contains("method")) return *at;
    return nullptr;
  }
  Json result(std::string_view method, Json params) {
    const Json answer = ask(method, std::move(params));
    return answer.is_object() && answer.contains("result") ? answer.at("result") : answer;
  }
  void tell(std::string_view method, Json params) {
    send({{"jsonrpc", "2.0"}, {"method", std::string(method)}, {"params", std::move(params)}});
    settle();
  }

  void send(const Json& message) { send_bytes(lsp::framed(message.dump())); }
  void send_bytes(std::string_view bytes) { server_.receive(bytes); }
  /// Lets the server do all there is to do.
  void settle() {
    while (server_.step() || server_.rest()) listen();
    listen();
  }
  lsp::Server& server() { return server_; }

  static std::string uri(std::string_view path) {
    return lsp::uri_of_path(std::string(kCounty) + "/" + std::string(path));
  }
  static Json document(std::string_view path) { return {{"textDocument", {{"uri", uri(path)}}}}; }

  void open(std::string_view path, const std::string& text) {
    texts_[std::string(path)] = text;
    tell("textDocument/didOpen",
         {{"textDocument", {{"uri", uri(path)}, {"languageId", "yaml"}, {"version", 1}, {"text", text}}}});
  }
  void open(std::string_view path) { open(path, files.bytes(std::string(kCounty) + "/" + std::string(path))); }
  void change(std::string_view path, const std::string& text) {
    texts_[std::string(path)] = text;
    Json params = document(path);
    params["textDocument"]["version"] = ++version_;
    params["contentChanges"] = Json::array({{{"text", text}}});
    tell("textDocument/didChange", std::move(params));
  }
  const std::string& text(std::string_view path) { return texts_[std::string(path)]; }

  /// The last message of this method, or nothing.
  Json said(std::string_view method) const {
    for (auto at = heard.rbegin(); at != heard.rend(); ++at)
      if (at->value("method", "") == method) return *at;
    return nullptr;
  }

  /// The params of a place in an open text.
  Json at(std::string_view path, std::string_view words, std::size_t more = 0) {
    Json params = document(path);
    params["position"] = place_in(text(path), words, more);
    return params;
  }
  /// The same as an empty range.
  Json range_at(std::string_view path, std::string_view words, std::size_t more = 0) {
    Json params = document(path);
    const Json place = place_in(text(path), words, more);
    params["range"] = {{"start", place}, {"end", place}};
    params["context"] = {{"diagnostics", Json::array()}};
    return params;
  }
  /// The codes of the last findings of a file, with blanks between them.
  std::string codes(std::string_view path) {
    std::string codes;
    const auto found = told.find(uri(path));
    if (found == told.end()) return "(nothing said)";
    for (const Json& finding : found->second)
      codes += (codes.empty() ? "" : " ") + finding.at("code").get<std::string>();
    return codes;
  }
  /// The text of an open or other file with the edits that the answer holds for it.
  std::string with(const Json& edit, std::string_view path) {
    const std::string whole = std::string(kCounty) + "/" + std::string(path);
    const bool is_open = texts_.contains(std::string(path));
    std::string changed = is_open ? text(path) : files.bytes(whole);
    const lsp::Places places(changed, lsp::Units::utf16);
    std::vector<diag::Edit> edits;
    for (const Json& each : edits_of(edit, uri(path))) {
      const auto byte = [&](const char* end) {
        return static_cast<std::uint32_t>(places.byte_of(lsp::need_position(each, std::string("range.") + end)));
      };
      edits.push_back(
          {.span = {.file = 0, .begin = byte("start"), .end = byte("end")}, .replacement = each.at("newText")});
    }
    std::ranges::sort(edits, std::greater(), [](const diag::Edit& each) { return each.span.begin; });
    for (const diag::Edit& each : edits)
      changed.replace(each.span.begin, each.span.end - each.span.begin, each.replacement);
    return changed;
  }
  static Json edits_of(const Json& edit, const std::string& uri) {
    for (const Json& change : edit.value("documentChanges", Json::array()))
      if (change.at("textDocument").at("uri") == uri) return change.at("edits");
    const Json changes = edit.value("changes", Json::object());
    return changes.value(uri, Json::array());
  }

 private:
  void listen() {
    lsp::Framing framing;
    framing.take(server_.take_output());
    while (!framing.empty()) hear(Json::parse(framing.next().bytes));
  }
  void hear(Json message) {
    if (message.value("method", "") == "textDocument/publishDiagnostics")
      told[message.at("params").at("uri")] = message.at("params").at("diagnostics");
    if (message.contains("method") && message.contains("id"))
      send({{"jsonrpc", "2.0"}, {"id", message.at("id")}, {"result", nullptr}});
    heard.push_back(std::move(message));
  }

  std::istringstream in_;
  std::ostringstream out_;
  cli::Environment environment_;
  lsp::Documents documents_{files};
  cli::EditorEngine engine_{environment_, documents_, [this] { return today; }};
  lsp::Server server_{engine_, documents_, "1.2.3"};
  std::map<std::string, std::string> texts_;
  int last_ = 0;
  int version_ = 1;
};

inline std::string bytes_of_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// An example county in memory, at kCounty.
inline void add_example(MemoryFiles& files, const std::string& name, const std::string& to = kCounty) {
  const std::filesystem::path root = source_root() + "/examples/" + name;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root))
    if (entry.is_regular_file() && entry.path().extension() == ".yaml")
      files.add(to + "/" + std::filesystem::relative(entry.path(), root).string(),
                bytes_of_file(entry.path().string()));
}

}  // namespace cpm::test
