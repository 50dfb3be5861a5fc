#include "report/parts.h"

#include <algorithm>
#include <utility>

namespace cpm::report {

void append_part(Document& whole, Document part, std::string title) {
  constexpr int kDeepest = 4;
  whole.blocks.push_back(Heading{.level = 2, .text = std::move(title)});
  for (Block& block : part.blocks) {
    if (auto* heading = std::get_if<Heading>(&block)) heading->level = std::min(heading->level + 1, kDeepest);
    whole.blocks.push_back(std::move(block));
  }
}

}  // namespace cpm::report
