#include "rules/rules.h"

#include <doctest/doctest.h>

#include <set>

#include "diag/catalog.h"
#include "rules/activity_words.h"
#include "tests/unit/rules/builders.h"

using namespace cpm;
using namespace cpm::test;

TEST_CASE("every rule names its topic and only codes of the catalog, each code once") {
  std::set<diag::Code> seen;
  std::set<std::string_view> topics;
  for (const rules::Rule& rule : rules::rules()) {
    CHECK(topics.insert(rule.topic).second);
    CHECK((rule.check != nullptr));
    CHECK_FALSE(rule.codes.empty());
    for (const diag::Code code : rule.codes) {
      CHECK(diag::find_code(code) != nullptr);
      CHECK_MESSAGE(seen.insert(code).second, code);
    }
  }
  // Found elsewhere: suppressions and policy by apply_policy, baselines by apply_baseline, weights by the shape of the file.
  const std::set<diag::Code> elsewhere = {602, 603, 604, 655, 680, 681};
  for (const diag::CodeInfo& row : diag::catalog())
    if (row.code >= 400 && row.code < 900)
      CHECK_MESSAGE(seen.count(row.code) + elsewhere.count(row.code) == 1, row.code);
}

TEST_CASE("every code has an explanation, and every rule says where it comes from") {
  for (const diag::CodeInfo& row : diag::catalog()) {
    CAPTURE(row.code);
    CHECK(row.summary.size() > 10);
    CHECK(row.explanation.size() > 100);
    CHECK(row.explanation.ends_with('.'));
    CHECK(row.basis.empty() == (row.code < 400 || row.code >= 900));
  }
}

TEST_CASE("only documents that are asked for and usable are judged") {
  model::Workspace workspace;
  workspace.as_of = *base::read_date("2020-01-01").date;
  auto theory = clean_theory();
  theory.if_clauses.clear();
  theory.if_clauses.emplace_back().text = text("families are heard");
  for (const auto& [asked, usable] : {std::pair{true, false}, std::pair{false, true}, std::pair{true, true}}) {
    model::Document& document = workspace.documents.emplace_back();
    document.asked = asked;
    document.usable = usable;
    document.content = theory;
  }
  diag::Diagnostics findings;
  rules::check(workspace, "", findings);
  CHECK(codes(findings) == "601");
  rules::check(workspace, "plan: ", findings);
  CHECK_MESSAGE(codes(findings) == "601", "a prefix restricts the topics");
}

TEST_CASE("activities are told from changes by their first word") {
  for (const std::string activity :
       {"Train all supervisors", "Develop a policy", "Review the intake policy", "Hold four forums",
        "Coach every new supervisor", "Update the manual", "Review  the intake policy"})
    CHECK_MESSAGE(rules::leading_activity(activity).has_value(), activity);
  for (const std::string change :
       {"Every unit has a coach", "Review of data happens monthly", "Training reaches every unit",
        "Plans name the family's team", "Staff report more support", "Train", ""})
    CHECK_MESSAGE(!rules::leading_activity(change).has_value(), change);
}

TEST_CASE("several leaders are told from long titles") {
  for (const std::string several :
       {"Director and supervisor", "CWS and Probation", "Training manager / program analyst", "Supervisors & coaches",
        "Coaching team and training team", "A. Person; B. Person", "Supervisor &&manager"})
    CHECK_MESSAGE(rules::names_several(several), several);
  for (const std::string one : {"Director", "Health and Human Services Director", "Training and Coaching Team",
                                "Manager, Policy & Planning", "Training/coaching lead"})
    CHECK_MESSAGE(!rules::names_several(one), one);
}

TEST_CASE("rules of light findings are left out on request, save where a policy may weigh them otherwise") {
  model::Repository repository;
  model::Workspace workspace;
  workspace.as_of = *base::read_date("2020-01-01").date;
  workspace.homes.emplace_back().repository = &repository;
  auto theory = clean_theory();
  theory.if_clauses.resize(1);
  add_document(workspace, theory).asked = true;
  const auto found = [&](diag::Severity least) {
    diag::Diagnostics findings;
    rules::check(workspace, "", findings, least);
    return codes(findings);
  };
  REQUIRE(diag::find_code(601)->severity < diag::Severity::error);
  CHECK(found(diag::Severity::advice) == "601");
  CHECK(found(diag::find_code(601)->severity) == "601");
  CHECK(found(diag::Severity::error) == "");
  repository.policy.emplace();
  CHECK(found(diag::Severity::error) == "601");
}
