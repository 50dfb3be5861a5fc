#include "base/text.h"

#include <array>

#include <doctest/doctest.h>

#include "base/utf8.h"

using namespace cpm::base;

namespace {

constexpr std::array<std::string_view, 6> kStatuses = {"not_started", "in_progress", "done",
                                                       "delayed",     "dropped",     "on_track"};

std::string nearest_status(std::string_view word) {
  return std::string{nearest(word, kStatuses).value_or("none")};
}

}  // namespace

TEST_CASE("Edits are counted by letters, a swap of neighbors as one") {
  CHECK(edit_distance("status", "status", 2) == 0);
  CHECK(edit_distance("staus", "status", 2) == 1);
  CHECK(edit_distance("stauts", "status", 2) == 1);
  CHECK(edit_distance("sttus", "stats", 3) == 2);
  CHECK(edit_distance("", "abc", 5) == 3);
  CHECK(edit_distance("abc", "", 5) == 3);
  CHECK(edit_distance("", "", 0) == 0);
  CHECK(edit_distance("kitten", "sitting", 5) == 3);
  CHECK(edit_distance("Jos\xC3\xA9", "Jose", 2) == 1);
}

TEST_CASE("Counting edits stops above the limit") {
  CHECK(edit_distance("kitten", "sitting", 2) == 3);
  CHECK(edit_distance("abcdefgh", "x", 2) == 3);
  CHECK(edit_distance("abcd", "wxyz", 0) == 1);
  CHECK(edit_distance("kitten", "sitting", std::string::npos) == 3);
  CHECK(edit_distance("acb", "abc", 1) == 1);
}

TEST_CASE("The nearest name is found within two edits") {
  CHECK(nearest_status("stauts") == "none");
  CHECK(nearest_status("donne") == "done");
  CHECK(nearest_status("delyed") == "delayed");
  CHECK(nearest_status("in_porgres") == "in_progress");
  CHECK(nearest_status("finished") == "none");
  CHECK(nearest_status("") == "none");
  CHECK(nearest_status("  ") == "none");
}

TEST_CASE("Case, spaces and hyphens count as alike when names are near") {
  CHECK(nearest_status("On-Track") == "on_track");
  CHECK(nearest_status("on track") == "on_track");
  CHECK(nearest_status("IN PROGRESS") == "in_progress");
  CHECK(nearest_status("Not-Startd") == "not_started");
}

TEST_CASE("Short words allow one edit") {
  const std::vector<std::string> keys = {"id", "due", "role"};
  CHECK(nearest("dd", keys) == "id");
  CHECK(nearest("dxx", keys) == std::nullopt);
  CHECK(nearest("deu", keys) == "due");
  CHECK(nearest("roel", keys) == "role");
}

TEST_CASE("Ties go to the earlier name, a closer name wins over an earlier one") {
  const std::vector<std::string> ids = {"or-team1", "or-team2", "or-teams"};
  CHECK(nearest("or-team9", ids) == "or-team1");
  CHECK(nearest("or-teams", ids) == "or-teams");
  CHECK(nearest("anything", std::vector<std::string>{}) == std::nullopt);
}

TEST_CASE("Counts carry the right form of the word") {
  CHECK(counted(0, "file") == "0 files");
  CHECK(counted(1, "file") == "1 file");
  CHECK(counted(2, "file") == "2 files");
  CHECK(counted(1, "priority", "priorities") == "1 priority");
  CHECK(counted(3, "priority", "priorities") == "3 priorities");
  CHECK(is_are(1) == "is");
  CHECK(is_are(0) == "are");
  CHECK(has_have(1) == "has");
  CHECK(has_have(2U) == "have");
}

TEST_CASE("Words are joined as in a sentence") {
  CHECK(joined({}).empty());
  CHECK(joined({"a"}) == "a");
  CHECK(joined({"a", "b"}) == "a and b");
  CHECK(joined({"0", "1", "2"}, "or") == "0, 1 or 2");
}

TEST_CASE("Small helpers work on ASCII and leave other characters alone") {
  CHECK(lower("Snapshot \xC3\x89") == "snapshot \xC3\x89");
  CHECK(trimmed(" \t a b\r\n") == "a b");
  CHECK(trimmed(" \n").empty());
  CHECK(split("a,,b", ',') == std::vector<std::string_view>{"a", "", "b"});
  CHECK(split("", ',') == std::vector<std::string_view>{""});
  CHECK(split("a,", ',') == std::vector<std::string_view>{"a", ""});
}

TEST_CASE("The first byte that is not UTF-8 is found") {
  CHECK_FALSE(first_bad_utf8("").has_value());
  CHECK_FALSE(first_bad_utf8("Ma\xC3\xB1"
                             "ana \xE2\x80\xA6 \xF0\x9F\x99\x82")
                  .has_value());
  CHECK_FALSE(first_bad_utf8("\xF4\x8F\xBF\xBF\xEE\x80\x80\xED\x9F\xBF").has_value());
  CHECK(first_bad_utf8("ab\xFF") == 2);
  CHECK(first_bad_utf8("caf\xE9 au lait") == 3);
  CHECK(first_bad_utf8("a\xC0\x80") == 1);
  CHECK(first_bad_utf8("a\xE0\x80\x80") == 1);
  CHECK(first_bad_utf8("a\xED\xA0\x80") == 1);
  CHECK(first_bad_utf8("a\xF4\x90\x80\x80") == 1);
  CHECK(first_bad_utf8("a\xF0\x9F\x99") == 1);
  CHECK(first_bad_utf8("\x80") == 0);
}

TEST_CASE("A capital letter at the start leaves the rest as it is") {
  CHECK(capitalized("in progress") == "In progress");
  CHECK(capitalized("Regional Training Academy") == "Regional Training Academy");
  CHECK(capitalized("") == "");
  CHECK(capitalized("\xc3\xa9tat") == "\xc3\xa9tat");
}

TEST_CASE("Code points are counted, not bytes") {
  CHECK(code_points("Ma\xC3\xB1"
                    "ana") == 6);
  CHECK(code_points("\xF0\x9F\x99\x82") == 1);
  CHECK(code_points("a\xFF\xFE") == 3);
}

TEST_CASE("Shortened text is cut at code points and ends in an ellipsis") {
  CHECK(shortened("coaching", 8) == "coaching");
  CHECK(shortened("coaching", 5) == "coac\xE2\x80\xA6");
  CHECK(shortened("\xC3\xB1\xC3\xB1\xC3\xB1", 2) == "\xC3\xB1\xE2\x80\xA6");
  CHECK(shortened("ab cd", 4) == "ab\xE2\x80\xA6");
  CHECK(shortened("abc", 1) == "\xE2\x80\xA6");
  CHECK(shortened("abc", 0).empty());
  CHECK(shortened("", 0).empty());
}

TEST_CASE("words of a very different length are far apart without being looked into") {
  CHECK(edit_distance(std::string(1'000'000, 'x'), "yolo", 2) == 3);
  CHECK(edit_distance("abc", "\xE8\xAA\xAC\xE6\x98\x8E\xE8\xAA\xAC", 3) == 3);
  CHECK(edit_distance("", "\xF0\x9F\x98\x80\xF0\x9F\x98\x80", 2) == 2);
  CHECK(edit_distance("", "\xF0\x9F\x98\x80\xF0\x9F\x98\x80", 1) == 2);
}

TEST_CASE("The dashes of word processors are known by their bytes, and no other character is one") {
  for (const std::string dash : {"\u2010", "\u2011", "\u2013", "\u2014", "\u2015", "\u2212"})
    CHECK_MESSAGE(long_dash_length(dash + "45") == 3, dash);
  for (const std::string other : {"", "-", "x", "\u200F", "\u2016", "\u2018", "\u2211", "\u2213", "\u1410", "\xE2\x80"})
    CHECK_MESSAGE(long_dash_length(other) == 0, other);
}
