#pragma once
// The tables of a region's page: counties and areas, common needs, offers, trends, support asked for.
#include <vector>

#include "report/document.h"
#include "score/region.h"

namespace cpm::report {

inline constexpr std::size_t kShownNeeds = 10;
inline constexpr std::size_t kShownDemand = 20;

/// One row a county: date, percent of each area and in total, items scored.
Table county_table(const score::RegionSection& section, const model::Workspace& workspace);
/// The first needs, with the counties that have them and those that offer help.
Table needs_table(const score::RegionSection& section, const model::Workspace& workspace);
Table offers_table(const score::RegionSection& section, const model::Workspace& workspace);
/// Change in points of each area since the Snapshot before, on common items.
Table trends_table(const score::RegionSection& section, const model::Workspace& workspace);
bool has_trend(const score::RegionSection& section);
Table demand_table(const score::Region& region, const model::Workspace& workspace);

}  // namespace cpm::report
