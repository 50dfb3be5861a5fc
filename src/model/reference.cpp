#include "model/reference.h"

#include "model/find.h"

namespace cpm::model {

const Tool* find_tool(const Toolkits& toolkits, std::string_view id) {
  for (const Toolkit& toolkit : toolkits.toolkits)
    if (const Tool* const tool = find_by_id(toolkit.tools, id)) return tool;
  return nullptr;
}

const Outcome* find_outcome(const Outcomes& outcomes, std::string_view id) {
  return find_by_id(outcomes.outcomes, id);
}
const County* find_county(const Counties& counties, std::string_view id) {
  return find_by_id(counties.counties, id);
}
const Academy* find_academy(const Regions& regions, std::string_view id) {
  return find_by_id(regions.academies, id);
}

}  // namespace cpm::model
