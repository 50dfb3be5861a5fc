#pragma once
// A page as a reader will see it: title and blocks, without color, markup or layout. Each format of render/ writes it its
// own way. Cells may carry the exact number and the place in the file that it came from.
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/ratio.h"
#include "diag/span.h"
#include "report/chart.h"

namespace cpm::report {

/// Levels 2 to 4; the document's title is level 1.
struct Heading {
  int level = 2;
  std::string text;
};

/// One paragraph of plain text. `lead`: the answer first, set apart.
struct Paragraph {
  std::string text;
  bool lead = false;
};

struct Fact {
  std::string label;
  std::string text;
};

/// Label and value pairs at the head of a page.
struct Facts {
  std::vector<Fact> facts;
};

struct Cell {
  std::string text;
  std::optional<base::Tenths> number = {};  ///< the number behind the text
  std::optional<diag::Span> source = {};    ///< where the county's file gives the figure
  std::string link = {};                    ///< a file beside the page that the text leads to; empty: none
  bool has_keys = false;                    ///< words between backquotes in it are keys of a file
};

struct Column {
  std::string head;
  bool number = false;  ///< aligned to the right
};

/// A table with a header row; simple, never for layout. The first column names the row.
struct Table {
  std::string caption;
  std::vector<Column> columns;
  std::vector<std::vector<Cell>> rows;
};

struct List {
  std::vector<std::string> entries;
  bool numbered = false;
};

/// Text shown as it is, line by line: an example file, a command.
struct Verbatim {
  std::string caption;
  std::string text;
};

/// A drawing as Mermaid text, made by report/flowchart, and the same in words: an outline with the level of each line,
/// from 0. Formats without drawings show the outline alone.
struct Diagram {
  std::string caption;
  std::string mermaid;
  std::vector<std::pair<int, std::string>> outline;
};

/// The few figures that answer the page's question, large. The lead says them in words, so that formats without them lose
/// nothing.
struct KeyFigure {
  std::string figure;
  std::string label;
};
struct KeyFigures {
  std::vector<KeyFigure> figures;
};

/// The titles of the headings of level 2 that follow, as a list that leads there.
struct Contents {
  std::vector<std::string> titles;
};

using Block = std::variant<Heading, Paragraph, Facts, Table, List, Verbatim, Diagram, Chart, KeyFigures, Contents>;

using Blocks = std::vector<Block>;

/// A file that a page was made from.
struct MadeFrom {
  std::string file;   ///< its path from the root of the repository
  std::string print;  ///< fingerprint of what it said
};

/// How a report was made. Pages that become files end with it, and `cpm verify` makes them again.
struct Made {
  std::string version;  ///< of cpm
  base::Date as_of{};
  std::string command;  ///< "report plan"
  std::vector<std::string> operands = {};
  std::vector<std::pair<std::string, std::string>> options = {};  ///< "no-contacts" and no value, "from" and a date
  std::vector<MadeFrom> from = {};                                ///< by path
  std::string folder = {};  ///< of these files as the run was given it, "examples/alder"; "." where there are several
};

struct Document {
  std::string title;
  std::vector<Block> blocks;
  std::optional<Made> made = {};
};

}  // namespace cpm::report
