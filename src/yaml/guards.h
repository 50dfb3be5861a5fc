#pragma once
// What the raw bytes must be before the engine sees them: size, encoding, control characters, line ends, conflict
// markers, directives, gaps. The engine hangs on or silently cuts what these refuse.
#include "diag/diagnostic.h"
#include "yaml/reader.h"
#include "yaml/source.h"

namespace cpm::yaml {

struct GuardResult {
  bool passed = false;
  bool invisible_characters = false;  ///< no-break spaces and the like: the reader looks where they stand
};

GuardResult check_bytes(const Source& source, const Limits& limits, diag::Diagnostics& findings);

}  // namespace cpm::yaml
