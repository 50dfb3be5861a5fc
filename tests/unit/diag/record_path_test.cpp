#include "diag/record_path.h"

#include <doctest/doctest.h>

using cpm::diag::record_path;
using cpm::diag::SourceFile;

namespace {

std::string path_of(const std::string& text, std::string_view place) {
  return record_path(SourceFile("a.yaml", text), text.find(place));
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
  for (std::size_t byte = 0; byte <= file.bytes().size() + 2; ++byte) CHECK(record_path(file, byte).size() < 20);
}
