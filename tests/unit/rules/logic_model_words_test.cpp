#include "rules/logic_model_words.h"

#include <doctest/doctest.h>

#include <string>

using namespace cpm::rules;

namespace {

std::string change(std::string_view text) {
  return change_word(text).value_or("");
}

}  // namespace

TEST_CASE("a text that begins with a number of things is a count") {
  for (const char* const text : {"12 coaches", "10 coaches are trained", "9 visits", "12  coaches", "12 ads",
                                 "Number of visits", "percent of staff trained", " how many visits"})
    CHECK_MESSAGE(reads_like_count(text), text);
  for (const char* const text : {"12", "12 staff", "3 is enough", "two coaches", "numbers of visits", "", "a1 coaches",
                                 "12 coaches are better", "number of visits increases"})
    CHECK_MESSAGE(!reads_like_count(text), text);
}

TEST_CASE("the first word of a change is found, unless the text is a count") {
  CHECK(change("staff feel better") == "feel");
  CHECK(change("two coaches improve") == "improve");
  CHECK(change("Staff (improved)") == "improved");
  CHECK(change("3 is better") == "better");
  CHECK(change("12 coaches are better") == "");
  CHECK(change("12 better") == "better");
}

TEST_CASE("`more` is a change before a word that is no number of things") {
  CHECK(change("staff are more open") == "more");
  CHECK(change("more open practice") == "more");
  CHECK(change("a more open practice") == "more");
  CHECK(change("staff want more") == "");
  CHECK(change("more than two") == "");
  CHECK(change("more visits") == "");
  CHECK(change("three or more visit") == "");
  CHECK(change("or more visit") == "");
}
