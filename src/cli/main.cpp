#include "base/system/disk.h"
#include "base/system/program.h"
#include "cli/commands.h"

int main(int count, char** words) {
  const cpm::base::Program program(count, words);
  cpm::base::Disk disk;
  cpm::cli::Environment environment = cpm::cli::system_environment(disk);
  return cpm::cli::run(program.words(), environment);
}
