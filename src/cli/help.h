#pragma once
// Help texts, all made from the tables of commands and of kinds.
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/commands.h"
#include "format/kinds.h"

namespace cpm::cli {

/// All commands with their summaries.
std::string main_help(std::size_t width);
/// Usage, operands, options and examples of one command.
std::string command_help(const Command& command, std::size_t width);
/// The commands that begin with this word: "plan", "report".
std::string group_help(std::string_view word, std::size_t width);
/// The keys of a kind of file.
std::string kind_help(const format::Kind& kind, std::size_t width);
bool is_group(std::string_view word);

/// What is said without running a command.
struct Greeting {
  std::string text;
  int status = 0;
};

/// For no words at all, `--help`, `--version`, and a group followed by `--help`. An option in front of the command is
/// a UsageError.
std::optional<Greeting> greeting(const std::vector<std::string>& words, const Environment& environment);

}  // namespace cpm::cli
