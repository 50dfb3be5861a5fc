#pragma once
// How late a county's steps have ended, and what that says about the objectives that are open: whole days and order statistics.
//
// What counts: each step of the county's plans (score/promises) that has had a due date, as its newest plan has it.
// - Done, with `done_on` on or before the as-of date: its days late are those from the last day of its FIRST due date to
//   `done_on`; below zero when it ended early.
// - Open, or done only after the as-of date, and past the last day of that date: at least so many days late as it is by now. A
//   step that an older plan left open is late until the day of the county's next plan, since nobody keeps the older one up.
//   Counting these as late as they are keeps the figures from resting on what went well alone.
// - Dropped, done without `done_on`, or not due yet: not counted.
// Of the n values in order, the quartiles are those at the places ceil(n/4), ceil(n/2) and ceil(3n/4) (nearest rank). They are
// of the steps of the objective's area if `kFewestEnded` of these have ended, else of all; if fewer have ended in all, nothing is
// said.
//
// When an open step may end: from its first due date plus the 1st quartile to that date plus the 3rd, and never before the as-of
// date. If the date has been moved, the range ends no earlier than the date it has now. A range that would be over already is
// open at its end. An objective is reached with its last step: its range is from the latest beginning to the latest end.
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/timeframe.h"
#include "model/plan.h"
#include "score/promises.h"

namespace cpm::score {

inline constexpr std::size_t kFewestEnded = 8;

/// How late the steps of one area ended, or of all.
struct Lateness {
  std::string area = {};    ///< id; empty: all steps
  std::size_t ended = 0;    ///< done
  std::size_t overdue = 0;  ///< open and late, which count too
  std::size_t moved = 0;    ///< of both: those whose due date was later moved to a later one
  int first_quartile = 0;   ///< in days late
  int median = 0;
  int third_quartile = 0;
};

struct EndRange {
  base::Timeframe planned{};  ///< the latest due date, as sharp as it is
  base::Date from{};
  std::optional<base::Date> to = {};  ///< nothing: a step is late already by more than the 3rd quartile
};

/// An objective with open steps.
struct ObjectiveOutlook {
  const model::Objective* objective = nullptr;
  std::size_t lateness = 0;            ///< index in `Outlook::lateness`
  std::size_t open = 0;                ///< open steps
  std::size_t undated = 0;             ///< of these the ones without a due date, which do not count
  std::optional<EndRange> range = {};  ///< nothing when none has one
};

struct Outlook {
  std::vector<Lateness> lateness;            ///< those that the objectives rest upon, in the order of their first use
  std::vector<ObjectiveOutlook> objectives;  ///< plan order
};

/// `versions`: of the plan itself and of the county's other plans, as for `promises`. Those dated after the as-of date are left
/// out. Nothing when too few steps have ended, or no open step has a due date.
std::optional<Outlook> outlook(const model::Plan& plan, std::span<const PlanVersion> versions, base::Date as_of);

}  // namespace cpm::score
