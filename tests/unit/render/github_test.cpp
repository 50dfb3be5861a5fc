#include "render/writers.h"

#include <doctest/doctest.h>

#include "tests/support/holds.h"
#include "tests/unit/render/sample.h"

using namespace cpm;
using cpm::test::Holds;
using test::Sample;

namespace {

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

/// A check with so many findings of each severity.
Sample sample_with(int errors, int warnings) {
  Sample sample;
  sample.outcome.checked = report::Checked{.files = 1, .rules = 1};
  const diag::FileId file = sample.add("a.yaml", "key: value\nother: value\n");
  for (int number = 0; number < errors + warnings; ++number) {
    diag::Diagnostic& finding = sample.add(
        {.code = 310, .message = "m" + std::to_string(number), .span = sample.find(file, "value"), .help = "h"});
    finding.severity = number < warnings ? diag::Severity::warning : diag::Severity::error;
  }
  return sample;
}

}  // namespace

TEST_CASE("a finding is a command with its place, errors before warnings") {
  Sample sample = sample_with(1, 1);
  sample.settings.quiet = true;
  CHECK(
      render::write_github(sample.job()) ==
      "::error title=CPM310 score-off-scale,file=a.yaml,line=1,endLine=1,col=6,endColumn=11::a.yaml:1:6: m1%0Ahelp: h\n"
      "::warning title=CPM310 score-off-scale,file=a.yaml,line=1,endLine=1,col=6,endColumn=11::"
      "a.yaml:1:6: m0%0Ahelp: h\n"
      "1 file, 1 rule: 2 problems in 1 file (1 error, 1 warning)\n");
}

TEST_CASE("ten are shown, and of more the tenth says how many there are") {
  CHECK(count(render::write_github(sample_with(10, 0).job()), "::error ") == 10);
  const std::string text = render::write_github(sample_with(25, 11).job());
  CHECK(count(text, "::error ") == 10);
  CHECK(count(text, "::warning ") == 10);
  CHECK(text == Holds{"::error title=cpm::and 16 errors more; "});
  CHECK(text == Holds{"::warning title=cpm::and 2 warnings more; "});
}

TEST_CASE("columns are left out where the place reaches over lines, and the prefix leads from the checkout") {
  Sample sample = sample_with(1, 0);
  sample.findings.all()[0].span.end = 18;
  sample.settings.prefix = "county";
  CHECK(render::write_github(sample.job()) == Holds{"file=county/a.yaml,line=1,endLine=2::"});
}

TEST_CASE("text that would let commands be obeyed again gets another word") {
  Sample sample = sample_with(1, 0);
  sample.findings.all()[0].message = "::cpm-end-0::";
  const std::string text = render::write_github(sample.job());
  CHECK(text == Holds{"::stop-commands::cpm-end-1\n"});
  CHECK(text == Holds{"\n::cpm-end-1::\n::endgroup::\n"});
}

TEST_CASE("the summary of a job keeps within the limit, the most severe first, and counts what it leaves out") {
  Sample sample = sample_with(30, 30);
  const std::string whole = render::job_summary(sample.job(), 1 << 20);
  CHECK(count(whole, "\n| error |") == 30);
  CHECK(whole != Holds{"more, for which"});
  for (std::size_t limit = 0; limit < whole.size() + 100; limit += 37) {
    const std::string text = render::job_summary(sample.job(), limit);
    CHECK(text.size() <= limit);
    if (text.empty() || text == whole) continue;
    const std::size_t rows = count(text, "\n| error |") + count(text, "\n| warning |");
    CHECK((rows <= 30 || count(text, "\n| error |") == 30));
    CHECK(text == Holds{"\nAnd " + std::to_string(60 - rows) + " finding"});
  }
}
