#pragma once
// The one way to look up a record by its id among its neighbors. For the files of this room.
#include <string_view>
#include <vector>

namespace cpm::model {

/// The first record with this id, or nullptr; a record whose id is missing is never found.
template <class Record>
const Record* find_by_id(const std::vector<Record>& records, std::string_view id) {
  for (const Record& record : records)
    if (record.id.given && record.id.value == id) return &record;
  return nullptr;
}

}  // namespace cpm::model
