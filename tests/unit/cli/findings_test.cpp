#include "cli/findings.h"

#include <doctest/doctest.h>

#include "base/text.h"
#include "cli/output.h"
#include "diag/catalog.h"
#include "tests/unit/cli/in_process.h"

using namespace cpm;

namespace {

std::vector<std::string> places(const std::string& out) {
  std::vector<std::string> found;
  for (const std::string_view line : base::split(out, '\n'))
    if (const std::size_t end = line.find(": error["); end != std::string_view::npos)
      found.emplace_back(line.substr(0, end));
  return found;
}

constexpr const char*
    kBroken = "format: cpm/theory-of-change/1\ncounty: nowhere\ntitel: T\nif: [{text: one}]\nthen: [{text: two}]\n";

}  // namespace

TEST_CASE("findings stand in the order of path, line and column") {
  test::InProcess world;
  world.files.add("b.yaml", kBroken);
  world.files.add("a.yaml", kBroken);
  const std::vector<std::string> expected = {"a.yaml:2:9", "a.yaml:3:1", "b.yaml:2:9", "b.yaml:3:1"};
  CHECK(places(world.run({"check", "--quiet", "b.yaml", "a.yaml"}).out) == expected);
}

TEST_CASE("files that were only read along keep their findings to themselves unless they are errors") {
  test::InProcess world;
  world.files.add(
      "cpm.yaml",
      "format: cpm/repository/1\ncounty: example\npolicy:\n  suppressions:\n    - {code: CPM601, reason: known}\n");
  world.files.add("theory.yaml", test::kTheory);
  CHECK(world.run({"check", "--fail-on", "advice", "theory.yaml"}).status == 0);
  CHECK(world.run({"check", "--fail-on", "advice"}).status == 1);
  world.files.add("cpm.yaml", "format: cpm/repository/1\ncounty: nowhere\n");
  CHECK(places(world.run({"check", "--quiet", "theory.yaml"}).out) == std::vector<std::string>{"cpm.yaml:2:9"});
}

TEST_CASE("a check of plans counts fewer rules than a check of everything") {
  CHECK(cli::rule_count("plan") > 0);
  CHECK(cli::rule_count("plan") < cli::rule_count(""));
  CHECK(cli::rule_count("") <= diag::catalog().size());
}

TEST_CASE("words are quoted for the shell only where they need it") {
  CHECK(cli::shell_word("reports/a.md") == "reports/a.md");
  CHECK(cli::shell_word("my report.md") == "'my report.md'");
  CHECK(cli::shell_word("") == "''");
  CHECK(cli::shell_word("it's") == "'it'\\''s'");
  CHECK(cli::shell_word("a\nb's\\.md") == R"($'a\012b\047s\134.md')");
  CHECK(cli::shell_word("\x1b[2J") == R"($'\033[2J')");
  CHECK(cli::shell_word("caf\u00e9 \u202e.md") == R"($'caf\303\251 \342\200\256.md')");
}
