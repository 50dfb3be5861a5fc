#include "score/workload.h"

#include <map>
#include <utility>

namespace cpm::score {
namespace {

using Months = std::map<std::chrono::year_month, std::size_t>;

struct Tally {
  Load load;
  Months months;
};

void add(Tally& tally, const model::Step& step, const Schedule& schedule) {
  tally.load.open += 1;
  const std::optional<base::Timeframe> date = schedule.next(step);
  if (date)
    tally.months[date->last.year() / date->last.month()] += 1;
  else
    tally.load.undated += 1;
}

}  // namespace

std::vector<Load> workload(const model::Plan& plan, const Schedule& schedule) {
  std::map<std::pair<bool, std::string>, Tally> tallies;  // those without a label sort last
  for (const model::Step& step : plan.steps) {
    if (!is_open(step)) continue;
    const std::string label = responsible_text(step, false);
    add(tallies[std::pair{label.empty(), label}], step, schedule);
    for (const model::LocatedText& name : step.with)
      if (*name != label) tallies[std::pair{false, *name}].load.takes_part += 1;
  }
  std::vector<Load> result;
  for (auto& [key, tally] : tallies) {
    Load& load = result.emplace_back(std::move(tally.load));
    load.label = key.second;
    for (const auto& [month, steps] : tally.months) load.months.push_back({.month = month, .steps = steps});
  }
  return result;
}

std::vector<const model::Step*> without_owner(const model::Plan& plan) {
  std::vector<const model::Step*> result;
  for (const model::Step& step : plan.steps)
    if (is_open(step) && responsible_text(step, true).empty()) result.push_back(&step);
  return result;
}

}  // namespace cpm::score
