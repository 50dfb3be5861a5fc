#pragma once
// Figures as texts, for tests of sums and shares.
#include <optional>
#include <string>

#include "score/scorecard.h"

namespace cpm::test {

/// "37.5", or "none".
inline std::string percent_text(const std::optional<base::Ratio>& share) {
  return share ? base::to_text(base::percent(*share)) : "none";
}
inline std::string percent_text(const score::Figures& figures) {
  return percent_text(score::share(figures));
}

}  // namespace cpm::test
