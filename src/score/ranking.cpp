#include "score/ranking.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <string_view>
#include <unordered_map>

#include "base/assert.h"

namespace cpm::score {

namespace {

/// An opportunity with what its place is decided by, worked out once.
struct Candidate {
  Opportunity found;
  std::optional<base::Ratio> area_share;
  // The three terms times 2w, so that every value is a whole number over the same denominator.
  std::int64_t gap = 0;
  std::int64_t importance = 0;
  std::int64_t feasibility = 0;
};

struct Judgments {
  std::unordered_map<std::string_view, const model::Feasibility*> of_item;
  std::unordered_map<std::string_view, const model::Feasibility*> of_opportunity;  ///< by item
};

using ItemIndex = std::unordered_map<std::string_view, const ItemScore*>;

/// The first judgment counts where a file has several; what is said of an item itself is kept apart, since it wins.
Judgments judgments_of(const model::Snapshot& snapshot) {
  Judgments result;
  if (!snapshot.analysis) return result;
  for (const model::Feasibility& judgment : snapshot.analysis->feasibility) {
    if (judgment.item) result.of_item.emplace(*judgment.item, &judgment);
    if (!judgment.opportunity) continue;
    const model::Remark* remark = model::find_opportunity(snapshot, *judgment.opportunity);
    if (remark == nullptr) continue;
    for (const model::LocatedText& item : remark->items) result.of_opportunity.emplace(*item, &judgment);
  }
  return result;
}

const model::Feasibility* find_judgment(const Judgments& judgments, std::string_view item) {
  if (const auto own = judgments.of_item.find(item); own != judgments.of_item.end()) return own->second;
  const auto shared = judgments.of_opportunity.find(item);
  return shared == judgments.of_opportunity.end() ? nullptr : shared->second;
}

/// 1 to 3, or 0 when it is not there or not one of these.
std::int64_t judged_value(const model::LocatedWhole& number) {
  return number && *number >= 1 && *number <= 3 ? *number : 0;
}

/// An item that does not apply cannot come first, and neither can the item itself.
bool comes_first(const ItemScore& needed, const ItemScore& item, std::int64_t top) {
  if (needed.item == item.item || needed.answer == Answer::not_applicable) return false;
  return needed.answer != Answer::scored || needed.score < top;
}

std::vector<const model::Item*> waits_for(const ItemScore& item, const ItemIndex& items, std::int64_t top) {
  std::vector<const model::Item*> result;
  for (const model::LocatedText& id : item.item->builds_on) {
    const auto needed = items.find(*id);
    if (needed == items.end() || !comes_first(*needed->second, item, top)) continue;
    if (std::find(result.begin(), result.end(), needed->second->item) == result.end())
      result.push_back(needed->second->item);
  }
  return result;
}

std::optional<base::Ratio> share_of_area(const Scorecard& card, const model::Area* area) {
  for (const AreaScore& row : card.areas)
    if (row.area == area) return share(row.figures);
  return std::nullopt;
}

Candidate candidate(const ItemScore& item, const Scorecard& card, const model::Feasibility* judgment) {
  Candidate result;
  result.found.item = &item;
  result.found.gap = {.numerator = card.top - item.score, .denominator = card.top};
  result.area_share = share_of_area(card, item.area);
  result.gap = 2 * (card.top - item.score);
  if (judgment == nullptr) return result;
  result.found.importance = judged_value(judgment->importance);
  result.found.feasibility = judged_value(judgment->feasibility);
  result.found.judged = result.found.importance > 0 && result.found.feasibility > 0;
  result.importance = card.top * (result.found.importance - 1);
  result.feasibility = card.top * (result.found.feasibility - 1);
  return result;
}

std::vector<Candidate> candidates(const Scorecard& card) {
  const Judgments judgments = judgments_of(*card.snapshot);
  ItemIndex items;
  for (const ItemScore& item : card.items) items.emplace(item.item->id.value, &item);
  std::vector<Candidate> result;
  for (const ItemScore& item : card.items) {
    if (item.answer != Answer::scored || item.score >= card.top) continue;
    result.push_back(candidate(item, card, find_judgment(judgments, item.item->id.value)));
    result.back().found.waits_for = waits_for(item, items, card.top);
  }
  return result;
}

/// The order among equal values: larger gap, more important, lower area percent (none last). Else instrument order,
/// since the sort is stable.
bool before_on_ties(const Candidate& a, const Candidate& b) {
  if (a.gap != b.gap) return a.gap > b.gap;
  if (a.importance != b.importance) return a.importance > b.importance;
  if (!a.area_share || !b.area_share) return a.area_share.has_value() && !b.area_share.has_value();
  return *a.area_share < *b.area_share;
}

/// The value times 2w(a + b + c).
std::int64_t weighed(const Candidate& candidate, const Weights& weights) {
  return weights.gap * candidate.gap + weights.importance * candidate.importance +
         weights.feasibility * candidate.feasibility;
}

/// Counts those that are among the first `top` with these weights: for certain when their value is above that of the next one
/// after them, perhaps when it is not below that of the last one. `values` and `ordered` are scratch.
void count_first(std::vector<Candidate>& judged, const Weights& weights, std::size_t top,
                 std::vector<std::int64_t>& values, std::vector<std::int64_t>& ordered) {
  for (std::size_t i = 0; i < judged.size(); ++i) values[i] = weighed(judged[i], weights);
  ordered = values;
  const auto first_out = ordered.begin() + static_cast<std::ptrdiff_t>(top);
  const bool all = first_out == ordered.end();
  if (!all) std::nth_element(ordered.begin(), first_out, ordered.end(), std::greater<>{});
  const std::int64_t last_in = *std::min_element(ordered.begin(), first_out);
  for (std::size_t i = 0; i < judged.size(); ++i) {
    judged[i].found.holds += all || values[i] > *first_out ? 1 : 0;
    judged[i].found.holds_at_most += values[i] >= last_in ? 1 : 0;
  }
}

void count_weightings(std::vector<Candidate>& judged, std::size_t top) {
  if (judged.empty() || top == 0) return;
  std::vector<std::int64_t> values(judged.size());
  std::vector<std::int64_t> ordered(judged.size());
  const std::size_t held = std::min(top, judged.size());
  for (std::int64_t gap = 0; gap <= kWeightingSum; ++gap) {
    for (std::int64_t importance = 0; importance <= kWeightingSum - gap; ++importance) {
      const std::int64_t feasibility = kWeightingSum - gap - importance;
      count_first(judged, {.gap = gap, .importance = importance, .feasibility = feasibility}, held, values, ordered);
    }
  }
}

std::vector<Opportunity> ranked(std::vector<Candidate> judged, const Scorecard& card, const RankingOptions& options) {
  std::stable_sort(judged.begin(), judged.end(), before_on_ties);
  count_weightings(judged, options.top);
  const Weights& weights = options.weights;
  std::stable_sort(judged.begin(), judged.end(), [&weights](const Candidate& a, const Candidate& b) {
    return weighed(a, weights) > weighed(b, weights);
  });
  const std::int64_t whole = 2 * card.top * (weights.gap + weights.importance + weights.feasibility);
  std::vector<Opportunity> result;
  for (Candidate& next : judged) {
    next.found.value = {.numerator = weighed(next, weights), .denominator = whole};
    next.found.rank = static_cast<int>(result.size()) + 1;
    if (!result.empty() && result.back().value == next.found.value) {
      next.found.rank = result.back().rank;
      next.found.shared = result.back().shared = true;
    }
    result.push_back(std::move(next.found));
  }
  return result;
}

/// By gap; equal ones stay in instrument order.
std::vector<Opportunity> by_gap(std::vector<Candidate> unjudged) {
  std::stable_sort(unjudged.begin(), unjudged.end(),
                   [](const Candidate& a, const Candidate& b) { return a.gap > b.gap; });
  std::vector<Opportunity> result;
  for (Candidate& next : unjudged) result.push_back(std::move(next.found));
  return result;
}

}  // namespace

bool usable(const Weights& weights) {
  const auto in_range = [](std::int64_t weight) { return weight >= 0 && weight <= kMostWeight; };
  const bool all = in_range(weights.gap) && in_range(weights.importance) && in_range(weights.feasibility);
  return all && weights.gap + weights.importance + weights.feasibility > 0;
}

Ranking ranking(const Scorecard& scorecard, const RankingOptions& options) {
  CPM_ASSERT(usable(options.weights));
  std::vector<Candidate> judged;
  std::vector<Candidate> unjudged;
  for (Candidate& next : candidates(scorecard)) {
    std::vector<Candidate>& group = next.found.judged ? judged : unjudged;
    group.push_back(std::move(next));
  }
  Ranking result;
  result.scorecard = &scorecard;
  result.options = options;
  result.judged = ranked(std::move(judged), scorecard, options);
  result.unjudged = by_gap(std::move(unjudged));
  return result;
}

}  // namespace cpm::score
