#pragma once
// Where a plan stands at a date: done, late, next; by priority, area and responsible (product.md section 5, "Status").
#include <array>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/ratio.h"
#include "model/plan.h"
#include "score/schedule.h"

namespace cpm::score {

inline constexpr int kUpcomingDays = 60;
inline constexpr std::size_t kStatuses = 5;

/// Number of steps per status, in the order of model::StepStatus.
using StatusCounts = std::array<std::size_t, kStatuses>;

struct StepProgress {
  const model::Step* step = nullptr;
  const model::Objective* objective = nullptr;
  const model::PlanPriority* priority = nullptr;
  std::optional<base::Timeframe> next_date;  ///< the next monitoring date, else `due`; it counts to its last day
  std::optional<Monitoring> monitoring;      ///< of a step that is open, when its monitoring repeats
  bool overdue = false;   ///< that date is before the as-of date, and the step neither done nor dropped
  bool upcoming = false;  ///< that date is within the next 60 days, and the step still open
  int days_late = 0;
  std::vector<const model::Step*> waits_for;  ///< steps of `after` that are not done; none for a step that is closed
};

/// Steps of one priority, area or responsible.
struct Group {
  std::string id;     ///< priority or area id; empty for responsibles
  std::string label;  ///< title, area id, or who: "Training manager", or the team's name
  StatusCounts counts{};
  std::size_t overdue = 0;
  std::size_t upcoming = 0;
  std::size_t steps = 0;
};

/// Open steps whose next date is in one month.
struct MonthLoad {
  std::chrono::year_month month{};
  std::size_t steps = 0;
};

/// What one responsible, or one who takes part, has on the table: open steps only.
struct Load {
  std::string label;  ///< as in `Group`; empty: nobody
  std::size_t open = 0;
  std::vector<MonthLoad> months;  ///< by date
  std::size_t undated = 0;
  std::size_t takes_part = 0;  ///< open steps of others that name this one under `with`
};

struct IndicatorProgress {
  const model::Objective* objective = nullptr;
  model::LocatedDecimal current;  ///< the latest figure
  /// (current − baseline) / (target − baseline); nothing when a figure is missing or target and baseline are equal.
  std::optional<base::Ratio> share;
};

struct Progress {
  const model::Plan* plan = nullptr;
  base::Date as_of{};
  std::vector<StepProgress> steps;  ///< plan order
  StatusCounts counts{};
  std::size_t overdue = 0;
  std::size_t upcoming = 0;
  std::vector<Group> by_priority;             ///< order of the plan; also those without steps
  std::vector<Group> by_area;                 ///< order of first mention
  std::vector<Group> by_responsible;          ///< by name; steps of nobody last, under an empty label
  std::vector<IndicatorProgress> indicators;  ///< of the objectives that have one
  std::vector<Load> load;                     ///< by name; only those with open steps; nobody last
  std::vector<const model::Step*> unowned;    ///< open steps that no role, team or person is responsible for
  std::vector<const model::Step*> chain;      ///< longest row of open steps that wait for each other, first one first
  /// The county's later plan, if it has one. Then the open steps are history: none is overdue or comes up, and nothing that looks
  /// ahead holds them; they are in `steps`, in the counts by status and in the groups.
  const model::Plan* replaced_by = nullptr;
  std::size_t left_out = 0;  ///< open steps of a plan that has been replaced
};

/// `replaced_by`: the newest later plan of the county (score/replaced); nullptr: there is none, or it does not matter.
Progress progress(const model::Plan& plan, base::Date as_of, const model::Plan* replaced_by = nullptr);

/// Where an indicator stands: `current`, else its newest dated figure up to the day.
model::LocatedDecimal latest(const model::Indicator& indicator, base::Date as_of);
/// The newest dated figure up to the day; nullptr when there is none.
const model::Measured* newest_figure(const std::vector<model::Measured>& series, base::Date as_of);

/// Neither done nor dropped.
bool is_open(const model::Step& step);
/// "Training manager", "Coaching team", with the name in parentheses when `with_name` and there is one; empty when
/// nobody is named by role or team.
std::string responsible_text(const model::Step& step, bool with_name);

}  // namespace cpm::score
