// `cpm fix`: what is written, what is left alone, what is said.
#include <doctest/doctest.h>

#include "tests/unit/cli/in_process.h"

using cpm::test::InProcess;

namespace {

constexpr const char* kMisspelt =
    "format: cpm/theory-of-change/1\ncountey: example\ntitle: Ours\n"
    "if: [{text: one}, {text: two}, {text: three}]\nthen: [{text: four}]\n";

}  // namespace

TEST_CASE("a fix is written, and what is left is checked again") {
  InProcess process;
  process.files.add("a.yaml", kMisspelt);
  const auto outcome = process.run({"fix", "a.yaml"});
  CHECK(outcome.status == 0);
  CHECK(process.files.bytes("a.yaml") == cpm::test::kTheory);
  CHECK(outcome.out.find("1 fix in 1 file.") != std::string::npos);
  CHECK(outcome.out.find("CPM210") != std::string::npos);
  CHECK(outcome.out.find(": no problems\n") != std::string::npos);
}

TEST_CASE("--diff writes nothing") {
  InProcess process;
  process.files.add("a.yaml", kMisspelt);
  const auto outcome = process.run({"fix", "--diff", "a.yaml"});
  CHECK(outcome.status == 1);
  CHECK(process.files.writes().empty());
  CHECK(outcome.out.starts_with("--- a/a.yaml\n+++ b/a.yaml\n@@ -1,5 +1,5 @@\n"));
  CHECK(outcome.out.find("-countey: example\n+county: example\n") != std::string::npos);
}

TEST_CASE("a file that somebody else changes meanwhile is left as it is") {
  InProcess process;
  process.files.add("a.yaml", kMisspelt);
  process.files.change_after_reads("a.yaml", 2, "other: words\n");
  const auto outcome = process.run({"fix", "a.yaml"});
  CHECK(outcome.status == 1);
  CHECK(process.files.writes().empty());
  CHECK(process.files.bytes("a.yaml") == "other: words\n");
  CHECK(outcome.out.find("`a.yaml` changed while cpm was at work") != std::string::npos);
}

TEST_CASE("a file that cannot be written is an error of the surroundings, and names what was done before") {
  InProcess process;
  process.files.add("a.yaml", kMisspelt);
  process.files.add("b.yaml", kMisspelt);
  process.files.make_unwritable("b.yaml");
  const auto outcome = process.run({"fix", "."});
  CHECK(outcome.status == 3);
  CHECK(outcome.err.find("fixed before that: `a.yaml`") != std::string::npos);
}

TEST_CASE("a fix that is perhaps meant needs --unsafe") {
  InProcess process;
  const std::string text = "format: cpm/plan/1\ncounty: example\nhorizon: {start: 2026-01-01, reassess: 31.03.2027}\n";
  process.files.add("p.yaml", text);
  CHECK(process.run({"fix", "p.yaml"}).status == 1);
  CHECK(process.files.bytes("p.yaml") == text);
  process.run({"fix", "--unsafe", "p.yaml"});
  CHECK(process.files.bytes("p.yaml").find("reassess: 2027-03-31") != std::string::npos);
}

TEST_CASE("standard input cannot be fixed, and a clean file needs nothing") {
  InProcess process;
  process.input = kMisspelt;
  CHECK(process.run({"fix", "-"}).status == 2);
  process.files.add("a.yaml", cpm::test::kTheory);
  const auto outcome = process.run({"fix", "a.yaml"});
  CHECK(outcome.status == 0);
  CHECK(outcome.out.find("There was nothing to fix.") != std::string::npos);
  CHECK(process.run({"fix", "--diff", "a.yaml"}).out.empty());
}
