#include "base/windows/utf16.h"

#include "base/utf8.h"

namespace cpm::base {
namespace {

constexpr char32_t kFirstHigh = 0xD800;
constexpr char32_t kFirstLow = 0xDC00;
constexpr char32_t kAfterLow = 0xE000;
constexpr char32_t kFirstPair = 0x10000;
constexpr char32_t kNone = 0xFFFD;

bool is_half(char32_t code) {
  return code >= kFirstHigh && code < kAfterLow;
}

unsigned char byte_at(std::string_view text, std::size_t at) {
  return at < text.size() ? static_cast<unsigned char>(text[at]) : 0;
}

/// Half of a character in three bytes, which UTF-8 does not allow; 0 for anything else.
char32_t half_at(std::string_view text, std::size_t at) {
  const unsigned char second = byte_at(text, at + 1);
  const unsigned char third = byte_at(text, at + 2);
  if (byte_at(text, at) != 0xED || second < 0xA0 || second > 0xBF || third < 0x80 || third > 0xBF) return 0;
  return 0xD000U | ((second & 0x3FU) << 6U) | (third & 0x3FU);
}

void add_utf16(std::wstring& wide, char32_t code) {
  if (code < kFirstPair) {
    wide += static_cast<wchar_t>(code);
    return;
  }
  wide += static_cast<wchar_t>(kFirstHigh + ((code - kFirstPair) >> 10U));
  wide += static_cast<wchar_t>(kFirstLow + ((code - kFirstPair) & 0x3FFU));
}

std::string bytes_of_half(char32_t half) {
  return {'\xED', static_cast<char>(0x80U | ((half >> 6U) & 0x3FU)), static_cast<char>(0x80U | (half & 0x3FU))};
}

}  // namespace

std::wstring utf16_of(std::string_view text) {
  std::wstring wide;
  wide.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    const char32_t half = point.valid ? 0 : half_at(text, at);
    add_utf16(wide, point.valid ? point.code : half != 0 ? half : kNone);
    at += half != 0 ? 3 : point.bytes;
  }
  return wide;
}

std::string utf8_of(std::wstring_view text) {
  std::string narrow;
  narrow.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char32_t unit = text[at];
    const char32_t next = at + 1 < text.size() ? text[at + 1] : 0;
    const bool pair = unit >= kFirstHigh && unit < kFirstLow && next >= kFirstLow && next < kAfterLow;
    if (pair)
      narrow += as_utf8(kFirstPair + ((unit - kFirstHigh) << 10U) + (next - kFirstLow));
    else
      narrow += is_half(unit) ? bytes_of_half(unit) : as_utf8(unit);
    at += pair ? 1 : 0;
  }
  return narrow;
}

std::size_t unfinished_bytes(std::string_view text) {
  for (std::size_t back = 1; back <= 3 && back <= text.size(); ++back) {
    const unsigned char byte = byte_at(text, text.size() - back);
    if (byte < 0x80) return 0;
    const std::size_t wanted = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 0;
    if (wanted > 0) return wanted > back ? back : 0;
  }
  return 0;
}

}  // namespace cpm::base
