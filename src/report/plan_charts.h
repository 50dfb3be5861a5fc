#pragma once
// Pictures of a plan: its steps over time, and the figures of its indicators.
#include <optional>

#include "report/chart.h"
#include "report/document.h"
#include "report/pages.h"

namespace cpm::report {

/// Nothing when no step has a date.
std::optional<Chart> steps_chart(const score::Progress& progress);
/// Nothing when no indicator has figures with dates.
std::optional<Chart> indicators_chart(const score::Progress& progress);
/// Steps done, overdue, coming up.
KeyFigures standing_figures(const score::Progress& progress);

/// A line for figures with dates up to the day; with the target where there is one.
Line series_line(std::string label, const std::vector<model::Measured>& series, const model::LocatedText& unit,
                 const model::LocatedDecimal& target, base::Date as_of);

/// Every line with its first and last figure and its target. Each line has a point.
std::string lines_in_words(const LineChart& chart);

}  // namespace cpm::report
