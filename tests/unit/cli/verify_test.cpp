// `cpm verify`: reports say how they were made, and are made again from files that are there.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/text.h"
#include "render/made.h"
#include "tests/support/holds.h"
#include "tests/support/source_root.h"
#include "tests/unit/cli/in_process.h"

namespace cpm::test {
namespace {

namespace fs = std::filesystem;

const std::string kReport = "reports/roadmap.md";
const std::string kSource = "roadmap.yaml";

/// `text` with the first `part` replaced.
std::string changed(std::string text, std::string_view part, std::string_view instead) {
  const std::size_t at = text.find(part);
  REQUIRE_MESSAGE(at != std::string::npos, part);
  return text.replace(at, part.size(), instead);
}

/// A county with a road map and its report.
struct County : InProcess {
  County() {
    files.add("cpm.yaml", "format: cpm/repository/1\ncounty: example\nacademy: ncta\n");
    files.add(kSource,
              "format: cpm/roadmap/1\ncounty: example\ntitle: Our road map\nfiscal_year: 2025\nentries:\n"
              "  - {id: r1, from: 2025-09-15, kind: webinar, title: Using coaching logs, status: held}\n");
    files.add_folder("reports");
    make(kReport);
  }

  void make(const std::string& report) {
    const Outcome made = run({"report", "roadmap", "-o", report});
    REQUIRE_MESSAGE(made.status == 0, made.err);
  }
  std::string report() const { return files.bytes(kReport); }
  void edit(const std::string& path, std::string_view part, std::string_view instead) {
    files.add(path, changed(files.bytes(path), part, instead));
  }

  /// "0 same", "1 edited": exit status and outcome.
  std::string verdict(const std::string& report = kReport) {
    const Outcome found = run({"verify", report, "--format", "json"});
    const std::size_t at = found.out.find("\"outcome\": \"");
    REQUIRE_MESSAGE(at != std::string::npos, (found.out + found.err));
    const std::size_t begin = at + 12;
    return std::to_string(found.status) + " " + found.out.substr(begin, found.out.find('"', begin) - begin);
  }
  std::string said(const std::string& report = kReport) { return run({"verify", report}).out; }
};

/// The report with other last lines: as somebody might write them.
std::string with_lines(const std::string& report, std::string_view part, std::string_view instead) {
  const auto found = render::find_made(report);
  REQUIRE(found.has_value());
  return report.substr(0, found->begin) + changed(report.substr(found->begin), part, instead);
}

std::string version_line(const std::string& report) {
  return "version " + render::find_made(report)->lines.made.version;
}

}  // namespace

TEST_CASE("a report that nobody has touched is made again, as Markdown, HTML, text and JSON") {
  County county;
  CHECK(county.verdict() == "0 same");
  for (const std::string report : {"reports/roadmap.html", "reports/roadmap.txt", "reports/roadmap.json"}) {
    CAPTURE(report);
    county.make(report);
    CHECK(county.verdict(report) == "0 same");
  }
  CHECK(county.said("reports") == Holds{"4 of 4 reports are what cpm makes of the files."});
  const std::vector<std::string> before = county.files.writes();
  county.verdict();
  CHECK(county.files.writes() == before);
}

TEST_CASE("text says how it was made in a file, and not on a screen") {
  County county;
  county.make("roadmap.txt");
  const std::string text = county.files.bytes("roadmap.txt");
  CHECK(text == Holds{"\n-- How cpm made this page; `cpm verify` reads it:\nversion "});
  CHECK(county.run({"report", "roadmap"}).out == render::without_made(text));
  county.edit("roadmap.txt", "Using coaching logs", "Using no logs");
  CHECK(county.verdict("roadmap.txt") == "1 edited");
}

TEST_CASE("JSON that was changed by hand is found, wherever it was changed") {
  County county;
  const std::string report = "reports/roadmap.json";
  county.make(report);
  const std::string bytes = county.files.bytes(report);
  for (const auto& [part, instead] :
       std::vector<std::pair<std::string, std::string>>{{"Using coaching logs", "Using no logs"},
                                                        {"\"findings\": [", "\"findings\": [ "},
                                                        {"\"fingerprint\": \"cpm1-", "\"fingerprint\": \"cpm1-0"}}) {
    const std::string& tried = part;
    CAPTURE(tried);
    county.files.add(report, changed(bytes, part, instead));
    CHECK(county.verdict(report) == "1 edited");
  }
  for (const auto& [part, instead] :
       std::vector<std::pair<std::string, std::string>>{{"\"as_of\": \"20", "\"as_of\": \"2O"},
                                                        {"\"operands\": [", "\"operands\": [7,"},
                                                        {"\"files\": [", "\"files\": [{},"},
                                                        {"\"options\": []", "\"options\": {}"},
                                                        {"\"page\": \"", "\"page\": \"\",\"leaf\": \""},
                                                        {"\"made\": {", "\"made\": {{"}}) {
    const std::string& tried = part;
    CAPTURE(tried);
    county.files.add(report, with_lines(bytes, part, instead));
    CHECK(county.verdict(report) == "1 no_fingerprint");
  }
  county.files.add(report, bytes);
  county.edit(kSource, "Using coaching logs", "Using logs");
  CHECK(county.verdict(report) == "1 out_of_date");
}

TEST_CASE("JSON says the paths of that run, and is made again from wherever the files are now") {
  County county;
  InProcess above;
  for (const std::string file : {"cpm.yaml", "roadmap.yaml"})
    above.files.add("county/" + file, county.files.bytes(file));
  above.files.add("county/roadmap.yaml", changed(county.files.bytes(kSource), "kind: webinar", "kind: web-seminar"));
  const Outcome made = above.run({"report", "roadmap", "county", "--despite-errors", "--format", "json"});
  REQUIRE(made.out == Holds{"\"file\": \"county/roadmap.yaml\""});
  REQUIRE(made.out == Holds{"\"folder\": \"county\""});
  County inside;
  inside.files.add(kSource, above.files.bytes("county/roadmap.yaml"));
  inside.files.add("reports/made-above.json", made.out);
  CHECK(inside.verdict("reports/made-above.json") == "0 same");
  InProcess board;
  for (const std::string file : {"cpm.yaml", "roadmap.yaml"})
    board.files.add("far/away/" + file, above.files.bytes("county/" + file));
  board.files.add("mail/made-above.json", made.out);
  CHECK(board.run({"verify", "mail/made-above.json", "--in", "far/away"}).status == 0);
  for (const std::string folder : {"..", "/etc", "/", "", "\\u001b[2J", "far"}) {
    CAPTURE(folder);
    board.files.add("mail/made-above.json",
                    changed(made.out, "\"folder\": \"county\"", "\"folder\": \"" + folder + "\""));
    const Outcome found = board.run({"verify", "mail/made-above.json", "--in", "far/away"});
    CHECK(found.status == 1);
    CHECK(found.out.find('\x1b') == std::string::npos);
  }
}

TEST_CASE("options that a page was made with are used again") {
  County county;
  county.run({"report", "roadmap", "--no-contacts", "--no-pictures", "--as-of", "2025-10-01", "-o", kReport});
  CHECK(county.report() == Holds{"option no-contacts\noption no-pictures\nas-of 2025-10-01\n"});
  CHECK(county.verdict() == "0 same");
  CHECK(county.said() == Holds{"October 1, 2025"});
}

TEST_CASE("a page that was changed by hand is found, with the first line that cpm did not write") {
  County county;
  county.edit(kReport, "Using coaching logs", "Using no logs");
  CHECK(county.verdict() == "1 edited");
  CHECK(county.said() == Holds{"It was changed after cpm made it: line"});
  county.make(kReport);
  county.files.add(kReport, county.report() + "More.\n");
  CHECK(county.verdict() == "1 edited");
  county.make(kReport);
  const std::string print = render::find_made(county.report())->lines.fingerprint;
  county.edit(kReport, print, "cpm1-00000000000000000000000000000000");
  CHECK(county.verdict() == "1 edited");
  county.make(kReport);
  county.edit(kSource, "Using coaching logs", "Using logs");
  county.edit(kReport, "webinar", "evening");
  CHECK(county.verdict() == "1 edited");
  CHECK(county.said() == Holds{"Of its files `roadmap.yaml` has changed."});
}

TEST_CASE("a report whose files have changed since is out of date, and the files are named") {
  County county;
  county.edit(kSource, "Using coaching logs", "Using logs");
  CHECK(county.verdict() == "1 out_of_date");
  CHECK(county.said() == Holds{"It is out of date: `roadmap.yaml` has changed."});
}

TEST_CASE("a change that the page does not show leaves it right; a comment is no change at all") {
  County county;
  county.edit("cpm.yaml", "academy: ncta", "academy: ncta # ours");
  CHECK(county.verdict() == "0 same");
  county.edit("cpm.yaml", "academy: ncta", "academy: baa");
  CHECK(county.verdict() == "0 same_page");
  CHECK(county.said() == Holds{"although `cpm.yaml` has changed"});
  CHECK(county.run({"report", "roadmap", "-o", kReport, "--check"}).status == 0);
}

TEST_CASE("a report whose files are gone, or have errors, cannot be made again, and cpm says why") {
  County county;
  const std::string report = county.report();
  county.edit(kSource, "title: Our", "titel: Our");
  CHECK(county.verdict() == "1 not_made");
  county.files.add("elsewhere/roadmap.md", report);
  CHECK(county.verdict("elsewhere/roadmap.md") == "1 not_made");
  InProcess empty;
  empty.files.add("roadmap.md", report);
  CHECK(empty.run({"verify", "roadmap.md"}).out ==
        Holds{"cannot be made again: there is no file or folder `roadmap.yaml`."});
  County other;
  other.files.add("elsewhere/far/roadmap.md", report);
  other.files.add("elsewhere/far/roadmap-year.svg", other.files.bytes("reports/roadmap-year.svg"));
  CHECK(other.verdict("elsewhere/far/roadmap.md") == "0 same");
}

TEST_CASE("the folder of the files can be named, for a report that came from elsewhere") {
  County county;
  InProcess board;
  for (const std::string file : {"cpm.yaml", "roadmap.yaml"})
    board.files.add("county/" + file, county.files.bytes(file));
  county.make("packet.html");
  board.files.add("mail/packet.html", county.files.bytes("packet.html"));
  CHECK(board.run({"verify", "mail/packet.html"}).status == 1);
  const Outcome found = board.run({"verify", "mail/packet.html", "--in", "county"});
  CHECK(found.out == Holds{"It is what cpm makes of its files."});
  CHECK(found.status == 0);
  CHECK(board.run({"verify", "mail/packet.html", "--in", "nowhere"}).status == 2);
}

TEST_CASE("another version of cpm is named, whether it makes the same page or another") {
  County county;
  const std::string report = county.report();
  county.files.add(kReport, with_lines(report, version_line(report), "version 0.0.1"));
  CHECK(county.verdict() == "0 same_page");
  CHECK(county.said() == Holds{"cpm 0.0.1 made it"});
  const auto found = render::find_made(report);
  const std::string page = changed(report.substr(0, found->begin), "Nothing this month.", "Nothing at all.");
  std::string old = page + report.substr(found->begin);
  old = with_lines(old, found->lines.page, render::page_print(page));
  county.files.add(kReport, old);
  CHECK(county.verdict() == "1 differs");
  county.files.add(kReport, with_lines(old, version_line(report), "version 0.0.1"));
  CHECK(county.verdict() == "1 other_version");
}

TEST_CASE("a picture beside a report counts as a part of it") {
  County county;
  const std::string picture = "reports/roadmap-year.svg";
  REQUIRE(county.files.has(picture));
  county.edit(picture, "<svg", "<svg ");
  CHECK(county.verdict() == "1 edited");
  CHECK(county.said() == Holds{"Its picture `reports/roadmap-year.svg` is not what cpm draws."});
}

TEST_CASE("a report can name reports and files below its folder, and nothing else") {
  const std::string report = County().report();
  const auto found = render::find_made(report);
  for (const auto& [part, instead] :
       std::vector<std::pair<std::string, std::string>>{{"command report%20roadmap", "command check"},
                                                        {"command report%20roadmap", "command fix"},
                                                        {"command report%20roadmap", "command init"},
                                                        {"command report%20roadmap", "command report"},
                                                        {"operand roadmap.yaml", "operand ../roadmap.yaml"},
                                                        {"operand roadmap.yaml", "operand /etc/passwd"},
                                                        {"operand roadmap.yaml", "operand reports/../../roadmap.yaml"},
                                                        {"operand roadmap.yaml", "operand %1B%5B2Jroadmap.yaml"},
                                                        {"as-of", "option output cpm.yaml\nas-of"},
                                                        {"as-of", "option check\nas-of"},
                                                        {"as-of", "option format json\nas-of"},
                                                        {"as-of", "option no-contacts yes\nas-of"},
                                                        {"as-of", "option max-file-size --output=cpm.yaml\nas-of"},
                                                        {"as-of", "option nonsense\nas-of"},
                                                        {"pictures roadmap", "pictures ../cpm"}}) {
    County county;
    county.files.add(kReport, with_lines(report, part, instead));
    const std::string settings = county.files.bytes("cpm.yaml");
    const std::vector<std::string> writes = county.files.writes();
    const std::string& tried = instead;
    CAPTURE(tried);
    const std::string verdict = county.verdict();
    CHECK((verdict == "1 not_made" || verdict == "1 edited" || verdict == "1 differs"));
    CHECK(county.said().find('\x1b') == std::string::npos);
    CHECK(county.files.writes() == writes);
    CHECK(county.files.bytes("cpm.yaml") == settings);
  }
}

TEST_CASE("what is no report of cpm says nothing of how it was made") {
  County county;
  for (const std::string& text :
       {std::string("# Minutes\n"), std::string(), with_lines(county.report(), "as-of 2026", "as-of 2O26"),
        with_lines(county.report(), "page ", "pages "), with_lines(county.report(), "-->", "- ->")}) {
    county.files.add("reports/minutes.md", text);
    CHECK(county.verdict("reports/minutes.md") == "1 no_fingerprint");
  }
  CHECK(county.run({"verify", "nowhere.md"}).status == 2);
  county.files.add("notes/minutes.md", "# Minutes\n");
  CHECK(county.run({"verify", "notes"}).status == 2);
}

TEST_CASE("a report is up to date whatever its last lines say, and with none") {
  County county;
  const std::vector<std::string> check = {"report", "roadmap", "-o", kReport, "--check"};
  const std::string report = county.report();
  CHECK(county.run(check).status == 0);
  county.files.add(kReport, with_lines(report, version_line(report), "version 0.0.1"));
  CHECK(county.run(check).status == 0);
  county.files.add(kReport, render::without_made(report));
  CHECK(county.run(check).status == 0);
  county.edit(kReport, "webinar", "evening");
  CHECK(county.run(check).status == 1);
}

namespace {

struct Example : InProcess {
  Example() {
    const fs::path root = fs::path(test::source_root()) / "examples/alder";
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root)) {
      if (!entry.is_regular_file() || entry.path().extension() != ".yaml") continue;
      std::ifstream file(entry.path(), std::ios::binary);
      const std::string path = fs::relative(entry.path(), root).string();
      files.add(path, std::string{std::istreambuf_iterator<char>(file), {}});
      if (!path.starts_with('.')) sources.push_back(path);
    }
  }
  /// How many files were given other words: all but these.
  std::size_t reword_all_but(const std::vector<report::MadeFrom>& kept) {
    std::size_t reworded = 0;
    for (const std::string& path : sources) {
      if (std::ranges::find(kept, path, &report::MadeFrom::file) != kept.end()) continue;
      std::string text = files.bytes(path);
      for (std::size_t at = text.find(" the "); at != std::string::npos; at = text.find(" the ", at + 1))
        text.replace(at, 5, " other ");
      files.add(path, text);
      ++reworded;
    }
    return reworded;
  }
  std::vector<std::string> sources;
};

}  // namespace

// What is named as a file of the report is all that it rests on: whatever happens to the others, the page stays.
TEST_CASE("the files that a report names are all that it was made from, for each report of the example county") {
  Example county;
  for (const std::string format : {"markdown", "json"})
    for (const std::string name : {"snapshot", "comparison", "plan", "status", "support", "theory", "logic-model",
                                   "roadmap", "fidelity", "handover", "sip"}) {
      CAPTURE(format);
      CAPTURE(name);
      const std::vector<std::string> make = {"report", name, "--format", format};
      const std::string page = county.run(make).out;
      const auto found = render::find_made(page);
      REQUIRE(found.has_value());
      Example other = county;
      CHECK(other.reword_all_but(found->lines.made.from) > 2);
      CHECK(other.run(make).out == page);
    }
}

TEST_CASE("last lines take any name of a file or option, and give it back") {
  for (const std::string word :
       {"a --> b.yaml", "x\ny", "---", "--x", "%", "%2D", "caf\xC3\xA9/plan.yaml", "<b>", " "}) {
    CAPTURE(word);
    report::Made made{.version = "1.2.3", .as_of = *base::read_date("2026-03-31").date, .command = "report plan"};
    made.operands = {word, "plans/b.yaml"};
    made.options = {{"from", word}, {"no-contacts", ""}};
    made.from = {{.file = word, .print = "cpm1-0123456789abcdef0123456789abcdef"}};
    const render::MadeLines lines = render::made_lines(made, "page\n", word);
    const std::string text = "page\n\n" + render::made_in_markdown(lines);
    CHECK(text.find("--", text.find("<!--") + 4) == text.find("-->\n"));
    CHECK(render::made_in_html(lines).find('<', render::made_in_html(lines).find("<pre>") + 5) ==
          render::made_in_html(lines).find("</pre>"));
    CHECK(render::find_made("page\n" + render::made_in_html(lines))->lines.made.operands == made.operands);
    CHECK(render::without_made(text) == "page\n");
    CHECK(render::without_made("page\n" + render::made_in_html(lines) + "</footer>\n") == "page\n</footer>\n");
    const auto found = render::find_made(text);
    REQUIRE(found.has_value());
    CHECK(found->lines.made.operands == made.operands);
    CHECK(found->lines.made.options == made.options);
    CHECK(found->lines.made.from.at(0).file == word);
    CHECK(found->lines.made.from.at(0).print == "0123456789ab");
    CHECK(found->lines.pictures == word);
    CHECK(found->lines.fingerprint == lines.fingerprint);
    const auto below = render::find_made("page\n\n" + render::made_in_text(lines));
    REQUIRE(below.has_value());
    CHECK(below->lines.made.operands == made.operands);
    CHECK(below->lines.made.options == made.options);
  }
}

}  // namespace cpm::test
