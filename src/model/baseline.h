#pragma once
// Findings that a county knows and has not fixed yet, so that a check reports only what is new. Recognized by fingerprint.
#include <vector>

#include "model/common.h"

namespace cpm::model {

struct BaselineEntry {
  Span span;
  LocatedText fingerprint;
  LocatedText code;
  LocatedText file;    ///< path from the folder of the baseline
  LocatedText record;  ///< "steps/s2/status": for the reader
  LocatedText found;   ///< the message of the day: for the reader
  LocatedDate since;
  LocatedText reason;
  LocatedDate until;  ///< the last day on which it holds
  LocatedText by;
};

struct Baseline {
  Heading heading;
  std::vector<BaselineEntry> entries;
};

}  // namespace cpm::model
