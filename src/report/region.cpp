#include "report/score_pages.h"

#include <fmt/format.h>

#include <algorithm>

#include "report/page.h"
#include "report/region_words.h"
#include "report/target_blocks.h"
#include "report/wording.h"

namespace cpm::report {

namespace {

using score::RegionSection;

constexpr std::size_t kShownNeeds = 10;
constexpr std::size_t kShownDemand = 20;
constexpr std::size_t kShownCounties = 8;
constexpr std::size_t kNamedFiles = 5;
constexpr std::string_view kIfReached = ", if targets are reached";

// Tables

/// The name of an academy known by this key, else the county's own words.
std::string provider_text(const model::Workspace& workspace, const std::string& provider) {
  if (provider.empty()) return std::string(kNone);
  const model::Academy* academy = workspace.built_in == nullptr
                                      ? nullptr
                                      : model::find_academy(workspace.built_in->regions, provider);
  return academy == nullptr ? provider : text_or(academy->name, provider);
}

/// The title of a tool of the catalog, else its key.
std::string tool_title(const model::Workspace& workspace, const std::string& tool) {
  if (tool.empty()) return std::string(kNone);
  const model::Tool* known = workspace.built_in == nullptr ? nullptr
                                                           : model::find_tool(workspace.built_in->toolkits, tool);
  return known == nullptr ? tool : text_or(known->title, tool);
}

void add_area_columns(Table& table, const model::Instrument& instrument) {
  for (const model::Area& area : instrument.areas) table.columns.push_back(number(area_name(area)));
}

/// "45.5%", or "45.5% (9 of 11)" where answers are open.
Cell county_area_cell(const score::Figures& figures) {
  Cell cell = percent_cell(score::share(figures));
  if (open_answers(figures) > 0) cell.text += fmt::format(" ({})", coverage_text(figures));
  return cell;
}

/// `figures_of`: of the area at a place in the instrument.
template <class FiguresOf>
Row county_row(const score::CountyView& view, std::string name, FiguresOf figures_of, const score::Figures& total) {
  Row row{text_cell(std::move(name)), date_cell(view.now->snapshot->date)};
  for (std::size_t i = 0; i < view.now->areas.size(); ++i) row.push_back(county_area_cell(figures_of(i)));
  row.push_back(percent_cell(score::share(total)));
  row.push_back(text_cell(coverage_text(total)));
  return row;
}

Row row_of_answers(const score::CountyView& view, std::string name) {
  return county_row(
      view, std::move(name), [&](std::size_t i) -> const score::Figures& { return view.now->areas[i].figures; },
      view.now->total);
}

Row row_if_reached(const score::CountyView& view, const std::string& name) {
  const score::Projection& then = view.ahead->ahead;
  return county_row(
      view, fmt::format("{}{}", name, kIfReached),
      [&](std::size_t i) -> const score::Figures& { return then.areas[i].then; }, then.total);
}

/// One row a county: date, percent of each area and in total, items scored. Below it, what they would be with its targets.
Table counties_table(const RegionSection& section, const model::Workspace& workspace) {
  Table table = table_of("Percent of possible points by county and area", {"County", "Snapshot of"});
  add_area_columns(table, *section.instrument);
  table.columns.push_back(number("Total of all items"));
  table.columns.push_back(number("Items scored"));
  for (const score::CountyView& view : section.counties) {
    const std::string name = county_name(workspace, view.county);
    table.rows.push_back(row_of_answers(view, name));
    if (view.ahead) table.rows.push_back(row_if_reached(view, name));
  }
  return table;
}

/// The first needs, with the counties that have them and those that offer help.
Table needs_table(const RegionSection& section, const model::Workspace& workspace) {
  Table table = table_of(
      "Items below the top value, by number of counties",
      {"Item", "Area", number("Counties, of those that scored it"), "Which counties", "Ready to share"});
  for (std::size_t i = 0; i < section.needs.size() && i < kShownNeeds; ++i) {
    const score::CommonNeed& need = section.needs[i];
    table.rows.push_back({text_cell(item_name(*need.item)), text_cell(area_name(*need.area)),
                          text_cell(fmt::format("{} of {}", need.counties.size(), need.answered)),
                          text_cell(county_names(workspace, need.counties, kShownCounties)),
                          text_cell(county_names(workspace, need.offered_by, kShownCounties))});
  }
  return without_empty_columns(std::move(table), 4);
}

Table offers_table(const RegionSection& section, const model::Workspace& workspace) {
  Table table = table_of("Counties that offer what another county needs",
                         {"Item", "County", "What it offers", "Its own answer", "Needed by"});
  for (const score::MatchedOffer& offer : section.offers)
    table.rows.push_back({text_cell(item_name(*offer.item)), text_cell(county_name(workspace, offer.county)),
                          text_cell(offer.offer->text),
                          text_cell(offer.own == nullptr ? "no answer" : answer_text(*offer.own, *section.instrument)),
                          text_cell(county_names(workspace, offer.needed_by, kShownCounties))});
  return table;
}

/// The change of one area; an area without common items has none.
Cell area_trend_cell(const score::Comparison& trend, const model::Area& area) {
  const auto found = std::ranges::find(trend.areas, &area, &score::AreaChange::area);
  return found == trend.areas.end() ? text_cell("not comparable") : change_cell(found->before, found->now);
}

Row county_trend_row(const score::CountyView& view, const model::Workspace& workspace) {
  const score::Comparison& trend = *view.trend;
  Cell then = date_cell(trend.before->snapshot->date);
  if (!trend.same_instrument) then.text += fmt::format(" (version {})", *trend.before->instrument->version);
  Row row{text_cell(county_name(workspace, view.county)), std::move(then), date_cell(trend.now->snapshot->date),
          whole_cell(trend.items.size())};
  for (const model::Area& area : trend.now->instrument->areas) row.push_back(area_trend_cell(trend, area));
  row.push_back(change_cell(trend.total_before, trend.total_now));
  row.push_back(text_cell(view.earlier ? reach_counts_text(*view.earlier) : kNone));
  return row;
}

/// Change in points of each area since the Snapshot before, on common items.
Table trends_table(const RegionSection& section, const model::Workspace& workspace) {
  Table table = table_of("Change in points since the previous Snapshot, on common items",
                         {"County", "Then", "Now", number("Common items")});
  add_area_columns(table, *section.instrument);
  table.columns.push_back(number("Total of common items"));
  const std::size_t changes = table.columns.size();
  table.columns.push_back({.head = "Targets of the earlier plan"});
  for (const score::CountyView& view : section.counties)
    if (view.trend) table.rows.push_back(county_trend_row(view, workspace));
  return without_empty_columns(std::move(table), changes);
}

Table demand_table(const score::Region& region, const model::Workspace& workspace) {
  Table table = table_of("Open support needs by kind and quarter",
                         {"Needed in", "From", "Provider", "Tool", number("Needs"), "Counties"});
  for (std::size_t i = 0; i < region.demand.size() && i < kShownDemand; ++i) {
    const score::Demand& demand = region.demand[i];
    table.rows.push_back(
        {text_cell(demand.quarter ? base::quarter_text(demand.quarter->year, demand.quarter->number) : "no date"),
         text_cell(model::word(demand.category)), text_cell(provider_text(workspace, demand.provider)),
         text_cell(tool_title(workspace, demand.tool)), whole_cell(demand.needs),
         text_cell(county_names(workspace, demand.counties, kShownCounties))});
  }
  return without_empty_columns(std::move(table), 2);
}

// Sections

std::string county_note(const RegionSection& section) {
  std::string text =
      "The figures are from each county's newest final Snapshot. The total counts all items together; it is not the "
      "average of the areas. Where answers are open, the number of items scored is in parentheses.";
  if (has_any(section, &score::CountyView::ahead))
    text +=
        " A row “if targets are reached” shows what the percents would be at the scores that the county's plan aims at.";
  const std::string areas = areas_with_other_names(*section.instrument);
  return areas.empty() ? text : fmt::format("{} Other names of the areas: {}.", text, areas);
}

std::string trend_note(const RegionSection& section) {
  std::string text =
      "Each county is compared with its own previous final Snapshot, on the items that are the same question in both.";
  if (has_any(section, &score::CountyView::earlier))
    text +=
        " Targets are those of its newest plan on an earlier Snapshot; the newest Snapshot says what became of them.";
  return text;
}

void add_needs(Page& page, const RegionSection& section, const model::Workspace& workspace) {
  page.section("Common needs", 3);
  page.table(needs_table(section, workspace), "No county scored an item below the top value.");
  if (section.needs.size() <= kShownNeeds) return;
  const std::size_t more = section.needs.size() - kShownNeeds;
  page.text(fmt::format("{} {} below the top value in at least one county; the JSON output lists them all.",
                        counted(more, "more item"), is_are(more)));
}

void add_region_section(Page& page, const score::Region& region, const RegionSection& section,
                        const model::Workspace& workspace) {
  const std::string title = section.instrument->title ? *section.instrument->title + ": " : std::string{};
  page.section(title + section_name(region, section, workspace));
  page.section("Counties and areas", 3);
  page.table(counties_table(section, workspace));
  page.text(county_note(section));
  add_needs(page, section, workspace);
  page.section("Offers that meet a need", offers_table(section, workspace), 3);
  Table trends = trends_table(section, workspace);
  if (trends.rows.empty()) return;
  page.section("Trends", std::move(trends), 3);
  page.text(trend_note(section));
}

void add_demand(Page& page, const score::Region& region, const model::Workspace& workspace) {
  page.section("Support requested");
  page.table(demand_table(region, workspace));
  std::string note = region.demand.empty() ? "No county has an open support need." : "";
  if (region.demand.size() > kShownDemand)
    note = counted(region.demand.size() - kShownDemand, "more kind") +
           " of support are requested; the JSON output lists them all.";
  if (region.closed_needs > 0)
    note += fmt::format("{}{} {} closed: received or declined.", note.empty() ? "" : " ",
                        counted(region.closed_needs, "need"), is_are(region.closed_needs));
  page.text(note);
}

HeatMapGrid grid_of(const score::Region& region, const RegionSection& section, const model::Workspace& workspace) {
  HeatMapGrid grid{.title = section_name(region, section, workspace), .columns = {}, .rows = {}};
  for (const model::Area& area : section.instrument->areas) grid.columns.push_back(area_name(area));
  grid.columns.push_back("Total of all items");
  for (const score::CountyView& view : section.counties) {
    HeatMapRow row{.label = county_name(workspace, view.county), .percents = {}};
    for (const score::AreaScore& area : view.now->areas) row.percents.push_back(percent_of(score::share(area.figures)));
    row.percents.push_back(percent_of(score::share(view.now->total)));
    grid.rows.push_back(std::move(row));
  }
  return grid;
}

}  // namespace

Chart region_heat_map(const score::Region& region, const model::Workspace& workspace) {
  HeatMap map;
  for (const RegionSection& section : region.sections) map.grids.push_back(grid_of(region, section, workspace));
  return Chart{.name = "heat-map",
               .title = "Percent of possible points by county and area, " + base::written_out(workspace.as_of),
               .description =
                   "One row for each county in alphabetical order, one column for each area. Every cell shows "
                   "its percent, and its shade repeats it. The tables of counties and areas have the same "
                   "figures.",
               .shape = std::move(map)};
}

Document region_page(const score::Region& region, const model::Workspace& workspace, const std::string& picture) {
  Page page(
      fmt::format("Region: {}, {}", counties_counted(region.counties.size()), base::written_out(workspace.as_of)));
  page.lead(region_answer(region, workspace));
  // What is missing must not look like an answer.
  if (const std::vector<std::string>& paths = region.left_out; !paths.empty())
    page.lead(fmt::format("{} {} errors and {} not counted; older files may be used instead: {}.",
                          counted(paths.size(), "file"), base::has_have(paths.size()), paths.size() == 1 ? "is" : "are",
                          first_names(paths, kNamedFiles)));
  page.list(region_answers(region, workspace));
  if (!picture.empty()) page.text(fmt::format("The picture {} shows the percents below as a heat map.", picture));
  if (!region.sections.empty()) page.chart(region_heat_map(region, workspace));
  for (const RegionSection& section : region.sections) add_region_section(page, region, section, workspace);
  add_demand(page, region, workspace);
  page.section("Privacy");
  page.text(
      "This page uses only the files that counties shared for it. Votes, participants and other counts of people are left "
      "out, so that no small group can be identified. Names, contacts, comments and evidence are left out, too. Providers "
      "inside a county and consultants are not named.");
  return std::move(page).done();
}

}  // namespace cpm::report
