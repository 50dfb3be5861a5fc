#include <doctest/doctest.h>

#include "tests/unit/rules/builders.h"

using namespace cpm::test;

TEST_CASE("3 to 7 IF clauses and one or two THEN clauses are usual") {
  auto theory = clean_theory();
  CHECK(codes(check_theory(theory)) == "");
  theory.if_clauses.pop_back();
  const auto few = only(check_theory(theory));
  CHECK(few.code == 601);
  CHECK(few.message == "this theory of change has 2 IF clauses; 3 to 7 are usual");
  CHECK(few.span == theory.if_clauses.back().text.span);
  while (theory.if_clauses.size() < 7) theory.if_clauses.emplace_back().text = text("staff are heard");
  CHECK(codes(check_theory(theory)) == "");
  theory.if_clauses.emplace_back().id = text("eighth");
  CHECK(only(check_theory(theory)).item == "eighth");
  theory.if_clauses.pop_back();
  while (theory.then_clauses.size() < 3) theory.then_clauses.emplace_back().text = text("families are stable");
  CHECK(only(check_theory(theory)).message == "this theory of change has 3 THEN clauses; 1 or 2 are usual");
}
