#pragma once
// What a report knows besides its numbers: the files it is about, and what the county lets it show.
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "model/workspace.h"
#include "score/outlook.h"
#include "score/targets.h"

namespace cpm::report {

/// What plans aim at, held against Snapshots.
using PlansTargets = std::span<const score::PlanTargets>;

/// What git told of earlier versions of the county's plans.
struct History {
  std::size_t versions = 0;  ///< that say something else than the one after them
  std::size_t plans = 0;     ///< files that they are of
  std::size_t unread = 0;    ///< versions that are no plan, or too large
  std::size_t most = 0;      ///< of a file are read
  bool shallow = false;      ///< older commits are not in this clone
  bool more = false;         ///< some file has more than `most`
};

struct Context {
  const model::Workspace& workspace;
  const model::Document& document;             ///< the file reported on
  bool contacts = true;                        ///< false (`--no-contacts`): no names, email, phone
  std::optional<std::int64_t> benchmark = {};  ///< percent, the county's own
  /// What the plan aims at, or each plan that follows the Snapshot; empty: nothing.
  PlansTargets targets = {};
  /// When open objectives of the plan may be reached; nullptr: too few steps have ended to say so.
  const score::Outlook* outlook = nullptr;
  std::optional<History> history = {};  ///< where it was asked for
};

}  // namespace cpm::report
