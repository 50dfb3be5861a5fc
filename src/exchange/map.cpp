#include "exchange/map.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/json_writer.h"
#include "base/text.h"
#include "exchange/layout.h"
#include "exchange/stored.h"
#include "format/labels.h"

namespace cpm::exchange {
namespace {

using model::MappedColumn;
using model::MappedSheet;
using sheet::Cell;
using sheet::Sheet;

constexpr std::size_t kGuessedWithin = 20;
constexpr std::size_t kMostHeads = 60;

std::string head_of(const Sheet& sheet, std::size_t row, std::size_t column) {
  return sheet.cell(row, column).kind == Cell::Kind::text ? tidy(sheet.cell(row, column).text) : std::string();
}

std::size_t width(const Sheet& sheet, std::size_t row) {
  return row < sheet.rows.size() ? sheet.rows[row].size() : 0;
}

/// The key that names a column in a map: that of the record itself where the id is one of its columns.
std::string map_key(const Column& column) {
  return column.path.empty() ? column.key() : edit::to_text(column.path);
}

class MapReader {
 public:
  MapReader(const sheet::Book& book, const std::vector<Grid>& grids, const format::Kind& kind, const Meaning& meaning)
      : book_(book), grids_(grids), kind_(kind), meaning_(meaning) {
    meaning_.own_table = true;
  }

  MappedBook read(const model::SheetMap& map) && {
    for (const MappedSheet& each : map.sheets) read_sheet(each);
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
    Located located{.grid = grid, .first_row = heads + 1, .columns = {}};
    located.columns.resize(grid->columns.size());
    std::vector<std::pair<std::size_t, std::string>> fixed;
    for (const MappedColumn& column : mapped.columns) place(column, *sheet, heads, located, fixed);
    remark_unmapped(*sheet, heads, mapped);
    ReadTable table = read_table(*sheet, located, meaning_, out_.read.remarks);
    for (ReadRow& row : table.rows) complete(row, *grid, located, fixed);
    out_.read.tables.push_back(std::move(table));
  }

  void place(const MappedColumn& column, const Sheet& sheet, std::size_t heads, Located& located,
             std::vector<std::pair<std::size_t, std::string>>& fixed) {
    const std::vector<Column>& columns = located.grid->columns;
    const auto wanted = std::ranges::find_if(columns,
                                             [&](const Column& each) { return map_key(each) == column.to.value; });
    if (wanted == columns.end()) {
      out_.wrong.push_back(fmt::format("table {} has no {}; it has {}", base::ticked(located.grid->table->sheet),
                                       base::ticked(column.to.value), keys_of(columns)));
      return;
    }
    const auto index = static_cast<std::size_t>(wanted - columns.begin());
    if (column.value.given) {
      fixed.emplace_back(index, column.value.value);
      return;
    }
    const std::string form = format::label_form(column.head.value);
    for (std::size_t i = 0; i < width(sheet, heads); ++i)
      if (format::label_form(head_of(sheet, heads, i)) == form) located.columns[index] = i;
    if (!located.columns[index])
      out_.wrong.push_back(fmt::format("row {} of sheet {} has no head {}", heads + 1, base::ticked(sheet.name),
                                       base::ticked(column.head.value)));
  }

  static std::string keys_of(const std::vector<Column>& columns) {
    std::vector<std::string> keys;
    for (const Column& column : columns) keys.push_back(base::ticked(map_key(column)));
    return base::joined(keys);
  }

  void remark_unmapped(const Sheet& sheet, std::size_t heads, const MappedSheet& mapped) {
    for (std::size_t i = 0; i < width(sheet, heads); ++i) {
      const std::string head = head_of(sheet, heads, i);
      const std::string form = format::label_form(head);
      const bool known = std::ranges::any_of(
          mapped.columns, [&](const MappedColumn& each) { return format::label_form(each.head.value) == form; });
      if (!head.empty() && !known)
        out_.read.remarks.push_back(fmt::format("column {} ({}!{}) is left out: the map does not name it",
                                                base::ticked(head), base::visible(sheet.name), sheet::column_name(i)));
    }
  }

  void complete(ReadRow& row, const Grid& grid, const Located& located,
                const std::vector<std::pair<std::size_t, std::string>>& fixed) const {
    for (const auto& [index, value] : fixed)
      row.cells[index] = {
          .there = true, .said = said(text_cell(value), grid.columns[index], meaning_), .place = row.place};
    if (!row.key.empty() || located.columns.front()) return;
    const std::size_t title = title_column(grid);
    if (title >= row.cells.size()) return;
    const std::string form = format::label_form(row.cells[title].said.value);
    for (const GridRow& each : grid.rows)
      if (!form.empty() && format::label_form(each.values[title]) == form) row.key = each.key;
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

// A first guess

struct Guess {
  const Grid* grid = nullptr;
  std::size_t heads = 0;
  std::vector<std::optional<std::size_t>> columns = {};
  std::size_t count = 0;
};

/// The table and the row of heads with the most columns that fit.
Guess guess_of(const Sheet& sheet, const std::vector<Grid>& grids) {
  Guess best;
  for (const Grid& grid : grids) {
    if (grid.table->rows == Rows::fields) continue;
    for (std::size_t row = 0; row < std::min(kGuessedWithin, sheet.rows.size()); ++row) {
      Guess guess{.grid = &grid, .heads = row, .columns = find_columns(sheet, row, grid)};
      guess.count = static_cast<std::size_t>(
          std::ranges::count_if(guess.columns, [](const auto& each) { return each.has_value(); }));
      if (guess.count > best.count) best = std::move(guess);
    }
  }
  return best;
}

std::string quoted(const std::string& text) {
  return base::JsonWriter().text(text).bytes();
}

void add_guess(const Sheet& sheet, const Guess& guess, std::string& out) {
  out += fmt::format("  - sheet: {}\n    table: {}\n    heads: {}\n    columns:\n", quoted(sheet.name),
                     guess.grid->table->sheet, guess.heads + 1);
  for (std::size_t i = 0; i < std::min(kMostHeads, width(sheet, guess.heads)); ++i) {
    const std::string head = head_of(sheet, guess.heads, i);
    if (head.empty() || is_explaining(head)) continue;
    const auto found = std::ranges::find(guess.columns, std::optional(i));
    if (found == guess.columns.end()) {
      out += fmt::format("      # - {{head: {}, to: }}\n", quoted(head));
      continue;
    }
    const Column& column = guess.grid->columns[static_cast<std::size_t>(found - guess.columns.begin())];
    out += fmt::format("      - {{head: {}, to: {}}}\n", quoted(head), map_key(column));
  }
  for (std::size_t i = 0; i < guess.columns.size(); ++i) {
    const Column& column = guess.grid->columns[i];
    if (!guess.columns[i] && column.needed && column.role != Role::key)
      out += fmt::format("      # needed, and no column fits: - {{to: {}, value: the same in each row}}\n",
                         map_key(column));
  }
}

}  // namespace

MappedBook read_by_map(const sheet::Book& book, const model::SheetMap& map, const std::vector<Grid>& grids,
                       const format::Kind& kind, const Meaning& meaning) {
  return MapReader(book, grids, kind, meaning).read(map);
}

std::string guessed_map(const sheet::Book& book, const std::vector<Grid>& grids, const std::string& spreadsheet) {
  std::string out = fmt::format(
      "# A first guess. Look at each line: `to` is a key of the table, and a column without one is left out.\nformat: cpm/map/1\nabout: {}\nsheets:\n",
      quoted(spreadsheet));
  bool any = false;
  for (const Sheet& sheet : book.sheets) {
    if (sheet.hidden || sheet.name == kStoredSheet) continue;
    const Guess guess = guess_of(sheet, grids);
    if (guess.count == 0) continue;
    add_guess(sheet, guess, out);
    any = true;
  }
  if (!any) out += "  # Nothing in the spreadsheet looks like a table of this kind of file.\n  []\n";
  return out;
}

}  // namespace cpm::exchange
