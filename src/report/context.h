#pragma once
// What a report knows besides its numbers: the files it is about, and what the county lets it show.
#include <cstdint>
#include <optional>
#include <span>

#include "model/workspace.h"
#include "score/targets.h"

namespace cpm::report {

/// What plans aim at, held against Snapshots.
using PlansTargets = std::span<const score::PlanTargets>;

struct Context {
  const model::Workspace& workspace;
  const model::Document& document;             ///< the file reported on
  bool contacts = true;                        ///< false (`--no-contacts`): no names, email, phone
  std::optional<std::int64_t> benchmark = {};  ///< percent, the county's own
  /// What the plan aims at, or each plan that follows the Snapshot; empty: nothing.
  PlansTargets targets = {};
};

}  // namespace cpm::report
