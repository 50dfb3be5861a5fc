#pragma once
// The keys and list entries of a YAML text, as far as lines and indentation tell. For texts in the middle of typing, which no
// reader of YAML takes: a half written key, a bracket or quote that nobody has closed yet, a line that stands too far to the
// right. Of a text that is YAML it finds what a reader of YAML finds; of any other one it makes the best.
#include <cstddef>
#include <string_view>
#include <vector>

namespace cpm::assist {

inline constexpr std::size_t kNone = static_cast<std::size_t>(-1);

/// The bytes `[begin, end)`.
struct Stretch {
  std::size_t begin = 0;
  std::size_t end = 0;

  bool empty() const { return begin == end; }
  /// Does a cursor stand in it, or at one of its ends?
  bool touches(std::size_t at) const { return begin <= at && at <= end; }
};

/// How a value is written: not at all, on its lines as plain text or in quotes, as lines behind `|` or `>`, between brackets.
enum class Form { nothing, plain, quoted, lines, brackets };

/// A key of a map with what is behind it, or an entry of a list. The first one is the file itself, and holds the others.
struct Part {
  std::size_t above = kNone;  ///< the part that holds it
  bool entry = false;         ///< of a list
  bool colon = false;         ///< a key that has its colon; without one it may as well be a text
  bool flow = false;          ///< between brackets
  Form form = Form::nothing;
  int column = -1;      ///< of key or dash, from 0; -1: the file
  Stretch name = {};    ///< the key with its quotes; the dash, or nothing where an entry between brackets begins
  Stretch value = {};   ///< with quotes or brackets; empty right behind the colon or dash when nothing is there
  std::size_t end = 0;  ///< up to here, on the first line, a value can stand: before a comment
};

/// What stands between two brackets, the second of which may be missing.
struct Bracket {
  std::size_t owner = 0;  ///< the part whose value they are
  std::size_t open = 0;   ///< the first one
  std::size_t close = 0;  ///< the second one, or where it should stand at the latest
  bool map = false;
};

/// Parts are in the order of their first bytes, brackets of the first one. Linear in the size of the text.
struct Outline {
  std::string_view bytes;
  std::vector<Part> parts;
  std::vector<Bracket> brackets;
};

Outline outline_of(std::string_view bytes);

/// A line without its line end: `[begin, end)`, and where the next one begins.
struct LineBounds {
  std::size_t begin = 0;
  std::size_t content = 0;  ///< its first byte that is no blank, or `end`
  std::size_t end = 0;
  std::size_t next = 0;

  bool blank() const { return content == end; }
};
LineBounds line_bounds(std::string_view bytes, std::size_t at);

/// Before a comment and the blanks in front of it: the end of a plain text that goes on to `end` at most.
std::size_t end_of_words(std::string_view bytes, std::size_t at, std::size_t end);

}  // namespace cpm::assist
