#pragma once
// A table of a county's own, whatever its heads: read by a map.
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

/// The key that names a column in a map: that of the record itself where the id is one of its columns.
std::string map_key(const Column& column);

}  // namespace cpm::exchange
