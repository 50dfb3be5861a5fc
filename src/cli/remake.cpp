#include "cli/remake.h"

#include <algorithm>
#include <sstream>
#include <vector>

#include <fmt/format.h>

#include "base/files.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/inputs.h"
#include "cli/made.h"
#include "cli/options.h"
#include "cli/overlay.h"
#include "cli/renamed_folder.h"

namespace cpm::cli {
namespace {

using Words = std::vector<std::string>;

constexpr std::size_t kCodeSize = 6;  // "CPM902"

/// A path below the folder that it is named from.
bool stays_inside(const std::string& path) {
  const std::string inside = base::joined_path(".", path);
  return !path.empty() && !base::is_absolute(path) && inside != ".." && !inside.starts_with("../") &&
         base::visible(path) == path;
}

/// Is a file of the report in this folder? Of a version that git keeps, the file itself.
bool is_there(const std::string& folder, const std::string& file, const base::Files& files) {
  if (!stays_inside(file)) return false;
  const std::string path = base::joined_path(folder, file);
  if (files.kind(path) == base::EntryKind::file) return true;
  const std::optional<VersionName> version = version_name(path, files);
  return version && files.kind(version->file) == base::EntryKind::file;
}

/// As an operand: nothing that an option could be taken for.
std::string as_operand(const std::string& folder, const std::string& file) {
  const std::string path = base::joined_path(folder, file);
  return path.starts_with('-') ? "./" + path : path;
}

/// What the report was made by, as words of a command line; a problem in its place when cpm does not know them.
struct CommandLine {
  Words words = {};
  std::string problem = {};
};

CommandLine command_line_of(const render::MadeLines& lines, const std::string& folder) {
  const report::Made& made = lines.made;
  const Command* const command = find_command(made.command);
  if (command == nullptr || !command->has_check)
    return {.problem = fmt::format("there is no report {} in this cpm", base::ticked(made.command))};
  CommandLine line;
  for (const std::string_view word : base::split(made.command, ' ')) line.words.emplace_back(word);
  for (const auto& [name, value] : made.options) {
    const std::vector<const Option*> known = options_of(*command);
    const Option* const option = option_named(known, "--" + name);
    if (option == nullptr || !is_of_page(*option) || option->value.empty() != value.empty() || value.starts_with('-'))
      return {.problem = fmt::format("this cpm does not know the option {} with {}", base::ticked("--" + name),
                                     value.empty() ? "no value" : "the value " + base::ticked(value))};
    line.words.push_back("--" + name);
    if (!value.empty()) line.words.push_back(value);
  }
  for (const std::string& operand : made.operands) {
    if (!stays_inside(operand))
      return {.problem = fmt::format("the file {} lies outside the folder of its files", base::ticked(operand))};
    line.words.push_back(as_operand(folder, operand));
  }
  if (made.operands.empty()) line.words.push_back(as_operand(folder, "."));
  line.words.insert(line.words.end(), {"--as-of", base::to_text(made.as_of), "--quiet"});
  return line;
}

/// What cpm said when it made no page, in a line and without its name and code.
std::string first_words(const std::string& said) {
  std::string_view line = std::string_view(said).substr(0, said.find('\n'));
  for (const std::string_view before : {"cpm: ", "error[", "]: "})
    if (const std::size_t at = line.find(before); at == 0 || (at == kCodeSize && before == "]: "))
      line.remove_prefix(at + before.size());
  return line.empty() ? "its files have errors" : base::visible(line);
}

}  // namespace

std::string folder_of_inputs(const render::MadeLines& lines, const std::string& report, const base::Files& files) {
  constexpr int kMostAbove = 12;
  std::vector<std::string> folders = {base::folder_of(report)};
  for (int up = 0; up < kMostAbove; ++up) folders.push_back(base::joined_path(folders.back(), ".."));
  folders.emplace_back(".");
  const auto count = [&](const std::string& folder) {
    return std::ranges::count_if(lines.made.from,
                                 [&](const report::MadeFrom& from) { return is_there(folder, from.file, files); });
  };
  return *std::ranges::max_element(folders, {}, count);  // the nearest among equals
}

namespace {

struct Again {
  Words words;
  std::string output = {};  ///< the file of `-o`; empty: standard output
};

Remade run_again(Again again, const base::Files& files, const Environment& environment) {
  Remade made;
  Overlay overlay(files);
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  Environment inner{.files = overlay,
                    .in = in,
                    .out = out,
                    .err = err,
                    .variable = [](const char*) { return std::string(); },
                    .today = environment.today,
                    .from_git = environment.from_git,
                    .git_past = environment.git_past};
  if (!again.output.empty())
    again.words.insert(again.words.end(), {"-o", (again.output.starts_with('-') ? "./" : "") + again.output});
  run(again.words, inner);
  made.bytes = out.str();
  const std::string page = overlay.real_path(again.output);
  for (const auto& [path, bytes] : overlay.changed())
    if (path == page)
      made.bytes = bytes;
    else
      made.pictures[base::joined_path(base::folder_of(again.output), base::name_of(path))] = bytes;
  if (made.bytes.empty()) made.problem = first_words(err.str());
  return made;
}

/// The question, about the folder where its files are.
std::optional<GitQuestion> below(GitQuestion question, const RenamedFolder& files) {
  const std::optional<std::string> folder = files.path_below(question.folder);
  if (!folder) return std::nullopt;
  question.folder = *folder;
  return question;
}

GitReading nowhere() {
  return {.problem = GitProblem::no_repository};
}

/// The environment, with git asked below the folder. Both must outlive it.
Environment asking_below(const Environment& environment, const RenamedFolder& files) {
  Environment asking = environment;
  if (environment.from_git)
    asking.from_git = [&](const GitQuestion& question, std::size_t limit) {
      const std::optional<GitQuestion> there = below(question, files);
      return there ? environment.from_git(*there, limit) : nowhere();
    };
  if (environment.git_past)
    asking.git_past = [&](GitPastQuestion question) {
      const std::optional<GitQuestion> there = below(question.file, files);
      if (!there) return GitPast{.reading = nowhere()};
      question.file = *there;
      return environment.git_past(question);
    };
  return asking;
}

/// JSON has paths as that run was given them, so the folder has the same name again.
Remade json_again(const render::MadeLines& lines, const std::string& folder, const Environment& environment) {
  const std::string& name = lines.made.folder;
  if (base::visible(name) != name) return {.problem = "the folder of its files has a strange name"};
  CommandLine line = command_line_of(lines, name);
  if (!line.problem.empty()) return {.problem = std::move(line.problem)};
  line.words.insert(line.words.end(), {"--format", "json"});
  const RenamedFolder files(environment.files, folder, name);
  return run_again({.words = std::move(line.words)}, files, asking_below(environment, files));
}

/// A page that has pictures beside it, or that says how it was made only in a file, is made as a file of this name.
std::string output_of(const render::FoundMade& found, const std::string& report) {
  const std::string name = found.lines.pictures + ".md";
  const std::string folder = base::folder_of(report);
  if (found.format == "text") return base::joined_path(folder, "report.txt");
  const bool pictures = found.format == "markdown" && !found.lines.pictures.empty() && base::name_of(name) == name;
  return pictures ? base::joined_path(folder, name) : std::string();
}

}  // namespace

Remade made_again(const render::FoundMade& found, const std::string& report, const std::string& folder,
                  const Environment& environment) {
  if (found.format == "json") return json_again(found.lines, folder, environment);
  CommandLine line = command_line_of(found.lines, folder);
  if (!line.problem.empty()) return {.problem = std::move(line.problem)};
  line.words.insert(line.words.end(), {"--format", std::string(found.format)});
  return run_again({.words = std::move(line.words), .output = output_of(found, report)}, environment.files,
                   environment);
}

}  // namespace cpm::cli
