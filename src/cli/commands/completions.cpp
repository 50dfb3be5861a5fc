// `cpm completions`: the script that makes a shell ask cpm what may stand at a place (cli/completion).
#include <algorithm>
#include <array>

#include "base/assert.h"
#include "cli/commands/answers.h"
#include "cli/commands/runners.h"
#include "cli/options.h"
#include "cli/shells.h"
#include "format/built_in_files.h"

namespace cpm::cli {
namespace {

constexpr std::array kShells = {
    Shell{"bash", "~/.local/share/bash-completion/completions/cpm"},
    Shell{"zsh", "_cpm in a folder of $fpath"},
    Shell{"fish", "~/.config/fish/completions/cpm.fish"},
};

const Shell& known_shell(const std::string& word) {
  std::vector<std::string> known;
  for (const Shell& shell : kShells) {
    if (shell.name == word) return shell;
    known.emplace_back(shell.name);
  }
  unknown_word("completion for the shell", word, known);
}

}  // namespace

std::span<const Shell> shells() {
  return kShells;
}

Answer run_completions(const Run& run) {
  const Shell& shell = known_shell(run.arguments.operands().at(0));
  const auto scripts = format::completion_scripts();
  const auto script = std::ranges::find(scripts, "cpm." + std::string(shell.name), &format::BuiltInFile::name);
  CPM_ASSERT(script != scripts.end());
  return raw_answer(run, std::string(script->bytes));
}

}  // namespace cpm::cli
