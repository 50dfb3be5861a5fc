#include "base/system/program.h"

#include "base/system/signals.h"

namespace cpm::base {

/// They are already what they should be.
struct Program::Streams {};

Program::Program(int count, char** words) : words_(words + (count > 0 ? 1 : 0), words + count) {
  turn_signals_into_errors();
}

Program::~Program() = default;

}  // namespace cpm::base
