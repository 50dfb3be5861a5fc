#pragma once
// Exact fractions of whole numbers. Scores never touch floating point; rounding happens here, once, on output.
#include <compare>
#include <cstdint>
#include <string>

namespace cpm::base {

/// `numerator / denominator`; the denominator is above zero. Not reduced: the parts are points and possible points.
struct Ratio {
  std::int64_t numerator = 0;
  std::int64_t denominator = 1;

  friend std::strong_ordering operator<=>(const Ratio& a, const Ratio& b);
  friend bool operator==(const Ratio& a, const Ratio& b) { return (a <=> b) == 0; }
};

Ratio operator-(const Ratio& a, const Ratio& b);
Ratio operator+(const Ratio& a, const Ratio& b);

/// A number with one decimal: `Tenths{553}` is 55.3. What JSON prints as a number and people read as text.
struct Tenths {
  std::int64_t value = 0;
  friend auto operator<=>(const Tenths&, const Tenths&) = default;
};

/// `scale * ratio` to one decimal, half away from zero (product.md section 5): `tenths({1, 16}, 100)` is 6.3.
Tenths tenths(const Ratio& ratio, std::int64_t scale);

/// The percent of a ratio: `percent({11, 20})` is 55.0.
Tenths percent(const Ratio& ratio);

/// "55.0", "-3.5".
std::string to_text(Tenths number);

/// "+3.5", "-3.5", "0.0": for a change.
std::string to_signed_text(Tenths number);

/// "55.3%"
std::string percent_text(Tenths percent);

/// Held at the largest number instead of overflowing: a file may say anything. Neither is below zero.
std::int64_t capped_sum(std::int64_t a, std::int64_t b);

}  // namespace cpm::base
