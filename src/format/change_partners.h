#pragma once
// Which of two lists' records are one and the same, by what else they say: where neither id nor title tells, and where an id
// may have been given to another record since.
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

/// Whether two records with one id are the same: a plan that begins with "s1" again means another step. Their titles share a
/// third of their words, or most of the other keys that both have say the same; without such keys the id alone tells.
bool plausible_partners(const yaml::Node& before, const yaml::Node& now, const Record& record);

/// Ids of the county's own records; those of items, areas and tools come from lists.
bool is_reference(const Shape& shape);

}  // namespace cpm::format
