#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "base/system/terminal.h"
#include "tests/support/holds.h"
#include "tests/unit/cli/in_process.h"

namespace cpm {
namespace {

using test::Holds;
using test::InProcess;

constexpr std::string_view kMark = "<script type=\"application/json\" id=\"cpm-files\">null</script>\n";

/// A county's repository, and a page in each of these places.
InProcess workbook_of(const std::vector<std::string>& pages) {
  InProcess process;
  process.files.add("county/cpm.yaml", "format: cpm/repository/1\ncounty: example\n");
  process.files.add("county/b.yaml", "format: cpm/support/1\n");
  process.files.add("county/a.yaml", "format: cpm/plan/1\n");
  for (const std::string& page : pages) process.files.add(page, std::string(kMark) + page);
  process.program_folder = [] { return std::string("opt/bin"); };
  return process;
}

nlohmann::ordered_json files_in(const std::string& page) {
  const std::size_t begin = page.find('>') + 1;
  return nlohmann::ordered_json::parse(page.substr(begin, page.find("</script>") - begin));
}

std::string page_used(InProcess& process, const std::vector<std::string>& more = {}) {
  std::vector<std::string> words = {"workbook", "county", "-o", "w.html"};
  words.insert(words.end(), more.begin(), more.end());
  const test::Outcome outcome = process.run(words);
  return outcome.status == 0 ? process.files.bytes("w.html") : std::to_string(outcome.status) + ": " + outcome.err;
}

}  // namespace

TEST_CASE("the page is looked for in one place after the other") {
  const std::string beside = "opt/bin/workbook.html";
  const std::string shared = "opt/share/cpm-toolkit/workbook.html";
  InProcess all = workbook_of({"mine.html", "var.html", beside, shared});
  CHECK(page_used(all).ends_with(beside));
  all.variables["CPM_WORKBOOK_PAGE"] = "var.html";
  CHECK(page_used(all).ends_with("var.html"));
  CHECK(page_used(all, {"--page", "mine.html"}).ends_with("mine.html"));
  InProcess packaged = workbook_of({shared});
  CHECK(page_used(packaged).ends_with(shared));
  InProcess none = workbook_of({});
  CHECK(page_used(none) == Holds{"3: cpm: the page of the workbook is not here"});
  none.program_folder = {};
  CHECK(page_used(none) == Holds{"3: cpm: the page of the workbook is not here"});
}

TEST_CASE("the files of the repository are in the page, by their paths in it") {
  InProcess process = workbook_of({"opt/bin/workbook.html"});
  const auto content = files_in(page_used(process));
  CHECK(content.at("folder") == "county");
  REQUIRE(content.at("files").size() == 3);
  CHECK(content.at("files").at(0).at("path") == "a.yaml");
  CHECK(content.at("files").at(2).dump() ==
        R"({"path":"cpm.yaml","text":"format: cpm/repository/1\ncounty: example\n"})");
}

TEST_CASE("a link that leads out of the repository takes nothing into the page") {
  InProcess process = workbook_of({"opt/bin/workbook.html"});
  process.files.add("elsewhere/secret.yaml", "format: cpm/plan/1\n");
  process.files.add_link("county/link.yaml", "elsewhere/secret.yaml");
  process.files.add_link("county/folder", "elsewhere");
  CHECK(page_used(process) != Holds{"secret"});
  CHECK(files_in(page_used(process)).at("files").size() == 3);
}

TEST_CASE("a mark counts where it stands alone on its line") {
  InProcess process = workbook_of({});
  process.files.add("p.html",
                    "<script>const mark = '" + std::string(kMark) + "'</script>\r\n" + std::string(kMark) + "x");
  CHECK(page_used(process, {"--page", "p.html"}) ==
        Holds{"const mark = '<script type=\"application/json\" id=\"cpm-files\">null</script>\n"});
  process.files.add("q.html", "a" + std::string(kMark));
  CHECK(page_used(process, {"--page", "q.html"}) == Holds{"2: cpm: this is not the page of the workbook"});
}

TEST_CASE("the folder of the program is known") {
  CHECK(base::program_folder().ends_with("/tests"));
}

}  // namespace cpm
