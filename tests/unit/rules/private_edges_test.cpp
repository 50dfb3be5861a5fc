// The borders of the guesses of private_words: one character more or less, one space too far.
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rules/private_words.h"

using namespace cpm::rules;

namespace {

using Find = std::vector<Stretch> (*)(std::string_view);

/// A text, and what is found in it, joined by "|".
struct PrivateText {
  std::string text;
  std::string found;
};

void check(Find find, const std::vector<PrivateText>& cases) {
  for (const PrivateText& one : cases) {
    std::string all;
    for (const Stretch& stretch : find(one.text)) {
      if (!all.empty()) all += '|';
      all += one.text.substr(stretch.begin, stretch.end - stretch.begin);
    }
    CHECK_MESSAGE(all == one.found, one.text);
  }
}

std::string spaces(std::size_t count) {
  return std::string(count, ' ');
}

}  // namespace

TEST_CASE("a case number is cut where it ends, and needs its character or enough digits") {
  check(case_numbers, {{"case no. 12345-", "case no. 12345"},
                       {"case no. 12345- ", "case no. 12345"},
                       {"case no. 12345-a", "case no. 12345-a"},
                       {"case no. 12345/67890", "case no. 12345/67890"},
                       {"case no. 12345/a", "case no. 12345"},
                       {"case no. -12345", ""},
                       {"case no. JV/12345", ""},
                       {"case no. 12-3/45", "case no. 12-3/45"},
                       {"case no/12345", ""},
                       {"case no.12345", "case no.12345"},
                       {"case #12345", "case #12345"},
                       {"client 12345", ""},
                       {"client 123456", ""},
                       {"client:1234567", "client:1234567"},
                       {"case no. 1234", ""},
                       {"file 7654321, file 1234567", "file 7654321|file 1234567"}});
}

TEST_CASE("social security numbers are found from the first character to the last") {
  check(social_security_numbers, {{"123-45-6789", "123-45-6789"},
                                  {"is 123-45-6789", "123-45-6789"},
                                  {"123-45-6789 234-56-7890", "123-45-6789|234-56-7890"},
                                  {"899-45-6789", "899-45-6789"},
                                  {"900-45-6789", ""},
                                  {"ssn" + spaces(37) + "123456789", "123456789"},
                                  {"ssn" + spaces(38) + "123456789", ""}});
}

TEST_CASE("a date counts up to twenty characters behind the word for birth") {
  check(birth_dates, {{"born" + spaces(19) + "2012-03-14", "born" + spaces(19) + "2012-03-14"},
                      {"born" + spaces(20) + "2012-03-14", ""},
                      {"born 3/14/12 and born 3/15/12", "born 3/14/12|born 3/15/12"}});
}

TEST_CASE("a short telephone number needs a word for calling, up to fourteen characters before") {
  check(telephone_numbers, {{"call" + spaces(10) + "555-0142", "555-0142"},
                            {"call" + spaces(11) + "555-0142", ""},
                            {"room 555-0142", ""},
                            {"call 12345678", ""},
                            {"call 555-01423", ""},
                            {"recall 555-0142", ""},
                            {"530-555-0142, 530-555-0143", "530-555-0142|530-555-0143"},
                            {"(530)555-0142", "(530)555-0142"},
                            {"(530) 555 0142", "(530) 555 0142"}});
}

TEST_CASE("an address has a name, a dot inside its host, and letters behind it") {
  check(email_addresses, {{"ab@x.org", "ab@x.org"},
                          {"a@b.co", "a@b.co"},
                          {"a@b.c", ""},
                          {"a@abc", ""},
                          {"a@.org", ""},
                          {"a@b.1org", ""},
                          {"a@b.o1g", ""},
                          {"a@@b.org", ""},
                          {"a@b.org...", "a@b.org"},
                          {"a@...", ""},
                          {"a@x.org,b@y.org", "a@x.org|b@y.org"}});
}

TEST_CASE("a name is a title or a given name and a family name") {
  check(names_near_case_words, {{"mother of Maria Li", "Maria Li"},
                                {"the case of Maria L", ""},
                                {"the case of Maria LIu", ""},
                                {"the case of Maria li", ""},
                                {"mother of James Q Brown", "James Q Brown"},
                                {"mother of James q. Brown", ""},
                                {"mother of James Q, Brown", ""},
                                {"mother of Maria, Lopez", ""},
                                {"Mr. Lopez and the case", "Mr. Lopez"},
                                {"Mr, Lopez and the case", ""},
                                {"the referral of 'Maria Lopez", "Maria Lopez"},
                                {"the referral of Maria O'Brien", "Maria O'Brien"},
                                {"the referral of Maria O'brien", ""},
                                {"the referral of Maria o'Brien", ""},
                                {"the referral of Maria D'A", "Maria D'A"},
                                {"the referral of Maria D'", ""},
                                {"case Maria", ""}});
}

TEST_CASE("a place or a body is no name") {
  check(names_near_case_words, {{"placement near San Jose Mission", ""},
                                {"San Jose Mission placement", ""},
                                {"the Jose Mission placement", "Jose Mission"},
                                {"placement at Maria Hall", ""},
                                {"placement at Maria Lopez Hall", ""},
                                {"placement at Maria Lopez, Hall", "Maria Lopez"},
                                {"removal on Main St. Mr. Brown was there", "Mr. Brown"}});
}

TEST_CASE("staff is told by the role right before or behind the name") {
  check(names_near_case_words, {{"Supervisor Maria Lopez saw the case", ""},
                                {"A supervisor Maria Lopez saw the case", ""},
                                {"Supervisor, Maria Lopez saw the case", "Maria Lopez"},
                                {"Maria Lopez, supervisor, closes the case", ""},
                                {"Maria Lopez (program supervisor) has the case", ""},
                                {"mother of Maria Lopez. Supervisor", "Maria Lopez"},
                                {"mother of Maria Lopez, now", "Maria Lopez"},
                                {"mother of Maria Lopez, a lawyer", "Maria Lopez"}});
}

TEST_CASE("a word about a case counts up to forty characters away, and not in the agency's own phrases") {
  check(names_near_case_words, {{"case" + spaces(40) + "Maria Lopez", "Maria Lopez"},
                                {"case" + spaces(41) + "Maria Lopez", ""},
                                {"Maria Lopez" + spaces(40) + "case", "Maria Lopez"},
                                {"Maria Lopez" + spaces(41) + "case", ""},
                                {"Maria Lopez case", "Maria Lopez"},
                                {"case of Maria Lopez", "Maria Lopez"},
                                {"any referral of Maria Lopez", "Maria Lopez"},
                                {"in any case Maria Lopez", ""},
                                {"in any, case Maria Lopez", "Maria Lopez"},
                                {"case plan of Maria Lopez", ""},
                                {"case, plan of Maria Lopez", "Maria Lopez"}});
}

TEST_CASE("a given name alone counts with what was done, or behind who it is") {
  check(names_near_case_words, {{"Baby Maria came home", "Maria"},
                                {"Jose had been placed", "Jose"},
                                {"Maria was late", ""},
                                {"Maria then adopted the schedule", ""},
                                {"placed far from Maria", ""},
                                {"Children removed, says Maria", ""}});
}

TEST_CASE("a household has up to three names, with a space or a hyphen between them") {
  check(names_near_case_words, {{"the Alder Birch Cedar family", "Alder Birch Cedar family"},
                                {"the Alder Birch Cedar Dogwood family", ""},
                                {"the Alder, Birch families", ""},
                                {"the Alder-family", ""},
                                {"the Sheriff's families", ""},
                                {"the McK family", "McK family"}});
}
