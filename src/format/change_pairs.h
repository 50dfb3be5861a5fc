#pragma once
// The entries of a list or a map at two times, each with its counterpart.
#include <string>
#include <vector>

#include "format/shape.h"
#include "yaml/node.h"

namespace cpm::format {

/// An entry on its way to its counterpart.
struct ListEntry {
  const yaml::Node* node = nullptr;
  std::string key = {};  ///< of a map
  bool matched = false;
};
using ListEntries = std::vector<ListEntry>;

struct EntryPair {
  ListEntry* before = nullptr;
  ListEntry* now = nullptr;
  bool renamed = false;
};

ListEntries members_in(const yaml::Node& node);
/// The id of a record, or its key in a map; may be empty.
std::string id_of(const ListEntry& member, const Shape& element);

/// In the order of `now`. Entries that say the same are matched without a pair.
std::vector<EntryPair> pair_up(ListEntries& before, ListEntries& now, const Shape& shape);

}  // namespace cpm::format
