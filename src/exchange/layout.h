#pragma once
// The spreadsheet of a file: what its sheets hold, in which order, with which choices and explanations.
#include <string>
#include <vector>

#include "exchange/grid.h"
#include "exchange/stored.h"
#include "exchange/words.h"
#include "sheet/write_xlsx.h"

namespace cpm::exchange {

/// Of a file: `title` is how people call it ("Plan of Alder County, 2025-06-10").
struct Exported {
  const format::Kind& kind;
  std::string title;
  Origin origin;
  Meaning meaning;
  std::vector<Grid> grids;
};

sheet::Workbook workbook_of(const Exported& exported);

/// Heads of columns that only explain others, and that an import passes over.
bool is_explaining(std::string_view head);

}  // namespace cpm::exchange
