// `cpm rank`: opportunities in order, why they stand where they do, and how robust that order is.
#include "base/text.h"
#include "report/abbreviations.h"
#include "report/pages.h"
#include "report/rank_blocks.h"
#include "report/result_parts.h"
#include "report/score_blocks.h"

namespace cpm::report {

namespace {

/// One named term of the sum: gap, importance or feasibility, scaled to 0 to 1.
struct Term {
  std::string_view name;
  std::string judged;
  base::Ratio scaled;
  std::int64_t weight = 0;
};

std::vector<Term> terms_of(const score::Opportunity& opportunity, const score::Ranking& ranking) {
  const score::Weights& weights = ranking.options.weights;
  const std::int64_t top = ranking.scorecard->top;
  const std::string gap = counted(top - opportunity.item->score, "point") + " of " + std::to_string(top);
  return {{"gap", gap, opportunity.gap, weights.gap},
          {"importance",
           std::to_string(opportunity.importance) + " of 3",
           {opportunity.importance - 1, 2},
           weights.importance},
          {"feasibility",
           std::to_string(opportunity.feasibility) + " of 3",
           {opportunity.feasibility - 1, 2},
           weights.feasibility}};
}

Cell tenths_cell(base::Tenths number) {
  return Cell{.text = base::to_text(number), .number = number};
}

Table terms_table(const std::vector<Term>& terms, const std::string& item) {
  Table table{.caption = "How the value of " + item + " comes about",
              .columns = {{.head = "Term"},
                          {.head = "Judged"},
                          {.head = "From 0 to 100", .number = true},
                          {.head = "Weight", .number = true},
                          {.head = "Product", .number = true}},
              .rows = {}};
  for (const Term& term : terms)
    table.rows.push_back({text_cell(std::string(term.name)), text_cell(term.judged),
                          tenths_cell(base::percent(term.scaled)), whole_cell(term.weight),
                          tenths_cell(base::tenths(term.scaled, 100 * term.weight))});
  return table;
}

/// "100.0 + 50.0 + 100.0 = 250.0; divided by 3, the sum of the weights: 83.3."
std::string sum_sentence(const score::Opportunity& opportunity, const std::vector<Term>& terms) {
  std::string sum;
  std::int64_t weights = 0;
  for (const Term& term : terms) {
    sum += (sum.empty() ? "" : " + ") + base::to_text(base::tenths(term.scaled, 100 * term.weight));
    weights += term.weight;
  }
  return sum + " = " + base::to_text(base::tenths(opportunity.value, 100 * weights)) + "; divided by " +
         std::to_string(weights) + ", the sum of the weights: " + value_text(opportunity) + ".";
}

std::string lead_text(const score::Ranking& ranking) {
  if (!ranking.judged.empty()) {
    const score::Opportunity& first = ranking.judged.front();
    return "First comes " + item_name(*first.item->item) + ", with a value of " + value_text(first) +
           " out of 100; it is among the first " + std::to_string(ranking.options.top) + " in " + holds_text(first) +
           " weightings. The order is advice: the team decides.";
  }
  if (!ranking.unjudged.empty())
    return "No order yet: " + base::counted(ranking.unjudged.size(), "opportunity", "opportunities") +
           " still to be judged for importance and feasibility.";
  if (ranking.scorecard->total.scored == 0) return "No order: no item has a score yet.";
  return "No opportunities: every scored item is at the top value.";
}

void add_first_sum(std::vector<Block>& blocks, const score::Ranking& ranking) {
  const score::Opportunity& first = ranking.judged.front();
  const std::vector<Term> terms = terms_of(first, ranking);
  blocks.push_back(Heading{.level = 2, .text = "The sum behind the first"});
  blocks.push_back(terms_table(terms, item_name(*first.item->item)));
  blocks.push_back(Paragraph{.text = sum_sentence(first, terms)});
}

/// The table has no room for them.
Facts facts_of(const score::Scorecard& card, const model::Workspace& workspace) {
  Facts facts = snapshot_facts(card, workspace);
  const std::string names = areas_with_other_names(*card.instrument);
  if (!names.empty()) facts.facts.push_back({"Other names of the areas", names});
  return facts;
}

}  // namespace

Document rank_page(const score::Ranking& ranking, const model::Workspace& workspace) {
  const score::Scorecard& card = *ranking.scorecard;
  Document page{.title = "Opportunities: " + county_text(workspace, card.snapshot->county) + ", " +
                         date_text(card.snapshot->date),
                .blocks = {}};
  page.blocks.push_back(Paragraph{.text = lead_text(ranking), .lead = true});
  page.blocks.push_back(facts_of(card, workspace));
  if (!ranking.judged.empty()) {
    page.blocks.push_back(judged_table(ranking, RankDetail::full));
    page.blocks.push_back(ranking_terms(ranking));
    add_first_sum(page.blocks, ranking);
  }
  if (!ranking.unjudged.empty()) {
    page.blocks.push_back(Heading{.level = 2, .text = "Not yet judged"});
    page.blocks.push_back(unjudged_table(ranking, RankDetail::full));
  }
  return with_abbreviations(std::move(page));
}

Result rank_result(const score::Ranking& ranking) {
  Result::Fields fields = snapshot_fields(*ranking.scorecard);
  append(fields, ranking_fields(ranking));
  return fields;
}

}  // namespace cpm::report
