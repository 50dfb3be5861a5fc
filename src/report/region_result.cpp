// The facts of `cpm region` for machines, and the tidy rows that become CSV.
#include <fmt/format.h>

#include "report/result_fields.h"
#include "report/score_pages.h"
#include "report/target_blocks.h"
#include "score/projection.h"

namespace cpm::report {

namespace {

Result names_result(const std::vector<std::string>& names) {
  return list_of(names, [](const std::string& name) { return Result(name); });
}

Result targets_ahead_result(const std::optional<score::PlanTargets>& targets) {
  if (!targets) return {};
  return Result::Fields{{"plan", date_result(targets->plan->date)},
                        {"items", targets->targets.size()},
                        {"if_reached", projection_fields(targets->ahead)}};
}

Result targets_before_result(const std::optional<score::PlanTargets>& targets) {
  if (!targets) return {};
  return Result::Fields{{"plan", date_result(targets->plan->date)},
                        {"start", date_result(targets->start.snapshot->date)},
                        {"counts", reach_counts_result(*targets)}};
}

Result county_result(const score::CountyView& view) {
  Result::Fields fields{{"county", view.county}, {"date", date_result(view.now->snapshot->date)}};
  append(fields, score_fields(*view.now));
  append(fields,
         {{"targets", targets_ahead_result(view.ahead)}, {"earlier_targets", targets_before_result(view.earlier)}});
  return fields;
}

Result::Fields share_change_fields(const score::Figures& before, const score::Figures& now) {
  return Result::Fields{{"then", percent_result(score::share(before))},
                        {"now", percent_result(score::share(now))},
                        {"change", percent_result(score::change_of(before, now))}};
}

Result area_share_change_result(const score::AreaChange& area) {
  Result::Fields fields{{"id", *area.area->id}, {"label", *area.area->label}};
  append(fields, share_change_fields(area.before, area.now));
  return fields;
}

Result trend_result(const score::CountyView& view) {
  const score::Comparison& trend = *view.trend;
  return Result::Fields{
      {"county", view.county},
      {"then", date_result(trend.before->snapshot->date)},
      {"then_version", *trend.before->instrument->version},
      {"now", date_result(trend.now->snapshot->date)},
      {"common_items", trend.items.size()},
      {"areas", list_of(trend.areas, area_share_change_result)},
      {"total", share_change_fields(trend.total_before, trend.total_now)},
  };
}

Result need_result(const score::CommonNeed& need) {
  return Result::Fields{{"item", *need.item->id},
                        {"area", *need.area->id},
                        {"below_top", need.counties.size()},
                        {"answered", need.answered},
                        {"counties", names_result(need.counties)},
                        {"offered_by", names_result(need.offered_by)}};
}

Result offer_result(const score::MatchedOffer& offer) {
  return Result::Fields{{"item", *offer.item->id},
                        {"county", offer.county},
                        {"text", *offer.offer->text},
                        {"own_score", offer.own == nullptr ? Result() : score_or_null(*offer.own)},
                        {"needed_by", names_result(offer.needed_by)}};
}

Result section_result(const score::RegionSection& section) {
  Result::List trends;
  for (const score::CountyView& view : section.counties)
    if (view.trend) trends.push_back(trend_result(view));
  return Result::Fields{{"instrument", instrument_result(*section.instrument)},
                        {"counties", list_of(section.counties, county_result)},
                        {"needs", list_of(section.needs, need_result)},
                        {"offers", list_of(section.offers, offer_result)},
                        {"trends", std::move(trends)}};
}

/// "2026-Q4"
Result quarter_result(const std::optional<score::Quarter>& quarter) {
  return quarter ? Result(fmt::format("{}-Q{}", quarter->year, quarter->number)) : Result();
}

Result demand_result(const score::Demand& demand) {
  return Result::Fields{{"category", model::key(demand.category)},
                        {"provider", text_or_null(demand.provider)},
                        {"tool", text_or_null(demand.tool)},
                        {"quarter", quarter_result(demand.quarter)},
                        {"needs", demand.needs},
                        {"counties", names_result(demand.counties)}};
}

/// One row: a county, an instrument and the area at a place in it. There are no rows of totals, so that columns can be added up.
Result row_result(const score::CountyView& view, std::size_t place) {
  const score::AreaScore& area = view.now->areas[place];
  const score::Figures& figures = area.figures;
  return Result::Fields{
      {"county", view.county},
      {"instrument", *view.now->instrument->id},
      {"version", *view.now->instrument->version},
      {"date", date_result(view.now->snapshot->date)},
      {"area", *area.area->id},
      {"points", figures.points},
      {"possible", figures.possible},
      {"percent", percent_result(score::share(figures))},
      {"low", percent_result(score::lowest_share(figures))},
      {"high", percent_result(score::highest_share(figures))},
      {"scored", figures.scored},
      {"applicable", score::applicable(figures)},
      {"if_reached", view.ahead ? percent_result(score::share(view.ahead->ahead.areas[place].then)) : Result()},
  };
}

Result::List rows_of(const score::Region& region) {
  Result::List rows;
  for (const score::RegionSection& section : region.sections)
    for (const score::CountyView& view : section.counties)
      for (std::size_t i = 0; i < view.now->areas.size(); ++i) rows.push_back(row_result(view, i));
  return rows;
}

}  // namespace

std::vector<std::string> region_columns() {
  return {"county",  "instrument", "version", "date",   "area",       "points",    "possible",
          "percent", "low",        "high",    "scored", "applicable", "if_reached"};
}

Result region_result(const score::Region& region, const model::Workspace& workspace) {
  return Result::Fields{
      {"as_of", base::to_text(workspace.as_of)},
      {"counties", names_result(region.counties)},
      {"without_snapshot", names_result(region.without_snapshot)},
      {"left_out", names_result(region.left_out)},
      {"sections", list_of(region.sections, section_result)},
      {"support", Result::Fields{{"closed", region.closed_needs}, {"demand", list_of(region.demand, demand_result)}}},
      {"rows", rows_of(region)},
  };
}

}  // namespace cpm::report
