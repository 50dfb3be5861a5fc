#include "render/writers.h"

#include <doctest/doctest.h>

#include "tests/support/holds.h"
#include "tests/unit/render/sample.h"

using namespace cpm;
using cpm::test::Holds;
using test::Sample;

TEST_CASE("each file is a suite, and only findings that fail the check are failures") {
  Sample sample;
  sample.outcome.checked = report::Checked{.files = 2, .rules = 1, .paths = {"a.yaml", "b.yaml"}};
  const diag::FileId file = sample.add("a.yaml", "key: value\n");
  sample.add({.code = 310, .message = "one & <two>", .span = sample.find(file, "value"), .help = "do \"it\""});
  sample.add({.code = 415, .message = "three", .span = diag::whole(file)}).severity = diag::Severity::advice;
  CHECK(
      render::write_junit(sample.job()) ==
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<testsuites name=\"cpm check: 2 files, 1 rule: 2 problems in 1 file (1 error, 1 advice)\" tests=\"3\" failures=\"1\" errors=\"0\" time=\"0\">\n"
      "  <testsuite name=\"a.yaml\" tests=\"2\" failures=\"1\" errors=\"0\" skipped=\"0\" time=\"0\">\n"
      "    <testcase name=\"CPM310 score-off-scale: one &amp; &lt;two&gt;\" classname=\"a.yaml\" time=\"0\">\n"
      "      <failure type=\"CPM310 score-off-scale\" message=\"one &amp; &lt;two&gt;\">a.yaml:1:6: error[CPM310]: "
      "one &amp; &lt;two&gt;&#10;help: do &quot;it&quot;</failure>\n"
      "    </testcase>\n"
      "    <testcase name=\"CPM415 top-score-without-evidence: three\" classname=\"a.yaml\" time=\"0\">\n"
      "      <system-out>a.yaml: advice[CPM415]: three</system-out>\n"
      "    </testcase>\n"
      "  </testsuite>\n"
      "  <testsuite name=\"b.yaml\" tests=\"1\" failures=\"0\" errors=\"0\" skipped=\"0\" time=\"0\">\n"
      "    <testcase name=\"no findings\" classname=\"b.yaml\" time=\"0\"/>\n"
      "  </testsuite>\n"
      "</testsuites>\n");
}

TEST_CASE("characters that XML cannot hold are shown") {
  Sample sample;
  sample.add({.code = 310, .message = "\x01 \xEF\xBF\xBE \xEF\xBF\xBF \xFF", .span = {}});
  CHECK(render::write_junit(sample.job()) == Holds{"message=\"\\x01 \\u{fffe} \\u{ffff} \\xff\""});
}
