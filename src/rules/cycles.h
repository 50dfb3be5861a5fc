#pragma once
// Records that wait for each other in a circle: steps by `after`, items by `builds_on`.
#include <cstddef>
#include <vector>

#include "model/common.h"

namespace cpm::rules {

/// A record and the ids of those it waits for.
struct Waiting {
  const model::LocatedText* id = nullptr;
  const model::TextList* waits_for = nullptr;
};

/// One circle: positions of its records, each waiting for the next and the last for the first.
struct Cycle {
  std::vector<std::size_t> records;
  model::Span closing;  ///< where the last record names the first
};

/// Circles without a common record, in file order. Ids that no record has are passed over.
std::vector<Cycle> cycles(const std::vector<Waiting>& records);

/// "`s1`, `s2` and `s3`" in the order of waiting.
std::string cycle_text(const Cycle& cycle, const std::vector<Waiting>& records);

}  // namespace cpm::rules
