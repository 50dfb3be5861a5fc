// The protocol below the questions: framing, positions, names of files, the order of messages, errors.
#include <doctest/doctest.h>

#include "lsp/difference.h"
#include "lsp/methods.h"
#include "tests/unit/lsp/editor.h"

using namespace cpm;
using test::Editor;
using test::Json;

namespace {

/// The bodies and problems of a stream that comes in pieces of this size.
std::string messages_in(std::string_view stream, std::size_t piece) {
  lsp::Framing framing;
  std::string found;
  for (std::size_t at = 0; at < stream.size(); at += piece) framing.take(stream.substr(at, piece));
  while (!framing.empty()) {
    const lsp::Framing::Message message = framing.next();
    found += message.problem.empty() ? "<" + message.bytes + ">" : "!";
  }
  return found;
}

int error_code(const Json& answer) {
  return answer.contains("error") ? answer.at("error").at("code").get<int>() : 0;
}

std::string position_text(const lsp::Position& position) {
  return std::to_string(position.line) + ":" + std::to_string(position.character);
}

}  // namespace

TEST_CASE("messages are found in a stream, however it is cut") {
  const std::string stream = lsp::framed("{}") + "Content-Type: x\r\ncontent-length:  3\r\n\r\nabc" + lsp::framed("");
  for (const std::size_t piece : {1U, 2U, 3U, 7U, 100U}) CHECK(messages_in(stream, piece) == "<{}><abc><>");
}

TEST_CASE("a header that says no length, and a message that is too long, cost only themselves") {
  CHECK(messages_in("Hello: 1\r\n\r\n" + lsp::framed("{}"), 5) == "!<{}>");
  CHECK(messages_in("Content-Length: x\r\n\r\n" + lsp::framed("{}"), 5) == "!<{}>");
  CHECK(messages_in("Content-Length: -4\r\n\r\n" + lsp::framed("{}"), 5) == "!<{}>");
  CHECK(messages_in("Content-Length: 3\n\nabc" + lsp::framed("{}"), 5) == "<abc><{}>");
  const std::string huge = "Content-Length: 67108865\r\n\r\n" + std::string(67108865, 'x') + lsp::framed("{}");
  CHECK(messages_in(huge, 1 << 20) == "!<{}>");
  CHECK(messages_in(std::string(9000, 'x'), 100).starts_with("!"));
  CHECK(messages_in("Content-Length: 10\r\n\r\nabc", 4).empty());
}

TEST_CASE("positions count halves of UTF-16, or bytes, and a place beyond is the nearest one") {
  const std::string text = "a\xC3\xA9\xF0\x9F\x98\x80z\r\nb\rc\n";
  const lsp::Places halves(text, lsp::Units::utf16);
  const lsp::Places bytes(text, lsp::Units::utf8);
  CHECK(halves.lines() == 4);
  CHECK(position_text(halves.position_of(7)) == "0:4");
  CHECK(position_text(bytes.position_of(7)) == "0:7");
  CHECK(halves.byte_of({.line = 0, .character = 4}) == 7);
  CHECK(halves.byte_of({.line = 0, .character = 3}) == 3);
  CHECK(bytes.byte_of({.line = 0, .character = 5}) == 3);
  CHECK(halves.byte_of({.line = 0, .character = 99}) == 8);
  CHECK(halves.byte_of({.line = 1, .character = 1}) == 11);
  CHECK(halves.byte_of({.line = 2, .character = 0}) == 12);
  CHECK(halves.byte_of({.line = 9, .character = 0}) == text.size());
  CHECK(halves.byte_of({.line = -1, .character = 5}) == 0);
  CHECK(halves.byte_of({.line = 1, .character = -5}) == 10);
  CHECK(position_text(halves.position_of(999)) == "3:0");
}

TEST_CASE("every byte where a character begins has a position of its own, and back") {
  const std::string text = "x\xC3\xA9: \xF0\x9F\x98\x80\n\n  \xE2\x82\xAC\r\nend";
  for (const lsp::Units units : {lsp::Units::utf8, lsp::Units::utf16}) {
    const lsp::Places places(text, units);
    for (std::size_t byte = 0; byte <= text.size(); ++byte) {
      const bool inside = byte < text.size() && (static_cast<unsigned char>(text[byte]) & 0xC0) == 0x80;
      const bool in_line_end = byte > 0 && byte < text.size() && text[byte] == '\n' && text[byte - 1] == '\r';
      if (!inside && !in_line_end) CHECK(places.byte_of(places.position_of(byte)) == byte);
    }
  }
}

TEST_CASE("names of files go both ways, and other schemes are none") {
  CHECK(lsp::uri_of_path("/a b/\xC3\xA9.yaml") == "file:///a%20b/%C3%A9.yaml");
  CHECK(lsp::path_of_uri("file:///a%20b/%C3%A9.yaml") == "/a b/\xC3\xA9.yaml");
  CHECK(lsp::path_of_uri("FILE://localhost/a/../b") == "/b");
  CHECK(lsp::path_of_uri("file:///a%2") == "/a%2");
  for (const char* const other : {"untitled:Untitled-1", "file:a", "", "file://server/share/a", "file:///a%00b"})
    CHECK(!lsp::path_of_uri(other).has_value());
}

TEST_CASE("the difference of two texts is small, and leads from one to the other") {
  const auto edits = [](std::string_view before, std::string_view after) {
    std::string shown;
    std::string changed(before);
    const std::vector<diag::Edit> all = lsp::difference(before, after);
    for (auto at = all.rbegin(); at != all.rend(); ++at) {
      shown += std::to_string(at->span.begin) + "-" + std::to_string(at->span.end) + "=" + at->replacement + ";";
      changed.replace(at->span.begin, at->span.end - at->span.begin, at->replacement);
    }
    CHECK(changed == after);
    return shown;
  };
  CHECK(edits("a\nb\n", "a\nb\n").empty());
  CHECK(edits("a: Done\nb: x\n", "a: done\nb: y\n") == "11-12=y;3-4=d;");
  CHECK(edits("a\nc\n", "a\nb\nc\n") == "2-2=b\n;");
  CHECK(edits("title: x\nend", "top: 1\ntitle: x\nend") == "0-0=top: 1\n;");
  CHECK(edits("\xC3\xA9\n", "\xC3\xA8\n") == "0-2=\xC3\xA8;");
  CHECK(edits("a", "") == "0-1=;");
  CHECK(edits("", "a") == "0-0=a;");
}

TEST_CASE("before `initialize` and after `shutdown` requests are refused, and `exit` tells how it went") {
  Editor editor;
  CHECK(error_code(editor.ask("textDocument/hover", Json::object())) == -32002);
  editor.tell("textDocument/didOpen", Json::object());
  CHECK(editor.begin().at("result").at("serverInfo").at("version") == "1.2.3");
  CHECK(error_code(editor.ask("initialize", Json::object())) == -32600);
  CHECK(error_code(editor.ask("no/such", Json::object())) == -32601);
  CHECK(error_code(editor.ask("textDocument/didOpen", Json::object())) == -32601);
  CHECK(editor.ask("shutdown", nullptr).at("result").is_null());
  CHECK(error_code(editor.ask("textDocument/hover", Json::object())) == -32600);
  editor.tell("exit", nullptr);
  CHECK(editor.server().over() == 0);
}

TEST_CASE("an end without `shutdown` is exit status 1") {
  Editor by_exit;
  by_exit.begin();
  by_exit.tell("exit", nullptr);
  CHECK(by_exit.server().over() == 1);
  Editor by_end;
  by_end.server().end();
  CHECK(by_end.server().over() == 1);
}

TEST_CASE("what is no message is answered as the protocol says, and the next one is heard") {
  Editor editor;
  editor.begin();
  const auto said = [&](std::string_view body) {
    editor.heard.clear();
    editor.send_bytes(lsp::framed(body));
    editor.settle();
    return editor.heard.empty() ? 0 : error_code(editor.heard.back());
  };
  CHECK(said("{") == -32700);
  CHECK(said("\xff") == -32700);
  CHECK(said(std::string(100000, '[')) == -32700);
  CHECK(said("[]") == -32600);
  CHECK(said("{}") == -32600);
  CHECK(said(R"({"id":{},"method":"shutdown"})") == -32600);
  CHECK(said(R"({"id":1,"method":7})") == -32600);
  CHECK(said(R"({"id":99,"result":1})") == 0);
  CHECK(said(R"({"method":"$/unknown"})") == 0);
  CHECK(said(R"({"id":"a","method":"shutdown"})") == 0);
}

TEST_CASE("wrong params of every request are refused, and those of notifications passed over") {
  Editor editor;
  editor.files.add("/home/alder/cpm.yaml", "format: cpm/repository/1\ncounty: example\n");
  editor.begin();
  editor.open("cpm.yaml");
  const Json uri = Editor::uri("cpm.yaml");
  const std::vector<Json> wrong = {
      nullptr,
      7,
      Json::array(),
      Json::object(),
      {{"textDocument", 1}},
      {{"textDocument", {{"uri", 1}}}},
      {{"textDocument", {{"uri", uri}}}, {"position", "x"}, {"range", 1}, {"positions", 1}},
      {{"textDocument", {{"uri", "file:///not/open.yaml"}}}},
      {{"command", "no.such"}, {"arguments", Json::array()}},
      {{"command", "cpm.explain"}, {"arguments", Json::array({1})}},
      {{"uri", "cpm:nothing"}},
      {{"query", 1}}};
  for (const lsp::Method& method : lsp::methods()) {
    for (const Json& params : wrong) {
      CAPTURE(method.name);
      if (method.answer == nullptr)
        editor.tell(method.name, params);
      else if (const Json answer = editor.ask(method.name, params); answer.contains("error"))
        CHECK((error_code(answer) == -32602 || error_code(answer) == -32803));
      else
        CHECK(answer.contains("result"));
    }
  }
  editor.open("cpm.yaml");  // one of them closes it
  CHECK(editor.result("textDocument/documentSymbol", Editor::document("cpm.yaml")).size() == 2);
}

TEST_CASE("a request that was canceled while it waited is answered so") {
  Editor editor;
  editor.begin();
  editor.send({{"jsonrpc", "2.0"}, {"id", 77}, {"method", "workspace/symbol"}, {"params", {{"query", "x"}}}});
  editor.send({{"jsonrpc", "2.0"}, {"method", "$/cancelRequest"}, {"params", {{"id", 77}}}});
  editor.settle();
  CHECK(error_code(editor.heard.back()) == -32800);
}

TEST_CASE("the units of positions are what the client can do") {
  Editor utf16;
  CHECK(utf16.begin().at("result").at("capabilities").at("positionEncoding") == "utf-16");
  Editor utf8;
  utf8.capabilities["general"]["positionEncodings"] = {"utf-16", "utf-8"};
  CHECK(utf8.begin().at("result").at("capabilities").at("positionEncoding") == "utf-8");
}

TEST_CASE("what is announced is a row of the table") {
  const Json capabilities = lsp::capabilities_for({});
  for (const lsp::Method& method : lsp::methods()) {
    CHECK((method.answer == nullptr) != (method.take == nullptr));
    CHECK(lsp::find_method(method.name) == &method);
    if (!method.capability.empty()) CHECK(capabilities.contains(std::string(method.capability)));
  }
}
