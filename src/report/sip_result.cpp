// The result of `cpm report sip` for programs: strategies with their steps between the dates, and the rows of the chart.
#include <algorithm>

#include "report/plan_blocks.h"
#include "report/plan_pages.h"
#include "report/result_fields.h"
#include "report/sip.h"

namespace cpm::report {
namespace {

using score::SipStep;
using score::SipStrategy;
using score::SipView;

Result agency_result(const std::optional<model::SipAgency>& agency) {
  return agency ? Result(model::key(*agency)) : Result();
}

Result earlier_result(const score::EarlierStep& earlier) {
  return Result::Fields{{"plan", date_result(earlier.plan->date)},
                        {"step", text_result(earlier.step->id)},
                        {"due", timeframe_result(earlier.step->due)},
                        {"status", model::key(*earlier.step->status)}};
}

Result sip_step_result(const SipStep& entry) {
  const model::Step& step = *entry.step->step;
  Result::Fields fields{{"step", text_result(step.id)},
                        {"action_step", text_result(entry.link->action_step)},
                        {"priority", entry.step->priority == nullptr ? Result() : Result(*entry.step->priority->id)},
                        {"status", model::key(*step.status)},
                        {"start", timeframe_result(step.start)},
                        {"due", timeframe_result(step.due)},
                        {"monitor_on", timeframe_result(step.monitor_on)},
                        {"done_on", date_result(step.done_on)}};
  add_partners_and_rhythm(fields, step);
  append(fields, {{"plan", date_result(entry.plan->date)},
                  {"agency", agency_result(entry.agency)},
                  {"earlier", list_of(entry.earlier, earlier_result)}});
  return fields;
}

Result strategy_result(const SipStrategy& strategy) {
  Result::List steps;
  for (const SipStep& step : strategy.steps)
    if (step.within) steps.push_back(sip_step_result(step));
  const std::size_t outside = strategy.steps.size() - steps.size();
  return Result::Fields{{"measure_or_factor", text_result(*strategy.measure)},
                        {"strategy", text_result(strategy.link->strategy)},
                        {"agency", agency_result(strategy.agency)},
                        {"steps", std::move(steps)},
                        {"outside", outside}};
}

/// Names of people stay out of it, as in all results.
Result row_result(const SipChart& chart, const SipChartRow& row) {
  Result::Fields fields{{"agency", agency_result(chart.agency)},
                        {"measure_or_factor", text_result(*row.strategy->measure)},
                        {"strategy", text_result(row.strategy->link->strategy)}};
  if (row.step == nullptr) {
    for (const char* const key : {"action_step", "plan", "step", "action", "responsible", "with", "start", "due",
                                  "first_due", "status", "done_on"})
      fields.emplace_back(key, Result());
    return fields;
  }
  const model::Step& step = *row.step->step->step;
  append(fields, {{"action_step", text_result(row.step->link->action_step)},
                  {"plan", date_result(row.step->plan->date)},
                  {"step", text_result(step.id)},
                  {"action", text_result(step.action)},
                  {"responsible", text_or_null(score::responsible_text(step, false))},
                  {"with", texts_result(step.with)},
                  {"start", timeframe_result(step.start)},
                  {"due", timeframe_result(step.due)},
                  {"first_due", timeframe_result(first_due(*row.step))},
                  {"status", model::key(*step.status)},
                  {"done_on", date_result(step.done_on)}});
  return fields;
}

Result::List chart_result(const SipView& view) {
  Result::List rows;
  for (const SipChart& chart : sip_charts(view))
    for (const SipChartRow& row : chart.rows) rows.push_back(row_result(chart, row));
  return rows;
}

Result period_result(const score::DateRange& period) {
  if (!period.from || !period.to) return {};
  return Result::Fields{{"from", date_result(period.from)}, {"to", date_result(period.to)}};
}

}  // namespace

std::vector<std::string> sip_columns() {
  return {"agency",   "measure_or_factor",
          "strategy", "action_step",
          "plan",     "step",
          "action",   "responsible",
          "with",     "start",
          "due",      "first_due",
          "status",   "done_on"};
}

Result sip_result(const SipView& view) {
  const model::Plan& newest = *view.plans.back()->plan;
  return Result::Fields{
      {"county", text_result(newest.county)},
      {"plan", date_result(newest.date)},
      {"plans", list_of(view.plans, [](const score::Progress* progress) { return date_result(progress->plan->date); })},
      {"left_out", list_of(view.other, [](const model::Plan* plan) { return date_result(plan->date); })},
      {"period", period_result(view.period)},
      {"from", date_result(view.dates.from)},
      {"to", date_result(view.dates.to)},
      {"strategies", list_of(view.strategies, strategy_result)},
      {"steps", view.steps},
      {"unlinked", view.unlinked},
      {"other_period", view.other_period},
      {"chart", chart_result(view)}};
}

}  // namespace cpm::report
