#include <doctest/doctest.h>

#include "tests/support/holds.h"
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

TEST_CASE("a filler is found in capitals or not, with punctuation or without") {
  for (const std::string lead :
       {"tbd",         "T.B.D.",  "t'bd",        "TBA",         "tbc",         "To do",          "todo",
        "FIXME",       "XXX",     "xx",          "NA",          "N.A.",        "asdf",           "Lorem ipsum",
        "placeholder", "Pending", "fill in",     "Fill me in!", "insert here", "your text here", "(text here)",
        "To follow",   "to come", "to be added", "t b d"})
    CHECK_MESSAGE(found_in(lead) == "690", lead);
}

TEST_CASE("the beginning of a form is found in a long text too, a filler only in one of up to 40 characters") {
  for (const std::string lead :
       {"TBD when the budget of the county has been adopted", "To be replaced by what the county has decided.",
        "Lorem ipsum dolor sit amet, consectetur adipiscing elit", "Click or tap here to enter what the step is about.",
        "[Click or tap here to enter what the step is about.]"})
    CHECK_MESSAGE(found_in(lead) == "690", lead);
  CHECK(found_in("N/A" + std::string(37, '.')) == "690");
  CHECK(found_in("N/A" + std::string(38, '.')) == "");
}

TEST_CASE("a plan is in force from its first day on") {
  auto plan = clean_plan();
  plan.steps.front().action = text("TBD");
  plan.horizon.start = day("2020-01-01");
  CHECK(codes(check_plan(plan)) == Holds{"691"});
  plan.horizon.start = day("2020-01-02");
  CHECK(codes(check_plan(plan)) == Holds{"690"});
}

TEST_CASE("a text that only begins with a word of a filler says something") {
  for (const std::string lead :
       {"Click rates of the newsletter rise", "TBDs are gone", "We {{link}} teams", "{{link}} is explained",
        "See {{link}}", "T", "tb\u00e9", "Tribal partner", "Notes", "Plan of the year",
        "To be heard is what families ask for", "Pending cases are reviewed each week"})
    CHECK_MESSAGE(found_in(lead) == "", lead);
}
