#pragma once
// Keys that a map has more than once.
#include <cstddef>
#include <cstdint>
#include <vector>

#include "diag/diagnostic.h"
#include "yaml/node.h"
#include "yaml/source.h"

namespace cpm::yaml {

/// One finding for each key given several times, at most `most`; returns how many. An entry of a list that holds the keys of
/// several entries has lost their dashes: then one finding for each of those. `scratch` is reused from map to map.
std::size_t check_duplicates(const Source& source, const Node& map, bool is_entry, std::size_t most,
                             std::vector<std::uint32_t>& scratch, diag::Diagnostics& findings);

}  // namespace cpm::yaml
