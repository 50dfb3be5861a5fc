// The tables as data: names, keys and references that hold together.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

#include "base/text.h"
#include "facts/sinks.h"
#include "facts/table.h"
#include "tests/support/holds.h"

using cpm::facts::Column;
using cpm::facts::Need;
using cpm::facts::Table;
using cpm::facts::Type;
using cpm::test::Holds;

namespace {

const Table* table_named(std::string_view name) {
  for (const Table* const table : cpm::facts::tables())
    if (table->name == name) return table;
  return nullptr;
}

std::set<std::string> names_in(std::string_view list) {
  std::set<std::string> names;
  for (const std::string_view name : cpm::base::split(list, ',')) names.emplace(cpm::base::trimmed(name));
  return names;
}

std::set<std::string> keys_of(const Table& table) {
  std::set<std::string> keys;
  for (const Column& column : table.columns)
    if (column.need == Need::key) keys.emplace(column.name);
  return keys;
}

const Column* column_named(const Table& table, std::string_view name) {
  const auto found = std::ranges::find(table.columns, name, &Column::name);
  return found == table.columns.end() ? nullptr : &*found;
}

bool is_snake_case(std::string_view name) {
  return !name.empty() && name.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == std::string_view::npos;
}

}  // namespace

TEST_CASE("every table has a name of its own, a key, and says what a row is") {
  std::set<std::string_view> names;
  for (const Table* const table : cpm::facts::tables()) {
    CAPTURE(table->name);
    CHECK(names.insert(table->name).second);
    CHECK(is_snake_case(table->name));
    CHECK(table->about.starts_with("one row"));
    CHECK(!keys_of(*table).empty());
  }
  CHECK(names.size() > 30);
}

TEST_CASE("every column has a name of its own in its table, and a sentence that says what it means") {
  for (const Table* const table : cpm::facts::tables()) {
    std::set<std::string_view> names;
    for (const Column& column : table->columns) {
      CAPTURE(table->name);
      CAPTURE(column.name);
      CHECK(names.insert(column.name).second);
      CHECK(is_snake_case(column.name));
      CHECK(column.about.ends_with('.'));
      CHECK((column.type == Type::choice) == !column.words.empty());
      CHECK((column.type != Type::prose || column.need == Need::may));  // --no-texts empties it
    }
  }
}

TEST_CASE("a reference names the whole key of a table, with columns of the same type") {
  for (const Table* const table : cpm::facts::tables())
    for (const cpm::facts::Reference& reference : table->references) {
      CAPTURE(table->name);
      CAPTURE(reference.columns);
      const Table* const other = table_named(reference.table);
      REQUIRE(other != nullptr);
      const std::string_view to = reference.to.empty() ? reference.columns : reference.to;
      CHECK(names_in(to) == keys_of(*other));
      const auto from_names = cpm::base::split(reference.columns, ',');
      const auto to_names = cpm::base::split(to, ',');
      REQUIRE(from_names.size() == to_names.size());
      for (std::size_t i = 0; i < from_names.size(); ++i) {
        const Column* const from = column_named(*table, cpm::base::trimmed(from_names[i]));
        const Column* const target = column_named(*other, cpm::base::trimmed(to_names[i]));
        REQUIRE(from != nullptr);
        REQUIRE(target != nullptr);
        CHECK(from->type == target->type);
      }
    }
}

TEST_CASE("a view reads tables and views that come before it") {
  std::set<std::string> known;
  for (const Table* const table : cpm::facts::tables()) known.emplace(table->name);
  for (const cpm::facts::View& view : cpm::facts::views()) {
    CAPTURE(view.name);
    CHECK(!known.contains(std::string(view.name)));
    CHECK(std::ranges::any_of(known, [&](const std::string& name) { return view.query == Holds{"FROM " + name}; }));
    known.emplace(view.name);
  }
}

TEST_CASE("the SQL and the dictionary name every column") {
  const std::string sql = cpm::facts::sql_text();
  const std::string dictionary = cpm::facts::dictionary_text();
  for (const Table* const table : cpm::facts::tables()) {
    CHECK(sql == Holds{"CREATE TABLE \"" + std::string(table->name) + "\""});
    CHECK(dictionary == Holds{"## " + std::string(table->name) + "\n"});
    for (const Column& column : table->columns) {
      CHECK(sql == Holds{"  \"" + std::string(column.name) + "\" "});
      CHECK(dictionary == Holds{"| `" + std::string(column.name) + "` | "});
    }
  }
}
