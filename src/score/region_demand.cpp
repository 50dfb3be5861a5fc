// What the counties of a region ask for: open support needs of the same kind in the same quarter, put together.
#include <algorithm>
#include <map>
#include <tuple>

#include "score/region.h"

namespace cpm::score {

namespace {

using model::SupportCategory;
using model::SupportNeed;
using model::SupportStatus;

/// No date stands behind all dates.
using Kind = std::tuple<bool, Quarter, SupportCategory, std::string, std::string>;

bool is_closed(const SupportNeed& need) {
  return need.status && (*need.status == SupportStatus::received || *need.status == SupportStatus::declined);
}

/// Inside an agency, and among consultants, a provider is often a single person: those names stay in the county.
bool may_be_a_person(SupportCategory category) {
  return category == SupportCategory::internal || category == SupportCategory::consultant;
}

Quarter calendar_quarter(base::Date date) {
  return {.year = static_cast<int>(date.year()), .number = (static_cast<unsigned>(date.month()) + 2) / 3};
}

Kind kind_of(const SupportNeed& need) {
  const Quarter quarter = need.needed_by ? calendar_quarter(need.needed_by->last) : Quarter{};
  const std::string provider = may_be_a_person(*need.category) ? std::string{} : need.provider.value;
  return {!need.needed_by, quarter, *need.category, provider, need.tool.value};
}

Demand demand_of(const Kind& kind) {
  const auto& [undated, quarter, category, provider, tool] = kind;
  Demand demand{.category = category, .provider = provider, .tool = tool};
  if (!undated) demand.quarter = quarter;
  return demand;
}

/// The support file, when it counts at the day.
const model::Support* countable_support(const model::Document& document, base::Date as_of) {
  const auto* support = model::content_as<model::Support>(document);
  if (support == nullptr || !support->county) return nullptr;
  return support->date && *support->date > as_of ? nullptr : support;
}

void add_need(Region& region, std::map<Kind, Demand>& kinds, const SupportNeed& need, const std::string& county) {
  if (!need.category) return;
  if (is_closed(need)) {
    ++region.closed_needs;
    return;
  }
  const Kind kind = kind_of(need);
  Demand& demand = kinds.try_emplace(kind, demand_of(kind)).first->second;
  ++demand.needs;
  demand.counties.push_back(county);
}

}  // namespace

void add_demand(Region& region, const model::Workspace& workspace, const std::vector<const model::Document*>& usable) {
  std::map<Kind, Demand> kinds;
  for (const model::Document* document : usable)
    if (const model::Support* support = countable_support(*document, workspace.as_of))
      for (const SupportNeed& need : support->needs) add_need(region, kinds, need, *support->county);
  for (auto& [kind, demand] : kinds) {
    sort_counties(demand.counties, workspace);
    region.demand.push_back(std::move(demand));
  }
  std::ranges::stable_sort(region.demand,
                           [](const Demand& a, const Demand& b) { return a.counties.size() > b.counties.size(); });
}

}  // namespace cpm::score
