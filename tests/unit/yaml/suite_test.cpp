#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "tests/support/source_root.h"
#include "tests/unit/yaml/reading.h"

namespace cpm {
namespace {

// Valid YAML that the reader refuses on purpose: empty files, directives, second documents, anchors, aliases, tags, odd
// keys, byte order marks inside a stream.
const std::set<diag::Code> kPolicy = {104, 106, 108, 120, 121, 122, 123, 126};

// CPM_YAML_SUITE or CPM_SHARED say where it is; else beside the source tree, or beside the folder of its work trees.
std::filesystem::path suite_file() {
  namespace fs = std::filesystem;
  const fs::path root = test::source_root();
  std::vector<fs::path> places;
  if (const char* const given = std::getenv("CPM_YAML_SUITE")) places.emplace_back(given);
  if (const char* const shared = std::getenv("CPM_SHARED")) places.push_back(fs::path(shared) / "yaml-test-suite");
  for (const char* const up : {"..", "../.."}) places.push_back(root / up / "shared" / "yaml-test-suite");
  for (const fs::path& place : places)
    if (fs::exists(place / "cases.jsonl")) return place / "cases.jsonl";
  return places.back() / "cases.jsonl";
}

// The events of one document: what stands between its start and its end.
std::string document_events(const std::string& events) {
  const std::size_t start = events.find("+DOC");
  const std::size_t begin = events.find('\n', start) + 1;
  return events.substr(begin, events.find("-DOC", begin) - begin);
}

void judge_valid(const nlohmann::json& example, int& accepted) {
  const test::Reading reading{example["yaml"].get<std::string>()};
  if (reading.tree.root != nullptr) {
    ++accepted;
    CHECK(test::events(*reading.tree.root) == document_events(example["events"].get<std::string>()));
    return;
  }
  REQUIRE(!reading.findings.all().empty());
  for (const diag::Diagnostic& finding : reading.findings.all()) {
    CAPTURE(finding.message);
    CHECK(kPolicy.contains(finding.code));
  }
}

void judge_invalid(const nlohmann::json& example) {
  const test::Reading reading{example["yaml"].get<std::string>()};
  CHECK(reading.tree.root == nullptr);
  CHECK(!reading.findings.all().empty());
  for (const diag::Diagnostic& finding : reading.findings.all()) {
    CHECK(!finding.message.empty());
    CHECK(!finding.help.empty());
    CHECK(finding.code >= 100);
    CHECK(finding.code < 200);
    CHECK(finding.span.begin <= finding.span.end);
    CHECK(finding.span.end <= reading.file->bytes().size());
  }
}

}  // namespace

TEST_CASE("the yaml-test-suite: invalid files are refused, valid ones read as the suite says or refused by policy") {
  std::ifstream file{suite_file()};
  if (!file) {
    MESSAGE("skipped: there is no yaml-test-suite at " << suite_file().string() << "; CPM_YAML_SUITE names its folder");
    return;
  }
  int valid = 0;
  int invalid = 0;
  int accepted = 0;
  for (std::string line; std::getline(file, line);) {
    const nlohmann::json example = nlohmann::json::parse(line);
    const std::string id = example["id"].get<std::string>();
    CAPTURE(id);
    CAPTURE(example["yaml"].get<std::string>());
    if (example["invalid"].get<bool>()) {
      ++invalid;
      judge_invalid(example);
    } else {
      ++valid;
      judge_valid(example, accepted);
    }
  }
  CHECK(invalid == 94);
  CHECK(valid == 308);
  CHECK(accepted == 187);
}

}  // namespace cpm
