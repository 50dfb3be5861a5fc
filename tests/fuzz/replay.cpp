// Inputs through a target in any build, without libFuzzer: `fuzz_replay TARGET FILE...`. `fuzz_replay --targets` and
// `fuzz_replay --dictionary` print what tests/fuzz/run needs to know.
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "tests/fuzz/demand.h"
#include "tests/fuzz/dictionary.h"
#include "tests/fuzz/targets.h"

namespace {

using namespace cpm::fuzz;

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw Broken("cannot be opened");
  return {std::istreambuf_iterator<char>(file), {}};
}

bool replay(const Target& target, const std::string& path) {
  try {
    target.run(bytes_of(path));
    return true;
  } catch (const std::exception& error) {
    std::cout << "FAILED " << target.name << " " << path << ": " << error.what() << "\n";
    return false;
  }
}

int replay_all(const Target& target, const std::vector<std::string>& paths) {
  std::size_t failed = 0;
  for (const std::string& path : paths) failed += replay(target, path) ? 0U : 1U;
  std::cout << paths.size() - failed << " passed, " << failed << " failed\n";
  return failed == 0 ? 0 : 1;
}

int print_targets() {
  for (const Target& target : targets())
    std::cout << target.name << "\t" << (target.takes_files ? "files" : "bytes") << "\t" << target.about << "\n";
  return 0;
}

}  // namespace

int main(int count, char** words) {
  const std::vector<std::string> arguments(words + 1, words + count);
  if (arguments == std::vector<std::string>{"--targets"}) return print_targets();
  if (arguments == std::vector<std::string>{"--dictionary"}) return std::cout << dictionary(), 0;
  const Target* const target = arguments.empty() ? nullptr : find_target(arguments[0]);
  if (target == nullptr) return std::cerr << "usage: fuzz_replay TARGET FILE... | --targets | --dictionary\n", 2;
  return replay_all(*target, {arguments.begin() + 1, arguments.end()});
}
