#include "diag/fingerprint.h"

#include <doctest/doctest.h>

#include <set>

#include "diag/record_path.h"

using namespace cpm::diag;

namespace {

/// The fingerprints of findings of one code at each place of `needle`.
std::vector<std::string> prints(const std::string& text, std::string_view needle, Code code = 215,
                                const std::string& path = "a.yaml") {
  SourceMap sources;
  const FileId file = sources.add(path, text);
  std::vector<Diagnostic> findings;
  for (std::size_t at = text.find(needle); at != std::string::npos; at = text.find(needle, at + 1))
    findings.push_back({.code = code,
                        .message = "m" + std::to_string(at),
                        .span = {.file = file,
                                 .begin = static_cast<std::uint32_t>(at),
                                 .end = static_cast<std::uint32_t>(at + needle.size())}});
  return fingerprints(findings, sources, [](const SourceFile& source) { return source.path(); });
}

}  // namespace

TEST_CASE("a fingerprint stays when lines move and when words of a message change, and goes with what it is about") {
  const std::vector<std::string> before = prints("steps:\n  - id: s1\n    status: open\n", "open");
  REQUIRE(before.size() == 1);
  CHECK(before[0].size() == 16);
  CHECK(before[0].find_first_not_of("abcdefghijklmnop") == std::string::npos);
  CHECK(prints("# new\nsteps:\n  - id: s0\n  - id: s1\n    status:   open\n", "open") == before);
  CHECK(prints("steps:\n  - id: s2\n    status: open\n", "open") != before);
  CHECK(prints("steps:\n  - id: s1\n    status: opan\n", "opan") != before);
  CHECK(prints("steps:\n  - id: s1\n    status: open\n", "open", 216) != before);
  CHECK(prints("steps:\n  - id: s1\n    status: open\n", "open", 215, "b.yaml") != before);
}

TEST_CASE("findings that cannot be told apart are numbered, so that one more of them is new") {
  const std::vector<std::string> two = prints("notes:\n  - x\n  - x\n", "x");
  const std::vector<std::string> three = prints("notes:\n  - x\n  - x\n  - x\n", "x");
  CHECK(std::set(three.begin(), three.end()).size() == 3);
  CHECK(std::vector(three.begin(), three.begin() + 2) == two);
}

TEST_CASE("the values that a message names tell findings apart, its words and guesses do not") {
  const auto print = [](const std::string& message) {
    SourceMap sources;
    const FileId file = sources.add("a.yaml", "a: b\n");
    const std::vector<Diagnostic> one = {
        {.code = 212, .message = message, .span = {.file = file, .begin = 0, .end = 1}}};
    return fingerprints(one, sources, [](const SourceFile& source) { return source.path(); }).front();
  };
  CHECK(print("this plan has no `date`") != print("this plan has no `team`"));
  CHECK(print("this plan has no `date`") == print("`date` is missing from the plan"));
  CHECK(print("no `x`; did you mean `y`?") == print("no `x`; did you mean `z`?"));
  CHECK(print("no `x") == print("no"));
}

TEST_CASE("findings on a whole file and on none have fingerprints") {
  SourceMap sources;
  const FileId file = sources.add("a.yaml", "x");
  const std::vector<Diagnostic> findings = {{.code = 215, .message = "", .span = whole(file)},
                                            {.code = 215, .message = "", .span = {}},
                                            {.code = 215, .message = "", .span = whole(file), .item = "i"}};
  const auto made = fingerprints(findings, sources, [](const SourceFile& source) { return source.path(); });
  CHECK(std::set(made.begin(), made.end()).size() == 3);
  CHECK(FindingRecords(sources).of(findings[2]) == "i");
}
