#include "exchange/heads.h"

#include "exchange/grid.h"

namespace cpm::exchange {

using sheet::Cell;
using sheet::Sheet;

std::size_t width_of(const Sheet& sheet, std::size_t row) {
  return row < sheet.rows.size() ? sheet.rows[row].size() : 0;
}

std::string head_at(const Sheet& sheet, std::size_t row, std::size_t column) {
  const Cell& cell = sheet.cell(row, column);
  return cell.kind == Cell::Kind::text ? tidy(cell.text) : std::string();
}

bool is_filled(const Sheet& sheet, std::size_t first_row, std::size_t column) {
  for (std::size_t row = first_row; row < sheet.rows.size(); ++row) {
    const Cell& cell = sheet.cell(row, column);
    if (cell.kind != Cell::Kind::empty && (cell.kind != Cell::Kind::text || !tidy(cell.text).empty())) return true;
  }
  return false;
}

}  // namespace cpm::exchange
