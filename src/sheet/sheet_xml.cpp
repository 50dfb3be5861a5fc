#include "sheet/sheet_xml.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "sheet/numbers.h"
#include "sheet/styles.h"
#include "sheet/xml.h"

namespace cpm::sheet {
namespace {

using pugi::xml_node;

constexpr std::string_view kChoicesName = "Choices";
constexpr double kNotesWidth = 84;
constexpr std::size_t kLongestMessage = 255;  ///< that the format allows beside a cell
constexpr std::size_t kLongestText = 32'767;  ///< in a cell

/// A literal `_x0041_` would be read as a character.
std::string escaped(std::string_view text) {
  std::string out(text);
  for (std::size_t at = out.find("_x"); at != std::string::npos; at = out.find("_x", at + 8))
    if (at + 6 < out.size() && out[at + 6] == '_') out.insert(at, "_x005F");
  return out;
}

std::string cut(std::string_view text, std::size_t most) {
  std::string out(text.substr(0, most));
  while (!out.empty() && out.size() == most && (static_cast<unsigned char>(out.back()) & 0xC0) == 0x80) out.pop_back();
  if (out.size() < text.size() && !out.empty() && static_cast<unsigned char>(out.back()) >= 0xC0) out.pop_back();
  return out;
}

// How high a row must be, for programs that do not work it out themselves

constexpr double kLine = 14;
constexpr double kHighest = 400;  ///< the format allows 409

std::size_t lines_in(std::string_view text, double width) {
  std::size_t lines = 0;
  for (const std::string_view line : base::split(text, '\n'))
    lines += 1 + static_cast<std::size_t>(static_cast<double>(base::code_points(line)) / std::max(1.0, width));
  return lines;
}

std::string height_of(const Row& row, const std::vector<Column>& columns) {
  std::size_t most = 1;
  for (std::size_t i = 0; i < std::min(row.size(), columns.size()); ++i)
    if (row[i].kind == Cell::Kind::text) most = std::max(most, lines_in(row[i].text, columns[i].width));
  return fmt::format("{:.4g}", std::min(kHighest, static_cast<double>(most) * kLine + 3));
}

// One sheet

class SheetWriter {
 public:
  SheetWriter(const std::string& title, Choices& choices) : title_(title), choices_(choices) {}

  std::string table(const Page& page) {
    const std::size_t last = page.rows.size() + page.spare_rows;
    begin(page.columns, true);
    xml_node data = add(root_, "sheetData");
    add_heads(data, page.columns);
    for (std::size_t i = 0; i < last; ++i) add_row(data, page, i);
    protect();
    const std::string area = fmt::format("A1:{}", cell_name(std::max<std::size_t>(1, last), page.columns.size() - 1));
    with(add(root_, "autoFilter"), "ref", area);
    add_offers(page, std::max<std::size_t>(1, last));
    print(true);
    return xml_bytes(document_);
  }

  std::string notes(const Notes& notes) {
    begin({{.head = {}, .width = kNotesWidth}}, false);
    xml_node data = add(root_, "sheetData");
    for (std::size_t i = 0; i < notes.lines.size(); ++i) add_line(data, i, notes.lines[i]);
    protect();
    print(false);
    return xml_bytes(document_);
  }

 private:
  void begin(const std::vector<Column>& columns, bool frozen) {
    root_ = root_of(document_, "worksheet", kMainSpace);
    with(add(add(root_, "sheetPr"), "pageSetUpPr"), "fitToPage", "1");
    xml_node view = with(add(add(root_, "sheetViews"), "sheetView"), "workbookViewId", "0");
    if (frozen) {
      xml_node pane = add(view, "pane");
      with(with(with(with(with(pane, "xSplit", "1"), "ySplit", "1"), "topLeftCell", "B2"), "activePane", "bottomRight"),
           "state", "frozen");
    } else {
      with(view, "showGridLines", "0");
    }
    with(add(root_, "sheetFormatPr"), "defaultRowHeight", "15");
    xml_node widths = add(root_, "cols");
    for (std::size_t i = 0; i < columns.size(); ++i) {
      xml_node each = with(with(add(widths, "col"), "min", i + 1), "max", i + 1);
      with(with(each, "width", fmt::format("{:.4g}", columns[i].width)), "customWidth", "1");
    }
  }

  static void add_cell(xml_node row, std::size_t at, std::size_t column, const Cell& cell, Look look) {
    xml_node node = with(with(add(row, "c"), "r", cell_name(at, column)), "s", static_cast<std::size_t>(look));
    if (cell.kind == Cell::Kind::number) {
      set_text(add(node, "v"), number_text(cell.number));
    } else if (cell.kind == Cell::Kind::flag) {
      with(node, "t", "b");
      set_text(add(node, "v"), cell.number == 0 ? "0" : "1");
    } else if (cell.kind == Cell::Kind::text) {
      with(node, "t", "inlineStr");
      set_text(with(add(add(node, "is"), "t"), "xml:space", "preserve"), escaped(stored_text(cell.text)));
    }
  }

  static void add_heads(xml_node data, const std::vector<Column>& columns) {
    xml_node row = with(add(data, "row"), "r", "1");
    for (std::size_t i = 0; i < columns.size(); ++i)
      add_cell(row, 0, i, {.kind = Cell::Kind::text, .text = columns[i].head}, Look::head);
  }

  static void add_row(xml_node data, const Page& page, std::size_t index) {
    const std::size_t at = index + 1;
    xml_node row = with(add(data, "row"), "r", at + 1);
    const bool spare = index >= page.rows.size();
    with(row, "ht", height_of(spare ? Row{} : page.rows[index], page.columns));
    for (std::size_t i = 0; i < page.columns.size(); ++i) {
      const Cell cell = spare || i >= page.rows[index].size() ? Cell{} : page.rows[index][i];
      add_cell(row, at, i, cell, look_in(page.columns[i].kind, spare, cell));
    }
  }

  /// A day, a month and a text can stand in the same column; a row that is still empty may get any key.
  static Look look_in(Column::Kind kind, bool spare, const Cell& cell) {
    if (spare && kind == Column::Kind::key) return Look::text;
    if (kind == Column::Kind::general && cell.kind == Cell::Kind::number && cell.shown == Cell::Shown::day)
      return Look::day;
    if (kind == Column::Kind::general && cell.kind == Cell::Kind::text) return Look::text;
    return look_of(kind);
  }

  static void add_line(xml_node data, std::size_t at, const std::string& line) {
    const bool heading = line.starts_with("# ");
    xml_node row = with(add(data, "row"), "r", at + 1);
    const Look look = at == 0 ? Look::title : heading ? Look::heading : Look::paragraph;
    if (look == Look::paragraph) with(row, "ht", fmt::format("{}", lines_in(line, kNotesWidth) * 16 + 2));
    if (look == Look::title) with(row, "ht", "24");
    if (look == Look::heading) with(row, "ht", "22");
    add_cell(row, at, 0, {.kind = Cell::Kind::text, .text = heading ? line.substr(2) : line}, look);
  }

  /// Without a password: it keeps ids from being changed by accident, and whoever needs to can take it off.
  void protect() {
    xml_node node = add(root_, "sheetProtection");
    for (const char* const name : {"sheet", "objects", "scenarios"}) with(node, name, "1");
    for (const char* const allowed :
         {"formatCells", "formatColumns", "formatRows", "insertRows", "deleteRows", "sort", "autoFilter"})
      with(node, allowed, "0");
  }

  struct Asked {
    const Offer* offer = nullptr;
    std::string_view head;
    std::string area;
  };

  void add_offers(const Page& page, std::size_t last) {
    std::vector<Asked> asked;
    for (std::size_t i = 0; i < page.columns.size(); ++i)
      asked.push_back({.offer = &page.columns[i].offer,
                       .head = page.columns[i].head,
                       .area = cell_name(1, i) + ":" + cell_name(last, i)});
    for (const CellOffer& cell : page.offers)
      asked.push_back(
          {.offer = &cell.offer, .head = page.columns[cell.column].head, .area = cell_name(cell.row + 1, cell.column)});
    std::erase_if(asked, [](const Asked& each) { return each.offer->choices.empty() && each.offer->about.empty(); });
    if (asked.empty()) return;
    xml_node all = with(add(root_, "dataValidations"), "count", asked.size());
    for (const Asked& each : asked) add_offer(all, each);
  }

  void add_offer(xml_node all, const Asked& asked) {
    const Offer& offer = *asked.offer;
    xml_node node = add(all, "dataValidation");
    const std::string range = choices_.range(offer.choices);
    if (!range.empty()) with(node, "type", "list");
    if (!range.empty() && !offer.only_choices) with(node, "errorStyle", "warning");
    with(with(node, "allowBlank", "1"), "showInputMessage", "1");
    if (!range.empty()) {
      with(with(node, "showErrorMessage", "1"), "errorTitle", "Not in the list");
      with(node, "error",
           offer.only_choices ? "Please choose one of the list, or leave the cell empty."
                              : "This is not in the list. Keep it if it is the id of a new row.");
    }
    if (!offer.about.empty()) {
      with(node, "promptTitle", cut(std::string(asked.head), 32));
      with(node, "prompt", cut(offer.about, kLongestMessage));
    }
    with(node, "sqref", asked.area);
    if (!range.empty()) set_text(add(node, "formula1"), range);
  }

  void print(bool wide) {
    xml_node margins = add(root_, "pageMargins");
    for (const char* const side : {"left", "right"}) with(margins, side, "0.5");
    for (const char* const side : {"top", "bottom"}) with(margins, side, "0.75");
    for (const char* const side : {"header", "footer"}) with(margins, side, "0.3");
    xml_node setup = with(with(add(root_, "pageSetup"), "paperSize", "1"), "orientation",
                          wide ? "landscape" : "portrait");
    with(with(setup, "fitToWidth", "1"), "fitToHeight", "0");
    xml_node footer = add(root_, "headerFooter");
    std::string title = title_;
    for (std::size_t at = title.find('&'); at != std::string::npos; at = title.find('&', at + 2)) title.insert(at, "&");
    set_text(add(footer, "oddHeader"), cut("&L" + title, 100) + "&R&A");
    set_text(add(footer, "oddFooter"), "&RPage &P of &N");
  }

  const std::string& title_;
  Choices& choices_;
  pugi::xml_document document_;
  xml_node root_;
};

}  // namespace

std::string absolute_name(std::size_t row, std::size_t column) {
  return "$" + column_name(column) + "$" + std::to_string(row + 1);
}

std::string Choices::range(const std::vector<std::string>& choices) {
  if (choices.empty()) return {};
  auto found = std::ranges::find(lists_, choices);
  if (found == lists_.end()) found = lists_.insert(lists_.end(), choices);
  const auto column = static_cast<std::size_t>(found - lists_.begin());
  return fmt::format("{}!{}:{}", kChoicesName, absolute_name(1, column), absolute_name(choices.size(), column));
}

Page Choices::page() const {
  Page page{.name = std::string(kChoicesName), .columns = {}, .rows = {}, .spare_rows = 0, .hidden = true};
  for (std::size_t i = 0; i < lists_.size(); ++i)
    page.columns.push_back({.head = "List " + std::to_string(i + 1), .kind = Column::Kind::derived, .width = 30});
  for (std::size_t i = 0; i < lists_.size(); ++i) add_list(i, page);
  return page;
}

void Choices::add_list(std::size_t column, Page& page) const {
  for (std::size_t row = 0; row < lists_[column].size(); ++row) {
    if (page.rows.size() <= row) page.rows.resize(row + 1, Row(lists_.size()));
    page.rows[row][column] = {.kind = Cell::Kind::text, .text = lists_[column][row]};
  }
}

std::string table_xml(const Page& page, const std::string& title, Choices& choices) {
  return SheetWriter(title, choices).table(page);
}

std::string notes_xml(const Notes& notes, const std::string& title) {
  Choices none;
  return SheetWriter(title, none).notes(notes);
}

std::string stored_text(std::string_view text) {
  return cut(xml_text(text), kLongestText);
}

}  // namespace cpm::sheet
