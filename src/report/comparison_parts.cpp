#include "report/comparison_parts.h"

#include "report/wording.h"

namespace cpm::report {

namespace {

constexpr ChangeGroup kGroups[] = {
    {score::Change::up, "Items up", "Items with a higher score than before", "up"},
    {score::Change::down, "Items down", "Items with a lower score than before", "down"},
    {score::Change::same, "Items unchanged", "Items with the same score as before", "same"},
    {score::Change::newly_rated, "Newly rated", "Items that had no score before", "newly_rated"},
    {score::Change::no_longer_rated, "No longer rated", "Items that have no score now", "no_longer_rated"},
    {score::Change::unrated, "Rated at neither date", "Items without a score at both dates", "unrated"},
};

}  // namespace

std::span<const ChangeGroup> change_groups() {
  return kGroups;
}

std::optional<base::Ratio> change_of(const score::Figures& before, const score::Figures& now) {
  const auto then_share = score::share(before);
  const auto now_share = score::share(now);
  if (!then_share || !now_share) return {};
  return *now_share - *then_share;
}

Cell change_cell(const score::Figures& before, const score::Figures& now) {
  const auto change = change_of(before, now);
  if (!change) return text_cell("no change to state");
  const base::Tenths points = base::percent(*change);
  return Cell{.text = base::to_signed_text(points), .number = points};
}

std::string movement_text(const score::Figures& before, const score::Figures& now) {
  const auto change = change_of(before, now);
  const std::string then_text = percent_text(score::share(before));
  const std::string now_text = percent_text(score::share(now));
  if (!change) return "cannot be compared: " + then_text + " then, " + now_text + " now";
  const base::Tenths points = base::percent(*change);
  if (change->numerator == 0) return "is unchanged at " + now_text;
  const bool up = change->numerator > 0;
  const std::string size = base::to_text(base::Tenths{up ? points.value : -points.value});
  return (up ? "rose from " : "fell from ") + then_text + " to " + now_text + (up ? ", up " : ", down ") + size +
         " points";
}

}  // namespace cpm::report
