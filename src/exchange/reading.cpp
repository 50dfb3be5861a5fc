#include "exchange/reading.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "exchange/day_order.h"
#include "exchange/heads.h"
#include "exchange/layout.h"
#include "exchange/stored.h"
#include "format/labels.h"

namespace cpm::exchange {
namespace {

using sheet::Cell;
using sheet::Sheet;

constexpr std::size_t kHeadsWithin = 20;  ///< a title and remarks may stand above
constexpr std::size_t kFewest = 2;        ///< columns that make a table of a sheet
constexpr std::size_t kLongestHead = 120;
constexpr std::size_t kShortHead = 8;  ///< below that, two letters make another word of it

/// In the words that name a column; a long text is no head.
std::string form_of_head(const Sheet& sheet, std::size_t row, std::size_t column) {
  const std::string head = head_at(sheet, row, column);
  return head.size() > kLongestHead || is_explaining(head) ? std::string() : format::label_form(head);
}

/// How a head names a column: 0 not at all, more is surer.
int likeness(const std::string& form, const Column& column) {
  const std::string own = format::label_form(column.head);
  if (form == own || form == format::label_form(column.key())) return 4;
  const bool simple = column.field != nullptr && column.path.size() <= 1;
  if (simple && format::is_label(form, column.field->also)) return 3;
  if (column.above != nullptr &&
      (form == format::label_form(column.above->name) || format::is_label(form, column.above->also)))
    return 2;
  const std::size_t most = own.size() < kShortHead ? 1 : 2;
  return own.size() >= 4 && base::edit_distance(form, own, most) <= most ? 1 : 0;
}

/// The one column of `Rows::fields` is its third; its key is the first.
std::vector<Column> wanted_columns(const Grid& grid) {
  if (grid.fields.empty()) return grid.columns;
  return {grid.columns.front(), {.head = "Key", .shape = grid.columns.front().shape, .role = Role::key}};
}

std::size_t count_of(const std::vector<std::optional<std::size_t>>& columns) {
  return static_cast<std::size_t>(std::ranges::count_if(columns, [](const auto& each) { return each.has_value(); }));
}

/// A sheet and the table that it holds, by its name or else by its heads.
struct Match {
  std::size_t sheet = 0;
  std::size_t grid = 0;
  std::size_t heads = 0;
  std::vector<std::optional<std::size_t>> columns = {};
};

std::optional<Match> match_of(const Sheet& sheet, const Grid& grid, bool named) {
  Match best;
  std::size_t most = 0;
  for (std::size_t row = 0; row < std::min(kHeadsWithin, sheet.rows.size()); ++row) {
    auto columns = find_columns(sheet, row, grid);
    const std::size_t count = count_of(columns);
    if (count <= most) continue;
    most = count;
    best.heads = row;
    best.columns = std::move(columns);
  }
  const std::size_t all = wanted_columns(grid).size();
  const bool enough = most >= std::min(kFewest, all) && (named || most * 10 >= all * 6);
  return enough ? std::optional(best) : std::nullopt;
}

class BookReader {
 public:
  BookReader(const sheet::Book& book, const std::vector<Grid>& grids, const Meaning& meaning)
      : book_(book), grids_(grids), meaning_(meaning), used_(book.sheets.size(), false) {}

  ReadBook read() && {
    std::vector<Match> matches;
    for (std::size_t i = 0; i < grids_.size(); ++i)
      if (auto match = by_name(i)) matches.push_back(std::move(*match));
    for (std::size_t i = 0; i < grids_.size(); ++i)
      if (std::ranges::find(matches, i, &Match::grid) == matches.end())
        if (auto match = by_heads(i)) matches.push_back(std::move(*match));
    std::ranges::sort(matches, {}, &Match::grid);
    for (const Match& match : matches) take(match);
    for (std::size_t i = 0; i < used_.size(); ++i)
      if (!used_[i] && is_own(book_.sheets[i])) remark_unused(book_.sheets[i]);
    return std::move(read_);
  }

 private:
  std::optional<Match> by_name(std::size_t grid) {
    const std::string form = format::label_form(grids_[grid].table->sheet);
    for (std::size_t i = 0; i < book_.sheets.size(); ++i)
      if (!used_[i] && format::label_form(book_.sheets[i].name) == form)
        return used(i, grid, match_of(book_.sheets[i], grids_[grid], true));
    return std::nullopt;
  }

  std::optional<Match> by_heads(std::size_t grid) {
    for (std::size_t i = 0; i < book_.sheets.size(); ++i) {
      if (used_[i] || !is_own(book_.sheets[i])) continue;
      if (auto match = used(i, grid, match_of(book_.sheets[i], grids_[grid], false))) {
        read_.remarks.push_back(fmt::format("sheet {} is taken for {}, by the heads of its columns",
                                            base::ticked(book_.sheets[i].name),
                                            base::ticked(grids_[grid].table->sheet)));
        return match;
      }
    }
    return std::nullopt;
  }

  std::optional<Match> used(std::size_t sheet, std::size_t grid, std::optional<Match> match) {
    if (!match) return match;
    match->sheet = sheet;
    match->grid = grid;
    used_[sheet] = true;
    return match;
  }

  /// Not one that cpm adds for people or for itself.
  static bool is_own(const Sheet& sheet) {
    return sheet.name != kStoredSheet && sheet.name != "Choices" && sheet.name != "Read me" && !sheet.rows.empty();
  }

  void remark_unused(const Sheet& sheet) {
    read_.remarks.push_back(fmt::format(
        "sheet {} is left out: its name and the heads of its columns are those of no table", base::ticked(sheet.name)));
  }

  void take(const Match& match) {
    const Sheet& sheet = book_.sheets[match.sheet];
    const Grid& grid = grids_[match.grid];
    for (std::size_t i = 0; i < width_of(sheet, match.heads); ++i) {
      const std::string head = head_at(sheet, match.heads, i);
      const bool known = std::ranges::find(match.columns, std::optional(i)) != match.columns.end();
      if (!known && !head.empty() && !is_explaining(head))
        read_.remarks.push_back(fmt::format("column {} ({}!{}) is left out: the {} has no such value",
                                            base::ticked(head), base::visible(sheet.name), sheet::column_name(i),
                                            noun_of(grid)));
    }
    const Located located{.grid = &grid, .first_row = match.heads + 1, .columns = match.columns};
    read_.tables.push_back(read_table(sheet, located, meaning_, read_.remarks));
  }

  static std::string_view noun_of(const Grid& grid) {
    const format::Kind* const kind = format::find_kind(grid.table->kind);
    if (grid.table->path.empty()) return kind->one;
    return format::record_behind(*shapes_of(*grid.table, *kind).outer)->noun;
  }

  const sheet::Book& book_;
  const std::vector<Grid>& grids_;
  const Meaning& meaning_;
  std::vector<bool> used_;
  ReadBook read_;
};

/// Of one row: its cells, and whether any of them says something.
class RowReader {
 public:
  RowReader(const Sheet& sheet, const Located& located, const Meaning& meaning)
      : sheet_(sheet), located_(located), meaning_(meaning) {}

  std::optional<ReadRow> read(std::size_t row) {
    ReadRow read;
    const Grid& grid = *located_.grid;
    bool says = false;
    for (std::size_t i = 0; i < located_.columns.size(); ++i) {
      ReadCell cell = cell_of(row, i);
      says = says || !cell.said.value.empty() || !cell.said.problem.empty();
      const bool key = i < grid.columns.size() ? grid.columns[i].role == Role::key : true;
      if (key && cell.there) {
        read.key = cell.said.value;
        read.place = cell.place;
      }
      if (i < grid.columns.size()) read.cells.push_back(std::move(cell));
    }
    if (!says) return std::nullopt;
    if (read.place.empty()) read.place = place_of(row, 0);
    return read;
  }

  bool saw_formula() const { return formulas_ > 0; }
  std::size_t formulas() const { return formulas_; }

 private:
  std::string place_of(std::size_t row, std::size_t column) const {
    return sheet_.name + "!" + sheet::cell_name(row, column);
  }

  ReadCell cell_of(std::size_t row, std::size_t index) {
    const auto& at = located_.columns[index];
    if (!at) return {};
    const Cell& cell = sheet_.cell(row, *at);
    if (cell.formula && cell.kind != Cell::Kind::empty) ++formulas_;
    const Column* const column = column_for(row, index);
    if (column == nullptr) return {.there = true, .said = {.value = tidy(cell.text)}, .place = place_of(row, *at)};
    return {.there = true, .said = said(cell, *column, meaning_), .place = place_of(row, *at)};
  }

  /// What the cell may hold; nullptr: a key, which is a text.
  const Column* column_for(std::size_t row, std::size_t index) const {
    const Grid& grid = *located_.grid;
    if (grid.fields.empty()) return &grid.columns[index];
    if (index >= grid.columns.size() || !located_.columns[1]) return nullptr;
    const std::string key = tidy(sheet_.cell(row, *located_.columns[1]).text);
    const auto field = std::ranges::find(grid.fields, key, &Column::key);
    return field == grid.fields.end() ? nullptr : &*field;
  }

  const Sheet& sheet_;
  const Located& located_;
  const Meaning& meaning_;
  std::size_t formulas_ = 0;
};

}  // namespace

std::vector<std::optional<std::size_t>> find_columns(
    const Sheet& sheet, std::size_t heads, const Grid& grid,
    const std::function<bool(const Column& column, std::size_t at)>& may_stand) {
  const std::vector<Column> wanted = wanted_columns(grid);
  std::vector<std::optional<std::size_t>> found(wanted.size());
  std::vector<std::string> forms;
  for (std::size_t i = 0; i < width_of(sheet, heads); ++i) forms.push_back(form_of_head(sheet, heads, i));
  std::vector<bool> taken(forms.size(), false);
  for (int wished = 4; wished > 0; --wished)
    for (std::size_t i = 0; i < wanted.size(); ++i)
      for (std::size_t j = 0; j < forms.size() && !found[i]; ++j)
        if (!taken[j] && !forms[j].empty() && likeness(forms[j], wanted[i]) == wished &&
            (!may_stand || may_stand(wanted[i], j))) {
          found[i] = j;
          taken[j] = true;
        }
  return found;
}

ReadTable read_table(const Sheet& sheet, const Located& located, const Meaning& given,
                     std::vector<std::string>& remarks) {
  Meaning meaning = given;
  meaning.month_first = puts_month_first(sheet);
  ReadTable table{.table = located.grid->table, .sheet = sheet.name, .rows = {}};
  RowReader reader(sheet, located, meaning);
  for (std::size_t row = located.first_row; row < sheet.rows.size(); ++row)
    if (auto read = reader.read(row)) table.rows.push_back(std::move(*read));
  if (reader.saw_formula())
    remarks.push_back(fmt::format("sheet {} has {}: the values that were saved with {} count", base::ticked(sheet.name),
                                  base::counted(reader.formulas(), "formula"), reader.formulas() == 1 ? "it" : "them"));
  return table;
}

ReadBook read_tables(const sheet::Book& book, const std::vector<Grid>& grids, const Meaning& meaning) {
  ReadBook read = BookReader(book, grids, meaning).read();
  remark_book(book, read.remarks);
  return read;
}

void remark_book(const sheet::Book& book, std::vector<std::string>& remarks) {
  if (book.macros) remarks.push_back("the file holds programs (macros); cpm never runs them");
  if (book.links)
    remarks.push_back("the file takes values from other files; cpm opens none, and the values that were saved count");
}

}  // namespace cpm::exchange
