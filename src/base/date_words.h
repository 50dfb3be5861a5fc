#pragma once
// The words in which people write dates: for the readers of days and of timeframes.
#include <string>
#include <string_view>

namespace cpm::base {

/// "March", "mar", "Sept": 1 to 12, or 0.
int month_number(std::string_view word);

/// A word processor makes dashes longer.
std::string with_plain_dashes(std::string_view text);

/// The years that a date can have.
inline constexpr int kFirstYear = 1900;
inline constexpr int kLastYear = 2199;

}  // namespace cpm::base
