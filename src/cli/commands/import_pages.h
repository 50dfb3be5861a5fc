#pragma once
// What `cpm import` answers: for people and for programs.
#include <optional>
#include <string>
#include <vector>

#include "cli/importing.h"
#include "exchange/stored.h"
#include "report/document.h"
#include "report/result.h"
#include "sheet/book.h"

namespace cpm::cli {

/// A spreadsheet on its way home.
struct Coming {
  std::string spreadsheet;
  sheet::Book book = {};
  std::optional<exchange::Stored> stored = {};
  std::string file = {};  ///< that takes the changes
  bool fresh = false;     ///< it is not there yet
  std::string before = {};
  std::vector<std::string> remarks = {};
  std::size_t same = 0;
  Taken taken = {};
  std::string guess = {};  ///< at a map, where that was asked for
  std::string diff = {};
};

/// `shown`: nothing is written.
report::Document import_page(const Coming& coming, bool shown);
report::Result import_result(const Coming& coming, bool shown);

}  // namespace cpm::cli
