#include "rules/text_scan.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace cpm::rules;

TEST_CASE("digits, capitals and letters end where they end") {
  for (const char character : {'0', '5', '9'}) CHECK(is_digit(character));
  for (const char character : {'/', ':', 'a'}) CHECK_FALSE(is_digit(character));
  for (const char character : {'A', 'M', 'Z'}) CHECK(is_capital(character));
  for (const char character : {'@', '[', 'a'}) CHECK_FALSE(is_capital(character));
  for (const char character : {'a', 'z', 'A', 'Z', '\x80', '\xff'}) CHECK(is_letter(character));
  for (const char character : {'`', '{', '@', '[', '0', '\x7f'}) CHECK_FALSE(is_letter(character));
  for (const char character : {'a', 'Z', '0', '9', '\x80'}) CHECK(is_word_character(character));
  for (const char character : {'-', '_', ' ', '\''}) CHECK_FALSE(is_word_character(character));
}

TEST_CASE("a shape fits from its first character to its last, inside the text") {
  CHECK(has_shape("12-34", 0, "dd-dd"));
  CHECK(has_shape("x12", 1, "dd"));
  CHECK_FALSE(has_shape("x12", 0, "dd"));
  CHECK_FALSE(has_shape("12", 1, "dd"));
  CHECK_FALSE(has_shape("12", 3, ""));
  CHECK(has_shape("12", 2, ""));
  for (const std::string_view text : {"1.2", "1-2", "1 2"}) CHECK(has_shape(text, 0, "dsd"));
  CHECK_FALSE(has_shape("1/2", 0, "dsd"));
  CHECK(has_shape("1 2", 0, "d_d"));
  CHECK_FALSE(has_shape("1-2", 0, "d_d"));
}

TEST_CASE("a stretch stands alone without a letter, a digit or more of the number beside it") {
  const auto alone = [](std::string_view text, std::size_t begin, std::size_t end) {
    return stands_alone(text, begin, end);
  };
  CHECK(alone("12", 0, 2));
  CHECK(alone(" 12 ", 1, 3));
  CHECK_FALSE(alone("x12", 1, 3));
  CHECK_FALSE(alone("12x", 0, 2));
  CHECK(alone("-12", 1, 3));
  CHECK(alone(" -12", 2, 4));
  CHECK_FALSE(alone("a-12", 2, 4));
  CHECK(alone("a.12", 2, 4));
  CHECK(alone("12-", 0, 2));
  CHECK(alone("12- ", 0, 2));
  CHECK_FALSE(alone("12-a", 0, 2));
  CHECK_FALSE(alone("12-3 ", 0, 2));
  CHECK(alone("12.a", 0, 2));
}

TEST_CASE("a word stands by itself, in capitals or not") {
  CHECK(word_at("case", 0, "case"));
  CHECK(word_at("CASE", 0, "case"));
  CHECK(word_at("Zoo", 0, "zoo"));
  CHECK(word_at("a case.", 2, "case"));
  CHECK(word_at("a-case-b", 2, "case"));
  CHECK_FALSE(word_at("xcase", 1, "case"));
  CHECK_FALSE(word_at("cases", 0, "case"));
  CHECK_FALSE(word_at("case1", 0, "case"));
  CHECK_FALSE(word_at("ca", 0, "case"));
  CHECK_FALSE(word_at("base", 0, "case"));
  CHECK_FALSE(word_at("case", 5, "case"));
  CHECK(word_at("a ", 2, ""));
  CHECK_FALSE(word_at("ab", 2, ""));
  CHECK(find_word("cases in a case", "case", 0) == 11);
  CHECK(find_word("case case", "case", 1) == 5);
  CHECK(find_word("case", "case", 1) == std::string_view::npos);
  CHECK(find_word("anything", "", 0) == std::string_view::npos);
}

TEST_CASE("dates take so many bytes, and no more") {
  const std::vector<std::pair<std::string, std::size_t>> cases = {{"3/14/2012", 9},
                                                                  {"03-14-12", 8},
                                                                  {"3.14.2012 ", 9},
                                                                  {"2012/3/14", 9},
                                                                  {"2012-03-14", 10},
                                                                  {"2012/3/1", 8},
                                                                  {"3/14/2", 0},
                                                                  {"3/14/123", 0},
                                                                  {"3/14/12345", 0},
                                                                  {"2012/3/123", 0},
                                                                  {"2012/3/", 0},
                                                                  {"123/1/12", 0},
                                                                  {"12345/1/12", 0},
                                                                  {"3/14", 0},
                                                                  {"3/14/", 0},
                                                                  {"3/14-12", 0},
                                                                  {"3/141/12", 0},
                                                                  {"3//12", 0},
                                                                  {"3a14a12", 0},
                                                                  {"12", 0},
                                                                  {"/1/12", 0},
                                                                  {"March 14, 2012", 14},
                                                                  {"march 14", 8},
                                                                  {"Mar. 14 2012", 12},
                                                                  {"March 14,2012", 13},
                                                                  {"March 14, soon", 8},
                                                                  {"March 14, 20123", 8},
                                                                  {"March 14, 201", 8},
                                                                  {"March 142", 0},
                                                                  {"March 9", 7},
                                                                  {"March", 0},
                                                                  {"March x", 0},
                                                                  {"Marching 14", 0},
                                                                  {"Sept. 3", 7},
                                                                  {"14 March 2012", 13},
                                                                  {"14 March", 8},
                                                                  {"14 March soon", 8},
                                                                  {"1 may, 2012", 11},
                                                                  {"3 Sept.", 7},
                                                                  {"3 Sept", 6},
                                                                  {"3 Sept. 2012", 12},
                                                                  {"114 March", 0},
                                                                  {"14 Marching", 0},
                                                                  {"14 ", 0},
                                                                  {"14", 0},
                                                                  {"14\tMarch", 8},
                                                                  {"14\n\n March", 10},
                                                                  {"DECEMBER 31", 11},
                                                                  {"", 0},
                                                                  {"word", 0}};
  for (const auto& one : cases) CHECK_MESSAGE(date_length(one.first, 0) == one.second, one.first);
  CHECK(date_length("x3/14/12", 1) == 0);
  CHECK(date_length("(3/14/12)", 1) == 7);
  CHECK(date_length("x", 1) == 0);
  CHECK(date_length("x", 2) == 0);
}

TEST_CASE("digits are counted and spaces skipped up to the end of the text") {
  CHECK(digits_at("12a", 0) == 2);
  CHECK(digits_at("12", 1) == 1);
  CHECK(digits_at("a", 0) == 0);
  CHECK(digits_at("12", 2) == 0);
  CHECK(skip_spaces(" \t\nx", 0) == 3);
  CHECK(skip_spaces("  ", 0) == 2);
  CHECK(skip_spaces("x ", 0) == 0);
}
