#include "sheet/filling.h"

#include <algorithm>

#include "base/ascii.h"

namespace cpm::sheet {

bool Filling::has_room_for(const Cell& cell) {
  bytes_ += cell.text.size();
  return ++cells_ <= kMostCells && bytes_ <= kMostUnpacked;
}

bool Filling::put(Sheet& sheet, std::size_t row, std::size_t column, Cell&& cell) {
  if (cell.kind == Cell::Kind::empty) return true;
  if (row >= kMostRows || column >= kMostColumns || !has_room_for(cell)) return false;
  if (sheet.rows.size() <= row) sheet.rows.resize(row + 1);
  Row& cells = sheet.rows[row];
  if (cells.size() <= column) cells.resize(column + 1);
  cells[column] = std::move(cell);
  return true;
}

bool Filling::spread(Sheet& sheet, const Area& area) {
  Cell first = sheet.cell(area.top, area.left);
  if (first.kind == Cell::Kind::empty) return true;
  first.from_merged = true;
  const std::size_t bottom = std::min(area.bottom, sheet.rows.size() - 1);
  for (std::size_t row = area.top; row <= bottom; ++row)
    for (std::size_t column = area.left; column <= std::min(area.right, kMostColumns - 1); ++column)
      if (sheet.cell(row, column).kind == Cell::Kind::empty && !put(sheet, row, column, Cell(first))) return false;
  return true;
}

Trouble Filling::trouble() {
  return {.reason = "the file holds more cells than cpm reads",
          .help = "remove the rows and columns that are not used, and save it again"};
}

bool read_cell_name(std::string_view name, std::size_t& row, std::size_t& column) {
  std::size_t letters = 0;
  std::size_t digits = 0;
  for (const char each : name) {
    if (each == '$') continue;
    if (base::is_digit(each)) {
      digits = digits * 10 + static_cast<std::size_t>(each - '0');
      if (digits > 10'000'000) return false;
    } else {
      const char lower = base::lower_character(each);
      if (digits > 0 || !base::is_lower(lower)) return false;
      letters = letters * 26 + static_cast<std::size_t>(lower - 'a' + 1);
      if (letters > 100'000) return false;
    }
  }
  if (letters == 0 || digits == 0) return false;
  row = digits - 1;
  column = letters - 1;
  return true;
}

Cell::Shown shown_by(std::string_view number_format) {
  // Texts in quotes, colors and conditions in brackets, and what follows a backslash are no part of the pattern.
  std::string pattern;
  for (std::size_t i = 0; i < number_format.size() && number_format[i] != ';'; ++i) {
    const char each = number_format[i];
    if (each == '"' || each == '[') {
      i = number_format.find(each == '"' ? '"' : ']', i + 1);
      if (i == std::string_view::npos) break;
    } else if (each == '\\' || each == '_' || each == '*') {
      ++i;
    } else {
      pattern += base::lower_character(each);
    }
  }
  if (pattern.find("general") != std::string::npos) return Cell::Shown::plain;
  if (pattern.find('%') != std::string::npos) return Cell::Shown::percent;
  const bool day = pattern.find('d') != std::string::npos;
  const bool year = pattern.find('y') != std::string::npos;
  const bool month = pattern.find('m') != std::string::npos;
  if (day && (year || month)) return Cell::Shown::day;
  return year && month ? Cell::Shown::month : Cell::Shown::plain;
}

}  // namespace cpm::sheet
