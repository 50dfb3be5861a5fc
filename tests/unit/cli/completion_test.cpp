#include "cli/completion.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "base/text.h"
#include "cli/help.h"
#include "diag/catalog.h"
#include "format/kinds.h"
#include "tests/support/holds.h"
#include "tests/unit/cli/in_process.h"

using namespace cpm;
using namespace cpm::cli;
using cpm::test::Holds;
using test::InProcess;

namespace {

struct Words : std::vector<std::string> {
  using std::vector<std::string>::vector;

  friend std::ostream& operator<<(std::ostream& out, const Words& words) {
    for (const std::string& word : words) out << word << '\n';
    return out;
  }
};

InProcess county_to_complete() {
  InProcess world;
  world.variables["HOME"] = "home";
  world.files.add("cpm.yaml", "format: cpm/repository/1\n");
  world.files.add("notes.txt", "format: cpm/plan/1\n");
  world.files.add("draft.yaml", "format: other/plan/1\n");
  world.files.add("plans/2026.yaml", "# ours\nformat: \"cpm/plan/1\" # the first\n");
  world.files.add("snapshots/2025-03-13.yaml", "format: cpm/snapshot/1\n");
  world.files.add("snapshots/2026-03-12.yaml", "format: cpm/snapshot/1\n");
  world.files.add("snapshots/.hidden.yaml", "format: cpm/snapshot/1\n");
  world.files.add("home/kept/2024.yaml", "format: cpm/snapshot/1\n");
  return world;
}

Words lines(InProcess world, const Words& words) {
  Words asked = {"complete"};
  asked.insert(asked.end(), words.begin(), words.end());
  const test::Outcome outcome = world.run(asked);
  CHECK(outcome.status == 0);
  CHECK(outcome.err.empty());
  Words lines;
  for (const std::string_view line : base::split(base::trimmed(outcome.out), '\n')) lines.emplace_back(line);
  return lines;
}

/// The words alone, without their kind and what is said about them.
Words offered(const InProcess& world, const Words& words) {
  Words all = lines(world, words);
  REQUIRE_FALSE(all.empty());
  CHECK((all[0] == ":words" || all[0] == ":files"));
  all.erase(all.begin());
  for (std::string& line : all) line.erase(std::min(line.find('\t'), line.size()));
  return all;
}

/// One of the offered words; a failure prints them all.
struct Offers {
  std::string word;

  friend bool operator==(const Words& words, const Offers& offers) {
    return std::ranges::find(words, offers.word) != words.end();
  }
  friend std::ostream& operator<<(std::ostream& out, const Offers& offers) {
    return out << "words with " << offers.word;
  }
};

}  // namespace

TEST_CASE("every word that stands for a value in a usage says how it is completed") {
  std::set<std::string_view> known;
  for (const ValueSource& source : value_sources()) {
    CAPTURE(source.word);
    CHECK(known.insert(source.word).second);
    if (!source.kind.empty()) CHECK(format::find_kind(source.kind) != nullptr);
  }
  for (const Command* const row : commands()) {
    const Command& command = *row;
    CAPTURE(command.name);
    if (!command.operand.name.empty()) CHECK(known.contains(command.operand.name));
    for (const Option* option : options_of(command)) {
      CAPTURE(option->name);
      if (!option->value.empty()) CHECK(known.contains(option->value));
    }
  }
}

TEST_CASE("every command and every option is offered") {
  const InProcess world = county_to_complete();
  const Words first = offered(world, {""});
  for (const Command* const row : commands()) {
    const Command& command = *row;
    CAPTURE(command.name);
    Words words;
    for (const std::string_view part : base::split(command.name, ' ')) words.emplace_back(part);
    CHECK(first == Offers{words[0]});
    if (words.size() > 1) CHECK(offered(world, {words[0], ""}) == Offers{words[1]});
    words.emplace_back("-");
    const Words options = offered(world, words);
    for (const Option* option : options_of(command)) CHECK(options == Offers{std::string(long_name(*option))});
    CHECK(options == Offers{"--help"});
  }
  CHECK(offered(world, {}) == first);
}

TEST_CASE("a word begun narrows what is offered, and carries what it is") {
  const InProcess world = county_to_complete();
  CHECK(offered(world, {"sc"}) == Words{"score", "schema"});
  CHECK(lines(world, {"tra"}) ==
        Words{":words", "trace\ttrace links from theory of change to support, and list what is not linked"});
  CHECK(offered(world, {"plan", "s"}) == Words{"status"});
  CHECK(offered(world, {"report", "--a"}) == Words{"--all", "--as-of"});
  CHECK(offered(world, {"nonsense", ""}).empty());
}

TEST_CASE("files are offered by what their first line says they are") {
  const InProcess world = county_to_complete();
  const Words both = {"snapshots/2025-03-13.yaml", "snapshots/2026-03-12.yaml"};
  CHECK(offered(world, {"compare", "snap"}) == both);
  CHECK(offered(world, {"score", "snapshots/2026"}) == Words{"snapshots/2026-03-12.yaml"});
  CHECK(offered(world, {"compare", "snapshots/2025-03-13.yaml", "snapshots/"}) == both);
  CHECK(offered(world, {"plan", "status", ""}) == Words{"plans/2026.yaml"});
  CHECK(offered(world, {"new", "plan", "--from", "snap"}) == both);
  CHECK(offered(world, {"score", "~/k"}) == Words{"~/kept/2024.yaml"});
  CHECK(lines(world, {"plan", "check", "pl"}) == Words{":files", "plans/2026.yaml\tPlan"});
}

TEST_CASE("where any kind will do, files and folders of one folder are offered") {
  const InProcess world = county_to_complete();
  CHECK(offered(world, {"check", ""}) == Words{"cpm.yaml", "draft.yaml", "home/", "plans/", "snapshots/"});
  CHECK(offered(world, {"region", ""}) == Words{"home/", "plans/", "snapshots/"});
  CHECK(offered(world, {"score", "-o", "no"}) == Words{"notes.txt"});
  CHECK(offered(world, {"check", "nowhere/"}).empty());
}

TEST_CASE("a folder that cannot be listed, and a name that would reach the terminal, are left out") {
  InProcess world = county_to_complete();
  world.files.add("bad\x1b[31m.yaml", "format: cpm/plan/1\n");
  world.files.make_unlistable("plans");
  CHECK(offered(world, {"check", "bad"}).empty());
  CHECK(offered(world, {"plan", "status", ""}).empty());
}

TEST_CASE("a forest of files is offered folder by folder") {
  InProcess world = county_to_complete();
  for (int number = 0; number < 3000; ++number)
    world.files.add("all/" + std::to_string(number) + ".yaml", "format: cpm/snapshot/1\n");
  const Words first = offered(world, {"score", ""});
  CHECK(first == Offers{"all/"});
  CHECK(first == Offers{"snapshots/"});
}

TEST_CASE("values of options come from the tables") {
  const InProcess world = county_to_complete();
  CHECK(offered(world, {"score", "--format", ""}) == Offers{"json"});
  CHECK(offered(world, {"score", "--format", ""}) != Offers{"csv"});
  CHECK(offered(world, {"region", "--format", ""}) == Offers{"csv"});
  CHECK(offered(world, {"score", "--format=js"}) == Offers{"--format=json"});
  CHECK(offered(world, {"check", "--fail-on", "w"}) == Words{"warning"});
  CHECK(offered(world, {"check", "--color", ""}) == Words{"auto", "always", "never"});
  CHECK(offered(world, {"init", "--county", "yo"}) == Words{"yolo"});
  CHECK(offered(world, {"init", "--county", ""}).size() == 59);
  CHECK(offered(world, {"rank", "--weights", "gap=2,"}) == Words{"gap=2,importance=", "gap=2,feasibility="});
  CHECK(offered(world, {"score", "--as-of", ""}).empty());
  CHECK(offered(world, {"score", "--explain=x"}).empty());
}

TEST_CASE("operands of look-ups come from the tables") {
  const InProcess world = county_to_complete();
  CHECK(offered(world, {"explain", ""}).size() == diag::catalog().size());
  CHECK(offered(world, {"explain", "CPM310"}) == Words{"CPM310"});
  CHECK(offered(world, {"explain", "unknown"}) == Offers{"unknown-key"});
  CHECK(offered(world, {"new", ""}).size() == format::kinds().size());
  CHECK(offered(world, {"list", ""}) == Offers{"counties"});
  CHECK(offered(world, {"help", ""}) == Offers{"theory-of-change"});
  CHECK(offered(world, {"help", "plan", ""}) == Offers{"status"});
  CHECK(offered(world, {"completions", ""}) == Words{"bash", "zsh", "fish"});
}

TEST_CASE("where nothing more can stand, options are offered; behind -- only files") {
  const InProcess world = county_to_complete();
  CHECK(offered(world, {"new", "plan", ""}) == Offers{"--from"});
  CHECK(offered(world, {"check", "--", ""}) == Offers{"cpm.yaml"});
  CHECK(offered(world, {"check", "--", "--q"}).empty());
  CHECK(offered(world, {"new", "--", "plan", ""}).empty());
}

TEST_CASE("each shell has a script that asks the hidden verb") {
  InProcess world;
  for (const std::string shell : {"bash", "zsh", "fish"}) {
    CAPTURE(shell);
    const test::Outcome outcome = world.run({"completions", shell});
    CHECK(outcome.status == 0);
    CHECK(outcome.out == Holds{" complete "});
  }
  CHECK(world.run({"completions", "bahs"}).err == Holds{"did you mean `bash`?"});
}
