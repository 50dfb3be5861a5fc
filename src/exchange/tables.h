#pragma once
// Which tables a kind of file becomes in a spreadsheet, and their columns, made from the field tables.
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "edit/path.h"
#include "format/kinds.h"
#include "format/shape.h"

namespace cpm::exchange {

/// What the rows of a table are.
enum class Rows {
  fields,   ///< the file's own values, one a row
  records,  ///< entries of a list
  keyed,    ///< entries of a map: ratings by item
};

/// One row of the list of tables. `path` leads to the list or map; `inner` from each of its records to a list or map within.
struct Table {
  std::string_view kind;   ///< word of the kind of file
  std::string_view sheet;  ///< name of the sheet
  Rows rows = Rows::records;
  std::string_view path = {};
  std::string_view inner = {};
  /// Keys that have a sheet of their own, or that a spreadsheet cannot hold, separated by `|`.
  std::string_view without = {};
  std::string_view about = {};  ///< a sentence for the first sheet
};

std::span<const Table> tables();
std::vector<const Table*> tables_of(const format::Kind& kind);
/// By its name, however it is written.
const Table* find_table(const format::Kind& kind, std::string_view sheet);

/// What a column is for a row.
enum class Role {
  key,     ///< the id of its record, or its number
  holder,  ///< the id of the record that it belongs to, in tables with `inner`
  inner,   ///< its key in the inner map
  value,
  answer,  ///< the score of a rating, or why there is none
};

struct Column {
  std::string head;                      ///< "Responsible: role"
  edit::Path path = {};                  ///< from the row's record; of an answer that of the score
  const format::Shape* shape = nullptr;  ///< a scalar, or a list of scalars
  const format::Field* field = nullptr;
  const format::Field* above = nullptr;  ///< the record's row, of the key that one value in place of the record means
  Role role = Role::value;
  bool needed = false;                   ///< a row cannot be without it
  const format::Field* state = nullptr;  ///< answer: the other key

  /// "responsible.role": names it where a spreadsheet keeps what was exported.
  std::string key() const;
};

/// The shape of what the table's path leads to, and of its inner list or map (nullptr without one).
struct Shapes {
  const format::Shape* outer = nullptr;
  const format::Shape* inner = nullptr;
};
Shapes shapes_of(const Table& table, const format::Kind& kind);

/// In the order of the field table; the columns that name the row come first. Without the values of the scale that votes need.
std::vector<Column> columns_of(const Table& table, const format::Kind& kind);

/// The file's own values, for `Rows::fields`.
std::vector<Column> fields_of(const Table& table, const format::Kind& kind);

/// Is it `word`, or one of several that `|` separates?
bool is_among(std::string_view word, std::string_view list);

}  // namespace cpm::exchange
