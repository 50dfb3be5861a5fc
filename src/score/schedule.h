#pragma once
// When a step comes up next, and whether monitoring that repeats was done: every monitoring date of the horizon, each fulfilled
// by a review of the step (product.md section 3).
#include <cstddef>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/timeframe.h"
#include "model/plan.h"

namespace cpm::score {

/// Of a step with `monitor_on` and `monitor_every`.
struct Monitoring {
  std::vector<base::Timeframe> dates;   ///< all of them, in order; the first is `monitor_on`
  std::vector<base::Timeframe> missed;  ///< those before the as-of date that no review fulfills
  std::optional<base::Timeframe> next;  ///< the one after the last that a review fulfills; nothing: there is no other
  std::size_t reviewed = 0;             ///< how many a review fulfills
};

class Schedule {
 public:
  /// `plan` must outlive it. Reviews after the as-of date do not count.
  Schedule(const model::Plan& plan, base::Date as_of);

  /// The next monitoring date, else `due`; nothing when the step has neither.
  std::optional<base::Timeframe> next(const model::Step& step) const;
  /// Nothing when monitoring of the step does not repeat.
  std::optional<Monitoring> monitoring(const model::Step& step) const;

 private:
  const model::Plan& plan_;
  base::Date as_of_;
  std::unordered_map<std::string_view, std::vector<base::Date>> reviews_;  ///< by step
};

/// 1, 3, 6 or 12.
int months_of(model::Rhythm rhythm);

}  // namespace cpm::score
