#pragma once
// Pictures of one Snapshot: percents of the areas, and how many items stand at each value.
#include <cstdint>
#include <optional>

#include "report/chart.h"
#include "report/document.h"
#include "score/scorecard.h"

namespace cpm::report {

Chart area_chart(const score::Scorecard& card, const std::optional<std::int64_t>& benchmark = {});
Chart distribution_chart(const score::Scorecard& card);
/// Percent, points, items scored.
KeyFigures score_figures(const score::Scorecard& card);

}  // namespace cpm::report
