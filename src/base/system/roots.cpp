#include "base/system/roots.h"

namespace cpm::base {

std::size_t root_size(std::string_view path) {
  return path.starts_with('/') ? 1 : 0;
}

std::string root_of(std::string_view path) {
  return path.starts_with('/') ? "/" : "";
}

}  // namespace cpm::base
