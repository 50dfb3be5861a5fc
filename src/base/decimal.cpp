#include "base/decimal.h"

#include <cstddef>

#include "base/ascii.h"
#include "base/assert.h"

namespace cpm::base {
namespace {

constexpr std::size_t kMostDigits = 15;
constexpr std::size_t kMostPlaces = 6;

std::int64_t units_of(std::string_view digits) {
  std::int64_t number = 0;
  for (const char digit : digits) number = number * 10 + (digit - '0');
  return number;
}

std::int64_t power_of_ten(int places) {
  CPM_ASSERT(places >= 0 && places <= static_cast<int>(kMostDigits));
  std::int64_t power = 1;
  for (int i = 0; i < places; ++i) power *= 10;
  return power;
}

// 06113 is a code, not a number: other readers of the same file make 3147 or 6113 of it.
bool has_needless_zero(std::string_view whole) {
  return whole.size() > 1 && whole.front() == '0';
}

}  // namespace

std::optional<Decimal> read_decimal(std::string_view text) {
  const bool negative = !text.empty() && text.front() == '-';
  if (negative) text.remove_prefix(1);
  const std::size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  const std::string_view places = point == std::string_view::npos ? std::string_view{} : text.substr(point + 1);
  if (!all_digits(whole) || has_needless_zero(whole)) return std::nullopt;
  if (point != std::string_view::npos && !all_digits(places)) return std::nullopt;
  if (whole.size() + places.size() > kMostDigits || places.size() > kMostPlaces) return std::nullopt;
  const std::int64_t units = units_of(whole) * power_of_ten(static_cast<int>(places.size())) + units_of(places);
  return Decimal{.units = negative ? -units : units, .places = static_cast<int>(places.size())};
}

std::string to_text(Decimal number) {
  const bool negative = number.units < 0;
  const auto size = negative ? std::uint64_t{0} - static_cast<std::uint64_t>(number.units)
                             : static_cast<std::uint64_t>(number.units);
  std::string digits = std::to_string(size);
  if (number.places > 0) {
    const auto places = static_cast<std::size_t>(number.places);
    if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
    digits.insert(digits.end() - number.places, '.');
  }
  return negative ? "-" + digits : digits;
}

Ratio to_ratio(Decimal number) {
  return Ratio{.numerator = number.units, .denominator = power_of_ten(number.places)};
}

}  // namespace cpm::base
