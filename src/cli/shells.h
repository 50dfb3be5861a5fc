#pragma once
// The shells that can complete words of cpm.
#include <span>
#include <string_view>

namespace cpm::cli {

struct Shell {
  std::string_view name;   ///< "bash"; its script is src/builtin/completions/cpm.<name>
  std::string_view place;  ///< where a person puts that script
};

std::span<const Shell> shells();

}  // namespace cpm::cli
