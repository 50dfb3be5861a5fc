#include "model/snapshot.h"

#include "model/find.h"

namespace cpm::model {

const Keyed<Rating>* find_rating(const Snapshot& snapshot, std::string_view item_id) {
  for (const Keyed<Rating>& rating : snapshot.ratings)
    if (rating.key.value == item_id) return &rating;
  return nullptr;
}

const SnapshotPriority* find_priority(const Snapshot& snapshot, std::string_view id) {
  return find_by_id(snapshot.priorities, id);
}

const Remark* find_opportunity(const Snapshot& snapshot, std::string_view id) {
  return snapshot.analysis ? find_by_id(snapshot.analysis->opportunities, id) : nullptr;
}

}  // namespace cpm::model
