#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "rules/private_words.h"
#include "rules/text_glance.h"

using namespace cpm::rules;

namespace {

constexpr std::int64_t kLimit = 5;

std::vector<Stretch> counts(std::string_view text, std::int64_t limit, const std::vector<std::string>& own_words) {
  return small_counts(text, glance_at(text).numbers, limit, own_words);
}

// The first small count of the text; empty when it has none.
std::string first(const std::string& text, std::int64_t limit = kLimit,
                  const std::vector<std::string>& own_words = {}) {
  const std::vector<Stretch> found = counts(text, limit, own_words);
  return found.empty() ? std::string{} : text.substr(found[0].begin, found[0].end - found[0].begin);
}

}  // namespace

TEST_CASE("small numbers of families and children are found, in digits and in words") {
  CHECK(first("3 families in Birch had no answer") == "3 families");
  CHECK(first("Two children were moved.") == "Two children");
  CHECK(first("one family left the county") == "one family");
  CHECK(first("There were 4 foster youth, and one parent") == "4 foster youth");
  CHECK(first("two of our youngest children") == "two of our youngest children");
  CHECK(first("3 of 40 families") == "3 of 40 families");
  CHECK(first("one of the families") == "one of the families");
  CHECK(first("We lost 3 families. Teams met") == "3 families");
  CHECK(counts("2 siblings and three\nparents", kLimit, {}).size() == 2);
}

TEST_CASE("numbers at the limit and above are told") {
  CHECK(first("5 families") == "");
  CHECK(first("twelve children") == "");
  CHECK(first("0 children") == "");
  CHECK(first("10 families", 11) == "10 families");
  CHECK(first("ten families", 11) == "ten families");
  CHECK(first("11 families", 11) == "");
  CHECK(first("3 families", 1) == "");
}

TEST_CASE("a number of something else is none of people") {
  for (const std::string text : {"four parent partners",
                                 "two youth advocates",
                                 "one family team meeting",
                                 "3 units",
                                 "two short questions",
                                 "one child welfare worker",
                                 "Step 2 families are asked",
                                 "2/3 families",
                                 "1.5 children",
                                 "in 2 parents' groups",
                                 "one family at a time",
                                 "3 families per worker",
                                 "three, families",
                                 "3 months; families",
                                 "$4 families",
                                 "ages 3 children",
                                 "a family",
                                 "many children",
                                 "no. 3 families",
                                 "2 children's books",
                                 "oneself",
                                 "2 girls/3",
                                 "one local families fund",
                                 "families 3"})
    CHECK_MESSAGE(first(text) == "", text);
}

TEST_CASE("a county can name more words for people") {
  CHECK(first("two placements") == "");
  CHECK(first("two placements", kLimit, {"placements"}) == "two placements");
  CHECK(first("Two PLACEMENTS", kLimit, {"placements"}) == "Two PLACEMENTS");
}

TEST_CASE("the marks around a number belong to its word, and to the word before it") {
  for (const std::string text :
       {"3-year children", "$3 children", "#3 children", "1,3 children", "3.5 children", "3/4 children",
        "step-no 3 children", "x'3 children", "age: 3-4 children", "part. 3 children"})
    CHECK_MESSAGE(first(text) == (text.starts_with("step-no") ? "3 children" : ""), text);
  CHECK(first("children. 3 children") == "3 children");
  CHECK(first("step, 3 children") == "3 children");
  CHECK(first("two-thirds; 3\nchildren.") == "3\nchildren");
}

TEST_CASE("parts of a number, too many digits, and words between that say something else are no counts") {
  for (const char mark : std::string{"'-/.,$#%"}) {
    const std::string text = std::string{"1"} + mark + "3 families";
    CHECK_MESSAGE(first(text) == "", text);
  }
  CHECK(first("0003 families") == "0003 families");
  CHECK(first("00003 families") == "");
  CHECK(first("3 of 40 families") == "3 of 40 families");
  CHECK(first("3 of strange families") == "");
  CHECK(first("3 of our young youth") == "3 of our young youth");
  CHECK(first("3 of our young foster youth") == "");
}
