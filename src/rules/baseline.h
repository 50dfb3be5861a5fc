#pragma once
// What a baseline does to the findings of a check: known ones are taken out; entries that have ended or that match nothing are
// reported.
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "base/date.h"
#include "diag/diagnostic.h"
#include "model/baseline.h"

namespace cpm::rules {

struct BaselineQuestion {
  const model::Baseline& baseline;
  std::span<const std::string> fingerprints;  ///< of the findings, in their order
  base::Date as_of{};
  std::string name;  ///< the baseline's path, for messages
  /// Was the file looked at that an entry speaks of? Otherwise nobody can say that it matches nothing.
  std::function<bool(const model::BaselineEntry& entry)> was_checked;
};

struct BaselineAnswer {
  std::vector<diag::Accepted> known;
  std::vector<const model::BaselineEntry*> stale;  ///< entries that match nothing
  std::vector<const model::BaselineEntry*> ended;  ///< entries that match something which is reported again
};

/// Takes known findings out of the list, and adds to it what is to be said about the entries.
BaselineAnswer apply_baseline(const BaselineQuestion& question, diag::Diagnostics& findings);

}  // namespace cpm::rules
