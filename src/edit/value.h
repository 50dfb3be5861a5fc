#pragma once
// What a file says at a place, without the way it is written.
#include <cstddef>
#include <string>
#include <vector>

#include "yaml/node.h"

namespace cpm::edit {

struct Value {
  enum class Kind { nothing, text, list, map };

  Kind kind = Kind::nothing;
  std::string text = {};               ///< of a text, a number, a date
  std::vector<std::string> keys = {};  ///< of a map, in order, one for each of `parts`
  std::vector<Value> parts = {};       ///< of a list or map

  friend bool operator==(const Value&, const Value&) = default;
};

Value text_value(std::string text);
/// A map with one key.
Value map_value(std::string key, Value part);
/// A list with one entry.
Value list_value(Value part);

/// `null` and nothing at all are both nothing.
Value value_of(const yaml::Node& node);

/// The place of a key of a map; the number of keys when it is not there.
std::size_t find_key(const Value& map, const std::string& key);

}  // namespace cpm::edit
