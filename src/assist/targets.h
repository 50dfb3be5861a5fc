#pragma once
// What references name: which records of which kind of file, by their place in it. One row for each format::Refers.
#include <span>
#include <string_view>

#include "format/shape.h"

namespace cpm::assist {

struct Target {
  std::string_view word;                          ///< "steps"; empty: nothing
  std::string_view kind = {};                     ///< of the file that holds them; empty: the same file
  std::span<const std::string_view> places = {};  ///< the keys of their lists: "steps", "analysis.opportunities"
  bool files = false;                             ///< the files themselves are named
};

const Target& target_of(format::Refers refers);

}  // namespace cpm::assist
