#pragma once
// Numbers that look random and are the same on every machine, unlike the distributions of the standard library.
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace cpm::base {

/// The generator splitmix64: every seed gives its own sequence.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next();
  /// From 0 to `count` - 1; the count must not be 0.
  std::size_t below(std::size_t count);

 private:
  std::uint64_t state_;
};

/// Puts the values in another order.
template <class Value>
void shuffle(std::vector<Value>& values, Random& random) {
  for (std::size_t left = values.size(); left > 1; --left) std::swap(values[left - 1], values[random.below(left)]);
}

}  // namespace cpm::base
