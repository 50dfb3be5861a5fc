#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/system/disk.h"
#include "diag/catalog.h"
#include "format/load.h"
#include "tests/support/source_root.h"

namespace cpm {
namespace {

namespace fs = std::filesystem;

const fs::path kRoot = test::source_root();

/// "step.yaml:3:1: error[CPM210]": the findings in the files asked for, sorted; paths from `folder`.
std::vector<std::string> findings_in(const fs::path& folder) {
  const base::Disk disk;
  const auto loaded = format::load(disk, {.paths = {folder.string()}, .as_of = *base::read_date("2026-06-01").date});
  std::vector<std::string> lines;
  for (const diag::Diagnostic& finding : loaded->findings.all()) {
    const diag::SourceFile& file = loaded->sources.file(finding.span.file);
    if (!format::find_document(loaded->workspace, file.path())->asked) continue;
    const diag::Position at = file.position(finding.span.begin);
    lines.push_back(fs::path(file.path()).lexically_relative(folder).string() + ":" + std::to_string(at.line) + ":" +
                    std::to_string(at.column) + ": " + std::string(diag::severity_word(finding.severity)) + "[" +
                    diag::code_text(finding.code) + "]");
  }
  std::ranges::sort(lines);
  return lines;
}

std::string lines_of(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

}  // namespace

TEST_CASE("the example county is read without a finding in text, shape or references") {
  CHECK(lines_of(findings_in(kRoot / "examples/alder")) == "");
}

TEST_CASE("the counties of the example region are read without a finding in text, shape or references") {
  CHECK(lines_of(findings_in(kRoot / "examples/region")) == "");
}

TEST_CASE("each planted mistake is one finding, at its place") {
  // 15 is a matter of the rules; all others are found while reading.
  const std::map<std::string, std::string> planted = {
      {"01-misspelled-key.yaml", "41:5: error[CPM210]"},   {"02-wrong-value.yaml", "41:13: error[CPM215]"},
      {"03-bad-date.yaml", "39:10: error[CPM216]"},        {"04-dangling-step.yaml", "50:13: error[CPM306]"},
      {"05-duplicate-key.yaml", "42:5: error[CPM119]"},    {"06-tab.yaml", "41:1: error[CPM110]"},
      {"07-unclosed-quote.yaml", "36:13: error[CPM111]"},  {"08-county-code.yaml", "3:9: error[CPM220]"},
      {"09-score-off-scale.yaml", "17:12: error[CPM310]"}, {"10-yes-no.yaml", "17:12: error[CPM217]"},
      {"11-missing-colon.yaml", "39:5: error[CPM112]"},    {"12-colon-in-text.yaml", "15:16: error[CPM113]"},
      {"13-merge-conflict.yaml", "41:1: error[CPM107]"},   {"14-unknown-item.yaml", "16:3: error[CPM302]"},
      {"16-anchor.yaml", "37:18: error[CPM120]"},
  };
  std::string expected;
  for (const auto& [file, finding] : planted) expected += file + ":" + finding + "\n";
  CHECK(lines_of(findings_in(kRoot / "examples/mistakes")) == expected);
}

TEST_CASE("every code of text, shape and references has a case, but those that would need a huge file") {
  for (const diag::CodeInfo& code : diag::catalog()) {
    if (code.code >= 400 || code.code == 105 || code.code == 125) continue;
    CAPTURE(diag::code_text(code.code));
    CHECK(fs::is_directory(kRoot / "tests/formats" / (diag::code_text(code.code) + "-" + std::string(code.name))));
  }
}

}  // namespace cpm
