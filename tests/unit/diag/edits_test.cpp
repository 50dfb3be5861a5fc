#include "diag/edits.h"

#include <doctest/doctest.h>

#include <tuple>

using namespace cpm::diag;

namespace {

Fix fix(std::vector<std::tuple<std::uint32_t, std::uint32_t, std::string>> edits, FileId file = 0) {
  Fix made{.title = "t", .safety = Safety::safe, .edits = {}};
  for (const auto& [begin, end, text] : edits)
    made.edits.push_back({.span = {.file = file, .begin = begin, .end = end}, .replacement = text});
  return made;
}

std::string applied(std::string_view bytes, const std::vector<Fix>& fixes) {
  std::vector<const Fix*> all;
  for (const Fix& each : fixes) all.push_back(&each);
  return with_fixes(bytes, compatible_fixes(all, 0, bytes.size()));
}

}  // namespace

TEST_CASE("edits of several fixes are made at once, in whatever order they come") {
  CHECK(applied("abcdef", {fix({{4, 5, "E"}}), fix({{0, 1, "A"}})}) == "AbcdEf");
  CHECK(applied("abcdef", {fix({{0, 1, ""}, {5, 6, "FF"}}), fix({{3, 3, "-"}})}) == "bc-deFF");
}

TEST_CASE("of fixes that overlap or touch, the first is taken") {
  CHECK(applied("abcdef", {fix({{0, 3, "x"}}), fix({{2, 4, "y"}})}) == "xdef");
  CHECK(applied("abcdef", {fix({{0, 2, "x"}}), fix({{2, 4, "y"}})}) == "xcdef");
  CHECK(applied("abcdef", {fix({{2, 2, "1"}}), fix({{2, 2, "2"}})}) == "ab1cdef");
}

TEST_CASE("fixes that name other bytes than those of this file are not taken") {
  CHECK(applied("abc", {fix({{0, 1, "x"}}, 1)}) == "abc");
  CHECK(applied("abc", {fix({{2, 4, "x"}})}) == "abc");
  CHECK(applied("abc", {fix({{2, 1, "x"}})}) == "abc");
  CHECK(applied("abc", {fix({{0, 2, "x"}, {1, 3, "y"}})}) == "abc");
  CHECK(applied("abc", {fix({})}) == "abc");
  Fix whole_file = fix({{0, 0, "x"}});
  whole_file.edits[0].span = whole(0);
  CHECK(applied("abc", {whole_file}) == "abc");
}
