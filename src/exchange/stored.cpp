#include "exchange/stored.h"

#include <algorithm>
#include <array>
#include <utility>

#include "format/labels.h"

namespace cpm::exchange {
namespace {

using sheet::Cell;
using sheet::Row;

/// The layout of the sheet; a later one gets another number.
constexpr std::string_view kLayout = "1";
constexpr std::array<std::string_view, 4> kHeads = {"Table", "Row", "Column", "Value"};

Cell cell(std::string_view text) {
  if (text.empty()) return {};
  return {.kind = Cell::Kind::text, .text = std::string(text)};
}

Row row(std::string_view table, std::string_view key, std::string_view column, std::string_view value) {
  return {cell(table), cell(key), cell(column), cell(value)};
}

std::string text_of(const sheet::Sheet& sheet, std::size_t at, std::size_t column) {
  const Cell& found = sheet.cell(at, column);
  // A program may have made numbers of texts that look like some.
  return found.kind == Cell::Kind::number ? std::to_string(static_cast<long long>(found.number)) : found.text;
}

void add_grid(const Grid& grid, std::vector<Row>& rows) {
  for (const GridRow& each : grid.rows) {
    rows.push_back(row(grid.table->sheet, each.key, {}, {}));
    for (std::size_t i = 0; i < grid.columns.size(); ++i)
      if (!each.values[i].empty())
        rows.push_back(row(grid.table->sheet, each.key, grid.columns[i].key(), each.values[i]));
  }
}

}  // namespace

bool Stored::has_row(const std::string& table, const std::string& key) const {
  const auto found = rows.find(table);
  return found != rows.end() && std::ranges::find(found->second, key) != found->second.end();
}

std::string Stored::value(const std::string& table, const std::string& key, const std::string& column) const {
  const auto in_table = values.find(table);
  if (in_table == values.end()) return {};
  const auto in_row = in_table->second.find(key);
  if (in_row == in_table->second.end()) return {};
  const auto found = in_row->second.find(column);
  return found == in_row->second.end() ? std::string() : found->second;
}

sheet::Page stored_page(const Origin& origin, const std::vector<Grid>& grids) {
  sheet::Page page{.name = std::string(kStoredSheet), .columns = {}, .rows = {}, .spare_rows = 0, .hidden = true};
  for (const std::string_view head : kHeads)
    page.columns.push_back({.head = std::string(head), .kind = sheet::Column::Kind::key, .width = 24});
  page.rows = {row({}, {}, "layout", kLayout), row({}, {}, "version", origin.version), row({}, {}, "kind", origin.kind),
               row({}, {}, "file", origin.file), row({}, {}, "print", origin.print)};
  for (const Grid& grid : grids) add_grid(grid, page.rows);
  return page;
}

std::optional<Stored> stored_in(const sheet::Book& book) {
  const auto found = std::ranges::find(book.sheets, kStoredSheet, &sheet::Sheet::name);
  if (found == book.sheets.end()) return std::nullopt;
  for (std::size_t i = 0; i < kHeads.size(); ++i)
    if (text_of(*found, 0, i) != kHeads[i]) return std::nullopt;
  Stored stored;
  std::map<std::string, std::string> facts;
  for (std::size_t i = 1; i < found->rows.size(); ++i) {
    const std::string table = text_of(*found, i, 0);
    const std::string key = text_of(*found, i, 1);
    const std::string column = text_of(*found, i, 2);
    if (table.empty())
      facts[column] = text_of(*found, i, 3);
    else if (column.empty())
      stored.rows[table].push_back(key);
    else
      stored.values[table][key][column] = text_of(*found, i, 3);
  }
  if (facts["layout"] != kLayout) return std::nullopt;
  stored.origin = {.version = facts["version"], .kind = facts["kind"], .file = facts["file"], .print = facts["print"]};
  return stored;
}

}  // namespace cpm::exchange
