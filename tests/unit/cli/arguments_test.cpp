#include "cli/arguments.h"

#include <doctest/doctest.h>

#include "cli/exit.h"

using namespace cpm::cli;

namespace {

constexpr Option kName{"--name", "TEXT", "a text"};
constexpr Option kFile{"-o,--output", "FILE", "a file"};
constexpr Option kSwitch{"--loud", "", "a switch"};
constexpr Option kEach{"--each", "TEXT", "a text, more than once", true};
constexpr const Option* kAll[] = {&kName, &kFile, &kSwitch, &kEach};
constexpr Operand kPaths{"PATH", "paths", 0, Operand::kAny};

Arguments read(std::vector<std::string> words, const Operand& operand = kPaths) {
  return read_arguments("test", operand, kAll, words);
}

std::string reading_complaint(std::vector<std::string> words, const Operand& operand = kPaths) {
  try {
    read(std::move(words), operand);
  } catch (const UsageError& error) {
    return error.what();
  }
  return "none";
}

}  // namespace

TEST_CASE("options and operands are read in any order, and values with or without an equals character") {
  const Arguments arguments = read({"a", "--name", "x", "b", "-o", "f.md", "--loud", "-"});
  CHECK(arguments.value(kName) == "x");
  CHECK(arguments.value(kFile) == "f.md");
  CHECK(arguments.has(kSwitch));
  CHECK(arguments.operands() == std::vector<std::string>{"a", "b", "-"});
  CHECK(read({"--name=y z"}).value(kName) == "y z");
  CHECK(read({"--output", "f"}).value(kFile) == "f");
}

TEST_CASE("what is not given has no value") {
  const Arguments arguments = read({});
  CHECK_FALSE(arguments.has(kSwitch));
  CHECK_FALSE(arguments.value(kName).has_value());
  CHECK(arguments.operands().empty());
}

TEST_CASE("an option given twice counts as given last") {
  CHECK(read({"--name", "x", "--name", "y"}).value(kName) == "y");
}

TEST_CASE("values of an option that may be given again are joined by commas") {
  CHECK(read({"--each", "a=1,b=2", "x", "--each=c=3"}).value(kEach) == "a=1,b=2,c=3");
  CHECK(read({"--each", "a"}).value(kEach) == "a");
}

TEST_CASE("behind two dashes everything is an operand") {
  CHECK(read({"--loud", "--", "--name"}).operands() == std::vector<std::string>{"--name"});
}

TEST_CASE("a misspelled option is named with the nearest one") {
  CHECK(reading_complaint({"--nmae", "x"}) == "there is no option `--nmae`; did you mean `--name`?");
  CHECK(reading_complaint({"--frobnicate=3"}) == "there is no option `--frobnicate`");
  CHECK(reading_complaint({"--hlep"}) == "there is no option `--hlep`; did you mean `--help`?");
}

TEST_CASE("a missing value and a value too many are named with the option") {
  CHECK(reading_complaint({"--name"}) == "`--name` needs a value: --name TEXT");
  CHECK(reading_complaint({"--loud=yes"}) == "`--loud` takes no value");
  CHECK(reading_complaint({"-o"}) == "`--output` needs a value: -o, --output FILE");
}

TEST_CASE("too few and too many operands are counted against the row") {
  const Operand two{"OLD NEW", "two", 2, 2};
  CHECK(reading_complaint({"a"}, two) == "`cpm test` needs OLD NEW");
  CHECK(reading_complaint({"a", "b", "c"}, two) == "`c` is one too many: `cpm test` takes OLD NEW");
  CHECK(reading_complaint({"a"}, Operand{}) == "`a` is one too many: `cpm test` takes nothing");
  CHECK(reading_complaint({"a", "b"}, two) == "none");
}

TEST_CASE("help is asked for by its long or its short name") {
  CHECK_THROWS_AS(read({"--help"}), HelpWanted);
  CHECK_THROWS_AS(read({"a", "-h"}), HelpWanted);
}

TEST_CASE("usage shows what may be left out in brackets") {
  CHECK(usage_of(kPaths) == "[PATH...]");
  CHECK(usage_of(Operand{"PLAN", "", 0, 1}) == "[PLAN]");
  CHECK(usage_of(Operand{"CODE", "", 1, 1}) == "CODE");
  CHECK(usage_of(kFile) == "-o, --output FILE");
  CHECK(usage_of(kSwitch) == "--loud");
}

TEST_CASE("an option is no value of the option before it, unless it is said with an equals character") {
  CHECK(reading_complaint({"-o", "--loud"}) == "`-o` needs a value: -o, --output FILE; `--loud` is an option");
  CHECK(reading_complaint({"--name", "-o", "x"}) == "`--name` needs a value: --name TEXT; `-o` is an option");
  CHECK(reading_complaint({"--name", "--help"}) == "`--name` needs a value: --name TEXT; `--help` is an option");
  CHECK(read({"--name=--loud"}).value(kName) == "--loud");
  CHECK(read({"-o", "-"}).value(kFile) == "-");
  CHECK(read({"--name", "--other"}).value(kName) == "--other");
  CHECK(read({"--", "-o", "--loud"}).operands() == std::vector<std::string>{"-o", "--loud"});
}
