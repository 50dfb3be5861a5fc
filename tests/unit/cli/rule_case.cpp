#include "tests/unit/cli/rule_case.h"

#include <doctest/doctest.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/text.h"
#include "tests/support/holds.h"
#include "tests/support/source_root.h"
#include "tests/unit/cli/in_process.h"

namespace cpm::test {
namespace {

namespace fs = std::filesystem;

const fs::path kSourceRoot = test::source_root();

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

Outcome check_folder(const fs::path& folder, const std::string& path) {
  InProcess world;
  REQUIRE_MESSAGE(fs::is_directory(folder), folder.string() << " does not exist");
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) world.files.add(fs::relative(entry.path(), folder).string(), bytes_of(entry.path()));
  return world.run({"check", "--as-of", "2026-03-31", "--quiet", path});
}

/// "plan.yaml:26:9: error[CPM509]", if the line is the first of a finding. A whole file counts as its beginning.
std::string headline(std::string_view line) {
  if (line.empty() || line.front() == ' ') return {};
  for (const std::string_view severity : {" error[CPM", " warning[CPM", " advice[CPM"}) {
    const std::size_t at = line.find(severity);
    if (at == std::string_view::npos) continue;
    const std::string_view place = line.substr(0, at);
    const bool has_line = base::split(place, ':').size() == 4;  // path, line, column, and nothing
    return std::string(place) + (has_line ? "" : "1:1:") + std::string(line.substr(at, severity.size() + 4));
  }
  return {};
}

std::string headlines(const std::string& text) {
  std::string found;
  for (const std::string_view line : base::split(text, '\n')) {
    const std::string head = headline(line);
    if (!head.empty()) found += head + "\n";
  }
  return found;
}

/// True if the expected file was rewritten, because a person asked for that.
bool updated(const fs::path& path, const std::string& found) {
  const char* const asked = std::getenv("CPM_UPDATE_GOLDEN");
  if (asked == nullptr || std::string_view(asked) != "1" || std::getenv("CI") != nullptr) return false;
  std::ofstream(path, std::ios::binary) << found;
  return true;
}

}  // namespace

void check_rule_case(const std::string& folder) {
  const fs::path root = kSourceRoot / folder;
  const Outcome good = check_folder(root / "good", ".");
  CHECK(headlines(good.out) == "");
  CHECK(good.err == "");
  CHECK(good.status == 0);
  const Outcome bad = check_folder(root / "bad", ".");
  const std::string found = headlines(bad.out);
  const fs::path expected = root / "expect.txt";
  if (found != bytes_of(expected) && updated(expected, found))
    FAIL_CHECK(folder << "/expect.txt was rewritten; review it, and run again to compare");
  CHECK(found == bytes_of(expected));
  CHECK(found == Holds{"[" + root.filename().string().substr(0, 6) + "]"});
}

void check_mistake(const std::string& file) {
  const fs::path path = kSourceRoot / file;
  const Outcome outcome = check_folder(path.parent_path(), path.filename().string());
  const bool planted = path.filename().string().starts_with("0") || path.filename().string().starts_with("1");
  CAPTURE(outcome.out);
  CHECK(base::split(headlines(outcome.out), '\n').size() == (planted ? 2 : 1));  // the last one is empty
  CHECK(outcome.status == (planted ? 1 : 0));
}

}  // namespace cpm::test
