#include <doctest/doctest.h>

#include "tests/unit/rules/builders.h"

using namespace cpm::test;

namespace {

// The codes of a theory of change whose lead is `lead`.
std::string found_in(const std::string& lead) {
  auto theory = clean_theory();
  theory.lead = text(lead);
  return codes(check_theory(theory));
}

}  // namespace

TEST_CASE("texts that were never filled in are found in every form in which forms leave them") {
  for (const std::string lead : {"TBD", "n/a", "???", "\u2026", "To be determined.", "Click or tap here to enter text.",
                                 "Click or tap to enter a date.", "Click here to enter text.", "{{action}}",
                                 "{{ owner_name }}", "Insert text here"})
    CHECK_MESSAGE(found_in(lead) == "690", lead);
}

TEST_CASE("a text that only begins with a word of a filler says something") {
  for (const std::string lead : {"Click rates of the newsletter rise", "TBDs are gone", "We {{link}} teams",
                                 "To be heard is what families ask for", "Pending cases are reviewed each week"})
    CHECK_MESSAGE(found_in(lead) == "", lead);
}
