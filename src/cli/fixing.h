#pragma once
// Applies fixes in memory, round by round, because a fixed line may show the next mistake; what made a file worse is taken
// back. Writes nothing.
#include <memory>
#include <string>
#include <vector>

#include "cli/commands.h"

namespace cpm::cli {

struct AppliedFix {
  std::size_t line = 0;  ///< where it stood when it was applied
  diag::Code code = 0;
  std::string title;
};

struct FixedFile {
  std::string path;
  std::string before;
  std::string after;
  std::vector<AppliedFix> fixes = {};
};

struct Fixing {
  std::vector<FixedFile> files;                  ///< by path; only those that changed
  std::shared_ptr<const format::Loaded> loaded;  ///< everything read again, as it is after the fixes
};

/// Fixes in the files that the run was asked for. `unsafe`: also those that are perhaps meant.
Fixing fixed(const Run& run, bool unsafe);

}  // namespace cpm::cli
