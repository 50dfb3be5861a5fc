// The plan for machines, in the order of the form. Names, email and phone stay out of it: roles and teams only.
#include "report/pages.h"
#include "report/result_parts.h"
#include "report/series_table.h"
#include "score/progress.h"

namespace cpm::report {

namespace {

Result status_or_null(const model::Located<model::StepStatus>& status) {
  return status ? Result(status_key(*status)) : Result();
}

Result decimal_result(const model::LocatedDecimal& number) {
  return number ? Result(base::to_text(*number)) : Result();
}

Result member_result(const model::TeamMember& member) {
  return Result::Fields{{"role", text_result(member.role)},
                        {"organization", text_result(member.organization)},
                        {"part", text_result(member.part)}};
}

Result priority_result(const model::PlanPriority& priority) {
  return Result::Fields{{"id", *priority.id},
                        {"area", text_result(priority.area)},
                        {"title", text_result(priority.title)},
                        {"from_snapshot", text_result(priority.from_snapshot)},
                        {"order", whole_result(priority.order)},
                        {"reason", text_result(priority.reason)}};
}

Result indicator_result(const std::optional<model::Indicator>& indicator, base::Date as_of) {
  if (!indicator) return {};
  return Result::Fields{{"text", text_result(indicator->text)},
                        {"unit", text_result(indicator->unit)},
                        {"baseline", decimal_result(indicator->baseline)},
                        {"target", decimal_result(indicator->target)},
                        {"current", decimal_result(score::latest(*indicator, as_of))},
                        {"series", series_result(indicator->series)}};
}

Result objective_result(const model::Objective& objective, base::Date as_of) {
  return Result::Fields{{"id", *objective.id},
                        {"priority", text_result(objective.priority)},
                        {"statement", text_result(objective.statement)},
                        {"indicator", indicator_result(objective.indicator, as_of)},
                        {"outcome", text_result(objective.outcome)}};
}

Result step_result(const model::Step& step) {
  const std::string who = score::responsible_text(step, false);
  return Result::Fields{{"id", *step.id},
                        {"objective", text_result(step.objective)},
                        {"action", text_result(step.action)},
                        {"responsible", who.empty() ? Result() : Result(who)},
                        {"start", date_result(step.start)},
                        {"due", date_result(step.due)},
                        {"monitor_on", date_result(step.monitor_on)},
                        {"done_on", date_result(step.done_on)},
                        {"status", status_or_null(step.status)},
                        {"after", texts_result(step.after)},
                        {"supports", texts_result(step.supports)},
                        {"initiatives", texts_result(step.initiatives)}};
}

Result review_result(const model::Review& review) {
  return Result::Fields{{"date", date_result(review.date)},           {"step", text_result(review.step)},
                        {"objective", text_result(review.objective)}, {"status", status_or_null(review.status)},
                        {"note", text_result(review.note)},           {"change", text_result(review.change)}};
}

Result horizon_result(const model::Horizon& horizon) {
  const bool known = horizon.start && horizon.reassess;
  return Result::Fields{{"start", date_result(horizon.start)},
                        {"reassess", date_result(horizon.reassess)},
                        {"months", known ? Result(base::whole_months(*horizon.start, *horizon.reassess)) : Result()}};
}

}  // namespace

Result plan_result(const model::Plan& plan, base::Date as_of) {
  const auto objective = [as_of](const model::Objective& one) { return objective_result(one, as_of); };
  return Result::Fields{{"county", text_result(plan.county)},
                        {"date", date_result(plan.date)},
                        {"team", list_of(plan.team, member_result)},
                        {"horizon", horizon_result(plan.horizon)},
                        {"priorities", list_of(plan.priorities, priority_result)},
                        {"objectives", list_of(plan.objectives, objective)},
                        {"steps", list_of(plan.steps, step_result)},
                        {"reviews", list_of(plan.reviews, review_result)}};
}

}  // namespace cpm::report
