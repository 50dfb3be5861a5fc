#include <doctest/doctest.h>

#include "base/text.h"
#include "tests/support/holds.h"

using namespace cpm::base;
using cpm::test::Holds;

TEST_CASE("Terminal columns: wide characters take two, combining marks none") {
  CHECK(display_width("") == 0);
  CHECK(display_width("county") == 6);
  CHECK(display_width("Ma\xC3\xB1"
                      "ana") == 6);
  CHECK(display_width("\xE4\xB8\xAD\xE6\x96\x87") == 4);
  CHECK(display_width("\xED\x95\x9C") == 2);
  CHECK(display_width("\xF0\x9F\x99\x82") == 2);
  CHECK(display_width("e\xCC\x81") == 1);
  CHECK(display_width("\xE2\x98\x91\xEF\xB8\x8F") == 1);
  CHECK(display_width("\xE2\x80\xA6\xE2\x86\x92\xE2\x94\x80") == 3);
  CHECK(display_width("a\xFF") == 2);
}

TEST_CASE("Text is broken at spaces") {
  CHECK(wrapped("one two three", 7) == std::vector<std::string>{"one two", "three"});
  CHECK(wrapped("one two three", 8) == std::vector<std::string>{"one two", "three"});
  CHECK(wrapped("one  two\n three", 0) == std::vector<std::string>{"one two three"});
  CHECK(wrapped("a extraordinarily b", 5) == std::vector<std::string>{"a", "extraordinarily", "b"});
  CHECK(wrapped("", 10) == std::vector<std::string>{""});
  CHECK(wrapped("  ", 10) == std::vector<std::string>{""});
  CHECK(wrapped("\xE4\xB8\xAD \xE6\x96\x87", 4) == std::vector<std::string>{"\xE4\xB8\xAD", "\xE6\x96\x87"});
}

TEST_CASE("Plain text in any language stays as it is") {
  for (const char* const text : {"", "plain",
                                 "Yurok: ne-kep\xC3\xA9"
                                 "eh",
                                 "\xE4\xB8\xAD\xE6\x96\x87", "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7",
                                 "\xD9\x85\xDB\x8C\xE2\x80\x8C\xD8\xAE", "e\xCC\x81", "a|b\\c`d`"}) {
    CAPTURE(text);
    CHECK(visible(text) == text);
  }
}

TEST_CASE("Line ends and tabs become one space each") {
  CHECK(visible("a\nb\r\nc\td\re") == "a b c d e");
  CHECK(visible("a\n\nb") == "a  b");
  CHECK(visible("a\r\n") == "a ");
}

TEST_CASE("Characters that a terminal obeys are made visible") {
  CHECK(visible("\x1b[31mred") == "\\x1b[31mred");
  CHECK(visible(std::string_view("a\0b", 3)) == "a\\x00b");
  CHECK(visible("\x7f\b\a") == "\\x7f\\x08\\x07");
  CHECK(visible("\xC2\x9B") == "\\u{9b}");
  CHECK(visible("\xC2\x85") == "\\u{85}");
}

TEST_CASE("Characters that nobody sees are made visible") {
  CHECK(visible("a\xE2\x80\xAE"
                "b") == "a\\u{202e}b");
  CHECK(visible("\xE2\x80\xAA\xE2\x81\xA6\xE2\x81\xA9") == "\\u{202a}\\u{2066}\\u{2069}");
  CHECK(visible("\xE2\x80\x8E\xE2\x80\x8F\xD8\x9C") == "\\u{200e}\\u{200f}\\u{61c}");
  CHECK(visible("\xE2\x80\x8B\xE2\x81\xA0\xEF\xBB\xBF") == "\\u{200b}\\u{2060}\\u{feff}");
  CHECK(visible("\xE2\x80\xA8\xE2\x80\xA9") == "\\u{2028}\\u{2029}");
  CHECK(visible("\xF3\xA0\x81\x81") == "\\u{e0041}");
}

TEST_CASE("Bytes that are not UTF-8 are shown as bytes, and the result is always valid") {
  CHECK(visible("caf\xE9") == "caf\\xe9");
  CHECK(visible("\xC3") == "\\xc3");
  CHECK(visible("\xED\xA0\x80") == "\\xed\\xa0\\x80");
  std::string every_byte;
  for (int byte = 0; byte < 256; ++byte) every_byte += static_cast<char>(byte);
  const std::string shown = visible(every_byte);
  CHECK_FALSE(first_bad_utf8(shown).has_value());
  CHECK(shown != Holds{"\x1b"});
  CHECK(visible(shown) == shown);
}
