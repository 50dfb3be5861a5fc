// The priorities that a Snapshot hands to the plan: how many, with which items, in which order.
#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "base/text.h"
#include "rules/answers.h"
#include "rules/rule_table.h"
#include "rules/words.h"

namespace cpm::rules {
namespace {

using diag::Diagnostics;
using model::Snapshot;
using model::SnapshotPriority;

constexpr std::size_t kFewestSnapshotPriorities = 3;
constexpr std::size_t kMostSnapshotPriorities = 5;

void check_any(const Snapshot& snapshot, const Subject&, Diagnostics& findings) {
  if (!is_final(snapshot) || !snapshot.priorities.empty()) return;
  findings.add({.code = 403,
                .message = "this final Snapshot has no priorities",
                .span = snapshot.status.span,
                .help = "add the 3 to 5 `priorities` that the team chose, or set `status: draft`"});
}

void check_count(const Snapshot& snapshot, const Subject&, Diagnostics& findings) {
  const std::size_t count = snapshot.priorities.size();
  if (!is_final(snapshot) || count == 0 || (count >= kFewestSnapshotPriorities && count <= kMostSnapshotPriorities))
    return;
  // The first one too many, or the last of too few.
  const SnapshotPriority&
      place = snapshot.priorities[count > kMostSnapshotPriorities ? kMostSnapshotPriorities : count - 1];
  findings.add({.code = 404,
                .message = fmt::format("this final Snapshot has {}; 3 to 5 are usual",
                                       base::counted(count, "priority", "priorities")),
                .span = place_of(place.id, place.title, place.span),
                .help = count > kMostSnapshotPriorities ? "combine some, or leave some for the next Snapshot"
                                                        : "add what the team chose besides, if there is more"});
}

// Below the top value, or not yet answered in a draft: something to improve, as far as one can know.
bool is_gap(const Snapshot& snapshot, const model::Instrument& instrument, std::string_view item) {
  if (is_below_top(snapshot, instrument, item)) return true;
  return !is_final(snapshot) && !score_of(snapshot, item);
}

void check_gap(const Snapshot& snapshot, const Subject& subject, Diagnostics& findings) {
  const model::Instrument* const instrument = subject.document.instrument;
  if (instrument == nullptr) return;
  for (const SnapshotPriority& priority : snapshot.priorities) {
    const bool has_gap = std::any_of(priority.items.begin(), priority.items.end(), [&](const model::LocatedText& item) {
      return is_gap(snapshot, *instrument, *item);
    });
    if (has_gap || priority.reason.given) continue;
    findings.add({.code = 405,
                  .message = fmt::format("{} names {} and gives no reason", name_of(priority),
                                         priority.items.empty() ? "no items" : "no item below the top value"),
                  .span = priority.items.empty() ? place_of(priority.id, priority.title, priority.span)
                                                 : joined(priority.items.front().span, priority.items.back().span),
                  .help = "name the items to be improved, or say in `reason` why this is a priority",
                  .item = *priority.id});
  }
}

void check_area(const Snapshot& snapshot, const Subject& subject, Diagnostics& findings) {
  const model::Instrument* const instrument = subject.document.instrument;
  if (instrument == nullptr) return;
  for (const SnapshotPriority& priority : snapshot.priorities) {
    const model::Area* const area = priority.area.given ? model::find_area(*instrument, *priority.area) : nullptr;
    if (area == nullptr || priority.items.empty()) continue;
    const bool fits = std::any_of(priority.items.begin(), priority.items.end(), [&](const model::LocatedText& item) {
      return model::area_of(*instrument, *item) == area;
    });
    const model::Area* const other = model::area_of(*instrument, *priority.items.front());
    if (fits || other == nullptr) continue;
    findings.add({.code = 419,
                  .message = fmt::format("{} is filed under area {}, but its items belong to {}", name_of(priority),
                                         quoted(*priority.area), named("area", other->id, other->label)),
                  .span = priority.area.span,
                  .labels = {{joined(priority.items.front().span, priority.items.back().span), "its items"}},
                  .help = "correct `area`, or the items",
                  .item = *priority.id});
  }
}

void check_ranks(const Snapshot& snapshot, const Subject&, Diagnostics& findings) {
  std::map<std::int64_t, const SnapshotPriority*> first_of_rank;
  for (const SnapshotPriority& priority : snapshot.priorities) {
    if (!priority.rank.given) continue;
    const auto [first, is_new] = first_of_rank.emplace(*priority.rank, &priority);
    if (is_new) continue;
    findings.add({.code = 420,
                  .message = fmt::format("{} has rank {}, as priority {} has", name_of(priority), *priority.rank,
                                         quoted(*first->second->id)),
                  .span = priority.rank.span,
                  .labels = {{first->second->rank.span, "first given here"}},
                  .help = "give each priority a rank of its own, or none at all",
                  .item = *priority.id});
  }
}

constexpr Rule kSnapshotPriorityRules[] = {
    {"snapshot: priorities at all", kCodes<403>, on<Snapshot, check_any>},
    {"snapshot: number of priorities", kCodes<404>, on<Snapshot, check_count>},
    {"snapshot: gaps behind priorities", kCodes<405>, on<Snapshot, check_gap>},
    {"snapshot: areas of priorities", kCodes<419>, on<Snapshot, check_area>},
    {"snapshot: ranks of priorities", kCodes<420>, on<Snapshot, check_ranks>},
};

}  // namespace

std::span<const Rule> snapshot_priority_rules() {
  return kSnapshotPriorityRules;
}

}  // namespace cpm::rules
