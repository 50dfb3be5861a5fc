#include "yaml/node.h"

namespace cpm::yaml {

const Entry* find_entry(const Node& map, std::string_view key) {
  for (const Entry& entry : map.entries) {
    if (entry.key->text == key) return &entry;
  }
  return nullptr;
}

}  // namespace cpm::yaml
