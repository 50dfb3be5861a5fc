#pragma once
// What was exported, on a hidden sheet: so that an import can tell what has changed since, here and there.
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "exchange/grid.h"
#include "sheet/write_xlsx.h"

namespace cpm::exchange {

/// Where a spreadsheet comes from.
struct Origin {
  std::string version;  ///< of cpm
  std::string kind;     ///< of the file
  std::string file;     ///< its path inside its repository
  std::string print;    ///< fingerprint of all its values
};

struct Stored {
  Origin origin;
  /// By table, row and column, each named by its key; what is not there was empty.
  std::map<std::string, std::map<std::string, std::map<std::string, std::string>>> values;

  /// The rows of a table, in the order of the export.
  std::map<std::string, std::vector<std::string>> rows;

  bool has_row(const std::string& table, const std::string& row) const;
  std::string value(const std::string& table, const std::string& row, const std::string& column) const;
};

inline constexpr std::string_view kStoredSheet = "cpm";

sheet::Page stored_page(const Origin& origin, const std::vector<Grid>& grids);

/// Nothing when the book has no such sheet, or it was changed.
std::optional<Stored> stored_in(const sheet::Book& book);

}  // namespace cpm::exchange
