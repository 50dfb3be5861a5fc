#pragma once
// Texts as Windows has them, and as cpm has them. Names on a disk may hold halves of a character that belong to nothing; each
// becomes three bytes that are not UTF-8, and comes back as it was.
#include <string>
#include <string_view>

namespace cpm::base {

std::wstring utf16_of(std::string_view text);
std::string utf8_of(std::wstring_view text);

/// How many bytes at the end of the text begin a character that is not complete.
std::size_t unfinished_bytes(std::string_view text);

}  // namespace cpm::base
