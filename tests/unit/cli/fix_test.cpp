// `cpm fix`: what is written, what is left alone, what is said.
#include <doctest/doctest.h>

#include "tests/support/holds.h"
#include "tests/unit/cli/in_process.h"

using cpm::test::Holds;
using cpm::test::InProcess;

namespace {

constexpr const char* kMisspelled =
    "format: cpm/theory-of-change/1\ncountey: example\ntitle: Ours\n"
    "if: [{text: one}, {text: two}, {text: three}]\nthen: [{text: four}]\n";

}  // namespace

TEST_CASE("a fix is written, and what is left is checked again") {
  InProcess process;
  process.files.add("a.yaml", kMisspelled);
  const auto outcome = process.run({"fix", "a.yaml"});
  CHECK(outcome.status == 0);
  CHECK(process.files.bytes("a.yaml") == cpm::test::kTheory);
  CHECK(outcome.out == Holds{"1 fix in 1 file."});
  CHECK(outcome.out == Holds{"CPM210"});
  CHECK(outcome.out == Holds{": no problems\n"});
}

TEST_CASE("--diff writes nothing") {
  InProcess process;
  process.files.add("a.yaml", kMisspelled);
  const auto outcome = process.run({"fix", "--diff", "a.yaml"});
  CHECK(outcome.status == 1);
  CHECK(process.files.writes().empty());
  CHECK(outcome.out.starts_with("--- a/a.yaml\n+++ b/a.yaml\n@@ -1,5 +1,5 @@\n"));
  CHECK(outcome.out == Holds{"-countey: example\n+county: example\n"});
}

TEST_CASE("a file that somebody else changes meanwhile is left as it is") {
  InProcess process;
  process.files.add("a.yaml", kMisspelled);
  process.files.change_after_reads("a.yaml", 2, "other: words\n");
  const auto outcome = process.run({"fix", "a.yaml"});
  CHECK(outcome.status == 1);
  CHECK(process.files.writes().empty());
  CHECK(process.files.bytes("a.yaml") == "other: words\n");
  CHECK(outcome.out == Holds{"`a.yaml` changed while cpm was at work"});
}

TEST_CASE("a file that cannot be written is an error of the surroundings, and names what was done before") {
  InProcess process;
  process.files.add("a.yaml", kMisspelled);
  process.files.add("b.yaml", kMisspelled);
  process.files.make_unwritable("b.yaml");
  const auto outcome = process.run({"fix", "."});
  CHECK(outcome.status == 3);
  CHECK(outcome.err == Holds{"fixed before that: `a.yaml`"});
}

TEST_CASE("a fix that is perhaps meant needs --unsafe") {
  InProcess process;
  const std::string text = "format: cpm/plan/1\ncounty: example\nhorizon: {start: 2026-01-01, reases: 2027-03-31}\n";
  process.files.add("p.yaml", text);
  CHECK(process.run({"fix", "p.yaml"}).status == 1);
  CHECK(process.files.bytes("p.yaml") == text);
  process.run({"fix", "--unsafe", "p.yaml"});
  CHECK(process.files.bytes("p.yaml") == Holds{"reassess: 2027-03-31"});
}

TEST_CASE("standard input cannot be fixed, and a clean file needs nothing") {
  InProcess process;
  process.input = kMisspelled;
  CHECK(process.run({"fix", "-"}).status == 2);
  process.files.add("a.yaml", cpm::test::kTheory);
  const auto outcome = process.run({"fix", "a.yaml"});
  CHECK(outcome.status == 0);
  CHECK(outcome.out == Holds{"There was nothing to fix."});
  CHECK(process.run({"fix", "--diff", "a.yaml"}).out.empty());
}
