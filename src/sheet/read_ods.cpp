#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sheet/filling.h"
#include "sheet/numbers.h"
#include "sheet/read_xlsx.h"
#include "sheet/xml.h"

namespace cpm::sheet {
namespace {

/// A paragraph: `<text:s text:c="2"/>` are two spaces.
void add_text(const pugi::xml_node& node, std::string& text) {
  for (const pugi::xml_node each : node.children()) {
    const std::string_view name = local_name(each);
    if (each.type() == pugi::node_pcdata || each.type() == pugi::node_cdata)
      text += each.value();
    else if (name == "s")
      text.append(count_in(each, "c", 1, 1000), ' ');
    else if (name == "tab")
      text += '\t';
    else if (name == "line-break")
      text += '\n';
    else if (name != "annotation")
      add_text(each, text);
  }
}

std::string paragraphs_of(const pugi::xml_node& cell) {
  std::string text;
  bool first = true;
  for (const pugi::xml_node each : cell.children()) {
    if (local_name(each) != "p") continue;
    if (!first) text += '\n';
    first = false;
    add_text(each, text);
  }
  return text;
}

Cell number_cell(const pugi::xml_node& node, std::string_view type) {
  Cell cell;
  const std::optional<double> number = read_number(attribute(node, "value"));
  if (!number) return cell;
  cell.kind = Cell::Kind::number;
  cell.number = *number;
  if (type == "percentage") cell.shown = Cell::Shown::percent;
  return cell;
}

class OdsReader {
 public:
  explicit OdsReader(Archive& archive) : archive_(archive) {}

  std::variant<Book, Trouble> read() {
    std::variant<std::string, Trouble> part = archive_.part("content.xml");
    if (Trouble* const trouble = std::get_if<Trouble>(&part)) return std::move(*trouble);
    pugi::xml_document document;
    auto parsed = read_xml(std::move(std::get<std::string>(part)), document);
    if (Trouble* const trouble = std::get_if<Trouble>(&parsed)) return std::move(*trouble);
    book_.macros = !archive_.names_below("Basic/").empty() || !archive_.names_below("Scripts/").empty();
    const pugi::xml_node root = document.document_element();
    note_styles(child(root, "automatic-styles"));
    for (const pugi::xml_node each : child(child(root, "body"), "spreadsheet").children())
      if (local_name(each) == "table" && !read_table(each)) return Filling::trouble();
    if (book_.sheets.empty())
      return Trouble{.reason = "the file holds no sheet that cpm can read",
                     .help = "save it again as `.ods` or `.xlsx`"};
    return std::move(book_);
  }

 private:
  /// Sheets are hidden by their style; a day is shown as a month by that of its cell.
  void note_styles(const pugi::xml_node& styles) {
    std::vector<std::string> months;
    for (const pugi::xml_node each : styles.children()) {
      const std::string name(attribute(each, "style:name"));
      if (local_name(each) == "date-style" && !child(each, "day") && child(each, "month") && child(each, "year"))
        months.push_back(name);
      if (local_name(each) != "style") continue;
      if (attribute(child(each, "table-properties"), "display") == "false") hidden_.push_back(name);
      if (std::ranges::find(months, attribute(each, "data-style-name")) != months.end()) monthly_.push_back(name);
    }
  }

  bool read_table(const pugi::xml_node& table) {
    if (book_.sheets.size() == kMostSheets) return false;
    Sheet& sheet = book_.sheets.emplace_back();
    sheet.name = attribute(table, "table:name");
    sheet.hidden = std::ranges::find(hidden_, attribute(table, "style-name")) != hidden_.end();
    std::size_t row = 0;
    if (!read_rows(table, sheet, row)) return false;
    return std::ranges::all_of(std::exchange(merged_, {}),
                               [&](const Area& area) { return filling_.spread(sheet, area); });
  }

  /// Rows stand in the table, or in groups within it.
  bool read_rows(const pugi::xml_node& holder, Sheet& sheet, std::size_t& row) {
    for (const pugi::xml_node each : holder.children()) {
      const std::string_view name = local_name(each);
      if (name == "table-row") {
        const std::size_t times = count_in(each, "number-rows-repeated", 1, kMostRows * 100);
        if (!read_row(each, sheet, row, times)) return false;
        row += times;
      } else if (name == "table-header-rows" || name == "table-rows" || name == "table-row-group") {
        if (!read_rows(each, sheet, row)) return false;
      }
    }
    return true;
  }

  bool read_row(const pugi::xml_node& cells, Sheet& sheet, std::size_t row, std::size_t times) {
    std::size_t column = 0;
    for (const pugi::xml_node each : cells.children()) {
      const std::string_view name = local_name(each);
      if (name != "table-cell" && name != "covered-table-cell") continue;
      const std::size_t across = count_in(each, "number-columns-repeated", 1, kMostColumns * 100);
      const Cell cell = name == "table-cell" ? cell_of(each) : Cell{};
      if (cell.kind != Cell::Kind::empty && !put_often(sheet, row, times, column, across, cell)) return false;
      note_merged(each, row, column);
      column += across;
    }
    return true;
  }

  bool put_often(Sheet& sheet, std::size_t row, std::size_t down, std::size_t column, std::size_t across,
                 const Cell& cell) {
    for (std::size_t i = 0; i < down; ++i)
      for (std::size_t j = 0; j < across; ++j)
        if (!filling_.put(sheet, row + i, column + j, Cell(cell))) return false;
    return true;
  }

  void note_merged(const pugi::xml_node& node, std::size_t row, std::size_t column) {
    const std::size_t down = count_in(node, "number-rows-spanned", 1, kMostRows);
    const std::size_t across = count_in(node, "number-columns-spanned", 1, kMostColumns);
    if (down * across > 1)
      merged_.push_back({.top = row, .left = column, .bottom = row + down - 1, .right = column + across - 1});
  }

  Cell cell_of(const pugi::xml_node& node) const {
    const std::string_view type = attribute(node, "office:value-type");
    Cell cell;
    if (type == "float" || type == "currency" || type == "percentage") {
      cell = number_cell(node, type);
    } else if (type == "date") {
      cell = day_cell(attribute(node, "date-value"), {});
      const bool monthly = std::ranges::find(monthly_, attribute(node, "style-name")) != monthly_.end();
      if (cell.kind == Cell::Kind::number && monthly) cell.shown = Cell::Shown::month;
    } else if (type == "boolean") {
      cell.kind = Cell::Kind::flag;
      cell.number = attribute(node, "boolean-value") == "true" ? 1 : 0;
    } else {
      cell.text = paragraphs_of(node);
      if (!cell.text.empty()) cell.kind = Cell::Kind::text;
    }
    cell.formula = !attribute(node, "formula").empty();
    if (cell.formula && cell.kind == Cell::Kind::text && cell.text.starts_with('#')) cell.kind = Cell::Kind::error;
    return cell;
  }

  Archive& archive_;
  Book book_;
  Filling filling_;
  std::vector<std::string> hidden_;
  std::vector<std::string> monthly_;  ///< styles of cells
  std::vector<Area> merged_;
};

}  // namespace

std::variant<Book, Trouble> read_ods(Archive& archive) {
  return OdsReader(archive).read();
}

}  // namespace cpm::sheet
