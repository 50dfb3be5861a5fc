// `cpm help`: all commands, one command, a group of them, or the keys of a kind of file.
#include "cli/help.h"

#include "base/text.h"
#include "cli/commands/answers.h"
#include "cli/commands/runners.h"
#include "cli/options.h"

namespace cpm::cli {
namespace {

std::vector<std::string> known_topics() {
  std::vector<std::string> names;
  for (const Command& command : commands()) names.emplace_back(command.name);
  for (const format::Kind& kind : format::kinds()) names.emplace_back(kind.word);
  return names;
}

std::string topic_text(const std::string& topic, std::size_t width) {
  if (topic.empty()) return main_help(width);
  if (const Command* command = find_command(topic); command != nullptr && !is_group(topic))
    return command_help(*command, width);
  const format::Kind* const kind = format::find_kind(topic);
  if (is_group(topic)) return group_help(topic, width) + (kind != nullptr ? "\n" + kind_help(*kind, width) : "");
  if (kind != nullptr) return kind_help(*kind, width);
  unknown_word("command or kind of file", topic, known_topics(),
               "`cpm help` names all commands, `cpm list kinds` all kinds");
}

}  // namespace

Answer run_help(const Run& run) {
  std::string topic;
  for (const std::string& word : run.arguments.operands()) topic += (topic.empty() ? "" : " ") + word;
  const bool to_terminal = run.environment.out_is_terminal && !run.arguments.has(kOutput);
  return raw_answer(run, topic_text(topic, to_terminal ? run.environment.width : 0));
}

}  // namespace cpm::cli
