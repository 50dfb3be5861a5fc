// The database as bytes: the same rows, the same bytes.
#include <doctest/doctest.h>

#include <array>
#include <string>

#include "facts/sinks.h"
#include "tests/support/memory_files.h"

using cpm::facts::Value;
using cpm::test::MemoryFiles;

namespace {

std::string database_with(std::int64_t rows) {
  MemoryFiles files;
  const auto sink = cpm::facts::sqlite_sink(files, "out.sqlite");
  REQUIRE(sink != nullptr);
  const cpm::facts::Table& table = *cpm::facts::tables().front();
  for (std::int64_t i = 0; i < rows; ++i) {
    const std::string key = "row " + std::to_string(i);
    const std::array<Value, 3> values = {Value(std::string_view(key)), Value(std::string_view("2026-03-31")),
                                         Value(std::string_view("words"))};
    sink->row(table, values);
  }
  sink->finish();
  return files.bytes("out.sqlite");
}

}  // namespace

TEST_CASE("a database without rows is a database") {
  CHECK(database_with(0).starts_with("SQLite format 3"));
}

TEST_CASE("the same rows give the same bytes, and others do not") {
  CHECK(database_with(2000) == database_with(2000));
  CHECK(database_with(2000) != database_with(1999));
}

TEST_CASE("a row that is there already is a mistake of cpm, and is said") {
  MemoryFiles files;
  const auto sink = cpm::facts::sqlite_sink(files, "out.sqlite");
  const std::array<Value, 3> values = {Value(std::string_view("a")), Value(std::string_view("2026-03-31")),
                                       Value(std::string_view("b"))};
  sink->row(*cpm::facts::tables().front(), values);
  CHECK_THROWS_AS(sink->row(*cpm::facts::tables().front(), values), std::runtime_error);
  CHECK(files.writes().empty());
}
