// What the tables and their columns are, for people.
#include <fmt/format.h>

#include "facts/sinks.h"

namespace cpm::facts {

namespace {

constexpr std::string_view kIntroduction = R"(# Tables of the Core Practice Model

Each file is one table, and each row one fact. `columns.csv` describes the columns, and so does this page.

- **Empty** means that the file does not say it.
- **Dates** are `YYYY-MM-DD`. Where a county gave a month (`2026-11`) or a quarter (`2026-Q4`), the columns beside it hold the
  first and the last day.
- **Percents** are rounded to one decimal, halves away from zero. `points` and `possible` are exact.
- **Names of people** are in no table, nor are their email addresses and telephone numbers. Free text is what counties wrote: read
  it before you publish it.
- **Texts that begin with an apostrophe** got it from cpm, so that no spreadsheet takes them for a formula: take one apostrophe
  away from each text that begins with one, and you have what the county wrote.
- **Characters that nobody sees**, such as escapes, are shown by their number (`\x1b`).
- Files with errors are in `files` with `used` = false, and in no other table but `findings`.
)";

std::string column_row(const Column& column) {
  const std::string_view key = column.need == Need::key ? "key" : column.need == Need::must ? "always" : "";
  std::string words;
  for (const std::string_view word : column.words) words += fmt::format("{}`{}`", words.empty() ? " " : ", ", word);
  return fmt::format("| `{}` | {} | {} | {}{} |\n", column.name, type_word(column.type), key, column.about, words);
}

}  // namespace

std::string dictionary_text() {
  std::string text{kIntroduction};
  for (const Table* const table : tables()) {
    text += fmt::format("\n## {}\n\n{}.\n\n| column | type | | meaning |\n| --- | --- | --- | --- |\n", table->name,
                        table->about);
    for (const Column& column : table->columns) text += column_row(column);
    for (const Reference& reference : table->references)
      text += fmt::format("\n`{}` → `{}`\n", reference.columns, reference.table);
  }
  return text;
}

}  // namespace cpm::facts
