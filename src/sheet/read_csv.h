#pragma once
// Texts between commas, semicolons or tabs.
#include <string_view>
#include <variant>

#include "sheet/book.h"

namespace cpm::sheet {

/// One sheet, named `name`. All cells are texts. UTF-8, UTF-16 with a byte order mark, or else Windows-1252, as Excel writes
/// on American PCs. The separator is what the first line has most of.
std::variant<Book, Trouble> read_csv(std::string_view bytes, std::string_view name);

}  // namespace cpm::sheet
