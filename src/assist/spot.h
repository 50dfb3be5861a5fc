#pragma once
// The place of a cursor in an outline: at a key, at a value, where a new key or entry could begin, or at nothing of those.
#include "assist/outline.h"

namespace cpm::assist {

struct Spot {
  enum class Where {
    nothing,
    key,    ///< a key of `holder`, there or to come; without a colon it may as well be the holder's value
    value,  ///< behind the colon or dash of `part`
    entry,  ///< a new entry of the list that `holder` has: on a line of its own, or between brackets
  };

  Where where = Where::nothing;
  std::size_t holder = 0;    ///< the part that holds what is or would be here
  std::size_t part = kNone;  ///< what is here; kNone where nothing has been written
  Stretch word = {};         ///< what stands here: the key, or the value with its quotes; empty at the cursor
  std::size_t column = 0;    ///< of the key or dash that is or would be here
  bool flow = false;         ///< between brackets
};

Spot spot_at(const Outline& outline, std::size_t at);

}  // namespace cpm::assist
