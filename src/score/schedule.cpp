#include "score/schedule.h"

#include <algorithm>
#include <array>

namespace cpm::score {
namespace {

using base::Timeframe;

/// From `monitor_on` on, as long as the next one begins before the plan is reassessed.
std::vector<Timeframe> dates_of(const model::Step& step, const model::Plan& plan) {
  const Timeframe& first = *step.monitor_on;
  std::vector<Timeframe> dates{first};
  if (!plan.horizon.reassess) return dates;
  constexpr std::size_t kMost = 400;  // more than 30 years of months
  const int months = months_of(*step.monitor_every);
  for (int later = months; dates.size() < kMost; later += months) {
    const Timeframe next = base::moved(first, later);
    if (next.first > *plan.horizon.reassess) break;
    if (next != dates.back()) dates.push_back(next);
  }
  return dates;
}

int days_apart(const Timeframe& timeframe, base::Date day) {
  return std::max({base::days_between(day, timeframe.first), base::days_between(timeframe.last, day), 0});
}

/// The date nearest to a review; of two that are as near, the earlier one.
std::size_t nearest(const std::vector<Timeframe>& dates, base::Date review) {
  const auto after = std::ranges::lower_bound(dates, review, {}, &Timeframe::last);
  if (after == dates.begin()) return 0;
  const auto at = static_cast<std::size_t>(after - dates.begin());
  if (after == dates.end()) return at - 1;
  return days_apart(dates[at], review) < days_apart(dates[at - 1], review) ? at : at - 1;
}

}  // namespace

Schedule::Schedule(const model::Plan& plan, base::Date as_of) : plan_(plan), as_of_(as_of) {
  for (const model::Review& review : plan.reviews)
    if (review.step && review.date && *review.date <= as_of) reviews_[*review.step].push_back(*review.date);
}

std::optional<Timeframe> Schedule::next(const model::Step& step) const {
  if (step.monitor_on && !step.monitor_every) return *step.monitor_on;
  if (const std::optional<Monitoring> repeated = monitoring(step); repeated && repeated->next) return repeated->next;
  if (step.due) return *step.due;
  return std::nullopt;
}

std::optional<Monitoring> Schedule::monitoring(const model::Step& step) const {
  if (!step.monitor_on || !step.monitor_every) return std::nullopt;
  Monitoring result{.dates = dates_of(step, plan_), .missed = {}, .next = {}, .reviewed = 0};
  std::vector<bool> fulfilled(result.dates.size(), false);
  // A review more than one period before the first date is about something else.
  const base::Date earliest = base::moved(result.dates.front(), -months_of(*step.monitor_every)).first;
  if (const auto reviews = reviews_.find(*step.id); reviews != reviews_.end())
    for (const base::Date review : reviews->second)
      if (review >= earliest) fulfilled[nearest(result.dates, review)] = true;
  std::size_t after_last = 0;
  for (std::size_t i = 0; i < fulfilled.size(); ++i) {
    if (fulfilled[i]) after_last = i + 1;
    if (fulfilled[i]) ++result.reviewed;
    if (!fulfilled[i] && result.dates[i].last < as_of_) result.missed.push_back(result.dates[i]);
  }
  if (after_last < result.dates.size()) result.next = result.dates[after_last];
  return result;
}

int months_of(model::Rhythm rhythm) {
  constexpr std::array<int, 4> kMonths = {1, 3, 6, 12};  // in the order of model::Rhythm
  return kMonths[static_cast<std::size_t>(rhythm)];
}

}  // namespace cpm::score
