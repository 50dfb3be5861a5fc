#include "report/region_blocks.h"

#include <algorithm>

#include "report/region_words.h"
#include "report/wording.h"

namespace cpm::report {

namespace {

constexpr std::size_t kShownCounties = 8;

/// "45.5 %", or "45.5 % (9 of 11)" where answers are open.
Cell area_cell(const score::Figures& figures) {
  Cell cell = percent_cell(score::share(figures));
  if (open_answers(figures) > 0) cell.text += " (" + coverage_text(figures) + ")";
  return cell;
}

Cell signed_cell(const score::Figures& before, const score::Figures& now) {
  const auto change = share_change(before, now);
  if (!change) return text_cell("not comparable");
  const base::Tenths points = base::percent(*change);
  return Cell{.text = base::to_signed_text(points), .number = points};
}

void add_area_columns(Table& table, const model::Instrument& instrument) {
  for (const model::Area& area : instrument.areas) table.columns.push_back({.head = area_name(area), .number = true});
}

Row county_row(const score::CountyView& view, const model::Workspace& workspace) {
  Row row{text_cell(county_name(workspace, view.county)), date_cell(view.now->snapshot->date)};
  for (const score::AreaScore& area : view.now->areas) row.push_back(area_cell(area.figures));
  row.push_back(percent_cell(score::share(view.now->total)));
  row.push_back(text_cell(coverage_text(view.now->total)));
  return row;
}

/// The change of one area; an area without common items has none.
Cell trend_cell(const score::Comparison& trend, const model::Area& area) {
  const auto found = std::ranges::find(trend.areas, &area, &score::AreaChange::area);
  return found == trend.areas.end() ? text_cell("not comparable") : signed_cell(found->before, found->now);
}

std::string version_change(const score::Comparison& trend) {
  const std::string& before = *trend.before->instrument->version;
  return trend.same_instrument ? std::string{} : " (version " + before + ")";
}

Row trend_row(const score::CountyView& view, const model::Workspace& workspace) {
  const score::Comparison& trend = *view.trend;
  Cell then = date_cell(trend.before->snapshot->date);
  then.text += version_change(trend);
  Row row{text_cell(county_name(workspace, view.county)), std::move(then), date_cell(trend.now->snapshot->date),
          whole_cell(static_cast<std::int64_t>(trend.items.size()))};
  for (const model::Area& area : trend.now->instrument->areas) row.push_back(trend_cell(trend, area));
  row.push_back(signed_cell(trend.total_before, trend.total_now));
  return row;
}

Row need_row(const score::CommonNeed& need, const model::Workspace& workspace) {
  return Row{text_cell(item_name(*need.item)), text_cell(area_name(*need.area)),
             Cell{.text = std::to_string(need.counties.size()) + " of " + std::to_string(need.answered)},
             text_cell(county_names(workspace, need.counties, kShownCounties)),
             text_cell(county_names(workspace, need.offered_by, kShownCounties))};
}

std::string own_answer(const score::MatchedOffer& offer, const model::Instrument& instrument) {
  return offer.own == nullptr ? "no Snapshot of it" : answer_text(*offer.own, instrument);
}

}  // namespace

Table county_table(const score::RegionSection& section, const model::Workspace& workspace) {
  Table table{.caption = "Percent of possible points by county and area",
              .columns = {{.head = "County"}, {.head = "Snapshot of"}},
              .rows = {}};
  add_area_columns(table, *section.instrument);
  table.columns.push_back({.head = "Total of all items", .number = true});
  table.columns.push_back({.head = "Items scored", .number = true});
  for (const score::CountyView& view : section.counties) table.rows.push_back(county_row(view, workspace));
  return table;
}

Table needs_table(const score::RegionSection& section, const model::Workspace& workspace) {
  Table table{.caption = "Items below the top value, by number of counties",
              .columns = {{.head = "Item"},
                          {.head = "Area"},
                          {.head = "Counties of those that scored it", .number = true},
                          {.head = "Which"},
                          {.head = "Ready to tell about it"}},
              .rows = {}};
  for (std::size_t i = 0; i < section.needs.size() && i < kShownNeeds; ++i)
    table.rows.push_back(need_row(section.needs[i], workspace));
  return without_empty_columns(std::move(table), 4);
}

Table offers_table(const score::RegionSection& section, const model::Workspace& workspace) {
  Table table{.caption = "Who has solved what another county needs",
              .columns = {{.head = "Item"},
                          {.head = "County"},
                          {.head = "What it offers"},
                          {.head = "Its own answer"},
                          {.head = "Needed by"}},
              .rows = {}};
  for (const score::MatchedOffer& offer : section.offers)
    table.rows.push_back({text_cell(item_name(*offer.item)), text_cell(county_name(workspace, offer.county)),
                          text_cell(offer.offer->text), text_cell(own_answer(offer, *section.instrument)),
                          text_cell(county_names(workspace, offer.needed_by, kShownCounties))});
  return table;
}

bool has_trend(const score::RegionSection& section) {
  return std::ranges::any_of(section.counties, [](const score::CountyView& view) { return view.trend.has_value(); });
}

Table trends_table(const score::RegionSection& section, const model::Workspace& workspace) {
  Table table{
      .caption = "Change in points since the Snapshot before, on common items",
      .columns = {{.head = "County"}, {.head = "Then"}, {.head = "Now"}, {.head = "Common items", .number = true}},
      .rows = {}};
  add_area_columns(table, *section.instrument);
  table.columns.push_back({.head = "Total of common items", .number = true});
  for (const score::CountyView& view : section.counties)
    if (view.trend) table.rows.push_back(trend_row(view, workspace));
  return table;
}

Table demand_table(const score::Region& region, const model::Workspace& workspace) {
  Table table{.caption = "Open support needs of the same kind in the same quarter",
              .columns = {{.head = "Needed in"},
                          {.head = "From"},
                          {.head = "Provider"},
                          {.head = "Tool"},
                          {.head = "Needs", .number = true},
                          {.head = "Counties"}},
              .rows = {}};
  for (std::size_t i = 0; i < region.demand.size() && i < kShownDemand; ++i) {
    const score::Demand& demand = region.demand[i];
    table.rows.push_back({text_cell(quarter_text(demand.quarter)), text_cell(category_text(demand.category)),
                          text_cell(provider_text(workspace, demand.provider)),
                          text_cell(tool_text(workspace, demand.tool)),
                          whole_cell(static_cast<std::int64_t>(demand.needs)),
                          text_cell(county_names(workspace, demand.counties, kShownCounties))});
  }
  return without_empty_columns(std::move(table), 2);
}

}  // namespace cpm::report
