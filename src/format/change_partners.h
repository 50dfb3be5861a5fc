#pragma once
// Which of two lists' records are one and the same, though neither id nor title says so: by all the rest.
#include <utility>
#include <vector>

#include "format/shape.h"
#include "yaml/node.h"

namespace cpm::format {

/// The records of one side of a list.
struct PartnerSide {
  std::vector<const yaml::Node*> left = {};  ///< those without a counterpart, by id, title or all that they say
  std::vector<const yaml::Node*> matched = {};
};

/// One of what was and one of what is now. Careful: they share at least two values that no other record of the list has, choices
/// and references not counted, and more than half of all that they say; and neither shares as many with another one.
std::vector<std::pair<const yaml::Node*, const yaml::Node*>> partners(const PartnerSide& before, const PartnerSide& now,
                                                                      const Record& record);

/// Ids of the county's own records; those of items, areas and tools come from lists.
bool is_reference(const Shape& shape);

}  // namespace cpm::format
