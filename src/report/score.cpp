#include "report/score_pages.h"

#include <fmt/format.h>

#include "report/result_fields.h"
#include "report/score_blocks.h"
#include "report/target_blocks.h"

namespace cpm::report {

namespace {

/// "10 items x top value 2 = 20 possible; 11 points of 20 possible = 55.0%."
std::string sum_text(std::int64_t items, const score::Figures& figures, std::int64_t points, const base::Ratio& share) {
  const std::int64_t possible = figures.top * items;
  return fmt::format("{} x top value {} = {} possible; {} of {} possible = {}.", counted(items, "item"), figures.top,
                     possible, counted(points, "point"), possible, percent_text(share));
}

/// The percent, and when answers are open the lowest and highest that it can become.
std::vector<std::string> sums_of(const score::Figures& figures) {
  const auto share = score::share(figures);
  std::vector<std::string> sums{share ? "Percent: " + sum_text(figures.scored, figures, figures.points, *share)
                                      : "Percent: none, because no item has a score."};
  const std::int64_t open = open_answers(figures);
  const auto low = score::lowest_share(figures);
  const auto high = score::highest_share(figures);
  if (open == 0 || !low || !high) return sums;
  sums.push_back("Lowest, if every open answer were the lowest value: " +
                 sum_text(figures.scored + open, figures, figures.points, *low));
  const std::int64_t more = figures.top * open;
  sums.push_back(fmt::format("Highest, if every open answer were the top value, {} + {} points: {}", figures.points,
                             more, sum_text(figures.scored + open, figures, figures.points + more, *high)));
  return sums;
}

/// One line of the sum; `so_far` holds what has been added up before.
Row sum_row(const score::ItemScore& item, const score::Scorecard& card, score::Figures& so_far) {
  const bool scored = item.answer == score::Answer::scored;
  if (scored) {
    so_far.points += item.score;
    so_far.possible += card.top;
  }
  return Row{text_cell(item_name_and_id(*item.item)), answer_cell(item, *card.instrument),
             scored ? whole_cell(item.score) : text_cell("not counted"),
             scored ? whole_cell(card.top) : text_cell("not counted"), points_cell(so_far)};
}

Table sum_table(const score::Scorecard& card, const score::AreaScore& area) {
  Table table = table_of(fmt::format("Points in {}, item by item", area_name(*area.area)),
                         {"Item", "Answer", number("Points"), number("Possible"), number("Running total")});
  score::Figures so_far;
  for (const score::ItemScore& item : card.items)
    if (item.area == area.area) table.rows.push_back(sum_row(item, card, so_far));
  return table;
}

/// "Points: 3 + 8 = 11. Possible: 10 + 10 = 20.": the areas make the total.
std::string pooled_sum(const score::Scorecard& card) {
  std::string points;
  std::string possible;
  for (const score::AreaScore& area : card.areas) {
    const char* plus = points.empty() ? "" : " + ";
    points += plus + std::to_string(area.figures.points);
    possible += plus + std::to_string(area.figures.possible);
  }
  return fmt::format("Points: {} = {}. Possible: {} = {}.", points, card.total.points, possible, card.total.possible);
}

void add_sums(Page& page, const score::Scorecard& card, int level) {
  for (const score::AreaScore& area : card.areas) {
    page.section(area_name(*area.area), level);
    page.table(sum_table(card, area));
    page.list(sums_of(area.figures));
  }
  page.section("Total of all items", level);
  page.text(pooled_sum(card));
  page.list(sums_of(card.total));
  page.text("Percents are rounded to one decimal place; halves are rounded away from zero.");
}

std::string splits_sentence(const score::Scorecard& card) {
  std::vector<std::string> names;
  for (const score::ItemScore* item : split_votes(card)) names.push_back(item_name(*item->item));
  if (names.empty()) return {};
  return fmt::format(
      "Votes were split between the lowest and the top value on {}: {}. The agreed scores do not change.",
      counted(names.size(), "item"), names_joined(names));
}

/// Only with `--explain`: every item that has votes.
void add_every_vote(Page& page, const score::Scorecard& card, int level) {
  Table table = vote_table(card);
  if (table.rows.empty()) return;
  page.section("How the team voted", level);
  page.table(std::move(table));
  page.text("Votes do not change scores.");
}

// What if

std::string assumed_words(const score::Projection& what_if) {
  if (what_if.items.size() != 1) return fmt::format("With other scores for {}", counted(what_if.items.size(), "item"));
  const score::ItemProjection& only = what_if.items.front();
  return fmt::format("With {} for {}", value_text(*what_if.instrument, only.score), item_name(*only.now->item));
}

/// "With 2 (Fully in place) for Coaching, the total of all items would rise from …; Workforce Development would rise from …."
std::string what_if_answer(const score::Projection& what_if) {
  std::string text = fmt::format("{}, the total of all items {}", assumed_words(what_if),
                                 would_move_text(what_if.total_now, what_if.total));
  for (const score::AreaProjection& area : what_if.areas)
    if (score::share(area.now) != score::share(area.then))
      text += fmt::format("; {} {}", area_name(*area.area), would_move_text(area.now, area.then));
  return text + ".";
}

Table assumed_table(const score::Projection& what_if) {
  Table table = table_of("Scores that are assumed", {"Item", "Area", "Now", "What if"});
  for (const score::ItemProjection& item : what_if.items)
    table.rows.push_back({text_cell(item_name_and_id(*item.now->item)), text_cell(area_name(*item.now->area)),
                          answer_cell(*item.now, *what_if.instrument),
                          text_cell(value_text(*what_if.instrument, item.score))});
  return table;
}

void add_what_if(Page& page, const score::Projection& what_if, Facts facts) {
  page.lead(what_if_answer(what_if));
  page.facts(std::move(facts));
  page.table(assumed_table(what_if));
  add_projection(page, what_if, "what if");
  page.text("The Snapshot stays as it is: nothing is written.");
}

void add_movers(Page& page, const score::Scorecard& card, int level) {
  Table table = table_of("Points that an area gains if one of these items reaches the top value",
                         {"Area", "Items", "Score now", number("Gain for the area"), number("Gain for the total")});
  const auto points = [](const base::Ratio& gain) {
    return Cell{.text = base::to_signed_text(base::percent(gain)), .number = base::percent(gain)};
  };
  for (const score::Movers& group : score::movers(card)) {
    std::vector<std::string> names;
    for (const score::ItemScore* item : group.items) names.push_back(item_name(*item->item));
    table.rows.push_back({text_cell(area_name(*group.area)), text_cell(names_joined(names)),
                          text_cell(value_text(*card.instrument, group.score)), points(group.gain),
                          points(group.total_gain)});
  }
  page.section("What would move each area most", level);
  page.table(std::move(table), "No scored item is below the top value of the scale.");
  page.text(
      "Items in one row move their area equally far, each by itself. Rows go on until an area has three items or more. Items "
      "without a score are left out. The team decides what is worth doing.");
}

/// `level`: of the headings below the Snapshot's own.
void add_view(Page& page, const ScoreView& view, const model::Workspace& workspace, int level, bool explain) {
  const score::Scorecard& card = view.card;
  if (view.what_if) {
    add_what_if(page, *view.what_if, snapshot_facts(card, workspace));
    if (view.movers) add_movers(page, card, level);
    if (explain) add_sums(page, card, level);
    return;
  }
  AreaNames names;
  page.lead(fmt::format("{}: {}", snapshot_name(card, workspace), total_sentence(card)));
  page.facts(snapshot_facts(card, workspace));
  page.chart(area_chart(card));
  page.table(area_table(card, names));
  page.text(total_note(card));
  page.chart(distribution_chart(card));
  page.table(distribution_table(card));
  page.table(without_score_table(card));
  page.text(splits_sentence(card));
  add_targets_of_plans(page, view.targets, level);
  if (view.movers) add_movers(page, card, level);
  if (!explain) return;
  add_sums(page, card, level);
  add_every_vote(page, card, level);
}

/// One row a Snapshot, for several at once.
Table totals_table(const std::vector<ScoreView>& views, const model::Workspace& workspace) {
  Table table = table_of("Totals", {"Snapshot", number("Points out of possible"), number("Percent"),
                                    number("Items scored"), "Instrument"});
  for (const ScoreView& view : views) {
    const score::Scorecard& card = view.card;
    table.rows.push_back({text_cell(snapshot_name(card, workspace)), points_cell(card.total),
                          percent_cell(score::share(card.total)), text_cell(coverage_text(card.total)),
                          text_cell(version_text(*card.instrument))});
  }
  return table;
}

Result what_if_result(const score::Projection& what_if) {
  const auto item = [](const score::ItemProjection& one) {
    return Result(Result::Fields{{"item", *one.now->item->id},
                                 {"area", *one.now->area->id},
                                 {"now", score_or_null(*one.now)},
                                 {"then", one.score}});
  };
  Result::Fields fields{{"items", list_of(what_if.items, item)}};
  append(fields, projection_fields(what_if));
  return fields;
}

Result movers_result(const score::Movers& group) {
  return Result::Fields{
      {"area", *group.area->id},
      {"score", group.score},
      {"gain", base::percent(group.gain)},
      {"total_gain", base::percent(group.total_gain)},
      {"items", list_of(group.items, [](const score::ItemScore* item) { return Result(*item->item->id); })}};
}

Result scored_item_result(const score::ItemScore& item) {
  return Result::Fields{{"item", *item.item->id},
                        {"area", *item.area->id},
                        {"answer", model::key(item.answer)},
                        {"score", score_or_null(item)},
                        {"votes", votes_result(item)}};
}

Result view_result(const ScoreView& view, bool explain) {
  const score::Scorecard& card = view.card;
  Result::Fields fields = snapshot_fields(card);
  append(fields, score_fields(card));
  add_targets_result(fields, view.targets);
  if (view.what_if) fields.emplace_back("what_if", what_if_result(*view.what_if));
  if (view.movers) fields.emplace_back("movers", list_of(score::movers(card), movers_result));
  if (!explain) return fields;
  fields.emplace_back("items", list_of(card.items, scored_item_result));
  fields.emplace_back("votes", team_votes_result(card));
  return fields;
}

}  // namespace

Document score_page(const std::vector<ScoreView>& views, const model::Workspace& workspace, bool explain) {
  if (views.size() == 1) {
    const std::string name = snapshot_name(views.front().card, workspace);
    Page page((views.front().what_if ? "What if: " : "Score: ") + name);
    add_view(page, views.front(), workspace, 2, explain);
    return std::move(page).done();
  }
  Page page("Scores of " + counted(views.size(), "Snapshot"));
  page.table(totals_table(views, workspace));
  for (const ScoreView& view : views) {
    page.section(snapshot_name(view.card, workspace));
    add_view(page, view, workspace, 3, explain);
  }
  return std::move(page).done();
}

Result score_result(const std::vector<ScoreView>& views, bool explain) {
  if (views.size() == 1) return view_result(views.front(), explain);
  return list_of(views, [explain](const ScoreView& view) { return view_result(view, explain); });
}

}  // namespace cpm::report
