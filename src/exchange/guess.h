#pragma once
// A first map of a table of a county's own, guessed from its heads and from what stands below them.
#include <string>
#include <vector>

#include "exchange/grid.h"
#include "exchange/words.h"
#include "sheet/book.h"

namespace cpm::exchange {

/// As YAML, with the columns that nothing fits in comments.
std::string guessed_map(const sheet::Book& book, const std::vector<Grid>& grids, const Meaning& meaning,
                        const std::string& spreadsheet);

}  // namespace cpm::exchange
