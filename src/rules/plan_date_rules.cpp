// The dates of steps: against the horizon, against each other, against the day of the check.
#include <algorithm>

#include <fmt/format.h>

#include "model/words.h"
#include "rules/rule_table.h"
#include "rules/words.h"
#include "score/progress.h"
#include "score/replaced.h"
#include "score/schedule.h"

namespace cpm::rules {
namespace {

using diag::Diagnostics;
using model::LocatedDate;
using model::LocatedTimeframe;
using model::Plan;
using model::Step;
using model::StepStatus;

// A horizon that is reversed has its own finding; judging steps by it would only repeat that.
bool has_horizon(const Plan& plan) {
  return plan.horizon.start.given && plan.horizon.reassess.given && *plan.horizon.start < *plan.horizon.reassess;
}

std::string looked_at(const Step& step) {
  return fmt::format("{} is looked at {}", name_of(step), base::when(*step.monitor_on));
}

void check_monitoring_horizon(const Plan& plan, const Subject&, Diagnostics& findings) {
  if (!has_horizon(plan)) return;
  const model::Horizon& horizon = plan.horizon;
  for (const Step& step : plan.steps) {
    if (!step.monitor_on.given) continue;
    if (step.monitor_on->first > *horizon.reassess)
      findings.add({.code = 509,
                    .message = fmt::format("{}, after the reassessment on {}", looked_at(step),
                                           base::to_text(*horizon.reassess)),
                    .span = step.monitor_on.span,
                    .labels = {{horizon.reassess.span, "reassessed here"}},
                    .help = "choose a day within the planning horizon, or move the reassessment",
                    .item = *step.id});
    if (step.monitor_on->last < *horizon.start)
      findings.add(
          {.code = 510,
           .message = fmt::format("{}, before the plan starts on {}", looked_at(step), base::to_text(*horizon.start)),
           .span = step.monitor_on.span,
           .labels = {{horizon.start.span, "starts here"}},
           .help = "choose a day within the planning horizon",
           .item = *step.id});
  }
}

void check_step_dates(const Plan& plan, const Subject&, Diagnostics& findings) {
  for (const Step& step : plan.steps) {
    if (!step.start.given || !step.due.given || step.due->last >= step.start->first) continue;
    findings.add({.code = 519,
                  .message = fmt::format("{} is due {}, before it starts {}", name_of(step), base::when(*step.due),
                                         base::when(*step.start)),
                  .span = step.due.span,
                  .labels = {{step.start.span, "starts here"}},
                  .help = "correct `start` or `due`",
                  .item = *step.id});
  }
}

// `verb`: "starts", "ends".
void check_within(const Step& step, const LocatedTimeframe& date, std::string_view verb, const Plan& plan,
                  Diagnostics& findings) {
  if (!date.given) return;
  const model::Horizon& horizon = plan.horizon;
  const bool early = date->last < *horizon.start;
  if (!early && date->first <= *horizon.reassess) return;
  const LocatedDate& border = early ? horizon.start : horizon.reassess;
  findings.add(
      {.code = 520,
       .message = fmt::format("{} {} {}, {} on {}", name_of(step), verb, base::when(*date),
                              early ? "before the plan starts" : "after the reassessment", base::to_text(*border)),
       .span = date.span,
       .labels = {{border.span, early ? "starts here" : "reassessed here"}},
       .help = "correct the date, or move the step to the plan that covers it",
       .item = *step.id});
}

void check_horizon(const Plan& plan, const Subject&, Diagnostics& findings) {
  if (!has_horizon(plan)) return;
  for (const Step& step : plan.steps) {
    check_within(step, step.start, "starts", plan, findings);
    check_within(step, step.due, "ends", plan, findings);
  }
}

// When a step ended or is to end.
LocatedTimeframe end_of(const Step& step) {
  if (step.done_on.given) return {base::whole_day(*step.done_on), step.done_on.span, true};
  return step.due;
}

void check_predecessors(const Plan& plan, const Subject&, Diagnostics& findings) {
  for (const Step& step : plan.steps) {
    if (!step.start.given) continue;
    for (const model::LocatedText& id : step.after) {
      const Step* const before = model::find_step(plan, *id);
      if (before == nullptr || before == &step) continue;
      // Only what is certain: a step may start in the month in which the one before it ends.
      const LocatedTimeframe end = end_of(*before);
      if (!end.given || step.start->last >= end->first) continue;
      if (before->status.given && *before->status == StepStatus::dropped) continue;
      findings.add({.code = 524,
                    .message = fmt::format("{} starts {}, before {} ends {}", name_of(step), base::when(*step.start),
                                           name_of(*before), base::when(*end)),
                    .span = step.start.span,
                    .labels = {{end.span, "ends here"}},
                    .help = fmt::format("move one of the dates, or remove {} from `after`", quoted(*id)),
                    .item = *step.id});
    }
  }
}

// How often without from when; and a rhythm that is finer than the first date.
void check_rhythm(const Plan& plan, const Subject&, Diagnostics& findings) {
  for (const Step& step : plan.steps) {
    if (!step.monitor_every.given) continue;
    if (!step.monitor_on.given)
      findings.add({.code = 532,
                    .message = fmt::format("{} is to be looked at {}, and `monitor_on` does not say from when",
                                           name_of(step), model::word(*step.monitor_every)),
                    .span = step.monitor_every.span,
                    .help = "add `monitor_on` with the first date",
                    .item = *step.id});
    else if (step.monitor_on->sharpness == base::Sharpness::quarter && *step.monitor_every == model::Rhythm::month)
      findings.add(
          {.code = 533,
           .message = fmt::format("{} is to be looked at every month, and its first date is a quarter", name_of(step)),
           .span = step.monitor_every.span,
           .labels = {{step.monitor_on.span, "the first date"}},
           .help = "name the first month in `monitor_on`, or write `monitor_every: quarter`",
           .item = *step.id});
  }
}

/// The dates from the first that is open on, if a whole period has passed since that one.
std::vector<std::string> dates_without_review(const Step& step, const score::Monitoring& monitoring, base::Date as_of) {
  std::vector<std::string> dates;
  if (!monitoring.next) return dates;
  const base::Timeframe after = base::moved(*monitoring.next, score::months_of(*step.monitor_every));
  if (after.last >= as_of) return dates;
  for (const base::Timeframe& date : monitoring.missed)
    if (date.first >= monitoring.next->first) dates.push_back(base::to_text(date));
  return dates;
}

// Nobody looks at a plan again that the county has replaced.
void check_rhythm_kept(const Plan& plan, const Subject& subject, Diagnostics& findings) {
  constexpr std::size_t kShown = 3;
  const auto repeats = [](const Step& step) { return step.monitor_every.given && score::is_open(step); };
  if (std::ranges::none_of(plan.steps, repeats)) return;
  if (score::replaced_by(subject.document, subject.workspace) != nullptr) return;
  const score::Schedule schedule(plan, subject.workspace.as_of);
  for (const Step& step : plan.steps) {
    const std::optional<score::Monitoring> monitoring = schedule.monitoring(step);
    if (!monitoring || !repeats(step)) continue;
    const std::vector<std::string> dates = dates_without_review(step, *monitoring, subject.workspace.as_of);
    if (dates.empty()) continue;
    findings.add({.code = 534,
                  .message = fmt::format("{} is to be looked at {}, and {} passed without a review", name_of(step),
                                         model::word(*step.monitor_every), first_of(dates, kShown)),
                  .span = step.monitor_every.span,
                  .labels = {{step.monitor_on.span, "the first date"}},
                  .help = fmt::format("look at it, and write what you find as an entry of `reviews` with `step: {}` "
                                      "and the day; or change how often it is looked at",
                                      *step.id),
                  .item = *step.id});
  }
}

void check_future(const Plan& plan, const Subject& subject, Diagnostics& findings) {
  for (const Step& step : plan.steps) {
    if (!step.done_on.given || *step.done_on <= subject.workspace.as_of) continue;
    findings.add(
        {.code = 526,
         .message = fmt::format("{} was done on {}, which lies after {}, the date of this check", name_of(step),
                                base::to_text(*step.done_on), base::to_text(subject.workspace.as_of)),
         .span = step.done_on.span,
         .help = "correct `done_on`, or leave it out until the step is done",
         .item = *step.id});
  }
}

constexpr Rule kPlanDateRules[] = {
    {"plan: monitoring within the horizon", kCodes<509, 510>, on<Plan, check_monitoring_horizon>},
    {"plan: order of a step's dates", kCodes<519>, on<Plan, check_step_dates>},
    {"plan: steps within the horizon", kCodes<520>, on<Plan, check_horizon>},
    {"plan: steps that wait", kCodes<524>, on<Plan, check_predecessors>},
    {"plan: monitoring that repeats", kCodes<532, 533>, on<Plan, check_rhythm>},
    {"plan: monitoring that is kept up", kCodes<534>, on<Plan, check_rhythm_kept>},
    {"plan: done in the future", kCodes<526>, on<Plan, check_future>},
};

}  // namespace

std::span<const Rule> plan_date_rules() {
  return kPlanDateRules;
}

}  // namespace cpm::rules
