#pragma once
// The theory of change: IF these preconditions hold, THEN we expect these results (domain.md section 6).
#include <vector>

#include "model/common.h"

namespace cpm::model {

struct Clause {
  Span span;
  LocatedText id;
  LocatedText text;
  LocatedDate revised_on;  ///< when its meaning was last changed
  TextList outcomes;       ///< keys of the outcomes the clause rests on
};

struct TheoryOfChange {
  Heading heading;
  LocatedText county;
  LocatedText title;
  LocatedText adapted_from;
  LocatedText source;
  LocatedText lead;
  std::vector<Clause> if_clauses;
  std::vector<Clause> then_clauses;
  std::vector<Approval> approvals;
};

}  // namespace cpm::model
