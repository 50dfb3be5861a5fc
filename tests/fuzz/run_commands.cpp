// A small repository through commands and reports, as a user would type them. One command line an input, chosen by the
// bytes: all of them each time would be fifty times slower.
#include <algorithm>
#include <array>
#include <sstream>

#include "base/text.h"
#include "cli/commands.h"
#include "tests/fuzz/choice.h"
#include "tests/fuzz/county.h"
#include "tests/fuzz/demand.h"
#include "tests/fuzz/judges.h"
#include "tests/fuzz/targets.h"

namespace cpm::fuzz {
namespace {

struct Output {
  int status = 0;
  std::string out;
  std::string err;
  std::string beside;

  friend bool operator==(const Output&, const Output&) = default;
};

/// Commands that read files, one after the other.
const cli::Command& command_of(std::uint64_t number) {
  std::vector<const cli::Command*> readers;
  for (const cli::Command* const command : cli::commands())
    if (command->needs != cli::Needs::nothing) readers.push_back(command);
  return *readers[number % readers.size()];
}

bool knows_option(const cli::Command& command, std::string_view name) {
  return std::ranges::any_of(cli::options_of(command), [&](const cli::Option* option) { return option->name == name; });
}

struct CommandLine {
  std::vector<std::string> words;
  const render::Format* format = nullptr;  ///< nullptr: the command has one of its own
};

CommandLine command_line(const test::MemoryFiles& files, std::uint64_t hash) {
  const cli::Command& command = command_of(hash);
  CommandLine line;
  for (const std::string_view word : base::split(command.name, ' ')) line.words.emplace_back(word);
  line.words.insert(line.words.end(), {"--as-of", "2026-03-31"});
  if (knows_option(command, "--despite-errors")) line.words.emplace_back("--despite-errors");
  if (knows_option(command, "--all")) line.words.emplace_back("--all");
  if (knows_option(command, "--heat-map")) line.words.insert(line.words.end(), {"--heat-map", "map.svg"});
  if (knows_option(command, "--explain") && (hash >> 16) % 2 == 0) line.words.emplace_back("--explain");
  if (knows_option(command, "--no-contacts") && (hash >> 17) % 2 == 0) line.words.emplace_back("--no-contacts");
  if (knows_option(command, "--format") && !knows_option(command, "--all")) {
    line.format = &some_format(hash >> 8, command.name == "region");
    line.words.insert(line.words.end(), {"--format", std::string(line.format->name)});
  }
  if (command.unnamed == cli::Unnamed::two_newest)
    for (const std::string& name : files.list("."))
      if (name.ends_with(".yaml") && line.words.size() < 12) line.words.push_back(name);
  if (command.operand.least > 0 && command.unnamed != cli::Unnamed::two_newest) line.words.emplace_back(".");
  return line;
}

Output run(test::MemoryFiles files, const std::vector<std::string>& words) {
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  cli::Environment environment{.files = files,
                               .in = in,
                               .out = out,
                               .err = err,
                               .variable = [](const char*) { return std::string{}; },
                               .today = some_day};
  Output output{.status = cli::run(words, environment), .out = out.str(), .err = err.str(), .beside = {}};
  for (const std::string& path : files.writes()) output.beside += path + "\n" + files.bytes(path);
  return output;
}

bool is_status(int status) {
  constexpr std::array kKnown = {0, 1, 2};
  return std::ranges::find(kKnown, status) != kKnown.end();
}

}  // namespace

void run_commands(std::string_view bytes) {
  const test::MemoryFiles files = county_of(bytes);
  const CommandLine line = command_line(files, hash_of(bytes));
  const Output first = run(files, line.words);
  std::string words = "cpm";
  for (const std::string& word : line.words) words += " " + word;
  demand(is_status(first.status), words + " ends with " + std::to_string(first.status) + ": " + first.err);
  judge_text(first.err);
  if (line.format != nullptr && !first.out.empty()) judge_output(*line.format, first.out);
  demand(run(files, line.words) == first, words + ": the same files, the same output");
}

}  // namespace cpm::fuzz
