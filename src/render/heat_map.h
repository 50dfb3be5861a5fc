#pragma once
// A heat map as SVG: readable in light and dark, by eye and by screen reader, printed figures in every field, no fonts or
// files fetched. Whole numbers only, so that the same figures give the same bytes.
#include <string>

#include "report/heat_map.h"

namespace cpm::render {

std::string write_heat_map(const report::HeatMap& map);

}  // namespace cpm::render
