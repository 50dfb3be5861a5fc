#pragma once
// `cpm new plan --from`: what a plan takes over from the Snapshot that it follows.
#include <memory>
#include <string>

#include "cli/commands.h"
#include "format/templates.h"

namespace cpm::cli {

struct Followed {
  std::unique_ptr<format::Loaded> loaded;         ///< the Snapshot and its surroundings
  const model::Instrument* instrument = nullptr;  ///< of the Snapshot
  std::string county;
  format::PlanStart start;
};

/// Throws UsageError when the path names no Snapshot, or one with errors.
Followed followed_snapshot(const Run& run, const std::string& path);

}  // namespace cpm::cli
