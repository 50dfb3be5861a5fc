#include "model/sheet_map.h"

#include <array>

#include "format/bind.h"
#include "format/kinds.h"

namespace cpm::format {
namespace {

using model::MappedColumn;
using model::MappedSheet;
using model::SheetMap;

constexpr std::array kMappedColumnFields = {
    field<&MappedColumn::to>("to", Need::must, kText, "The key of the record that it fills, as `cpm set` names it.",
                             "responsible.role")
        .called("key|field|into|target"),
    field<&MappedColumn::head>("head", Need::may, kText, "The head of the column, as the spreadsheet has it.",
                               "Lead person")
        .called("column|heading|header|from"),
    field<&MappedColumn::value>("value", Need::may, kText, "Or a value that every row gets.").called("constant|fixed"),
};
constexpr std::array<std::string_view, 2> kHeadOrValue = {"head", "value"};
constexpr std::array kMappedColumnOneOf = {OneOf{kHeadOrValue}};
constexpr Record kMappedColumnRecord{.noun = "mapped column",
                                     .about = "A column of the spreadsheet, and the key that it fills.",
                                     .id_key = {},
                                     .title_key = "to",
                                     .fields = kMappedColumnFields,
                                     .one_of = kMappedColumnOneOf};
constexpr Shape kMappedColumn = record_of(kMappedColumnRecord);
constexpr Shape kMappedColumns = list_of(kMappedColumn, 1);

constexpr std::array kMappedSheetFields = {
    field<&MappedSheet::sheet>("sheet", Need::may, kText, "The name of the sheet; not needed if there is only one.",
                               "Action plan")
        .called("tab|worksheet|name"),
    field<&MappedSheet::table>("table", Need::must, kText,
                               "The table that its rows become, as `cpm export` names the sheet: Steps, Objectives.",
                               "Steps"),
    field<&MappedSheet::heads>("heads", Need::may, kOrdinal, "The row of the heads, counted from 1.", "3", "1")
        .called("head row|header row|header"),
    field<&MappedSheet::columns>("columns", Need::must, kMappedColumns, "The columns that count; others are left out."),
};
constexpr Record kMappedSheetRecord{.noun = "mapped sheet",
                                    .about = "A sheet, and the table that its rows become.",
                                    .id_key = {},
                                    .title_key = "table",
                                    .fields = kMappedSheetFields};
constexpr Shape kMappedSheet = record_of(kMappedSheetRecord);
constexpr Shape kMappedSheets = list_of(kMappedSheet, 1);

constexpr std::array kSheetMapFields = {
    field<&SheetMap::heading>("format", Need::must, kText, "The kind of file.", "cpm/map/1"),
    field<&SheetMap::about>("about", Need::may, kText, "Which spreadsheet it is for.",
                            "The work plan as the deputy directors keep it"),
    field<&SheetMap::sheets>("sheets", Need::must, kMappedSheets, "The sheets that count."),
};

}  // namespace

constexpr Record kSheetMapRecord{.noun = "spreadsheet map",
                                 .about = "Where the columns of a spreadsheet of your own go.",
                                 .id_key = {},
                                 .title_key = {},
                                 .fields = kSheetMapFields};

}  // namespace cpm::format
