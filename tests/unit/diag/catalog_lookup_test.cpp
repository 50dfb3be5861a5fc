#include <algorithm>
#include <set>

#include <doctest/doctest.h>

#include "base/text.h"
#include "diag/catalog.h"

using namespace cpm;
using namespace cpm::diag;

TEST_CASE("The catalog is sorted, and codes and names are there once") {
  const auto rows = catalog();
  REQUIRE_FALSE(rows.empty());
  std::set<std::string_view> names;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    CAPTURE(rows[i].code);
    CHECK(rows[i].code >= 100);
    CHECK(rows[i].code <= 999);
    if (i > 0) CHECK(rows[i - 1].code < rows[i].code);
    CHECK(names.insert(rows[i].name).second);
    CHECK_FALSE(rows[i].name.empty());
    CHECK_FALSE(rows[i].summary.empty());
    CHECK_FALSE(rows[i].explanation.empty());
  }
}

TEST_CASE("Every row is found by its number, its code and its name") {
  for (const CodeInfo& row : catalog()) {
    CAPTURE(row.code);
    CHECK(find_code(row.code) == &row);
    CHECK(find_code(code_text(row.code)) == &row);
    CHECK(find_code(base::lower(code_text(row.code))) == &row);
    CHECK(find_code(std::to_string(row.code)) == &row);
    CHECK(find_code(row.name) == &row);
  }
}

TEST_CASE("What is no code is not found") {
  for (const std::string_view word :
       {"", "CPM", "CPM000", "000", "CPM31", "3100", "CPM-310", "no-such-name", "cpmcpm310"}) {
    CAPTURE(word);
    CHECK(find_code(word) == nullptr);
  }
  CHECK(find_code(Code{0}) == nullptr);
  CHECK(find_code(Code{-310}) == nullptr);
  CHECK(find_code(Code{1000}) == nullptr);
}

TEST_CASE("Codes and severities are written as words") {
  CHECK(code_text(310) == "CPM310");
  CHECK(code_text(7) == "CPM007");
  CHECK(severity_word(Severity::error) == "error");
  CHECK(severity_word(Severity::warning) == "warning");
  CHECK(severity_word(Severity::advice) == "advice");
}
