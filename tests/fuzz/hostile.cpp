#include "tests/fuzz/hostile.h"

#include <algorithm>
#include <array>

namespace cpm::fuzz {
namespace {

using namespace std::string_view_literals;

// What has a meaning somewhere: Markdown, HTML, XML, Mermaid, CSV, iCalendar, terminals, hosts of code.
constexpr std::array kPieces = {"|"sv,
                                "\\"sv,
                                "`"sv,
                                "```"sv,
                                "\n```\n"sv,
                                "*"sv,
                                "_"sv,
                                "~~"sv,
                                "[a](b)"sv,
                                "![a](b)"sv,
                                "]("sv,
                                "[x] "sv,
                                "[^1]"sv,
                                "<b>"sv,
                                "<!--"sv,
                                "-->"sv,
                                "]]>"sv,
                                "<![CDATA["sv,
                                "</text>"sv,
                                "<script>"sv,
                                "</script>"sv,
                                "</style>"sv,
                                "&amp;"sv,
                                "&#0;"sv,
                                "&"sv,
                                "\""sv,
                                "'"sv,
                                "\n# x\n"sv,
                                "\n---\n"sv,
                                "\n\n    "sv,
                                "\n- a"sv,
                                "1. "sv,
                                "\n::error::"sv,
                                "%0A"sv,
                                "%%"sv,
                                "=1+1"sv,
                                "=cmd|' /C'!A0"sv,
                                "+1"sv,
                                "-1"sv,
                                "@SUM(A1)"sv,
                                ","sv,
                                ";"sv,
                                "\r\n"sv,
                                "\r"sv,
                                "\t"sv,
                                "\v"sv,
                                "\x1b[31m"sv,
                                "\x1b]0;x\x07"sv,
                                "\x7f"sv,
                                "\xc2\x9b"sv,
                                "\xc2\x85"sv,
                                "\xe2\x80\xae"sv,
                                "\xe2\x80\x8b"sv,
                                "\xe2\x80\xa8"sv,
                                "\xef\xbb\xbf"sv,
                                "\xf3\xa0\x81\x81"sv,
                                "\xff"sv,
                                "\xed\xa0\x80"sv,
                                "\0"sv,
                                "\xcc\x81"sv,
                                "http://x.org/a_b"sv,
                                "www.x.org<b>"sv,
                                "javascript:a"sv,
                                "a@b.org"sv,
                                "end"sv,
                                "\"]\n  n9"sv,
                                ":::loose"sv,
                                "BEGIN:VEVENT"sv,
                                "\nEND:VEVENT\n"sv,
                                "#quot;"sv,
                                "\\n"sv,
                                "\\,"sv,
                                "word"sv,
                                "two words"sv,
                                " "sv,
                                "\xe8\xaa\xac\xe6\x98\x8e"sv,
                                "\xef\xbc\x9d"sv,
                                "$x$"sv,
                                ":---|"sv,
                                "\n| a | b |\n"sv};

}  // namespace

std::size_t Bytes::number(std::size_t most) {
  if (rest_.empty() || most == 0) return 0;
  const auto byte = static_cast<unsigned char>(rest_.front());
  rest_.remove_prefix(1);
  return byte % (most + 1);
}

std::string Bytes::text() {
  std::string text;
  for (std::size_t parts = number(4); parts > 0 && more(); --parts) {
    const std::size_t choice = number(255);
    if (choice < kPieces.size()) {
      text += kPieces[choice];
      continue;
    }
    const std::size_t length = std::min(choice - kPieces.size(), rest_.size());
    text += rest_.substr(0, length);
    rest_.remove_prefix(length);
  }
  return text;
}

}  // namespace cpm::fuzz
