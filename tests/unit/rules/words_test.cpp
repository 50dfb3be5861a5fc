#include "rules/words.h"

#include <doctest/doctest.h>

#include "tests/unit/rules/builders.h"

using namespace cpm;
using namespace cpm::test;

TEST_CASE("a record is named by its id and title, by one of them, or by its kind alone") {
  model::Step step;
  CHECK(rules::name_of(step) == "this step");
  step.id = text("s1");
  CHECK(rules::name_of(step) == "step `s1`");
  step.action = text("Do it");
  CHECK(rules::name_of(step) == "step `s1` \"Do it\"");
  step.id = {};
  CHECK(rules::name_of(step) == "step \"Do it\"");
}

TEST_CASE("long ids and titles are cut at sixty characters, hidden characters shown") {
  model::Step step;
  step.id = text(std::string(61, 'a'));
  CHECK(rules::name_of(step) == "step `" + std::string(59, 'a') + "…`");
  step.id = text(std::string(60, 'a'));
  CHECK(rules::name_of(step) == "step `" + std::string(60, 'a') + "`");
  step.id = {};
  step.action = text(std::string(61, 'b'));
  CHECK(rules::name_of(step) == "step \"" + std::string(59, 'b') + "…\"");
  step.action = text(std::string(59, 'b') + "\x1b");
  CHECK(rules::name_of(step) == "step \"" + std::string(59, 'b') + "…\"");
  step.action = text(std::string(60, 'b'));
  CHECK(rules::name_of(step) == "step \"" + std::string(60, 'b') + "\"");
}

TEST_CASE("a list of words is cut, and says how many more there are") {
  CHECK(rules::first_of({}, 2) == "");
  CHECK(rules::first_of({"a"}, 2) == "a");
  CHECK(rules::first_of({"a", "b"}, 2) == "a and b");
  CHECK(rules::first_of({"a", "b", "c"}, 2) == "a, b and 1 more");
}

TEST_CASE("a value of the scale has its label, when there is one") {
  model::Instrument instrument = small_instrument();
  CHECK(rules::scale_word(instrument, 7) == "`7`");
  instrument.scale[0].label = text("not\x1byet");
  CHECK(rules::scale_word(instrument, 0) == "`0` (not\\x1byet)");
  CHECK(rules::item_name(nullptr, "or-x") == "item `or-x`");
  CHECK(rules::item_name(&instrument, "or-x") == "item `or-x`");
  CHECK(rules::item_name(&instrument, "or-team") == "item `or-team` \"Team\"");
}
