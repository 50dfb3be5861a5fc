#include "base/line_diff.h"

#include <doctest/doctest.h>

using cpm::base::unified_diff;

namespace {

std::string diff(std::string_view before, std::string_view after) {
  return unified_diff(before, after, {.before = "a/f", .after = "b/f"});
}

}  // namespace

TEST_CASE("equal texts have no difference") {
  CHECK(diff("", "").empty());
  CHECK(diff("a\nb\n", "a\nb\n").empty());
}

TEST_CASE("a changed line is shown between three lines around it") {
  CHECK(diff("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n") ==
        "--- a/f\n+++ b/f\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n");
}

TEST_CASE("changes far apart stand alone, close ones together") {
  const std::string before = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n";
  CHECK(diff(before, "one\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n") ==
        "--- a/f\n+++ b/f\n@@ -1,4 +1,4 @@\n-1\n+one\n 2\n 3\n 4\n@@ -9,4 +9,3 @@\n 9\n 10\n 11\n-12\n");
  CHECK(diff(before, "1\ntwo\n3\n4\n5\n6\n7\neight\n9\n10\n11\n12\n") ==
        "--- a/f\n+++ b/f\n@@ -1,11 +1,11 @@\n 1\n-2\n+two\n 3\n 4\n 5\n 6\n 7\n-8\n+eight\n 9\n 10\n 11\n");
}

TEST_CASE("a line end that is missing at the end of a file is a difference") {
  CHECK(diff("a", "a\n") == "--- a/f\n+++ b/f\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n");
  CHECK(diff("", "a\n") == "--- a/f\n+++ b/f\n@@ -0,0 +1 @@\n+a\n");
  CHECK(diff("a\n", "") == "--- a/f\n+++ b/f\n@@ -1 +0,0 @@\n-a\n");
}

TEST_CASE("very different texts are shown as one change, in good time") {
  std::string before;
  std::string after;
  for (int line = 0; line < 20000; ++line) {
    before += "old " + std::to_string(line) + "\r\n";
    after += "new " + std::to_string(line) + "\n";
  }
  const std::string text = diff(before, after);
  CHECK(text.starts_with("--- a/f\n+++ b/f\n@@ -1,20000 +1,20000 @@\n-old 0\r\n"));
  CHECK(text.ends_with("+new 19999\n"));
}
