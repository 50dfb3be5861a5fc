#include "exchange/row_names.h"

#include <algorithm>
#include <map>
#include <string>

#include "format/labels.h"

namespace cpm::exchange {
namespace {

struct SameWords {
  std::vector<ReadRow*> rows;
  std::vector<const GridRow*> records;  ///< that no row is about yet
};

bool agrees(const ReadRow& row, const GridRow& record, const Grid& grid) {
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const ReadCell& cell = row.cells[i];
    if (cell.there && !cell.said.value.empty() && !is_same(cell.said.value, record.values[i], grid.columns[i]))
      return false;
  }
  return true;
}

void name(ReadRow& row, SameWords& same, std::vector<const GridRow*>::iterator record) {
  row.key = (*record)->key;
  same.records.erase(record);
}

void name_all(SameWords& same, const Grid& grid) {
  for (ReadRow* const row : same.rows) {
    const auto fits = [&](const GridRow* record) { return agrees(*row, *record, grid); };
    if (const auto found = std::ranges::find_if(same.records, fits); found != same.records.end())
      name(*row, same, found);
  }
  for (ReadRow* const row : same.rows)
    if (row->key.empty() && !same.records.empty()) name(*row, same, same.records.begin());
}

}  // namespace

void name_rows(std::vector<ReadRow>& rows, const Grid& grid, std::size_t title) {
  std::map<std::string, SameWords> by_words;
  for (ReadRow& row : rows)
    if (row.key.empty() && title < row.cells.size())
      if (const std::string form = format::label_form(row.cells[title].said.value); !form.empty())
        by_words[form].rows.push_back(&row);
  for (const GridRow& record : grid.rows)
    if (title < record.values.size())
      if (const auto known = by_words.find(format::label_form(record.values[title])); known != by_words.end())
        known->second.records.push_back(&record);
  for (auto& [form, same] : by_words) name_all(same, grid);
}

}  // namespace cpm::exchange
