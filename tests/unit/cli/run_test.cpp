#include "cli/run.h"

#include <doctest/doctest.h>

#include "base/text.h"
#include "tests/unit/cli/in_process.h"

using namespace cpm;
using test::InProcess;
using test::kTheory;
using test::Outcome;

namespace {

/// A scale of three values and two items: the smallest instrument.
constexpr const char* kInstrument = R"(format: cpm/instrument/1
id: tiny
version: "1.0"
title: Tiny
source: this test
licence: free
scale: [{value: 0, label: No}, {value: 1, label: Partly}, {value: 2, label: Yes}]
areas:
  - id: a
    label: Area
    items:
      - {id: one, title: One, prompt: Is it so, anchors: [no, partly, "yes"]}
      - {id: two, title: Two, prompt: Is it so, anchors: [no, partly, "yes"]}
)";

std::string snapshot(const std::string& date, const std::string& score) {
  return "format: cpm/snapshot/1\ncounty: example\ndate: " + date +
         "\nstatus: draft\ninstrument: {id: tiny, version: \"1.0\"}\nadministration: baseline\n"
         "ratings:\n  one: {score: " +
         score + "}\n  two: {score: 2}\n";
}

InProcess county() {
  InProcess world;
  world.files.add("cpm.yaml", "format: cpm/repository/1\ncounty: example\n");
  world.files.add("instruments/tiny.yaml", kInstrument);
  world.files.add("snapshots/2025-03-01.yaml", snapshot("2025-03-01", "0"));
  world.files.add("snapshots/2026-03-01.yaml", snapshot("2026-03-01", "1"));
  world.files.add("theory.yaml", kTheory);
  return world;
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("no command shows the help and ends as a wrong command line") {
  InProcess world;
  const Outcome outcome = world.run({});
  CHECK(outcome.status == 2);
  CHECK(has(outcome.out, "usage: cpm COMMAND"));
  CHECK(outcome.err.empty());
}

TEST_CASE("the version and the help are fine") {
  InProcess world;
  CHECK(world.run({"--version"}).status == 0);
  CHECK(world.run({"--help"}).out == world.run({"help"}).out);
  CHECK(world.run({"score", "--help"}).out == world.run({"help", "score"}).out);
  CHECK(world.run({"plan", "--help"}).status == 0);
}

TEST_CASE("a misspelt command is answered with the nearest, on standard error alone") {
  InProcess world;
  const Outcome outcome = world.run({"chekc"});
  CHECK(outcome.status == 2);
  CHECK(outcome.out.empty());
  CHECK(outcome.err ==
        "cpm: there is no command `chekc`; did you mean `check`?\n   help: `cpm help` names all commands\n");
}

TEST_CASE("a county without mistakes is checked in silence but for the last line") {
  InProcess world = county();
  const Outcome outcome = world.run({"check", "theory.yaml"});
  CHECK(outcome.status == 0);
  CHECK(outcome.err.empty());
  CHECK(outcome.out.starts_with("1 file, "));
  CHECK(outcome.out.ends_with(" rules: no problems\n"));
}

TEST_CASE("what was read is handed over at the end of a run, findings or not") {
  InProcess process;
  process.files.add("theory.yaml", kTheory);
  std::unique_ptr<format::Loaded> taken;
  process.take_over = [&taken](std::unique_ptr<format::Loaded> loaded) { taken = std::move(loaded); };
  CHECK(process.run({"help"}).status == 0);
  CHECK(taken == nullptr);
  CHECK(process.run({"check"}).status == 0);
  REQUIRE(taken != nullptr);
  CHECK(taken->files == 1);
  CHECK(format::find_document(taken->workspace, "theory.yaml") != nullptr);
}

TEST_CASE("a finding fails the check from the severity asked for") {
  InProcess world;
  world.files.add(
      "theory.yaml",
      "format: cpm/theory-of-change/1\ncounty: example\ntitle: T\nif: [{text: one}]\nthen: [{text: two}]\n");
  CHECK(world.run({"check"}).status == 0);
  CHECK(world.run({"check", "--fail-on", "warning"}).status == 0);
  CHECK(world.run({"check", "--fail-on", "advice"}).status == 1);
}

TEST_CASE("a folder without files to check is no success") {
  InProcess world;
  world.files.add_folder("empty");
  const Outcome outcome = world.run({"check", "empty"});
  CHECK(outcome.status == 2);
  CHECK(has(outcome.err, "error[CPM904]: there is nothing to check: no `.yaml` file below `empty`"));
}

TEST_CASE("a path that is not there is answered with the nearest name in its folder") {
  InProcess world = county();
  CHECK(has(world.run({"check", "snapshot"}).err, "did you mean `snapshots`?"));
  CHECK(has(world.run({"check", "snapshots/2026-03-10.yaml"}).err, "did you mean `snapshots/2026-03-01.yaml`?"));
  CHECK(has(world.run({"compare", "theory.yaml@HEAD", "theory.yaml"}).err, "names no file"));
}

TEST_CASE("standard input is read once, and named so") {
  InProcess world;
  world.input = "format: cpm/plan/9\n";
  const Outcome outcome = world.run({"check", "--quiet", "-"});
  CHECK(outcome.status == 1);
  CHECK(outcome.out.starts_with("<stdin>:1:9: error[CPM203]"));
  CHECK(world.run({"check", "-", "-"}).status == 2);
}

TEST_CASE("standard input obeys the limit of files") {
  InProcess world;
  world.input = std::string(200, '#');
  const Outcome outcome = world.run({"check", "--quiet", "--max-file-size", "100", "-"});
  CHECK(has(outcome.out, "<stdin>: error[CPM105]"));
}

TEST_CASE("without a path score takes all Snapshots and rank the newest, which it names") {
  InProcess world = county();
  const Outcome scores = world.run({"score", "--format", "json"});
  CHECK(scores.status == 0);
  CHECK(has(scores.out, "2025-03-01"));
  CHECK(has(scores.out, "2026-03-01"));
  const Outcome rank = world.run({"rank", "--format", "json"});
  CHECK_FALSE(has(rank.out, "2025-03-01"));
  CHECK(rank.err == "cpm: `snapshots/2026-03-01.yaml` is the newest of 2 Snapshots\n");
  CHECK(world.run({"rank", "--quiet"}).err.empty());
}

TEST_CASE("a named file of another kind is a wrong command line") {
  InProcess world = county();
  const Outcome outcome = world.run({"score", "theory.yaml"});
  CHECK(outcome.status == 2);
  CHECK(has(outcome.err, "`theory.yaml` is a theory of change; `cpm score` reads Snapshots"));
}

TEST_CASE("errors in a file stop its scores, never those of the others") {
  InProcess world = county();
  world.files.add("snapshots/2025-03-01.yaml", snapshot("2025-03-01", "7"));
  const Outcome outcome = world.run({"score"});
  CHECK(outcome.status == 1);
  CHECK(has(outcome.out, "3 of 4"));
  CHECK(has(outcome.err, "snapshots/2025-03-01.yaml:8:16: error[CPM310]"));
}

TEST_CASE("a broken file that may be the newest stops what looks at the newest") {
  InProcess world = county();
  world.files.add("snapshots/2026-03-01.yaml", "format: cpm/snapshot/1\ncounty: example\ndate 2026\n");
  const Outcome outcome = world.run({"rank", "--quiet"});
  CHECK(outcome.status == 1);
  CHECK(outcome.out.empty());
  CHECK(has(outcome.err, "snapshots/2026-03-01.yaml:3:1: error[CPM112]"));
}

TEST_CASE("scores despite errors say so first") {
  InProcess world = county();
  world.files.add("snapshots/2026-03-01.yaml", snapshot("2026-03-01", "7"));
  const Outcome outcome = world.run({"rank", "--despite-errors", "snapshots/2026-03-01.yaml"});
  CHECK(outcome.status == 0);
  CHECK(base::split(outcome.out, '\n').at(3).starts_with("Made despite 1 error"));
}

TEST_CASE("programs get the findings as part of the answer, also when there is nothing else") {
  InProcess world = county();
  world.files.add("snapshots/2026-03-01.yaml", snapshot("2026-03-01", "7"));
  const Outcome outcome = world.run({"rank", "--format", "json", "snapshots/2026-03-01.yaml"});
  CHECK(outcome.status == 1);
  CHECK(outcome.err.empty());
  CHECK(has(outcome.out, "\"result\": null"));
  CHECK(has(outcome.out, "\"CPM310\""));
}

TEST_CASE("nothing is written when nothing could be made") {
  InProcess world = county();
  world.files.add("snapshots/2026-03-01.yaml", snapshot("2026-03-01", "7"));
  CHECK(world.run({"rank", "snapshots/2026-03-01.yaml", "-o", "rank.md"}).status == 1);
  CHECK_FALSE(world.files.has("rank.md"));
}

TEST_CASE("a file that was read is never written over") {
  InProcess world = county();
  const Outcome outcome = world.run({"check", "theory.yaml", "-o", "theory.yaml"});
  CHECK(outcome.status == 2);
  CHECK(world.files.bytes("theory.yaml") == kTheory);
  CHECK(world.run({"new", "plan", "-o", "theory.yaml"}).status == 2);
  CHECK(world.files.writes().empty());
}

TEST_CASE("output that cannot be written ends with its own status") {
  InProcess world = county();
  world.files.make_unwritable("page.md");
  const Outcome outcome = world.run({"report", "theory", "-o", "page.md"});
  CHECK(outcome.status == 3);
  CHECK(outcome.err.starts_with("cpm: cannot write `page.md`"));
}

TEST_CASE("a folder that cannot be listed ends with its own status") {
  InProcess world = county();
  world.files.make_unlistable("snapshots");
  CHECK(world.run({"check"}).status == 3);
}

TEST_CASE("a committed report is fresh, then stale with the command that renews it") {
  InProcess world = county();
  REQUIRE(world.run({"report", "theory", "-o", "my page.md"}).status == 0);
  const Outcome fresh = world.run({"report", "theory", "--check", "-o", "my page.md"});
  CHECK(fresh.status == 0);
  CHECK(fresh.out == "`my page.md` is up to date\n");
  world.files.add("my page.md", "old\n");
  const Outcome stale = world.run({"report", "theory", "--check", "-o", "my page.md"});
  CHECK(stale.status == 1);
  CHECK(has(stale.err, "`my page.md` is stale: line 1 "));
  CHECK(has(stale.err, "help: renew it with `cpm report theory -o 'my page.md'`"));
  CHECK(world.files.bytes("my page.md") == "old\n");
  CHECK(world.run({"report", "theory", "--check"}).status == 2);
}

TEST_CASE("a comparison without paths takes the two newest final Snapshots of one instrument") {
  InProcess world = county();
  CHECK(has(world.run({"report", "comparison"}).err, "there are no two final Snapshots of one instrument"));
  CHECK(world.run({"compare", "snapshots/2025-03-01.yaml", "snapshots/2026-03-01.yaml"}).status == 0);
  CHECK(world.run({"compare", "snapshots/2025-03-01.yaml", "snapshots/2025-03-01.yaml"}).status == 0);
  CHECK(world.run({"compare", "snapshots/2025-03-01.yaml"}).status == 2);
}

TEST_CASE("a new file takes the county of the repository around it") {
  InProcess world = county();
  CHECK(has(world.run({"new", "theory-of-change"}).out, "county: example\n"));
  CHECK(has(world.run({"new", "theory-of-change", "--county", "yolo"}).out, "county: yolo\n"));
  CHECK(has(world.run({"new", "theory-of-change", "--county", "yollo"}).err, "did you mean `yolo`?"));
}

TEST_CASE("the day of a run comes from its environment and can be given") {
  InProcess world;
  CHECK(has(world.run({"new", "plan"}).out, "date: 2026-03-31\n"));
  CHECK(has(world.run({"new", "plan", "--as-of", "2027-01-02"}).out, "date: 2027-01-02\n"));
}

TEST_CASE("the same files give the same bytes in whatever order they are named") {
  InProcess world = county();
  const std::string one = world.run({"check", "theory.yaml", "snapshots", "--fail-on", "advice"}).out;
  CHECK(one == world.run({"check", "snapshots", "theory.yaml", "--fail-on", "advice"}).out);
}
