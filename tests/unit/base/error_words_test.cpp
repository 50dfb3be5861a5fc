#include "base/error_words.h"

#include <doctest/doctest.h>

using namespace cpm::base;

TEST_CASE("Errors of every system are put into words by their POSIX names") {
  CHECK(words_for_error_name("ENOSPC") == "no space left on the disk");
  CHECK(words_for_error_name("EACCES") == words_for_error_name("EPERM"));
  CHECK(words_for_error_name("EBUSY") == "another program is using it");
}

TEST_CASE("A name without words is left to the system") {
  CHECK(words_for_error_name("ENOTTY").empty());
  CHECK(words_for_error_name("").empty());
}
