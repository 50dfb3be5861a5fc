#include "rules/private_words.h"

#include <doctest/doctest.h>

#include <string>

using namespace cpm::rules;

namespace {

// The stretches as texts, joined by "|".
std::string shown(std::string_view text, const std::vector<Stretch>& found) {
  std::string all;
  for (const Stretch& stretch : found) {
    if (!all.empty()) all += '|';
    all += text.substr(stretch.begin, stretch.end - stretch.begin);
  }
  return all;
}

}  // namespace

TEST_CASE("case numbers are told from days, years, money, ids and telephone numbers") {
  for (const std::string text :
       {"case no. 12-34567", "Case # JV12345", "case number: 19JV00123", "referral 1234567", "file JD-23456",
        "docket ID 04/12345", "client #123456", "CASE NO 1234567", "case 0123-4567-8901-2345678", "CMS 1234567",
        "client index number 12345678", "CIN: 91234567A", "case number 1234-5678-9"})
    CHECK_MESSAGE(shown(text, case_numbers(text)) == text, text);
  CHECK(shown("as in case no. 12-34567, and file 7654321.",
              case_numbers("as in case no. 12-34567, and file 7654321.")) == "case no. 12-34567|file 7654321");
  for (const std::string text : {"12 cases in 2018-19",
                                 "the case 2024-2025",
                                 "file 2018-03-15",
                                 "file 20180315",
                                 "case of 1,234,567 dollars",
                                 "case number 12",
                                 "in that case, 1234567 forms",
                                 "file number 530-555-0142",
                                 "client no. 530-555-0142",
                                 "file snapshots/2025-03-13.yaml",
                                 "file 2025-10-06-coaching.yaml",
                                 "referral $1234567",
                                 "case. 1234567 people",
                                 "file CPM404",
                                 "the case for 1234567",
                                 "caseload 1234567",
                                 "case AB 2083",
                                 "referral FY2025-26",
                                 "case no. 3/14/2018",
                                 "case",
                                 "file #",
                                 "client no",
                                 "case step-12345",
                                 "docket March 14, 2018"})
    CHECK_MESSAGE(shown(text, case_numbers(text)) == "", text);
}

TEST_CASE("social security numbers have their shape, and can exist") {
  CHECK(shown("(123-45-6789)", social_security_numbers("(123-45-6789)")) == "123-45-6789");
  const auto joined_by = [](const std::string& mark) { return "123" + mark + "45" + mark + "6789"; };
  for (const std::string dash : {"\u2010", "\u2011", "\u2013", "\u2014", "\u2015", "\u2212"})
    CHECK_MESSAGE(shown(joined_by(dash), social_security_numbers(joined_by(dash))) == joined_by(dash), dash);
  for (const std::string mark : {"\u200F", "\u2016", "\u2018", "\u1410", "x", "."})
    CHECK_MESSAGE(shown(joined_by(mark), social_security_numbers(joined_by(mark))) == "", mark);
  for (const std::string text :
       {"000\u201345\u20136789", "123\u201345\u201367890", "123\u201345", "000-45-6789", "666-45-6789", "912-45-6789",
        "123-00-6789", "123-45-0000", "1123-45-6789", "123-45-67890", "123-456-7890", "2018-03-15", "12-123-45-6789-1"})
    CHECK_MESSAGE(shown(text, social_security_numbers(text)) == "", text);
}

TEST_CASE("a date is a date of birth soon after a word for it") {
  for (const std::string text :
       {"born 2012-03-14", "born on 3/14/12", "DOB: 03-14-2012", "date of birth is March 14, 2012",
        "Birthdate 14 March 2012", "D.O.B. 3.14.2012", "born Sept. 3, 2012"})
    CHECK_MESSAGE(shown(text, birth_dates(text)) == text, text);
  for (const std::string text :
       {"born in 2012", "newborn 2012-03-14", "a stubborn 3/14/2012",
        "children born in this county are seen from 2018-07-01", "date of 2018-07-01", "reborn", "born"})
    CHECK_MESSAGE(shown(text, birth_dates(text)) == "", text);
}

TEST_CASE("names count only beside words about a case, and never those of staff") {
  struct Case {
    std::string text;
    std::string name;
  };
  for (const Case& each :
       {Case{"the referral of Maria Lopez", "Maria Lopez"},
        Case{"Mrs. Lopez was at the removed child's school", "Mrs. Lopez"},
        Case{"mother of James Q. Brown", "James Q. Brown"}, Case{"Ms Green and the case", "Ms Green"},
        Case{"Juan Ortiz was detained in June", "Juan Ortiz"}})
    CHECK_MESSAGE(shown(each.text, names_near_case_words(each.text)) == each.name, each.text);
  for (const std::string text :
       {"Maria Lopez leads the coaching", "Maria Lopez reads case plans", "social worker Maria Lopez saw the case",
        "Maria Lopez, program manager, closes the case", "placement in San Jose County",
        "the Maria Lopez Center placement", "Katie A. case", "removed in Santa Rosa City",
        "In case Maria Lopez is away", "referral forms for Robert Brown", "dependency court and Elizabeth Street",
        "the case of the Welcome Home Program", "Maria saw the case",
        "Maria Lopez has a long list of things to tell about the work and then a case"})
    CHECK_MESSAGE(shown(text, names_near_case_words(text)) == "", text);
}

TEST_CASE("telephone numbers and email addresses") {
  for (const std::string text : {"(530) 555-0142", "530-555-0142", "530.555.0142", "530 555 0142"})
    CHECK_MESSAGE(shown(text, telephone_numbers(text)) == text, text);
  CHECK(shown("Call 555-0142.", telephone_numbers("Call 555-0142.")) == "555-0142");
  for (const std::string text : {"555-0142", "2018-03-15", "123-45-6789", "1530-555-01429", "100 of 2000", "12-34567"})
    CHECK_MESSAGE(shown(text, telephone_numbers(text)) == "", text);
  const std::string mail = "ask rosa.delgado@example.org, or b@x.co.";
  CHECK(shown(mail, email_addresses(mail)) == "rosa.delgado@example.org|b@x.co");
  for (const std::string text : {"@home", "meet @ noon", "a@b", "a@", "@example.org", "a@1.2"})
    CHECK_MESSAGE(shown(text, email_addresses(text)) == "", text);
}

TEST_CASE("words are found whole, in capitals or not") {
  CHECK(whole_words("Sunrise house, sunrise houses; SUNRISE HOUSE", "Sunrise House").size() == 2);
  CHECK(whole_words("Peña and Peñas", "peña").size() == 1);
  CHECK(whole_words("anything", " ").empty());
}
