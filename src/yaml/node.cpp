#include "yaml/node.h"

namespace cpm::yaml {

const Entry* find_entry(const Node& map, std::string_view key) {
  for (const Entry& entry : map.entries) {
    if (entry.key->text == key) return &entry;
  }
  return nullptr;
}

std::string_view scalar_at(const Node& map, std::string_view key) {
  const Entry* const entry = key.empty() ? nullptr : find_entry(map, key);
  return entry == nullptr || entry->value->kind != Kind::scalar ? std::string_view() : entry->value->text;
}

}  // namespace cpm::yaml
