#pragma once
// The paths of a command line: what is there, what is missing, what is standard input.
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cli/arguments.h"
#include "cli/context.h"
#include "format/load.h"

namespace cpm::cli {

struct Paths {
  std::vector<std::string> paths;                        ///< they exist; "-" is standard input
  std::optional<std::string> standard_input = {};        ///< at most one byte more than the limit
  std::map<std::string, format::Version> versions = {};  ///< those of `paths` that git keeps: FILE@REV
};

/// The paths given, or the repository that holds the current folder, or the current folder. Throws UsageError for a
/// path that is not there, with the nearest name. `versions`: FILE@REV is read from git when no file has that name.
Paths paths_of(const Arguments& arguments, Environment& environment, std::size_t limit, bool versions);

/// The error for a path that is not there.
[[noreturn]] void missing_path(const base::Files& files, const std::string& path);

}  // namespace cpm::cli
