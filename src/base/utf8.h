#pragma once
// One code point at a time out of UTF-8 text that may be broken. Strict: no overlong forms, no surrogates.
#include <cstddef>
#include <string>
#include <string_view>

namespace cpm::base {

/// A code point and the bytes it takes; a byte that is not UTF-8 stands alone with `valid` false.
struct CodePoint {
  char32_t code = 0;
  std::size_t bytes = 1;
  bool valid = false;
};

/// The character that starts at byte `at`, which must be inside the text.
CodePoint code_point_at(std::string_view text, std::size_t at);

/// The bytes of a character; U+FFFD for what is none.
std::string as_utf8(char32_t code);

/// The character of a byte in Windows-1252, as American PCs write texts; 0 where there is none.
char32_t windows_1252(unsigned char byte);

/// The bytes of a dash that word processors write for a hyphen, at the start of the text: U+2010 to U+2015, and the minus
/// U+2212. 0 when there is none.
std::size_t long_dash_length(std::string_view text);

}  // namespace cpm::base
