#include "sheet/read_xlsx.h"

#include <charconv>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/files.h"
#include "sheet/filling.h"
#include "sheet/numbers.h"
#include "sheet/xml.h"

namespace cpm::sheet {
namespace {

constexpr std::string_view kNoSheets = "the file holds no sheet that cpm can read";

/// `_x000D_` stands for a character that XML cannot hold, or that it would change.
std::string without_escapes(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    unsigned code = 0;
    const bool escape = text.size() - i >= 7 && text[i] == '_' && text[i + 1] == 'x' && text[i + 6] == '_' &&
                        std::from_chars(text.data() + i + 2, text.data() + i + 6, code, 16).ptr == text.data() + i + 6;
    if (!escape || code >= 0x80) {
      out += text[i];
      continue;
    }
    out += static_cast<char>(code);
    i += 6;
  }
  return out;
}

/// The runs of a text, without its phonetic hints.
std::string text_of(const pugi::xml_node& holder) {
  std::string text;
  for (const pugi::xml_node each : holder.children()) {
    if (local_name(each) == "t") text += each.text().get();
    if (local_name(each) == "r") text += child(each, "t").text().get();
  }
  return without_escapes(text);
}

/// 1904 counts from 1904-01-01.
constexpr double kDaysTo1904 = 1462;

class XlsxReader {
 public:
  explicit XlsxReader(Archive& archive) : archive_(archive) {}

  std::variant<Book, Trouble> read() {
    if (!read_parts()) return std::move(*trouble_);
    return std::move(book_);
  }

 private:
  struct Listed {
    std::string name;
    std::string part;
    bool hidden = false;
  };

  bool fail(Trouble trouble) {
    trouble_ = std::move(trouble);
    return false;
  }

  /// A part that is not there leaves the document empty.
  bool load(const std::string& name, pugi::xml_document& document) {
    std::variant<std::string, Trouble> part = archive_.part(name);
    if (Trouble* const trouble = std::get_if<Trouble>(&part)) return fail(std::move(*trouble));
    std::string& bytes = std::get<std::string>(part);
    if (bytes.empty()) return true;
    auto parsed = read_xml(std::move(bytes), document);
    Trouble* const trouble = std::get_if<Trouble>(&parsed);
    return trouble == nullptr || fail(std::move(*trouble));
  }

  bool read_parts() {
    book_.macros = archive_.has("xl/vbaProject.bin");
    book_.links = !archive_.names_below("xl/externalLinks/").empty();
    if (!read_texts() || !read_formats() || !read_list()) return false;
    for (const Listed& each : listed_)
      if (!read_sheet(each)) return false;
    return true;
  }

  bool read_texts() {
    pugi::xml_document document;
    if (!load("xl/sharedStrings.xml", document)) return false;
    for (const pugi::xml_node each : document.document_element().children())
      if (local_name(each) == "si") texts_.push_back(text_of(each));
    return true;
  }

  bool read_formats() {
    pugi::xml_document document;
    if (!load("xl/styles.xml", document)) return false;
    const pugi::xml_node styles = document.document_element();
    std::map<std::string, Cell::Shown, std::less<>> own;
    for (const pugi::xml_node each : child(styles, "numFmts").children())
      own[std::string(attribute(each, "numFmtId"))] = shown_by(attribute(each, "formatCode"));
    for (const pugi::xml_node each : child(styles, "cellXfs").children()) {
      const std::string_view id = attribute(each, "numFmtId");
      const auto found = own.find(id);
      formats_.push_back(found != own.end() ? found->second : built_in_format(count_in(each, "numFmtId", 0, 1000)));
    }
    return true;
  }

  /// The formats that every program knows by their number; 27 to 36 and 50 to 58 are days in East Asian ones.
  static Cell::Shown built_in_format(std::size_t id) {
    if (id == 9 || id == 10) return Cell::Shown::percent;
    if (id == 17) return Cell::Shown::month;
    const bool day = (id >= 14 && id <= 16) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
    return day ? Cell::Shown::day : Cell::Shown::plain;
  }

  bool read_list() {
    pugi::xml_document relations;
    pugi::xml_document workbook;
    if (!load("xl/_rels/workbook.xml.rels", relations) || !load("xl/workbook.xml", workbook)) return false;
    std::map<std::string, std::string> targets;
    for (const pugi::xml_node each : relations.document_element().children()) {
      const std::string_view target = attribute(each, "Target");
      targets[std::string(attribute(each, "Id"))] = target.starts_with('/') ? std::string(target.substr(1))
                                                                            : base::joined_path("xl", target);
    }
    const pugi::xml_node root = workbook.document_element();
    const std::string_view old_days = attribute(child(root, "workbookPr"), "date1904");
    from_1904_ = old_days == "1" || old_days == "true";
    for (const pugi::xml_node each : child(root, "sheets").children()) {
      const auto found = targets.find(std::string(attribute(each, "id")));
      if (found == targets.end() || !archive_.has(found->second)) continue;
      if (listed_.size() == kMostSheets) return fail(Filling::trouble());
      listed_.push_back({.name = std::string(attribute(each, "name")),
                         .part = found->second,
                         .hidden = attribute(each, "state").find("idden") != std::string_view::npos});
    }
    return !listed_.empty() ||
           fail({.reason = std::string(kNoSheets), .help = "save it again as `.xlsx`, and try that"});
  }

  bool read_sheet(const Listed& listed) {
    pugi::xml_document document;
    if (!load(listed.part, document)) return false;
    const pugi::xml_node root = document.document_element();
    Sheet& sheet = book_.sheets.emplace_back();
    sheet.name = listed.name;
    sheet.hidden = listed.hidden;
    std::size_t row = 0;  // rows and cells may leave out where they stand: then they follow the one before
    for (const pugi::xml_node each : child(root, "sheetData").children()) {
      if (local_name(each) != "row") continue;
      row = count_in(each, "r", row + 1, kMostRows * 100);
      if (row == 0 || !read_row(each, row - 1, sheet)) return row == 0 ? fail(Filling::trouble()) : false;
    }
    for (const pugi::xml_node each : child(root, "mergeCells").children())
      if (!spread(sheet, attribute(each, "ref"))) return fail(Filling::trouble());
    return true;
  }

  bool read_row(const pugi::xml_node& cells, std::size_t row, Sheet& sheet) {
    std::size_t next = 0;
    for (const pugi::xml_node each : cells.children()) {
      if (local_name(each) != "c") continue;
      std::size_t named = row;
      std::size_t column = next;
      read_cell_name(attribute(each, "r"), named, column);
      if (!filling_.put(sheet, row, column, cell_of(each))) return fail(Filling::trouble());
      next = column + 1;
    }
    return true;
  }

  bool spread(Sheet& sheet, std::string_view range) {
    const std::size_t colon = range.find(':');
    Area area;
    const bool whole = colon != std::string_view::npos && read_cell_name(range.substr(0, colon), area.top, area.left) &&
                       read_cell_name(range.substr(colon + 1), area.bottom, area.right);
    return !whole || filling_.spread(sheet, area);
  }

  Cell cell_of(const pugi::xml_node& node) const {
    Cell cell;
    cell.formula = bool(child(node, "f"));
    const std::string_view type = attribute(node, "t");
    const std::string_view value = child(node, "v").text().get();
    if (type == "s") {
      std::size_t index = 0;
      std::from_chars(value.data(), value.data() + value.size(), index);
      if (index < texts_.size()) cell.text = texts_[index];
    } else if (type == "inlineStr") {
      cell.text = text_of(child(node, "is"));
    } else if (type == "str") {
      cell.text = without_escapes(value);
    } else if (type == "d") {
      return day_cell(value, std::move(cell));
    } else if (type == "e") {
      cell.text = value;
      cell.kind = Cell::Kind::error;
      return cell;
    } else {
      return number_cell(value, type == "b", count_in(node, "s", 0, formats_.size()), std::move(cell));
    }
    if (!cell.text.empty()) cell.kind = Cell::Kind::text;
    return cell;
  }

  /// A program that does not calculate wrote it.
  static Cell without_result(Cell cell) {
    cell.kind = Cell::Kind::error;
    return cell;
  }

  Cell number_cell(std::string_view value, bool flag, std::size_t format, Cell cell) const {
    const std::optional<double> number = read_number(value);
    if (!number) return cell.formula ? without_result(std::move(cell)) : cell;
    cell.kind = flag ? Cell::Kind::flag : Cell::Kind::number;
    cell.number = *number;
    if (!flag && format < formats_.size()) cell.shown = formats_[format];
    const bool day = cell.shown == Cell::Shown::day || cell.shown == Cell::Shown::month;
    if (day && from_1904_) cell.number += kDaysTo1904;
    return cell;
  }

  Archive& archive_;
  Book book_;
  Filling filling_;
  std::optional<Trouble> trouble_;
  std::vector<std::string> texts_;
  std::vector<Cell::Shown> formats_;
  std::vector<Listed> listed_;
  bool from_1904_ = false;
};

}  // namespace

std::variant<Book, Trouble> read_xlsx(Archive& archive) {
  return XlsxReader(archive).read();
}

}  // namespace cpm::sheet
