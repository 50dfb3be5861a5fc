#include "cli/commands.h"

#include <doctest/doctest.h>

#include <set>

#include "cli/help.h"
#include "cli/options.h"
#include "format/kinds.h"
#include "tests/support/holds.h"

using namespace cpm;
using namespace cpm::cli;
using cpm::test::Holds;

TEST_CASE("every command has a name of its own, a summary, an example and a function") {
  std::set<std::string_view> names;
  for (const Command* const row : commands()) {
    const Command& command = *row;
    CAPTURE(command.name);
    CHECK(names.insert(command.name).second);
    CHECK_FALSE(command.summary.empty());
    CHECK_FALSE(command.summary.ends_with('.'));
    CHECK((command.run != nullptr));
    REQUIRE_FALSE(command.examples.empty());
    for (const Example& example : command.examples)
      CHECK(example.command.starts_with("cpm " + std::string(command.name)));
  }
}

TEST_CASE("a command that looks for files of a kind names a kind that exists") {
  for (const Command* const row : commands()) {
    const Command& command = *row;
    CAPTURE(command.name);
    if (!command.kind.empty()) CHECK(format::find_kind(command.kind) != nullptr);
    CHECK((command.needs != Needs::clean_files || !command.kind.empty()));
  }
}

TEST_CASE("a command's help shows its usage, each option and each example") {
  for (const Command* const row : commands()) {
    const Command& command = *row;
    CAPTURE(command.name);
    const std::string text = command_help(command, 200);
    CHECK(text == Holds{"usage: cpm " + std::string(command.name)});
    for (const Option* option : options_of(command)) CHECK(text == Holds{usage_of(*option)});
    for (const Example& example : command.examples) CHECK(text == Holds{example.command});
  }
}

TEST_CASE("the main help names every command") {
  const std::string text = main_help(0);
  for (const Command* const command : commands()) CHECK(text == Holds{"  " + std::string(command->name) + " "});
}

TEST_CASE("a group is the first word of commands of two words") {
  CHECK(is_group("plan"));
  CHECK(is_group("report"));
  CHECK_FALSE(is_group("score"));
  CHECK_FALSE(is_group(""));
  CHECK(schema_word("plan status") == "plan-status");
}

TEST_CASE("the help of a kind lists its keys") {
  const std::string text = kind_help(*format::find_kind("snapshot"), 0);
  for (const char* const key : {"county", "date", "ratings", "priorities"}) CHECK(text == Holds{key});
}
