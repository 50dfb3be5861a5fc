#pragma once
// Results of a fidelity tool as aggregates of groups, never of persons (domain.md section 8).
#include <vector>

#include "model/common.h"
#include "model/plan.h"

namespace cpm::model {

enum class FidelityArea { implementation, leadership, practice };

struct FidelityScale {
  Span span;
  LocatedWhole min;
  LocatedWhole max;
};

struct FidelityMeasure {
  Span span;
  LocatedText id;
  LocatedText text;
  std::optional<FidelityScale> scale;
  LocatedDecimal mean;
  Map<LocatedWhole> counts;  ///< scale value → number of answers
};

struct Fidelity {
  Heading heading;
  LocatedText county;
  LocatedText tool;
  LocatedText version;
  Located<FidelityArea> area;
  Period period;
  LocatedText respondent_group;
  LocatedWhole n;  ///< people who answered
  std::vector<FidelityMeasure> measures;
};

}  // namespace cpm::model
