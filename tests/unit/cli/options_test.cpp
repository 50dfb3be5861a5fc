#include "cli/options.h"

#include <doctest/doctest.h>

#include <sstream>

#include "cli/exit.h"
#include "tests/support/build_model.h"
#include "tests/support/memory_files.h"

using namespace cpm;
using namespace cpm::cli;

namespace {

/// A terminal with nothing in its environment; tests change what they need.
struct World {
  test::MemoryFiles files;
  std::istringstream in;
  std::ostringstream out;
  std::map<std::string, std::string> variables;
  Environment environment{.files = files,
                          .in = in,
                          .out = out,
                          .err = out,
                          .out_is_terminal = true,
                          .err_is_terminal = true,
                          .width = 80,
                          .variable = [this](const char* name) { return variables[name]; },
                          .today =
                              [] {
                                return base::Date{std::chrono::year{2026}, std::chrono::March, std::chrono::day{31}};
                              }};
};

Arguments with(const Option& option, std::string value) {
  Arguments arguments;
  arguments.set(option, std::move(value));
  return arguments;
}

template <class Ask>
std::string complaint(Ask ask) {
  try {
    ask();
  } catch (const UsageError& error) {
    return error.what();
  }
  return "none";
}

}  // namespace

TEST_CASE("colour is for terminals, and both NO_COLOR and a dumb terminal turn it off") {
  World world;
  CHECK(display({}, world.environment).out.color);
  world.variables["NO_COLOR"] = "1";
  CHECK_FALSE(display({}, world.environment).out.color);
  CHECK(display(with(kColor, "always"), world.environment).out.color);
  world.variables = {{"TERM", "dumb"}};
  CHECK_FALSE(display({}, world.environment).out.color);
  world.variables.clear();
  CHECK_FALSE(display(with(kColor, "never"), world.environment).out.color);
  world.environment.out_is_terminal = false;
  CHECK_FALSE(display({}, world.environment).out.color);
}

TEST_CASE("an empty NO_COLOR does not count") {
  World world;
  world.variables["NO_COLOR"] = "";
  CHECK(display({}, world.environment).out.color);
}

TEST_CASE("a file gets neither colour nor the width of the terminal") {
  World world;
  Arguments arguments = with(kOutput, "page.txt");
  arguments.set(kColor, "always");
  const Display shown = display(arguments, world.environment);
  CHECK_FALSE(shown.out.color);
  CHECK(shown.out.width == 0);
  CHECK(shown.err.color);
  CHECK(display(with(kOutput, "-"), world.environment).out.width == 80);
}

TEST_CASE("the format is the one asked for, else that of the file's name, else text") {
  World world;
  CHECK(display({}, world.environment).format->name == "text");
  CHECK(display(with(kOutput, "a.md"), world.environment).format->name == "markdown");
  CHECK(display(with(kOutput, "a.json"), world.environment).format->name == "json");
  CHECK(display(with(kOutput, "a.report"), world.environment).format->name == "text");
  Arguments both = with(kOutput, "a.md");
  both.set(kFormat, "json");
  CHECK(display(both, world.environment).format->name == "json");
}

TEST_CASE(
    "the name of a file counts in small and large letters, and what cpm does not write is refused with the way to it") {
  World world;
  CHECK(display(with(kOutput, "A.HTML"), world.environment).format->name == "html");
  CHECK(display(with(kOutput, "a.htm"), world.environment).format->name == "html");
  CHECK(display(with(kOutput, "a.Md"), world.environment).format->name == "markdown");
  CHECK(display(with(kOutput, "a.log"), world.environment).format->name == "text");
  CHECK(display(with(kOutput, "docx"), world.environment).format->name == "text");
  for (const char* const ending : {".docx", ".doc", ".odt", ".rtf", ".xlsx", ".pdf", ".svg", ".png"})
    CHECK(complaint([&] { display(with(kOutput, std::string("A") + ending), world.environment); }) ==
          "cpm does not write `" + std::string(ending) + "` files");
  CHECK(complaint([&] { display(with(kOutput, "a.csv"), world.environment); }) == "this command cannot write `csv`");
  Arguments asked = with(kOutput, "a.docx");
  asked.set(kFormat, "markdown");
  CHECK(display(asked, world.environment).format->name == "markdown");
}

TEST_CASE("the day is today unless given, and a day that is none is refused with its reason") {
  World world;
  CHECK(base::to_text(as_of({}, world.environment)) == "2026-03-31");
  CHECK(base::to_text(as_of(with(kAsOf, "2024-02-29"), world.environment)) == "2024-02-29");
  CHECK(complaint([&] { as_of(with(kAsOf, "2026-02-30"), world.environment); }) ==
        "`--as-of`: `2026-02-30` is not a date: February 2026 has 28 days");
}

TEST_CASE("a file size is a number of bytes, K or M") {
  CHECK(max_file_size({}) == 1024 * 1024);
  CHECK(max_file_size(with(kMaxFileSize, "300")) == 300);
  CHECK(max_file_size(with(kMaxFileSize, "2K")) == 2048);
  CHECK(max_file_size(with(kMaxFileSize, "2m")) == 2 * 1024 * 1024);
  CHECK(max_file_size(with(kMaxFileSize, "1024M")) == std::size_t{1024} * 1024 * 1024);
  for (const char* const wrong : {"", "0", "-1", "2G", "1.5M", "M", "1025M", "99999999999999999999", "2 M"})
    CHECK(complaint([&] { max_file_size(with(kMaxFileSize, wrong)); }) ==
          "`--max-file-size` needs a size, not `" + std::string(wrong) + "`");
}

TEST_CASE("weights left out count one, and spaces around them do not matter") {
  const score::Weights weights = ranking_options(with(kWeights, "gap=2, feasibility=0")).weights;
  CHECK(weights.gap == 2);
  CHECK(weights.importance == 1);
  CHECK(weights.feasibility == 0);
}

TEST_CASE("weights that put nothing in order are refused") {
  CHECK(complaint([] { ranking_options(with(kWeights, "gap=0,importance=0,feasibility=0")); }) ==
        "all weights are 0, so nothing can be ranked");
  CHECK(complaint([] { ranking_options(with(kWeights, "gap=1000001")); }) ==
        "the weight of `gap` is `1000001`; a weight is a whole number from 0 to 1000000");
  CHECK(complaint([] { ranking_options(with(kWeights, "")); }) == "there is no weight ``");
  CHECK(complaint([] { ranking_options(with(kWeights, "gap=one")); }) ==
        "the weight of `gap` is `one`; a weight is a whole number from 0 to 1000000");
}

TEST_CASE("top is a whole number from one on") {
  CHECK(ranking_options({}).top == 5);
  CHECK(ranking_options(with(kTop, "3")).top == 3);
  CHECK(complaint([] { ranking_options(with(kTop, "0")); }) == "`--top` needs a whole number, not `0`");
  CHECK(complaint([] { ranking_options(with(kTop, "5x")); }) == "`--top` needs a whole number, not `5x`");
}

TEST_CASE("severities that fail a check are named by their words") {
  CHECK(fail_on({}) == diag::Severity::error);
  CHECK(fail_on(with(kFailOn, "advice")) == diag::Severity::advice);
  CHECK(complaint([] { fail_on(with(kFailOn, "warnings")); }) ==
        "there is no severity `warnings`; did you mean `warning`?");
}

TEST_CASE("what if names items of the Snapshot's instrument, by id or title, and scores on its scale") {
  const model::Instrument asked = test::instrument(2, {test::area("a", {"a-1", "a-2"})});
  const auto read = [&](std::string text) { return *what_if(with(kWhatIf, std::move(text)), asked); };
  CHECK_FALSE(what_if({}, asked).has_value());
  CHECK(read("a-1=2") == score::ItemScores{{"a-1", 2}});
  CHECK(read(" a-1 = 0 ,a-2=1,") == score::ItemScores{{"a-1", 0}, {"a-2", 1}});
  CHECK(read("title of A-2=1") == score::ItemScores{{"a-2", 1}});
  CHECK(read("a-1=1,a-1=1") == score::ItemScores{{"a-1", 1}});
  const auto refused = [&](std::string text) { return complaint([&] { read(std::move(text)); }); };
  CHECK(refused("a-3=1") == "there is no item `a-3`; did you mean `a-1`?");
  CHECK(refused("a-1") == "the score of `a-1` is missing");
  CHECK(refused("a-1=3") == "the score of `a-1` is `3`, which is not on the scale");
  CHECK(refused("a-1=two") == "the score of `a-1` is `two`, which is not on the scale");
  CHECK(refused("a-1=1,a-1=2") == "`--what-if` gives `a-1` two scores, 1 and 2");
  CHECK(refused("=2") == "`--what-if` names no item");
  CHECK(refused(" , ") == "`--what-if` names no item");
}
