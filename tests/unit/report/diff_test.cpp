// The words of `cpm diff`.
#include "report/diff.h"

#include <doctest/doctest.h>

#include <string>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace cpm::report {
namespace {

std::string words(std::string_view before, std::string_view now) {
  const WordChange change = changed_words(before, now);
  return fmt::format("-{} +{}", fmt::join(change.out, "|"), fmt::join(change.in, "|"));
}

}  // namespace

TEST_CASE("changed words are the runs that only one wording has") {
  CHECK(words("Set two hours aside", "Set three hours aside") == "-two +three");
  CHECK(words("Set two hours aside", "Set three hours a week aside") == "-two +three|a week");
  CHECK(words("one two", "one two three") == "- +three");
  CHECK(words("one two three", "two three") == "-one +");
  CHECK(words("same", "same") == "- +");
  CHECK(words("", "new words") == "- +new words");
}

TEST_CASE("very long wordings are compared from the first to the last difference") {
  std::string before = "begin ";
  std::string now = "begin ";
  for (int i = 0; i < 1000; ++i) {
    before += "old ";
    now += "new ";
  }
  const WordChange change = changed_words(before + "end", now + "end");
  REQUIRE(change.out.size() == 1);
  REQUIRE(change.in.size() == 1);
  CHECK(change.out[0].size() == 4 * 1000 - 1);
  CHECK(change.in[0].size() == 4 * 1000 - 1);
}

}  // namespace cpm::report
