// Records that wait for each other.
#include "rules/cycles.h"

#include <doctest/doctest.h>

#include <deque>
#include <string>
#include <string_view>

#include "base/text.h"
#include "tests/unit/rules/builders.h"

using namespace cpm;
using namespace cpm::test;

namespace {

/// "a b c,d" for a record `a` that waits for `b` and `c`, and a record `d` that waits for none.
struct Records {
  std::deque<model::LocatedText> ids = {};
  std::deque<model::TextList> lists = {};
  std::vector<rules::Waiting> waiting = {};

  explicit Records(std::string_view rows) {
    for (const std::string_view row : base::split(rows, ',')) {
      const std::vector<std::string_view> words = base::split(row, ' ');
      model::TextList& list = lists.emplace_back();
      for (std::size_t i = 1; i < words.size(); ++i) list.push_back(text(std::string{words[i]}));
      waiting.push_back({&ids.emplace_back(text(std::string{words[0]})), &list});
    }
  }
};

// "a b,c d" for two circles of two records each
std::string circles(std::string_view rows) {
  const Records records(rows);
  std::string found;
  for (const rules::Cycle& cycle : rules::cycles(records.waiting)) {
    if (!found.empty()) found += ',';
    for (std::size_t i = 0; i < cycle.records.size(); ++i) found += (i > 0 ? " " : "") + *records.ids[cycle.records[i]];
  }
  return found;
}

std::string named_circle(std::string_view rows) {
  const Records records(rows);
  return rules::cycle_text(rules::cycles(records.waiting).front(), records.waiting);
}

}  // namespace

TEST_CASE("circles are found whole, each once, and without a common record") {
  CHECK(circles("a,b a,c a b") == "");
  CHECK(circles("a a") == "a");
  CHECK(circles("a b,b c,c a") == "a b c");
  CHECK(circles("a b,b c,c b") == "b c");
  CHECK(circles("a b,b a,c d,d c") == "a b,c d");
  CHECK_MESSAGE(circles("a b c,b a,c a") == "a b", "`a` is in the first already");
}

TEST_CASE("an id that no record has is passed over") {
  CHECK(circles("a gone") == "");
  CHECK(circles("a gone b,b gone a") == "a b");
}

TEST_CASE("a circle is closed where its last record names the first") {
  const Records records("a b,b c a,c");
  const std::vector<rules::Cycle> found = rules::cycles(records.waiting);
  REQUIRE(found.size() == 1);
  CHECK(found[0].closing == records.lists[1][1].span);
}

TEST_CASE("six records of a circle are named, and how many more there are") {
  CHECK(named_circle("1 2,2 3,3 4,4 5,5 6,6 1") == "`1`, `2`, `3`, `4`, `5` and `6`");
  CHECK(named_circle("1 2,2 3,3 4,4 5,5 6,6 7,7 1") == "`1`, `2`, `3`, `4`, `5`, `6` and 1 more");
}
