#include <csignal>

#include "cli/run.h"

int main(int count, char** words) {
  std::signal(SIGPIPE, SIG_IGN);  // a reader that stops reading is no failure; see cli/output
  std::signal(SIGXFSZ, SIG_IGN);  // a limit on the size of files is an error of writing, which says so and cleans up
  cpm::base::Disk disk;
  cpm::cli::Environment environment = cpm::cli::system_environment(disk);
  return cpm::cli::run({words + (count > 0 ? 1 : 0), words + count}, environment);
}
