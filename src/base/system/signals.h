#pragma once
// Signals: what ends a program, and when.
#include <memory>

namespace cpm::base {

/// From now on, output that nobody reads any more and a file over the limit of its size are errors of writing, which say so
/// and clean up, and no longer end the program. Programs that cpm starts get both signals back.
void turn_signals_into_errors();

/// Holds back the signals that end a program, from a person or a timer, until the end of a block.
class HoldSignals {
 public:
  HoldSignals();
  ~HoldSignals();
  HoldSignals(const HoldSignals&) = delete;
  HoldSignals& operator=(const HoldSignals&) = delete;

 private:
  struct Before;
  std::unique_ptr<Before> before_;
};

}  // namespace cpm::base
