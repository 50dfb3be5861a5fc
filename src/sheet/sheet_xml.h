#pragma once
// One sheet of an .xlsx file as XML.
#include <string>
#include <vector>

#include "sheet/write_xlsx.h"

namespace cpm::sheet {

/// The choices of all columns: each list once, a column of a sheet of their own.
class Choices {
 public:
  /// As a formula; empty: there is nothing to choose from.
  std::string range(const std::vector<std::string>& choices);
  Page page() const;
  bool empty() const { return lists_.empty(); }

 private:
  void add_list(std::size_t column, Page& page) const;

  std::vector<std::vector<std::string>> lists_;
};

/// "$C$7", from row and column counted from 0.
std::string absolute_name(std::size_t row, std::size_t column);

/// `title`: of the workbook, for the head of printed pages.
std::string table_xml(const Page& page, const std::string& title, Choices& choices);
std::string notes_xml(const Notes& notes, const std::string& title);

inline constexpr const char* kMainSpace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

}  // namespace cpm::sheet
