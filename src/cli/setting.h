#pragma once
// One value of a county's file changed in memory: the surgical edit, then everything read again as it would be, with the fixes
// that are certain for what was written. Writes nothing.
#include <memory>
#include <string>

#include "cli/commands.h"
#include "edit/edit.h"

namespace cpm::cli {

struct Setting {
  std::string path = {};    ///< of the place, with the keys' own names
  std::string before = {};  ///< the bytes of the file
  std::string after = {};
  bool refused = false;                               ///< the file would not have the shape that its format asks for
  diag::Diagnostics findings = {};                    ///< what is wrong with the value, or what was not wrong before
  std::shared_ptr<const format::Loaded> loaded = {};  ///< the files as they would be
};

/// Throws UsageError for a place or a value that is not understood, and for a file that leaves no sure place.
Setting setting_of(const Run& run, const std::string& file, const edit::Change& change);

}  // namespace cpm::cli
