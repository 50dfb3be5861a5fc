// The one file that includes CLI11. It reads the words; what is wrong with them is said in our own words.
#include "cli/arguments.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <deque>

#include "base/text.h"
#include "cli/exit.h"

namespace cpm::cli {
namespace {

std::string ticked(std::string_view text) {
  return "`" + base::visible(text) + "`";
}

std::string ask_for_help(std::string_view command) {
  return "run `cpm help " + std::string(command) + "`";
}

[[noreturn]] void unknown_option(std::string_view command, std::span<const Option* const> options,
                                 const std::string& word) {
  const std::string name = word.substr(0, word.find('='));
  std::vector<std::string_view> names = {"--help"};
  for (const Option* option : options) names.push_back(long_name(*option));
  std::string message = "there is no option " + ticked(name);
  if (const auto meant = base::nearest(std::string_view{name}, std::span<const std::string_view>(names)))
    message += "; did you mean `" + std::string(*meant) + "`?";
  throw UsageError(message, ask_for_help(command) + " for the options it knows");
}

/// CLI11 begins with the option it stopped at ("--format: …", "quiet was …"); the rest is said better here.
[[noreturn]] void wrong_value(std::string_view command, std::span<const Option* const> options,
                              const CLI::ParseError& error) {
  const std::string text = error.what();
  for (const Option* option : options) {
    const std::string_view name = long_name(*option);
    const std::string_view bare = name.substr(name.find_first_not_of('-'));
    if (text.find(std::string(bare) + ":") == std::string::npos && !text.starts_with(std::string(bare) + " ")) continue;
    if (option->value.empty()) throw UsageError("`" + std::string(name) + "` takes no value", ask_for_help(command));
    throw UsageError("`" + std::string(name) + "` needs a value: " + usage_of(*option), ask_for_help(command));
  }
  throw UsageError(text, ask_for_help(command));
}

void check_operands(std::string_view command, const Operand& operand, const std::vector<std::string>& words) {
  if (words.size() > operand.most) {
    const std::string what = operand.name.empty() ? "nothing" : usage_of(operand);
    throw UsageError(ticked(words[operand.most]) + " is one too many: `cpm " + std::string(command) + "` takes " + what,
                     ask_for_help(command));
  }
  if (words.size() < operand.least)
    throw UsageError("`cpm " + std::string(command) + "` needs " + usage_of(operand), ask_for_help(command));
}

bool looks_like_option(const std::string& word) {
  return word.size() > 1 && word.front() == '-' && word != "--";
}

bool is_name_of(std::string_view word, const Option& option) {
  const std::vector<std::string_view> names = base::split(option.name, ',');
  return std::ranges::find(names, word) != names.end();
}

/// An option is no value: `-o --quiet` would write a file of that name.
void check_values(std::string_view command, std::span<const Option* const> options,
                  std::span<const std::string> words) {
  const auto named = [&](std::string_view word) {
    const auto found = std::ranges::find_if(options, [&](const Option* option) { return is_name_of(word, *option); });
    return found == options.end() ? nullptr : *found;
  };
  for (std::size_t i = 0; i + 1 < words.size() && words[i] != "--"; ++i) {
    const Option* const option = named(words[i]);
    if (option == nullptr || option->value.empty()) continue;
    const std::string& value = words[++i];
    if (named(value) == nullptr && value != "-h" && value != "--help") continue;
    throw UsageError("`" + words[i - 1] + "` needs a value: " + usage_of(*option) + "; `" + value + "` is an option",
                     ask_for_help(command));
  }
}

}  // namespace

std::optional<std::string> Arguments::value(const Option& option) const {
  const auto found = given_.find(option.name);
  if (found == given_.end()) return std::nullopt;
  return found->second;
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
  if (operand.least > 0) return name + (operand.most > operand.least ? "..." : "");
  return "[" + name + (operand.most > 1 && operand.most >= Operand::kAny ? "..." : "") + "]";
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
    rows.emplace_back(option, row);
  }
  try {
    app.parse(std::vector<std::string>(words.rbegin(), words.rend()));
  } catch (const CLI::CallForHelp&) {
    throw HelpWanted{};
  } catch (const CLI::ParseError& error) {
    wrong_value(command, options, error);
  }
  for (const std::string& word : app.remaining()) {
    if (looks_like_option(word)) unknown_option(command, options, word);
    if (word != "--") operands.push_back(word);
  }
  check_operands(command, operand, operands);
  Arguments arguments;
  for (const auto& [option, row] : rows)
    if (row->count() > 0) arguments.set(*option, row->results().back());
  for (std::string& word : operands) arguments.add_operand(std::move(word));
  return arguments;
}

}  // namespace cpm::cli
