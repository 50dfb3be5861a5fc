// Rows as bytes: what stands in a cell of CSV and in a line of NDJSON.
#include <doctest/doctest.h>

#include <array>
#include <string>

#include "facts/sinks.h"
#include "tests/support/holds.h"
#include "tests/support/memory_files.h"

using cpm::facts::Value;
using cpm::test::Holds;
using cpm::test::MemoryFiles;

namespace {

const cpm::facts::Table& needs_table() {
  for (const cpm::facts::Table* const table : cpm::facts::tables())
    if (table->name == "votes") return *table;
  FAIL("there is no table of votes");
  return *cpm::facts::tables().front();
}

/// What the second cell of a row holds, in CSV.
std::string csv_cell(Value value) {
  MemoryFiles files;
  const auto sink = cpm::facts::csv_sink(files, "out");
  const std::array<Value, 2> values = {Value(std::string_view("begin")), std::move(value)};
  sink->row(needs_table(), values);
  sink->finish();
  const std::string bytes = files.bytes("out/votes.csv");
  const std::size_t begin = bytes.find("\r\nbegin,") + 8;
  return bytes.substr(begin, bytes.size() - 2 - begin);
}

std::string csv_text_cell(std::string_view text) {
  return csv_cell(Value(text));
}

std::string json_line(Value value) {
  MemoryFiles files;
  const auto sink = cpm::facts::ndjson_sink(files.stream("out.ndjson"));
  const std::array<Value, 1> values = {std::move(value)};
  sink->row(needs_table(), values);
  sink->finish();
  return files.bytes("out.ndjson");
}

}  // namespace

TEST_CASE("CSV files begin with a byte order mark and heads, also when they have no rows") {
  MemoryFiles files;
  cpm::facts::csv_sink(files, "out")->finish();
  CHECK(files.bytes("out/votes.csv") ==
        "\xEF\xBB\xBF"
        "file,item,score,county,date,votes\r\n");
  CHECK(files.bytes("out/README.md") == Holds{"## votes\n"});
}

TEST_CASE("a text that a spreadsheet would run, or that begins with an apostrophe, gets an apostrophe") {
  CHECK(csv_text_cell("=1+1") == "'=1+1");
  CHECK(csv_text_cell("  @SUM") == "'  @SUM");
  CHECK(csv_text_cell("\t-1") == "'\t-1");
  CHECK(csv_text_cell("'=1") == "''=1");
  CHECK(csv_text_cell("\xEF\xBC\x9D"
                      "1") ==
        "'\xEF\xBC\x9D"
        "1");
  CHECK(csv_text_cell("1 - 1 = 0") == "1 - 1 = 0");
}

TEST_CASE("a text with commas, quotes or lines stands in quotes") {
  CHECK(csv_text_cell("a,b") == "\"a,b\"");
  CHECK(csv_text_cell("say \"b\"") == "\"say \"\"b\"\"\"");
  CHECK(csv_text_cell("one\ntwo\n") == "\"one\ntwo\n\"");
}

TEST_CASE("what nobody sees is shown by its number") {
  CHECK(csv_text_cell("a\x1b[31mb") == "a\\x1b[31mb");
  CHECK(csv_text_cell("a\xE2\x80\xAE"
                      "b") == "a\\u{202e}b");
  CHECK(csv_text_cell("\xC3\xB1") == "\xC3\xB1");
}

TEST_CASE("numbers and flags are no texts: a minus needs no apostrophe") {
  CHECK(csv_cell(Value(std::int64_t{-3})) == "-3");
  CHECK(csv_cell(Value(cpm::base::Decimal{.units = -125, .places = 1})) == "-12.5");
  CHECK(csv_cell(Value(true)) == "true");
  CHECK(csv_cell(Value{}).empty());
}

TEST_CASE("a line of NDJSON names its table, and holds every value in its type") {
  CHECK(json_line(Value(std::string_view("a\"b\n"))) == "{\"table\":\"votes\",\"file\":\"a\\\"b\\n\"}\n");
  CHECK(json_line(Value(cpm::base::Decimal{.units = 550, .places = 1})) == "{\"table\":\"votes\",\"file\":55.0}\n");
  CHECK(json_line(Value(false)) == "{\"table\":\"votes\",\"file\":false}\n");
  CHECK(json_line(Value{}) == "{\"table\":\"votes\",\"file\":null}\n");
}

TEST_CASE("a file that cannot be written stops the export, and keeps its old bytes") {
  MemoryFiles files;
  files.add("out/votes.csv", "old");
  files.make_unwritable("out/votes.csv");
  const auto sink = cpm::facts::csv_sink(files, "out");
  CHECK_THROWS_AS(sink->finish(), cpm::base::IoError);
  CHECK(files.bytes("out/votes.csv") == "old");
}
