#pragma once
// A file of the county as the tables of a spreadsheet.
#include <string>
#include <vector>

#include "exchange/grid.h"
#include "yaml/reader.h"

namespace cpm::exchange {

struct FileTables {
  const format::Kind* kind = nullptr;  ///< nullptr: it cannot be read, or says no kind
  std::vector<Grid> grids;             ///< none for kinds that have no spreadsheet
  std::string print;                   ///< fingerprint of all its values
  std::string county;
  std::string date;
};

FileTables tables_in(const std::string& bytes, const yaml::Limits& limits, const model::Instrument* instrument);

}  // namespace cpm::exchange
