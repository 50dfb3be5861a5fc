#include "base/system/signals.h"

#include <condition_variable>
#include <mutex>

#include <windows.h>

namespace cpm::base {
namespace {

std::mutex holding_mutex;
std::condition_variable holding_over;
int holding = 0;

// Windows calls this in a thread of its own: when it returns, the program ends. A window that is closed, or a session that ends,
// gives it five seconds, and no file takes that long.
BOOL WINAPI end_when_nothing_holds(DWORD) {
  std::unique_lock lock(holding_mutex);
  holding_over.wait(lock, [] { return holding == 0; });
  ::ExitProcess(STATUS_CONTROL_C_EXIT);
}

}  // namespace

struct HoldSignals::Before {};

HoldSignals::HoldSignals() {
  const std::lock_guard lock(holding_mutex);
  ++holding;
}

HoldSignals::~HoldSignals() {
  {
    const std::lock_guard lock(holding_mutex);
    --holding;
  }
  holding_over.notify_all();
}

// Output that nobody reads is an error of writing here anyway. No window asks what to do about a drive without a disk, or a crash.
void turn_signals_into_errors() {
  ::SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX | SEM_NOOPENFILEERRORBOX);
  ::SetConsoleCtrlHandler(end_when_nothing_holds, TRUE);
}

}  // namespace cpm::base
