#pragma once
// Files of the county that a command changes in place: their differences, and writing them only where nobody else has changed
// them meanwhile.
#include <string>
#include <string_view>

#include "base/files.h"
#include "cli/commands.h"

namespace cpm::cli {

struct Rewritten {
  std::string path;
  std::string before;
  std::string after;
};

/// As `diff -u` writes it, and as `patch` and `git apply` take it.
std::string diff_of(const Rewritten& file);

/// The diff and nothing else, for `patch` and for the eye: on a terminal hidden characters are shown.
Answer bare_diff(const Run& run, std::string diff);
/// Does a run with `--diff` write nothing but the diff?
bool wants_bare_diff(const Run& run);

/// False, and nothing is written, when the file is no longer what was read.
bool write_over(const Rewritten& file, base::Files& files);

}  // namespace cpm::cli
