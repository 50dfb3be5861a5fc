#pragma once
// How the report of a run is made, so that `cpm verify` can make it again: command, files, options, day.
#include <optional>

#include "cli/commands.h"
#include "report/document.h"

namespace cpm::cli {

/// Nothing when nobody could make it again from files: for standard input, and for files of several repositories that lie
/// elsewhere.
std::optional<report::Made> made_of(const Run& run);

/// Does the option change what a report says? Not where it goes, or how the run looks.
bool is_of_page(const Option& option);

}  // namespace cpm::cli
