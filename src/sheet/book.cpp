#include "sheet/book.h"

#include <algorithm>

#include "base/files.h"
#include "base/text.h"
#include "sheet/read_csv.h"
#include "sheet/read_xlsx.h"

namespace cpm::sheet {
namespace {

constexpr std::string_view kOldFile = "\xD0\xCF\x11\xE0";

std::variant<Book, Trouble> read_zipped(std::string_view bytes) {
  std::variant<Archive, Trouble> opened = Archive::open(bytes);
  if (Trouble* const trouble = std::get_if<Trouble>(&opened)) return std::move(*trouble);
  Archive& archive = std::get<Archive>(opened);
  if (archive.has("xl/workbook.xml")) return read_xlsx(archive);
  if (archive.has("content.xml")) return read_ods(archive);
  return Trouble{.reason = "it is an archive, but no spreadsheet that cpm reads",
                 .help = "open it in a spreadsheet program and save it as `.xlsx`, `.ods` or `.csv`"};
}

}  // namespace

const Cell& Sheet::cell(std::size_t row, std::size_t column) const {
  static const Cell kNone;
  return row < rows.size() && column < rows[row].size() ? rows[row][column] : kNone;
}

std::variant<Book, Trouble> read_book(std::string_view bytes, std::string_view name) {
  const std::string ending = base::lower(name.substr(std::min(name.size(), name.rfind('.'))));
  if (bytes.empty()) return Trouble{.reason = "the file is empty", .help = "save it again in the program that made it"};
  if (bytes.starts_with("PK")) return read_zipped(bytes);
  if (bytes.starts_with(kOldFile))
    return Trouble{.reason = "it is a file of Excel 2003 or older, or protected by a password",
                   .help = "open it in Excel and save it as `.xlsx`, without a password"};
  if (ending == ".csv" || ending == ".tsv" || ending == ".txt") {
    const std::string_view file = base::name_of(name);
    return read_csv(bytes, file.substr(0, file.rfind('.')));
  }
  return Trouble{.reason = "it is no spreadsheet that cpm reads",
                 .help = "save it as `.xlsx`, `.ods` or `.csv` in a spreadsheet program"};
}

std::string column_name(std::size_t column) {
  std::string name;
  for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26)
    name.insert(name.begin(), static_cast<char>('A' + (rest - 1) % 26));
  return name;
}

std::string cell_name(std::size_t row, std::size_t column) {
  return column_name(column) + std::to_string(row + 1);
}

}  // namespace cpm::sheet
