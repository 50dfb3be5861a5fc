#pragma once
// The tables in a spreadsheet that somebody worked in: sheets renamed or moved, columns in another order, rows in between.
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "exchange/grid.h"
#include "exchange/words.h"
#include "sheet/book.h"

namespace cpm::exchange {

/// What a cell says for a column, and where it stands.
struct ReadCell {
  bool there = false;  ///< the table has the column
  Said said = {};
  std::string place = {};  ///< "Steps!F7"
};

struct ReadRow {
  std::string key;              ///< as written; empty: a new row
  std::string place;            ///< of the cell that holds the key: "Steps!A7"
  std::vector<ReadCell> cells;  ///< one a column of the grid; of `Rows::fields` one, the value
};

struct ReadTable {
  const Table* table = nullptr;
  std::string sheet;  ///< the name it has now
  std::vector<ReadRow> rows;
};

struct ReadBook {
  std::vector<ReadTable> tables;
  std::vector<std::string> remarks;  ///< what was passed over: sheets, columns, formulas
};

/// `grids`: what the file says now; their columns are looked for. A map in place of that: `exchange/map`.
ReadBook read_tables(const sheet::Book& book, const std::vector<Grid>& grids, const Meaning& meaning);

/// What of the whole book is passed over.
void remark_book(const sheet::Book& book, std::vector<std::string>& remarks);

/// One table of a sheet, where it is known which column stands where (nothing: it has none), from the row behind the heads.
struct Located {
  const Grid* grid = nullptr;
  std::size_t first_row = 1;
  std::vector<std::optional<std::size_t>> columns;
};
ReadTable read_table(const sheet::Sheet& sheet, const Located& located, const Meaning& meaning,
                     std::vector<std::string>& remarks);

/// Where each column stands by these heads: by its own head, its key, another name for it, or nearly so. `may_stand` says of a
/// column of the table whether it may stand in that of the sheet; empty: in any.
std::vector<std::optional<std::size_t>> find_columns(
    const sheet::Sheet& sheet, std::size_t heads, const Grid& grid,
    const std::function<bool(const Column& column, std::size_t at)>& may_stand = {});

}  // namespace cpm::exchange
