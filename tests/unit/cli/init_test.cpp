#include <doctest/doctest.h>

#include "tests/support/holds.h"
#include "tests/unit/cli/in_process.h"

using cpm::test::Holds;
using cpm::test::InProcess;
using cpm::test::Outcome;

TEST_CASE("a new repository passes its check at once; advice names the examples in it") {
  for (const char* county : {"yolo", "los-angeles", "example", "example-birch"}) {
    CAPTURE(county);
    InProcess world;
    REQUIRE(world.run({"init", "--county", county}).status == 0);
    const Outcome check = world.run({"check", "--fail-on", "warning", "--quiet"});
    CHECK(check.status == 0);
    CHECK(check.out == Holds{"3 files, "});
    CHECK(check.out == Holds{"advice[CPM690]: `Jordan Rivera` is the example of a new file\n"});
    CHECK(check.out == Holds{"(3 advice)"});
  }
}

TEST_CASE("init writes nothing at all when one of its files is there") {
  InProcess world;
  world.files.add("new/theory-of-change.yaml", "mine\n");
  const Outcome outcome = world.run({"init", "new", "--county", "yolo"});
  CHECK(outcome.status == 2);
  CHECK(outcome.err == Holds{"`new/theory-of-change.yaml` is there already"});
  CHECK(world.files.writes().empty());
  CHECK(world.files.bytes("new/theory-of-change.yaml") == "mine\n");
}

TEST_CASE("a disk that fails half-way is the environment's fault, and what was written is named") {
  InProcess world;
  world.files.make_unwritable("theory-of-change.yaml");
  const Outcome outcome = world.run({"init", "--county", "yolo"});
  CHECK(outcome.status == 3);
  CHECK(outcome.err == Holds{"cannot write `theory-of-change.yaml`"});
  CHECK(outcome.err == Holds{"written before that: `README.md`, `cpm.yaml` and `snapshots/2026-03-31.yaml`"});
}

TEST_CASE("a county is needed, and the nearest one is named") {
  InProcess world;
  CHECK(world.run({"init"}).err == Holds{"needs to know whose repository it is"});
  CHECK(world.run({"init", "--county", "yollo"}).err == Holds{"did you mean `yolo`?"});
  CHECK(world.files.writes().empty());
}

TEST_CASE("a plan made from a new Snapshot offers places, and its draft is the only thing to be said") {
  InProcess world;
  REQUIRE(world.run({"init", "--county", "yolo"}).status == 0);
  REQUIRE(world.run({"new", "plan", "--from", "snapshots/2026-03-31.yaml", "-o", "plans/2026-07.yaml"}).status == 0);
  const Outcome check = world.run({"plan", "check", "--quiet"});
  CHECK(check.status == 0);
  CHECK(check.out == Holds{"warning[CPM522]"});
  CHECK(check.out.find("warning", check.out.find("CPM522")) == check.out.rfind("warning"));
}
