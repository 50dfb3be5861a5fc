#pragma once
// Dated figures as a table: what the pages on plans and logic models show of a `series`.
#include <string>
#include <vector>

#include "model/common.h"
#include "report/document.h"
#include "report/result.h"

namespace cpm::report {

/// The figures of one indicator, output or outcome.
struct Series {
  std::string name;
  const model::LocatedText& unit;
  const std::vector<model::Measured>& figures;
};

/// Adds a table with a row for each figure up to the day, by name and date, and its change since the one before; nothing when
/// there is no figure. `head`: what the names are, such as "Indicator".
void add_series(std::vector<Block>& blocks, const std::vector<Series>& all, std::string head, base::Date as_of);

/// `{date, value}` of every figure, in the order of the file.
Result series_result(const std::vector<model::Measured>& figures);

}  // namespace cpm::report
