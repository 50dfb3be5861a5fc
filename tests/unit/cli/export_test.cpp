// `cpm export tables` without a disk: forms, targets, what is left out.
#include <doctest/doctest.h>

#include "tests/support/holds.h"
#include "tests/unit/cli/in_process.h"

using cpm::test::Holds;
using cpm::test::InProcess;

namespace {

/// One with a sound file, one with a broken one.
InProcess two_counties() {
  InProcess process;
  process.files.add("a/cpm.yaml", "format: cpm/repository/1\ncounty: yolo\nacademy: ncta\n");
  process.files.add("a/theory.yaml", std::string(cpm::test::kTheory).replace(39, 7, "yolo"));
  process.files.add("b/cpm.yaml", "format: cpm/repository/1\ncounty: example-b\n");
  process.files.add("b/broken.yaml", "format: cpm/plan/1\ncounty: [\n");
  return process;
}

}  // namespace

TEST_CASE("the ending of the file tells the form") {
  InProcess process = two_counties();
  CHECK(process.run({"export", "tables", "a", "-o", "x.jsonl"}).status == 0);
  CHECK(process.files.bytes("x.jsonl").starts_with("{\"table\":\"export\""));
  CHECK(process.run({"export", "tables", "a", "-o", "x.DB"}).status == 0);
  CHECK(process.files.bytes("x.DB").starts_with("SQLite format 3"));
  CHECK(process.run({"export", "tables", "a", "-o", "x"}).status == 0);
  CHECK(process.files.has("x/ratings.csv"));
}

TEST_CASE("a county of California has its name and code, a fictional one only a name") {
  InProcess process = two_counties();
  const auto outcome = process.run({"export", "tables", "a", "b", "--format", "ndjson"});
  CHECK(outcome.out == Holds{"\"county\":\"yolo\",\"county_name\":\"Yolo County\",\"fips\":\"06113\""});
  CHECK(outcome.out == Holds{"\"county_name\":\"B County (example)\",\"fips\":null"});
}

TEST_CASE("a file with errors is left out, named, and its findings are rows") {
  InProcess process = two_counties();
  const auto outcome = process.run({"export", "tables", ".", "--format", "ndjson"});
  CHECK(outcome.status == 1);
  CHECK(outcome.err == Holds{"cpm: 1 file has errors, so the tables hold only the findings about it\n"});
  CHECK(outcome.err == Holds{"b/broken.yaml:2:9: error[CPM115]"});
  CHECK(outcome.out ==
        Holds{"\"file\":\"b/broken.yaml\",\"folder\":\"b\",\"county\":null,\"kind\":null,\"used\":false"});
  CHECK(outcome.out == Holds{"\"table\":\"findings\",\"finding\":"});
}

TEST_CASE("standard input is a file like another") {
  InProcess process;
  process.input = cpm::test::kTheory;
  const auto outcome = process.run({"export", "tables", "-", "--format", "ndjson"});
  CHECK(outcome.status == 0);
  CHECK(outcome.out == Holds{"\"file\":\"<stdin>\""});
}

TEST_CASE("without anything to export nothing is made") {
  InProcess process;
  process.files.add_folder("empty");
  const auto outcome = process.run({"export", "tables", "empty", "-o", "out"});
  CHECK(outcome.status == 2);
  CHECK(outcome.err == Holds{"CPM904"});
  CHECK(process.files.kind("out") == cpm::base::EntryKind::missing);
}

TEST_CASE("a folder that cannot be written is an error of the surroundings") {
  InProcess process = two_counties();
  process.files.make_unwritable("out/votes.csv");
  const auto outcome = process.run({"export", "tables", "a", "-o", "out"});
  CHECK(outcome.status == 3);
  CHECK(outcome.err == Holds{"votes.csv"});
}
