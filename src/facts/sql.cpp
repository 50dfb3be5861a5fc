// The tables and views as SQL.
#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "facts/sinks.h"

namespace cpm::facts {

std::string sql_name(std::string_view name) {
  return fmt::format("\"{}\"", name);
}

namespace {

std::string_view sql_type(Type type) {
  switch (type) {
    case Type::whole:
    case Type::flag:
      return "INTEGER";
    case Type::decimal:
      return "REAL";
    case Type::text:
    case Type::prose:
    case Type::choice:
    case Type::date:
      break;
  }
  return "TEXT";
}

std::string names_list(std::string_view names) {
  std::string list;
  for (const std::string_view name : base::split(names, ','))
    list.append(list.empty() ? "" : ", ").append(sql_name(base::trimmed(name)));
  return list;
}

/// What SQL itself can hold a column to.
std::string check_of(const Column& column) {
  const std::string name = sql_name(column.name);
  if (column.type == Type::flag) return fmt::format(" CHECK ({} IN (0, 1))", name);
  if (column.type == Type::date) return fmt::format(" CHECK ({} = date({}))", name, name);
  if (column.type != Type::choice) return {};
  std::string words;
  for (const std::string_view word : column.words) words += fmt::format("{}'{}'", words.empty() ? "" : ", ", word);
  return fmt::format(" CHECK ({} IN ({}))", name, words);
}

std::string column_line(const Column& column) {
  return fmt::format("  {} {}{}{}, -- {}\n", sql_name(column.name), sql_type(column.type),
                     column.need == Need::may ? "" : " NOT NULL", check_of(column), column.about);
}

std::string keys_of_table(const Table& table) {
  std::string keys;
  for (const Column& column : table.columns)
    if (column.need == Need::key) keys.append(keys.empty() ? "" : ", ").append(sql_name(column.name));
  return keys;
}

std::string table_statement(const Table& table) {
  std::string sql = fmt::format("CREATE TABLE {} ( -- {}\n", sql_name(table.name), table.about);
  for (const Column& column : table.columns) sql += column_line(column);
  sql += fmt::format("  PRIMARY KEY ({})", keys_of_table(table));
  for (const Reference& reference : table.references)
    sql += fmt::format(",\n  FOREIGN KEY ({}) REFERENCES {} ({})", names_list(reference.columns),
                       sql_name(reference.table), names_list(reference.to.empty() ? reference.columns : reference.to));
  return sql + "\n) WITHOUT ROWID;\n";
}

}  // namespace

std::string sql_text() {
  std::string sql;
  for (const Table* const table : tables()) sql += table_statement(*table);
  for (const View& view : views())
    sql += fmt::format("CREATE VIEW {} AS -- {}\n{};\n", sql_name(view.name), view.about, view.query);
  return sql;
}

}  // namespace cpm::facts
