#pragma once
// What a plan aims at on the Snapshot that it follows, and what a later Snapshot says became of it.
#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "model/plan.h"
#include "model/workspace.h"
#include "score/compare.h"
#include "score/projection.h"

namespace cpm::score {

/// A score that a plan aims at.
struct Target {
  const model::PlanPriority* priority = nullptr;  ///< the first one that names the item
  const ItemScore* start = nullptr;               ///< its answer in the Snapshot that the plan follows
  std::int64_t aim = 0;
};

/// What a later Snapshot says of a target. `not_asked`: its instrument does not ask the same question.
enum class Reach { reached, not_reached, not_answered, not_applicable, not_asked };
inline constexpr std::size_t kReaches = 5;

struct TargetResult {
  Target target;
  const ItemScore* now = nullptr;  ///< nullptr: not asked
  Reach reach = Reach::not_asked;
};

/// Number of targets per result, in the order of Reach.
using ReachCounts = std::array<std::size_t, kReaches>;

/// The targets of a plan with all that is to be shown of them. Its parts point at each other: it can be moved, not copied.
struct PlanTargets {
  PlanTargets() = default;
  PlanTargets(PlanTargets&&) = default;
  PlanTargets& operator=(PlanTargets&&) = default;
  PlanTargets(const PlanTargets&) = delete;
  PlanTargets& operator=(const PlanTargets&) = delete;

  const model::Plan* plan = nullptr;
  Scorecard start;                      ///< of the Snapshot that the plan follows
  std::vector<Target> targets;          ///< by priority, in the order of the file; each item once; never empty
  std::optional<Scorecard> later = {};  ///< of a Snapshot after it
  std::vector<TargetResult> results;    ///< one for each target; empty without a later Snapshot
  /// Of the later Snapshot, else of the first: what if all targets were reached that are not reached yet?
  Projection ahead;
};

/// The targets of a plan on items of the Snapshot that it follows. Where two priorities disagree on an item, the higher one counts.
std::vector<Target> targets_of(const model::Plan& plan, const Scorecard& followed);

/// The scores aimed at, by item id. What is higher already stays as it is, and items that do not apply are left out.
ItemScores aims(const std::vector<Target>& targets);

/// What became of the targets in the newer Snapshot of the comparison; its older one is the Snapshot that the plan follows.
std::vector<TargetResult> results_of(const std::vector<Target>& targets, const Comparison& comparison);
ReachCounts counts_of(const std::vector<TargetResult>& results);

/// Does a later Snapshot ask at least one of the items again?
bool says_something(const std::vector<TargetResult>& results);

/// All of it for a document that holds a plan. Nothing when the plan has no targets or no Snapshot that can be scored.
/// `later`: a Snapshot after the one that it follows, or nullptr; one that asks none of the items again counts as none.
std::optional<PlanTargets> plan_targets(const model::Document& plan, const model::Document* later);

/// The common items of a comparison, with these scores in the older Snapshot: by area, as in the comparison, and all.
struct CommonAims {
  std::vector<Figures> areas;
  Figures total;
};
CommonAims aimed_at(const Comparison& comparison, const ItemScores& scores);

/// The newest final Snapshot after `earlier` up to the day, of the same county and of an instrument that takes up some of its
/// questions; nullptr when there is none. `fits`: which documents may be used at all.
const model::Document* newest_after(const model::Document& earlier, const model::Workspace& workspace,
                                    const std::function<bool(const model::Document&)>& fits);

}  // namespace cpm::score
