#include <doctest/doctest.h>

#include <string>

#include "tests/support/holds.h"
#include "tests/unit/cli/in_process.h"

using namespace cpm;
using namespace cpm::test;
using cpm::test::Holds;

namespace {

/// Eight steps done on their day, and an open one that is due on this day.
std::string plan_with(const std::string& due) {
  std::string text =
      "format: cpm/plan/1\ncounty: example\ndate: 2025-06-15\n"
      "team: [{role: Director}, {role: Manager}, {role: Supervisor}]\n"
      "horizon: {start: 2025-07-01, reassess: 2026-09-30}\n"
      "priorities: [{id: p1, area: wd, title: Coaching}]\n"
      "objectives: [{id: o1, priority: p1, statement: Every unit has a coach}]\nsteps:\n"
      "  - {id: open, objective: o1, action: Begin, responsible: {role: Manager}, status: in_progress, due: " +
      due + "}\n";
  for (int i = 1; i <= 8; ++i)
    text += "  - {id: s" + std::to_string(i) + ", objective: o1, action: Do part " + std::to_string(i) +
            ", responsible: {role: Manager}, status: done, due: 2025-10-15, done_on: 2025-10-15}\n";
  return text;
}

Outcome with_past(const cli::GitPast& past, std::vector<std::string> words = {}) {
  InProcess process;
  process.files.add("plan.yaml", plan_with("2026-06-30"));
  process.git_past = [&past](const cli::GitPastQuestion& question) {
    CHECK(question.file.name == "plan.yaml");
    CHECK(question.versions == 200);
    return past;
  };
  words.insert(words.begin(), {"plan", "status", "plan.yaml", "--history"});
  return process.run(words);
}

base::FileReading version(const std::string& bytes) {
  return {.bytes = bytes, .problem = {}};
}

}  // namespace

TEST_CASE("the first due date is that of the oldest version, and the range ends no earlier than that of today") {
  const Outcome got = with_past({.versions = {version(plan_with("2026-06-30") + "# a comment\n"),
                                              version(plan_with("2026-05-31")), version(plan_with("2026-04-30"))}});
  CHECK(got.status == 0);
  CHECK(got.out == Holds{"2026-04-30 to 2026-06-30"});
  CHECK(got.out == Holds{"2 earlier versions of 1 plan were read."});
}

TEST_CASE("versions that are no plan are counted, and a shallow or long history is told") {
  const base::FileReading large{.bytes = {}, .problem = "is too large", .too_large = true};
  const Outcome got = with_past(
      {.shallow = true, .more = true, .versions = {version("format: [\n"), large, version(plan_with("2026-05-31"))}},
      {"--format", "json"});
  for (const char* const part :
       {"\"versions\": 1,", "\"plans\": 1,", "\"unread\": 2,", "\"more\": true,", "\"shallow\": true"})
    CHECK(got.out == Holds{part});
}

TEST_CASE("without git there is no history, and cpm says why") {
  const auto said = [](const cli::GitReading& reading) {
    const Outcome got = with_past({.reading = reading});
    CHECK(got.status == 2);
    CHECK(got.out.empty());
    return got.err;
  };
  CHECK(said({.problem = cli::GitProblem::no_program}) == Holds{"`--history` cannot be used: git is not installed"});
  CHECK(said({.problem = cli::GitProblem::no_repository}) ==
        Holds{"`plan.yaml` is not in the working folder of a git repository"});
  CHECK(said({.problem = cli::GitProblem::no_answer, .said = "bad object"}) == Holds{"git says: bad object"});
  InProcess process;
  process.files.add("plan.yaml", plan_with("2026-06-30"));
  CHECK(process.run({"plan", "status", "plan.yaml", "--history"}).err == Holds{"git is not installed"});
}

TEST_CASE("where too little has ended, asking for the history is answered") {
  InProcess process;
  std::string text = plan_with("2026-06-30");
  process.files.add("plan.yaml", text.substr(0, text.find("  - {id: s8")));
  process.git_past = [](const cli::GitPastQuestion&) { return cli::GitPast{}; };
  const Outcome got = process.run({"plan", "status", "plan.yaml", "--history"});
  CHECK(got.status == 0);
  CHECK(got.out != Holds{"may be reached"});
  CHECK(got.err == Holds{"too little has ended in the plans of `plan.yaml`"});
}
