#include "format/built_in_files.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "tests/support/source_root.h"

namespace {

const std::filesystem::path kFolder = std::filesystem::path(test::source_root()) / "src/builtin";

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(in), {});
}

}  // namespace

TEST_CASE("every file of src/builtin is in the program, and no other") {
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(kFolder)) files += entry.path().extension() == ".yaml";
  CHECK(files > 0);
  CHECK(cpm::format::built_in_files().size() == files);
}

TEST_CASE("a built-in file is embedded byte for byte, in the order of names") {
  std::string_view before;
  for (const auto& file : cpm::format::built_in_files()) {
    CAPTURE(file.name);
    CHECK(before < file.name);
    CHECK(bytes_of(kFolder / file.name) == file.bytes);
    before = file.name;
  }
}
