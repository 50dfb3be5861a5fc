#pragma once
// A spreadsheet as cpm needs it: sheets of rows of cells, each cell with what it says. No formulas, no styles: of a formula the
// value that was saved with it.
#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace cpm::sheet {

struct Cell {
  enum class Kind { empty, text, number, flag, error };
  /// What its number format makes of a number.
  enum class Shown { plain, percent, day, month };

  Kind kind = Kind::empty;
  std::string text = {};  ///< of a text; the word of an error: `#N/A`
  double number = 0;      ///< of a number or a flag; of a day its serial number, counted from 1899-12-30
  Shown shown = Shown::plain;
  bool formula = false;
  bool from_merged = false;  ///< the value of the first of several cells that are one on the screen
};

using Row = std::vector<Cell>;

struct Sheet {
  std::string name;
  std::vector<Row> rows;  ///< rows and cells that are missing at the end are empty
  bool hidden = false;

  const Cell& cell(std::size_t row, std::size_t column) const;
};

struct Book {
  std::vector<Sheet> sheets;
  bool macros = false;  ///< it holds programs, which cpm never runs
  bool links = false;   ///< it takes values from other files, which cpm never opens
};

/// Why the bytes are no spreadsheet that cpm reads, and what to do.
struct Trouble {
  std::string reason;
  std::string help = {};
};

/// `name`: that of the file; its ending says what it is where the bytes do not. Reads .xlsx and .xlsm, .ods, .csv and .tsv.
/// Never more than the limits below, whatever the bytes say.
std::variant<Book, Trouble> read_book(std::string_view bytes, std::string_view name);

inline constexpr std::size_t kMostBytes = 16 << 20;     ///< of the file
inline constexpr std::size_t kMostUnpacked = 32 << 20;  ///< of all parts that are read
inline constexpr std::size_t kMostPart = 16 << 20;      ///< of one of them
inline constexpr std::size_t kMostSheets = 100;
inline constexpr std::size_t kMostRows = 20'000;  ///< of a sheet, up to the last one that says something
inline constexpr std::size_t kMostColumns = 512;
inline constexpr std::size_t kMostCells = 400'000;  ///< of all sheets

/// "F7", from row and column counted from 0.
std::string cell_name(std::size_t row, std::size_t column);
/// "AB" for 27.
std::string column_name(std::size_t column);

}  // namespace cpm::sheet
