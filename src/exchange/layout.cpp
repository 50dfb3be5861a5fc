#include "exchange/layout.h"

#include <algorithm>
#include <array>
#include <functional>

#include <fmt/format.h>

#include "base/text.h"
#include "format/labels.h"
#include "format/shapes.h"

namespace cpm::exchange {
namespace {

using format::Names;
using format::Refers;
using format::ShapeKind;
using sheet::Cell;
using ColumnKind = sheet::Column::Kind;

constexpr std::size_t kSpareRows = 15;
constexpr std::string_view kMeans = " (in words)";
constexpr std::string_view kArea = "Area (in words)";
constexpr std::string_view kItem = "Item (in words)";
constexpr std::string_view kAnswers = "What the answers mean";

/// The ids that a column may name in the same file, by the sheet that has them.
std::string_view sheet_named_by(Refers refers) {
  switch (refers) {
    case Refers::priorities:
      return "Priorities";
    case Refers::objectives:
      return "Objectives";
    case Refers::steps:
      return "Steps";
    case Refers::needs:
      return "Support";
    default:
      return {};
  }
}

const format::Shape& element_of(const Column& column) {
  return column.shape->kind == ShapeKind::list ? *column.shape->element : *column.shape;
}

/// One column of the sheet: one of the table, or what explains it.
struct Placed {
  sheet::Column column;
  std::function<Cell(const Grid&, std::size_t row)> cell;
};

class PageMaker {
 public:
  PageMaker(const Exported& exported, const Grid& grid) : exported_(exported), grid_(grid) {}

  sheet::Page made() && {
    place();
    sheet::Page page{.name = std::string(grid_.table->sheet), .columns = {}, .rows = {}};
    for (const Placed& placed : placed_) page.columns.push_back(placed.column);
    for (std::size_t i = 0; i < grid_.rows.size(); ++i) {
      sheet::Row& row = page.rows.emplace_back();
      for (const Placed& placed : placed_) row.push_back(placed.cell(grid_, i));
    }
    if (grid_.table->rows == Rows::records || !grid_.table->inner.empty()) page.spare_rows = kSpareRows;
    if (is_of_items()) page.spare_rows = 0;
    if (grid_.table->rows == Rows::fields) page.offers = offers_of_fields();
    return page;
  }

 private:
  bool is_of_items() const { return grid_.table->path == "ratings"; }

  void place() {
    if (grid_.table->rows == Rows::fields) {
      place_fields();
      return;
    }
    for (std::size_t i = 0; i < grid_.columns.size(); ++i) {
      placed_.push_back({.column = column_of(grid_.columns[i]), .cell = [this, i](const Grid& grid, std::size_t row) {
                           return shown(grid.rows[row].values[i], grid.columns[i], exported_.meaning);
                         }});
      explain(i);
    }
  }

  void place_fields() {
    placed_.push_back({.column = {.head = "Key", .kind = ColumnKind::key, .width = 24},
                       .cell = [](const Grid& grid, std::size_t row) { return text_cell(grid.rows[row].key); }});
    placed_.push_back({.column = {.head = "What it is", .kind = ColumnKind::derived, .width = 50},
                       .cell = [](const Grid& grid, std::size_t row) {
                         return text_cell(std::string(grid.fields[row].field->about));
                       }});
    placed_.push_back({.column = {.head = "Value", .kind = ColumnKind::general, .width = 50},
                       .cell = [this](const Grid& grid, std::size_t row) {
                         return shown(grid.rows[row].values[0], grid.fields[row], exported_.meaning);
                       }});
  }

  sheet::Column column_of(const Column& column) const {
    sheet::Column out{.head = column.head};
    out.kind = kind_of(column);
    out.width = width_of(column);
    if (column.field != nullptr) out.offer.about = column.field->about;
    add_choices(column, out.offer);
    return out;
  }

  void add_choices(const Column& column, sheet::Offer& offer) const {
    for (const Shown& choice : choices_of(column, exported_.meaning)) offer.choices.push_back(choice.text);
    offer.only_choices = !offer.choices.empty();
    if (offer.choices.empty() && column.shape->kind != ShapeKind::list && column.role != Role::key)
      offer.choices = ids_for(column);
  }

  /// In the file's own values each row is a field of its own.
  std::vector<sheet::CellOffer> offers_of_fields() const {
    std::vector<sheet::CellOffer> offers;
    for (std::size_t row = 0; row < grid_.fields.size(); ++row) {
      sheet::CellOffer cell{.row = row, .column = placed_.size() - 1};
      add_choices(grid_.fields[row], cell.offer);
      if (!cell.offer.choices.empty()) offers.push_back(std::move(cell));
    }
    return offers;
  }

  static ColumnKind kind_of(const Column& column) {
    if (column.role == Role::key) return ColumnKind::key;
    switch (column.shape->kind) {
      case ShapeKind::date:
        return ColumnKind::day;
      case ShapeKind::timeframe:
        return ColumnKind::general;
      case ShapeKind::whole:
      case ShapeKind::decimal:
        return column.shape->names == Names::scale ? ColumnKind::text : ColumnKind::number;
      default:
        return ColumnKind::text;
    }
  }

  static double width_of(const Column& column) {
    if (column.shape->kind == ShapeKind::text) return column.role == Role::key ? 24 : 32;
    if (column.shape->kind == ShapeKind::list) return 26;
    if (column.role == Role::answer) return 20;
    return 15;
  }

  std::vector<std::string> ids_for(const Column& column) const {
    std::vector<std::string> ids;
    const format::Shape& shape = element_of(column);
    if (shape.kind == ShapeKind::county && exported_.meaning.built_in != nullptr)
      for (const model::County& county : exported_.meaning.built_in->counties.counties) ids.push_back(county.id.value);
    if (const Grid* const named = grid_named_by(shape)) {
      for (const GridRow& row : named->rows) ids.push_back(row.key);
    } else if (exported_.meaning.instrument != nullptr &&
               (shape.names == Names::items || shape.names == Names::areas)) {
      for (const model::Area& area : exported_.meaning.instrument->areas) {
        if (shape.names == Names::areas) ids.push_back(area.id.value);
        for (const model::Item& item : area.items)
          if (shape.names == Names::items) ids.push_back(item.id.value);
      }
    }
    return ids;
  }

  const Grid* grid_named_by(const format::Shape& shape) const {
    const std::string_view sheet = sheet_named_by(shape.refers);
    const auto found = std::ranges::find_if(
        exported_.grids, [&](const Grid& grid) { return !sheet.empty() && grid.table->sheet == sheet; });
    return found == exported_.grids.end() ? nullptr : &*found;
  }

  // What stands beside an id

  void explain(std::size_t index) {
    const Column& column = grid_.columns[index];
    if (is_of_items() && column.role == Role::key) {
      explain_items();
      return;
    }
    const format::Shape& shape = element_of(column);
    const bool names = grid_named_by(shape) != nullptr ||
                       (exported_.meaning.instrument != nullptr &&
                        (shape.names == Names::items || shape.names == Names::areas));
    if (!names || column.role == Role::key) return;
    add_explaining(column.head + std::string(kMeans), 28, [this, index](const Grid& grid, std::size_t row) {
      return words_for(grid.rows[row].values[index], element_of(grid.columns[index]));
    });
  }

  void explain_items() {
    if (exported_.meaning.instrument == nullptr) return;
    const model::Instrument& instrument = *exported_.meaning.instrument;
    add_explaining(std::string(kArea), 16, [&](const Grid& grid, std::size_t row) {
      const model::Area* const area = model::area_of(instrument, grid.rows[row].key);
      return area == nullptr ? std::string() : area->label.value;
    });
    add_explaining(std::string(kItem), 40, [&](const Grid& grid, std::size_t row) {
      const model::Item* const item = model::find_item(instrument, grid.rows[row].key);
      if (item == nullptr) return std::string();
      return item->prompt.value.empty() ? item->title.value : item->title.value + "\n" + tidy(item->prompt.value);
    });
    if (!grid_.table->inner.empty()) return;
    add_explaining(std::string(kAnswers), 40,
                   [&](const Grid& grid, std::size_t row) { return answers_of(instrument, grid.rows[row].key); });
  }

  static std::string answers_of(const model::Instrument& instrument, std::string_view id) {
    const model::Item* const item = model::find_item(instrument, id);
    std::string lines;
    for (std::size_t i = 0; item != nullptr && i < std::min(item->anchors.size(), instrument.scale.size()); ++i)
      lines += fmt::format("{}{}: {}", i == 0 ? "" : "\n", instrument.scale[i].value.value,
                           tidy(item->anchors[i].value));
    return lines;
  }

  void add_explaining(std::string head, double width, std::function<std::string(const Grid&, std::size_t)> text) {
    placed_.push_back(
        {.column = {.head = std::move(head), .kind = ColumnKind::derived, .width = width},
         .cell = [text = std::move(text)](const Grid& grid, std::size_t row) { return text_cell(text(grid, row)); }});
  }

  std::string words_for(const std::string& ids, const format::Shape& shape) const {
    std::string lines;
    if (ids.empty()) return lines;
    for (const std::string_view id : base::split(ids, '\n')) {
      const std::string words = words_for_one(id, shape);
      if (!words.empty()) lines.append(lines.empty() ? "" : "\n").append(words);
    }
    return lines;
  }

  std::string words_for_one(std::string_view id, const format::Shape& shape) const {
    if (const Grid* const grid = grid_named_by(shape)) return title_in(*grid, id);
    const model::Instrument& instrument = *exported_.meaning.instrument;
    if (shape.names == Names::areas) {
      const model::Area* const area = model::find_area(instrument, id);
      return area == nullptr ? std::string() : area->label.value;
    }
    const model::Item* const item = model::find_item(instrument, id);
    return item == nullptr ? std::string() : item->title.value;
  }

  std::string title_in(const Grid& grid, std::string_view id) const {
    const GridRow* const row = grid.find(id);
    const format::Record* const record = format::record_behind(*shapes_of(*grid.table, exported_.kind).outer);
    for (std::size_t i = 0; row != nullptr && i < grid.columns.size(); ++i)
      if (grid.columns[i].field != nullptr && grid.columns[i].path.size() == 1 &&
          grid.columns[i].path[0].text == record->title_key)
        return row->values[i];
    return {};
  }

  const Exported& exported_;
  const Grid& grid_;
  std::vector<Placed> placed_;
};

sheet::Notes notes_of(const Exported& exported) {
  sheet::Notes notes{.name = "Read me", .lines = {exported.title}};
  const auto say = [&](std::string line) { notes.lines.push_back(std::move(line)); };
  say(fmt::format(
      "This spreadsheet holds the {} in {}. Change it, send it back, and its owner takes your changes home with cpm; what you leave as it is stays as it is.",
      exported.kind.one, exported.origin.file));
  say("# The sheets");
  for (const Grid& grid : exported.grids) say(fmt::format("{}: {}.", grid.table->sheet, grid.table->about));
  say("# How to fill it in");
  say("White cells are yours. Gray cells are protected: the first column names each row, and slanted text explains what stands beside it.");
  say("Many cells offer a list: choose the cell, then the arrow beside it. A sentence beside the cell says what belongs there.");
  say("A new row: write below the last one. Leave its first cell empty, and it gets an id when it comes home.");
  say("To sort or to delete rows: Review, Unprotect Sheet. There is no password. A deleted row is removed at home only if the analyst asks for it.");
  say("Several entries in one cell: one in each line. Alt+Enter begins a line.");
  say("Dates: as a date, or as a month or a quarter where that is as sharp as it is: November 2026, 2026-Q4.");
  say("# Please");
  say("No names of children or families, and no case numbers: not in a cell, and not in a note. Leave the names of the sheets as they are.");
  say(fmt::format(
      "A hidden sheet, {}, remembers what was exported. Without it the changes still come home, but nobody can tell who changed what.",
      kStoredSheet));
  return notes;
}

}  // namespace

bool is_explaining(std::string_view head) {
  const std::string form = format::label_form(head);
  return head.ends_with(kMeans) || form == format::label_form(kAnswers) || form.ends_with(format::label_form(kMeans)) ||
         form == "what it is";
}

sheet::Workbook workbook_of(const Exported& exported) {
  sheet::Workbook workbook{.title = exported.title, .notes = notes_of(exported), .pages = {}};
  for (const Grid& grid : exported.grids) workbook.pages.push_back(PageMaker(exported, grid).made());
  workbook.pages.push_back(stored_page(exported.origin, exported.grids));
  return workbook;
}

}  // namespace cpm::exchange
