#include "base/system/disk.h"
#include "base/system/signals.h"
#include "cli/commands.h"

int main(int count, char** words) {
  cpm::base::turn_signals_into_errors();
  cpm::base::Disk disk;
  cpm::cli::Environment environment = cpm::cli::system_environment(disk);
  return cpm::cli::run({words + (count > 0 ? 1 : 0), words + count}, environment);
}
