#include "score/votes.h"

#include <algorithm>
#include <limits>

#include "base/ratio.h"

namespace cpm::score {

namespace {

void add(VoteFigures& sums, const ItemScore& item) {
  const Votes& votes = item.votes;
  sums.lowest = sums.items == 0 ? votes.lowest : std::min(sums.lowest, votes.lowest);
  sums.highest = sums.items == 0 ? votes.highest : std::max(sums.highest, votes.highest);
  sums.items += 1;
  sums.unanimous += votes.lowest == votes.highest ? 1 : 0;
  sums.split += votes.split ? 1 : 0;
  sums.outside += votes.outside ? 1 : 0;
  if (item.answer != Answer::scored) return;
  sums.votes = base::capped_sum(sums.votes, votes.voters);
  sums.agreeing = base::capped_sum(sums.agreeing, votes.agreeing);
}

AreaVotes& of_area(TeamVotes& team, const model::Area* area) {
  return *std::find_if(team.areas.begin(), team.areas.end(),
                       [area](const AreaVotes& votes) { return votes.area == area; });
}

}  // namespace

TeamVotes team_votes(const Scorecard& scorecard) {
  TeamVotes team;
  for (const AreaScore& area : scorecard.areas) team.areas.push_back({.area = area.area, .figures = {}});
  for (const ItemScore& item : scorecard.items) {
    if (item.votes.voters == 0) continue;
    add(of_area(team, item.area).figures, item);
    add(team.total, item);
    if (item.votes.split) team.split.push_back(&item);
    if (item.votes.outside) team.outside.push_back(&item);
  }
  return team;
}

std::optional<base::Ratio> agreement(const VoteFigures& figures) {
  if (figures.votes == 0) return std::nullopt;
  return base::Ratio{.numerator = figures.agreeing, .denominator = figures.votes};
}

std::optional<base::Ratio> agreement(const ItemScore& item) {
  if (item.answer != Answer::scored || item.votes.voters == 0) return std::nullopt;
  return base::Ratio{.numerator = item.votes.agreeing, .denominator = item.votes.voters};
}

}  // namespace cpm::score
