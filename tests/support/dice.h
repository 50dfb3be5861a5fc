#pragma once
// Random numbers that are the same on every machine, unlike the distributions of the standard library.
#include <cstdint>
#include <random>

namespace cpm::test {

class Dice {
 public:
  explicit Dice(std::uint32_t seed) : numbers_(seed) {}
  /// From 0 to `most`.
  int up_to(int most) { return static_cast<int>(numbers_() % static_cast<std::uint32_t>(most + 1)); }
  bool one_in(int count) { return up_to(count - 1) == 0; }

 private:
  std::mt19937 numbers_;
};

}  // namespace cpm::test
