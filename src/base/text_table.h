#pragma once
// Tables in plain text for terminals. Knows columns and widths, nothing of what the cells mean.
#include <cstddef>
#include <string>
#include <vector>

namespace cpm::base {

struct TextColumn {
  std::string head;
  bool right = false;  ///< numbers stand at the right
};

/// Header, a line of '-', then the rows; two spaces between columns, none at line ends, a line feed after each line.
/// Cells are broken at spaces so that the table fits `width` columns (0: no limit), as far as the longest words allow.
/// Without any head there is no header. Missing cells at the end of a row are empty.
std::string text_table(const std::vector<TextColumn>& columns, const std::vector<std::vector<std::string>>& rows,
                       std::size_t width);

}  // namespace cpm::base
