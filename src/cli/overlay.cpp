#include "cli/overlay.h"

#include <limits>

namespace cpm::cli {

base::FileReading Overlay::read(const std::string& path, std::size_t limit) const {
  const auto found = changed_.find(below_.real_path(path));
  if (found == changed_.end()) return below_.read(path, limit);
  if (found->second.size() > limit) return {.bytes = {}, .problem = "is too large", .too_large = true};
  return {.bytes = found->second, .problem = {}, .too_large = false};
}

void Overlay::append(const std::string& path, std::string_view bytes) {
  put(path, read(path, std::numeric_limits<std::size_t>::max()).bytes.append(bytes));
}

}  // namespace cpm::cli
