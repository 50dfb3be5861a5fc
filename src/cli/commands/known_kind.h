#pragma once
// A kind of file by its word, for the commands that take one.
#include <string>

#include "format/kinds.h"

namespace cpm::cli {

/// Throws UsageError with the nearest kind.
const format::Kind& known_kind(const std::string& word);

}  // namespace cpm::cli
