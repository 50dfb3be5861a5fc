#include "score/projection.h"

namespace cpm::score {

namespace {

ItemScore with_score(const ItemScore& item, const ItemScores& scores) {
  ItemScore changed = item;
  const auto found = scores.find(*item.item->id);
  if (found == scores.end()) return changed;
  changed.answer = Answer::scored;
  changed.score = found->second;
  return changed;
}

/// The items of an area, or all of them when `area` is nullptr.
std::vector<const ItemScore*> items_in(const Scorecard& card, const model::Area* area) {
  std::vector<const ItemScore*> items;
  for (const ItemScore& item : card.items)
    if (area == nullptr || item.area == area) items.push_back(&item);
  return items;
}

/// Those items of the area that have this score, or nothing when it has none.
std::optional<Movers> movers_at(const Scorecard& card, const AreaScore& area, std::int64_t score) {
  Movers found{.area = area.area, .score = score};
  for (const ItemScore& item : card.items)
    if (item.area == area.area && item.answer == Answer::scored && item.score == score) found.items.push_back(&item);
  if (found.items.empty()) return std::nullopt;
  found.gain = {.numerator = card.top - score, .denominator = area.figures.possible};
  found.total_gain = {.numerator = card.top - score, .denominator = card.total.possible};
  return found;
}

}  // namespace

Figures projected(const std::vector<const ItemScore*>& items, const ItemScores& scores,
                  const model::Instrument& instrument) {
  std::vector<ItemScore> changed;
  changed.reserve(items.size());
  for (const ItemScore* item : items) changed.push_back(with_score(*item, scores));
  std::vector<const ItemScore*> pointers;
  for (const ItemScore& item : changed) pointers.push_back(&item);
  return figures(pointers, instrument);
}

Projection projection(const Scorecard& card, const ItemScores& scores) {
  Projection result;
  result.snapshot = card.snapshot;
  result.instrument = card.instrument;
  for (const ItemScore& item : card.items)
    if (const auto found = scores.find(*item.item->id); found != scores.end())
      result.items.push_back({.now = &item, .score = found->second});
  for (const AreaScore& area : card.areas)
    result.areas.push_back({.area = area.area,
                            .now = area.figures,
                            .then = projected(items_in(card, area.area), scores, *card.instrument)});
  result.total_now = card.total;
  result.total = projected(items_in(card, nullptr), scores, *card.instrument);
  return result;
}

std::optional<base::Ratio> change_of(const Figures& before, const Figures& now) {
  const auto then_share = share(before);
  const auto now_share = share(now);
  if (!then_share || !now_share) return {};
  return *now_share - *then_share;
}

std::vector<Movers> movers(const Scorecard& card) {
  std::vector<Movers> result;
  for (const AreaScore& area : card.areas) {
    std::size_t count = 0;
    for (const model::ScaleValue& value : card.instrument->scale) {
      if (count >= kFewestMovers || *value.value >= card.top) break;
      std::optional<Movers> found = movers_at(card, area, *value.value);
      if (!found) continue;
      count += found->items.size();
      result.push_back(std::move(*found));
    }
  }
  return result;
}

}  // namespace cpm::score
