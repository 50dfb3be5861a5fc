// The one file that includes CLI11. It reads the words; what is wrong with them is said in our own words.
#include "cli/arguments.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <deque>

#include <fmt/format.h>

#include "base/text.h"
#include "cli/exit.h"

namespace cpm::cli {
namespace {

std::string ask_for_help(std::string_view command) {
  return fmt::format("run `cpm help {}`", command);
}

[[noreturn]] void unknown_option(std::string_view command, std::span<const Option* const> options,
                                 const std::string& word) {
  const std::string name = word.substr(0, word.find('='));
  std::vector<std::string_view> names = {"--help"};
  for (const Option* option : options) names.push_back(long_name(*option));
  std::string message = "there is no option " + base::ticked(name);
  if (const auto meant = base::nearest(std::string_view{name}, std::span<const std::string_view>(names)))
    message += fmt::format("; did you mean `{}`?", *meant);
  throw UsageError(message, ask_for_help(command) + " for the options it knows");
}

void check_operands(std::string_view command, const Operand& operand, const std::vector<std::string>& words) {
  if (words.size() > operand.most) {
    const std::string what = operand.name.empty() ? "nothing" : usage_of(operand);
    throw UsageError(
        fmt::format("{} is one too many: `cpm {}` takes {}", base::ticked(words[operand.most]), command, what),
        ask_for_help(command));
  }
  if (words.size() < operand.least)
    throw UsageError(fmt::format("`cpm {}` needs {}", command, usage_of(operand)), ask_for_help(command));
}

bool looks_like_option(const std::string& word) {
  return word.size() > 1 && word.front() == '-' && word != "--";
}

/// `--loud=yes` for a switch.
void check_switch(std::string_view command, std::span<const Option* const> options, const std::string& word) {
  const std::size_t equals = word.find('=');
  if (equals == std::string::npos || !looks_like_option(word)) return;
  const Option* const option = option_named(options, std::string_view{word}.substr(0, equals));
  if (option != nullptr && option->value.empty())
    throw UsageError(fmt::format("`{}` takes no value", long_name(*option)), ask_for_help(command));
}

/// A value that is not there; an option is none: `-o --quiet` would write a file of that name.
void check_values(std::string_view command, std::span<const Option* const> options,
                  std::span<const std::string> words) {
  for (std::size_t i = 0; i < words.size() && words[i] != "--"; ++i) {
    check_switch(command, options, words[i]);
    const Option* const option = option_named(options, words[i]);
    if (option == nullptr || option->value.empty()) continue;
    if (i + 1 == words.size())
      throw UsageError(fmt::format("`{}` needs a value: {}", long_name(*option), usage_of(*option)),
                       ask_for_help(command));
    const std::string& value = words[++i];
    if (option_named(options, value) == nullptr && value != "-h" && value != "--help") continue;
    throw UsageError(fmt::format("`{}` needs a value: {}; `{}` is an option", words[i - 1], usage_of(*option), value),
                     ask_for_help(command));
  }
}

std::string with_commas(const std::vector<std::string>& values) {
  return fmt::format("{}", fmt::join(values, ","));
}

}  // namespace

std::optional<std::string> Arguments::value(const Option& option) const {
  const auto found = given_.find(option.name);
  if (found == given_.end()) return std::nullopt;
  return found->second;
}

const Option* option_named(std::span<const Option* const> options, std::string_view name) {
  for (const Option* option : options)
    for (const std::string_view one : base::split(option->name, ','))
      if (one == name) return option;
  return nullptr;
}

std::string_view long_name(const Option& option) {
  return base::split(option.name, ',').back();
}

std::string usage_of(const Option& option) {
  std::string text;
  for (const std::string_view name : base::split(option.name, ',')) text.append(text.empty() ? "" : ", ").append(name);
  if (!option.value.empty()) text.append(" ").append(option.value);
  return text;
}

std::string usage_of(const Operand& operand) {
  if (operand.name.empty()) return {};
  const std::string name{operand.name};
  if (name.find('[') != std::string::npos) return name;
  if (operand.least > 0) return name + (operand.most > operand.least ? "..." : "");
  return fmt::format("[{}{}]", name, operand.most > 1 && operand.most >= Operand::kAny ? "..." : "");
}

Arguments read_arguments(std::string_view command, const Operand& operand, std::span<const Option* const> options,
                         std::span<const std::string> words) {
  check_values(command, options, words);
  CLI::App app;
  app.set_help_flag("-h,--help", "");
  app.allow_extras();
  std::vector<std::string> operands;
  app.add_option("operands", operands)->expected(0, static_cast<int>(Operand::kAny));
  std::vector<std::pair<const Option*, CLI::Option*>> rows;
  std::deque<std::string> values;  // CLI11 keeps references to them
  for (const Option* option : options) {
    CLI::Option* row = option->value.empty() ? app.add_flag(std::string(option->name))->disable_flag_override()
                                             : app.add_option(std::string(option->name), values.emplace_back());
    if (!option->value.empty()) row->expected(1)->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
    if (option->repeats) row->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    rows.emplace_back(option, row);
  }
  try {
    app.parse(std::vector<std::string>(words.rbegin(), words.rend()));
  } catch (const CLI::CallForHelp&) {
    throw HelpWanted{};
  } catch (const CLI::ParseError& error) {
    throw UsageError(error.what(), ask_for_help(command));
  }
  for (const std::string& word : app.remaining()) {
    if (looks_like_option(word)) unknown_option(command, options, word);
    if (word != "--") operands.push_back(word);
  }
  check_operands(command, operand, operands);
  Arguments arguments;
  for (const auto& [option, row] : rows)
    if (row->count() > 0) arguments.set(*option, option->repeats ? with_commas(row->results()) : row->results().back());
  for (std::string& word : operands) arguments.add_operand(std::move(word));
  return arguments;
}

}  // namespace cpm::cli
