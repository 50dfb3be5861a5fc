#pragma once
// The field reference of cpm-format(5) and of `cpm help KIND`: every key of a kind with need, shape and meaning.
#include <string>
#include <vector>

#include "format/kinds.h"

namespace cpm::format {

/// One key in the order of the tables; records inside records are indented by `depth`.
struct FieldLine {
  std::size_t depth = 0;
  std::string name;   ///< "snapshot", "file"
  std::string need;   ///< "must", "should", "may"
  std::string shape;  ///< "a date (YYYY-MM-DD)"
  std::string about;
};

std::vector<FieldLine> field_lines(const Kind& kind);

}  // namespace cpm::format
