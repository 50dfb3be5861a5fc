#include "cli/environment.h"

#include <doctest/doctest.h>

#include "tests/support/holds.h"
#include "tests/unit/cli/in_process.h"

using cpm::test::Holds;
using cpm::test::InProcess;

TEST_CASE("auto takes the format of the host, and otherwise that of the file") {
  InProcess process;
  process.files.add("a.yaml", "format: cpm/plan/1\n");
  const auto begins = [&](const std::string& text) {
    return process.run({"check", "--format", "auto", "a.yaml"}).out.starts_with(text);
  };
  CHECK(begins("a.yaml:"));
  process.variables = {{"GITLAB_CI", "true"}};
  CHECK(begins("a.yaml:"));
  process.variables = {{"GITHUB_ACTIONS", "false"}};
  CHECK(begins("a.yaml:"));
  process.variables = {{"GITHUB_ACTIONS", "true"}};
  CHECK(begins("::error "));
  process.variables = {{"GITLAB_CI", "true"}};
  CHECK(process.run({"check", "--format", "auto", "-o", "r.json", "a.yaml"}).err.starts_with("a.yaml:"));
  CHECK(process.files.bytes("r.json").starts_with("[\n"));
  process.variables.clear();
  process.run({"check", "--format", "auto", "-o", "r.md", "a.yaml"});
  CHECK(process.files.bytes("r.md").starts_with("# Findings"));
}

TEST_CASE("only checks can be written for hosts") {
  InProcess process;
  process.files.add("a.yaml", cpm::test::kTheory);
  for (const char* const format : {"sarif", "junit", "github", "gitlab", "auto"}) {
    const auto outcome = process.run({"report", "theory", "--format", format, "a.yaml"});
    CHECK(outcome.status == 2);
    CHECK(outcome.err == Holds{"this command cannot write"});
  }
}

TEST_CASE("findings are added to the page of a job, and a page that cannot be written does not change the result") {
  InProcess process;
  process.files.add("a.yaml", "format: cpm/plan/1\n");
  process.files.add("page.md", "before\n");
  process.variables = {{"GITHUB_STEP_SUMMARY", "page.md"}};
  CHECK(process.run({"check", "--format", "json", "a.yaml"}).status == 1);
  CHECK(process.files.bytes("page.md") == "before\n");
  CHECK(process.run({"check", "--format", "github", "a.yaml"}).status == 1);
  CHECK(process.files.bytes("page.md").starts_with("before\n## cpm check\n"));
  process.files.make_unwritable("page.md");
  const auto outcome = process.run({"check", "--format", "github", "a.yaml"});
  CHECK(outcome.status == 1);
  CHECK(outcome.err == Holds{"cannot write `page.md`"});
}
