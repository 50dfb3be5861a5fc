#pragma once
// The value of a text of several lines, by the rules of YAML's chapters on block and flow scalars. The engine needs as long
// for one as for reading it, and Debian's version returns memory that was never written for some block texts with lines
// further to the right. Left to the engine are the rare forms: explicit indentation, `+`, spaces where the text may end.
#include <cstddef>
#include <memory_resource>
#include <optional>
#include <string_view>

namespace cpm::yaml {

struct Bytes {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// Of a plain text, from its first to its last character. Nothing: ask the engine.
std::optional<std::string_view> joined_lines(std::string_view raw, std::pmr::memory_resource& memory);

/// Of a text that begins with `|` or `>` at `place.begin`; `place.end` is behind its last character that is no space.
std::optional<std::string_view> block_lines(std::string_view bytes, const Bytes& place, bool folded,
                                            std::pmr::memory_resource& memory);

}  // namespace cpm::yaml
