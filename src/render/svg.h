#pragma once
// Charts as SVG: readable in light and dark, by eye and by screen reader, figures in words beside every shape, no fonts or
// files fetched. Whole numbers only, so that the same figures give the same bytes.
#include <string>
#include <string_view>
#include <vector>

#include "report/chart.h"

namespace cpm::render {

/// A file of its own, with title and style.
std::string svg_file(const report::Chart& chart);
/// A part of an HTML page whose style knows charts: it stretches to the width there is. `id` is unique on the page and
/// begins with a letter.
std::string svg_inline(const report::Chart& chart, std::string_view id);

/// The chart in parts that each fit on a sheet of paper; mostly one.
std::vector<report::Chart> sheets_of(const report::Chart& chart);

}  // namespace cpm::render
