#include "sheet/write_xlsx.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "sheet/sheet_xml.h"
#include "sheet/styles.h"
#include "sheet/xml.h"
#include "sheet/zip.h"

namespace cpm::sheet {
namespace {

using pugi::xml_node;

constexpr const char* kRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr const char* kPackage = "http://schemas.openxmlformats.org/package/2006/";

std::string quoted_name(std::string_view sheet) {
  std::string quoted = "'";
  for (const char each : sheet) quoted.append(each == '\'' ? 2 : 1, each);
  return quoted + "'";
}

class Writer {
 public:
  explicit Writer(const Workbook& workbook) : workbook_(workbook) {}

  std::string bytes() {
    add_sheet(workbook_.notes.name, false, notes_xml(workbook_.notes, workbook_.title));
    for (const Page& page : workbook_.pages) add_page(page);
    if (!choices_.empty()) add_page(choices_.page());
    std::vector<Part> parts = {{"[Content_Types].xml", content_types()},
                               {"_rels/.rels", relations({{"officeDocument", "xl/workbook.xml"}}, true)},
                               {"docProps/core.xml", core()},
                               {"xl/workbook.xml", workbook()},
                               {"xl/_rels/workbook.xml.rels", sheet_relations()},
                               {"xl/styles.xml", styles_xml()}};
    for (Part& sheet : sheets_) parts.push_back(std::move(sheet));
    return zipped(parts);
  }

 private:
  struct Listed {
    std::string name;
    bool hidden = false;
    std::string area = {};  ///< of its filter
  };

  void add_sheet(const std::string& name, bool hidden, std::string bytes, std::string area = {}) {
    listed_.push_back({.name = name, .hidden = hidden, .area = std::move(area)});
    sheets_.push_back({.name = fmt::format("xl/worksheets/sheet{}.xml", listed_.size()), .bytes = std::move(bytes)});
  }

  void add_page(const Page& page) {
    const std::size_t last = std::max<std::size_t>(1, page.rows.size() + page.spare_rows);
    const std::string area = fmt::format("{}!{}:{}", quoted_name(page.name), absolute_name(0, 0),
                                         absolute_name(last, page.columns.size() - 1));
    add_sheet(page.name, page.hidden, table_xml(page, workbook_.title, choices_), area);
  }

  std::string content_types() const {
    pugi::xml_document document;
    xml_node root = root_of(document, "Types", (std::string(kPackage) + "content-types").c_str());
    const auto standard = [&](const char* ending, const char* type) {
      with(with(add(root, "Default"), "Extension", ending), "ContentType", type);
    };
    standard("rels", "application/vnd.openxmlformats-package.relationships+xml");
    standard("xml", "application/xml");
    const auto part = [&](const std::string& name, std::string_view type) {
      const std::string full = fmt::format("application/vnd.openxmlformats-{}+xml", type);
      with(with(add(root, "Override"), "PartName", "/" + name), "ContentType", full);
    };
    part("docProps/core.xml", "package.core-properties");
    part("xl/workbook.xml", "officedocument.spreadsheetml.sheet.main");
    part("xl/styles.xml", "officedocument.spreadsheetml.styles");
    for (const Part& sheet : sheets_) part(sheet.name, "officedocument.spreadsheetml.worksheet");
    return xml_bytes(document);
  }

  static std::string relations(const std::vector<std::pair<std::string, std::string>>& targets, bool of_package) {
    pugi::xml_document document;
    xml_node root = root_of(document, "Relationships", (std::string(kPackage) + "relationships").c_str());
    std::size_t number = 0;
    const auto add_one = [&](const std::string& type, const std::string& target) {
      with(with(with(add(root, "Relationship"), "Id", "rId" + std::to_string(++number)), "Type", type), "Target",
           target);
    };
    for (const auto& [type, target] : targets) add_one(std::string(kRelations) + "/" + type, target);
    if (of_package) add_one(std::string(kPackage) + "relationships/metadata/core-properties", "docProps/core.xml");
    return xml_bytes(document);
  }

  std::string sheet_relations() const {
    std::vector<std::pair<std::string, std::string>> targets;
    for (const Part& sheet : sheets_) targets.emplace_back("worksheet", sheet.name.substr(3));
    targets.emplace_back("styles", "styles.xml");
    return relations(targets, false);
  }

  std::string core() const {
    pugi::xml_document document;
    xml_node root = root_of(document, "cp:coreProperties", "");
    root.remove_attribute("xmlns");
    with(root, "xmlns:cp", (std::string(kPackage) + "metadata/core-properties").c_str());
    with(root, "xmlns:dc", "http://purl.org/dc/elements/1.1/");
    set_text(add(root, "dc:title"), workbook_.title);
    set_text(add(root, "dc:creator"), "cpm");
    set_text(add(root, "dc:language"), "en-US");
    return xml_bytes(document);
  }

  std::string workbook() const {
    pugi::xml_document document;
    xml_node root = with(root_of(document, "workbook", kMainSpace), "xmlns:r", kRelations);
    add(root, "workbookPr");
    with(add(add(root, "bookViews"), "workbookView"), "activeTab", "0");
    xml_node sheets = add(root, "sheets");
    for (std::size_t i = 0; i < listed_.size(); ++i) {
      xml_node each = with(with(add(sheets, "sheet"), "name", listed_[i].name), "sheetId", i + 1);
      if (listed_[i].hidden) with(each, "state", "veryHidden");
      with(each, "r:id", "rId" + std::to_string(i + 1));
    }
    add_names(add(root, "definedNames"));
    return xml_bytes(document);
  }

  /// What each program needs to know of filters, and which row is printed on each page; sorted by name.
  void add_names(xml_node names) const {
    const auto define = [&](const char* name, std::size_t sheet, const std::string& what) {
      xml_node node = with(with(add(names, "definedName"), "name", name), "localSheetId", sheet);
      set_text(node, what);
      return node;
    };
    for (std::size_t i = 0; i < listed_.size(); ++i)
      if (!listed_[i].area.empty()) with(define("_xlnm._FilterDatabase", i, listed_[i].area), "hidden", "1");
    for (std::size_t i = 0; i < listed_.size(); ++i)
      if (!listed_[i].area.empty()) define("_xlnm.Print_Titles", i, quoted_name(listed_[i].name) + "!$1:$1");
  }

  const Workbook& workbook_;
  Choices choices_;
  std::vector<Listed> listed_;
  std::vector<Part> sheets_;
};

}  // namespace

std::string xlsx_bytes(const Workbook& workbook) {
  return Writer(workbook).bytes();
}

}  // namespace cpm::sheet
