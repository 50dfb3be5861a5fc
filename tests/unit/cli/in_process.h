#pragma once
// Runs cpm inside the test program: files in memory, streams as strings, a fixed day.
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "tests/support/memory_files.h"

namespace cpm::test {

/// A file without a finding.
inline constexpr const char* kTheory =
    "format: cpm/theory-of-change/1\ncounty: example\ntitle: Ours\n"
    "if: [{text: one}, {text: two}, {text: three}]\nthen: [{text: four}]\n";

struct Outcome {
  int status = -1;
  std::string out;
  std::string err;
};

/// What surrounds a run; members may be changed before `run`.
struct InProcess {
  MemoryFiles files;
  std::string input;
  std::map<std::string, std::string> variables;
  bool terminal = false;
  std::function<std::string()> program_folder = {};
  std::function<cli::GitReading(const cli::GitQuestion& question, std::size_t limit)> from_git = {};
  std::function<cli::GitPast(const cli::GitPastQuestion& question)> git_past = {};
  std::function<void(std::unique_ptr<format::Loaded>)> take_over = {};
  format::Memory* memory = nullptr;

  Outcome run(const std::vector<std::string>& words) {
    std::istringstream in(input);
    std::ostringstream out;
    std::ostringstream err;
    cli::Environment environment{.files = files,
                                 .in = in,
                                 .out = out,
                                 .err = err,
                                 .out_is_terminal = terminal,
                                 .err_is_terminal = terminal,
                                 .width = 80,
                                 .variable = [this](const char* name) { return variables[name]; },
                                 .today =
                                     [] {
                                       using namespace std::chrono;
                                       return base::Date{year{2026}, March, day{31}};
                                     },
                                 .program_folder = program_folder,
                                 .from_git = from_git,
                                 .git_past = git_past,
                                 .memory = memory,
                                 .take_over = take_over};
    const int status = cli::run(words, environment);
    return {.status = status, .out = out.str(), .err = err.str()};
  }
};

}  // namespace cpm::test
