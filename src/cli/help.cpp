#include "cli/help.h"

#include <algorithm>
#include <array>
#include <span>

#include <fmt/format.h>

#include "base/text.h"
#include "base/text_table.h"
#include "cli/exit.h"
#include "cli/options.h"
#include "format/reference_text.h"

namespace cpm::cli {
namespace {

constexpr std::size_t kPageWidth = 100;
constexpr std::string_view kHelpLine = "-h, --help";
constexpr std::string_view kVersion = "--version";
constexpr std::array<std::string_view, 2> kOwnOptions = {"--help", kVersion};

using HelpRows = std::vector<std::vector<std::string>>;

std::size_t width_or_page(std::size_t width) {
  return width == 0 ? kPageWidth : width;
}

/// Two columns, two spaces in.
std::string columns(const HelpRows& rows, std::size_t width) {
  const std::string table = base::text_table({{.head = ""}, {.head = ""}}, rows, width_or_page(width) - 2);
  std::string text;
  for (const std::string_view line : base::split(base::trimmed(table), '\n'))
    text.append("  ").append(line).append("\n");
  return text;
}

std::string section(std::string_view title, const HelpRows& rows, std::size_t width) {
  return rows.empty() ? std::string{} : fmt::format("\n{}:\n{}", title, columns(rows, width));
}

template <class Wanted>
HelpRows command_rows(Wanted wanted) {
  HelpRows rows;
  for (const Command* const command : commands())
    if (wanted(*command)) rows.push_back({std::string(command->name), std::string(command->summary)});
  return rows;
}

/// All commands under the titles of their groups, the summaries in one column.
std::string grouped_commands(std::size_t width) {
  std::size_t longest = 0;
  for (const Command* const command : commands()) longest = std::max(longest, command->name.size());
  std::string text;
  for (const GroupTitle& group : groups()) {
    HelpRows rows = command_rows([&](const Command& command) { return command.group == group.group; });
    for (std::vector<std::string>& row : rows) row[0].resize(longest, ' ');
    text += section(group.title, rows, width);
  }
  return text;
}

std::string usage_line(const Command& command) {
  const std::string operand = usage_of(command.operand);
  return fmt::format("usage: cpm {}{} [options]\n", command.name, operand.empty() ? "" : " " + operand);
}

HelpRows option_rows(const Command& command) {
  HelpRows rows;
  for (const Option* option : options_of(command))
    rows.push_back({usage_of(*option), option == &kFormat ? format_about(command.writes, !command.names_its_files)
                                                          : std::string(option->about)});
  rows.push_back({std::string(kHelpLine), "this page"});
  return rows;
}

/// Beside each other; where they do not fit, below: a command that is broken into lines cannot be copied.
std::string examples(const Command& command, std::size_t width) {
  HelpRows rows;
  std::size_t longest = 0;
  std::size_t longest_about = 0;
  for (const Example& example : command.examples) {
    rows.push_back({std::string(example.command), std::string(example.about)});
    longest = std::max(longest, example.command.size());
    longest_about = std::max(longest_about, example.about.size());
  }
  if (longest + longest_about + 4 <= width_or_page(width)) return section("examples", rows, width);
  std::string text = "\nexamples:\n";
  for (const Example& example : command.examples)
    text.append("  ").append(example.command).append("\n      ").append(example.about).append("\n");
  return text;
}

}  // namespace

bool is_group(std::string_view word) {
  return std::ranges::any_of(
      commands(), [&](const Command* command) { return command->name.starts_with(std::string(word) + " "); });
}

std::string main_help(std::size_t width) {
  return "cpm: the Core Practice Model of California's child welfare agencies, in plain files\n"
         "\nusage: cpm COMMAND [PATH...] [options]\n" +
         grouped_commands(width) +
         "\n`cpm help score` tells more about a command, `cpm help snapshot` lists the keys of a kind of file,\n"
         "`cpm --version` shows the version. Without a path, commands use the repository that holds the\n"
         "current folder.\n" +
         section("exit status",
                 {{"0", "fine"},
                  {"1", "findings at or above --fail-on, a stale report, or files too broken to use"},
                  {"2", "wrong command line, or nothing to check"},
                  {"3", "output that cannot be written, or a folder that cannot be listed"},
                  {"70", "internal error: please report it"}},
                 width);
}

std::string command_help(const Command& command, std::size_t width) {
  std::string text = fmt::format("cpm {}: {}\n\n{}", command.name, command.summary, usage_line(command));
  HelpRows operand;
  if (!command.operand.name.empty())
    operand.push_back({std::string(command.operand.name), std::string(command.operand.about)});
  text += section("operands", operand, width);
  text += section("options", option_rows(command), width);
  return text + examples(command, width);
}

std::string group_help(std::string_view word, std::size_t width) {
  const Command* const own = find_command(word);
  const auto of_group = [&](const Command& command) { return command.name.starts_with(std::string(word) + " "); };
  return fmt::format("usage: cpm {} COMMAND [PATH...] [options]\n{}{}", word,
                     section("commands", command_rows(of_group), width),
                     own == nullptr ? "" : "\n" + command_help(*own, width));
}

std::string kind_help(const format::Kind& kind, std::size_t width) {
  std::vector<std::vector<std::string>> rows;
  for (const format::FieldLine& line : format::field_lines(kind))
    rows.push_back({std::string(2 * line.depth, ' ') + line.name, line.need, line.shape, line.about});
  const std::string table = base::text_table(
      {{.head = "key"}, {.head = "need"}, {.head = "what stands there"}, {.head = "about"}}, rows,
      width == 0 ? 160 : width);
  return fmt::format("{}: {}\n\nfirst line: format: {}\nusual place: {}\n\n{}", kind.title, kind.about,
                     format::format_text(kind), kind.place, table);
}

std::optional<Greeting> greeting(const std::vector<std::string>& words, const Environment& environment) {
  const std::size_t width = environment.out_is_terminal ? environment.width : 0;
  const auto asks_help = [](const std::string& word) { return word == "--help" || word == "-h"; };
  if (words.empty()) return Greeting{.text = main_help(width), .status = kUsage};
  if (asks_help(words[0])) return Greeting{.text = main_help(width), .status = kFine};
  if (words[0] == kVersion) return Greeting{.text = "cpm " CPM_VERSION "\n", .status = kFine};
  if (words[0].starts_with('-') && base::nearest(std::string_view{words[0]}, std::span{kOwnOptions}) == kVersion)
    throw UsageError(fmt::format("there is no option `{}`; did you mean `--version`?", base::visible(words[0])),
                     "`cpm --version` shows the version");
  if (words[0].starts_with('-'))
    throw UsageError(fmt::format("expected a command before `{}`", base::visible(words[0])),
                     "options follow the command, as in `cpm check --quiet`; `cpm help` names all commands");
  if (words.size() > 1 && asks_help(words[1]) && is_group(words[0]))
    return Greeting{.text = group_help(words[0], width), .status = kFine};
  return std::nullopt;
}

}  // namespace cpm::cli
