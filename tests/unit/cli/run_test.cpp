#include "cli/commands.h"

#include <doctest/doctest.h>

#include "base/text.h"
#include "tests/support/holds.h"
#include "tests/unit/cli/in_process.h"

using namespace cpm;
using cpm::test::Holds;
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

}  // namespace

TEST_CASE("no command shows the help and ends as a wrong command line") {
  InProcess world;
  const Outcome outcome = world.run({});
  CHECK(outcome.status == 2);
  CHECK(outcome.out == Holds{"usage: cpm COMMAND"});
  CHECK(outcome.err.empty());
}

TEST_CASE("the version and the help are fine") {
  InProcess world;
  CHECK(world.run({"--version"}).status == 0);
  CHECK(world.run({"--help"}).out == world.run({"help"}).out);
  CHECK(world.run({"score", "--help"}).out == world.run({"help", "score"}).out);
  CHECK(world.run({"plan", "--help"}).status == 0);
}

TEST_CASE("a misspelled command is answered with the nearest, on standard error alone") {
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
  CHECK(outcome.err == Holds{"error[CPM904]: there is nothing to check: no `.yaml` file below `empty`"});
}

TEST_CASE("the last line says what was not looked at, and programs are told") {
  InProcess process;
  process.files.add("cpm.yaml",
                    "format: cpm/repository/1\ncounty: example\nacademy: ncta\nignore: [sub, other.yaml]\n"
                    "policy:\n  severity: {CPM602: hidden, CPM603: hidden}\n"
                    "  suppressions: [{code: CPM601, file: t.yaml, reason: Three clauses are planned.}]\n");
  process.files.add("t.yaml", "format: cpm/theory-of-change/1\ntitle: T\nif: [{text: A}]\nthen: [{text: B}]\n");
  process.files.add("other.yaml", "a: [\n");
  for (const char* const name : {"sub/1.yaml", "sub/2.YML", "sub/deep/3.yml", "sub/note.txt"})
    process.files.add(name, "a: [\n");
  const std::string words = ": no problems; 4 files ignored by cpm.yaml; 1 finding accepted; 2 rules hidden";
  for (const char* const format : {"text", "markdown", "html", "sarif", "junit", "github"}) {
    CAPTURE(format);
    CHECK(process.run({"check", "--format", format}).out == Holds{words});
  }
  const auto json = process.run({"check", "--format", "json"});
  CHECK(json.out == Holds{"\"ignored\": 4,\n    \"accepted\": 1,\n    \"hidden\": 2,"});
  CHECK(process.run({"check", "--baseline", "none.yaml"}).status == 2);
}

TEST_CASE("client data fails a check, a baseline does not record it, and cpm.yaml accepts it with a reason") {
  InProcess process;
  process.files.add(
      "t.yaml",
      "format: cpm/theory-of-change/1\ncounty: example\ntitle: Ours\n"
      "if: [{text: one SSN 123-45-6789}, {text: two}, {text: case no. 12-34567}]\nthen: [{text: four born on 3/14/2012}]\n");
  const auto checked = process.run({"check"});
  CHECK(checked.status == 1);
  for (const char* const code : {"error[CPM701]", "error[CPM702]", "error[CPM703]"}) CHECK(checked.out == Holds{code});
  const auto recorded = process.run({"baseline"});
  CHECK(recorded.err ==
        Holds{"3 findings of client data are not recorded: take the data out, or accept it in `cpm.yaml`"});
  CHECK(process.run({"check", "--baseline", "baseline.yaml"}).status == 1);
  process.files.add(
      "cpm.yaml",
      "format: cpm/repository/1\ncounty: example\nacademy: ncta\npolicy:\n  suppressions:\n"
      "    - {code: CPM701, reason: Number of a contract.}\n    - {code: CPM702, reason: Number of a form.}\n"
      "    - {code: CPM703, reason: Day of a law.}\n");
  const auto accepted = process.run({"check"});
  CHECK(accepted.status == 0);
  CHECK(accepted.out == Holds{"3 findings accepted"});
}

TEST_CASE("every example and every text to be replaced in a new file is found when it is left") {
  for (const char* const kind :
       {"snapshot", "plan", "support", "theory-of-change", "logic-model", "roadmap", "fidelity"}) {
    CAPTURE(kind);
    InProcess process;
    REQUIRE(process.run({"new", kind, "-o", "new.yaml"}).status == 0);
    const std::string text = process.files.bytes("new.yaml");
    std::size_t left = 0;
    for (const std::string_view line : base::split(text, '\n'))
      for (const char* const words : {": Jordan Rivera", ": 555-0100", ": \"555-0100", ": jordan.rivera@",
                                      ": To be replaced", ": \"To be replaced", ": to be replaced"})
        if (!line.starts_with('#') && line.find(words) != std::string_view::npos) ++left;
    const auto checked = process.run({"check", "--quiet", "new.yaml"});
    CAPTURE(checked.out);
    CHECK(checked.status == 0);
    std::size_t found = 0;
    for (std::size_t at = checked.out.find("[CPM690]"); at != std::string::npos;
         at = checked.out.find("[CPM690]", at + 1))
      ++found;
    CHECK(found == left);
  }
}

TEST_CASE("what says nothing is advice in a draft, and a warning once others rest on it") {
  InProcess process;
  const std::string snapshot =
      "format: cpm/snapshot/1\ncounty: example\ndate: 2026-03-02\nstatus: draft\n"
      "instrument: {id: cpm-default, version: \"1.0\"}\ncontact: {name: TBD}\n"
      "ratings: {or-vision: {score: 1, comment: ???}, or-sponsor: {score: 1, comment: The director leads.}}\n";
  process.files.add("s.yaml", snapshot);
  const auto draft = process.run({"check", "--quiet", "s.yaml"});
  CHECK(draft.out == Holds{"s.yaml:6:17: advice[CPM690]: `TBD` says nothing yet"});
  CHECK(draft.out == Holds{"advice[CPM690]: `???` says nothing yet"});
  std::string final = snapshot;
  final.replace(final.find("draft"), 5, "final");
  process.files.add("s.yaml", final);
  CHECK(process.run({"check", "--quiet", "s.yaml"}).out == Holds{"warning[CPM691]: `TBD` says nothing yet"});
  for (const char* const words :
       {"tbd", "T.B.D.", "To be determined", "n/a", "N/A", "xxx", "...", "Lorem ipsum dolor", "TBD - ask Maria",
        "Jordan Rivera", "todo", "Pending", "placeholder", "\"-\"", "\"?\""}) {
    CAPTURE(words);
    process.files.add("t.yaml", std::string(test::kTheory) + "lead: " + words + "\n");
    CHECK(process.run({"check", "--quiet", "t.yaml"}).out == Holds{"[CPM690]"});
  }
  for (const char* const words :
       {"To be determined to help is not enough.", "Todos Santos", "Nathan", "Decisions are pending at the Board"}) {
    CAPTURE(words);
    process.files.add("t.yaml", std::string(test::kTheory) + "lead: " + words + "\n");
    CHECK(process.run({"check", "--quiet", "t.yaml"}).out != Holds{"[CPM690]"});
  }
}

TEST_CASE("files are read whatever the case of their extension") {
  InProcess process;
  process.files.add("Theory.YAML", test::kTheory);
  process.files.add("x.YML", "a: [\n");
  process.files.add("y.Yaml", "a: [\n");
  CHECK(process.run({"check", "."}).out == Holds{"3 files, "});
  CHECK(process.run({"check", "x.YML"}).out == Holds{"x.YML:1:4: error[CPM115]"});
}

TEST_CASE("a repository inside another one is said to be one of its own, unless it has its own checkout") {
  InProcess process;
  process.files.add("cpm.yaml", "format: cpm/repository/1\ncounty: example\nacademy: ncta\n");
  process.files.add("north/cpm.yaml", "format: cpm/repository/1\ncounty: example\nacademy: ncta\n");
  const std::string words = "this file makes `north` a repository of its own, apart from the one in `.`";
  CHECK(process.run({"check"}).out == Holds{words});
  CHECK(process.run({"check", "north"}).out != Holds{words});
  process.files.add("north/.git/config", "");
  CHECK(process.run({"check"}).out != Holds{words});
}

TEST_CASE("the command that renews a report is the one that was given, without --check") {
  InProcess process;
  process.files.add("t.yaml", test::kTheory);
  const auto stale = process.run({"report", "theory", "-o", "my --check.md", "--check"});
  CHECK(stale.status == 1);
  CHECK(stale.err == Holds{"renew it with `cpm report theory -o 'my --check.md'`"});
  const auto joined = process.run({"report", "theory", "--check", "--output=--check.md"});
  CHECK(joined.err == Holds{"renew it with `cpm report theory --output=--check.md`"});
}

TEST_CASE("a path that is not there is answered with the nearest name in its folder") {
  InProcess world = county();
  CHECK(world.run({"check", "snapshot"}).err == Holds{"did you mean `snapshots`?"});
  CHECK(world.run({"check", "snapshots/2026-03-10.yaml"}).err == Holds{"did you mean `snapshots/2026-03-01.yaml`?"});
  CHECK(world.run({"compare", "theory.yaml@HEAD", "theory.yaml"}).err == Holds{"names no file"});
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
  CHECK(outcome.out == Holds{"<stdin>: error[CPM105]"});
}

TEST_CASE("without a path score takes all Snapshots and rank the newest, which it names") {
  InProcess world = county();
  const Outcome scores = world.run({"score", "--format", "json"});
  CHECK(scores.status == 0);
  CHECK(scores.out == Holds{"2025-03-01"});
  CHECK(scores.out == Holds{"2026-03-01"});
  const Outcome rank = world.run({"rank", "--format", "json"});
  CHECK(rank.out != Holds{"2025-03-01"});
  CHECK(rank.err == "cpm: `snapshots/2026-03-01.yaml` is the newest of 2 Snapshots\n");
  CHECK(world.run({"rank", "--quiet"}).err.empty());
}

TEST_CASE("a named file of another kind is a wrong command line") {
  InProcess world = county();
  const Outcome outcome = world.run({"score", "theory.yaml"});
  CHECK(outcome.status == 2);
  CHECK(outcome.err == Holds{"`theory.yaml` is a theory of change; `cpm score` reads Snapshots"});
}

TEST_CASE("errors in a file stop its scores, never those of the others") {
  InProcess world = county();
  world.files.add("snapshots/2025-03-01.yaml", snapshot("2025-03-01", "7"));
  const Outcome outcome = world.run({"score"});
  CHECK(outcome.status == 1);
  CHECK(outcome.out == Holds{"3 of 4"});
  CHECK(outcome.err == Holds{"snapshots/2025-03-01.yaml:8:16: error[CPM310]"});
}

TEST_CASE("a broken file that may be the newest stops what looks at the newest") {
  InProcess world = county();
  world.files.add("snapshots/2026-03-01.yaml", "format: cpm/snapshot/1\ncounty: example\ndate 2026\n");
  const Outcome outcome = world.run({"rank", "--quiet"});
  CHECK(outcome.status == 1);
  CHECK(outcome.out.empty());
  CHECK(outcome.err == Holds{"snapshots/2026-03-01.yaml:3:1: error[CPM112]"});
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
  CHECK(outcome.out == Holds{"\"result\": null"});
  CHECK(outcome.out == Holds{"\"CPM310\""});
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
  CHECK(stale.err == Holds{"`my page.md` is stale: line 1 "});
  CHECK(stale.err == Holds{"help: renew it with `cpm report theory -o 'my page.md'`"});
  CHECK(world.files.bytes("my page.md") == "old\n");
  CHECK(world.run({"report", "theory", "--check"}).status == 2);
}

TEST_CASE("a comparison without paths takes the two newest final Snapshots of one instrument") {
  InProcess world = county();
  CHECK(world.run({"report", "comparison"}).err == Holds{"there are no two final Snapshots of one instrument"});
  CHECK(world.run({"compare", "snapshots/2025-03-01.yaml", "snapshots/2026-03-01.yaml"}).status == 0);
  CHECK(world.run({"compare", "snapshots/2025-03-01.yaml", "snapshots/2025-03-01.yaml"}).status == 0);
  CHECK(world.run({"compare", "snapshots/2025-03-01.yaml"}).status == 2);
}

TEST_CASE("a new file takes the county of the repository around it") {
  InProcess world = county();
  CHECK(world.run({"new", "theory-of-change"}).out == Holds{"county: example\n"});
  CHECK(world.run({"new", "theory-of-change", "--county", "yolo"}).out == Holds{"county: yolo\n"});
  CHECK(world.run({"new", "theory-of-change", "--county", "yollo"}).err == Holds{"did you mean `yolo`?"});
}

TEST_CASE("the day of a run comes from its environment and can be given") {
  InProcess world;
  CHECK(world.run({"new", "plan"}).out == Holds{"date: 2026-03-31\n"});
  CHECK(world.run({"new", "plan", "--as-of", "2027-01-02"}).out == Holds{"date: 2027-01-02\n"});
}

TEST_CASE("the same files give the same bytes in whatever order they are named") {
  InProcess world = county();
  const std::string one = world.run({"check", "theory.yaml", "snapshots", "--fail-on", "advice"}).out;
  CHECK(one == world.run({"check", "snapshots", "theory.yaml", "--fail-on", "advice"}).out);
}
