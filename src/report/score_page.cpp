// `cpm score`: points, percents, ranges and coverage; on request the sum item by item, to be redone by hand.
#include "base/text.h"
#include "report/abbreviations.h"
#include "report/pages.h"
#include "report/result_parts.h"
#include "report/score_blocks.h"
#include "report/score_charts.h"
#include "report/vote_blocks.h"

namespace cpm::report {

namespace {

using Blocks = std::vector<Block>;

/// "10 items x top value 2 = 20 possible; 11 points of 20 possible = 55.0 %."
std::string sum_text(std::int64_t items, const score::Figures& figures, std::int64_t points, const base::Ratio& share) {
  const std::string possible = std::to_string(figures.top * items);
  return counted(items, "item") + " x top value " + std::to_string(figures.top) + " = " + possible + " possible; " +
         counted(points, "point") + " of " + possible + " possible = " + percent_text(share) + ".";
}

std::string percent_sum(const score::Figures& figures) {
  const auto share = score::share(figures);
  if (!share) return "Percent: none, since no item has a score.";
  return "Percent: " + sum_text(figures.scored, figures, figures.points, *share);
}

std::string lowest_sum(const score::Figures& figures, const base::Ratio& share) {
  return "Lowest, if every open answer were the lowest value: " +
         sum_text(figures.scored + open_answers(figures), figures, figures.points, share);
}

std::string highest_sum(const score::Figures& figures, const base::Ratio& share) {
  const std::int64_t more = figures.top * open_answers(figures);
  return "Highest, if every open answer were the top value, " + std::to_string(figures.points) + " + " +
         std::to_string(more) +
         " points: " + sum_text(figures.scored + open_answers(figures), figures, figures.points + more, share);
}

List sums(const score::Figures& figures) {
  List list{.entries = {percent_sum(figures)}};
  const auto low = score::lowest_share(figures);
  const auto high = score::highest_share(figures);
  if (open_answers(figures) == 0 || !low || !high) return list;
  list.entries.push_back(lowest_sum(figures, *low));
  list.entries.push_back(highest_sum(figures, *high));
  return list;
}

/// One line of the sum; `figures` holds what has been added up so far.
Row sum_row(const score::ItemScore& item, const score::Scorecard& card, score::Figures& figures) {
  const bool scored = item.answer == score::Answer::scored;
  if (scored) {
    figures.points += item.score;
    figures.possible += card.top;
  }
  return Row{text_cell(item_name_and_id(*item.item)), answer_cell(item, *card.instrument),
             scored ? whole_cell(item.score) : text_cell("not counted"),
             scored ? whole_cell(card.top) : text_cell("not counted"), points_cell(figures)};
}

Table sum_table(const score::Scorecard& card, const score::AreaScore& area) {
  Table table{.caption = "Sum of " + area_name(*area.area),
              .columns = {{.head = "Item"},
                          {.head = "Answer"},
                          {.head = "Points", .number = true},
                          {.head = "Possible", .number = true},
                          {.head = "Sum so far", .number = true}},
              .rows = {}};
  score::Figures so_far;
  for (const score::ItemScore& item : card.items)
    if (item.area == area.area) table.rows.push_back(sum_row(item, card, so_far));
  return table;
}

/// "3 + 8 = 11 points, 10 + 10 = 20 possible": the areas make the total.
std::string pooled_sum(const score::Scorecard& card) {
  std::string points;
  std::string possible;
  for (const score::AreaScore& area : card.areas) {
    const char* plus = points.empty() ? "" : " + ";
    points += plus + std::to_string(area.figures.points);
    possible += plus + std::to_string(area.figures.possible);
  }
  return "Points: " + points + " = " + std::to_string(card.total.points) + ". Possible: " + possible + " = " +
         std::to_string(card.total.possible) + ".";
}

void add_sums(Blocks& blocks, const score::Scorecard& card, int level) {
  for (const score::AreaScore& area : card.areas) {
    blocks.push_back(Heading{.level = level, .text = area_name(*area.area)});
    blocks.push_back(sum_table(card, area));
    blocks.push_back(sums(area.figures));
  }
  blocks.push_back(Heading{.level = level, .text = "Total of all items"});
  blocks.push_back(Paragraph{.text = pooled_sum(card)});
  blocks.push_back(sums(card.total));
  blocks.push_back(Paragraph{.text = "Percents are rounded to one decimal, halves away from zero."});
}

void add_open_answers(Blocks& blocks, const score::Scorecard& card) {
  if (!without_score(card).empty()) blocks.push_back(without_score_table(card));
}

void add_splits(Blocks& blocks, const score::Scorecard& card) {
  std::vector<std::string> names;
  for (const score::ItemScore* item : split_votes(card)) names.push_back(item_name(*item->item));
  if (names.empty()) return;
  blocks.push_back(Paragraph{.text = "Votes were split between the lowest and the top value on " +
                                     counted(static_cast<std::int64_t>(names.size()), "item") + ": " +
                                     names_joined(names) + ". The agreed scores stand."});
}

/// Only with `--explain`: every item that has votes.
void add_votes(Blocks& blocks, const score::Scorecard& card, int level) {
  Table table = vote_table(card);
  if (table.rows.empty()) return;
  blocks.push_back(Heading{.level = level, .text = "How the team voted"});
  blocks.push_back(std::move(table));
  blocks.push_back(Paragraph{.text = "Votes change no score."});
}

/// `level`: of the headings below the Snapshot's own.
void add_card(Blocks& blocks, const score::Scorecard& card, const model::Workspace& workspace, int level,
              bool explain) {
  AreaNames names;
  blocks.push_back(Paragraph{.text = county_text(workspace, card.snapshot->county) + ", " +
                                     date_text(card.snapshot->date) + ": " + total_sentence(card),
                             .lead = true});
  blocks.push_back(snapshot_facts(card, workspace));
  blocks.push_back(area_chart(card));
  blocks.push_back(area_table(card, names));
  blocks.push_back(total_note(card));
  blocks.push_back(distribution_chart(card));
  blocks.push_back(distribution_table(card));
  add_open_answers(blocks, card);
  add_splits(blocks, card);
  if (!explain) return;
  add_sums(blocks, card, level);
  add_votes(blocks, card, level);
}

std::string card_title(const score::Scorecard& card, const model::Workspace& workspace) {
  return county_text(workspace, card.snapshot->county) + ", " + date_text(card.snapshot->date);
}

/// One row a Snapshot, for several at once.
Table summary_table(const std::vector<score::Scorecard>& cards, const model::Workspace& workspace) {
  Table table{.caption = "Totals",
              .columns = {{.head = "Snapshot"},
                          {.head = "Points of possible", .number = true},
                          {.head = "Percent", .number = true},
                          {.head = "Items scored", .number = true},
                          {.head = "Instrument"}},
              .rows = {}};
  for (const score::Scorecard& card : cards)
    table.rows.push_back({text_cell(card_title(card, workspace)), points_cell(card.total),
                          percent_cell(score::share(card.total)), text_cell(coverage_text(card.total)),
                          text_cell(version_text(*card.instrument))});
  return table;
}

Result item_result(const score::ItemScore& item) {
  return Result::Fields{{"item", *item.item->id},
                        {"area", *item.area->id},
                        {"answer", answer_result(item.answer)},
                        {"score", score_or_null(item)},
                        {"votes", votes_result(item)}};
}

Result card_result(const score::Scorecard& card, bool explain) {
  Result::Fields fields = snapshot_fields(card);
  append(fields, score_fields(card));
  if (!explain) return fields;
  fields.emplace_back("items", list_of(card.items, item_result));
  fields.emplace_back("votes", team_votes_result(card));
  return fields;
}

}  // namespace

Document score_page(const std::vector<score::Scorecard>& cards, const model::Workspace& workspace, bool explain) {
  if (cards.size() == 1) {
    Document page{.title = "Score: " + card_title(cards.front(), workspace), .blocks = {}};
    add_card(page.blocks, cards.front(), workspace, 2, explain);
    return with_abbreviations(std::move(page));
  }
  Document page{.title = "Scores of " + base::counted(cards.size(), "Snapshot"), .blocks = {}};
  page.blocks.push_back(summary_table(cards, workspace));
  for (const score::Scorecard& card : cards) {
    page.blocks.push_back(Heading{.level = 2, .text = card_title(card, workspace)});
    add_card(page.blocks, card, workspace, 3, explain);
  }
  return with_abbreviations(std::move(page));
}

Result score_result(const std::vector<score::Scorecard>& cards, bool explain) {
  if (cards.size() == 1) return card_result(cards.front(), explain);
  return list_of(cards, [explain](const score::Scorecard& card) { return card_result(card, explain); });
}

}  // namespace cpm::report
