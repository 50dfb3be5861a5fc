#pragma once
// A table of a county's own, whatever its heads: read by a map, or a first map guessed from it.
#include <string>
#include <vector>

#include "exchange/reading.h"
#include "model/sheet_map.h"

namespace cpm::exchange {

struct MappedBook {
  ReadBook read;
  std::vector<std::string> wrong;  ///< what the map says and the spreadsheet or the file does not have
};

/// Rows without an id are those of the file that say the same in their title, else new.
MappedBook read_by_map(const sheet::Book& book, const model::SheetMap& map, const std::vector<Grid>& grids,
                       const format::Kind& kind, const Meaning& meaning);

/// As YAML, with the columns that nothing fits in comments.
std::string guessed_map(const sheet::Book& book, const std::vector<Grid>& grids, const std::string& spreadsheet);

}  // namespace cpm::exchange
