#include <doctest/doctest.h>

#include "base/files.h"

using namespace cpm::base;

TEST_CASE("Paths are joined without asking the disk") {
  CHECK(joined_path("a/b", "../c") == "a/c");
  CHECK(joined_path("a", "b.yaml") == "a/b.yaml");
  CHECK(joined_path(".", "b.yaml") == "b.yaml");
  CHECK(joined_path("", "b.yaml") == "b.yaml");
  CHECK(joined_path("a", "../../c") == "../c");
  CHECK(joined_path("..", "../c") == "../../c");
  CHECK(joined_path("a/./b//", "./c/") == "a/b/c");
  CHECK(joined_path("a", "..") == ".");
  CHECK(joined_path("a", "/etc/x") == "/etc/x");
  CHECK(joined_path("/a", "../../b") == "/b");
  CHECK(joined_path("/", "b") == "/b");
  CHECK(joined_path("/", "..") == "/");
  CHECK(joined_path("", "") == ".");
}

TEST_CASE("The folder and the name of a path") {
  CHECK(folder_of("a/b.yaml") == "a");
  CHECK(folder_of("a/b/c.yaml") == "a/b");
  CHECK(folder_of("b.yaml") == ".");
  CHECK(folder_of("/b.yaml") == "/");
  CHECK(folder_of("a/b/") == "a");
  CHECK(folder_of("/") == "/");
  CHECK(name_of("a/b.yaml") == "b.yaml");
  CHECK(name_of("b.yaml") == "b.yaml");
  CHECK(name_of("a/b/") == "b");
  CHECK(name_of("/") == "/");
}
