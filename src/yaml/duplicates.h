#pragma once
// Keys that a map has more than once.
#include <cstddef>
#include <cstdint>
#include <vector>

#include "diag/diagnostic.h"
#include "yaml/node.h"
#include "yaml/source.h"

namespace cpm::yaml {

/// One finding for each key given several times, at most `most`; returns how many. `scratch` is reused from map to map.
std::size_t check_duplicates(const Source& source, const Node& map, std::size_t most,
                             std::vector<std::uint32_t>& scratch, diag::Diagnostics& findings);

}  // namespace cpm::yaml
