// The status of a plan for machines. Names of people stay out of it: roles and teams only.
#include "report/pages.h"
#include "report/result_parts.h"

namespace cpm::report {

namespace {

Result::Fields counts_fields(const score::StatusCounts& counts) {
  Result::Fields fields;
  for (std::size_t i = 0; i < counts.size(); ++i)
    fields.emplace_back(std::string(status_key(static_cast<model::StepStatus>(i))), Result(counts[i]));
  return fields;
}

Result step_result(const score::StepProgress& progress) {
  const model::Step& step = *progress.step;
  const std::string who = score::responsible_text(step, false);
  return Result::Fields{
      {"step", *step.id},
      {"action", text_result(step.action)},
      {"objective", text_result(step.objective)},
      {"priority", progress.priority == nullptr ? Result() : Result(*progress.priority->id)},
      {"responsible", who.empty() ? Result() : Result(who)},
      {"date", progress.next_date ? Result(base::to_text(*progress.next_date)) : Result()},
      {"status", status_key(*step.status)},
      {"overdue", progress.overdue},
      {"upcoming", progress.upcoming},
      {"days_late", progress.days_late},
      {"waits_for", list_of(progress.waits_for, [](const model::Step* first) { return Result(*first->id); })},
  };
}

Result group_result(const score::Group& group) {
  return Result::Fields{{"id", group.id.empty() ? Result() : Result(group.id)},
                        {"label", group.label.empty() ? Result() : Result(group.label)},
                        {"steps", group.steps},
                        {"counts", counts_fields(group.counts)},
                        {"overdue", group.overdue},
                        {"upcoming", group.upcoming}};
}

Result decimal_result(const model::LocatedDecimal& number) {
  return number ? Result(base::to_text(*number)) : Result();
}

Result indicator_result(const score::IndicatorProgress& progress) {
  const model::Indicator none{};
  const model::Indicator& indicator = progress.objective->indicator ? *progress.objective->indicator : none;
  return Result::Fields{{"objective", *progress.objective->id},       {"text", text_result(indicator.text)},
                        {"unit", text_result(indicator.unit)},        {"baseline", decimal_result(indicator.baseline)},
                        {"target", decimal_result(indicator.target)}, {"current", decimal_result(progress.current)},
                        {"progress", percent_result(progress.share)}};
}

Result load_result(const score::Load& load) {
  const auto month = [](const score::MonthLoad& some) {
    const std::string day = base::to_text(some.month / std::chrono::day(1));
    return Result(Result::Fields{{"month", day.substr(0, day.rfind('-'))}, {"steps", some.steps}});
  };
  return Result::Fields{{"label", load.label.empty() ? Result() : Result(load.label)},
                        {"open", load.open},
                        {"months", list_of(load.months, month)},
                        {"undated", load.undated}};
}

Result::List ids(const std::vector<const model::Step*>& steps) {
  return list_of(steps, [](const model::Step* step) { return Result(*step->id); });
}

}  // namespace

Result status_result(const score::Progress& progress) {
  const model::Plan& plan = *progress.plan;
  return Result::Fields{
      {"county", text_result(plan.county)},
      {"date", date_result(plan.date)},
      {"as_of", base::to_text(progress.as_of)},
      {"horizon",
       Result::Fields{{"start", date_result(plan.horizon.start)}, {"reassess", date_result(plan.horizon.reassess)}}},
      {"counts", counts_fields(progress.counts)},
      {"overdue", progress.overdue},
      {"upcoming", progress.upcoming},
      {"upcoming_days", score::kUpcomingDays},
      {"steps", list_of(progress.steps, step_result)},
      {"by_priority", list_of(progress.by_priority, group_result)},
      {"by_area", list_of(progress.by_area, group_result)},
      {"by_responsible", list_of(progress.by_responsible, group_result)},
      {"load", list_of(progress.load, load_result)},
      {"unowned", ids(progress.unowned)},
      {"chain", ids(progress.chain)},
      {"indicators", list_of(progress.indicators, indicator_result)},
  };
}

}  // namespace cpm::report
