#include "report/score_pages.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "report/result_fields.h"
#include "report/score_blocks.h"

namespace cpm::report {

namespace {

using Opportunities = std::vector<score::Opportunity>;

/// "198 of 231"; "121 to 231 of 231" where ties leave it open.
std::string holds_text(const score::Opportunity& opportunity) {
  if (opportunity.holds == opportunity.holds_at_most)
    return fmt::format("{} of {}", opportunity.holds, score::kWeightings);
  return fmt::format("{} to {} of {}", opportunity.holds, opportunity.holds_at_most, score::kWeightings);
}

/// "1", and "1=" where others have the same value.
Cell rank_cell(const score::Opportunity& opportunity) {
  Cell cell = whole_cell(opportunity.rank);
  if (opportunity.shared) cell.text += "=";
  return cell;
}

/// "83.3", of 100.
std::string rank_value_text(const score::Opportunity& opportunity) {
  return base::to_text(base::percent(opportunity.value));
}

Cell tenths_cell(base::Tenths number) {
  return Cell{.text = base::to_text(number), .number = number};
}

// Tables of opportunities

/// Columns shown besides the ranking keys.
struct RankColumns {
  bool ids = true;
  bool areas = true;
  bool waits = true;
};

RankColumns columns_for(const Opportunities& opportunities, RankDetail detail) {
  if (detail == RankDetail::full) return {};
  const bool waits = std::any_of(opportunities.begin(), opportunities.end(),
                                 [](const score::Opportunity& each) { return !each.waits_for.empty(); });
  return {.ids = false, .areas = false, .waits = waits};
}

Cell ranked_item_cell(const score::ItemScore& item, bool with_id) {
  return text_cell(with_id ? item_name_and_id(*item.item) : item_name(*item.item));
}

/// The score alone: the columns are many, and the terms say what the top value is.
Cell bare_score_cell(const score::ItemScore& item, const score::Scorecard& card) {
  Cell cell = answer_cell(item, *card.instrument);
  cell.text = std::to_string(item.score);
  return cell;
}

/// Points below the top value.
Cell gap_cell(const score::Opportunity& opportunity, std::int64_t top) {
  return whole_cell(top - opportunity.item->score);
}

Cell judgment_cell(std::int64_t judgment) {
  return judgment == 0 ? text_cell("not judged") : whole_cell(judgment);
}

Cell waits_for_cell(const score::Opportunity& opportunity) {
  std::vector<std::string> names;
  for (const model::Item* first : opportunity.waits_for) names.push_back(item_name(*first));
  return text_cell(names.empty() ? "nothing" : names_joined(names));
}

Row judged_row(const score::Opportunity& opportunity, const score::Ranking& ranking, RankColumns columns) {
  const score::Scorecard& card = *ranking.scorecard;
  const score::ItemScore& item = *opportunity.item;
  Row row{rank_cell(opportunity), ranked_item_cell(item, columns.ids)};
  if (columns.areas) row.push_back(text_cell(area_name(*item.area)));
  row.push_back(bare_score_cell(item, card));
  row.push_back(gap_cell(opportunity, card.top));
  row.push_back(judgment_cell(opportunity.importance));
  row.push_back(judgment_cell(opportunity.feasibility));
  row.push_back(tenths_cell(base::percent(opportunity.value)));
  row.push_back(text_cell(holds_text(opportunity)));
  if (columns.waits) row.push_back(waits_for_cell(opportunity));
  return row;
}

// The sum behind a value

/// One named term of the sum: gap, importance or feasibility, scaled to 0 to 1.
struct RankTerm {
  std::string_view name;
  std::string judged;
  base::Ratio scaled;
  std::int64_t weight = 0;
};

std::vector<RankTerm> terms_of(const score::Opportunity& opportunity, const score::Ranking& ranking) {
  const score::Weights& weights = ranking.options.weights;
  const std::int64_t top = ranking.scorecard->top;
  const auto judged = [](std::int64_t judgment) { return fmt::format("{} of 3", judgment); };
  const auto scaled = [](std::int64_t judgment) { return base::Ratio{judgment - 1, 2}; };
  return {{"gap", fmt::format("{} of {}", counted(top - opportunity.item->score, "point"), top), opportunity.gap,
           weights.gap},
          {"importance", judged(opportunity.importance), scaled(opportunity.importance), weights.importance},
          {"feasibility", judged(opportunity.feasibility), scaled(opportunity.feasibility), weights.feasibility}};
}

Table terms_table(const std::vector<RankTerm>& terms, const std::string& item) {
  Table table = table_of(fmt::format("How the value of {} is calculated", item),
                         {"Term", "Judged", number("From 0 to 100"), number("Weight"), number("Product")});
  for (const RankTerm& term : terms)
    table.rows.push_back({text_cell(term.name), text_cell(term.judged), tenths_cell(base::percent(term.scaled)),
                          whole_cell(term.weight), tenths_cell(base::tenths(term.scaled, 100 * term.weight))});
  return table;
}

/// "100.0 + 50.0 + 100.0 = 250.0; divided by 3, the sum of the weights: 83.3."
std::string value_sum(const score::Opportunity& opportunity, const std::vector<RankTerm>& terms) {
  std::vector<std::string> products;
  std::int64_t weights = 0;
  for (const RankTerm& term : terms) {
    products.push_back(base::to_text(base::tenths(term.scaled, 100 * term.weight)));
    weights += term.weight;
  }
  return fmt::format("{} = {}; divided by {}, the sum of the weights: {}.", fmt::join(products, " + "),
                     base::to_text(base::tenths(opportunity.value, 100 * weights)), weights,
                     rank_value_text(opportunity));
}

bool is_firmer(const score::Opportunity& a, const score::Opportunity& b) {
  return std::pair{a.holds, a.holds_at_most} > std::pair{b.holds, b.holds_at_most};
}

/// "it is among the first 5 in 231 of 231 weightings", of the first one, or of another one that is firmer.
std::string firmness_text(const score::Ranking& ranking, std::size_t sharing) {
  const auto firmest = std::min_element(ranking.judged.begin(), ranking.judged.end(), is_firmer);
  const score::Opportunity& first = ranking.judged.front();
  const bool is_first = !is_firmer(*firmest, first);
  const std::string held = fmt::format("among the first {} in {} weightings", ranking.options.top,
                                       holds_text(is_first ? first : *firmest));
  const auto alike = [&first](const score::Opportunity& each) {
    return each.rank > 1 || (each.holds == first.holds && each.holds_at_most == first.holds_at_most);
  };
  if (is_first && sharing == 1) return "it is " + held;
  if (is_first && std::ranges::all_of(ranking.judged, alike)) return "each is " + held;
  return fmt::format("the firmest is {}, {}", item_name(*(is_first ? first : *firmest).item->item), held);
}

/// All that share the first place, and the firmest one.
std::string first_place_text(const score::Ranking& ranking) {
  std::vector<std::string> names;
  for (const score::Opportunity& each : ranking.judged)
    if (each.rank == 1) names.push_back(item_name(*each.item->item));
  const std::string value = rank_value_text(ranking.judged.front());
  const std::string first = names.size() == 1
                                ? fmt::format("First comes {}, with a value of {} out of 100", names.front(), value)
                                : fmt::format("First place is shared by {}, each with a value of {} out of 100",
                                              names_joined(names), value);
  return fmt::format("{}; {}. The order is advice: the team decides.", first, firmness_text(ranking, names.size()));
}

std::string rank_answer(const score::Ranking& ranking) {
  if (!ranking.judged.empty()) return first_place_text(ranking);
  if (!ranking.unjudged.empty())
    return fmt::format("No order yet: {} still to be judged for importance and feasibility.",
                       counted(ranking.unjudged.size(), "opportunity", "opportunities"));
  if (ranking.scorecard->total.scored == 0) return "No order: no item has a score yet.";
  return "No opportunities: every scored item is at the top value.";
}

/// With other names of the areas: the table has no room for them.
Facts rank_facts(const score::Scorecard& card, const model::Workspace& workspace) {
  Facts facts = snapshot_facts(card, workspace);
  const std::string names = areas_with_other_names(*card.instrument);
  if (!names.empty()) facts.facts.push_back({"Other names of the areas", names});
  return facts;
}

}  // namespace

Table judged_table(const score::Ranking& ranking, RankDetail detail) {
  const RankColumns columns = columns_for(ranking.judged, detail);
  Table table = table_of("Opportunities in order", {number("Rank"), "Item"});
  if (columns.areas) table.columns.push_back({.head = "Area"});
  for (const char* head : {"Score", "Gap", "Importance", "Feasibility", "Value", "Holds in"})
    table.columns.push_back(number(head));
  if (columns.waits) table.columns.push_back({.head = "Waits for"});
  for (const score::Opportunity& opportunity : ranking.judged)
    table.rows.push_back(judged_row(opportunity, ranking, columns));
  return table;
}

Table unjudged_table(const score::Ranking& ranking, RankDetail detail) {
  const score::Scorecard& card = *ranking.scorecard;
  const RankColumns columns = columns_for(ranking.unjudged, detail);
  Table table = table_of("Opportunities not yet judged for importance and feasibility",
                         {"Item", "Area", number("Score"), number("Gap")});
  if (columns.waits) table.columns.push_back({.head = "Waits for"});
  for (const score::Opportunity& opportunity : ranking.unjudged) {
    const score::ItemScore& item = *opportunity.item;
    Row row{ranked_item_cell(item, columns.ids), text_cell(area_name(*item.area)), bare_score_cell(item, card),
            gap_cell(opportunity, card.top)};
    if (columns.waits) row.push_back(waits_for_cell(opportunity));
    table.rows.push_back(std::move(row));
  }
  return table;
}

List ranking_terms(const score::Ranking& ranking) {
  const score::Weights& weights = ranking.options.weights;
  return List{
      .entries = {
          fmt::format("Gap: points from the score up to the top value, {}. Importance and feasibility: the team's "
                      "judgment from 1 to 3, where 3 is very important, or easy to do.",
                      value_text(*ranking.scorecard->instrument, ranking.scorecard->top)),
          fmt::format("Value: from 0 to 100, the mean of gap, importance and feasibility with the weights gap {}, "
                      "importance {} and feasibility {}.",
                      weights.gap, weights.importance, weights.feasibility),
          "Rank: items with the same value share a rank, as in 1=.",
          fmt::format(
              "Holds in: of the {} ways to weight the three in whole numbers that add up to {}, in how many the "
              "item is among the first {}; a range where items with the same value leave it open.",
              score::kWeightings, score::kWeightingSum, ranking.options.top),
          "Waits for: items it builds on that are not yet at the top value; they come first.",
      }};
}

Document rank_page(const score::Ranking& ranking, const model::Workspace& workspace) {
  const score::Scorecard& card = *ranking.scorecard;
  Page page("Opportunities: " + snapshot_name(card, workspace));
  page.lead(rank_answer(ranking));
  page.facts(rank_facts(card, workspace));
  if (!ranking.judged.empty()) {
    const score::Opportunity& first = ranking.judged.front();
    const std::vector<RankTerm> terms = terms_of(first, ranking);
    page.table(judged_table(ranking, RankDetail::full));
    page.add(ranking_terms(ranking));
    page.section("How the first value is calculated", terms_table(terms, item_name(*first.item->item)));
    page.text(value_sum(first, terms));
  }
  page.section("Not yet judged", unjudged_table(ranking, RankDetail::full));
  return std::move(page).done();
}

Result rank_result(const score::Ranking& ranking) {
  Result::Fields fields = snapshot_fields(*ranking.scorecard);
  append(fields, ranking_fields(ranking));
  return fields;
}

}  // namespace cpm::report
