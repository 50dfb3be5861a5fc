#include "tests/support/memory_files.h"

#include <doctest/doctest.h>

using cpm::base::EntryKind;
using cpm::base::IoError;
using cpm::test::MemoryFiles;

TEST_CASE("Files in memory answer like a disk") {
  MemoryFiles files;
  files.add("county/snapshots/a.yaml", "x: 1\n");
  files.add("county/cpm.yaml", "y");
  files.add_folder("county/plans");
  CHECK(files.kind("county") == EntryKind::folder);
  CHECK(files.kind("./county/snapshots/../cpm.yaml") == EntryKind::file);
  CHECK(files.kind("county/none") == EntryKind::missing);
  CHECK(files.list("county") == std::vector<std::string>{"cpm.yaml", "plans", "snapshots"});
  CHECK(files.list(".") == std::vector<std::string>{"county"});
  CHECK(files.read("county/snapshots/a.yaml", 100).bytes == "x: 1\n");
  CHECK(files.read("county/snapshots/a.yaml", 4).too_large);
  CHECK(files.read("county", 4).problem == "is a folder");
  CHECK(files.read("none", 4).problem == "no such file");
  CHECK_THROWS_AS((void)files.list("none"), IoError);
}

TEST_CASE("Files in memory fail on demand") {
  MemoryFiles files;
  files.add("a.yaml", "old");
  files.add_other("pipe");
  files.make_unreadable("a.yaml");
  files.make_unwritable("a.yaml", "no space left on the disk");
  files.make_unlistable(".");
  CHECK(files.read("a.yaml", 10).problem == "permission denied");
  CHECK(files.read("pipe", 10).problem == "is not a regular file");
  CHECK_THROWS_WITH_AS(files.write("a.yaml", "new"), "cannot write `a.yaml`: no space left on the disk", IoError);
  CHECK_THROWS_WITH_AS((void)files.list("."), "cannot list the folder `.`: permission denied", IoError);
  CHECK(files.bytes("a.yaml") == "old");
}

TEST_CASE("Files in memory are written and remember it") {
  MemoryFiles files;
  files.add_folder("reports");
  files.write("reports/a.md", "text");
  CHECK(files.bytes("reports/a.md") == "text");
  CHECK(files.has("reports/a.md"));
  CHECK_THROWS_AS(files.write("none/a.md", "text"), IoError);
  CHECK_THROWS_AS(files.write("reports", "text"), IoError);
  CHECK(files.writes() == std::vector<std::string>{"reports/a.md", "none/a.md", "reports"});
}

TEST_CASE("Links in memory are followed") {
  MemoryFiles files;
  files.add("a/b.yaml", "x");
  files.add_link("link", "a");
  files.add_link("a/loop", "a");
  CHECK(files.real_path("link/b.yaml") == "a/b.yaml");
  CHECK(files.kind("link") == EntryKind::folder);
  CHECK(files.read("a/loop/loop/b.yaml", 10).bytes == "x");
  CHECK(files.list("a") == std::vector<std::string>{"b.yaml", "loop"});
}

TEST_CASE("Folders in memory are made with those above them, never in place of a file") {
  MemoryFiles files;
  files.add("file", "x");
  files.make_folder("a/b/c");
  files.make_folder("a/b");
  CHECK(files.kind("a/b/c") == EntryKind::folder);
  CHECK_THROWS_AS(files.make_folder("file"), IoError);
  CHECK_THROWS_AS(files.make_folder("file/inner"), IoError);
  files.make_unwritable("locked");
  CHECK_THROWS_AS(files.make_folder("locked"), IoError);
}
