#pragma once
// The three forms in which rows are written. Each file stays as it was until all rows have been given, and is then the new one;
// where the disk fails in the middle of that, some files of a folder are new and the others are as they were.
#include <memory>
#include <string>

#include "base/files.h"
#include "facts/table.h"

namespace cpm::facts {

/// A folder with one file a table, `<table>.csv`, and README.md, which describes them. UTF-8 with a byte order mark, commas,
/// CRLF. A text that a spreadsheet would run, and one that begins with an apostrophe, gets an apostrophe in front: who takes one
/// away from each text that begins so has the texts again.
std::unique_ptr<Sink> csv_sink(base::Files& files, const std::string& folder);

/// One JSON object a line; its key `table` names the table.
std::unique_ptr<Sink> ndjson_sink(std::unique_ptr<base::FileStream> stream);

/// One SQLite database, written by SQLite's own library. nullptr: this build of cpm does not have it (WebAssembly).
std::unique_ptr<Sink> sqlite_sink(base::Files& files, const std::string& path);

/// What the tables and their columns are, as Markdown.
std::string dictionary_text();
/// The statements that make the tables and views of the database.
std::string sql_text();
/// "score" in quotes, as SQL takes any name.
std::string sql_name(std::string_view name);

/// How a column's type is called in the dictionary.
std::string_view type_word(Type type);

}  // namespace cpm::facts
