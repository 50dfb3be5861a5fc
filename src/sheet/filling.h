#pragma once
// Cells put into a book one after the other, within its limits.
#include <cstddef>

#include "sheet/book.h"

namespace cpm::sheet {

/// From the first row and column to the last ones, counted from 0.
struct Area {
  std::size_t top = 0;
  std::size_t left = 0;
  std::size_t bottom = 0;
  std::size_t right = 0;
};

class Filling {
 public:
  /// False: the book holds more than cpm reads, and `trouble` says so.
  bool put(Sheet& sheet, std::size_t row, std::size_t column, Cell&& cell);
  /// The value of the first cell stands in all of them, down to the last row that says something.
  bool spread(Sheet& sheet, const Area& area);
  static Trouble trouble();

 private:
  bool has_room_for(const Cell& cell);

  std::size_t cells_ = 0;
  std::size_t bytes_ = 0;  ///< of texts: many cells may share one
};

/// "F7" or "$F$7"; false when it is no name of a cell.
bool read_cell_name(std::string_view name, std::size_t& row, std::size_t& column);

/// What a number format makes of a number: `mmm-yy` of a month, `0%` of a percent.
Cell::Shown shown_by(std::string_view number_format);

}  // namespace cpm::sheet
