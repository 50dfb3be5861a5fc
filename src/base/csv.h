#pragma once
// Cells of comma-separated values: what has to stand between quotes, and which texts a spreadsheet would take for a formula.
#include <string>
#include <string_view>

namespace cpm::base {

/// A spreadsheet runs a text that begins so, spaces aside, as a formula. An apostrophe in front makes it show the text instead.
bool csv_would_be_run(std::string_view text);

/// In quotes where the text needs them: commas, quotes, line ends.
std::string csv_quoted(std::string_view text);

}  // namespace cpm::base
