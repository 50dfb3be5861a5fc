#pragma once
// Places in a text as the protocol counts them: lines and characters from 0, characters in the units that client and server
// have agreed on. Any place a client names is one: beyond a line it is its end, beyond the text the text's end.
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "lsp/json.h"

namespace cpm::lsp {

/// What a column counts: bytes, or halves of UTF-16.
enum class Units { utf8, utf16 };

struct Position {
  std::int64_t line = 0;
  std::int64_t character = 0;
  friend bool operator==(const Position&, const Position&) = default;
};

/// A text with its lines, which end in `\n`, `\r\n` or `\r`. The bytes must outlive it.
class Places {
 public:
  Places(std::string_view bytes, Units units);

  std::size_t byte_of(const Position& position) const;
  Position position_of(std::size_t byte) const;
  /// `{"start","end"}` of the bytes `[begin, end)`.
  Json range(std::size_t begin, std::size_t end) const;
  std::size_t line_of(std::size_t byte) const;
  /// Of a line, before its line end.
  std::size_t end_of_line(std::size_t line) const;
  std::size_t begin_of_line(std::size_t line) const { return starts_[line]; }
  std::size_t lines() const { return starts_.size(); }

 private:
  std::string_view bytes_;
  Units units_;
  std::vector<std::size_t> starts_;
};

Json json_of(const Position& position);
/// Throws Refused where there is none. Places before the text count as its beginning.
Position need_position(const Json& object, std::string_view path);

}  // namespace cpm::lsp
