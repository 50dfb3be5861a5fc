#pragma once
// Applying fixes to the bytes they name: which of them can be applied together, and what the bytes are then.
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"

namespace cpm::diag {

/// Those of the fixes, in their order, whose edits neither overlap nor touch the edits of one taken before. A fix that edits
/// another file, or beyond the `size` of this one, is not taken.
std::vector<const Fix*> compatible_fixes(std::span<const Fix* const> fixes, FileId file, std::size_t size);

/// The bytes with all edits of these fixes made.
std::string with_fixes(std::string_view bytes, std::span<const Fix* const> fixes);

}  // namespace cpm::diag
