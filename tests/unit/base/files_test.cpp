#include "base/files.h"
#include "base/system/disk.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/support/holds.h"

using namespace cpm::base;
using cpm::test::Holds;

namespace {

namespace fs = std::filesystem;

// A folder of its own for each test, removed at the end.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string pattern = (fs::temp_directory_path() / "cpm-files-XXXXXX").string();
    REQUIRE(::mkdtemp(pattern.data()) != nullptr);
    path_ = pattern;
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  std::string at(const std::string& name) const { return path_ + "/" + name; }
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

void put(const std::string& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

unsigned mode_of(const std::string& path) {
  struct stat status {};
  REQUIRE(::lstat(path.c_str(), &status) == 0);
  return status.st_mode & 0777U;
}

std::string writing_problem(const std::string& path) {
  try {
    Disk{}.write(path, "new");
  } catch (const IoError& error) {
    return error.what();
  }
  return "none";
}

std::string listing_problem(const std::string& path) {
  try {
    (void)Disk{}.list(path);
  } catch (const IoError& error) {
    return error.what();
  }
  return "none";
}

bool is_root() {
  return ::geteuid() == 0;
}

}  // namespace

TEST_CASE("A file is read with all its bytes") {
  const TemporaryFolder folder;
  const std::string bytes("a\r\n\0\xFF", 5);
  put(folder.at("a.yaml"), bytes);
  const FileReading reading = Disk{}.read(folder.at("a.yaml"), 1024);
  CHECK(reading.bytes == bytes);
  CHECK(reading.problem.empty());
  CHECK_FALSE(reading.too_large);
}

TEST_CASE("The limit is the largest size that is read") {
  const TemporaryFolder folder;
  put(folder.at("a.yaml"), std::string(100, 'x'));
  CHECK(Disk{}.read(folder.at("a.yaml"), 100).bytes.size() == 100);
  CHECK(Disk{}.read(folder.at("a.yaml"), std::string::npos).bytes.size() == 100);
  const FileReading reading = Disk{}.read(folder.at("a.yaml"), 99);
  CHECK(reading.too_large);
  CHECK(reading.bytes.empty());
  CHECK(reading.problem == "is larger than 99 bytes");
}

TEST_CASE("A large file is read as a whole") {
  const TemporaryFolder folder;
  const std::string bytes(300000, 'y');
  put(folder.at("a.yaml"), bytes);
  CHECK(Disk{}.read(folder.at("a.yaml"), 1U << 20U).bytes == bytes);
}

TEST_CASE("An empty file is read, not refused") {
  const TemporaryFolder folder;
  put(folder.at("a.yaml"), "");
  const FileReading reading = Disk{}.read(folder.at("a.yaml"), 10);
  CHECK(reading.bytes.empty());
  CHECK(reading.problem.empty());
}

TEST_CASE("What cannot be read says why in words") {
  const TemporaryFolder folder;
  put(folder.at("a.yaml"), "x");
  REQUIRE(::symlink("loop", folder.at("loop").c_str()) == 0);
  const Disk disk;
  CHECK(disk.read(folder.at("missing.yaml"), 10).problem == "no such file");
  CHECK(disk.read(folder.path(), 10).problem == "is a folder");
  CHECK(disk.read("/dev/null", 10).problem == "is not a regular file");
  CHECK(disk.read(folder.at("a.yaml/b.yaml"), 10).problem == "a part of the path is not a folder");
  CHECK(disk.read(folder.at("loop"), 10).problem == "a link leads back to itself");
  CHECK(disk.read(folder.at(std::string(300, 'n')), 10).problem == "the name is too long");
  CHECK(disk.read("", 10).problem == "no such file");
}

TEST_CASE("A pipe without a writer is refused at once") {
  const TemporaryFolder folder;
  REQUIRE(::mkfifo(folder.at("pipe").c_str(), 0600) == 0);
  CHECK(Disk{}.read(folder.at("pipe"), 10).problem == "is not a regular file");
}

TEST_CASE("The head of a file is its first bytes, and nothing of what is no file") {
  const TemporaryFolder folder;
  put(folder.at("a"), "abcdef");
  CHECK(Disk{}.head(folder.at("a"), 4) == "abcd");
  CHECK(Disk{}.head(folder.at("a"), 100) == "abcdef");
  CHECK(Disk{}.head(folder.at("missing"), 4).empty());
  CHECK(Disk{}.head(folder.path(), 4).empty());
  REQUIRE(::mkfifo(folder.at("pipe").c_str(), 0600) == 0);
  CHECK(Disk{}.head(folder.at("pipe"), 4).empty());
}

TEST_CASE("A file without permission says so" * doctest::skip(is_root())) {
  const TemporaryFolder folder;
  put(folder.at("a.yaml"), "x");
  fs::permissions(folder.at("a.yaml"), fs::perms::none);
  CHECK(Disk{}.kind(folder.at("a.yaml")) == EntryKind::file);
  CHECK(Disk{}.read(folder.at("a.yaml"), 10).problem == "permission denied");
}

TEST_CASE("Kinds of entries follow links") {
  const TemporaryFolder folder;
  put(folder.at("a.yaml"), "x");
  REQUIRE(::symlink("a.yaml", folder.at("to-file").c_str()) == 0);
  REQUIRE(::symlink(".", folder.at("to-folder").c_str()) == 0);
  REQUIRE(::symlink("nowhere", folder.at("dangling").c_str()) == 0);
  const Disk disk;
  CHECK(disk.kind(folder.at("a.yaml")) == EntryKind::file);
  CHECK(disk.kind(folder.path()) == EntryKind::folder);
  CHECK(disk.kind(folder.at("missing")) == EntryKind::missing);
  CHECK(disk.kind(folder.at("a.yaml/b")) == EntryKind::missing);
  CHECK(disk.kind(folder.at("dangling")) == EntryKind::missing);
  CHECK(disk.kind(folder.at("to-file")) == EntryKind::file);
  CHECK(disk.kind(folder.at("to-folder")) == EntryKind::folder);
  CHECK(disk.kind("/dev/null") == EntryKind::other);
}

TEST_CASE("A folder is listed in the order of bytes") {
  const TemporaryFolder folder;
  for (const char* const name : {"b", "a", "B", ".hidden", "\xC3\xA4"}) put(folder.at(name), "");
  CHECK(Disk{}.list(folder.path()) == std::vector<std::string>{".hidden", "B", "a", "b", "\xC3\xA4"});
}

TEST_CASE("A folder that cannot be listed says why") {
  const TemporaryFolder folder;
  put(folder.at("a"), "");
  CHECK(listing_problem(folder.at("missing")) ==
        "cannot list the folder `" + folder.at("missing") + "`: no such folder");
  CHECK(listing_problem(folder.at("a")) == "cannot list the folder `" + folder.at("a") + "`: is not a folder");
}

TEST_CASE("Real paths resolve links, or stay as they are") {
  const TemporaryFolder folder;
  put(folder.at("a"), "");
  REQUIRE(::symlink("a", folder.at("link").c_str()) == 0);
  const Disk disk;
  CHECK(disk.real_path(folder.at("link")) == disk.real_path(folder.at("a")));
  CHECK(disk.real_path("no/such/path") == "no/such/path");
}

TEST_CASE("A new file appears with its bytes and nothing beside it") {
  const TemporaryFolder folder;
  const mode_t mask = ::umask(027);
  Disk{}.write(folder.at("report.md"), "text\n");
  ::umask(mask);
  CHECK(bytes_of(folder.at("report.md")) == "text\n");
  CHECK(mode_of(folder.at("report.md")) == 0640);
  CHECK(Disk{}.list(folder.path()) == std::vector<std::string>{"report.md"});
}

TEST_CASE("A file that is replaced keeps its permissions") {
  const TemporaryFolder folder;
  put(folder.at("a"), "old, and longer than the new text");
  REQUIRE(::chmod(folder.at("a").c_str(), 0604) == 0);
  Disk{}.write(folder.at("a"), "new");
  CHECK(bytes_of(folder.at("a")) == "new");
  CHECK(mode_of(folder.at("a")) == 0604);
  CHECK(Disk{}.list(folder.path()).size() == 1);
}

TEST_CASE("Writing through links changes the file they lead to and keeps the links") {
  const TemporaryFolder folder;
  fs::create_directory(folder.at("deep"));
  put(folder.at("deep/a"), "old");
  REQUIRE(::symlink("deep/a", folder.at("one").c_str()) == 0);
  REQUIRE(::symlink("one", folder.at("two").c_str()) == 0);
  Disk{}.write(folder.at("two"), "new");
  CHECK(bytes_of(folder.at("deep/a")) == "new");
  CHECK(fs::is_symlink(folder.at("one")));
  CHECK(fs::is_symlink(folder.at("two")));
  CHECK_FALSE(fs::is_symlink(folder.at("deep/a")));
}

TEST_CASE("Writing to a link that leads to no file yet makes that file") {
  const TemporaryFolder folder;
  fs::create_directory(folder.at("deep"));
  REQUIRE(::symlink("deep/later", folder.at("link").c_str()) == 0);
  Disk{}.write(folder.at("link"), "new");
  CHECK(bytes_of(folder.at("deep/later")) == "new");
  CHECK(fs::is_symlink(folder.at("link")));
}

TEST_CASE("A name of the greatest length can be written") {
  const TemporaryFolder folder;
  const std::string path = folder.at(std::string(255, 'n'));
  Disk{}.write(path, "new");
  CHECK(bytes_of(path) == "new");
}

TEST_CASE("What cannot be written is a whole sentence") {
  const TemporaryFolder folder;
  put(folder.at("a"), "x");
  REQUIRE(::symlink("loop", folder.at("loop").c_str()) == 0);
  CHECK(writing_problem(folder.path()) == "cannot write `" + folder.path() + "`: it is a folder; name a file");
  CHECK(writing_problem(folder.at("no/a")) ==
        "cannot write `" + folder.at("no/a") + "`: there is no folder `" + folder.at("no") + "`");
  CHECK(writing_problem(folder.at("a/b")) ==
        "cannot write `" + folder.at("a/b") + "`: a part of the path is not a folder");
  CHECK(writing_problem(folder.at("loop")) == "cannot write `" + folder.at("loop") + "`: a link leads back to itself");
  CHECK(writing_problem(folder.at("no\x1b/a")) != Holds{"\x1b"});
}

TEST_CASE("A file or folder without permission is not written" * doctest::skip(is_root())) {
  const TemporaryFolder folder;
  put(folder.at("fixed"), "old");
  REQUIRE(::chmod(folder.at("fixed").c_str(), 0444) == 0);
  CHECK(writing_problem(folder.at("fixed")) == "cannot write `" + folder.at("fixed") + "`: permission denied");
  CHECK(bytes_of(folder.at("fixed")) == "old");
  fs::create_directory(folder.at("closed"));
  REQUIRE(::chmod(folder.at("closed").c_str(), 0555) == 0);
  CHECK(writing_problem(folder.at("closed/a")) == "cannot write `" + folder.at("closed/a") + "`: permission denied");
  REQUIRE(::chmod(folder.at("closed").c_str(), 0755) == 0);
}

TEST_CASE("A write that fails half way leaves the old file and no other") {
  const TemporaryFolder folder;
  fs::create_directory(folder.at("a"));
  put(folder.at("a/inner"), "x");
  CHECK(writing_problem(folder.at("a")) != "none");
  CHECK(Disk{}.list(folder.path()) == std::vector<std::string>{"a"});
  CHECK(writing_problem("/dev/full") == "cannot write `/dev/full`: no space left on the disk");
}

TEST_CASE("Devices and pipes are written straight, never replaced") {
  const TemporaryFolder folder;
  Disk{}.write("/dev/null", "new");
  CHECK(Disk{}.kind("/dev/null") == EntryKind::other);
  REQUIRE(::mkfifo(folder.at("pipe").c_str(), 0600) == 0);
  const int reader = ::open(folder.at("pipe").c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  REQUIRE(reader >= 0);
  Disk{}.write(folder.at("pipe"), "new");
  char block[16];
  CHECK(::read(reader, block, sizeof block) == 3);
  ::close(reader);
  CHECK(Disk{}.kind(folder.at("pipe")) == EntryKind::other);
}

TEST_CASE("An open file is written at its end and stays the same file") {
  const TemporaryFolder folder;
  put(folder.at("log"), "before\n");
  const int open_file = ::open(folder.at("log").c_str(), O_WRONLY | O_APPEND | O_CLOEXEC);
  REQUIRE(open_file >= 0);
  Disk{}.write("/dev/fd/" + std::to_string(open_file), "new\n");
  REQUIRE(::write(open_file, "after\n", 6) == 6);
  ::close(open_file);
  CHECK(bytes_of(folder.at("log")) == "before\nnew\nafter\n");
}

TEST_CASE("A folder is made with those above it; one that is there is fine") {
  const TemporaryFolder folder;
  Disk disk;
  disk.make_folder(folder.at("a/b/c"));
  disk.make_folder(folder.at("a/b"));
  disk.make_folder(folder.at("a/b/d/"));
  CHECK(disk.list(folder.at("a/b")) == std::vector<std::string>{"c", "d"});
}

TEST_CASE("A folder cannot take the place of a file") {
  const TemporaryFolder folder;
  Disk disk;
  put(folder.at("file"), "x");
  CHECK_THROWS_WITH_AS(disk.make_folder(folder.at("file")),
                       ("cannot make the folder `" + folder.at("file") + "`: there is a file of that name").c_str(),
                       IoError);
  CHECK_THROWS_AS(disk.make_folder(folder.at("file/inner")), IoError);
  CHECK(bytes_of(folder.at("file")) == "x");
}

TEST_CASE("a file that comes part by part takes its place at the end, and keeps its mode") {
  const TemporaryFolder folder;
  Disk disk;
  const std::string path = folder.at("a.csv");
  put(path, "old");
  REQUIRE(::chmod(path.c_str(), 0640) == 0);
  const auto stream = disk.stream(path);
  const std::string part(50'000, 'x');
  stream->add(part);
  stream->add(part);
  CHECK(bytes_of(path) == "old");
  stream->finish();
  CHECK(bytes_of(path) == part + part);
  CHECK(mode_of(path) == 0640);
  CHECK(disk.list(folder.path()) == std::vector<std::string>{"a.csv"});
}

TEST_CASE("a stream that is given up leaves the old file, and nothing beside it") {
  const TemporaryFolder folder;
  Disk disk;
  put(folder.at("a.csv"), "old");
  disk.stream(folder.at("a.csv"))->add(std::string(200'000, 'x'));
  CHECK(bytes_of(folder.at("a.csv")) == "old");
  CHECK(disk.list(folder.path()) == std::vector<std::string>{"a.csv"});
}

TEST_CASE("a stream into a folder that is not there, or onto a folder, says so") {
  const TemporaryFolder folder;
  Disk disk;
  CHECK_THROWS_AS(disk.stream(folder.at("none/a.csv")), IoError);
  CHECK_THROWS_AS(disk.stream(folder.path()), IoError);
}
