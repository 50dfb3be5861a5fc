#include "rules/text_glance.h"

#include <doctest/doctest.h>

#include <string>

using namespace cpm::rules;

namespace {

// The words that were taken for numbers, joined by "|".
std::string numbers_of(const std::string& text) {
  std::string all;
  for (const Stretch& number : glance_at(text).numbers) {
    if (!all.empty()) all += '|';
    all += text.substr(number.begin, number.end - number.begin);
  }
  return all;
}

}  // namespace

TEST_CASE("digits are counted wherever they stand") {
  CHECK(glance_at("").digits == 0);
  CHECK(glance_at("no digits").digits == 0);
  CHECK(glance_at("FY2025-26, 3rd").digits == 7);
  CHECK(glance_at("12345").digits == 5);
}

TEST_CASE("an address needs its character") {
  CHECK(glance_at("a@b").at);
  CHECK(glance_at("@").at);
  CHECK_FALSE(glance_at("a b").at);
}

TEST_CASE("numbers are words of at most four digits, or of the list, in capitals or not") {
  CHECK(numbers_of("3 of 40, 2026 and 12345") == "3|40|2026");
  CHECK(numbers_of("One, tWO and nineteen") == "One|tWO|nineteen");
  CHECK(numbers_of("someone often tenfold ones 3a a3") == "");
  CHECK(numbers_of("(seven)") == "seven");
  CHECK(numbers_of("0") == "0");
}

TEST_CASE("a name is possible after a given name or a title, and in a word with digits and capitals") {
  for (const char* const text : {"Maria", "of Maria's", "Mrs. Lopez", "3Maria Lopez", "Maria2", "x'Maria", "-William-"})
    CHECK_MESSAGE(glance_at(text).name, text);
  for (const char* const text :
       {"maria", "MARIA", "Marias", "Supervisors", "mr", "2026", "3rd", "", "aMaria", "the family", "The work"})
    CHECK_MESSAGE(!glance_at(text).name, text);
}
