#include "format/starter.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include <doctest/doctest.h>

#include "base/text.h"
#include "format/built_in_files.h"
#include "format/load.h"
#include "format/template_plan.h"
#include "tests/support/holds.h"
#include "tests/support/source_root.h"

using namespace cpm;
using cpm::test::Holds;

namespace {

base::Date day(std::string_view text) {
  return *base::read_date(text).date;
}

std::vector<format::StarterFile> starter(const std::string& county) {
  static const std::unique_ptr<format::Loaded> kBuiltIn = format::load_built_in();
  return format::starter_files(kBuiltIn->built_in, county, day("2026-03-15"));
}

const format::StarterFile& file(const std::vector<format::StarterFile>& files, std::string_view path) {
  const auto found = std::ranges::find(files, path, &format::StarterFile::path);
  REQUIRE(found != files.end());
  return *found;
}

}  // namespace

TEST_CASE("every mark of the texts is filled in, and every text is used") {
  const auto files = starter("yolo");
  for (const format::StarterFile& each : files) {
    CAPTURE(each.path);
    for (const char* mark : {"@county", "@academy", "@snapshot", "@plan", "@schemas", "@install", "@release"})
      CHECK(each.bytes != Holds{mark});
  }
  CHECK(format::starter_texts().size() == 8);
  CHECK(file(files, "README.md").bytes == Holds{"Core Practice Model in Yolo County"});
  CHECK(file(files, "README.md").bytes == Holds{"Northern California Training Academy"});
}

TEST_CASE("the repository knows its county, academy and fiscal year, and files name their schema") {
  const auto files = starter("yolo");
  const std::string& settings = file(files, "cpm.yaml").bytes;
  for (const char* line : {"\ncounty: yolo\n", "\nacademy: ncta\n", "\nfiscal_year_start: 7\n", "\nreports:\n"})
    CHECK(settings == Holds{line});
  CHECK(settings.starts_with("# yaml-language-server: $schema=schemas/repository.schema.json\n"));
  CHECK(file(files, "snapshots/2026-03-15.yaml")
            .bytes.starts_with("# yaml-language-server: $schema=../schemas/snapshot."));
}

TEST_CASE("each schema that the editor settings name is there") {
  const auto files = starter("yolo");
  std::size_t named = 0;
  for (const std::string_view line : base::split(file(files, ".vscode/settings.json").bytes, '\n')) {
    const std::size_t begin = line.find("schemas/");
    if (begin == std::string_view::npos) continue;
    CHECK_FALSE(file(files, line.substr(begin, line.find('"', begin) - begin)).bytes.empty());
    ++named;
  }
  CHECK(named >= 5);
}

TEST_CASE("settings for editors are those of examples/editors.md") {
  const auto files = starter("yolo");
  std::ifstream stream(test::source_root() + "/examples/editors.md");
  const std::string guide{std::istreambuf_iterator<char>(stream), {}};
  CHECK(guide == Holds{file(files, ".helix/languages.toml").bytes});
  const std::string readme = file(files, "README.md").bytes;
  const std::vector<std::string_view> parts = base::split(
      std::string_view(readme).substr(readme.find("## In your editor")), '`');
  std::size_t blocks = 0;
  for (const std::string_view part : parts) {
    if (!(part.starts_with("lua\n") || part.starts_with("elisp\n") || part.starts_with("json\n"))) continue;
    CHECK(guide == Holds{std::string(part)});
    ++blocks;
  }
  CHECK(blocks == 3);
}

TEST_CASE("a plan starts with the next fiscal year and runs 14 whole months") {
  CHECK(format::next_fiscal_year(day("2026-03-31"), 7) == day("2026-07-01"));
  CHECK(format::next_fiscal_year(day("2026-07-01"), 7) == day("2026-07-01"));
  CHECK(format::next_fiscal_year(day("2026-07-02"), 7) == day("2027-07-01"));
  CHECK(format::next_fiscal_year(day("2026-12-31"), 1) == day("2027-01-01"));
  CHECK(format::reassessment(day("2026-07-01")) == day("2027-09-30"));
  for (unsigned month = 1; month <= 12; ++month) {
    const base::Date start = format::next_fiscal_year(day("2027-02-28"), month);
    const int months = base::whole_months(start, format::reassessment(start));
    CHECK(months >= 12);
    CHECK(months <= 18);
  }
}
