#include "edit/value.h"

#include <algorithm>
#include <utility>

namespace cpm::edit {

Value text_value(std::string text) {
  return {.kind = Value::Kind::text, .text = std::move(text)};
}

Value map_value(std::string key, Value part) {
  Value map{.kind = Value::Kind::map};
  map.keys.push_back(std::move(key));
  map.parts.push_back(std::move(part));
  return map;
}

Value list_value(Value part) {
  Value list{.kind = Value::Kind::list};
  list.parts.push_back(std::move(part));
  return list;
}

Value value_of(const yaml::Node& node) {
  Value value;
  switch (node.kind) {
    case yaml::Kind::null:
      return value;
    case yaml::Kind::scalar:
      return text_value(std::string(node.text));
    case yaml::Kind::list:
      value.kind = Value::Kind::list;
      for (const yaml::Node* const item : node.items) value.parts.push_back(value_of(*item));
      return value;
    case yaml::Kind::map:
      value.kind = Value::Kind::map;
      for (const yaml::Entry& entry : node.entries) {
        value.keys.emplace_back(entry.key->text);
        value.parts.push_back(value_of(*entry.value));
      }
      return value;
  }
  return value;
}

std::size_t find_key(const Value& map, const std::string& key) {
  return static_cast<std::size_t>(std::ranges::find(map.keys, key) - map.keys.begin());
}

}  // namespace cpm::edit
