#pragma once
// A table of percents as a picture: rows and columns with a shade and the figure itself in each field. No layout here.
#include <optional>
#include <string>
#include <vector>

#include "base/ratio.h"

namespace cpm::report {

struct HeatMapRow {
  std::string label;
  std::vector<std::optional<base::Tenths>> percents;  ///< one per column; nothing: no percent
};

/// One grid; different instruments never share one.
struct HeatMapGrid {
  std::string title;
  std::vector<std::string> columns;
  std::vector<HeatMapRow> rows;
};

struct HeatMap {
  std::string title;
  std::string description;  ///< the picture in words, for readers who do not see it
  std::vector<HeatMapGrid> grids;
};

}  // namespace cpm::report
