#include "base/ratio.h"

#include <limits>

#include <doctest/doctest.h>

using namespace cpm::base;

namespace {
constexpr std::int64_t kLargest = std::numeric_limits<std::int64_t>::max();
}

TEST_CASE("Percents round half away from zero to one decimal") {
  CHECK(to_text(percent(Ratio{11, 20})) == "55.0");
  CHECK(to_text(percent(Ratio{9, 18})) == "50.0");
  CHECK(to_text(percent(Ratio{11, 18})) == "61.1");
  CHECK(to_text(percent(Ratio{22, 84})) == "26.2");
  CHECK(to_text(percent(Ratio{2, 6})) == "33.3");
  CHECK(to_text(percent(Ratio{4, 6})) == "66.7");
  CHECK(to_text(percent(Ratio{1, 16})) == "6.3");
  CHECK(to_text(percent(Ratio{-1, 16})) == "-6.3");
  CHECK(percent(Ratio{0, 20}) == Tenths{0});
  CHECK(percent(Ratio{20, 20}) == Tenths{1000});
}

TEST_CASE("Rounding looks at the exact value, just below and just above the half") {
  CHECK(tenths(Ratio{149999, 1000000}, 1) == Tenths{1});
  CHECK(tenths(Ratio{15, 100}, 1) == Tenths{2});
  CHECK(tenths(Ratio{-15, 100}, 1) == Tenths{-2});
  CHECK(tenths(Ratio{-149999, 1000000}, 1) == Tenths{-1});
  CHECK(tenths(Ratio{15, 100}, -1) == Tenths{-2});
}

TEST_CASE("A benchmark is met exactly, not after rounding") {
  const Ratio benchmark{80, 100};
  CHECK(Ratio{16, 20} >= benchmark);
  CHECK(Ratio{16, 20} == benchmark);
  const Ratio nearly{7999, 10000};
  CHECK(to_text(percent(nearly)) == "80.0");
  CHECK(nearly < benchmark);
}

TEST_CASE("Ratios of different denominators compare by value, also at the end of the range") {
  CHECK(Ratio{1, 3} < Ratio{34, 100});
  CHECK(Ratio{-1, 3} > Ratio{-34, 100});
  CHECK(Ratio{2, 4} == Ratio{1, 2});
  CHECK(Ratio{kLargest, kLargest - 1} > Ratio{kLargest - 1, kLargest});
}

TEST_CASE("Sums and differences keep a shared denominator") {
  const Ratio sum = Ratio{3, 20} + Ratio{4, 20};
  CHECK(sum.numerator == 7);
  CHECK(sum.denominator == 20);
  CHECK(Ratio{1, 4} + Ratio{1, 6} == Ratio{5, 12});
  CHECK(Ratio{1, 2} - Ratio{3, 4} == Ratio{-1, 4});
}

TEST_CASE("Large points do not overflow") {
  CHECK(percent(Ratio{kLargest, kLargest}) == Tenths{1000});
  CHECK(percent(Ratio{kLargest / 2, kLargest}) == Tenths{500});
  CHECK(tenths(Ratio{1, kLargest}, kLargest) == Tenths{10});
}

TEST_CASE("Numbers with one decimal are written with character and point") {
  CHECK(to_text(Tenths{553}) == "55.3");
  CHECK(to_text(Tenths{-35}) == "-3.5");
  CHECK(to_text(Tenths{-4}) == "-0.4");
  CHECK(to_text(Tenths{0}) == "0.0");
  CHECK(to_signed_text(Tenths{35}) == "+3.5");
  CHECK(to_signed_text(Tenths{-35}) == "-3.5");
  CHECK(to_signed_text(Tenths{0}) == "0.0");
  CHECK(percent_text(Tenths{553}) == "55.3%");
  CHECK(to_text(Tenths{std::numeric_limits<std::int64_t>::min()}) == "-922337203685477580.8");
}
