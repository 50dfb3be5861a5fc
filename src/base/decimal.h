#pragma once
// Decimal numbers as people write them in a plan (3, 12.5, -0.25), kept exactly.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/ratio.h"

namespace cpm::base {

/// `units / 10^places`: 12.50 is {1250, 2}. At most 15 digits, 6 of them after the point.
struct Decimal {
  std::int64_t units = 0;
  int places = 0;
};

/// The number, or nothing when the text is not a plain decimal number or has too many digits.
std::optional<Decimal> read_decimal(std::string_view text);
std::string to_text(Decimal number);
Ratio to_ratio(Decimal number);

}  // namespace cpm::base
