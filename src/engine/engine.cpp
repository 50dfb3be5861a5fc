// cpm as a module for a host: what it exports. The host answers what base/hosted/ asks.
#include "base/hosted/host.h"
#include "base/hosted/streams.h"
#include "base/system/disk.h"
#include "cli/commands.h"
#include "format/memory.h"

extern "C" int cpm_run();

/// One run of cpm, with the words and variables of the host, to its exit status. May be called any number of times.
int cpm_run() {
  namespace base = cpm::base;
  static cpm::format::Memory memory;
  const base::HostedStreams streams;
  base::Disk disk;
  cpm::cli::Environment environment = cpm::cli::system_environment(disk);
  environment.memory = &memory;
  environment.take_over = {};  // the module outlives a run
  return cpm::cli::run(base::texts_of(base::ask(base::Ask::words).bytes), environment);
}
