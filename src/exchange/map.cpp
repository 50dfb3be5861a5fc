#include "exchange/map.h"

#include <algorithm>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "exchange/heads.h"
#include "exchange/new_rows.h"
#include "exchange/row_names.h"
#include "format/labels.h"

namespace cpm::exchange {
namespace {

using model::MappedColumn;
using model::MappedSheet;
using sheet::Sheet;

class MapReader {
 public:
  MapReader(const sheet::Book& book, const std::vector<Grid>& grids, const format::Kind& kind, const Meaning& meaning)
      : book_(book), grids_(grids), kind_(kind), meaning_(meaning) {
    meaning_.own_table = true;
  }

  MappedBook read(const model::SheetMap& map) && {
    for (const MappedSheet& each : map.sheets) read_sheet(each);
    remark_book(book_, out_.read.remarks);
    return std::move(out_);
  }

 private:
  const Sheet* sheet_named(const MappedSheet& mapped) {
    if (!mapped.sheet.given && !book_.sheets.empty()) return &book_.sheets.front();
    const std::string form = format::label_form(mapped.sheet.value);
    for (const Sheet& sheet : book_.sheets)
      if (format::label_form(sheet.name) == form) return &sheet;
    std::vector<std::string> names;
    for (const Sheet& sheet : book_.sheets) names.push_back(base::ticked(sheet.name));
    out_.wrong.push_back(fmt::format("the spreadsheet has no sheet {}; it has {}", base::ticked(mapped.sheet.value),
                                     base::joined(names)));
    return nullptr;
  }

  const Grid* grid_named(const MappedSheet& mapped) {
    const Table* const table = find_table(kind_, mapped.table.value);
    const auto found = std::ranges::find(grids_, table, &Grid::table);
    if (table != nullptr && found != grids_.end() && table->rows != Rows::fields) return &*found;
    std::vector<std::string> names;
    for (const Grid& grid : grids_)
      if (grid.table->rows != Rows::fields) names.push_back(base::ticked(grid.table->sheet));
    out_.wrong.push_back(fmt::format("a {} has no table {}; it has {}", kind_.one, base::ticked(mapped.table.value),
                                     base::joined(names)));
    return nullptr;
  }

  void read_sheet(const MappedSheet& mapped) {
    const Sheet* const sheet = sheet_named(mapped);
    const Grid* const grid = grid_named(mapped);
    if (sheet == nullptr || grid == nullptr) return;
    const auto heads = static_cast<std::size_t>(mapped.heads.given ? mapped.heads.value - 1 : 0);
    Placed placed{.located = {.grid = grid, .first_row = heads + 1, .columns = {}}, .fixed = {}};
    placed.located.columns.resize(grid->columns.size());
    for (const MappedColumn& column : mapped.columns) place(column, *sheet, heads, placed);
    remark_left_out(*sheet, heads, placed);
    ReadTable table = read_table(*sheet, placed.located, meaning_, out_.read.remarks);
    for (ReadRow& row : table.rows) complete(row, placed);
    if (!placed.located.columns.front()) name_rows(table.rows, *grid, title_column(*grid));
    out_.read.tables.push_back(std::move(table));
  }

  /// Where the values of a table come from.
  struct Placed {
    Located located;
    std::map<std::size_t, std::string> fixed;  ///< what a column says in each row

    bool says(std::size_t index) const { return located.columns[index] || fixed.contains(index); }
  };

  void place(const MappedColumn& column, const Sheet& sheet, std::size_t heads, Placed& placed) {
    const std::vector<Column>& columns = placed.located.grid->columns;
    const auto wanted = std::ranges::find(columns, column.to.value, map_key);
    if (wanted == columns.end()) {
      out_.wrong.push_back(fmt::format("table {} has no {}; it has {}", base::ticked(placed.located.grid->table->sheet),
                                       base::ticked(column.to.value), keys_of(columns)));
      return;
    }
    const auto index = static_cast<std::size_t>(wanted - columns.begin());
    if (placed.says(index))
      out_.wrong.push_back(
          fmt::format("two lines go to {}, which has one value: leave one out", base::ticked(column.to.value)));
    else if (column.value.given)
      placed.fixed.emplace(index, column.value.value);
    else if (const auto at = column_of(column.head.value, sheet, heads))
      placed.located.columns[index] = at;
    else
      out_.wrong.push_back(fmt::format("row {} of sheet {} has no head {}", heads + 1, base::ticked(sheet.name),
                                       base::ticked(column.head.value)));
  }

  /// The first of those that have this head.
  static std::optional<std::size_t> column_of(const std::string& head, const Sheet& sheet, std::size_t heads) {
    const std::string form = format::label_form(head);
    for (std::size_t i = 0; i < width_of(sheet, heads); ++i)
      if (format::label_form(head_at(sheet, heads, i)) == form) return i;
    return std::nullopt;
  }

  static std::string keys_of(const std::vector<Column>& columns) {
    std::vector<std::string> keys;
    for (const Column& column : columns) keys.push_back(base::ticked(map_key(column)));
    return base::joined(keys);
  }

  void remark_left_out(const Sheet& sheet, std::size_t heads, const Placed& placed) {
    std::size_t most = 0;
    for (std::size_t row = heads; row < sheet.rows.size(); ++row) most = std::max(most, width_of(sheet, row));
    for (std::size_t i = 0; i < most; ++i) {
      if (std::ranges::find(placed.located.columns, std::optional(i)) != placed.located.columns.end()) continue;
      const std::string why = why_left_out(sheet, heads, i, placed);
      if (why.empty()) continue;
      const std::string head = head_at(sheet, heads, i);
      out_.read.remarks.push_back(fmt::format("column {}({}!{}) is left out: {}",
                                              head.empty() ? "" : base::ticked(head) + " ", base::visible(sheet.name),
                                              sheet::column_name(i), why));
    }
  }

  /// Empty for a column that says nothing.
  static std::string why_left_out(const Sheet& sheet, std::size_t heads, std::size_t column, const Placed& placed) {
    const std::string head = head_at(sheet, heads, column);
    if (head.empty()) return is_filled(sheet, heads + 1, column) ? "it has no head that a map could name" : "";
    const auto first = column_of(head, sheet, heads);
    if (std::ranges::find(placed.located.columns, first) == placed.located.columns.end())
      return "the map does not name it";
    return fmt::format("{} has the same head, and comes first", sheet::column_name(*first));
  }

  void complete(ReadRow& row, const Placed& placed) const {
    const Grid& grid = *placed.located.grid;
    for (const auto& [index, value] : placed.fixed)
      row.cells[index] = {
          .there = true, .said = said(text_cell(value), grid.columns[index], meaning_), .place = row.place};
    if (row.key.empty() || grid.find(row.key) != nullptr) return;
    // "12" of the county's own numbers has become the id "new-12".
    if (const std::string id = id_for(grid.columns.front(), row.key); grid.find(id) != nullptr) row.key = id;
  }

  std::size_t title_column(const Grid& grid) const {
    const std::string_view title = format::record_behind(*shapes_of(*grid.table, kind_).outer)->title_key;
    for (std::size_t i = 0; i < grid.columns.size(); ++i)
      if (!title.empty() && grid.columns[i].path.size() == 1 && grid.columns[i].path[0].text == title) return i;
    return grid.columns.size();
  }

  const sheet::Book& book_;
  const std::vector<Grid>& grids_;
  const format::Kind& kind_;
  Meaning meaning_;
  MappedBook out_;
};

}  // namespace

std::string map_key(const Column& column) {
  return column.path.empty() ? column.key() : edit::to_text(column.path);
}

MappedBook read_by_map(const sheet::Book& book, const model::SheetMap& map, const std::vector<Grid>& grids,
                       const format::Kind& kind, const Meaning& meaning) {
  return MapReader(book, grids, kind, meaning).read(map);
}

}  // namespace cpm::exchange
