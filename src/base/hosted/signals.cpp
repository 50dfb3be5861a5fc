#include "base/system/signals.h"

// The host minds signals: npm/host.js holds them back once something has been written.
namespace cpm::base {

struct HoldSignals::Before {};

HoldSignals::HoldSignals() = default;
HoldSignals::~HoldSignals() = default;

void turn_signals_into_errors() {}

}  // namespace cpm::base
