#include "exchange/guess.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/json_writer.h"
#include "base/text.h"
#include "base/timeframe.h"
#include "exchange/heads.h"
#include "exchange/layout.h"
#include "exchange/map.h"
#include "exchange/reading.h"
#include "exchange/stored.h"
#include "format/labels.h"

namespace cpm::exchange {
namespace {

using format::ShapeKind;
using sheet::Cell;
using sheet::Sheet;

constexpr std::size_t kGuessedWithin = 20;
constexpr std::size_t kMostHeads = 60;
constexpr std::size_t kSample = 20;  ///< cells below a head that are looked at

struct Guess {
  const Grid* grid = nullptr;
  std::size_t heads = 0;
  std::vector<std::optional<std::size_t>> columns = {};
  std::size_t count = 0;
};

/// Could the cell stand in this column? Ids, days and numbers tell, other columns take any text.
bool could_be(const Cell& cell, const Column& column, const Meaning& meaning) {
  const std::string value = said(cell, column, meaning).value;
  const format::Shape& shape = *column.shape;
  if (column.role == Role::key)
    return cell.kind == Cell::Kind::text && (shape.form == nullptr || shape.form->matches(value));
  if (shape.kind == ShapeKind::date || shape.kind == ShapeKind::timeframe)
    return cell.shown == Cell::Shown::day || cell.shown == Cell::Shown::month ||
           !base::read_timeframe(value).suggestions.empty() || base::read_timeframe(value).timeframe.has_value();
  return true;
}

/// At least half of what stands below a head.
bool fits_below(const Sheet& sheet, std::size_t heads, std::size_t at, const Column& column, const Meaning& meaning) {
  std::size_t seen = 0;
  std::size_t good = 0;
  for (std::size_t row = heads + 1; row < sheet.rows.size() && seen < kSample; ++row) {
    const Cell& cell = sheet.cell(row, at);
    if (cell.kind == Cell::Kind::empty) continue;
    ++seen;
    if (could_be(cell, column, meaning)) ++good;
  }
  return good * 2 >= seen;
}

/// A word that comes twice in a row is a value, and no head.
bool is_once(const Sheet& sheet, std::size_t row, std::size_t column) {
  const std::string head = head_at(sheet, row, column);
  for (std::size_t i = 0; i < width_of(sheet, row); ++i)
    if (i != column && head_at(sheet, row, i) == head) return false;
  return true;
}

/// The number of a row in a county's own table names no record.
bool is_likely(const Sheet& sheet, std::size_t heads, std::size_t at, const Column& column, const Meaning& meaning) {
  const bool number = column.role == Role::key && column.path.empty();
  return !number && is_once(sheet, heads, at) && fits_below(sheet, heads, at, column, meaning);
}

bool is_value(const Column& column) {
  return column.role == Role::value || column.role == Role::answer;
}

/// The table and the row of heads with the most columns that fit.
Guess guess_of(const Sheet& sheet, const std::vector<Grid>& grids, const Meaning& meaning) {
  Guess best;
  for (const Grid& grid : grids) {
    if (grid.table->rows == Rows::fields) continue;
    for (std::size_t row = 0; row < std::min(kGuessedWithin, sheet.rows.size()); ++row) {
      const auto likely = [&](const Column& column, std::size_t at) {
        return is_likely(sheet, row, at, column, meaning);
      };
      Guess guess{.grid = &grid, .heads = row, .columns = find_columns(sheet, row, grid, likely)};
      for (std::size_t i = 0; i < guess.columns.size(); ++i)
        if (guess.columns[i] && is_value(grid.columns[i])) ++guess.count;
      if (guess.count > best.count) best = std::move(guess);
    }
  }
  return best;
}

std::string quoted(const std::string& text) {
  return base::JsonWriter().text(text).bytes();
}

void add_guess(const Sheet& sheet, const Guess& guess, std::string& out) {
  out += fmt::format("  - sheet: {}\n    table: {}\n    heads: {}\n    columns:\n", quoted(sheet.name),
                     guess.grid->table->sheet, guess.heads + 1);
  for (std::size_t i = 0; i < std::min(kMostHeads, width_of(sheet, guess.heads)); ++i) {
    const std::string head = head_at(sheet, guess.heads, i);
    if (head.empty() || is_explaining(head)) continue;
    const auto found = std::ranges::find(guess.columns, std::optional(i));
    if (found == guess.columns.end()) {
      out += fmt::format("      # - {{head: {}, to: }}\n", quoted(head));
      continue;
    }
    const Column& column = guess.grid->columns[static_cast<std::size_t>(found - guess.columns.begin())];
    out += fmt::format("      - {{head: {}, to: {}}}\n", quoted(head), map_key(column));
  }
  for (std::size_t i = 0; i < guess.columns.size(); ++i) {
    const Column& column = guess.grid->columns[i];
    if (!guess.columns[i] && column.needed && column.role != Role::key)
      out += fmt::format("      # needed, and no column fits: - {{to: {}, value: the same in each row}}\n",
                         map_key(column));
  }
}

}  // namespace

std::string guessed_map(const sheet::Book& book, const std::vector<Grid>& grids, const Meaning& meaning,
                        const std::string& spreadsheet) {
  std::string out = fmt::format(
      "# A first guess. Look at each line: `to` is a key of the table, and a column without one is left out.\nformat: cpm/map/1\nabout: {}\nsheets:\n",
      quoted(spreadsheet));
  bool any = false;
  for (const Sheet& sheet : book.sheets) {
    if (sheet.hidden || sheet.name == kStoredSheet) continue;
    const Guess guess = guess_of(sheet, grids, meaning);
    if (guess.count == 0) continue;
    add_guess(sheet, guess, out);
    any = true;
  }
  if (!any) out += "  # Nothing in the spreadsheet looks like a table of this kind of file.\n  []\n";
  return out;
}

}  // namespace cpm::exchange
