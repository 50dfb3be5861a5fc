#include "base/system/process.h"

#include <doctest/doctest.h>

using namespace cpm::base;

TEST_CASE("a program gets its words as they are and says what it says") {
  const ProgramResult result = run_program({.words = {"printf", "%s|", "a b", "$HOME", "; exit 3", "*"}});
  CHECK(result.end == ProgramEnd::finished);
  CHECK(result.status == 0);
  CHECK(result.out == "a b|$HOME|; exit 3|*|");
  CHECK(result.said.empty());
}

TEST_CASE("status and standard error are kept apart from the output") {
  const ProgramResult result = run_program({.words = {"sh", "-c", "echo out; echo oops >&2; exit 3"}});
  CHECK(result.end == ProgramEnd::finished);
  CHECK(result.status == 3);
  CHECK(result.out == "out\n");
  CHECK(result.said == "oops\n");
}

TEST_CASE("there is nothing to read, and variables come on top of those there are") {
  const ProgramResult result = run_program(
      {.words = {"sh", "-c", "cat; printf %s \"$CPM_TEST_VALUE|${PATH:+path}\""}, .variables = {"CPM_TEST_VALUE=a b"}});
  CHECK(result.out == "a b|path");
}

TEST_CASE("a program that is not there was not started") {
  CHECK(run_program({.words = {"no-such-program-of-cpm"}}).end == ProgramEnd::not_started);
  CHECK(run_program({.words = {"/dev/null"}}).end == ProgramEnd::not_started);
  CHECK(run_program({.words = {}}).end == ProgramEnd::not_started);
}

TEST_CASE("output is taken up to the limit") {
  const ProgramResult whole = run_program({.words = {"printf", "12345"}, .limit = 5});
  CHECK(whole.end == ProgramEnd::finished);
  CHECK(whole.out == "12345");
  const ProgramResult cut = run_program({.words = {"yes"}, .limit = 5});
  CHECK(cut.end == ProgramEnd::too_large);
  CHECK(cut.out == "y\ny\ny");
}

TEST_CASE("a program that says nothing is stopped when patience runs out") {
  CHECK(run_program({.words = {"sleep", "60"}, .patience = 0}).end == ProgramEnd::too_slow);
  const ProgramResult closed = run_program({.words = {"sh", "-c", "exec >&- 2>&-; sleep 60"}, .patience = 1});
  CHECK(closed.end == ProgramEnd::too_slow);
}

TEST_CASE("a program ended by a signal has no status") {
  const ProgramResult result = run_program({.words = {"sh", "-c", "kill -9 $$"}});
  CHECK(result.end == ProgramEnd::finished);
  CHECK(result.status == -1);
}
