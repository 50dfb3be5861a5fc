#include "exchange/partners.h"

#include <algorithm>

namespace cpm::exchange {
namespace {

constexpr std::size_t kMostCompared = 4'000'000;  ///< pairs; larger lists are compared by their numbers

using Partners = std::vector<std::optional<std::size_t>>;

/// The longest run of equal entries in the same order.
Partners equal_ones(const std::vector<Values>& first, const std::vector<Values>& second) {
  const std::size_t rows = first.size();
  const std::size_t columns = second.size();
  std::vector<std::vector<std::size_t>> longest(rows + 1, std::vector<std::size_t>(columns + 1, 0));
  for (std::size_t i = rows; i-- > 0;)
    for (std::size_t j = columns; j-- > 0;)
      longest[i][j] = first[i] == second[j] ? longest[i + 1][j + 1] + 1
                                            : std::max(longest[i + 1][j], longest[i][j + 1]);
  Partners found(rows);
  for (std::size_t i = 0, j = 0; i < rows && j < columns;) {
    if (first[i] == second[j])
      found[i++] = j++;
    else if (longest[i + 1][j] >= longest[i][j + 1])
      ++i;
    else
      ++j;
  }
  return found;
}

/// What is left between two pairs, in the same number on both sides, belongs together in this order.
void pair_the_rest(Partners& found, std::size_t second) {
  std::size_t behind = 0;  // of the second, the last pair
  for (std::size_t i = 0; i < found.size();) {
    if (found[i]) {
      behind = *found[i++] + 1;
      continue;
    }
    std::size_t end = i;
    while (end < found.size() && !found[end]) ++end;
    const std::size_t until = end < found.size() ? *found[end] : second;
    for (; until - behind == end - i && i < end; ++i, ++behind) found[i] = behind;
    i = end;
  }
}

}  // namespace

Partners partners(const std::vector<Values>& first, const std::vector<Values>& second) {
  Partners found(first.size());
  if (first.size() * second.size() <= kMostCompared) found = equal_ones(first, second);
  pair_the_rest(found, second.size());
  return found;
}

}  // namespace cpm::exchange
