#include "base/system/ahead.h"

#include <algorithm>
#include <utility>

// One thread: a piece is done when it is asked for.
namespace cpm::base {

Ahead::Ahead(const Plan& plan, std::function<void(std::size_t)> work) : plan_(plan), work_(std::move(work)) {}

Ahead::~Ahead() = default;

void Ahead::finish(std::size_t end) {
  end = std::min(end, plan_.pieces);
  while (next_ < end) work_(next_++);
}

std::size_t cores() {
  return 1;
}

}  // namespace cpm::base
