#pragma once
// The bytes of one file as the reader's parts look at them: lines, gaps between words, quotes. Knows the surface of
// YAML (comments, quotes, dashes), not its grammar.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/ascii.h"
#include "diag/diagnostic.h"
#include "diag/source_file.h"
#include "diag/span.h"

namespace cpm::yaml {

constexpr std::size_t kNowhere = std::string_view::npos;

/// What the caller knows of a key: what follows it; `label`: people call some key so. A fix that puts a text in quotes is sure only where a text belongs.
enum class KeyUse { unknown, label, text, texts, record, other };

/// One file while it is read. `start` is behind a byte order mark; all places count from byte 0.
struct Source {
  const diag::SourceFile& file;
  diag::FileId id;
  std::string_view bytes;
  std::size_t start;
  KeyUse (*use_of_key)(std::string_view key) = nullptr;

  /// Of at least nothing, and inside the file.
  diag::Span span(std::size_t begin, std::size_t end) const {
    const std::size_t last = std::min(std::max(begin, end), bytes.size());
    return diag::Span{.file = id,
                      .begin = static_cast<std::uint32_t>(std::min(begin, last)),
                      .end = static_cast<std::uint32_t>(last),
                      .whole_file = false};
  }
  std::size_t line_number(std::size_t at) const { return file.position(at).line; }
  std::string_view text(std::size_t begin, std::size_t end) const { return bytes.substr(begin, end - begin); }
};

/// A line without its line end. `content` is the first byte that is no space (or `end`).
struct Line {
  std::size_t begin = 0;
  std::size_t content = 0;
  std::size_t end = 0;
  std::size_t next = 0;  ///< where the next line starts; the size of the file behind the last line

  std::size_t indent() const { return content - begin; }
  bool blank() const { return content == end; }
};

/// A space or a tab.
constexpr bool is_blank(char character) {
  return character == ' ' || character == '\t';
}
/// A space, a tab or part of a line end.
constexpr bool is_space(char character) {
  return is_blank(character) || character == '\n' || character == '\r';
}

/// A letter or `_`: what a key begins with.
constexpr bool is_key_start(char c) {
  return base::is_letter(c) || c == '_';
}

Line line_at(const Source& source, std::size_t at);
std::optional<Line> line_after(const Source& source, const Line& line);
/// The nearest line above or below that has more than spaces and comments.
std::optional<Line> filled_line_above(const Source& source, const Line& line);
std::optional<Line> filled_line_below(const Source& source, const Line& line);
std::string_view content_of(const Source& source, const Line& line);

/// Behind spaces, line ends and comments: where the next word or character starts, or the size of the file.
std::size_t behind_gap(std::string_view bytes, std::size_t at);

/// Where the text of a line ends when it is not in quotes: before a comment and trailing spaces.
std::size_t end_of_text(const Source& source, std::size_t from, const Line& line);

/// Behind leading dashes: the column where an entry's first key or text starts, counted from 0.
std::size_t entry_start(const Source& source, const Line& line);

/// The bytes of a single-word key (`due`, `"due"`) at the start of `text` when a colon and then a space or nothing
/// follow; 0 when there is none.
std::size_t key_length(std::string_view text);

/// A key with its colon, or a dash: what starts a new thing rather than going on with a text.
bool looks_structural(std::string_view content);

/// What belongs where this value or list entry begins, by the key before it: `text`, or another use.
KeyUse use_at(const Source& source, std::size_t value);
/// Does the text of this line go on in the next one, which is indented deeper and begins nothing of its own?
bool goes_on_below(const Source& source, std::size_t at);

/// The closing quote of the text whose opening quote is at `open`; kNowhere when it is never closed.
std::size_t closing_quote(std::string_view bytes, std::size_t open);

/// The text in quotes, in the style that needs no change of its bytes where there is one.
std::string in_quotes(std::string_view text);

/// `text` as it may stand in a message: one line, no control characters, not long.
std::string shown(std::string_view text);

/// The name of a character that cannot be seen ("a no-break space"), or nothing for all others.
std::string_view invisible_name(char32_t code);
/// "U+00A0"
std::string code_point_text(char32_t code);

}  // namespace cpm::yaml
