#pragma once
// One function for each shape of a chart; svg.cpp writes what is around them.
#include "render/svg_canvas.h"
#include "report/chart.h"

namespace cpm::render {

void draw(Canvas& canvas, const report::BarChart& chart);
void draw(Canvas& canvas, const report::StackChart& chart);
void draw(Canvas& canvas, const report::ShiftChart& chart);
void draw(Canvas& canvas, const report::Gantt& chart);
void draw(Canvas& canvas, const report::LineChart& chart);
void draw(Canvas& canvas, const report::HeatMap& chart);

/// A line with 0, 50 and 100 percent and thin lines up to `top`, drawn behind what is there.
void draw_percent_axis(Canvas& canvas, std::int64_t top);

}  // namespace cpm::render
