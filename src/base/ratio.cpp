#include "base/ratio.h"

#include <limits>

#include "base/assert.h"

namespace cpm::base {
namespace {

// Products of two 64-bit numbers need twice the room.
__extension__ typedef __int128 Wide;

Wide greatest_common_divisor(Wide a, Wide b) {
  while (b != 0) {
    const Wide rest = a % b;
    a = b;
    b = rest;
  }
  return a < 0 ? -a : a;
}

std::int64_t narrow(Wide number) {
  CPM_ASSERT(number >= std::numeric_limits<std::int64_t>::min() && number <= std::numeric_limits<std::int64_t>::max());
  return static_cast<std::int64_t>(number);
}

// a ± b on the smallest common denominator, so that 3/20 + 4/20 stays 7/20.
Ratio sum(const Ratio& a, const Ratio& b, int character) {
  CPM_ASSERT(a.denominator > 0 && b.denominator > 0);
  const Wide shared = greatest_common_divisor(a.denominator, b.denominator);
  const Wide left = Wide{a.numerator} * (b.denominator / shared);
  const Wide right = Wide{b.numerator} * (a.denominator / shared) * character;
  const Wide denominator = Wide{a.denominator} * (b.denominator / shared);
  return Ratio{.numerator = narrow(left + right), .denominator = narrow(denominator)};
}

std::string digits_with_point(std::int64_t value) {
  const auto size = value < 0 ? std::uint64_t{0} - static_cast<std::uint64_t>(value)
                              : static_cast<std::uint64_t>(value);
  return std::to_string(size / 10) + "." + std::to_string(size % 10);
}

}  // namespace

std::strong_ordering operator<=>(const Ratio& a, const Ratio& b) {
  CPM_ASSERT(a.denominator > 0 && b.denominator > 0);
  const Wide left = Wide{a.numerator} * b.denominator;
  const Wide right = Wide{b.numerator} * a.denominator;
  if (left < right) return std::strong_ordering::less;
  return left > right ? std::strong_ordering::greater : std::strong_ordering::equal;
}

Ratio operator-(const Ratio& a, const Ratio& b) {
  return sum(a, b, -1);
}
Ratio operator+(const Ratio& a, const Ratio& b) {
  return sum(a, b, 1);
}

Tenths tenths(const Ratio& ratio, std::int64_t scale) {
  CPM_ASSERT(ratio.denominator > 0);
  const Wide product = Wide{ratio.numerator} * scale;
  const Wide size = product < 0 ? -product : product;
  // Half away from zero: add half a denominator, then drop the rest. The whole part goes first, so nothing overflows.
  const Wide whole = size / ratio.denominator;
  const Wide rest = size % ratio.denominator;
  const Wide rounded = whole * 10 + (rest * 20 + ratio.denominator) / (Wide{ratio.denominator} * 2);
  return Tenths{narrow(product < 0 ? -rounded : rounded)};
}

Tenths percent(const Ratio& ratio) {
  return tenths(ratio, 100);
}

std::string to_text(Tenths number) {
  std::string text;
  if (number.value < 0) text += '-';
  return text.append(digits_with_point(number.value));
}

std::string to_signed_text(Tenths number) {
  std::string text;
  if (number.value > 0) text += '+';
  return text.append(to_text(number));
}

std::string percent_text(Tenths percent) {
  return to_text(percent) + "%";
}

std::int64_t capped_sum(std::int64_t a, std::int64_t b) {
  constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
  return b > kMost - a ? kMost : a + b;
}

}  // namespace cpm::base
