#pragma once
// One line of a file as it can be shown in a terminal: tabs as →, characters nobody sees made visible, long lines cut around
// the place of interest. Knows which byte stands in which column; draws no marks.
#include <cstddef>
#include <string>
#include <vector>

#include "diag/source_file.h"

namespace cpm::render {

/// Bytes `[begin, end)` of a file.
struct Stretch {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// Columns `[begin, end)` of a shown line, from 0.
struct Columns {
  std::size_t begin = 0;
  std::size_t end = 0;
};

struct ShownLine {
  /// A character of the text starts at this byte of the file and in this column.
  struct Place {
    std::size_t byte = 0;
    std::size_t column = 0;
  };
  std::string text;
  std::vector<Place> places;  ///< ascending; the last one is the end of the line
};

/// The line, in at most `width` columns, with `focus` in sight.
ShownLine shown_line(const diag::SourceFile& file, std::size_t line, Stretch focus, std::size_t width);

/// Where the stretch stands in the shown line; at least one column. What lies in a part cut off is at the "…".
Columns columns_of(const ShownLine& line, Stretch stretch);

}  // namespace cpm::render
