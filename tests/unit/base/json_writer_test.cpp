#include "base/json_writer.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

namespace cpm {
namespace {

std::string written(std::string_view text) {
  return base::JsonWriter().text(text).bytes();
}

}  // namespace

TEST_CASE("JSON is written part by part") {
  base::JsonWriter json;
  json.object().text("a", "b").key("c").list().number(1).number(-2).object().end_object().list().end_list().end_list();
  json.number("d", 3).key("e").flag(true).key("f").null().text_if("g", "").text_if("h", "i").end_object();
  CHECK(json.bytes() == R"({"a":"b","c":[1,-2,{},[]],"d":3,"e":true,"f":null,"h":"i"})");
}

TEST_CASE("every text is JSON, and nothing hidden stays hidden") {
  CHECK(written("") == R"("")");
  CHECK(written("a \"b\" \\ c\nd\t") == R"("a \"b\" \\ c\nd\u0009")");
  CHECK(written("\x1b[31m\x7f") == R"("\u001b[31m\u007f")");
  CHECK(written("\u00e9 \u202e \u2028") == "\"\u00e9 \\u202e \\u2028\"");
  CHECK(written("a\x80z") == R"("a\\x80z")");
  CHECK(written("\U000e0041") == R"("\udb40\udc41")");
}

TEST_CASE("another reader reads what was written") {
  for (int code = 0; code < 0x20000; code += code < 0x3000 ? 1 : 97) {
    if (code >= 0xD800 && code < 0xE000) continue;
    std::string text = "a";
    const auto byte = [&](int value) { text += static_cast<char>(value); };
    if (code < 0x80) {
      byte(code);
    } else if (code < 0x800) {
      byte(0xC0 | code >> 6);
      byte(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
      byte(0xE0 | code >> 12);
      byte(0x80 | (code >> 6 & 0x3F));
      byte(0x80 | (code & 0x3F));
    } else {
      byte(0xF0 | code >> 18);
      byte(0x80 | (code >> 12 & 0x3F));
      byte(0x80 | (code >> 6 & 0x3F));
      byte(0x80 | (code & 0x3F));
    }
    CHECK(nlohmann::json::parse(written(text)).get<std::string>() == text);
  }
}

}  // namespace cpm
