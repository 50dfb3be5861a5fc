// The cases of tests/rules inside the test program: script.golden runs them through the command line, here they stand beside
// the units, where coverage and mutation can see what they hold up.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "cli/findings.h"
#include "diag/catalogue.h"
#include "format/load.h"
#include "tests/support/memory_files.h"

using namespace cpm;
namespace fs = std::filesystem;

namespace {

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

test::MemoryFiles files_of(const fs::path& folder) {
  test::MemoryFiles files;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) files.add(fs::relative(entry.path(), folder).string(), bytes_of(entry.path()));
  return files;
}

base::Date as_of() {
  using namespace std::chrono;
  return base::Date{year{2026}, March, day{31}};
}

/// "plans/2026.yaml:26:9: error[CPM509]", as expect.txt has it; a whole file counts as its beginning.
std::string headlines(const test::MemoryFiles& files) {
  const std::unique_ptr<format::Loaded> loaded = format::load(files, {.paths = {"."}, .as_of = as_of()});
  cli::judge(*loaded);
  std::string lines;
  for (const diag::Diagnostic& finding : loaded->findings.all()) {
    const diag::SourceFile& file = loaded->sources.file(finding.span.file);
    const diag::Position place = finding.span.whole_file ? diag::Position{} : file.position(finding.span.begin);
    lines += file.path() + ":" + std::to_string(place.line) + ":" + std::to_string(place.column) + ": " +
             std::string(diag::severity_word(finding.severity)) + "[" + diag::code_text(finding.code) + "]\n";
  }
  return lines;
}

std::vector<fs::path> cases() {
  std::vector<fs::path> found;
  for (const fs::directory_entry& entry : fs::directory_iterator(fs::path(CPM_SOURCE_ROOT) / "tests/rules"))
    if (entry.is_directory()) found.push_back(entry.path());
  std::ranges::sort(found);
  return found;
}

}  // namespace

TEST_CASE("every case of tests/rules: the good files are silent, the bad ones say what is expected") {
  const std::vector<fs::path> all = cases();
  REQUIRE(all.size() > 80);
  for (const fs::path& path : all) {
    const std::string name = path.filename().string();
    CAPTURE(name);
    CHECK(headlines(files_of(path / "good")) == "");
    CHECK(headlines(files_of(path / "bad")) == bytes_of(path / "expect.txt"));
  }
}
