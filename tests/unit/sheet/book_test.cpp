#include "sheet/book.h"

#include <doctest/doctest.h>

#include "sheet/filling.h"
#include "sheet/numbers.h"
#include "sheet/write_xlsx.h"
#include "sheet/zip.h"

namespace cpm::sheet {
namespace {

Book book_of(std::string_view bytes, std::string_view name) {
  auto read = read_book(bytes, name);
  if (const auto* const trouble = std::get_if<Trouble>(&read)) FAIL(trouble->reason);
  return std::get<Book>(std::move(read));
}

std::string reason(std::string_view bytes, std::string_view name = "a.xlsx") {
  const auto read = read_book(bytes, name);
  return std::holds_alternative<Trouble>(read) ? std::get<Trouble>(read).reason : "it was read";
}

Workbook one_page(std::vector<Row> rows) {
  Workbook workbook{
      .title = "T & <T>", .notes = {.name = "Read me", .lines = {"Title", "# Heading", "A line"}}, .pages = {}};
  workbook.pages.push_back({.name = "It's a \"page\"",
                            .columns = {{.head = "One"}, {.head = "Two", .offer = {.choices = {"a", "b"}}}},
                            .rows = std::move(rows),
                            .spare_rows = 2});
  return workbook;
}

}  // namespace

TEST_CASE("a cell is named by its column and its row") {
  CHECK(cell_name(6, 5) == "F7");
  CHECK(column_name(25) == "Z");
  CHECK(column_name(26) == "AA");
  CHECK(column_name(701) == "ZZ");
  std::size_t row = 0;
  std::size_t column = 0;
  CHECK(read_cell_name("$AB$12", row, column));
  CHECK(row == 11);
  CHECK(column == 27);
  for (const char* const text : {"", "7", "F", "7F", "F7G", "F-1", "F99999999999999999999"})
    CHECK_MESSAGE(!read_cell_name(text, row, column), text);
}

TEST_CASE("what is written is read again") {
  const Row row = {{.kind = Cell::Kind::text, .text = "=1+1 <&> _x0041_ \"x\"\nsecond line"},
                   {.kind = Cell::Kind::number, .number = 12.5}};
  const Row other = {{.kind = Cell::Kind::text, .text = "  spaces  "}, {.kind = Cell::Kind::flag, .number = 1}};
  const Book book = book_of(xlsx_bytes(one_page({row, other})), "a.xlsx");
  REQUIRE(book.sheets.size() == 3);  // with the choices
  CHECK(book.sheets[1].name == "It's a \"page\"");
  CHECK(book.sheets[1].cell(0, 1).text == "Two");
  CHECK(book.sheets[1].cell(1, 0).text == row[0].text);
  CHECK(book.sheets[1].cell(1, 1).number == 12.5);
  CHECK(book.sheets[1].cell(2, 0).text == "  spaces  ");
  CHECK(book.sheets[1].cell(2, 1).kind == Cell::Kind::flag);
  CHECK(book.sheets[2].hidden);
  CHECK(book.sheets[2].cell(2, 0).text == "b");
}

TEST_CASE("the same workbook gives the same bytes") {
  CHECK(xlsx_bytes(one_page({})) == xlsx_bytes(one_page({})));
}

TEST_CASE("a day is what its number format shows") {
  CHECK(shown_by("yyyy\\-mm\\-dd") == Cell::Shown::day);
  CHECK(shown_by("[$-409]mmmm d, yyyy;@") == Cell::Shown::day);
  CHECK(shown_by("mmm-yy") == Cell::Shown::month);
  CHECK(shown_by("0.00%") == Cell::Shown::percent);
  CHECK(shown_by("General") == Cell::Shown::plain);
  CHECK(shown_by("0 \"days\"") == Cell::Shown::plain);
  CHECK(shown_by("mm:ss") == Cell::Shown::plain);
  CHECK(shown_by("\"") == Cell::Shown::plain);
}

TEST_CASE("days are counted as spreadsheets count them") {
  CHECK(base::to_text(day_of(46402).value()) == "2027-01-15");
  CHECK(base::to_text(day_of(46402.75).value()) == "2027-01-15");
  CHECK(serial_of(day_of(46402).value()) == 46402);
  CHECK(!day_of(0));
  CHECK(!day_of(-5));
  CHECK(!day_of(1e300));
  CHECK(number_text(0.1 + 0.2) == "0.3");
  CHECK(number_text(80) == "80");
  CHECK(!read_number("1e999"));
  CHECK(!read_number("0x10"));
}

TEST_CASE("texts with commas, semicolons or tabs are read in each usual encoding") {
  CHECK(book_of("a;b\n\"x;\"\"y\"\"\n2\";'=1\r\n", "a.csv").sheets[0].cell(1, 0).text == "x;\"y\"\n2");
  CHECK(book_of("a;b\n\"x;\"\"y\"\"\n2\";'=1\r\n", "a.csv").sheets[0].cell(1, 1).text == "=1");
  CHECK(book_of("\xEF\xBB\xBFn\xC3\xB1,b", "a.csv").sheets[0].cell(0, 0).text == "n\xC3\xB1");
  CHECK(book_of("n\xF1,b\x93", "a.csv").sheets[0].cell(0, 0).text == "n\xC3\xB1");
  CHECK(book_of(std::string("\xFF\xFE"
                            "a\0\t\0=\xD8\x00\xDE",
                            10),
                "a.csv")
            .sheets[0]
            .cell(0, 1)
            .text == "\xF0\x9F\x98\x80");
  CHECK(book_of("a,b", "Steps.csv").sheets[0].name == "Steps");
  CHECK(book_of("a,\"b", "a.csv").sheets[0].cell(0, 1).text == "b");
}

TEST_CASE("what is no spreadsheet is refused with the reason") {
  CHECK(reason("") == "the file is empty");
  CHECK(reason("hello") == "it is no spreadsheet that cpm reads");
  CHECK(reason("PK\3\4 and nothing else") == "the file is damaged, or only a part of it is there");
  CHECK(reason(zipped({{.name = "a", .bytes = "b"}})) == "it is an archive, but no spreadsheet that cpm reads");
  CHECK(reason(zipped({{.name = "xl/workbook.xml", .bytes = "<!DOCTYPE a><a/>"}})).find("words of its own") !=
        std::string::npos);
  CHECK(reason(std::string(40'000, '\n') + "a", "a.csv") == "the file holds more cells than cpm reads");
}

TEST_CASE("the first of several cells that are one on the screen speaks for all") {
  Filling filling;
  Sheet sheet;
  CHECK(filling.put(sheet, 0, 0, {.kind = Cell::Kind::text, .text = "a"}));
  CHECK(filling.put(sheet, 2, 1, {.kind = Cell::Kind::text, .text = "b"}));
  CHECK(filling.spread(sheet, {.top = 0, .left = 0, .bottom = 1'000'000'000, .right = 1}));
  CHECK(sheet.rows.size() == 3);
  CHECK(sheet.cell(1, 1).text == "a");
  CHECK(sheet.cell(2, 1).text == "b");
  CHECK(sheet.cell(1, 0).from_merged);
}

}  // namespace cpm::sheet
