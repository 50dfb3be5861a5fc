#include "report/score_pages.h"

#include <fmt/format.h>

#include <algorithm>

#include "report/result_fields.h"
#include "report/score_blocks.h"
#include "report/target_blocks.h"
#include "score/projection.h"

namespace cpm::report {

namespace {

using ComparedItems = std::vector<const score::ItemScore*>;

constexpr ChangeGroup kChangeGroups[] = {
    {score::Change::up, "Items up", "Items with a higher score than before", "up"},
    {score::Change::down, "Items down", "Items with a lower score than before", "down"},
    {score::Change::same, "Items unchanged", "Items with the same score as before", "same"},
    {score::Change::newly_rated, "Newly rated", "Items that had no score before", "newly_rated"},
    {score::Change::no_longer_rated, "No longer rated", "Items that have no score now", "no_longer_rated"},
    {score::Change::unrated, "Not rated at either date", "Items without a score at both dates", "unrated"},
};

/// "Example county, March 15, 2026 to April 2, 2027"
std::string compared_dates(const score::Comparison& comparison, const model::Workspace& workspace) {
  return fmt::format("{}, {} to {}", county_text(workspace, comparison.now->snapshot->county),
                     date_text(comparison.before->snapshot->date), date_text(comparison.now->snapshot->date));
}

std::string two_versions_sentence(const score::Comparison& comparison) {
  if (comparison.same_instrument) return {};
  return fmt::format(
      " The two Snapshots use different instruments or versions, {} and {}: they are compared on their {} only.",
      version_text(*comparison.before->instrument), version_text(*comparison.now->instrument),
      counted(comparison.items.size(), "common item"));
}

std::string comparison_answer(const score::Comparison& comparison, const model::Workspace& workspace) {
  const std::string head = fmt::format("{}.{}", compared_dates(comparison, workspace),
                                       two_versions_sentence(comparison));
  if (comparison.items.empty()) return head + " They have no items in common, so nothing can be compared.";
  const auto count = [&comparison](score::Change change) { return score::count(comparison, change); };
  return fmt::format("{} The total of the common items {}; {}.", head,
                     movement_text(comparison.total_before, comparison.total_now),
                     counts_text(count(score::Change::up), count(score::Change::down), count(score::Change::same)));
}

std::string side_fact(const score::Scorecard& card) {
  return fmt::format("{}; {}; {}{}", date_text(card.snapshot->date), instrument_text(*card.instrument),
                     model::word(*card.snapshot->status), card.revision.empty() ? "" : "; " + revision_text(card));
}

Row area_shift_row(std::string_view name, const score::Figures& before, const score::Figures& now) {
  return Row{text_cell(name),
             percent_cell(score::share(before)),
             percent_cell(score::share(now)),
             change_cell(before, now),
             whole_cell(now.items),
             text_cell(coverage_text(before)),
             text_cell(coverage_text(now))};
}

/// What all plans together aimed at on the common items; nothing when they aimed at nothing.
std::optional<score::CommonAims> common_aims(const score::Comparison& comparison, PlansTargets plans) {
  score::ItemScores scores;
  for (const score::PlanTargets& targets : plans)
    for (const auto& [item, aim] : score::aims(targets.targets)) scores[item] = std::max(scores[item], aim);
  if (scores.empty()) return std::nullopt;
  return score::aimed_at(comparison, scores);
}

/// What was aimed at stands between then and now.
void add_aims(Table& table, const score::CommonAims& aims) {
  constexpr std::ptrdiff_t kPlace = 2;
  table.columns.insert(table.columns.begin() + kPlace, number("Aimed at"));
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const score::Figures& figures = i < aims.areas.size() ? aims.areas[i] : aims.total;
    table.rows[i].insert(table.rows[i].begin() + kPlace, percent_cell(score::share(figures)));
  }
}

Table area_shift_table(const score::Comparison& comparison, PlansTargets plans) {
  Table table = table_of("Percent by area, on common items",
                         {"Area", number("Then"), number("Now"), number("Change in points"), number("Common items"),
                          number("Scored then"), number("Scored now")});
  AreaNames names;
  for (const score::AreaChange& area : comparison.areas)
    table.rows.push_back(area_shift_row(names(*area.area), area.before, area.now));
  table.rows.push_back(area_shift_row(kTotalOfCommonItems, comparison.total_before, comparison.total_now));
  if (const auto aims = common_aims(comparison, plans)) add_aims(table, *aims);
  return table;
}

Table changed_items_table(const score::Comparison& comparison, const ChangeGroup& group) {
  Table table = table_of(std::string(group.caption), {"Item", "Area", "Then", "Now"});
  for (const score::ItemChange& item : comparison.items)
    if (item.change == group.change)
      table.rows.push_back({text_cell(item_name(*item.now->item)), text_cell(area_name(*item.now->area)),
                            answer_cell(*item.before, *comparison.before->instrument),
                            answer_cell(*item.now, *comparison.now->instrument)});
  return table;
}

/// Items that only one of the two Snapshots asks, or asks in other words.
Table one_sided_table(const ComparedItems& items, const ComparedItems& others, const model::Instrument& instrument,
                      std::string caption) {
  Table table = table_of(std::move(caption), {"Item", "Area", "Answer", "Why not compared"});
  for (const score::ItemScore* item : items) {
    const bool reworded = std::ranges::any_of(
        others, [item](const score::ItemScore* other) { return *other->item->id == *item->item->id; });
    table.rows.push_back({text_cell(item_name(*item->item)), text_cell(area_name(*item->area)),
                          answer_cell(*item, instrument), text_cell(reworded ? "reworded" : "in one Snapshot only")});
  }
  return table;
}

std::string comparison_note(const score::Comparison& comparison) {
  const std::string text =
      "Changes are in percentage points. They are calculated from exact figures, so they can differ by 0.1 from the "
      "rounded percents beside them.";
  if (comparison.added.empty() && comparison.removed.empty()) return text;
  return fmt::format(
      "{} On all of its own items the total is {} then and {} now; these two percents rest on different "
      "items and do not show a change.",
      text, percent_text(score::share(comparison.before->total)), percent_text(score::share(comparison.now->total)));
}

Shift shift_of(std::string_view label, const score::Figures& before, const score::Figures& now) {
  const auto change = score::change_of(before, now);
  std::string in_words = "not comparable";
  if (change)
    in_words = change->numerator == 0 ? "unchanged" : base::to_signed_text(base::percent(*change)) + " points";
  return Shift{.label = std::string(label),
               .before = percent_of(score::share(before)),
               .now = percent_of(score::share(now)),
               .change = std::move(in_words)};
}

Result changed_item_result(const score::ItemChange& change) {
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

Result::Fields shift_fields(const score::Figures& before, const score::Figures& now) {
  return Result::Fields{{"then", figures_fields(before)},
                        {"now", figures_fields(now)},
                        {"change", percent_result(score::change_of(before, now))}};
}

Result area_shift_result(const score::AreaChange& area) {
  Result::Fields fields{{"id", *area.area->id}, {"label", *area.area->label}};
  append(fields, shift_fields(area.before, area.now));
  return fields;
}

Result changed_items_result(const score::Comparison& comparison, score::Change change) {
  Result::List list;
  for (const score::ItemChange& item : comparison.items)
    if (item.change == change) list.push_back(changed_item_result(item));
  return list;
}

}  // namespace

std::span<const ChangeGroup> change_groups() {
  return kChangeGroups;
}

Cell change_cell(const score::Figures& before, const score::Figures& now) {
  const auto change = score::change_of(before, now);
  if (!change) return text_cell("not comparable");
  const base::Tenths points = base::percent(*change);
  return Cell{.text = base::to_signed_text(points), .number = points};
}

std::string movement_text(const score::Figures& before, const score::Figures& now) {
  const auto change = score::change_of(before, now);
  const std::string then_text = percent_text(score::share(before));
  const std::string now_text = percent_text(score::share(now));
  if (!change) return fmt::format("cannot be compared: {} then, {} now", then_text, now_text);
  if (change->numerator == 0) return "is unchanged at " + now_text;
  const std::int64_t points = base::percent(*change).value;
  if (change->numerator > 0)
    return fmt::format("rose from {} to {}, up {} points", then_text, now_text, base::to_text(base::Tenths{points}));
  return fmt::format("fell from {} to {}, down {} points", then_text, now_text, base::to_text(base::Tenths{-points}));
}

std::string counts_text(std::size_t up, std::size_t down, std::size_t same) {
  return fmt::format("{} went up, {} went down and {} stayed the same", counted(up, "item"), down, same);
}

Chart shift_chart(const score::Comparison& comparison, PlansTargets targets) {
  ShiftChart chart{.before = date_text(comparison.before->snapshot->date),
                   .now = date_text(comparison.now->snapshot->date),
                   .shifts = {}};
  const std::optional<score::CommonAims> aims = common_aims(comparison, targets);
  if (aims) chart.aim = plans_words(targets);
  std::vector<std::string> words;
  const auto add = [&](std::string_view label, const score::Figures& before, const score::Figures& now) {
    Shift& shift = chart.shifts.emplace_back(shift_of(label, before, now));
    words.push_back(fmt::format("{} {}", label, movement_text(before, now)));
    if (!aims) return;
    const std::size_t at = chart.shifts.size() - 1;
    const auto share = score::share(at < aims->areas.size() ? aims->areas[at] : aims->total);
    shift.aim = percent_of(share);
    words.back() += ", aimed at " + percent_text(share);
  };
  for (const score::AreaChange& area : comparison.areas) add(area_name(*area.area), area.before, area.now);
  add(kTotalOfCommonItems, comparison.total_before, comparison.total_now);
  return Chart{.name = "change",
               .title = aims ? "Percent by area, then and now, and aimed at" : "Percent by area, then and now",
               .description = fmt::format(
                   "For each area, a ring marks the percent then and a disk the percent now, joined by a line, "
                   "from 0 to 100 percent{}. {}.",
                   aims ? "; an upright line marks what was aimed at" : "", names_joined(words)),
               .shape = std::move(chart)};
}

KeyFigures change_figures(const score::Comparison& comparison) {
  KeyFigures figures;
  if (const auto change = score::change_of(comparison.total_before, comparison.total_now))
    figures.figures.push_back({base::to_signed_text(base::percent(*change)), "points in the total of common items"});
  const auto add = [&](score::Change change, std::string label) {
    figures.figures.push_back({std::to_string(score::count(comparison, change)), std::move(label)});
  };
  add(score::Change::up, "items up");
  add(score::Change::down, "items down");
  add(score::Change::same, "items unchanged");
  return figures;
}

Document comparison_page(const score::Comparison& comparison, const model::Workspace& workspace, PlansTargets targets) {
  Page page("Comparison: " + compared_dates(comparison, workspace));
  page.lead(comparison_answer(comparison, workspace));
  if (!comparison.items.empty()) page.figures(change_figures(comparison));
  page.facts({{{"County", county_text(workspace, comparison.now->snapshot->county)},
               {"Then", side_fact(*comparison.before)},
               {"Now", side_fact(*comparison.now)},
               {"Common items", std::to_string(comparison.items.size())}}});
  if (!comparison.items.empty()) {
    page.chart(shift_chart(comparison, targets));
    page.table(area_shift_table(comparison, targets));
    page.text(comparison_note(comparison));
  }
  add_targets_of_plans(page, targets);
  // Unchanged items are many and need no attention: they are counted in the lead, and listed in the result only.
  for (const ChangeGroup& group : change_groups())
    if (group.change != score::Change::same)
      page.section(std::string(group.title), changed_items_table(comparison, group));
  page.section("Added", one_sided_table(comparison.added, comparison.removed, *comparison.now->instrument,
                                        "Items only in the newer Snapshot"));
  page.section("Removed", one_sided_table(comparison.removed, comparison.added, *comparison.before->instrument,
                                          "Items only in the earlier Snapshot"));
  return std::move(page).done();
}

Result comparison_result(const score::Comparison& comparison, PlansTargets targets) {
  Result::Fields fields{
      {"then", snapshot_fields(*comparison.before)},
      {"now", snapshot_fields(*comparison.now)},
      {"same_instrument", comparison.same_instrument},
      {"common_items", comparison.items.size()},
      {"areas", list_of(comparison.areas, area_shift_result)},
      {"total", shift_fields(comparison.total_before, comparison.total_now)},
  };
  for (const ChangeGroup& group : change_groups())
    fields.emplace_back(std::string(group.key), changed_items_result(comparison, group.change));
  fields.emplace_back("added", list_of(comparison.added, one_sided_result));
  fields.emplace_back("removed", list_of(comparison.removed, one_sided_result));
  add_targets_result(fields, targets);
  return fields;
}

}  // namespace cpm::report
