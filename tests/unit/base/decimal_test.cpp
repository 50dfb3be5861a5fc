#include "base/decimal.h"

#include <doctest/doctest.h>

using namespace cpm::base;

TEST_CASE("Decimal numbers are kept exactly as written") {
  for (const char* const text : {"0", "3", "12.5", "12.50", "-0.25", "0.000001", "999999999999999", "-42"}) {
    CAPTURE(text);
    const std::optional<Decimal> number = read_decimal(text);
    REQUIRE(number.has_value());
    CHECK(to_text(*number) == text);
  }
  CHECK(read_decimal("12.50")->units == 1250);
  CHECK(read_decimal("12.50")->places == 2);
  CHECK(read_decimal("-0.25")->units == -25);
}

TEST_CASE("Texts that are not plain decimal numbers are refused") {
  for (const char* const text : {"",      "-",  ".",  "5.", ".5",  "+3",    "1e3",  "1,000", "1_000", "0x10",
                                 "06113", "00", " 3", "3 ", "--3", "1.2.3", "1.-2", "80%",   "nan",   "\xD9\xA3"}) {
    CAPTURE(text);
    CHECK_FALSE(read_decimal(text).has_value());
  }
}

TEST_CASE("A number has at most fifteen digits, six of them after the point") {
  CHECK(read_decimal("123456789.123456").has_value());
  CHECK_FALSE(read_decimal("1234567890.123456").has_value());
  CHECK_FALSE(read_decimal("1000000000000000").has_value());
  CHECK_FALSE(read_decimal("0.1234567").has_value());
}

TEST_CASE("Decimals become exact ratios") {
  CHECK(to_ratio(*read_decimal("12.5")) == Ratio{25, 2});
  CHECK(to_ratio(*read_decimal("-0.25")) == Ratio{-1, 4});
  CHECK(to_ratio(*read_decimal("0.1")) + to_ratio(*read_decimal("0.2")) == to_ratio(*read_decimal("0.3")));
  CHECK(to_ratio(*read_decimal("12.50")) == to_ratio(*read_decimal("12.5")));
}
