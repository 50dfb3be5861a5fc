#include "exchange/day_order.h"

#include <charconv>
#include <vector>

#include "base/ascii.h"
#include "base/text.h"

namespace cpm::exchange {
namespace {

enum class Order { none, either, month_first, day_first };

unsigned small_number(std::string_view text) {
  unsigned number = 0;
  if (text.size() <= 2 && base::all_digits(text)) std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

Order order_of(std::string_view text) {
  const std::vector<std::string_view> parts = base::split(base::trimmed(text), '/');
  if (parts.size() != 3 || !base::all_digits(parts[2])) return Order::none;
  const unsigned first = small_number(parts[0]);
  const unsigned second = small_number(parts[1]);
  if (first == 0 || second == 0 || first > 31 || second > 31 || (first > 12 && second > 12)) return Order::none;
  if (second > 12) return Order::month_first;
  return first > 12 ? Order::day_first : Order::either;
}

}  // namespace

bool puts_month_first(const sheet::Sheet& sheet) {
  bool found = false;
  for (const sheet::Row& row : sheet.rows)
    for (const sheet::Cell& cell : row) {
      const Order order = cell.kind == sheet::Cell::Kind::text && cell.text.size() <= 12 ? order_of(cell.text)
                                                                                         : Order::none;
      if (order == Order::day_first) return false;
      found = found || order == Order::month_first;
    }
  return found;
}

}  // namespace cpm::exchange
