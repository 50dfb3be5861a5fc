#include "report/plan_pages.h"

#include <fmt/format.h>

#include <map>

#include "base/text.h"
#include "report/approvals.h"
#include "report/flowchart.h"
#include "report/page.h"
#include "report/result_fields.h"
#include "report/wording.h"

namespace cpm::report {

namespace {

using Clauses = std::vector<model::Clause>;

std::string theory_title(const model::TheoryOfChange& theory, const Context& context) {
  const std::string title = text_or(theory.title, "Theory of change");
  return theory.county ? fmt::format("{}: {}", title, county_text(context.workspace, theory.county)) : title;
}

/// "IF families are heard"; a text that already begins with the word keeps it once.
std::string clause_text(const model::Clause& clause, std::string_view word) {
  const std::string& text = *clause.text;
  return text.starts_with(std::string(word) + " ") ? text : fmt::format("{} {}", word, text);
}

void add_clauses(Page& page, const Clauses& clauses, std::string_view word) {
  std::vector<std::string> entries;
  for (const model::Clause& clause : clauses) entries.push_back(clause_text(clause, word));
  page.list(std::move(entries));
}

/// Text of an outcome and who sees it best: of the county's logic model, or built in; else the id itself.
struct OutcomeWords {
  std::string text;
  std::string perspectives;
};

OutcomeWords outcome_words(const Context& context, const std::string& id) {
  if (const auto* own = model::find_logic_outcome(context.workspace, context.document.home, id)) {
    std::vector<std::string> seen;
    for (const auto& perspective : own->perspectives) seen.emplace_back(model::word(*perspective));
    return {*own->text, names_joined(seen)};
  }
  const model::BuiltIn* built_in = context.workspace.built_in;
  const model::Outcome* outcome = built_in == nullptr ? nullptr : model::find_outcome(built_in->outcomes, id);
  if (outcome == nullptr) return {id, std::string(kNone)};
  return {*outcome->text, texts_joined(outcome->perspectives)};
}

void add_outcome_rows(Table& table, const Clauses& clauses, std::string_view word, const Context& context) {
  for (const model::Clause& clause : clauses)
    for (const model::LocatedText& id : clause.outcomes) {
      const OutcomeWords outcome = outcome_words(context, *id);
      table.rows.push_back(
          {text_cell(outcome.text), text_cell(clause_text(clause, word)), text_cell(outcome.perspectives)});
    }
}

Table outcomes_table(const model::TheoryOfChange& theory, const Context& context) {
  Table table = table_of("Outcomes and the clauses that rest on them", {"Outcome", "Clause", "Who sees it best"});
  add_outcome_rows(table, theory.if_clauses, "IF", context);
  add_outcome_rows(table, theory.then_clauses, "THEN", context);
  return table;
}

// The picture

/// Outcomes, the clauses that rest on them, and IF leading to THEN.
class TheoryPicture {
 public:
  TheoryPicture(const model::TheoryOfChange& theory, const Context& context) : context_(context) {
    const std::size_t first_if = records_.size();
    add(theory.if_clauses, 1, "IF");
    const std::size_t first_then = records_.size();
    add(theory.then_clauses, 2, "THEN");
    const std::size_t end = records_.size();
    for (std::size_t from = first_if; from < first_then; ++from)
      for (std::size_t to = first_then; to < end; ++to) arrows_.emplace_back(from, to);
    add_outcomes(theory.if_clauses, first_if);
    add_outcomes(theory.then_clauses, first_then);
  }

  Chart chart(const model::TheoryOfChange& theory) const {
    constexpr std::size_t kMostBoxes = 14;
    Layered made = layered({"Outcomes they rest on", "IF", "THEN"}, records_, arrows_, kMostBoxes);
    return Chart{.name = "theory",
                 .title = "How the theory of change leads from IF to THEN",
                 .description = fmt::format(
                     "{} IF {} to {} THEN {}{}. The clauses are listed beside this picture.", theory.if_clauses.size(),
                     theory.if_clauses.size() == 1 ? "clause leads" : "clauses lead", theory.then_clauses.size(),
                     base::noun_for(theory.then_clauses.size() == 1, "clause"),
                     outcomes_.empty() ? "" : fmt::format("; they rest on {}", counted(outcomes_.size(), "outcome"))),
                 .shape = std::move(made.layers)};
  }

 private:
  void add(const Clauses& clauses, std::size_t column, std::string_view word) {
    for (const model::Clause& clause : clauses)
      records_.push_back({.column = column, .label = clause_text(clause, word)});
  }

  void add_outcomes(const Clauses& clauses, std::size_t first) {
    for (std::size_t i = 0; i < clauses.size(); ++i)
      for (const model::LocatedText& id : clauses[i].outcomes) {
        const auto [at, fresh] = outcomes_.try_emplace(*id, records_.size());
        if (fresh) records_.push_back({.column = 0, .label = outcome_words(context_, *id).text});
        arrows_.emplace_back(at->second, first + i);
      }
  }

  const Context& context_;
  std::vector<LayerRecord> records_;
  std::vector<std::pair<std::size_t, std::size_t>> arrows_;
  std::map<std::string, std::size_t> outcomes_;
};

Result clause_result(const model::Clause& clause) {
  return Result::Fields{
      {"id", text_result(clause.id)}, {"text", text_result(clause.text)}, {"outcomes", texts_result(clause.outcomes)}};
}

}  // namespace

Document theory_report(const model::TheoryOfChange& theory, const Context& context) {
  Page page(theory_title(theory, context));
  if (theory.lead) page.lead(*theory.lead);
  add_clauses(page, theory.if_clauses, "IF");
  add_clauses(page, theory.then_clauses, "THEN");
  page.chart(TheoryPicture(theory, context).chart(theory));
  Facts facts;
  if (theory.adapted_from) facts.facts.push_back({"Adapted from", *theory.adapted_from});
  if (theory.source) facts.facts.push_back({"Source", *theory.source});
  page.facts(std::move(facts));
  page.section("Outcomes it rests on", outcomes_table(theory, context));
  add_approvals(page, theory.approvals);
  return std::move(page).done();
}

Result theory_result(const model::TheoryOfChange& theory) {
  Result::Fields fields{{"county", text_result(theory.county)},
                        {"title", text_result(theory.title)},
                        {"adapted_from", text_result(theory.adapted_from)},
                        {"source", text_result(theory.source)},
                        {"lead", text_result(theory.lead)},
                        {"if", list_of(theory.if_clauses, clause_result)},
                        {"then", list_of(theory.then_clauses, clause_result)}};
  add_approvals(fields, theory.approvals);
  return fields;
}

}  // namespace cpm::report
