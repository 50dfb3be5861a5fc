#pragma once
// The words for what a system says went wrong, by the POSIX name of the error, which every host has.
#include <string_view>

namespace cpm::base {

/// "ENOSPC" → "no space left on the disk"; empty for names that do not occur with files.
std::string_view words_for_error_name(std::string_view name);

}  // namespace cpm::base
