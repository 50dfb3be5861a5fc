#pragma once
// What a file says, as the tables of a spreadsheet: one text a cell, in the words of the file.
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/tables.h"
#include "model/instrument.h"
#include "yaml/node.h"

namespace cpm::exchange {

struct GridRow {
  std::string key;                  ///< of its record: "s2", "or-vision", "3", "coaching wd-coaching"
  edit::Path path = {};             ///< to its record, in this file
  std::vector<std::string> values;  ///< one a column; empty: nothing. Entries of a list stand in lines.
};

struct Grid {
  const Table* table = nullptr;
  std::vector<Column> columns;  ///< of `Rows::fields`: one, the value
  std::vector<Column> fields;   ///< of `Rows::fields`: one for each row
  std::vector<GridRow> rows;

  const GridRow* find(std::string_view key) const;
  /// The column that says what the value in this row may be.
  const Column& column_at(std::size_t row, std::size_t column) const {
    return fields.empty() ? columns[column] : fields[row];
  }
};

/// `instrument`: that of a Snapshot, whose items all get a row of ratings and of votes; nullptr: only the rated ones do.
Grid grid_of(const Table& table, const format::Kind& kind, const yaml::Node& root, const model::Instrument* instrument);

/// All tables of the file.
std::vector<Grid> grids_of(const format::Kind& kind, const yaml::Node& root, const model::Instrument* instrument);

/// Without spaces, hidden or not, and empty lines at either end; lines end in `\n`. What a cell and a file both say is equal so.
std::string tidy(std::string_view text);

}  // namespace cpm::exchange
