// What the plans of a region's counties aim at on their newest Snapshots, and what became of the targets before.
#include <algorithm>
#include <tuple>

#include "score/region.h"

namespace cpm::score {

namespace {

using model::Document;
using Documents = std::vector<const Document*>;

/// The newest plan up to the day that follows one of these Snapshots, as others are history; of one day the one with the later
/// path. nullptr when there is none.
const Document* newest_plan(const Documents& plans, const Documents& snapshots, base::Date as_of) {
  const Document* newest = nullptr;
  const auto age = [](const Document* plan) {
    return std::tuple{*model::content_of<model::Plan>(*plan).date, std::string_view{plan->path}};
  };
  for (const Document* plan : plans) {
    const model::LocatedDate& date = model::content_of<model::Plan>(*plan).date;
    if (!date || *date > as_of || std::ranges::find(snapshots, plan->snapshot) == snapshots.end()) continue;
    if (newest == nullptr || age(plan) > age(newest)) newest = plan;
  }
  return newest;
}

std::optional<PlanTargets> newest_targets(const Documents& plans, const Documents& snapshots, const Document* later,
                                          base::Date as_of) {
  const Document* const plan = newest_plan(plans, snapshots, as_of);
  return plan == nullptr ? std::nullopt : plan_targets(*plan, later);
}

}  // namespace

void add_targets(CountyView& view, const Documents& snapshots, const Documents& plans, base::Date as_of) {
  const Document* const now = snapshots.back();
  view.ahead = newest_targets(plans, {now}, nullptr, as_of);
  view.earlier = newest_targets(plans, {snapshots.begin(), snapshots.end() - 1}, now, as_of);
  if (view.earlier && !view.earlier->later) view.earlier.reset();
}

}  // namespace cpm::score
