#pragma once
// Values of which a record has only one: a leader is a role or a team. A spreadsheet has a cell for each of them.
#include <vector>

#include "exchange/difference.h"
#include "exchange/reading.h"

namespace cpm::exchange {

/// Where a row fills in more than one of them, the change that would take the place of another value becomes a problem.
/// `differences`: those of this table.
void refuse_second_of_one(const ReadTable& sheet, const Grid& file, const format::Kind& kind,
                          std::vector<Difference>& differences);

}  // namespace cpm::exchange
