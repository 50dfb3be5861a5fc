#pragma once
// Pictures of what changed: between two Snapshots, and over more.
#include "report/chart.h"
#include "report/document.h"
#include "score/compare.h"
#include "score/trend.h"

namespace cpm::report {

Chart shift_chart(const score::Comparison& comparison);
/// Change of the total, items up and down.
KeyFigures change_figures(const score::Comparison& comparison);

Chart trend_chart(const score::Trend& trend);

}  // namespace cpm::report
