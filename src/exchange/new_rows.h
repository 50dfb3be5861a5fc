#pragma once
// Rows of a spreadsheet that become records of the file.
#include <map>
#include <set>
#include <string>

#include "exchange/merge.h"

namespace cpm::exchange {

/// What is written in the column of ids, if it can be one; else an id from its words, the same each time.
std::string id_for(const Column& column, const std::string& written);

/// For one table.
class NewRows {
 public:
  /// `rows` counts the new rows of all tables.
  NewRows(const Grid& file, const format::Kind& kind, Merged& out, std::size_t& rows);

  /// One difference that begins the record, with an id made from its words where it needs one, and one for each of its values;
  /// a problem when it lacks what a record cannot be without.
  void add(const ReadRow& row);

 private:
  std::string new_id(const ReadRow& row);
  std::string title_of(const ReadRow& row) const;
  bool lacks_something(const ReadRow& row);
  Difference row_difference(const ReadRow& row, edit::Path path, std::string value) const;
  void add_cells(const ReadRow& row, const edit::Path& record, std::size_t except);
  void add_named(const ReadRow& row);
  void add_numbered(const ReadRow& row);
  void add_inner(const ReadRow& row);
  edit::Path list_path() const { return *edit::parse_path(file_.table->path); }

  const Grid& file_;
  Shapes shapes_;
  Merged& out_;
  std::size_t& rows_;
  std::set<std::string> ids_;
  std::map<std::string, std::size_t> added_;  ///< to each list of a record; "": to the list of the table
};

}  // namespace cpm::exchange
