#pragma once
// A Snapshot that nobody has begun: without the examples and explanations that `cpm new` gives, which a spreadsheet has beside
// its cells.
#include <string>

#include "base/date.h"
#include "model/instrument.h"

namespace cpm::exchange {

std::string blank_snapshot(const std::string& county, base::Date date, const model::Instrument& instrument);

}  // namespace cpm::exchange
