#pragma once
// The way to a place in a file, by the field tables: what is there on each level, and from where on nothing is.
#include <cstddef>
#include <string>
#include <variant>
#include <vector>

#include "edit/path.h"
#include "format/shape.h"
#include "yaml/node.h"

namespace cpm::edit {

struct Level {
  const format::Shape* shape = nullptr;
  const yaml::Node* node = nullptr;  ///< nullptr: not there
  std::string key = {};              ///< in the map above; empty for an entry of a list
  std::size_t index = 0;             ///< among the parts of the level above; their number when it is not there
};

struct Place {
  std::vector<Level> levels;  ///< the whole file first, then one for each part of the path
  Path path;                  ///< with the keys' own names

  const Level& last() const { return levels.back(); }
  /// How many levels hold something; the file itself always does.
  std::size_t depth() const;
};

/// Why something cannot be done, and what to do instead.
struct Refusal {
  std::string reason;
  std::string help = {};
  bool in_file = false;  ///< the place and the value are right; the file is not, or leaves no sure place
};

/// Other names of a key are understood. Refuses keys and entries that the format does not have, or the file does not say.
std::variant<Place, Refusal> find_place(const yaml::Node& root, const format::Shape& shape, const Path& path);

}  // namespace cpm::edit
