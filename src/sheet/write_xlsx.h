#pragma once
// A spreadsheet as .xlsx: heads that stay in sight, choices to pick from, cells that are protected, settings for Letter paper.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "sheet/book.h"

namespace cpm::sheet {

/// What a person sees at a cell: a sentence, and values to pick from.
struct Offer {
  std::string about = {};  ///< shown beside a cell that is chosen
  std::vector<std::string> choices = {};
  bool only_choices = false;  ///< another value is refused, else only questioned
};

struct Column {
  enum class Kind {
    text,     ///< what is typed stays a text: 3/4 does not become a day
    general,  ///< the program may make a day of what is typed
    day,
    number,
    key,      ///< names the row: protected where there is one
    derived,  ///< tells what another column means: protected
  };

  std::string head;
  Kind kind = Kind::text;
  double width = 16;  ///< in characters
  Offer offer = {};
};

/// At one cell, in a table whose rows are of different sorts.
struct CellOffer {
  std::size_t row = 0;  ///< of the table's rows, from 0
  std::size_t column = 0;
  Offer offer = {};
};

/// A sheet with one table, or with lines of text.
struct Page {
  std::string name;
  std::vector<Column> columns;
  std::vector<Row> rows;
  std::vector<CellOffer> offers = {};
  std::size_t spare_rows = 0;  ///< empty rows below, to be filled in
  bool hidden = false;
};

/// Lines of a sheet without a table: a title, then paragraphs; one that begins with `# ` is a heading.
struct Notes {
  std::string name;
  std::vector<std::string> lines;
};

struct Workbook {
  std::string title;
  Notes notes;  ///< the first sheet
  std::vector<Page> pages;
};

/// The same bytes for the same workbook. Nothing in it is a formula but the references of lists of choices.
std::string xlsx_bytes(const Workbook& workbook);

/// What a cell keeps of a text: at most so much as the format allows, without characters that it cannot hold.
std::string stored_text(std::string_view text);

}  // namespace cpm::sheet
