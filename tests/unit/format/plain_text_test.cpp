#include "format/plain_text.h"

#include <doctest/doctest.h>

namespace cpm::format {

TEST_CASE("texts that other tools read as something else are known") {
  for (const char* text :
       {"1", "-1", "+1", "06113", "1.10", ".5", "1.", "1e3", "1_000", "0x1F", "0o17", ".inf", ".NaN"})
    CHECK(read_elsewhere_as(text) == "a number");
  for (const char* text : {"yes", "No", "ON", "off", "y", "N", "true", "FALSE"})
    CHECK(read_elsewhere_as(text) == "yes/no");
  CHECK(read_elsewhere_as("2026-03-15") == "a date");
  CHECK(read_elsewhere_as("12:30") == "a number of seconds");
}

TEST_CASE("texts that all tools read as texts are left alone") {
  for (const char* text : {"", "a", "one", "yes please", "1.0.2", "1-2", "-", ".", "+", "0xyz", "0o9", "e5", "1e",
                           "12:3", "2026-3-1x", "555-0100"}) {
    CAPTURE(text);
    CHECK(read_elsewhere_as(text) == "");
  }
}

TEST_CASE("whole numbers have digits and perhaps a character") {
  for (const char* text : {"0", "12", "-3", "+4"}) CHECK(is_whole(text));
  for (const char* text : {"", "-", "1.0", "1e3", " 1", "x"}) CHECK(!is_whole(text));
}

}  // namespace cpm::format
