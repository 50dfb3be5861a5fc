#include "base/assert.h"

#include <cstdlib>
#include <string>

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/support/holds.h"

using cpm::test::Holds;

namespace {

// Runs a failing assertion in a child and hands back what it said; `status` as from waitpid.
std::string words_of_failure(int& status) {
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    ::dup2(ends[1], STDERR_FILENO);
    CPM_ASSERT(1 + 1 == 3);
    std::_Exit(0);
  }
  ::close(ends[1]);
  std::string words;
  char block[512];
  for (ssize_t got = ::read(ends[0], block, sizeof block); got > 0; got = ::read(ends[0], block, sizeof block))
    words.append(block, static_cast<std::size_t>(got));
  ::close(ends[0]);
  REQUIRE(::waitpid(child, &status, 0) == child);
  return words;
}

}  // namespace

TEST_CASE("A broken assumption ends with status 70 and asks for a report") {
  int status = 0;
  const std::string words = words_of_failure(status);
  REQUIRE(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == 70);
  CHECK(words.starts_with("cpm: internal error: `1 + 1 == 3` does not hold at "));
  CHECK(words == Holds{"assert_test.cpp:"});
  CHECK(words == Holds{"please report it"});
}

TEST_CASE("An assumption that holds costs nothing but itself") {
  int evaluated = 0;
  CPM_ASSERT(++evaluated == 1);
  CHECK(evaluated == 1);
}
