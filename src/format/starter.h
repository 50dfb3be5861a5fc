#pragma once
// The files of a county's new repository (`cpm init`): YAML from the field tables, the rest from src/builtin/init/.
#include <string>
#include <vector>

#include "base/date.h"
#include "model/workspace.h"

namespace cpm::format {

struct StarterFile {
  std::string path;   ///< from the root of the new repository
  std::string about;  ///< what it is for, for the people who will fill it in; empty: for programs alone
  std::string bytes;
};

/// In the order in which people meet them. `cpm check` finds nothing to say about them.
std::vector<StarterFile> starter_files(const model::BuiltIn& built_in, const std::string& county, base::Date date);

}  // namespace cpm::format
