#pragma once
// The county's System Improvement Plan (SIP) seen from its plans: strategy by strategy the steps of all plans of its period,
// each step once (domain.md section 12: a five-year SIP spans about three to five plans).
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "base/date.h"
#include "model/plan.h"
#include "score/progress.h"

namespace cpm::score {

/// Both days belong to it; a side that is missing is open.
struct DateRange {
  std::optional<base::Date> from = {};
  std::optional<base::Date> to = {};
};

/// A step of an earlier plan that a later plan carries on in the same words for the same strategy.
struct EarlierStep {
  const model::Plan* plan = nullptr;
  const model::Step* step = nullptr;
};

/// A step that serves a strategy, as the newest plan with it says.
struct SipStep {
  const model::Plan* plan = nullptr;
  const StepProgress* step = nullptr;
  const model::SipLink* link = nullptr;
  std::vector<EarlierStep> earlier = {};  ///< the newest last
  bool within = false;  ///< something of it, or of an earlier one, was or is to happen between the dates
  std::optional<model::SipAgency> agency = {};  ///< of its link, else of its strategy; nothing: no file says it
};

struct SipStrategy {
  const model::SipLink* link = nullptr;         ///< where it is named first
  const model::LocatedText* measure = nullptr;  ///< of the first link that names one
  std::optional<model::SipAgency> agency = {};  ///< of all that its links name
  std::vector<SipStep> steps = {};              ///< in the order of first mention, the oldest plan first
};

struct SipView {
  DateRange period;  ///< of the SIP; both days, or none where no file gives them
  DateRange
      dates;  ///< that are looked at: those asked for, else from the plans' first start to their last reassessment
  base::Date as_of{};
  std::vector<const Progress*> plans;     ///< by date
  std::vector<const model::Plan*> other;  ///< plans outside the period: left out
  /// First those that the newest plan names itself, then those of earlier plans, then those that only steps name.
  std::vector<SipStrategy> strategies;
  std::size_t steps = 0;         ///< of all plans
  std::size_t unlinked = 0;      ///< that name no strategy
  std::size_t other_period = 0;  ///< links with a period that lies outside the period of the SIP
};

/// The days of `period`, or else those of the newest link of a plan that gives some; none where no file does.
DateRange sip_period(std::span<const Progress> plans, const std::optional<model::Period>& period);

/// The year of the period that begins `year - 1` years after its first day; nothing when the period has no such year.
std::optional<DateRange> sip_year(const DateRange& period, int year);

/// `plans` must outlive it and be of one county, in any order. A plan whose horizon lies outside the period is left out, and so
/// is a link with a period of its own that does.
SipView sip_view(std::span<const Progress> plans, const DateRange& period, const DateRange& asked);

/// Of the view's plans those that run between its dates, by their horizons.
std::vector<const Progress*> plans_between(const SipView& view);
/// The strategies that these plans name, or that a step serves between the dates.
std::size_t strategies_between(const SipView& view);

/// True when a strategy or step is in the chart of that agency: named for it, or for both.
bool is_for(const std::optional<model::SipAgency>& agency, model::SipAgency chart);

}  // namespace cpm::score
