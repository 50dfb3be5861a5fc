#include <doctest/doctest.h>

#include "cli/inputs.h"
#include "tests/support/holds.h"
#include "tests/unit/cli/in_process.h"

using namespace cpm;
using namespace cpm::test;
using cpm::test::Holds;

namespace {

/// One answer is enough: the others are missing.
constexpr const char* kSnapshot =
    "format: cpm/snapshot/1\ncounty: example\ndate: 2026-03-15\nstatus: draft\n"
    "instrument: {id: cpm-default, version: \"1.0\"}\nadministration: baseline\nratings:\n  or-vision: {score: 1}\n";

std::string parts(const std::string& path, const MemoryFiles& files) {
  const std::optional<cli::VersionName> version = cli::version_name(path, files);
  return version ? version->file + " | " + version->revision : "none";
}

std::string question(const std::string& file, const MemoryFiles& files) {
  const cli::GitQuestion asked = cli::git_question({.file = file, .revision = "HEAD"}, files);
  return asked.folder + " | " + asked.name;
}

Outcome run_with(const cli::GitReading& reading, const std::vector<std::string>& words) {
  InProcess process;
  process.files.add("snapshots/now.yaml", kSnapshot);
  process.from_git = [&reading](const cli::GitQuestion&, std::size_t) { return reading; };
  return process.run(words);
}

}  // namespace

TEST_CASE("a version is the file in front of the `@` and the revision behind it") {
  MemoryFiles files;
  files.add("there@home", "");
  CHECK(parts("a.yaml", files) == "none");
  CHECK(parts("@HEAD", files) == "none");
  CHECK(parts("a.yaml@HEAD~1", files) == "a.yaml | HEAD~1");
  CHECK(parts("a.yaml@", files) == "a.yaml | ");
  CHECK(parts("a.yaml@main@{1}", files) == "a.yaml | main@{1}");
  CHECK(parts("a@b.yaml@HEAD", files) == "a@b.yaml | HEAD");
  CHECK(parts("there@home@HEAD", files) == "there@home | HEAD");
  CHECK(parts("a@b@c", files) == "a@b | c");
}

TEST_CASE("git is asked in the nearest folder that is there") {
  MemoryFiles files;
  files.add("county/snapshots/now.yaml", "");
  CHECK(question("county/snapshots/now.yaml", files) == "county/snapshots | now.yaml");
  CHECK(question("./county/old/a/b.yaml", files) == "county | old/a/b.yaml");
  CHECK(question("gone/b.yaml", files) == ". | gone/b.yaml");
  CHECK(question("b.yaml", files) == ". | b.yaml");
  CHECK(question("../b.yaml", files) == ".. | b.yaml");
  CHECK(question("/b.yaml", files) == "/ | b.yaml");
}

TEST_CASE("a version is shown under the name it was given, and a real file of that name wins") {
  const cli::GitReading reading{.file = {.bytes = kSnapshot, .problem = {}, .too_large = false}};
  const Outcome scored = run_with(reading, {"score", "snapshots/now.yaml@HEAD~1", "--format", "json"});
  CHECK(scored.status == 0);
  CHECK(scored.out == Holds{"\"snapshots/now.yaml@HEAD~1\""});
  InProcess process;
  process.files.add("now.yaml@HEAD", kSnapshot);
  process.from_git = [](const cli::GitQuestion&, std::size_t) -> cli::GitReading { throw std::logic_error("asked"); };
  CHECK(process.run({"score", "now.yaml@HEAD"}).status == 0);
}

TEST_CASE("a version beside the file itself is not the same document twice") {
  const cli::GitReading reading{.file = {.bytes = kSnapshot, .problem = {}, .too_large = false}};
  const Outcome compared = run_with(reading, {"compare", "snapshots/now.yaml@HEAD", "snapshots/now.yaml"});
  CHECK(compared.status == 0);
  CHECK(compared.err.empty());
}

TEST_CASE("what git cannot give is said in plain words") {
  const auto said = [](cli::GitProblem problem) {
    const Outcome outcome = run_with({.problem = problem, .said = "dubious ownership"},
                                     {"score", "snapshots/now.yaml@v1"});
    CHECK(outcome.status == 2);
    return outcome.err;
  };
  CHECK(said(cli::GitProblem::no_program) == Holds{"git is not installed"});
  CHECK(said(cli::GitProblem::no_repository) == Holds{"`snapshots/now.yaml` is not in the working folder of a git"});
  CHECK(said(cli::GitProblem::no_revision) == Holds{"git knows no revision `v1`"});
  CHECK(said(cli::GitProblem::no_file) == Holds{"there is no file `snapshots/now.yaml` at revision `v1`"});
  CHECK(said(cli::GitProblem::no_answer) == Holds{"git says: dubious ownership"});
}

TEST_CASE("a revision is never an option, and other commands do not ask git") {
  InProcess process;
  process.files.add("now.yaml", kSnapshot);
  process.from_git = [](const cli::GitQuestion&, std::size_t) -> cli::GitReading { throw std::logic_error("asked"); };
  CHECK(process.run({"score", "now.yaml@--output=x"}).err == Holds{"begins with `-`"});
  CHECK(process.run({"score", "now.yaml@"}).err == Holds{"names no revision"});
  CHECK(process.run({"check", "now.yaml@HEAD"}).err == Holds{"names no file"});
}
