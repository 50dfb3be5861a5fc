// The table that describes the tables: in a database and in a folder of files it is where the data is.
#include "facts/rows.h"
#include "facts/sinks.h"

namespace cpm::facts {
namespace {

struct DescribedColumn {
  const Table& table;
  const Column& column;
  std::int64_t position = 0;
};

const Reference* reference_of(const DescribedColumn& described) {
  const Reference* found = nullptr;
  for (const Reference& reference : described.table.references) {
    const std::string padded = ", " + std::string(reference.columns) + ",";
    if (padded.find(", " + std::string(described.column.name) + ",") != std::string::npos) found = &reference;
  }
  return found;
}

constexpr std::string_view kTypeWords[] = {"text",           "free text",     "choice", "whole number",
                                           "decimal number", "true or false", "date"};
constexpr std::string_view kNeedWords[] = {"key", "always", "can be empty"};

constexpr std::array<ColumnOf<DescribedColumn>, 8> kColumnColumns = {{
    {{"table_name", Type::text, Need::key, "The table."},
     [](const DescribedColumn& described) -> Value { return described.table.name; }},
    {{"column_name", Type::text, Need::key, "The column."},
     [](const DescribedColumn& described) -> Value { return described.column.name; }},
    {{"position", Type::whole, Need::must, "Its place in the table, from 1."},
     [](const DescribedColumn& described) -> Value { return described.position; }},
    {{"type", Type::choice, Need::must, "What it holds.", kTypeWords},
     [](const DescribedColumn& described) -> Value { return type_word(described.column.type); }},
    {{"need", Type::choice, Need::must, "Whether it identifies the row, is always there, or can be empty.", kNeedWords},
     [](const DescribedColumn& described) -> Value {
       return kNeedWords[static_cast<std::size_t>(described.column.need)];
     }},
    {{"refers_to", Type::text, Need::may, "The table in which it names a row, alone or with other columns."},
     [](const DescribedColumn& described) -> Value {
       const Reference* const reference = reference_of(described);
       return reference == nullptr ? Value{} : Value(reference->table);
     }},
    {{"words", Type::text, Need::may, "Of a choice: what it can be, separated by commas."},
     [](const DescribedColumn& described) -> Value {
       std::string all;
       for (const std::string_view word : described.column.words) all.append(all.empty() ? "" : ", ").append(word);
       return all.empty() ? Value{} : Value(std::move(all));
     }},
    {{"about", Type::text, Need::must, "What it means."},
     [](const DescribedColumn& described) -> Value { return described.column.about; }},
}};
constexpr auto kColumnHeads = heads(kColumnColumns);

}  // namespace

constexpr Table kColumnTable{.name = "columns", .about = "one row a column of these tables", .columns = kColumnHeads};

std::string_view type_word(Type type) {
  return kTypeWords[static_cast<std::size_t>(type)];
}

void add_dictionary(Rows& rows) {
  for (const Table* const table : tables()) {
    std::int64_t position = 0;
    for (const Column& column : table->columns)
      rows.add(kColumnTable, kColumnColumns,
               DescribedColumn{.table = *table, .column = column, .position = ++position});
  }
}

}  // namespace cpm::facts
