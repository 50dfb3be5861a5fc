#include "report/rank_blocks.h"

#include <algorithm>
#include <utility>

namespace cpm::report {

namespace {

using Opportunities = std::vector<score::Opportunity>;

bool something_waits(const Opportunities& opportunities) {
  return std::any_of(opportunities.begin(), opportunities.end(),
                     [](const score::Opportunity& each) { return !each.waits_for.empty(); });
}

/// Which columns a table has beside the keys of the order.
struct Shown {
  bool ids = true;
  bool areas = true;
  bool waits = true;
};

Shown shown(const Opportunities& opportunities, RankDetail detail) {
  if (detail == RankDetail::full) return {};
  return {.ids = false, .areas = false, .waits = something_waits(opportunities)};
}

Cell item_cell(const score::ItemScore& item, bool with_id) {
  return text_cell(with_id ? item_name_and_id(*item.item) : item_name(*item.item));
}

/// The score alone: the columns are many, and the terms say what the top value is.
Cell score_cell(const score::ItemScore& item, const score::Scorecard& card) {
  Cell cell = answer_cell(item, *card.instrument);
  cell.text = std::to_string(item.score);
  return cell;
}

/// Points below the top value.
Cell gap_cell(const score::Opportunity& opportunity, std::int64_t top) {
  return whole_cell(top - opportunity.item->score);
}

Cell judgement_cell(std::int64_t judgement) {
  return judgement == 0 ? text_cell("not judged") : whole_cell(judgement);
}

Cell value_cell(const score::Opportunity& opportunity) {
  return Cell{.text = value_text(opportunity), .number = base::percent(opportunity.value)};
}

Cell waits_cell(const score::Opportunity& opportunity) {
  std::vector<std::string> names;
  for (const model::Item* first : opportunity.waits_for) names.push_back(item_name(*first));
  return text_cell(names.empty() ? "nothing" : names_joined(names));
}

Row judged_row(const score::Opportunity& opportunity, const score::Ranking& ranking, Shown columns) {
  const score::Scorecard& card = *ranking.scorecard;
  const score::ItemScore& item = *opportunity.item;
  Row row{whole_cell(opportunity.rank), item_cell(item, columns.ids)};
  if (columns.areas) row.push_back(text_cell(area_name(*item.area)));
  for (Cell& cell :
       Row{score_cell(item, card), gap_cell(opportunity, card.top), judgement_cell(opportunity.importance),
           judgement_cell(opportunity.feasibility), value_cell(opportunity), text_cell(holds_text(opportunity))})
    row.push_back(std::move(cell));
  if (columns.waits) row.push_back(waits_cell(opportunity));
  return row;
}

std::vector<Column> judged_columns(Shown columns) {
  std::vector<Column> heads{{.head = "Rank", .number = true}, {.head = "Item"}};
  if (columns.areas) heads.push_back({.head = "Area"});
  for (const char* head : {"Score", "Gap", "Importance", "Feasibility", "Value", "Holds in"})
    heads.push_back({.head = head, .number = true});
  if (columns.waits) heads.push_back({.head = "Waits for"});
  return heads;
}

}  // namespace

std::string holds_text(const score::Opportunity& opportunity) {
  return std::to_string(opportunity.holds) + " of " + std::to_string(score::kWeightings);
}

std::string value_text(const score::Opportunity& opportunity) {
  return base::to_text(base::percent(opportunity.value));
}

Table judged_table(const score::Ranking& ranking, RankDetail detail) {
  const Shown columns = shown(ranking.judged, detail);
  Table table{.caption = "Opportunities in order", .columns = judged_columns(columns), .rows = {}};
  for (const score::Opportunity& opportunity : ranking.judged)
    table.rows.push_back(judged_row(opportunity, ranking, columns));
  return table;
}

Table unjudged_table(const score::Ranking& ranking, RankDetail detail) {
  const score::Scorecard& card = *ranking.scorecard;
  const Shown columns = shown(ranking.unjudged, detail);
  Table table{.caption = "Opportunities not yet judged for importance and feasibility",
              .columns = {{.head = "Item"},
                          {.head = "Area"},
                          {.head = "Score", .number = true},
                          {.head = "Gap", .number = true}},
              .rows = {}};
  if (columns.waits) table.columns.push_back({.head = "Waits for"});
  for (const score::Opportunity& opportunity : ranking.unjudged) {
    const score::ItemScore& item = *opportunity.item;
    Row row{item_cell(item, columns.ids), text_cell(area_name(*item.area)), score_cell(item, card),
            gap_cell(opportunity, card.top)};
    if (columns.waits) row.push_back(waits_cell(opportunity));
    table.rows.push_back(std::move(row));
  }
  return table;
}

List ranking_terms(const score::Ranking& ranking) {
  const score::Weights& weights = ranking.options.weights;
  return List{
      .entries = {
          "Gap: points from the score up to the top value, " +
              value_text(*ranking.scorecard->instrument, ranking.scorecard->top) +
              ". Importance and feasibility: the team's judgement from 1 to 3, where 3 is very important, or easy "
              "to do.",
          "Value: from 0 to 100, the mean of gap, importance and feasibility with the weights gap " +
              std::to_string(weights.gap) + ", importance " + std::to_string(weights.importance) + " and feasibility " +
              std::to_string(weights.feasibility) + ".",
          "Holds in: of the " + std::to_string(score::kWeightings) +
              " ways to weight the three in whole numbers that add up to " + std::to_string(score::kWeightingSum) +
              ", in how many the item is among the first " + std::to_string(ranking.options.top) + ".",
          "Waits for: items it builds on that are not yet at the top value; they come first.",
      }};
}

}  // namespace cpm::report
