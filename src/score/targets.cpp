#include "score/targets.h"

#include <algorithm>
#include <unordered_map>

namespace cpm::score {

namespace {

/// At most as far from the top of its own scale as `aim` from the top of the other one?
bool is_reached(std::int64_t score, std::int64_t top, std::int64_t aim, std::int64_t top_of_aim) {
  return score * top_of_aim >= aim * top;
}

Reach reach_of(const Target& target, std::int64_t top_of_aim, const ItemScore& now, std::int64_t top) {
  if (now.answer == Answer::not_applicable) return Reach::not_applicable;
  if (now.answer != Answer::scored) return Reach::not_answered;
  return is_reached(now.score, top, target.aim, top_of_aim) ? Reach::reached : Reach::not_reached;
}

/// The lowest value of the later scale that reaches the target.
std::int64_t aim_on(const model::Instrument& later, const Target& target, std::int64_t top_of_aim) {
  const std::int64_t top = model::top_value(later);
  for (const model::ScaleValue& value : later.scale)
    if (is_reached(*value.value, top, target.aim, top_of_aim)) return *value.value;
  return top;
}

/// The scores of the later Snapshot's items that its targets still ask for.
ItemScores open_aims(const std::vector<TargetResult>& results, std::int64_t top_of_aim, const Scorecard& later) {
  ItemScores scores;
  for (const TargetResult& result : results)
    if (result.reach == Reach::not_reached || result.reach == Reach::not_answered)
      scores[*result.now->item->id] = aim_on(*later.instrument, result.target, top_of_aim);
  return scores;
}

/// The same instrument, or one that takes up some of its questions.
bool takes_up(const model::Instrument& later, const model::Instrument& earlier) {
  if (*later.id == *earlier.id) return true;
  return std::ranges::any_of(later.areas, [&](const model::Area& area) {
    return std::ranges::any_of(area.items, [&](const model::Item& item) {
      return item.same_as.given && model::find_item(earlier, *item.same_as) != nullptr;
    });
  });
}

bool continues(const model::Document& later, const model::Document& earlier, base::Date as_of) {
  const auto& now = std::get<model::Snapshot>(later.content);
  const auto& before = std::get<model::Snapshot>(earlier.content);
  const bool is_final = now.status && *now.status == model::DocumentStatus::final;
  return is_final && *now.date > *before.date && *now.date <= as_of && *now.county == *before.county &&
         takes_up(*later.instrument, *earlier.instrument);
}

}  // namespace

std::vector<Target> targets_of(const model::Plan& plan, const Scorecard& followed) {
  std::vector<Target> targets;
  for (const model::PlanPriority& priority : plan.priorities) {
    for (const auto& [item, score] : priority.targets) {
      const ItemScore* const start = find_item(followed, *item);
      if (start == nullptr || !score) continue;
      const auto named = std::ranges::find(targets, start, &Target::start);
      if (named == targets.end())
        targets.push_back({.priority = &priority, .start = start, .aim = *score});
      else
        named->aim = std::max(named->aim, *score);
    }
  }
  return targets;
}

ItemScores aims(const std::vector<Target>& targets) {
  ItemScores scores;
  for (const Target& target : targets) {
    if (target.start->answer == Answer::not_applicable) continue;
    scores[*target.start->item->id] = std::max(target.aim, target.start->score);
  }
  return scores;
}

std::vector<TargetResult> results_of(const std::vector<Target>& targets, const Comparison& comparison) {
  std::unordered_map<const ItemScore*, const ItemScore*> now_of;
  for (const ItemChange& common : comparison.items) now_of.emplace(common.before, common.now);
  std::vector<TargetResult> results;
  for (const Target& target : targets) {
    TargetResult& result = results.emplace_back(TargetResult{.target = target});
    const auto found = now_of.find(target.start);
    if (found == now_of.end()) continue;
    result.now = found->second;
    result.reach = reach_of(target, comparison.before->top, *result.now, comparison.now->top);
  }
  return results;
}

ReachCounts counts_of(const std::vector<TargetResult>& results) {
  ReachCounts counts{};
  for (const TargetResult& result : results) counts[static_cast<std::size_t>(result.reach)] += 1;
  return counts;
}

bool says_something(const std::vector<TargetResult>& results) {
  return std::ranges::any_of(results, [](const TargetResult& result) { return result.reach != Reach::not_asked; });
}

std::optional<PlanTargets> plan_targets(const model::Document& plan, const model::Document* later) {
  const model::Document* const followed = plan.snapshot;
  const auto* snapshot = followed == nullptr ? nullptr : model::content_as<model::Snapshot>(*followed);
  if (snapshot == nullptr || followed->instrument == nullptr) return std::nullopt;
  PlanTargets made;
  made.plan = &model::content_of<model::Plan>(plan);
  made.start = scorecard(*snapshot, *followed->instrument);
  made.targets = targets_of(*made.plan, made.start);
  if (made.targets.empty()) return std::nullopt;
  if (later != nullptr) {
    made.later = scorecard(model::content_of<model::Snapshot>(*later), *later->instrument);
    made.results = results_of(made.targets, compare(made.start, *made.later));
  }
  if (says_something(made.results)) {
    made.ahead = projection(*made.later, open_aims(made.results, made.start.top, *made.later));
  } else {
    made.later.reset();
    made.results.clear();
    made.ahead = projection(made.start, aims(made.targets));
  }
  return made;
}

CommonAims aimed_at(const Comparison& comparison, const ItemScores& scores) {
  const auto sums = [&](const model::Area* area) {
    std::vector<const ItemScore*> items;
    for (const ItemChange& common : comparison.items)
      if (area == nullptr || common.now->area == area) items.push_back(common.before);
    return projected(items, scores, *comparison.before->instrument);
  };
  CommonAims result;
  for (const AreaChange& area : comparison.areas) result.areas.push_back(sums(area.area));
  result.total = sums(nullptr);
  return result;
}

const model::Document* newest_after(const model::Document& earlier, const model::Workspace& workspace,
                                    const std::function<bool(const model::Document&)>& fits) {
  const model::Document* newest = nullptr;
  const auto date = [](const model::Document& document) { return *std::get<model::Snapshot>(document.content).date; };
  for (const model::Document* other : model::documents_of<model::Snapshot>(workspace)) {
    if (other->home != earlier.home || other->past || other->instrument == nullptr || !fits(*other)) continue;
    if (!continues(*other, earlier, workspace.as_of)) continue;
    if (newest == nullptr || date(*other) >= date(*newest)) newest = other;
  }
  return newest;
}

}  // namespace cpm::score
