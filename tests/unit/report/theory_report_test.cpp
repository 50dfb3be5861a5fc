#include <doctest/doctest.h>

#include "fixtures.h"
#include "report/plan_pages.h"
#include "tests/support/holds.h"

using namespace cpm;
using namespace cpm::report;
using namespace cpm::report::fixtures;
using cpm::test::Holds;

namespace {

model::TheoryOfChange theory() {
  model::TheoryOfChange made;
  made.title = text("Sample theory of change");
  made.lead = text("It sets the foundation for our CPM practice.");
  made.adapted_from = text("Santa Clara County");
  model::Clause condition;
  condition.text = text("staff are coached;");
  condition.outcomes = {text("oc-coached")};
  model::Clause kept;
  kept.text = text("IF partners join");
  model::Clause result;
  result.text = text("children are safe.");
  made.if_clauses = {condition, kept};
  made.then_clauses = {result};
  return made;
}

std::string theory_page(const model::TheoryOfChange& content) {
  const model::BuiltIn lists = built_in();
  model::Workspace workspace;
  workspace.built_in = &lists;
  const model::Document document;
  return page_text(theory_report(content, Context{.workspace = workspace, .document = document}));
}

}  // namespace

TEST_CASE("a theory of change keeps the words IF and THEN, once each, a bullet a clause") {
  CHECK(
      theory_page(theory()) ==
      Holds{"# Sample theory of change\n> It sets the foundation for our CPM practice.\nCPM stands for Core Practice "
            "Model.\n- IF staff are coached;\n- IF partners join\n- THEN children are safe.\nAdapted from: Santa Clara "
            "County\n"});
}

TEST_CASE("outcomes are shown by their text and who sees them best") {
  CHECK(theory_page(theory()) == Holds{"Staff are coached regularly. | IF staff are coached; | staff\n"});
  model::TheoryOfChange unknown = theory();
  unknown.if_clauses[0].outcomes = {text("oc-own")};
  CHECK(theory_page(unknown) == Holds{"oc-own | IF staff are coached; | none\n"});
  unknown.if_clauses[0].outcomes = {};
  CHECK(theory_page(unknown) != Holds{"Outcomes it rests on"});
}

TEST_CASE("an outcome of the county's own logic model is shown by its text, and goes before a built-in one") {
  const model::BuiltIn lists = built_in();
  model::Workspace workspace;
  workspace.built_in = &lists;
  model::LogicOutcome outcome;
  outcome.id = text("oc-coached");
  outcome.text = text("Workers try out what they learn");
  model::LogicModel logic_model;
  logic_model.outcomes = {outcome};
  workspace.documents.emplace_back().content = logic_model;
  const auto shown = [&] {
    return page_text(theory_report(theory(), Context{.workspace = workspace, .document = workspace.documents[0]}));
  };
  CHECK(shown() == Holds{"Workers try out what they learn | IF staff are coached; | none\n"});
  auto& kept = std::get<model::LogicModel>(workspace.documents[0].content).outcomes[0];
  kept.perspectives = {given(model::Perspective::staff), given(model::Perspective::partners)};
  CHECK(shown() == Holds{"Workers try out what they learn | IF staff are coached; | staff; partners\n"});
}

TEST_CASE("a theory result keeps clauses and outcome keys") {
  const std::string result = json(theory_result(theory()));
  CHECK(result == Holds{R"("county":null,"title":"Sample theory of change")"});
  CHECK(result == Holds{R"("if":[{"id":null,"text":"staff are coached;","outcomes":["oc-coached"]})"});
  CHECK(result == Holds{R"("then":[{"id":null,"text":"children are safe.","outcomes":[]}])"});
}
