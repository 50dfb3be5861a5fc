#pragma once
// Which records the rows of a table without ids are about.
#include <cstddef>
#include <vector>

#include "exchange/grid.h"
#include "exchange/reading.h"

namespace cpm::exchange {

/// By what they say in the column that names a record: of several records with the same words each row gets the one that agrees
/// with it in all that it says, else the next one that is left. A row without a record stays without a key.
void name_rows(std::vector<ReadRow>& rows, const Grid& grid, std::size_t title);

}  // namespace cpm::exchange
