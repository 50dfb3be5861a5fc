#include "tests/fuzz/choice.h"

#include <vector>

namespace cpm::fuzz {

/// FNV-1a; the standard library's hash is not the same everywhere.
std::uint64_t hash_of(std::string_view bytes) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char byte : bytes) hash = (hash ^ static_cast<unsigned char>(byte)) * 1099511628211ULL;
  return hash ^ (hash >> 29);
}

const render::Format& some_format(std::uint64_t number, bool with_rows) {
  std::vector<const render::Format*> fitting;
  for (const render::Format& format : render::formats())
    if (with_rows || !format.needs_rows) fitting.push_back(&format);
  return *fitting[number % fitting.size()];
}

}  // namespace cpm::fuzz
