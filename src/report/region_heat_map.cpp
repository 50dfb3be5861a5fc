// The table of counties and areas as a heat map, one grid per instrument.
#include "base/text.h"
#include "report/pages.h"
#include "report/region_words.h"
#include "report/wording.h"

namespace cpm::report {

namespace {

std::optional<base::Tenths> percent_of(const score::Figures& figures) {
  const auto share = score::share(figures);
  if (!share) return {};
  return base::percent(*share);
}

HeatMapRow row_of(const score::CountyView& view, const model::Workspace& workspace) {
  HeatMapRow row{.label = county_name(workspace, view.county), .percents = {}};
  for (const score::AreaScore& area : view.now->areas) row.percents.push_back(percent_of(area.figures));
  row.percents.push_back(percent_of(view.now->total));
  return row;
}

HeatMapGrid grid_of(const score::Region& region, const score::RegionSection& section,
                    const model::Workspace& workspace) {
  HeatMapGrid grid{.title = section_name(region, section, workspace), .columns = {}, .rows = {}};
  for (const model::Area& area : section.instrument->areas) grid.columns.push_back(area_name(area));
  grid.columns.push_back("Total of all items");
  for (const score::CountyView& view : section.counties) grid.rows.push_back(row_of(view, workspace));
  return grid;
}

}  // namespace

Chart region_heat_map(const score::Region& region, const model::Workspace& workspace) {
  HeatMap map;
  for (const score::RegionSection& section : region.sections) map.grids.push_back(grid_of(region, section, workspace));
  return Chart{.name = "heat-map",
               .title = "Percent of possible points by county and area, " + base::written_out(workspace.as_of),
               .description =
                   "One row for each county in the order of the names, one column for each area. Every field "
                   "shows its percent; a darker or lighter shade repeats it. The tables of counties and "
                   "areas have the same figures.",
               .shape = std::move(map)};
}

}  // namespace cpm::report
