#pragma once
// The two zipped formats.
#include <variant>

#include "sheet/zip.h"

namespace cpm::sheet {

/// Office Open XML: Excel, Google's export, LibreOffice.
std::variant<Book, Trouble> read_xlsx(Archive& archive);
/// OpenDocument: LibreOffice.
std::variant<Book, Trouble> read_ods(Archive& archive);

}  // namespace cpm::sheet
