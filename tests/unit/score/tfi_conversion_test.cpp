// The published conversion of the Tiered Fidelity Inventory from version 2.1 to 3.0 (domain.md section 9): real figures
// to try the exact arithmetic on, with the two errors of the published table. cpm itself converts nothing.
#include <doctest/doctest.h>

#include <array>
#include <string>

#include "base/decimal.h"
#include "base/ratio.h"
#include "tests/support/build_model.h"

using namespace cpm;
using namespace cpm::test;

namespace {

/// percent of 3.0 = factor × percent of 2.1 + constant; back: percent ÷ factor + back_constant, as published.
struct Tier {
  int number = 0;
  std::int64_t possible_then = 0;  ///< points of version 2.1
  const char* factor = "";
  const char* constant = "";
  const char* back_constant = "";
  std::array<std::int64_t, 4> published{};  ///< for 25, 50, 70 and 80 percent, in whole percent
};

constexpr std::array<std::int64_t, 4> kAsked = {25, 50, 70, 80};

constexpr std::array<Tier, 3> kTiers = {{
    {.number = 1,
     .possible_then = 30,
     .factor = "0.75",
     .constant = "-8.23",
     .back_constant = "10.97",
     .published = {11, 29, 44, 52}},
    {.number = 2,
     .possible_then = 26,
     .factor = "0.63",
     .constant = "-0.9",
     .back_constant = "0.57",
     .published = {15, 31, 43, 50}},
    {.number = 3,
     .possible_then = 34,
     .factor = "0.66",
     .constant = "0.9",
     .back_constant = "-1.36",
     .published = {17, 34, 47, 54}},
}};

base::Ratio ratio(const char* text) {
  return base::to_ratio(decimal(text));
}

base::Ratio product(const base::Ratio& a, const base::Ratio& b) {
  return {.numerator = a.numerator * b.numerator, .denominator = a.denominator * b.denominator};
}

base::Ratio quotient(const base::Ratio& a, const base::Ratio& b) {
  return {.numerator = a.numerator * b.denominator, .denominator = a.denominator * b.numerator};
}

base::Ratio forward(const Tier& tier, const base::Ratio& percent) {
  return product(ratio(tier.factor), percent) + ratio(tier.constant);
}

base::Ratio back(const Tier& tier, const base::Ratio& percent) {
  return quotient(percent, ratio(tier.factor)) + ratio(tier.back_constant);
}

base::Ratio whole_ratio(std::int64_t percent) {
  return {.numerator = percent, .denominator = 1};
}

/// Whole percent, half up; the figures here are above zero.
std::int64_t rounded(const base::Ratio& percent) {
  return (2 * percent.numerator + percent.denominator) / (2 * percent.denominator);
}

std::string percent_of(const base::Ratio& percent) {
  return base::to_text(base::tenths(percent, 1));
}

}  // namespace

TEST_CASE("V10: 70 percent of Tier 1 becomes 44.27, printed 44, and comes back as 70.0") {
  const base::Ratio then = forward(kTiers[0], whole_ratio(70));
  CHECK(then == base::Ratio{.numerator = 4427, .denominator = 100});
  CHECK(rounded(then) == 44);
  CHECK(percent_of(back(kTiers[0], then)) == "70.0");
}

TEST_CASE("The published forward percents come out of exact arithmetic, rounded half up") {
  for (const Tier& tier : kTiers) {
    CAPTURE(tier.number);
    for (std::size_t i = 0; i < kAsked.size(); ++i)
      CHECK(rounded(forward(tier, whole_ratio(kAsked[i]))) == tier.published[i]);
  }
  // The half in question: 0.63 × 80 − 0.9 is exactly 49.5.
  CHECK(forward(kTiers[1], whole_ratio(80)) == base::Ratio{.numerator = 99, .denominator = 2});
}

TEST_CASE("Tiers 1 and 3 convert back within a tenth; the published constant of Tier 2 does not") {
  for (const std::size_t tier : {std::size_t{0}, std::size_t{2}}) {
    for (const std::int64_t asked : kAsked)
      CHECK(percent_of(back(kTiers[tier], forward(kTiers[tier], whole_ratio(asked)))) == std::to_string(asked) + ".0");
  }
  const base::Ratio returned = back(kTiers[1], forward(kTiers[1], whole_ratio(70)));
  CHECK(base::to_text(base::tenths(returned, 10)) == "691.4");  // 69.14 instead of 70
  Tier fixed = kTiers[1];
  fixed.back_constant = "1.43";
  CHECK(percent_of(back(fixed, forward(fixed, whole_ratio(70)))) == "70.0");
}

TEST_CASE("80 percent of the 34 points of Tier 3 are 27.2, not 30.4 as printed") {
  const base::Ratio points = product(whole_ratio(kTiers[2].possible_then), {.numerator = 80, .denominator = 100});
  CHECK(percent_of(points) == "27.2");
  CHECK(points != ratio("30.4"));
  // 30.4 is what 80 percent of 38 points would be.
  CHECK(ratio("30.4") == product(whole_ratio(38), {.numerator = 80, .denominator = 100}));
}
