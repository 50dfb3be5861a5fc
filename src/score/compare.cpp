#include "score/compare.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace cpm::score {

namespace {

/// Which items of the older Snapshot are still free, and which newer item has which of them.
struct Pairs {
  std::unordered_map<std::string_view, const ItemScore*> free;        ///< by id, of the older Snapshot
  std::unordered_map<const ItemScore*, const ItemScore*> before_now;  ///< newer item → older item
};

/// Both absent counts as unchanged.
bool same_revision(const model::Item& a, const model::Item& b) {
  return a.revision.given == b.revision.given && (!a.revision || *a.revision == *b.revision);
}

void pair_up(Pairs& pairs, const ItemScore& now, std::string_view id, bool any_revision) {
  const auto found = pairs.free.find(id);
  if (found == pairs.free.end()) return;
  if (!any_revision && !same_revision(*found->second->item, *now.item)) return;
  pairs.before_now.emplace(&now, found->second);
  pairs.free.erase(found);
}

/// The same id with the same revision is the same text, so it has its item before any `same_as` can take it.
Pairs pairs_of(const Scorecard& before, const Scorecard& now) {
  Pairs pairs;
  for (const ItemScore& item : before.items) pairs.free.emplace(item.item->id.value, &item);
  if (before.instrument->id.value == now.instrument->id.value)
    for (const ItemScore& item : now.items) pair_up(pairs, item, item.item->id.value, false);
  for (const ItemScore& item : now.items)
    if (item.item->same_as && !pairs.before_now.contains(&item)) pair_up(pairs, item, *item.item->same_as, true);
  return pairs;
}

void add_items(Comparison& comparison, const Pairs& pairs) {
  std::unordered_set<const ItemScore*> kept;
  for (const ItemScore& item : comparison.now->items) {
    const auto pair = pairs.before_now.find(&item);
    if (pair == pairs.before_now.end()) {
      comparison.added.push_back(&item);
      continue;
    }
    const ItemScore* old = pair->second;
    const Change change = change_between(*old, comparison.before->top, item, comparison.now->top);
    comparison.items.push_back(ItemChange{.before = old, .now = &item, .change = change});
    kept.insert(old);
  }
  for (const ItemScore& item : comparison.before->items)
    if (!kept.contains(&item)) comparison.removed.push_back(&item);
}

/// The common items of an area of the newer instrument, or all of them when `area` is nullptr: old ones and new ones.
AreaChange sums(const Comparison& comparison, const model::Area* area) {
  std::vector<const ItemScore*> old_items;
  std::vector<const ItemScore*> new_items;
  for (const ItemChange& common : comparison.items) {
    if (area != nullptr && common.now->area != area) continue;
    old_items.push_back(common.before);
    new_items.push_back(common.now);
  }
  return AreaChange{.area = area,
                    .before = figures(old_items, *comparison.before->instrument),
                    .now = figures(new_items, *comparison.now->instrument)};
}

void add_sums(Comparison& comparison) {
  for (const model::Area& area : comparison.now->instrument->areas) {
    AreaChange change = sums(comparison, &area);
    if (change.now.items > 0) comparison.areas.push_back(std::move(change));
  }
  AreaChange total = sums(comparison, nullptr);
  comparison.total_before = std::move(total.before);
  comparison.total_now = std::move(total.now);
}

}  // namespace

Comparison compare(const Scorecard& before, const Scorecard& now) {
  Comparison result;
  result.before = &before;
  result.now = &now;
  result.same_instrument = before.instrument->id.value == now.instrument->id.value &&
                           before.instrument->version.value == now.instrument->version.value;
  add_items(result, pairs_of(before, now));
  add_sums(result);
  return result;
}

Change change_between(const ItemScore& before, std::int64_t top_before, const ItemScore& now, std::int64_t top_now) {
  const bool was_scored = before.answer == Answer::scored;
  const bool is_scored = now.answer == Answer::scored;
  if (!was_scored) return is_scored ? Change::newly_rated : Change::unrated;
  if (!is_scored) return Change::no_longer_rated;
  const std::int64_t then_scaled = before.score * top_now;
  const std::int64_t now_scaled = now.score * top_before;
  if (then_scaled == now_scaled) return Change::same;
  return now_scaled > then_scaled ? Change::up : Change::down;
}

std::size_t count(const Comparison& comparison, Change change) {
  return static_cast<std::size_t>(std::count_if(comparison.items.begin(), comparison.items.end(),
                                                [change](const ItemChange& item) { return item.change == change; }));
}

}  // namespace cpm::score
