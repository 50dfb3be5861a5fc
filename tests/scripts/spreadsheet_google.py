#!/usr/bin/env python3
"""Spreadsheets of cpm export in the form that Google Sheets gives a file: what comes home is what was changed.

It is a reconstruction; nothing was uploaded for it. The form is that of workbooks in public repositories which Google Sheets had
exported: GSA/USSM, assets/files/M3-Document-and-Example-Tracker.xlsx (parts and their names, Google's own data, cells without text
as far as Z1000) and assets/files/downloads/hr/hcs/HCM Service Measures_A1 (...).xlsx (a hidden sheet, days, choices, filters, merged
cells); exceljs/exceljs, spec/integration/data/hidden-test/google-sheets.xlsx; roo-rb/roo, test/files/boolean-from-google-sheets.xlsx.
Of 66 such workbooks in six repositories none has a protected sheet, advice beside a choice, a title that is printed on each page, a
part docProps/app.xml, or a sheet that is hidden more deeply than others, so these are taken away."""
import os
import re
import sys
import zipfile
from xml.sax.saxutils import escape, quoteattr

from harness import check, expect, finish, read
import spreadsheet
from spreadsheet import Place, Source, heads, published_book, published_rows, rows_of, set_text, tree

import openpyxl  # behind spreadsheet, which skips without it
from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import to_excel

ROUNDS = int(os.environ.get("CPM_GOOGLE", "2"))
LAST_ROW, LAST_COLUMN = 1000, 26  # Google's smallest sheet

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
KIND = "application/vnd.openxmlformats-officedocument."
SPACES = (f'xmlns="{MAIN}" xmlns:r="{OFFICE}" xmlns:mx="http://schemas.microsoft.com/office/mac/excel/2008/main" '
          'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:mv="urn:schemas-microsoft-com:mac:vml" '
          'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" '
          'xmlns:x15="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main" '
          'xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"')


# The parts of the file.

class Strings:
    """All texts of the file, each once."""

    def __init__(self):
        self.texts, self.count = {}, 0

    def number(self, text):
        self.count += 1
        return self.texts.setdefault(text, len(self.texts))

    def xml(self):
        items = "".join(f"<si><t{' xml:space=' + chr(34) + 'preserve' + chr(34) if text != text.strip() else ''}>{escape(text)}</t></si>"
                        for text in self.texts)
        return f'{HEAD}<sst xmlns="{MAIN}" count="{self.count}" uniqueCount="{len(self.texts)}">{items}</sst>'


class Styles:
    """Of the styles of cells only the form of numbers means something to anybody who reads the file."""

    def __init__(self):
        self.forms = {"General": 0}

    def number(self, form):
        return self.forms.setdefault(form, len(self.forms))

    def xml(self):
        builtin = {form: number for number, form in openpyxl.styles.numbers.BUILTIN_FORMATS.items()}
        own = [form for form in self.forms if form not in builtin]
        numbers = {**builtin, **{form: 164 + at for at, form in enumerate(own)}}
        formats = "".join(f"<numFmt numFmtId=\"{numbers[form]}\" formatCode={quoteattr(form)}/>" for form in own)
        cells = "".join(f'<xf borderId="0" fillId="0" fontId="0" numFmtId="{numbers[form]}" xfId="0" applyAlignment="1" applyFont="1" '
                        'applyNumberFormat="1"><alignment readingOrder="0" shrinkToFit="0" vertical="bottom" wrapText="0"/></xf>' for form in self.forms)
        return (f'{HEAD}<styleSheet xmlns="{MAIN}">' + (f'<numFmts count="{len(own)}">{formats}</numFmts>' if own else "") +
                '<fonts count="1"><font><sz val="10.0"/><color rgb="FF000000"/><name val="Arial"/><scheme val="minor"/></font></fonts>'
                '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="lightGray"/></fill></fills>'
                '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf borderId="0" fillId="0" fontId="0" numFmtId="0" '
                f'applyAlignment="1" applyFont="1"/></cellStyleXfs><cellXfs count="{len(self.forms)}">{cells}</cellXfs><cellStyles count="1">'
                '<cellStyle xfId="0" name="Normal" builtinId="0"/></cellStyles><dxfs count="0"/></styleSheet>')


def decimal(number):
    """Google writes a whole number as 2.0."""
    return repr(float(number))


def cell_xml(cell, strings, styles):
    style = styles.number(cell.number_format)
    begin = f'<c r="{cell.coordinate}" s="{style}"'
    if cell.value is None:
        return begin + "/>"
    if cell.data_type == "b":
        return f'{begin} t="b"><v>{int(cell.value)}</v></c>'
    if cell.data_type == "e":
        return f'{begin} t="e"><v>{escape(cell.value)}</v></c>'
    if cell.data_type in ("n", "d"):
        value = cell.value if cell.data_type == "n" else to_excel(cell.value)
        return f"{begin}><v>{decimal(value)}</v></c>"
    return f'{begin} t="s"><v>{strings.number(cell.value)}</v></c>'


def empty_xml(row, first, last):
    return "".join(f'<c r="{get_column_letter(column)}{row}" s="0"/>' for column in range(first, last + 1))


def rows_xml(sheet, strings, styles):
    rows, width, height = [], max(sheet.max_column, LAST_COLUMN), max(sheet.max_row, LAST_ROW)
    for number, row in enumerate(sheet.iter_rows(), 1):
        cells = "".join(cell_xml(cell, strings, styles) for cell in row) + empty_xml(number, len(row) + 1, width)
        rows.append(f'<row r="{number}" ht="14.25" customHeight="1">{cells}</row>')
    rows += [f'<row r="{number}" ht="14.25" customHeight="1">{empty_xml(number, 1, width)}</row>' for number in range(len(rows) + 1, height + 1)]
    return "<sheetData>" + "".join(rows) + "</sheetData>"


def choices_xml(sheet):
    """A list of choices is kept, without what was said about it."""
    lists = [each for each in sheet.data_validations.dataValidation if each.type == "list"]
    items = "".join(f'<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="{each.sqref}">'
                    f"<formula1>{escape(each.formula1)}</formula1></dataValidation>" for each in lists)
    return f"<dataValidations>{items}</dataValidations>" if lists else ""


def merged_xml(sheet):
    ranges = sorted(str(each) for each in sheet.merged_cells.ranges)
    return f'<mergeCells count="{len(ranges)}">' + "".join(f'<mergeCell ref="{each}"/>' for each in ranges) + "</mergeCells>" if ranges else ""


def sheet_xml(sheet, strings, styles):
    frozen = sheet.freeze_panes or "A1"
    column, row = openpyxl.utils.cell.coordinate_from_string(frozen)
    across, down = openpyxl.utils.column_index_from_string(column) - 1, row - 1
    splits = (f' xSplit="{across}.0"' if across else "") + (f' ySplit="{down}.0"' if down else "")
    pane = f'<pane{splits} topLeftCell="{frozen}" activePane="{"bottomRight" if across else "bottomLeft"}" state="frozen"/>' if splits else ""
    widths = "".join(f'<col customWidth="1" min="{each.min}" max="{each.max}" width="{each.width + 0.43:.2f}"/>'
                     for each in sheet.column_dimensions.values() if each.width)
    return (f'{HEAD}<worksheet {SPACES}><sheetPr><outlinePr summaryBelow="0" summaryRight="0"/><pageSetUpPr fitToPage="1"/></sheetPr>'
            f'<sheetViews><sheetView workbookViewId="0">{pane}</sheetView></sheetViews>'
            '<sheetFormatPr customHeight="1" defaultColWidth="14.43" defaultRowHeight="15.0"/>' + (f"<cols>{widths}</cols>" if widths else "") +
            rows_xml(sheet, strings, styles) + (f'<autoFilter ref="{absolute(sheet.auto_filter.ref)}"/>' if sheet.auto_filter.ref else "") +
            merged_xml(sheet) + choices_xml(sheet) +
            '<printOptions/><pageMargins bottom="0.75" footer="0.0" header="0.0" left="0.7" right="0.7" top="0.75"/>'
            '<pageSetup fitToHeight="0" orientation="landscape"/><drawing r:id="rId1"/></worksheet>')


def absolute(area):
    return re.sub(r"([A-Z]+)(\d+)", r"$\1$\2", area)


def book_xml(book):
    """The sheets in their order; each is shown or hidden, and Google knows nothing between these."""
    sheets, names = "", ""
    for number, sheet in enumerate(book.worksheets):
        state = "visible" if sheet.sheet_state == "visible" else "hidden"
        sheets += f'<sheet state="{state}" name={quoteattr(sheet.title)} sheetId="{number + 1}" r:id="rId{number + 4}"/>'
        if sheet.auto_filter.ref:
            area = escape(f"'{sheet.title}'!{absolute(sheet.auto_filter.ref)}")
            names += f'<definedName hidden="1" localSheetId="{number}" name="_xlnm._FilterDatabase">{area}</definedName>'
    last = len(book.worksheets) + 4
    own = ('<extLst><ext uri="GoogleSheetsCustomDataVersion1"><go:sheetsCustomData xmlns:go="http://customooxmlschemas.google.com/" '
           f'r:id="rId{last}" roundtripDataSignature="AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=="/></ext></extLst>')
    return f"{HEAD}<workbook {SPACES}><workbookPr/><sheets>{sheets}</sheets><definedNames>{names}</definedNames><calcPr/>{own}</workbook>"


def relations(targets):
    """`targets`: (kind, target) in the order of their ids."""
    items = "".join(f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>' for number, (kind, target) in enumerate(targets, 1))
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{items}</Relationships>'


def types_xml(names):
    kinds = {"xl/worksheets/sheet": KIND + "spreadsheetml.worksheet+xml", "xl/drawings/": KIND + "drawing+xml", "xl/metadata": "application/binary",
             "xl/sharedStrings": KIND + "spreadsheetml.sharedStrings+xml", "xl/styles": KIND + "spreadsheetml.styles+xml",
             "xl/theme/": KIND + "theme+xml", "xl/workbook.xml": KIND + "spreadsheetml.sheet.main+xml"}
    items = "".join(f'<Override ContentType="{kind}" PartName="/{name}"/>' for name in names for begin, kind in kinds.items() if name.startswith(begin))
    return (f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default ContentType="application/xml" Extension="xml"/>'
            f'<Default ContentType="application/vnd.openxmlformats-package.relationships+xml" Extension="rels"/>{items}</Types>')


def parts_of(book):
    strings, styles, parts = Strings(), Styles(), {}
    numbers = range(1, len(book.worksheets) + 1)
    for number in numbers:
        parts[f"xl/drawings/drawing{number}.xml"] = f'{HEAD}<xdr:wsDr xmlns:xdr="{DRAWING}/spreadsheetDrawing" xmlns:a="{DRAWING}/main"/>'
    for number, sheet in zip(numbers, book.worksheets):
        parts[f"xl/worksheets/sheet{number}.xml"] = sheet_xml(sheet, strings, styles)
        parts[f"xl/worksheets/_rels/sheet{number}.xml.rels"] = relations([(OFFICE + "/drawing", f"../drawings/drawing{number}.xml")])
    parts["xl/theme/theme1.xml"] = f'{HEAD}<a:theme xmlns:a="{DRAWING}/main" name="Sheets"/>'
    parts["xl/sharedStrings.xml"] = strings.xml()
    parts["xl/styles.xml"] = styles.xml()
    parts["xl/workbook.xml"] = book_xml(book)
    parts["xl/_rels/workbook.xml.rels"] = relations(
        [(OFFICE + "/theme", "theme/theme1.xml"), (OFFICE + "/styles", "styles.xml"), (OFFICE + "/sharedStrings", "sharedStrings.xml"),
         *((OFFICE + "/worksheet", f"worksheets/sheet{number}.xml") for number in numbers),
         ("http://customschemas.google.com/relationships/workbookmetadata", "metadata")])
    parts["_rels/.rels"] = relations([(OFFICE + "/officeDocument", "xl/workbook.xml")])
    parts["xl/metadata"] = bytes(range(249))
    parts["[Content_Types].xml"] = types_xml(list(parts))
    return parts


def google(path):
    """The spreadsheet as Google Sheets would export it, beside the first one."""
    result = re.sub(r"\.xlsx$", " - google.xlsx", path)
    with zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as file:
        for name, part in parts_of(openpyxl.load_workbook(path)).items():
            file.writestr(name, part)
    return result


# The checks.

FILES = (("plan", "plans/2025-07.yaml"), ("snapshot", "snapshots/2026-03-12.yaml"), ("support", "support.yaml"))


def cells_of(path):
    book = openpyxl.load_workbook(path)
    return {sheet.title: {cell.coordinate: cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None} for sheet in book}


def same_cells():
    """The reconstruction loses no cell and no sheet, and what Google hides stays hidden."""
    with Place("examples/alder", *FILES[0]) as place:
        place.export()
        path = google(place.sheet)
        expect("openpyxl reads the same cells", cells_of(path), cells_of(place.sheet))
        book = openpyxl.load_workbook(path)
        expect("two sheets are hidden", [sheet.title for sheet in book if sheet.sheet_state == "hidden"], ["cpm", "Choices"])
        expect("the sheets end where Google ends them", {sheet.dimensions for sheet in book}, {"A1:Z1000"})
        check("no sheet is protected", not any(sheet.protection.sheet for sheet in book))
        check("choices are kept", any(sheet.data_validations.dataValidation for sheet in book))


def untouched():
    for kind, file in FILES:
        with Place("examples/alder", kind, file) as place:
            place.export()
            result = place.result(sheet=google(place.sheet))
            expect(f"{kind} out of Google, untouched", (place.text(), result["differences"], result["three_way"]), (place.before, [], True))


def new_and_removed_rows():
    with Place("examples/alder", "plan", "plans/2025-07.yaml") as place:
        place.export()
        book = place.book()
        sheet = book["Steps"]
        columns, row = heads(sheet), len(rows_of(sheet)) + 2
        for head, text in (("Objective", "coached-units"), ("Action", "Ask every unit"), ("Status", "Not started"), ("With", "Probation\nA Tribe")):
            set_text(sheet.cell(row, columns[head]), text)
        sheet.cell(row, columns["Due"]).value = spreadsheet.datetime.datetime(2026, 5, 4)
        book["Reviews"].delete_rows(2)
        book.save(place.sheet)
        result = place.result("--remove", sheet=google(place.sheet))
        expect("a new row out of Google is taken whole", [each for each in result["differences"] if each["outcome"] != "taken"], [])
        step = {key: value for key, value in tree(place.text())["steps"][-1].items() if key != "id"}
        expect("a new row out of Google", step, {"objective": "coached-units", "action": "Ask every unit", "with": ["Probation", "A Tribe"],
                                                 "due": "2026-05-04", "status": "not_started"})
        expect("a row that was deleted in Google", tree(place.text())["reviews"], tree(place.before)["reviews"][1:])


def public_workbook():
    """A table of one's own says the same, whichever program saved it."""
    folder = "tests/public/bangladesh-sun-2021"
    with Place(folder, "plan", "plans/2021-05.yaml") as place:
        place.before = place.before[:place.before.index("steps:")] + "steps: []\n"
        path, texts = os.path.join(place.folder, "plan.xlsx"), []
        published_book(published_rows(Source(read(f"{folder}/source.txt"))), path)
        for each in (path, google(path)):
            place.reset()
            place.result("--map", "map.yaml", sheet=each)
            texts.append(place.text())
        check("a table of one's own: rows came in", len(tree(texts[0])["steps"]) > 10)
        expect("a table of one's own, out of Google", texts[1], texts[0])


if __name__ == "__main__":
    same_cells()
    untouched()
    new_and_removed_rows()
    public_workbook()
    edits = spreadsheet.random_edits(through=google, rounds=ROUNDS, edits=60)
    check("edits were made", edits > 60 * ROUNDS, edits)
    sys.exit(finish())
