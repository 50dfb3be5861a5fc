#include "diag/columns.h"

#include <algorithm>

#include "base/utf8.h"

namespace cpm::diag {
namespace {

constexpr std::size_t kApart = 512;

// The character that `byte` belongs to, counted from one that begins at `from`.
std::size_t count(std::string_view text, std::size_t from, std::size_t byte) {
  std::size_t characters = 0;
  for (std::size_t at = from; at < byte && at < text.size(); ++characters) {
    at += base::code_point_at(text, at).bytes;
    if (at > byte) break;
  }
  return characters;
}

}  // namespace

std::size_t Columns::of(std::string_view text, std::size_t start, std::size_t byte) const {
  if (byte <= start + 2 * kApart) return count(text, start, byte) + 1;
  return characters_before(text, byte) - characters_before(text, start) + 1;
}

std::size_t Columns::characters_before(std::string_view text, std::size_t byte) const {
  if (milestones_.empty()) {
    std::size_t characters = 0;
    for (std::size_t at = 0; at < text.size(); ++characters) {
      if (milestones_.empty() || at >= milestones_.back().byte + kApart)
        milestones_.push_back({.byte = at, .characters = characters});
      at += base::code_point_at(text, at).bytes;
    }
  }
  const auto after = std::ranges::upper_bound(milestones_, byte, {}, &Milestone::byte);
  const Milestone& before = *(after - 1);
  return before.characters + count(text, before.byte, byte);
}

}  // namespace cpm::diag
