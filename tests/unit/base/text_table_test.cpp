#include "base/text_table.h"

#include <doctest/doctest.h>

#include "base/text.h"

using namespace cpm::base;

namespace {

const std::vector<TextColumn> kColumns = {{"Area"}, {"Points", true}, {"Percent", true}};

}  // namespace

TEST_CASE("A table has a header, a rule and aligned columns") {
  CHECK(text_table(kColumns, {{"Organization", "11 of 20", "55.0"}, {"Workforce", "2 of 6", "33.3"}}, 0) ==
        "Area            Points  Percent\n"
        "------------  --------  -------\n"
        "Organization  11 of 20     55.0\n"
        "Workforce       2 of 6     33.3\n");
}

TEST_CASE("A table without rows is its header") {
  CHECK(text_table(kColumns, {}, 0) == "Area  Points  Percent\n----  ------  -------\n");
  CHECK(text_table({}, {}, 0).empty());
}

TEST_CASE("A table without heads has no header and no spaces at line ends") {
  CHECK(text_table({{""}, {""}}, {{"a", "b"}, {"long", ""}, {"short"}}, 0) == "a      b\nlong\nshort\n");
}

TEST_CASE("Cells are broken to fit the width, texts before numbers") {
  const std::string table = text_table({{"Item"}, {"Value", true}},
                                       {{"coaching reaches every unit", "66 of 100"}, {"b", "1"}}, 28);
  CHECK(table ==
        "Item                   Value\n"
        "-----------------  ---------\n"
        "coaching reaches   66 of 100\n"
        "every unit\n"
        "b                          1\n");
  for (const std::string_view line : split(table, '\n')) CHECK(display_width(line) <= 28);
}

TEST_CASE("The longest words set the least width") {
  CHECK(text_table({{"A"}, {"B"}}, {{"extraordinarily long", "x y"}}, 5) ==
        "A                B\n"
        "---------------  -\n"
        "extraordinarily  x\n"
        "long             y\n");
}

TEST_CASE("Columns line up under wide and combining characters") {
  CHECK(text_table({{"N"}, {"V", true}}, {{"\xE4\xB8\xAD\xE6\x96\x87", "1"}, {"e\xCC\x81", "22"}}, 0) ==
        "N      V\n"
        "----  --\n"
        "\xE4\xB8\xAD\xE6\x96\x87   1\n"
        "e\xCC\x81     22\n");
}

TEST_CASE("Spaces at the start of a cell that fits are kept") {
  CHECK(text_table({{"Item"}}, {{"  inner"}}, 20) == "Item\n-------\n  inner\n");
}
