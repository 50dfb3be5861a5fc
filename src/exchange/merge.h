#pragma once
// Three versions of a table become one: what was exported, what the spreadsheet says now, what the file says now. Cell by cell;
// nothing is written here.
#include <cstddef>
#include <optional>
#include <vector>

#include "exchange/difference.h"
#include "exchange/grid.h"
#include "exchange/reading.h"
#include "exchange/stored.h"

namespace cpm::exchange {

struct Merged {
  std::vector<Difference>
      differences;       ///< as they are to be done: values, new rows, then rows to be removed, from the last on
  std::size_t same = 0;  ///< changes that the file has already
};

/// `stored`: nothing when the spreadsheet does not know what was exported. Then each filled cell that differs from the file is a
/// change, and an empty cell or a row that is missing asks for nothing.
Merged merged(const std::vector<ReadTable>& tables, const std::vector<Grid>& file, const std::optional<Stored>& stored,
              const format::Kind& kind, const Meaning& meaning);

}  // namespace cpm::exchange
