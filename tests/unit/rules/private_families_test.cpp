// Families by their name, children by their given name alone, and the rules of privacy in `cpm.yaml`.
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "rules/name_words.h"
#include "rules/private_words.h"
#include "rules/text_glance.h"
#include "tests/unit/rules/builders.h"

using namespace cpm;
using namespace cpm::rules;
using namespace cpm::test;

namespace {

std::string names(const std::string& text) {
  std::string all;
  for (const Stretch& stretch : names_near_case_words(text)) {
    if (!all.empty()) all += '|';
    all += text.substr(stretch.begin, stretch.end - stretch.begin);
  }
  return all;
}

std::string numbers(const std::string& text) {
  std::string all;
  for (const Stretch& stretch : social_security_numbers(text))
    all += text.substr(stretch.begin, stretch.end - stretch.begin);
  return all;
}

bool has_small_count(const std::string& text) {
  return !small_counts(text, glance_at(text).numbers, 5, {}).empty();
}

model::Repository offering(const std::string& words) {
  model::Repository repository;
  repository.county = text("example-alder");
  repository.offers.emplace_back();
  repository.offers.back().item = text("or-vision");
  repository.offers.back().text = text(words);
  return repository;
}

}  // namespace

TEST_CASE("a family is found by its name, and a child by the given name") {
  struct Case {
    std::string text;
    std::string name;
  };
  for (const Case& each :
       {Case{"The Garcia family had a case in court", "Garcia family"},
        Case{"the Smith children were placed with relatives", "Smith children"},
        Case{"learning from the Hernandez case", "Hernandez case"},
        Case{"the Maria Garcia-Lopez family's home", "Maria Garcia-Lopez family's"},
        Case{"the O'Brien twins", "O'Brien twins"}, Case{"the Garcia\nfamily", "Garcia\nfamily"},
        Case{"Maria Lopez was placed with relatives", "Maria Lopez"},
        Case{"a custody petition about Juan Ortiz", "Juan Ortiz"}, Case{"foster care for Juan Ortiz", "Juan Ortiz"},
        Case{"Kevin's mother was reported for neglect", "Kevin"}, Case{"Baby Maria was removed from her home", "Maria"},
        Case{"since Jose has been detained", "Jose"}, Case{"the client Jessica", "Jessica"},
        Case{"the client Jessica Brown", "Jessica Brown"},
        Case{"the case of the Maria Lopez family", "Maria Lopez family"}}) {
    CHECK_MESSAGE(names(each.text) == each.name, each.text);
    CHECK_MESSAGE(glance_at(each.text).name, each.text);
  }
}

TEST_CASE("peoples, programs, bodies, staff and the agency's own phrases are no family") {
  for (const std::string text : {"the Resource families",
                                 "the Native American families",
                                 "the Tribal families",
                                 "the CalWORKs families",
                                 "the Garcia family team meets",
                                 "the Hernandez case plan",
                                 "the Foster family resource center",
                                 "our Garcia family",
                                 "the family",
                                 "The family",
                                 "Families",
                                 "the Core case",
                                 "Garcia family",
                                 "the Spanish speaking families",
                                 "supervisor Maria was placed in the unit",
                                 "Kevin's case plan",
                                 "Kevin's caseload",
                                 "San Jose was placed",
                                 "Maria Hall is placed",
                                 "the mother tongue of Maria",
                                 "foster care unit of Juan Ortiz",
                                 "child abuse prevention: Maria Lopez"})
    CHECK_MESSAGE(names(text).empty(), text);
}

TEST_CASE("a household begins behind its article and has letters of a name only") {
  const Words words{"the Garcia family"};
  CHECK(household_at(words, 2) == Stretch{4, 17});
  CHECK(household_at(words, 1) == Stretch{});
  CHECK(household_at(Words{"the A B C D family"}, 5) == Stretch{});
  CHECK(without_possession("Kevin's") == "Kevin");
  CHECK(without_possession("families'") == "families");
  CHECK(without_possession("Kevin") == "Kevin");
}

TEST_CASE("social security numbers with spaces, and without any character behind their words") {
  CHECK(numbers("123 45 6789") == "123 45 6789");
  CHECK(numbers("social security 123456789") == "123456789");
  CHECK(numbers("Social Security number is 123456789") == "123456789");
  CHECK(numbers("SSN: 123456789") == "123456789");
  for (const std::string text : {"order 123456789", "000 45 6789", "ssn 000456789", "ssn 1234567890", "123 456 789",
                                 "ssn 123006789", "ssn 123450000"})
    CHECK_MESSAGE(numbers(text).empty(), text);
}

TEST_CASE("kids, boys, girls and clients are people, and one in each unit is no small number") {
  for (const std::string text : {"two kids", "3 boys", "four girls", "two clients", "one child in care", "one client"})
    CHECK_MESSAGE(has_small_count(text), text);
  for (const std::string text : {"one child in each unit", "two families from every area"})
    CHECK_MESSAGE(!has_small_count(text), text);
}

TEST_CASE("offers and suppressions of cpm.yaml are read, and the words it does not want to see are not") {
  model::Repository offers = offering("We can tell about the case of Maria Lopez");
  const auto finding = only(check_content(offers));
  CHECK(finding.code == 704);
  CHECK(finding.item == "or-vision");
  CHECK(codes(check_content(offering("We can tell about coaching"))) == "");

  model::Repository policy = offering("Coaching");
  model::Suppression& suppression = policy.policy.emplace().suppressions.emplace_back();
  suppression.reason = text("She answers at 530-555-0142");
  suppression.by = text("Maria Lopez");
  CHECK(codes(check_content(policy)) == "705");
  suppression.reason = text("Maria Lopez looked at the referral");
  CHECK_MESSAGE(codes(check_content(policy)) == "", "who decided is named");

  model::Repository words = offering("A house");
  words.privacy.emplace().words = texts({"Sunrise House"});
  CHECK(codes(check_content(words, {.repository = &words})) == "");
  words.offers.front().text = text("Sunrise House");
  CHECK(codes(check_content(words, {.repository = &words})) == "707");
}

TEST_CASE("families of the county are no family") {
  model::BuiltIn lists;
  lists.counties.counties.emplace_back();
  lists.counties.counties.back().id = text("yolo");
  lists.counties.counties.back().name = text("Yolo");
  const model::Repository yolo = offering("the Yolo families and the Alder families");
  model::Repository home = offering("");
  CHECK(codes(check_content(yolo, {.repository = &home, .built_in = &lists})) == "");
  CHECK(codes(check_content(offering("the Yolo family"), {.repository = &home, .built_in = &lists})) == "704");
}

TEST_CASE("a stretch of a text over several lines is marked by its words and its turn") {
  model::TheoryOfChange theory = clean_theory();
  theory.if_clauses.front().text.value = "call 530-555-0142 or call 530-555-0142";
  theory.if_clauses.front().text.span = {.file = 0, .begin = 10, .end = 90};
  const diag::Diagnostics findings = check_theory(theory);
  REQUIRE(findings.all().size() == 2);
  for (std::size_t i = 0; i < 2; ++i) {
    REQUIRE(findings.all()[i].marked.has_value());
    CHECK(findings.all()[i].marked->words == "530-555-0142");
    CHECK(findings.all()[i].marked->turn == i);
  }
}
