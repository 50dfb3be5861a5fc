#pragma once
// New files of a folder: all of them or none, and nothing is written over.
#include <string>
#include <string_view>
#include <vector>

#include "cli/commands.h"
#include "format/starter.h"

namespace cpm::cli {

using NewFiles = std::vector<format::StarterFile>;

/// Throws UsageError when one of them is there already; `example` is a command that would do.
void write_new_files(const Run& run, const std::string& folder, const NewFiles& new_files, std::string_view example);

}  // namespace cpm::cli
