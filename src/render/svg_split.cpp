// A picture taller than a sheet of paper becomes several, so that a printed page never cuts through one.
#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "render/svg.h"

namespace cpm::render {
namespace {

using report::Chart;

/// About as much as Letter paper holds in its height.
constexpr std::size_t kMostSteps = 11;
constexpr std::size_t kMostLines = 6;
constexpr std::size_t kMostRows = 24;

std::vector<report::BarChart> parts_of(const report::BarChart& chart) {
  return {chart};
}
std::vector<report::StackChart> parts_of(const report::StackChart& chart) {
  return {chart};
}
std::vector<report::ShiftChart> parts_of(const report::ShiftChart& chart) {
  return {chart};
}

/// The same line of time in each; a group that goes on has its name again. A name takes the room of half a step.
std::vector<report::Gantt> parts_of(const report::Gantt& chart) {
  std::vector<report::Gantt> parts;
  std::size_t halves = 2 * kMostSteps;
  for (const report::GanttGroup& group : chart.groups) {
    bool begun = false;
    for (const report::GanttStep& step : group.steps) {
      const bool full = halves + (begun ? 2 : 3) > 2 * kMostSteps;
      if (full) parts.push_back({.first = chart.first, .last = chart.last, .as_of = chart.as_of, .groups = {}});
      if (full) halves = 0;
      if (full || !begun) {
        parts.back().groups.push_back({.label = group.label + (begun ? " (continued)" : ""), .steps = {}});
        ++halves;
      }
      parts.back().groups.back().steps.push_back(step);
      halves += 2;
      begun = true;
    }
  }
  return parts.empty() ? std::vector{chart} : parts;
}

std::vector<report::LineChart> parts_of(const report::LineChart& chart) {
  std::vector<report::LineChart> parts;
  for (std::size_t i = 0; i < chart.lines.size(); ++i) {
    if (i % kMostLines == 0) parts.push_back({.lines = {}, .percents = chart.percents});
    parts.back().lines.push_back(chart.lines[i]);
  }
  return parts.empty() ? std::vector{chart} : parts;
}

std::vector<report::HeatMap> parts_of(const report::HeatMap& chart) {
  std::vector<report::HeatMap> parts(1);
  std::size_t rows = 0;
  for (const report::HeatMapGrid& grid : chart.grids) {
    for (std::size_t i = 0; i < grid.rows.size(); ++i, ++rows) {
      const bool full = rows == kMostRows;
      if (full) parts.emplace_back();
      if (full) rows = 0;
      if (full || i == 0)
        parts.back().grids.push_back(
            {.title = grid.title + (i == 0 ? "" : " (continued)"), .columns = grid.columns, .rows = {}});
      parts.back().grids.back().rows.push_back(grid.rows[i]);
    }
  }
  return parts;
}

/// As many entries as fit; a lane that goes on has its name again.
std::vector<report::YearCalendar> parts_of(const report::YearCalendar& year) {
  std::vector<report::YearCalendar> parts;
  std::size_t rows = kMostRows;
  for (const report::YearLane& lane : year.lanes) {
    for (std::size_t i = 0; i < lane.entries.size(); ++i) {
      const bool full = rows + (i == 0 ? 2 : 1) > kMostRows;
      if (full) parts.push_back({.first = year.first, .as_of = year.as_of, .lanes = {}});
      if (full) rows = 0;
      if (full || i == 0) {
        parts.back().lanes.push_back({.label = lane.label + (i == 0 ? "" : " (continued)"), .entries = {}});
        ++rows;
      }
      parts.back().lanes.back().entries.push_back(lane.entries[i]);
      ++rows;
    }
  }
  return parts.empty() ? std::vector{year} : parts;
}

std::vector<report::Layers> parts_of(const report::Layers& layers) {
  return {layers};
}

template <class Shape>
std::vector<Chart> charts_of(const Chart& chart, std::vector<Shape> shapes) {
  if (shapes.size() == 1) return {chart};
  std::vector<Chart> charts;
  for (Shape& shape : shapes) {
    charts.push_back({.name = chart.name,
                      .title = fmt::format("{} ({} of {})", chart.title, charts.size() + 1, shapes.size()),
                      .description = charts.empty() ? chart.description : "Goes on with the picture before.",
                      .shape = std::move(shape)});
  }
  return charts;
}

}  // namespace

std::vector<Chart> sheets_of(const Chart& chart) {
  return std::visit([&chart](const auto& shape) { return charts_of(chart, parts_of(shape)); }, chart.shape);
}

}  // namespace cpm::render
