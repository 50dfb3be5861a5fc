#pragma once
// How a file is written: what is added to it looks like what is there.
#include <cstddef>
#include <string_view>

#include "yaml/node.h"

namespace cpm::edit {

struct Manner {
  std::size_t step = 2;         ///< columns from a key to the keys below it
  std::size_t dash = 2;         ///< columns from a key to the dashes of its list
  std::size_t behind_dash = 2;  ///< columns from a dash to the first key or text of its entry
  char quote = '"';
  std::string_view line_end = "\n";
};

/// By the first place of each sort in the file; quotes by what most texts have.
Manner manner_of(std::string_view bytes, const yaml::Node& root);

/// From 0, in bytes; a byte order mark stands in no column.
std::size_t column_of(std::string_view bytes, std::size_t at);

}  // namespace cpm::edit
