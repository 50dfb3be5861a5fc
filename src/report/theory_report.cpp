// `cpm report theory`: the theory of change, one bullet a clause, with its words IF and THEN kept, and the outcomes it
// rests on.
#include <array>

#include "report/abbreviations.h"
#include "report/pages.h"
#include "report/result_parts.h"
#include "report/wording.h"

namespace cpm::report {

namespace {

using Blocks = std::vector<Block>;
using Clauses = std::vector<model::Clause>;

std::string title_of(const model::TheoryOfChange& theory, const Context& context) {
  const std::string title = text_or(theory.title, "Theory of change");
  return theory.county ? title + ": " + county_text(context.workspace, theory.county) : title;
}

/// "IF families are heard"; a text that already begins with the word keeps it once.
std::string clause_text(const model::Clause& clause, const std::string& word) {
  const std::string& text = *clause.text;
  const bool begins = text.compare(0, word.size() + 1, word + " ") == 0;
  return begins ? text : word + " " + text;
}

void add_clauses(Blocks& blocks, const Clauses& clauses, const std::string& word) {
  List list;
  for (const model::Clause& clause : clauses) list.entries.push_back(clause_text(clause, word));
  if (!list.entries.empty()) blocks.emplace_back(std::move(list));
}

void add_facts(Blocks& blocks, const model::TheoryOfChange& theory) {
  Facts facts;
  if (theory.adapted_from) facts.facts.push_back({"Adapted from", *theory.adapted_from});
  if (theory.source) facts.facts.push_back({"Source", *theory.source});
  if (!facts.facts.empty()) blocks.emplace_back(std::move(facts));
}

/// Text of an outcome and who sees it best: of the county's logic model, or built in; else the id itself.
struct OutcomeWords {
  std::string text;
  std::string perspectives;
};

constexpr std::array<std::string_view, 3> kPerspectives = {"families", "staff", "partners"};

OutcomeWords outcome_words(const Context& context, const std::string& id) {
  if (const auto* own = model::find_logic_outcome(context.workspace, context.document.home, id)) {
    std::vector<std::string> seen;
    for (const auto& perspective : own->perspectives)
      seen.emplace_back(kPerspectives.at(static_cast<std::size_t>(*perspective)));
    return {*own->text, seen.empty() ? std::string(kNone) : names_joined(seen)};
  }
  const model::BuiltIn* built_in = context.workspace.built_in;
  const model::Outcome* outcome = built_in == nullptr ? nullptr : model::find_outcome(built_in->outcomes, id);
  if (outcome == nullptr) return {id, std::string(kNone)};
  return {*outcome->text, texts_joined(outcome->perspectives)};
}

void add_outcome_rows(Table& table, const Clauses& clauses, const std::string& word, const Context& context) {
  for (const model::Clause& clause : clauses)
    for (const model::LocatedText& id : clause.outcomes) {
      const OutcomeWords outcome = outcome_words(context, *id);
      table.rows.push_back(
          {text_cell(outcome.text), text_cell(clause_text(clause, word)), text_cell(outcome.perspectives)});
    }
}

void add_outcomes(Blocks& blocks, const model::TheoryOfChange& theory, const Context& context) {
  Table table{.caption = "Outcomes and the clauses that rest on them",
              .columns = {{.head = "Outcome"}, {.head = "Clause"}, {.head = "Who sees it best"}},
              .rows = {}};
  add_outcome_rows(table, theory.if_clauses, "IF", context);
  add_outcome_rows(table, theory.then_clauses, "THEN", context);
  if (table.rows.empty()) return;
  blocks.push_back(Heading{.level = 2, .text = "Outcomes it rests on"});
  blocks.emplace_back(std::move(table));
}

Result clause_result(const model::Clause& clause) {
  return Result::Fields{
      {"id", text_result(clause.id)}, {"text", text_result(clause.text)}, {"outcomes", texts_result(clause.outcomes)}};
}

}  // namespace

Document theory_report(const model::TheoryOfChange& theory, const Context& context) {
  Document page{.title = title_of(theory, context), .blocks = {}};
  if (theory.lead) page.blocks.push_back(Paragraph{.text = *theory.lead, .lead = true});
  add_clauses(page.blocks, theory.if_clauses, "IF");
  add_clauses(page.blocks, theory.then_clauses, "THEN");
  add_facts(page.blocks, theory);
  add_outcomes(page.blocks, theory, context);
  return with_abbreviations(std::move(page));
}

Result theory_result(const model::TheoryOfChange& theory) {
  return Result::Fields{{"county", text_result(theory.county)},
                        {"title", text_result(theory.title)},
                        {"adapted_from", text_result(theory.adapted_from)},
                        {"source", text_result(theory.source)},
                        {"lead", text_result(theory.lead)},
                        {"if", list_of(theory.if_clauses, clause_result)},
                        {"then", list_of(theory.then_clauses, clause_result)}};
}

}  // namespace cpm::report
