#include "rules/word_list.h"

#include <doctest/doctest.h>

#include <string>

#include "rules/private_lists.h"

using namespace cpm::rules;

TEST_CASE("a list has its words and no others") {
  constexpr auto kList = word_list("one", "two", "a");
  for (const char* const word : {"one", "two", "a"}) CHECK_MESSAGE(kList.has(word), word);
  for (const char* const word : {"", "o", "on", "ones", "One", "three", "twi", "b", "\x8f"})
    CHECK_MESSAGE(!kList.has(word), word);
}

TEST_CASE("a word is found in capitals or not, with its place") {
  constexpr auto kList = word_list("one", "two", "a");
  CHECK(kList.number_any_case("one") == 1);
  CHECK(kList.number_any_case("TWO") == 2);
  CHECK(kList.number_any_case("A") == 3);
  CHECK(kList.number_any_case("") == 0);
  CHECK(kList.number_any_case("onE ") == 0);
  CHECK(kList.has_any_case("tWo"));
  CHECK_FALSE(kList.has_any_case("/wo"));
}

TEST_CASE("words of any length can be asked about") {
  const std::string half(20, 'a');
  const auto list = word_list("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "b");
  CHECK(list.has(half + half));
  CHECK_FALSE(list.has(half + half + half));
  CHECK_FALSE(list.has(half));
}

TEST_CASE("numbers are read in digits and in letters") {
  CHECK(number_of("one") == 1);
  CHECK(number_of("Twenty") == 20);
  CHECK(number_of("0") == 0);
  CHECK(number_of("0123") == 123);
  CHECK(number_of("9999") == 9999);
  for (const char* const word : {"", "12345", "3a", "a3", "twentyone", "ones"})
    CHECK_FALSE(number_of(word).has_value());
}
