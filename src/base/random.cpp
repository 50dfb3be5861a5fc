#include "base/random.h"

#include "base/assert.h"

namespace cpm::base {

std::uint64_t Random::next() {
  state_ += 0x9E3779B97F4A7C15U;
  std::uint64_t mixed = state_;
  mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
  mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
  return mixed ^ (mixed >> 31U);
}

std::size_t Random::below(std::size_t count) {
  CPM_ASSERT(count > 0);
  return static_cast<std::size_t>(next() % count);
}

}  // namespace cpm::base
