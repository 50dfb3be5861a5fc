#pragma once
// One difference between a spreadsheet and a file: what the spreadsheet asks for, and the changes of the file that would do it.
#include <cstddef>
#include <string>
#include <vector>

#include "edit/edit.h"
#include "exchange/reading.h"

namespace cpm::exchange {

/// What a spreadsheet asks for.
enum class Wish {
  change,      ///< of a value
  clear,       ///< of a value that was there
  add_row,     ///< a record that the file does not have
  remove_row,  ///< a record that is in the file and no longer in the spreadsheet
};

enum class Standing {
  open,      ///< only the spreadsheet has changed: it can be done
  conflict,  ///< the file has changed there, too, and to something else
  problem,   ///< it cannot be done; `problem` says why
};

/// One difference between the spreadsheet and the file.
struct Difference {
  Wish wish = Wish::change;
  Standing standing = Standing::open;
  std::string place;  ///< of the cell: "Steps!F7"; of a row that is gone, its sheet and id: "Steps!s2"
  std::string path;   ///< in the file: "steps[s2].due"
  std::string was;    ///< exported; empty: nothing, or nobody knows
  std::string says;   ///< the spreadsheet
  std::string now;    ///< the file
  std::string problem = {};
  std::string help = {};
  /// In this order; of a new row the record alone, its values follow as differences of their own.
  std::vector<edit::Change> changes = {};
  std::size_t row = 0;  ///< differences of one new row share a number, from 1
};

/// What a cell asks of a value of a record, wherever the file stands.
Difference difference_at(const ReadCell& cell, const Column& column, const edit::Path& record, const std::string& was,
                         const std::string& now);
/// Something that the spreadsheet says and that cannot be done.
Difference problem_at(std::string place, std::string says, std::string problem, std::string help);
void make_problem(Difference& difference, std::string problem, std::string help);

/// As `cpm set` takes it: a list as YAML.
std::string typed_value(const std::string& value, const Column& column);
/// The path of a list or map, then more of it.
edit::Path with_parts(edit::Path path, const edit::Path& more);
edit::Path with_entry(edit::Path list, std::string entry);

}  // namespace cpm::exchange
