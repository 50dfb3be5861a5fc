#pragma once
// Where the columns of a county's own spreadsheet go (`cpm import --map`): reach.md section 3.
#include <vector>

#include "model/common.h"

namespace cpm::model {

/// One column: what stands below a head, or the same value in every row.
struct MappedColumn {
  Span span;
  LocatedText to;    ///< the key of the record: "action", "responsible.role"
  LocatedText head;  ///< as the spreadsheet has it
  LocatedText value;
};

struct MappedSheet {
  Span span;
  LocatedText sheet;   ///< its name; empty: the only one
  LocatedText table;   ///< "Steps"
  LocatedWhole heads;  ///< the row of the heads, counted from 1
  std::vector<MappedColumn> columns;
};

struct SheetMap {
  Heading heading;
  LocatedText about;
  std::vector<MappedSheet> sheets;
};

}  // namespace cpm::model
