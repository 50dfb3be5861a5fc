// `cpm compare` and `cpm report comparison`: two Snapshots on the items that are the same question in both.
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
using ItemScores = std::vector<const score::ItemScore*>;

/// "Example county, March 15, 2026 to April 2, 2027"
std::string dates_text(const score::Comparison& comparison, const model::Workspace& workspace) {
  return county_text(workspace, comparison.now->snapshot->county) + ", " +
         date_text(comparison.before->snapshot->date) + " to " + date_text(comparison.now->snapshot->date);
}

std::string versions_sentence(const score::Comparison& comparison) {
  if (comparison.same_instrument) return {};
  return " The two Snapshots use different instruments or versions, " + version_text(*comparison.before->instrument) +
         " and " + version_text(*comparison.now->instrument) + ": they are compared on their " +
         base::counted(comparison.items.size(), "common item") + " only.";
}

/// "6 items went up, 2 went down and 30 stayed the same"
std::string counts_text(const score::Comparison& comparison) {
  return base::counted(score::count(comparison, score::Change::up), "item") + " went up, " +
         std::to_string(score::count(comparison, score::Change::down)) + " went down and " +
         std::to_string(score::count(comparison, score::Change::same)) + " stayed the same";
}

std::string lead_text(const score::Comparison& comparison, const model::Workspace& workspace) {
  const std::string head = dates_text(comparison, workspace) + "." + versions_sentence(comparison);
  if (comparison.items.empty()) return head + " They have no item in common, so nothing can be compared.";
  return head + " The total of the common items " + movement_text(comparison.total_before, comparison.total_now) +
         "; " + counts_text(comparison) + ".";
}

std::string side_fact(const score::Scorecard& card) {
  const std::string status = *card.snapshot->status == model::DocumentStatus::draft ? "draft" : "final";
  return date_text(card.snapshot->date) + "; " + instrument_text(*card.instrument) + "; " + status +
         (card.revision.empty() ? "" : "; " + revision_text(card));
}

Facts comparison_facts(const score::Comparison& comparison, const model::Workspace& workspace) {
  Facts facts;
  facts.facts.push_back({"County", county_text(workspace, comparison.now->snapshot->county)});
  facts.facts.push_back({"Then", side_fact(*comparison.before)});
  facts.facts.push_back({"Now", side_fact(*comparison.now)});
  facts.facts.push_back({"Common items", std::to_string(comparison.items.size())});
  return facts;
}

Row area_row(std::string name, const score::Figures& before, const score::Figures& now) {
  return Row{text_cell(std::move(name)),      percent_cell(score::share(before)),
             percent_cell(score::share(now)), change_cell(before, now),
             whole_cell(now.items),           text_cell(coverage_text(before)),
             text_cell(coverage_text(now))};
}

Table area_table(const score::Comparison& comparison) {
  Table table{.caption = "Percent by area, on common items",
              .columns = {{.head = "Area"},
                          {.head = "Then", .number = true},
                          {.head = "Now", .number = true},
                          {.head = "Change in points", .number = true},
                          {.head = "Common items", .number = true},
                          {.head = "Scored then", .number = true},
                          {.head = "Scored now", .number = true}},
              .rows = {}};
  AreaNames names;
  for (const score::AreaChange& area : comparison.areas)
    table.rows.push_back(area_row(names(*area.area), area.before, area.now));
  table.rows.push_back(area_row("Total of common items", comparison.total_before, comparison.total_now));
  return table;
}

Table change_table(const score::Comparison& comparison, const ChangeGroup& group) {
  Table table{.caption = std::string(group.caption),
              .columns = {{.head = "Item"}, {.head = "Area"}, {.head = "Then"}, {.head = "Now"}},
              .rows = {}};
  for (const score::ItemChange& item : comparison.items)
    if (item.change == group.change)
      table.rows.push_back({text_cell(item_name(*item.now->item)), text_cell(area_name(*item.now->area)),
                            answer_cell(*item.before, *comparison.before->instrument),
                            answer_cell(*item.now, *comparison.now->instrument)});
  return table;
}

bool has_id(const ItemScores& items, const std::string& id) {
  for (const score::ItemScore* item : items)
    if (*item->item->id == id) return true;
  return false;
}

Table one_sided_table(const ItemScores& items, const ItemScores& others, const model::Instrument& instrument,
                      std::string caption) {
  Table table{.caption = std::move(caption),
              .columns = {{.head = "Item"}, {.head = "Area"}, {.head = "Answer"}, {.head = "Why not compared"}},
              .rows = {}};
  for (const score::ItemScore* item : items) {
    const bool reworded = has_id(others, *item->item->id);
    table.rows.push_back({text_cell(item_name(*item->item)), text_cell(area_name(*item->area)),
                          answer_cell(*item, instrument), text_cell(reworded ? "reworded" : "in one Snapshot only")});
  }
  return table;
}

/// Unchanged items are many and need no attention: they are counted in the lead, and listed in the result only.
void add_changes(Blocks& blocks, const score::Comparison& comparison) {
  for (const ChangeGroup& group : change_groups()) {
    const std::size_t count = score::count(comparison, group.change);
    const bool listed = group.change != score::Change::same;
    if (count == 0 || !listed) continue;
    blocks.push_back(Heading{.level = 2, .text = std::string(group.title)});
    blocks.push_back(change_table(comparison, group));
  }
}

void add_one_sided(Blocks& blocks, const score::Comparison& comparison) {
  if (!comparison.added.empty()) {
    blocks.push_back(Heading{.level = 2, .text = "Added"});
    blocks.push_back(one_sided_table(comparison.added, comparison.removed, *comparison.now->instrument,
                                     "Items of the newer Snapshot alone"));
  }
  if (comparison.removed.empty()) return;
  blocks.push_back(Heading{.level = 2, .text = "Removed"});
  blocks.push_back(one_sided_table(comparison.removed, comparison.added, *comparison.before->instrument,
                                   "Items of the earlier Snapshot alone"));
}

std::string note_text(const score::Comparison& comparison) {
  std::string text =
      "Changes are in percentage points and worked out from exact figures, so they can differ by 0.1 from the rounded "
      "percents beside them.";
  if (!comparison.added.empty() || !comparison.removed.empty())
    text += " On all of its own items the total is " + percent_text(score::share(comparison.before->total)) +
            " then and " + percent_text(score::share(comparison.now->total)) +
            " now; these two percents rest on different items and do not show a change.";
  return text;
}

Result item_result(const score::ItemChange& change) {
  const std::string& then_id = *change.before->item->id;
  const std::string& now_id = *change.now->item->id;
  return Result::Fields{{"item", now_id},
                        {"was", then_id == now_id ? Result() : Result(then_id)},
                        {"area", *change.now->area->id},
                        {"then", score_or_null(*change.before)},
                        {"now", score_or_null(*change.now)}};
}

Result one_sided_result(const score::ItemScore* item) {
  return Result::Fields{{"item", *item->item->id}, {"area", *item->area->id}, {"score", score_or_null(*item)}};
}

Result::Fields change_fields(const score::Figures& before, const score::Figures& now) {
  return Result::Fields{{"then", figures_fields(before)},
                        {"now", figures_fields(now)},
                        {"change", percent_result(change_of(before, now))}};
}

Result area_change_result(const score::AreaChange& area) {
  Result::Fields fields{{"id", *area.area->id}, {"label", *area.area->label}};
  append(fields, change_fields(area.before, area.now));
  return fields;
}

Result group_result(const score::Comparison& comparison, score::Change change) {
  Result::List list;
  for (const score::ItemChange& item : comparison.items)
    if (item.change == change) list.push_back(item_result(item));
  return list;
}

}  // namespace

Document comparison_page(const score::Comparison& comparison, const model::Workspace& workspace) {
  Document page{.title = "Comparison: " + dates_text(comparison, workspace), .blocks = {}};
  page.blocks.push_back(Paragraph{.text = lead_text(comparison, workspace), .lead = true});
  if (!comparison.items.empty()) page.blocks.push_back(change_figures(comparison));
  page.blocks.push_back(comparison_facts(comparison, workspace));
  if (!comparison.items.empty()) {
    page.blocks.push_back(shift_chart(comparison));
    page.blocks.push_back(area_table(comparison));
    page.blocks.push_back(Paragraph{.text = note_text(comparison)});
  }
  add_changes(page.blocks, comparison);
  add_one_sided(page.blocks, comparison);
  return with_abbreviations(std::move(page));
}

Result comparison_result(const score::Comparison& comparison) {
  Result::Fields fields{
      {"then", snapshot_fields(*comparison.before)},
      {"now", snapshot_fields(*comparison.now)},
      {"same_instrument", comparison.same_instrument},
      {"common_items", comparison.items.size()},
      {"areas", list_of(comparison.areas, area_change_result)},
      {"total", change_fields(comparison.total_before, comparison.total_now)},
  };
  for (const ChangeGroup& group : change_groups())
    fields.emplace_back(std::string(group.key), group_result(comparison, group.change));
  fields.emplace_back("added", list_of(comparison.added, one_sided_result));
  fields.emplace_back("removed", list_of(comparison.removed, one_sided_result));
  return fields;
}

}  // namespace cpm::report
