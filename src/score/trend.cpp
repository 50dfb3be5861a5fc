#include "score/trend.h"

#include <algorithm>
#include <unordered_map>

#include "base/assert.h"

namespace cpm::score {

namespace {

using Predecessors = std::unordered_map<const ItemScore*, const ItemScore*>;

/// For each Snapshot but the first: which of its items was which item of the one before.
std::vector<Predecessors> chain(const std::vector<const Scorecard*>& cards) {
  std::vector<Predecessors> links;
  for (std::size_t i = 1; i < cards.size(); ++i) {
    Predecessors& link = links.emplace_back();
    for (const ItemChange& common : compare(*cards[i - 1], *cards[i]).items) link.emplace(common.now, common.before);
  }
  return links;
}

/// The item at each date, the oldest first; empty when one of the Snapshots does not have it.
std::vector<const ItemScore*> followed_back(const ItemScore& newest, const std::vector<Predecessors>& links) {
  std::vector<const ItemScore*> scores = {&newest};
  for (std::size_t i = links.size(); i-- > 0;) {
    const auto before = links[i].find(scores.back());
    if (before == links[i].end()) return {};
    scores.push_back(before->second);
  }
  std::reverse(scores.begin(), scores.end());
  return scores;
}

void add_items(Trend& trend) {
  const std::vector<Predecessors> links = chain(trend.cards);
  const std::int64_t first_top = trend.cards.front()->top;
  const std::int64_t last_top = trend.cards.back()->top;
  for (const ItemScore& newest : trend.cards.back()->items) {
    TrendItem item{.scores = followed_back(newest, links)};
    if (item.scores.empty()) continue;
    item.change = change_between(*item.scores.front(), first_top, *item.scores.back(), last_top);
    trend.items.push_back(std::move(item));
  }
}

/// The common items of an area of the newest instrument, or all of them when `area` is nullptr, at each date.
std::vector<Figures> sums(const Trend& trend, const model::Area* area) {
  std::vector<Figures> result;
  for (std::size_t i = 0; i < trend.cards.size(); ++i) {
    std::vector<const ItemScore*> items;
    for (const TrendItem& common : trend.items)
      if (area == nullptr || common.scores.back()->area == area) items.push_back(common.scores[i]);
    result.push_back(figures(items, *trend.cards[i]->instrument));
  }
  return result;
}

bool same_text(const model::Instrument& a, const model::Instrument& b) {
  return a.id.value == b.id.value && a.version.value == b.version.value;
}

}  // namespace

Trend trend(const std::vector<const Scorecard*>& cards) {
  CPM_ASSERT(!cards.empty());
  Trend result;
  result.cards = cards;
  const model::Instrument& newest = *cards.back()->instrument;
  result.same_instrument = std::all_of(
      cards.begin(), cards.end(), [&newest](const Scorecard* card) { return same_text(*card->instrument, newest); });
  add_items(result);
  for (const model::Area& area : newest.areas) {
    TrendArea in_area{.area = &area, .figures = sums(result, &area)};
    if (in_area.figures.back().items > 0) result.areas.push_back(std::move(in_area));
  }
  result.total = sums(result, nullptr);
  return result;
}

std::size_t count(const Trend& trend, Change change) {
  return static_cast<std::size_t>(std::count_if(trend.items.begin(), trend.items.end(),
                                                [change](const TrendItem& item) { return item.change == change; }));
}

}  // namespace cpm::score
