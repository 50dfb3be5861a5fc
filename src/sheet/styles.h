#pragma once
// The looks of cells in the .xlsx files that cpm writes.
#include <cstddef>
#include <string>

#include "sheet/write_xlsx.h"

namespace cpm::sheet {

/// The position of a look in the part that `styles_xml` writes.
enum class Look : std::size_t { plain, head, text, general, day, number, key, derived, title, heading, paragraph };

Look look_of(Column::Kind kind);
std::string styles_xml();

}  // namespace cpm::sheet
