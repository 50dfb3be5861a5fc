#pragma once
// Builds a page: the answer first, then facts, sections, tables, lists and pictures. What is empty leaves no
// trace, and abbreviations are spelled out when the page is done, so that no page has to see to either.
#include <initializer_list>
#include <optional>
#include <string>
#include <vector>

#include "report/document.h"

namespace cpm::report {

/// The head of a column: a text, or `number("Points")` for a column of figures.
struct Head {
  Head(const char* text) : column{.head = text} {}
  Head(std::string text) : column{.head = std::move(text)} {}
  Head(Column made) : column(std::move(made)) {}
  Column column;
};

/// A column of figures, aligned to the right.
Column number(std::string head);

/// A table with these columns and no rows yet.
Table table_of(std::string caption, std::initializer_list<Head> heads);

class Page {
 public:
  explicit Page(std::string title);

  /// The answer to the page's question, set apart.
  void lead(std::string text);
  void section(std::string title, int level = 2);
  /// A section that holds one table; neither when the table has no rows.
  void section(std::string title, Table table, int level = 2);
  void text(std::string text);
  void facts(Facts facts);
  /// `otherwise`: what is said instead when there are no rows; empty: nothing.
  void table(Table table, std::string otherwise = {});
  void list(std::vector<std::string> entries);
  void figures(KeyFigures figures);
  void chart(std::optional<Chart> chart);
  /// Another page as a section of this one: its headings move one level down.
  void append(Document part, std::string title);
  /// Any other block.
  void add(Block block);

  /// The page with its abbreviations spelled out.
  Document done() &&;

 private:
  Document document_;
};

/// `Page::append` for pages that are built without a `Page`.
void append_part(Document& whole, Document part, std::string title);

/// The page with one sentence after its lead and facts that spells out each abbreviation of the field used anywhere on it, so
/// that a new reader can follow it. Nothing is added for those that the page spells out itself, as in "Core Practice Model (CPM)".
Document with_abbreviations(Document page);

}  // namespace cpm::report
