#include "base/system/signals.h"

#include <csignal>

namespace cpm::base {

struct HoldSignals::Before {
  sigset_t signals{};
};

HoldSignals::HoldSignals() : before_(std::make_unique<Before>()) {
  sigset_t ending;
  sigemptyset(&ending);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGALRM, SIGXCPU}) sigaddset(&ending, signal);
  pthread_sigmask(SIG_BLOCK, &ending, &before_->signals);
}

HoldSignals::~HoldSignals() {
  pthread_sigmask(SIG_SETMASK, &before_->signals, nullptr);
}

void turn_signals_into_errors() {
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
}

}  // namespace cpm::base
