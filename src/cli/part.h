#pragma once
// Reports made side by side from files that are loaded once: for `cpm report county` and `cpm report --all`.
#include <string>

#include "cli/commands.h"
#include "report/pages.h"

namespace cpm::cli {

struct MadePart {
  report::Part part;
  bool broken = false;  ///< left out because of errors in its files
};

/// What this `report …` command says about the files below `root`.
MadePart make_part(const Run& run, const Command& command, const std::string& root);

/// The one repository whose root is the run's PATH. Throws UsageError when PATH is something else.
const model::Home& only_home(const Run& run);

/// "example-alder": of `cpm.yaml`, else of the first file that names one.
std::string county_key(const Run& run);
/// "Alder County (example)"
std::string county_of(const Run& run);

}  // namespace cpm::cli
