#include "diag/record_path.h"

#include <doctest/doctest.h>

using cpm::diag::RecordPaths;
using cpm::diag::SourceFile;

namespace {

std::string path_of(const std::string& text, std::string_view place) {
  const SourceFile file("a.yaml", text);
  return RecordPaths(file).at(text.find(place));
}

const std::string kPlan =
    "format: cpm/plan/1\n"
    "horizon: {start: 2026-01-01}\n"
    "steps:\n"
    "  # a remark: with a colon\n"
    "  - id: s1\n"
    "    status: done\n"
    "  - action: first\n"
    "    id: \"s2\"   # the second\n"
    "    links:\n"
    "      sip:\n"
    "      - strategy: one\n"
    "        measure: two\n"
    "    due: tomorrow\n"
    "notes:\n"
    "- some words\n"
    "- others\n";

}  // namespace

TEST_CASE("a place is named by the keys and ids that lead to it") {
  CHECK(path_of(kPlan, "cpm/plan/1") == "format");
  CHECK(path_of(kPlan, "2026-01-01") == "horizon");
  CHECK(path_of(kPlan, "done") == "steps/s1/status");
  CHECK(path_of(kPlan, "first") == "steps/s2/action");
  CHECK(path_of(kPlan, "two") == "steps/s2/links/sip/[]/measure");
  CHECK(path_of(kPlan, "tomorrow") == "steps/s2/due");
  CHECK(path_of(kPlan, "others") == "notes/[]");
}

TEST_CASE("lines put in above, or another entry, change no path") {
  const std::string more = "# new\n\n" +
                           std::string(kPlan).insert(kPlan.find("  - id: s1"), "  - id: s0\n    status: x\n");
  for (const std::string_view place : {"done", "first", "two", "tomorrow", "others"})
    CHECK(path_of(more, place) == path_of(kPlan, place));
}

TEST_CASE("broken files have paths, too, and no byte is out of reach") {
  CHECK(path_of("steps:\n  - id: s1\n    status: [open\n\tx", "open") == "steps/s1/status");
  CHECK(path_of("", "") == "");
  CHECK(path_of("just words", "words") == "");
  const SourceFile file("a.yaml", "\xEF\xBB\xBFkey: - x\n: \n-\n- \n  -  - a: b\n");
  RecordPaths paths(file);
  for (std::size_t byte = 0; byte <= file.bytes().size() + 2; ++byte) CHECK(paths.at(byte).size() < 20);
}

TEST_CASE("a list in the column of its key, lists in lists, and places left of everything have the right parents") {
  const std::string text =
      "a:\n"
      "- id: x\n"
      "  b:\n"
      "  - - id: y\n"
      "      c: 1\n"
      "  - id: z\n"
      "  # words\n"
      "- item: w\n"
      " stray\n"
      "d: 2\n";
  CHECK(path_of(text, "1") == "a/x/b/[]/y/c");
  CHECK(path_of(text, "z") == "a/x/b/z/id");
  CHECK(path_of(text, "# words") == "a/x/b/z");
  CHECK(path_of(text, "w\n stray") == "a/w/item");
  CHECK(path_of(text, "stray") == "a/w");
  CHECK(path_of(text, "2") == "d");
}

// Each path by itself takes the whole file, unless the file is looked through once: then this is done at once.
TEST_CASE("a long file gives as many paths as it has places") {
  std::string text = "steps:\n";
  constexpr std::size_t kRecords = 40'000;
  for (std::size_t i = 0; i < kRecords; ++i) text += "- {a: 1}\n";
  const SourceFile file("a.yaml", text);
  RecordPaths paths(file);
  std::size_t named = 0;
  for (std::size_t i = 0; i < kRecords; ++i) named += paths.at(text.size() - 2 - i * 9) == "steps/[]" ? 1U : 0U;
  CHECK(named == kRecords);
}
