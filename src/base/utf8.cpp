#include "base/utf8.h"

#include <array>

#include "base/assert.h"

namespace cpm::base {
namespace {

unsigned char byte_at(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

// Bytes of the character that a first byte announces; 0 when no character starts with it.
std::size_t announced_bytes(unsigned char first) {
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first <= 0xDF) return 2;
  if (first >= 0xE0 && first <= 0xEF) return 3;
  return first >= 0xF0 && first <= 0xF4 ? 4 : 0;
}

// The first byte's own part of the code point.
char32_t first_bits(unsigned char first, std::size_t bytes) {
  constexpr unsigned char kMasks[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
  return static_cast<char32_t>(first & kMasks[bytes]);
}

bool allowed(char32_t code, std::size_t bytes) {
  constexpr char32_t kSmallest[] = {0, 0, 0x80, 0x800, 0x10000};
  const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
  return code >= kSmallest[bytes] && code <= 0x10FFFF && !surrogate;
}

}  // namespace

CodePoint code_point_at(std::string_view text, std::size_t at) {
  CPM_ASSERT(at < text.size());
  const CodePoint broken{.code = byte_at(text, at), .bytes = 1, .valid = false};
  const std::size_t bytes = announced_bytes(byte_at(text, at));
  if (bytes == 0 || bytes > text.size() - at) return broken;
  char32_t code = first_bits(byte_at(text, at), bytes);
  for (std::size_t i = 1; i < bytes; ++i) {
    const unsigned char next = byte_at(text, at + i);
    if ((next & 0xC0) != 0x80) return broken;
    code = (code << 6) | static_cast<char32_t>(next & 0x3F);
  }
  return allowed(code, bytes) ? CodePoint{.code = code, .bytes = bytes, .valid = true} : broken;
}

std::string as_utf8(char32_t code) {
  if (code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) code = 0xFFFD;
  const auto byte = [](char32_t bits) { return static_cast<char>(bits); };
  const auto next = [&](int shift) { return byte(0x80 | ((code >> shift) & 0x3F)); };
  if (code < 0x80) return {byte(code)};
  if (code < 0x800) return {byte(0xC0 | (code >> 6)), next(0)};
  if (code < 0x10000) return {byte(0xE0 | (code >> 12)), next(6), next(0)};
  return {byte(0xF0 | (code >> 18)), next(12), next(6), next(0)};
}

char32_t windows_1252(unsigned char byte) {
  // From 0x80 to 0x9F; everything else is Unicode's first page.
  constexpr std::array<char16_t, 32> kOwn = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                             0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                             0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                             0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};
  return byte >= 0x80 && byte < 0xA0 ? kOwn[byte - 0x80U] : byte;
}

std::size_t long_dash_length(std::string_view text) {
  constexpr char32_t kHyphen = 0x2010;
  constexpr char32_t kBar = 0x2015;
  constexpr char32_t kMinus = 0x2212;
  if (text.empty()) return 0;
  const CodePoint first = code_point_at(text, 0);
  const bool dash = (first.code >= kHyphen && first.code <= kBar) || first.code == kMinus;
  return first.valid && dash ? first.bytes : 0;
}

}  // namespace cpm::base
