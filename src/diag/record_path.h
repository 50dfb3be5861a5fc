#pragma once
// Which record a place in a file belongs to, as keys and ids: "steps/s2/status". Told from the layout of the lines alone, so
// that it works for files that cannot be read, too, and does not change when lines are put in above.
#include <cstddef>
#include <string>

#include "diag/source_file.h"

namespace cpm::diag {

/// The keys that lead to the byte; an entry of a list is named by its `id`,
/// and is `[]` without one. Empty when there are none.
std::string record_path(const SourceFile& file, std::size_t byte);

}  // namespace cpm::diag
