#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "base/text.h"
#include "tests/support/holds.h"
#include "tests/unit/render/sample.h"

using namespace cpm;
using cpm::test::Holds;
using test::Sample;

namespace {

constexpr const char* kPlan =
    "format: cpm/plan/1\n"
    "steps:\n"
    "  - id: obj-1.s1\n"
    "    action: train\n"
    "    start: 2026-01-01\n"
    "    due: 2026-02-01\n"
    "    staus: on_track\n";

std::string one(const std::string& bytes, diag::Span span, std::string label) {
  Sample sample;
  span.file = sample.add("a.yaml", bytes);
  sample.add({.code = 310, .message = "m", .span = span, .span_label = std::move(label)});
  const std::string text = render::findings_text(sample.job());
  return text.substr(0, text.find("   why: "));
}

diag::Span bytes(std::uint32_t begin, std::uint32_t end) {
  return diag::Span{.file = 0, .begin = begin, .end = end, .whole_file = false};
}

}  // namespace

TEST_CASE("a finding shows its place, the record it is in, the remedy and the corrected line") {
  Sample sample;
  const diag::FileId plan = sample.add("plans/2026.yaml", kPlan);
  auto& finding = sample.add({.code = 210,
                              .message = "a step has no key `staus`; did you mean `status`?",
                              .span = sample.find(plan, "staus"),
                              .span_label = "rename to `status`, which a step must have"});
  finding.labels = {{.span = sample.find(plan, "obj-1.s1"), .text = "in this step"}};
  finding.help = "rename it to `status`";
  finding.fix = diag::Fix{.title = "rename `staus` to `status`",
                          .safety = diag::Safety::safe,
                          .edits = {{.span = sample.find(plan, "staus"), .replacement = "status"}}};
  CHECK(render::findings_text(sample.job()) ==
        "plans/2026.yaml:7:5: error[CPM210]: a step has no key `staus`; did you mean `status`?\n"
        "   3 |   - id: obj-1.s1\n"
        "     |         -------- in this step\n"
        "   ...\n"
        "   7 |     staus: on_track\n"
        "     |     ^^^^^ rename to `status`, which a step must have\n"
        "   help: rename it to `status`\n"
        "   fix: rename `staus` to `status`\n"
        "   7 +     status: on_track\n"
        "   why: cpm explain CPM210\n");
}

TEST_CASE("a fix that is not safe, spans lines or leaves nothing shows no corrected line") {
  Sample sample;
  const diag::FileId plan = sample.add("p.yaml", kPlan);
  auto& finding = sample.add({.code = 210, .message = "m", .span = sample.find(plan, "staus")});
  const auto shown = [&](diag::Safety safety, const char* from, const char* to) {
    finding.fix = diag::Fix{
        .title = "t", .safety = safety, .edits = {{.span = sample.find(plan, from), .replacement = to}}};
    return render::findings_text(sample.job());
  };
  CHECK(shown(diag::Safety::unsafe, "staus", "status") != Holds{"fix:"});
  CHECK(shown(diag::Safety::safe, "staus", "a: 1\nb") == Holds{"fix: t\n   why"});
  CHECK(shown(diag::Safety::safe, "01\n    staus", "x") == Holds{"fix: t\n   why"});
  CHECK(shown(diag::Safety::safe, "    staus: on_track", "") == Holds{"fix: t\n   why"});
  CHECK(shown(diag::Safety::safe, "staus", "status") == Holds{"   7 +     status: on_track\n"});
}

TEST_CASE("help that only repeats the title of the fix is said once") {
  Sample sample;
  const diag::FileId plan = sample.add("p.yaml", kPlan);
  auto& finding = sample.add({.code = 210, .message = "m", .span = sample.find(plan, "staus")});
  finding.help = "rename it";
  finding.fix = diag::Fix{.title = "rename it", .safety = diag::Safety::safe, .edits = {}};
  const std::string text = render::findings_text(sample.job());
  CHECK(text != Holds{"help:"});
  CHECK(text == Holds{"   fix: rename it\n"});
}

TEST_CASE("lines left out are marked, a single one between is shown") {
  Sample sample;
  const diag::FileId plan = sample.add("p.yaml", kPlan);
  auto& finding = sample.add({.code = 310, .message = "m", .span = sample.find(plan, "2026-02-01")});
  finding.labels = {{.span = sample.find(plan, "train"), .text = "a"},
                    {.span = sample.find(plan, "format"), .text = "b"}};
  CHECK(render::findings_text(sample.job()) ==
        "p.yaml:6:10: error[CPM310]: m\n"
        "   1 | format: cpm/plan/1\n"
        "     | ------ b\n"
        "   ...\n"
        "   4 |     action: train\n"
        "     |             ----- a\n"
        "   5 |     start: 2026-01-01\n"
        "   6 |     due: 2026-02-01\n"
        "     |          ^^^^^^^^^^\n"
        "   why: cpm explain CPM310\n");
}

TEST_CASE("two marks in one line stand below each other from left to right") {
  Sample sample;
  const diag::FileId file = sample.add("p.yaml", "{a: 1, a: 2}\n");
  auto& finding = sample.add({.code = 310, .message = "m", .span = sample.find(file, "a: 2"), .span_label = "again"});
  finding.labels = {{.span = sample.find(file, "a: 1"), .text = "first"}};
  CHECK(render::findings_text(sample.job()) == Holds{"   1 | {a: 1, a: 2}\n"
                                                     "     |  ---- first\n"
                                                     "     |        ^^^^ again\n"});
}

TEST_CASE("a label in another file gets its own place and lines") {
  Sample sample;
  const diag::FileId plan = sample.add("p.yaml", kPlan);
  const diag::FileId other = sample.add("instruments/own.yaml", "\n\n\n\n\n\n\n\n\nscale: [0, 1]\n");
  auto& finding = sample.add({.code = 310, .message = "m", .span = sample.find(plan, "train")});
  finding.labels = {{.span = sample.find(other, "[0, 1]"), .text = "the scale"},
                    {.span = diag::whole(other), .text = "the file"},
                    {.span = {}, .text = "built in"}};
  CHECK(render::findings_text(sample.job()) ==
        "p.yaml:4:13: error[CPM310]: m\n"
        "    4 |     action: train\n"
        "      |             ^^^^^\n"
        "   ::: instruments/own.yaml:10:8\n"
        "   10 | scale: [0, 1]\n"
        "      |        ------ the scale\n"
        "   ::: instruments/own.yaml: the file\n"
        "   note: built in\n"
        "   why: cpm explain CPM310\n");
}

TEST_CASE("a finding about a whole file has no lines, one without a file no place") {
  Sample sample;
  sample.add({.code = 310, .message = "the file is empty", .span = diag::whole(sample.add("a.yaml", ""))});
  sample.add({.code = 310, .message = "nowhere", .span = {}});
  CHECK(render::findings_text(sample.job()) ==
        "a.yaml: error[CPM310]: the file is empty\n   why: cpm explain CPM310\n\nerror[CPM310]: nowhere\n");
}

TEST_CASE("marks stand below what they mean: tabs, wide and combining characters, byte order mark, CRLF") {
  CHECK(one("\t\tx: 1\n", bytes(0, 2), "w") == "a.yaml:1:1: error[CPM310]: m\n   1 | →→x: 1\n     | ^^ w\n");
  CHECK(one("a: 説明 b\n", bytes(6, 9), "") == "a.yaml:1:5: error[CPM310]: m\n   1 | a: 説明 b\n     |      ^^\n");
  CHECK(one("e\xCC\x81 b\n", bytes(4, 5), "") == "a.yaml:1:4: error[CPM310]: m\n   1 | e\xCC\x81 b\n     |   ^\n");
  CHECK(one("ae\xCC\x81 b\n", bytes(0, 2), "") == "a.yaml:1:1: error[CPM310]: m\n   1 | ae\xCC\x81 b\n     | ^^\n");
  CHECK(one("\xEF\xBB\xBF"
            "ab: 1\r\nc\r\n",
            bytes(3, 5), "") == "a.yaml:1:1: error[CPM310]: m\n   1 | ab: 1\n     | ^^\n");
  CHECK(one("\xEF\xBB\xBF"
            "ab: 1\r\n",
            bytes(0, 3), "") == "a.yaml:1:1: error[CPM310]: m\n   1 | ab: 1\n     | ^\n");
}

TEST_CASE("characters nobody sees are shown and counted as shown") {
  CHECK(one("\x1b[31m\xE2\x80\xAE\xFF x\n", bytes(10, 11), "") ==
        "a.yaml:1:9: error[CPM310]: m\n   1 | \\x1b[31m\\u{202e}\\xff x\n     |                      ^\n");
}

TEST_CASE("empty places get one caret, at the end of a line and of the file too") {
  CHECK(one("a: 1\nb:\n", bytes(7, 7), "") == "a.yaml:2:3: error[CPM310]: m\n   2 | b:\n     |   ^\n");
  CHECK(one("a: 1\nb:\r\n", bytes(7, 9), "") == "a.yaml:2:3: error[CPM310]: m\n   2 | b:\n     |   ^\n");
  CHECK(one("a: 1\n", bytes(5, 5), "x") == "a.yaml:2:1: error[CPM310]: m\n   1 | a: 1\n   2 |\n     | ^ x\n");
  CHECK(one("a: 1\n\nb: 2\n", bytes(5, 5), "") == "a.yaml:2:1: error[CPM310]: m\n   1 | a: 1\n   2 |\n     | ^\n");
  CHECK(one("", bytes(0, 0), "") == "a.yaml:1:1: error[CPM310]: m\n   1 |\n     | ^\n");
  CHECK(one("ab", bytes(1, 900), "") == "a.yaml:1:2: error[CPM310]: m\n   1 | ab\n     |  ^\n");
}

TEST_CASE("a place over several lines is marked to the end of its first and says where it ends") {
  CHECK(one("a: \"b\n  c\n  d\"\n", bytes(3, 14), "opened here") ==
        "a.yaml:1:4: error[CPM310]: m\n   1 | a: \"b\n     |    ^^ … to line 3: opened here\n");
  CHECK(one("a: b\nc: d\n", bytes(0, 5), "") == "a.yaml:1:1: error[CPM310]: m\n   1 | a: b\n     | ^^^^\n");
}

TEST_CASE("a long line is cut around the mark") {
  const std::string text = one(std::string(5000, 'a') + "HERE" + std::string(9000, 'b') + "\n", bytes(5000, 5004), "");
  const auto lines = base::split(text, '\n');
  CHECK(base::display_width(lines[1]) == 7 + 100);
  CHECK(lines[1].starts_with("   1 | …aaa"));
  CHECK(lines[1].ends_with("bbb…"));
  const std::size_t caret = lines[2].find("^^^^");
  CHECK(lines[1].substr(caret + 2, 4) == "HERE");  // "…" takes two bytes more than its column
}

TEST_CASE("a long line keeps its start when the mark is there, and its end when it is there") {
  const std::string line = "HERE" + std::string(300, 'x') + "THERE";
  CHECK(one(line, bytes(0, 4), "") == Holds{"   1 | HERExxx"});
  CHECK(one(line, bytes(304, 309), "") == Holds{"xxxTHERE\n"});
  const std::string whole = one(line, bytes(0, 309), "");
  CHECK(whole == Holds{"xxx…\n"});
  CHECK(whole != Holds{"     | " + std::string(99, '^') + "^\n"});
  CHECK(whole == Holds{"     | " + std::string(99, '^') + "\n"});
}

TEST_CASE("a terminal's width breaks words and cuts lines") {
  Sample sample;
  sample.settings.width = 50;
  const diag::FileId file = sample.add("a.yaml", "key: " + std::string(80, 'v') + "\n");
  auto& finding = sample.add({.code = 310, .message = "m", .span = sample.find(file, "key")});
  finding.span_label = "these are words enough to be broken into two lines";
  finding.notes = {"one two three four five six seven eight nine ten\neleven"};
  CHECK(render::findings_text(sample.job()) ==
        "a.yaml:1:1: error[CPM310]: m\n"
        "   1 | key: vvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvv…\n"
        "     | ^^^ these are words enough to be broken\n"
        "     |     into two lines\n"
        "   note: one two three four five six seven eight\n"
        "         nine ten\n"
        "         eleven\n"
        "   why: cpm explain CPM310\n");
}

TEST_CASE("quiet leaves one line a finding and the last line of a check") {
  Sample sample;
  sample.settings.quiet = true;
  sample.outcome.checked = report::Checked{.files = 58, .rules = 63};
  const diag::FileId plan = sample.add("p.yaml", kPlan);
  sample.add({.code = 210, .message = "one", .span = sample.find(plan, "staus")});
  sample.add({.code = 310, .message = "two", .span = sample.find(plan, "train"), .severity = diag::Severity::advice});
  CHECK(render::findings_text(sample.job()) ==
        "p.yaml:7:5: error[CPM210]: one\n"
        "p.yaml:4:13: advice[CPM310]: two\n"
        "58 files, 63 rules: 2 problems in 1 file (1 error, 1 advice)\n");
}

TEST_CASE("the last line counts files, rules and problems by severity") {
  Sample sample;
  sample.outcome.checked = report::Checked{.files = 1, .rules = 63};
  CHECK(render::findings_text(sample.job()) == "1 file, 63 rules: no problems\n");
  for (const auto severity : {diag::Severity::warning, diag::Severity::advice, diag::Severity::advice})
    sample.add({.code = 310, .message = "m", .span = {}, .severity = severity});
  const std::string text = render::findings_text(sample.job());
  CHECK(text.ends_with("\n\n1 file, 63 rules: 3 problems (1 warning, 2 advice)\n"));
}

TEST_CASE("without a check there is no last line, and without findings nothing at all") {
  Sample sample;
  CHECK(render::findings_text(sample.job()).empty());
}

TEST_CASE("colour repeats what the words say and nothing else") {
  Sample sample;
  sample.outcome.checked = report::Checked{.files = 1, .rules = 1};
  const diag::FileId plan = sample.add("p.yaml", kPlan);
  auto& finding = sample.add({.code = 210, .message = "m", .span = sample.find(plan, "staus"), .help = "h"});
  finding.labels = {{.span = sample.find(plan, "train"), .text = "a"}};
  const std::string plain = render::findings_text(sample.job());
  sample.settings.color = true;
  std::string colored = render::findings_text(sample.job());
  CHECK(colored == Holds{"\x1b[1;31merror[CPM210]\x1b[0m"});
  for (std::size_t at = colored.find('\x1b'); at != std::string::npos; at = colored.find('\x1b'))
    colored.erase(at, colored.find('m', at) - at + 1);
  CHECK(colored == plain);
}

TEST_CASE("a path or message cannot send commands to the terminal or start a line") {
  Sample sample;
  sample.add({.code = 310, .message = "a\x1b[2J\nb", .span = diag::whole(sample.add("x\n\x1b]0;y", ""))});
  const std::string text = render::findings_text(sample.job());
  CHECK(text != Holds{"\x1b"});
  CHECK(text.starts_with("x \\x1b]0;y: error[CPM310]: a\\x1b[2J b\n"));
}

TEST_CASE("whatever the bytes and places, findings are clean lines of text") {
  std::mt19937 random{20260315};
  const std::vector<std::string> pieces = {"a",    "b: ",          "\t",           "\n",     "\r\n",
                                           "\r",   "説",           "\xCC\x81",     "\xFF",   "\xE8",
                                           "\x1b", "\xE2\x80\xAE", "\xEF\xBB\xBF", "      ", "\0"};
  const auto below = [&](std::size_t limit) { return static_cast<std::uint32_t>(random() % limit); };
  for (int round = 0; round < 3000; ++round) {
    Sample sample;
    std::string bytes;
    const std::size_t count = below(round % 100 == 0 ? 9000 : 60);
    for (std::size_t i = 0; i < count; ++i) bytes += pieces[below(pieces.size())];
    const auto size = static_cast<std::uint32_t>(bytes.size());
    const diag::FileId file = sample.add("a.yaml", bytes);
    const auto place = [&] {
      const std::uint32_t begin = below(size + 3U);
      return diag::Span{.file = file, .begin = begin, .end = begin + below(size + 3U), .whole_file = false};
    };
    auto& finding = sample.add(
        {.code = 310, .message = bytes.substr(0, 20) + "m", .span = place(), .span_label = "some words"});
    for (std::uint32_t i = below(4); i > 0; --i)
      finding.labels.push_back({.span = place(), .text = bytes.substr(0, 9)});
    finding.fix = diag::Fix{
        .title = "t", .safety = diag::Safety::safe, .edits = {{.span = place(), .replacement = "x"}}};
    sample.settings.width = below(3) == 0 ? 0 : below(150);
    const std::string text = render::findings_text(sample.job());
    REQUIRE(!base::first_bad_utf8(text));
    REQUIRE(std::ranges::none_of(
        text, [](char character) { return character != '\n' && character >= 0 && character < ' '; }));
    REQUIRE(text != Holds{" \n"});
    REQUIRE(text == Holds{"^"});
  }
}
