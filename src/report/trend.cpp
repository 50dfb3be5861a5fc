#include "report/score_pages.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "report/result_fields.h"
#include "report/score_blocks.h"
#include "report/target_blocks.h"
#include "score/projection.h"

namespace cpm::report {

namespace {

/// The figures of an area, Snapshot by Snapshot.
using AreaSeries = std::vector<score::Figures>;

/// "Example County, March 15, 2026 to April 2, 2028"
std::string trend_dates(const score::Trend& trend, const model::Workspace& workspace) {
  const model::Snapshot& first = *trend.cards.front()->snapshot;
  const model::Snapshot& last = *trend.cards.back()->snapshot;
  return fmt::format("{}, {} to {}", county_text(workspace, first.county), date_text(first.date), date_text(last.date));
}

/// "cpm-default 1.0 and cpm-default 1.1", each once.
std::string all_versions(const score::Trend& trend) {
  std::vector<std::string> versions;
  for (const score::Scorecard* card : trend.cards) {
    const std::string version = version_text(*card->instrument);
    if (std::find(versions.begin(), versions.end(), version) == versions.end()) versions.push_back(version);
  }
  return base::joined(versions);
}

std::string trend_versions_sentence(const score::Trend& trend) {
  if (trend.same_instrument) return {};
  return fmt::format(" The Snapshots use different instruments or versions, {}: they are compared on their {} only.",
                     all_versions(trend), counted(trend.items.size(), "common item"));
}

std::string trend_answer(const score::Trend& trend, const model::Workspace& workspace) {
  const std::string head = fmt::format("{}, {}.{}", trend_dates(trend, workspace),
                                       counted(trend.cards.size(), "Snapshot"), trend_versions_sentence(trend));
  if (trend.items.empty()) return head + " They have no items in common, so nothing can be compared.";
  const auto count = [&trend](score::Change change) { return score::count(trend, change); };
  return fmt::format("{} From the first to the last, the total of the common items {}; {}.", head,
                     movement_text(trend.total.front(), trend.total.back()),
                     counts_text(count(score::Change::up), count(score::Change::down), count(score::Change::same)));
}

/// "2026-03-15" for each date, and "(2)" when one comes again.
std::vector<std::string> names_of_dates(const score::Trend& trend) {
  std::map<std::string, int> seen;
  std::vector<std::string> names;
  for (const score::Scorecard* card : trend.cards) {
    const std::string name = card->snapshot->date ? base::to_text(*card->snapshot->date) : "no date";
    const int times = ++seen[name];
    names.push_back(times == 1 ? name : fmt::format("{} ({})", name, times));
  }
  return names;
}

Facts trend_facts(const score::Trend& trend, const model::Workspace& workspace) {
  Facts facts{{{"County", county_text(workspace, trend.cards.front()->snapshot->county)}}};
  const std::vector<std::string> names = names_of_dates(trend);
  for (std::size_t i = 0; i < names.size(); ++i) {
    const score::Scorecard& card = *trend.cards[i];
    facts.facts.push_back(
        {names[i],
         fmt::format("{}; {}; {}{}", instrument_text(*card.instrument), model::word(*card.snapshot->status),
                     counted(card.items.size(), "item"), card.revision.empty() ? "" : "; " + revision_text(card))});
  }
  facts.facts.push_back({"Items common to all", std::to_string(trend.items.size())});
  return facts;
}

/// A table with a column for each date, a row for each area and one for all common items, made by `row`.
template <class MakeRow>
Table table_over_time(std::string caption, const score::Trend& trend, MakeRow row) {
  Table table = table_of(std::move(caption), {"Area"});
  for (const std::string& name : names_of_dates(trend)) table.columns.push_back(number(name));
  AreaNames area_names;
  for (const score::TrendArea& area : trend.areas) table.rows.push_back(row(area_names(*area.area), area.figures));
  table.rows.push_back(row(std::string(kTotalOfCommonItems), trend.total));
  return table;
}

Table percents_over_time(const score::Trend& trend) {
  const auto row = [](const std::string& name, const AreaSeries& series) {
    Row cells{text_cell(name)};
    for (const score::Figures& figures : series) cells.push_back(percent_cell(score::share(figures)));
    cells.push_back(change_cell(series.front(), series.back()));
    cells.push_back(change_cell(series[series.size() - 2], series.back()));
    return cells;
  };
  Table table = table_over_time("Percent by area, on common items", trend, row);
  table.columns.push_back(number("Since the first"));
  table.columns.push_back(number("Since the previous one"));
  return table;
}

Table coverage_over_time(const score::Trend& trend) {
  return table_over_time("Common items scored, of those that apply", trend,
                         [](const std::string& name, const AreaSeries& series) {
                           Row cells{text_cell(name)};
                           for (const score::Figures& figures : series)
                             cells.push_back(text_cell(coverage_text(figures)));
                           return cells;
                         });
}

/// The number alone where there is one: the labels of the scale would make the table too wide.
Cell short_answer(const score::ItemScore& item, const model::Instrument& instrument) {
  Cell cell = answer_cell(item, instrument);
  if (item.answer == score::Answer::scored) cell.text = std::to_string(item.score);
  return cell;
}

Table trend_items_table(const score::Trend& trend, const ChangeGroup& group) {
  Table table = table_of(std::string(group.caption), {"Item", "Area"});
  for (const std::string& name : names_of_dates(trend)) table.columns.push_back({.head = name});
  for (const score::TrendItem& item : trend.items) {
    if (item.change != group.change) continue;
    const score::ItemScore& newest = *item.scores.back();
    Row row{text_cell(item_name(*newest.item)), text_cell(area_name(*newest.area))};
    for (std::size_t i = 0; i < item.scores.size(); ++i)
      row.push_back(short_answer(*item.scores[i], *trend.cards[i]->instrument));
    table.rows.push_back(std::move(row));
  }
  return table;
}

std::string trend_note(const score::Trend& trend) {
  std::string text =
      "Changes since the first and since the previous Snapshot are in percentage points. They are calculated from exact "
      "figures, so they can differ by 0.1 from the rounded percents beside them.";
  const bool all_common = std::all_of(trend.cards.begin(), trend.cards.end(), [&trend](const score::Scorecard* card) {
    return card->items.size() == trend.items.size();
  });
  if (!all_common) text += " Items that one of the Snapshots does not ask, or asks in other words, are left out.";
  return text;
}

Line line_over_time(std::string_view label, const AreaSeries& series, const score::Trend& trend) {
  Line line{.label = std::string(label), .points = {}};
  for (std::size_t i = 0; i < series.size(); ++i) {
    const auto share = score::share(series[i]);
    const auto& date = trend.cards[i]->snapshot->date;
    if (share && date) line.points.push_back({.date = *date, .value = *share, .text = percent_text(*share)});
  }
  return line;
}

Result trend_item_result(const score::TrendItem& item) {
  return Result::Fields{
      {"item", *item.scores.back()->item->id},
      {"area", *item.scores.back()->area->id},
      {"ids", list_of(item.scores, [](const score::ItemScore* score) { return Result(*score->item->id); })},
      {"scores", list_of(item.scores, [](const score::ItemScore* score) { return score_or_null(*score); })},
  };
}

Result::Fields area_series_fields(const AreaSeries& series) {
  return Result::Fields{
      {"figures", list_of(series, [](const score::Figures& figures) { return Result(figures_fields(figures)); })},
      {"change", percent_result(score::change_of(series.front(), series.back()))},
      {"last_change", percent_result(score::change_of(series[series.size() - 2], series.back()))},
  };
}

Result trend_area_result(const score::TrendArea& area) {
  Result::Fields fields{{"id", *area.area->id}, {"label", *area.area->label}};
  append(fields, area_series_fields(area.figures));
  return fields;
}

Result trend_items_result(const score::Trend& trend, score::Change change) {
  Result::List list;
  for (const score::TrendItem& item : trend.items)
    if (item.change == change) list.push_back(trend_item_result(item));
  return list;
}

/// A line for each area and for the total of the common items.
Chart trend_chart(const score::Trend& trend) {
  LineChart chart{.lines = {}, .percents = true};
  std::vector<std::string> words;
  const auto add = [&](std::string_view label, const AreaSeries& series) {
    chart.lines.push_back(line_over_time(label, series, trend));
    words.push_back(fmt::format("{} {}", label, movement_text(series.front(), series.back())));
  };
  for (const score::TrendArea& area : trend.areas) add(area_name(*area.area), area.figures);
  add(kTotalOfCommonItems, trend.total);
  return Chart{.name = "trend",
               .title = "Percent by area over time, on common items",
               .description = fmt::format(
                   "One line for each area, each in a panel of its own, from 0 to 100 percent. From the first Snapshot "
                   "to the last: {}.",
                   names_joined(words)),
               .shape = std::move(chart)};
}

}  // namespace

Document trend_page(const score::Trend& trend, const model::Workspace& workspace, PlansTargets targets) {
  Page page("Trend: " + trend_dates(trend, workspace));
  page.lead(trend_answer(trend, workspace));
  page.facts(trend_facts(trend, workspace));
  if (trend.items.empty()) return std::move(page).done();
  page.chart(trend_chart(trend));
  page.table(percents_over_time(trend));
  page.text(trend_note(trend));
  page.table(coverage_over_time(trend));
  add_targets_of_plans(page, targets);
  // Unchanged items are many and need no attention: they are counted in the lead, and listed in the result only.
  for (const ChangeGroup& group : change_groups())
    if (group.change != score::Change::same)
      page.section(std::string(group.title) + ", from the first to the last", trend_items_table(trend, group));
  return std::move(page).done();
}

Result trend_result(const score::Trend& trend, PlansTargets targets) {
  Result::Fields fields{
      {"snapshots", list_of(trend.cards, [](const score::Scorecard* card) { return Result(snapshot_fields(*card)); })},
      {"same_instrument", trend.same_instrument},
      {"common_items", trend.items.size()},
      {"areas", list_of(trend.areas, trend_area_result)},
      {"total", area_series_fields(trend.total)},
  };
  for (const ChangeGroup& group : change_groups())
    fields.emplace_back(std::string(group.key), trend_items_result(trend, group.change));
  add_targets_result(fields, targets);
  return Result::Fields{{"trend", std::move(fields)}};
}

}  // namespace cpm::report
