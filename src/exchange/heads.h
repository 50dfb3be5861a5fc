#pragma once
// The row of a sheet that says what stands in its columns.
#include <cstddef>
#include <string>

#include "sheet/book.h"

namespace cpm::exchange {

/// Cells of a row, up to the last one that is there.
std::size_t width_of(const sheet::Sheet& sheet, std::size_t row);
/// The head of a column, without spaces around it; empty where the cell holds no text.
std::string head_at(const sheet::Sheet& sheet, std::size_t row, std::size_t column);
/// Does anything stand in the column, from this row on?
bool is_filled(const sheet::Sheet& sheet, std::size_t first_row, std::size_t column);

}  // namespace cpm::exchange
