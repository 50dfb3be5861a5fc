// `cpm compare` over more than two Snapshots: percents by area and date, on the items that are the same question in all.
#include <algorithm>
#include <map>

#include "base/text.h"
#include "report/abbreviations.h"
#include "report/comparison_charts.h"
#include "report/comparison_parts.h"
#include "report/pages.h"
#include "report/result_parts.h"
#include "report/score_blocks.h"

namespace cpm::report {

namespace {

using Blocks = std::vector<Block>;
using Series = std::vector<score::Figures>;

const model::Snapshot& snapshot_at(const score::Trend& trend, std::size_t index) {
  return *trend.cards[index]->snapshot;
}

/// "Example County, March 15, 2026 to April 2, 2028"
std::string span_text(const score::Trend& trend, const model::Workspace& workspace) {
  const model::Snapshot& first = snapshot_at(trend, 0);
  const model::Snapshot& last = *trend.cards.back()->snapshot;
  return county_text(workspace, first.county) + ", " + date_text(first.date) + " to " + date_text(last.date);
}

/// "cpm-default 1.0 and cpm-default 1.1", each once.
std::string versions_text(const score::Trend& trend) {
  std::vector<std::string> versions;
  for (const score::Scorecard* card : trend.cards) {
    const std::string version = version_text(*card->instrument);
    if (std::find(versions.begin(), versions.end(), version) == versions.end()) versions.push_back(version);
  }
  return base::joined(versions);
}

std::string versions_sentence(const score::Trend& trend) {
  if (trend.same_instrument) return {};
  return " The Snapshots use different instruments or versions, " + versions_text(trend) + ": they are compared on " +
         "their " + base::counted(trend.items.size(), "common item") + " only.";
}

std::string counts_text(const score::Trend& trend) {
  return base::counted(score::count(trend, score::Change::up), "item") + " went up, " +
         std::to_string(score::count(trend, score::Change::down)) + " went down and " +
         std::to_string(score::count(trend, score::Change::same)) + " stayed the same";
}

std::string lead_text(const score::Trend& trend, const model::Workspace& workspace) {
  const std::string head = span_text(trend, workspace) + ", " + base::counted(trend.cards.size(), "Snapshot") + "." +
                           versions_sentence(trend);
  if (trend.items.empty()) return head + " They have no item in common, so nothing can be compared.";
  return head + " From the first to the last, the total of the common items " +
         movement_text(trend.total.front(), trend.total.back()) + "; " + counts_text(trend) + ".";
}

/// "2026-03-15" for each date, and "(2)" when one comes again.
std::vector<std::string> names_of(const score::Trend& trend) {
  std::map<std::string, int> seen;
  std::vector<std::string> names;
  for (const score::Scorecard* card : trend.cards) {
    const std::string name = card->snapshot->date ? base::to_text(*card->snapshot->date) : "no date";
    const int times = ++seen[name];
    names.push_back(times == 1 ? name : name + " (" + std::to_string(times) + ")");
  }
  return names;
}

Facts trend_facts(const score::Trend& trend, const model::Workspace& workspace) {
  Facts facts;
  facts.facts.push_back({"County", county_text(workspace, snapshot_at(trend, 0).county)});
  const std::vector<std::string> names = names_of(trend);
  for (std::size_t i = 0; i < names.size(); ++i) {
    const score::Scorecard& card = *trend.cards[i];
    facts.facts.push_back({names[i], instrument_text(*card.instrument) + "; " +
                                         std::string(status_text(*card.snapshot->status)) + "; " +
                                         base::counted(card.items.size(), "item") +
                                         (card.revision.empty() ? "" : "; " + revision_text(card))});
  }
  facts.facts.push_back({"Items common to all", std::to_string(trend.items.size())});
  return facts;
}

std::vector<Column> columns(const std::string& first, const std::vector<std::string>& names) {
  std::vector<Column> result{{.head = first}};
  for (const std::string& name : names) result.push_back({.head = name, .number = true});
  return result;
}

/// A row per area and one for all common items, made by `row`.
template <class MakeRow>
void add_area_rows(Table& table, const score::Trend& trend, MakeRow row) {
  AreaNames area_names;
  for (const score::TrendArea& area : trend.areas) table.rows.push_back(row(area_names(*area.area), area.figures));
  table.rows.push_back(row("Total of common items", trend.total));
}

Table percent_table(const score::Trend& trend, const std::vector<std::string>& names) {
  Table table{.caption = "Percent by area, on common items", .columns = columns("Area", names), .rows = {}};
  table.columns.push_back({.head = "Since the first", .number = true});
  table.columns.push_back({.head = "Since the one before", .number = true});
  add_area_rows(table, trend, [](std::string name, const Series& series) {
    Row row{text_cell(std::move(name))};
    for (const score::Figures& figures : series) row.push_back(percent_cell(score::share(figures)));
    row.push_back(change_cell(series.front(), series.back()));
    row.push_back(change_cell(series[series.size() - 2], series.back()));
    return row;
  });
  return table;
}

Table coverage_table(const score::Trend& trend, const std::vector<std::string>& names) {
  Table table{.caption = "Common items scored, of those that apply", .columns = columns("Area", names), .rows = {}};
  add_area_rows(table, trend, [](std::string name, const Series& series) {
    Row row{text_cell(std::move(name))};
    for (const score::Figures& figures : series) row.push_back(text_cell(coverage_text(figures)));
    return row;
  });
  return table;
}

/// The number alone where there is one: the labels of the scale would make the table too wide.
Cell short_answer(const score::ItemScore& item, const model::Instrument& instrument) {
  Cell cell = answer_cell(item, instrument);
  if (item.answer == score::Answer::scored) cell.text = std::to_string(item.score);
  return cell;
}

Table change_table(const score::Trend& trend, const ChangeGroup& group, const std::vector<std::string>& names) {
  Table table{.caption = std::string(group.caption), .columns = {{.head = "Item"}, {.head = "Area"}}, .rows = {}};
  for (const std::string& name : names) table.columns.push_back({.head = name});
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

/// Unchanged items are many and need no attention: they are counted in the lead, and listed in the result only.
void add_changes(Blocks& blocks, const score::Trend& trend, const std::vector<std::string>& names) {
  for (const ChangeGroup& group : change_groups()) {
    if (score::count(trend, group.change) == 0 || group.change == score::Change::same) continue;
    blocks.push_back(Heading{.level = 2, .text = std::string(group.title) + ", from the first to the last"});
    blocks.push_back(change_table(trend, group, names));
  }
}

std::string note_text(const score::Trend& trend) {
  std::string text =
      "Changes since the first Snapshot and since the one before are in percentage points and worked out from exact figures, so they can differ by 0.1 from the rounded "
      "percents beside them.";
  const bool all_common = std::all_of(trend.cards.begin(), trend.cards.end(), [&trend](const score::Scorecard* card) {
    return card->items.size() == trend.items.size();
  });
  if (!all_common) text += " Items that one of the Snapshots does not ask in the same words are left out everywhere.";
  return text;
}

Result ids_result(const score::TrendItem& item) {
  return list_of(item.scores, [](const score::ItemScore* score) { return Result(*score->item->id); });
}

Result item_result(const score::TrendItem& item) {
  return Result::Fields{
      {"item", *item.scores.back()->item->id},
      {"area", *item.scores.back()->area->id},
      {"ids", ids_result(item)},
      {"scores", list_of(item.scores, [](const score::ItemScore* score) { return score_or_null(*score); })},
  };
}

Result::Fields series_fields(const Series& series) {
  return Result::Fields{
      {"figures", list_of(series, [](const score::Figures& figures) { return Result(figures_fields(figures)); })},
      {"change", percent_result(change_of(series.front(), series.back()))},
      {"last_change", percent_result(change_of(series[series.size() - 2], series.back()))},
  };
}

Result trend_area_result(const score::TrendArea& area) {
  Result::Fields fields{{"id", *area.area->id}, {"label", *area.area->label}};
  append(fields, series_fields(area.figures));
  return fields;
}

Result group_result(const score::Trend& trend, score::Change change) {
  Result::List list;
  for (const score::TrendItem& item : trend.items)
    if (item.change == change) list.push_back(item_result(item));
  return list;
}

}  // namespace

Document trend_page(const score::Trend& trend, const model::Workspace& workspace) {
  const std::vector<std::string> names = names_of(trend);
  Document page{.title = "Trend: " + span_text(trend, workspace), .blocks = {}};
  page.blocks.push_back(Paragraph{.text = lead_text(trend, workspace), .lead = true});
  page.blocks.push_back(trend_facts(trend, workspace));
  if (trend.items.empty()) return with_abbreviations(std::move(page));
  page.blocks.push_back(trend_chart(trend));
  page.blocks.push_back(percent_table(trend, names));
  page.blocks.push_back(Paragraph{.text = note_text(trend)});
  page.blocks.push_back(coverage_table(trend, names));
  add_changes(page.blocks, trend, names);
  return with_abbreviations(std::move(page));
}

Result trend_result(const score::Trend& trend) {
  Result::Fields fields{
      {"snapshots", list_of(trend.cards, [](const score::Scorecard* card) { return Result(snapshot_fields(*card)); })},
      {"same_instrument", trend.same_instrument},
      {"common_items", trend.items.size()},
      {"areas", list_of(trend.areas, trend_area_result)},
      {"total", series_fields(trend.total)},
  };
  for (const ChangeGroup& group : change_groups())
    fields.emplace_back(std::string(group.key), group_result(trend, group.change));
  return Result::Fields{{"trend", std::move(fields)}};
}

}  // namespace cpm::report
