#include "format/load.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "format/discover.h"
#include "tests/support/holds.h"
#include "tests/unit/format/loading.h"

namespace cpm {
namespace {

using cpm::test::Holds;
using test::joined;
using test::kRepository;
using test::Loading;
using Texts = Loading::Texts;

const std::string kSnapshot =
    "format: cpm/snapshot/1\ncounty: example\ndate: 2026-03-02\nstatus: draft\n"
    "instrument: {id: cpm-default, version: \"1.0\"}\nratings: {}\n";

const std::string kPlan =
    "format: cpm/plan/1\ncounty: example\ndate: 2026-06-01\nsnapshot: {file: snapshots/spring.yaml}\n"
    "team: [{role: Director}]\nhorizon: {start: 2026-07-01, reassess: 2027-09-30}\n"
    "priorities: [{id: p1, area: or, title: Vision}]\n";

const std::string kInstrument =
    "format: cpm/instrument/1\nid: short\nversion: \"1.0\"\nscale: [{value: 0, label: Low}, {value: 1, label: High}]\n"
    "areas: [{id: lead, label: Lead, items: [{id: vision, title: Vision, prompt: Is there one?, anchors: [None, One]}]}]\n";

/// "plan.yaml, (snapshots/spring.yaml)": the documents in order; those not asked for in brackets.
std::string documents(const Loading& loading) {
  std::vector<std::string> names;
  for (const model::Document& document : loading.loaded->workspace.documents)
    names.push_back(document.asked ? document.path : "(" + document.path + ")");
  return joined(names);
}

std::string homes(const Loading& loading) {
  std::vector<std::string> roots;
  for (const model::Home& home : loading.loaded->workspace.homes) roots.push_back(home.root);
  return joined(roots);
}

}  // namespace

TEST_CASE("a folder is walked for YAML files in the order of their paths; hidden ones and others are left out") {
  const Loading loading(Texts{{"b.yml", kRepository},
                              {"a/z.yaml", kSnapshot},
                              {"a.yaml", kRepository},
                              {".git/x.yaml", "no"},
                              {".hidden.yaml", "no"},
                              {"a/notes.md", "no"},
                              {"a/yaml", "no"}});
  CHECK(documents(loading) == "a.yaml, a/z.yaml, b.yml");
  CHECK(loading.loaded->files == 3);
  CHECK(loading.places() == "");
}

TEST_CASE("what a repository sets aside is not read, in the folders of that repository only") {
  const Texts texts = {{"cpm.yaml", kRepository + "ignore: [mkdocs.yml, tools/, county/old.yaml]\n"},
                       {"mkdocs.yml", "site_name: x\n"},
                       {"tools/deep/x.yaml", "a: 1\n"},
                       {"county/old.yaml", "a: 1\n"},
                       {"county/mkdocs.yml", "site_name: x\n"}};
  CHECK(documents(Loading(texts)) == "county/mkdocs.yml, cpm.yaml");
  CHECK(documents(Loading(texts, {"county"})) == "county/mkdocs.yml, (cpm.yaml)");
  CHECK(documents(Loading(texts, {"mkdocs.yml"})) == "(cpm.yaml), mkdocs.yml");
}

TEST_CASE("a repository inside another keeps its own settings and county") {
  const Loading loading(
      Texts{{"cpm.yaml", kRepository},
            {"inner/cpm.yaml", "format: cpm/repository/1\ncounty: yolo\nignore: [old]\n"},
            {"inner/old/x.yaml", "a: 1\n"},
            {"inner/plans/t.yaml",
             "format: cpm/theory-of-change/1\ncounty: yolo\ntitle: T\nif: [{text: A}]\nthen: [{text: B}]\n"},
            {"s.yaml", kSnapshot}});
  CHECK(loading.places() == "inner/cpm.yaml:1:9 CPM325");
  CHECK(documents(loading) == "cpm.yaml, inner/cpm.yaml, inner/plans/t.yaml, s.yaml");
  CHECK(homes(loading) == "., inner");
  const model::Document& theory = loading.document("inner/plans/t.yaml");
  CHECK(theory.inside == "plans/t.yaml");
  REQUIRE(loading.loaded->workspace.homes[theory.home].repository != nullptr);
  CHECK(loading.loaded->workspace.homes[theory.home].repository->county.value == "yolo");
  CHECK(loading.document("s.yaml").home != theory.home);
}

TEST_CASE("without a repository the folder that was asked for is the home") {
  CHECK(homes(Loading(Texts{{"x/plans/p.yaml", kPlan}, {"x/snapshots/spring.yaml", kSnapshot}}, {"x"})) == "x");
  CHECK(Loading(Texts{{"x/plans/p.yaml", kPlan}, {"x/snapshots/spring.yaml", kSnapshot}}, {"x"}).places() == "");
  CHECK(homes(Loading(Texts{{"x/plans/p.yaml", kPlan}, {"snapshots/spring.yaml", kSnapshot}}, {"x/plans/p.yaml"})) ==
        ".");
  CHECK(homes(Loading(Texts{{"cpm.yaml", kRepository}, {"x/.git/HEAD", ""}, {"x/a.yaml", kRepository}},
                      {"x/a.yaml"})) == "x");
}

TEST_CASE("settings in a file of another name are told, as nobody reads them") {
  CHECK(Loading(Texts{{"cpm.YAML", kRepository}}).places() == "cpm.YAML:1:9 CPM326");
  CHECK(Loading(Texts{{"cpm.yaml", kRepository}, {"cpm.yml", kRepository}}).places() == "cpm.yml:1:9 CPM326");
  CHECK(Loading(Texts{{"cpm.yaml", kRepository}}).places() == "");
}

TEST_CASE("what the asked files refer to is read as context") {
  const Texts texts = {{"cpm.yaml", kRepository},
                       {"plans/p.yaml", kPlan},
                       {"snapshots/spring.yaml", kSnapshot},
                       {"snapshots/autumn.yaml", "broken: [\n"},
                       {"instruments/short.yaml", kInstrument}};
  const Loading plan(texts, {"plans/p.yaml"});
  CHECK(documents(plan) == "(cpm.yaml), plans/p.yaml, (snapshots/spring.yaml)");
  CHECK(plan.loaded->files == 1);
  CHECK(plan.document("plans/p.yaml").snapshot == &plan.document("snapshots/spring.yaml"));

  Texts own = texts;
  own[2].second.replace(own[2].second.find("cpm-default"), 11, "short");
  CHECK(documents(Loading(own, {"plans/p.yaml"})) ==
        "(cpm.yaml), (instruments/short.yaml), plans/p.yaml, (snapshots/spring.yaml)");

  own[1].second.replace(own[1].second.find("area: or"), 8, "area: lead");
  own[1].second.replace(own[1].second.find("file: snapshots/spring.yaml"), 27, "date: 2026-03-02");
  own[3].second = kRepository;
  const Loading by_date(own, {"plans/p.yaml"});
  CHECK(by_date.places() == "");
  CHECK(by_date.document("plans/p.yaml").snapshot == &by_date.document("snapshots/spring.yaml"));
}

TEST_CASE("a file asked for twice is read once, and asked for even if it was context first") {
  const Texts texts = {{"cpm.yaml", kRepository}, {"a/s.yaml", kSnapshot}};
  CHECK(documents(Loading(texts, {"a", "a/s.yaml", "./a/s.yaml", "."})) == "a/s.yaml, cpm.yaml");
  CHECK(homes(Loading(texts, {"./a/s.yaml", "a"})) == ".");
}

TEST_CASE("paths keep the form in which they were given, and references still lead to them") {
  const Loading loading(Texts{{"cpm.yaml", kRepository}, {"plans/p.yaml", kPlan}, {"snapshots/spring.yaml", kSnapshot}},
                        {"./snapshots/spring.yaml", "./plans/p.yaml"});
  CHECK(loading.places() == "");
  CHECK(documents(loading) == "./plans/p.yaml, ./snapshots/spring.yaml, (cpm.yaml)");
  CHECK(loading.document("plans/p.yaml").snapshot == &loading.document("snapshots/spring.yaml"));
  CHECK(loading.document("./plans/p.yaml").inside == "plans/p.yaml");
  CHECK(format::find_document(loading.loaded->workspace, "plans/q.yaml") == nullptr);
}

TEST_CASE("links in circles are walked once") {
  Loading loading;
  loading.files.add("a/s.yaml", kSnapshot);
  loading.files.add_link("a/again", "a");
  loading.files.add_link("a/up", ".");
  loading.load({"."});
  CHECK(documents(loading) == "a/s.yaml");
  CHECK(loading.places() == "");
}

TEST_CASE("a file that cannot be read is a finding, and the others are read") {
  Loading loading;
  loading.files.add("a.yaml", kRepository);
  loading.files.add("b.yaml", kRepository);
  loading.files.make_unreadable("a.yaml");
  loading.files.add_other("pipe.yaml");
  loading.load({".", "gone.yaml"});
  CHECK(loading.places() == "a.yaml CPM901, pipe.yaml CPM901, gone.yaml CPM901");
  CHECK(loading.only().message == "this file cannot be read: permission denied");
  CHECK(loading.all()[2].message == "this file cannot be read: no such file");
  CHECK(documents(loading) == "a.yaml, b.yaml, gone.yaml, pipe.yaml");
  CHECK(!loading.document("a.yaml").usable);
  CHECK(loading.document("b.yaml").usable);
}

TEST_CASE("a folder that cannot be listed ends the run") {
  Loading loading;
  loading.files.add("a/x.yaml", kRepository);
  loading.files.make_unlistable("a");
  CHECK_THROWS_AS(loading.load({"."}), base::IoError);
}

TEST_CASE("a file above the limit is named with the limit and the option that raises it") {
  test::MemoryFiles files;
  files.add("big.yaml", kRepository + std::string(100, '#'));
  const auto loaded = format::load(files, {.paths = {"big.yaml"}, .limits = {.bytes = 100}, .as_of = {}});
  REQUIRE(loaded->findings.all().size() == 1);
  CHECK(loaded->findings.all()[0].code == 105);
  CHECK(loaded->findings.all()[0].message == Holds{"100 bytes"});
  CHECK(loaded->findings.all()[0].help == Holds{"--max-file-size"});
}

TEST_CASE("standard input is a file of the current folder's repository") {
  test::MemoryFiles files;
  files.add("cpm.yaml", kRepository);
  files.add("snapshots/spring.yaml", kSnapshot);
  const auto loaded = format::load(files, {.paths = {"-"}, .standard_input = kPlan, .as_of = {}});
  CHECK(loaded->findings.all().empty());
  const model::Document* plan = format::find_document(loaded->workspace, "<stdin>");
  REQUIRE(plan != nullptr);
  CHECK(plan->asked);
  CHECK(plan->snapshot == format::find_document(loaded->workspace, "snapshots/spring.yaml"));
  CHECK(format::load(files, {.paths = {"-"}, .standard_input = "", .as_of = {}})->findings.all().at(0).code == 106);
}

TEST_CASE("one bad file never hides another") {
  const Loading loading(
      Texts{{"a.yaml", "format: [\n"}, {"b.yaml", "format: cpm/repository/1\n"}, {"c.yaml", kSnapshot}});
  CHECK(loading.places() == "a.yaml:1:9 CPM115, b.yaml:1:1 CPM212");
  CHECK(loading.document("c.yaml").usable);
}

TEST_CASE("the repository around the current folder is found upwards") {
  test::MemoryFiles with;
  with.add("cpm.yaml", kRepository);
  CHECK(format::enclosing_repository(with) == std::optional<std::string>("."));
  CHECK(format::enclosing_repository(test::MemoryFiles()) == std::nullopt);
}

TEST_CASE("a broken cpm.yaml is reported once and settles nothing") {
  const Loading loading(Texts{{"cpm.yaml", "format: cpm/repository/1\ncounty: nowhere\nignore: [old]\n"},
                              {"old/x.yaml", "a: 1\n"},
                              {"s.yaml", kSnapshot}});
  CHECK(loading.places() == "cpm.yaml:2:9 CPM220");
  CHECK(loading.document("s.yaml").usable);
}

TEST_CASE("what is read does not depend on the number of threads, nor on going home by home") {
  Texts texts;
  for (const std::string county : {"alpine", "butte", "colusa"}) {
    texts.emplace_back(county + "/cpm.yaml", "format: cpm/repository/1\ncounty: " + county + "\nignore: [old]\n");
    texts.emplace_back(county + "/old/x.yaml", "a: 1\n");
    texts.emplace_back(county + "/plans/p.yaml", kPlan);
    for (int i = 0; i < 20; ++i)
      texts.emplace_back(county + "/snapshots/" + std::to_string(i) + ".yaml", i % 3 == 0 ? "format: [\n" : kSnapshot);
  }
  test::MemoryFiles files;
  for (const auto& [path, text] : texts) files.add(path, text);
  const Loading all_at_once(texts);
  std::vector<std::string> seen;
  for (const std::size_t threads : {1U, 2U, 8U}) {
    format::Request request{.paths = {"."}, .as_of = {}, .threads = threads};
    std::vector<std::size_t> sizes;
    request.each_home = [&](format::Loaded& loaded, diag::Diagnostics&) {
      sizes.push_back(loaded.workspace.documents.size());
      for (const model::Document& document : loaded.workspace.documents)
        CHECK(document.home == loaded.workspace.documents.front().home);
    };
    Loading by_home;
    by_home.loaded = format::load(files, request);
    CHECK(sizes == std::vector<std::size_t>{22, 22, 22});
    CHECK(documents(by_home) == documents(all_at_once));
    CHECK(homes(by_home) == homes(all_at_once));
    CHECK(by_home.loaded->files == 66);
    CHECK(by_home.loaded->workspace.homes[2].repository->county.value == "butte");
    CHECK(std::holds_alternative<std::monostate>(by_home.document("butte/plans/p.yaml").content));
    seen.push_back(by_home.places());
  }
  CHECK(seen[0] == seen[1]);
  CHECK(seen[0] == seen[2]);
  const auto count = [](const std::string& text) { return std::count(text.begin(), text.end(), ','); };
  CHECK(count(seen[0]) == count(all_at_once.places()));
}

TEST_CASE("files that are plainly of a kind not needed are passed over, unless they were named") {
  const std::vector<std::string_view> kinds = {"snapshot", "repository"};
  test::MemoryFiles files;
  files.add("cpm.yaml", kRepository);
  files.add("plans/p.yaml", "# broken\n" + kPlan + "nonsense: [\n");
  files.add("plans/q.yaml", "county: example\nformat: cpm/plan/1\n");
  files.add("snapshots/spring.yaml", kSnapshot);
  Loading loading;
  loading.loaded = format::load(files, {.paths = {"."}, .as_of = {}, .kinds = kinds});
  CHECK(documents(loading) == "cpm.yaml, plans/q.yaml, snapshots/spring.yaml");
  CHECK(loading.loaded->files == 4);
  loading.loaded = format::load(files, {.paths = {".", "plans/p.yaml"}, .as_of = {}, .kinds = kinds});
  CHECK(documents(loading) == "cpm.yaml, plans/p.yaml, plans/q.yaml, snapshots/spring.yaml");
}

TEST_CASE("what one repository leaves out is there for another one below it that needs it") {
  std::string plan = kPlan;
  plan.replace(plan.find("{file: snapshots/spring.yaml}"), 29, "{county: example, date: 2026-03-02}");
  const Loading loading(Texts{{"cpm.yaml", "format: cpm/repository/1\ncounty: yolo\nignore: [ours/snapshots]\n"},
                              {"ours/cpm.yaml", kRepository},
                              {"ours/plan.yaml", plan},
                              {"ours/snapshots/spring.yaml", kSnapshot}});
  CHECK(documents(loading) == "cpm.yaml, ours/cpm.yaml, ours/plan.yaml, (ours/snapshots/spring.yaml)");
  CHECK(loading.places() == "ours/cpm.yaml:1:9 CPM325");
  CHECK(loading.document("ours/plan.yaml").snapshot == &loading.document("ours/snapshots/spring.yaml"));
}

TEST_CASE("a repository of which files were passed over is not whole") {
  const std::vector<std::string_view> kinds = {"snapshot", "repository"};
  test::MemoryFiles files;
  files.add("a/cpm.yaml", kRepository);
  files.add("a/plans/p.yaml", kPlan);
  files.add("b/cpm.yaml", kRepository);
  Loading loading;
  loading.loaded = format::load(files, {.paths = {"a", "b"}, .as_of = {}, .kinds = kinds});
  REQUIRE(loading.loaded->workspace.homes.size() == 2);
  CHECK(!loading.loaded->workspace.homes[0].whole);
  CHECK(loading.loaded->workspace.homes[1].whole);
}

TEST_CASE("files that plainly are older than the newest are passed over, unless they were named") {
  const std::vector<std::string_view> kinds = {"snapshot", "repository"};
  const std::string head = "format: cpm/snapshot/1\ncounty: example\n";
  test::MemoryFiles files;
  files.add("cpm.yaml", kRepository);
  files.add("snapshots/a.yaml", head + "date: 2024-03-02\nnonsense: [\n");
  files.add("snapshots/b.yaml", head + "date: 2026-03-02\n");
  files.add("snapshots/c.yaml", head + "date: 2026-03-02\nstatus: draft\n");
  files.add("snapshots/d.yaml", head + "status: \"final\"\ndate: 2023-03-02\n");
  files.add("plans/p.yaml", kPlan);
  Loading loading;
  loading.loaded = format::load(files, {.paths = {"."}, .as_of = {}, .kinds = kinds, .newest_of = "snapshot"});
  CHECK(documents(loading) == "cpm.yaml, snapshots/b.yaml, snapshots/c.yaml, snapshots/d.yaml");
  CHECK(loading.loaded->files == 6);
  CHECK(loading.loaded->older == 1);
  loading.loaded = format::load(
      files, {.paths = {".", "snapshots/a.yaml"}, .as_of = {}, .kinds = kinds, .newest_of = "snapshot"});
  CHECK(documents(loading) == "cpm.yaml, snapshots/a.yaml, snapshots/b.yaml, snapshots/c.yaml, snapshots/d.yaml");
  CHECK(loading.loaded->older == 0);
}

TEST_CASE("a link that leaves the repository is a finding and is not read") {
  Loading loading;
  loading.files.add("county/cpm.yaml", kRepository);
  loading.files.add("county/plans/p.yaml", kPlan);
  loading.files.add("elsewhere/secret.yaml", "format: cpm/plan/1\n");
  loading.files.add("other/cpm.yaml", kRepository);
  loading.files.add_link("county/snapshots/spring.yaml", "elsewhere/secret.yaml");
  loading.files.add_link("county/shared", "elsewhere");
  loading.files.add_link("county/other", "other");
  loading.load({"county"});
  CHECK(loading.places() ==
        "county/shared CPM314, county/snapshots/spring.yaml CPM314, county/other/cpm.yaml:1:9 CPM325");
  CHECK(loading.loaded->sources.file(loading.all()[1].span.file).size() == 0);
  CHECK(documents(loading) ==
        "county/cpm.yaml, county/other/cpm.yaml, county/plans/p.yaml, county/shared, "
        "county/snapshots/spring.yaml");
  loading.load({"county/plans/p.yaml"});
  CHECK(loading.places() == "county/snapshots/spring.yaml CPM314, county/plans/p.yaml:4:18 CPM320");
  loading.load({"county/snapshots/spring.yaml"});
  CHECK(loading.places().starts_with("county/snapshots/spring.yaml:1:1 CPM212"));
}

TEST_CASE("two folders that are compared may hold the same Snapshot, and neither may hold it twice") {
  const auto places = [](const Texts& more, std::vector<std::string> paths, bool compares) {
    Loading loading;
    for (const auto& [path, text] :
         Texts{{"cpm.yaml", kRepository}, {"old/a.yaml", kSnapshot}, {"new/a.yaml", kSnapshot}})
      loading.files.add(path, text);
    for (const auto& [path, text] : more) loading.files.add(path, text);
    loading.loaded = format::load(loading.files, {.paths = std::move(paths), .compares = compares});
    return loading.places();
  };
  CHECK(places({}, {"old", "new"}, false) == "old/a.yaml:3:7 CPM315");
  CHECK(places({}, {"old", "new"}, true) == "");
  CHECK(places({}, {"./old/", "new"}, true) == "");
  CHECK(places({{"new/b.yaml", kSnapshot}}, {"old", "new"}, true) == "new/b.yaml:3:7 CPM315");
  CHECK(places({}, {".", "new"}, true) == "");
  CHECK(places({}, {"new", "."}, true) == "");
}

TEST_CASE("a fiscal quarter is asked about by the fiscal year in the county's own settings") {
  const std::string plan = kPlan + "steps: [{id: s1, objective: o1, action: Go, due: FY 2026-27 Q2}]\n";
  const auto help = [&](const std::string& settings, std::vector<std::string> paths) {
    const Loading loading(Texts{{"yolo/cpm.yaml", kRepository + settings}, {"yolo/plans/p.yaml", plan}},
                          std::move(paths));
    for (const diag::Diagnostic& finding : loading.all())
      if (finding.code == 216) return finding.help + (finding.fix ? " " + loading.fixed(finding) : "");
    return std::string();
  };
  const std::string own = help("fiscal_year_start: 10\n", {"yolo"});
  CHECK(own == Holds{"the county's fiscal year begins in October: write 2027-Q1"});
  CHECK(own == Holds{"due: 2027-Q1}"});
  CHECK(help("fiscal_year_start: 10\n", {"yolo/plans/p.yaml"}) == own);
  const std::string assumed = help("", {"yolo"});
  CHECK(assumed == Holds{"if the fiscal year begins in July, write 2026-Q4"});
  CHECK(assumed != Holds{"due: 2026-Q4}"});
  CHECK(help("fiscal_year_start: 13\n", {"yolo"}) == assumed);
}

}  // namespace cpm
