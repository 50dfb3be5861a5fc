#pragma once
// The paths of a command line: what is there, what is missing, what is standard input.
#include <optional>
#include <string>
#include <vector>

#include "cli/arguments.h"
#include "cli/context.h"

namespace cpm::cli {

struct Paths {
  std::vector<std::string> paths;                  ///< they exist; "-" is standard input
  std::optional<std::string> standard_input = {};  ///< at most one byte more than the limit
};

/// The paths given, or the repository that holds the current folder, or the current folder. Throws UsageError for a
/// path that is not there, with the nearest name.
Paths paths_of(const Arguments& arguments, Environment& environment, std::size_t limit);

/// The error for a path that is not there.
[[noreturn]] void missing_path(const base::Files& files, const std::string& path);

}  // namespace cpm::cli
