#include "report/sip.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "report/plan_blocks.h"
#include "report/plan_pages.h"
#include "report/sip_sheet.h"

namespace cpm::report {

std::optional<base::Timeframe> first_due(const score::SipStep& step) {
  for (const score::EarlierStep& earlier : step.earlier) {
    if (!earlier.step->due) continue;
    const model::LocatedTimeframe& due = step.step->step->due;
    return due && *due == *earlier.step->due ? std::nullopt : std::optional(*earlier.step->due);
  }
  return std::nullopt;
}

namespace {

using model::SipAgency;
using score::SipStep;
using score::SipStrategy;
using score::SipView;

bool is_in_chart(const std::optional<SipAgency>& of_record, const std::optional<SipAgency>& chart) {
  return chart ? score::is_for(of_record, *chart) : !of_record;
}

SipChart chart_of(const SipView& view, std::optional<SipAgency> agency) {
  SipChart chart{.agency = agency};
  for (const SipStrategy& strategy : view.strategies) {
    const std::size_t before = chart.rows.size();
    for (const SipStep& step : strategy.steps)
      if (is_in_chart(step.agency, agency)) chart.rows.push_back({.strategy = &strategy, .step = &step});
    if (chart.rows.size() == before && is_in_chart(strategy.agency, agency))
      chart.rows.push_back({.strategy = &strategy});
  }
  return chart;
}

// Words

std::string dates_between(const score::DateRange& dates) {
  return fmt::format("{} {}", dates.from ? "from " + base::written_out(*dates.from) : "from the beginning",
                     dates.to ? "to " + base::written_out(*dates.to) : "on");
}

std::string period_text(const score::DateRange& period) {
  if (!period.from || !period.to) return std::string(kNone);
  return fmt::format("{} to {}", base::written_out(*period.from), base::written_out(*period.to));
}

std::string plan_text(const model::Plan& plan) {
  return "the plan of " + date_text(plan.date);
}

std::string strategy_name(const SipStrategy& strategy) {
  return text_or(strategy.link->strategy, "No strategy named");
}

std::string agency_text(const std::optional<SipAgency>& agency) {
  return std::string(agency ? model::word(*agency) : kNone);
}

bool is_done(const SipStep& step) {
  return *step.step->step->status == model::StepStatus::done;
}

/// The strategy's steps between the dates.
std::vector<const SipStep*> steps_within(const SipStrategy& strategy) {
  std::vector<const SipStep*> steps;
  for (const SipStep& step : strategy.steps)
    if (step.within) steps.push_back(&step);
  return steps;
}

std::string priorities_text(const std::vector<const SipStep*>& steps) {
  std::vector<std::string> names;
  for (const SipStep* const step : steps) {
    if (step->step->priority == nullptr) continue;
    const std::string name = priority_name(*step->step->priority);
    if (std::ranges::find(names, name) == names.end()) names.push_back(name);
  }
  return names_joined(names);
}

/// "14 steps for them: 6 done, 2 overdue."
std::string standing_of(const SipView& view) {
  std::size_t all = 0;
  std::size_t done = 0;
  std::size_t overdue = 0;
  for (const SipStrategy& strategy : view.strategies)
    for (const SipStep* const step : steps_within(strategy)) {
      ++all;
      done += is_done(*step) ? 1U : 0U;
      overdue += step->step->overdue ? 1U : 0U;
    }
  if (all == 0) return "No step serves them in that time.";
  return fmt::format("{} for them: {} done, {} overdue.", counted(all, "step"), done, overdue);
}

std::string lead_text(const SipView& view) {
  const std::vector<const score::Progress*> plans = score::plans_between(view);
  const std::size_t strategies = score::strategies_between(view);
  if (plans.empty())  // a year of the period may lie between two plans
    return fmt::format("No plan of the county's System Improvement Plan (SIP) runs {}.", dates_between(view.dates));
  const std::string who = plans.size() == 1 ? "The" + plan_text(*plans[0]->plan).substr(3) + " supports"
                                            : counted(plans.size(), "plan") + " support";
  const std::string what = fmt::format("{} {} of the county's System Improvement Plan (SIP), {}.", who,
                                       counted(strategies, "strategy", "strategies"), dates_between(view.dates));
  return strategies == 0 ? what : what + " " + standing_of(view);
}

// The plans

Table plans_table(const SipView& view) {
  Table table = table_of("Plans of this SIP period",
                         {"Plan of", "From", "To", number("Steps"), number("Done"), number("Open")});
  for (const score::Progress* const progress : view.plans) {
    const model::Plan& plan = *progress->plan;
    const auto done = progress->counts[static_cast<std::size_t>(model::StepStatus::done)];
    const auto open = std::ranges::count_if(progress->steps,
                                            [](const score::StepProgress& step) { return score::is_open(*step.step); });
    table.rows.push_back({text_cell(date_text(plan.date)), date_cell(plan.horizon.start),
                          date_cell(plan.horizon.reassess), whole_cell(progress->steps.size()), whole_cell(done),
                          whole_cell(open)});
  }
  return table;
}

void add_plans(Page& page, const SipView& view) {
  if (view.plans.size() > 1) page.table(plans_table(view));
  for (const model::Plan* const plan : view.other)
    page.text(fmt::format("The{} lies outside the SIP period and is left out.", plan_text(*plan).substr(3)));
  if (view.other_period > 0)
    page.text(fmt::format("{} to a strategy {} another SIP period and {} left out.", counted(view.other_period, "link"),
                          view.other_period == 1 ? "names" : "name", is_are(view.other_period)));
}

// Strategy by strategy

Table strategies_table(const SipView& view) {
  Table table = table_of(
      view.plans.size() == 1 ? "Strategies and what the plan does for them"
                             : "Strategies and what the plans do for them",
      {"Strategy", "Measure or systemic factor", "Plan priorities", "Agency", number("Steps"), number("Done")});
  for (const SipStrategy& strategy : view.strategies) {
    const std::vector<const SipStep*> steps = steps_within(strategy);
    const auto done = std::ranges::count_if(steps, [](const SipStep* step) { return is_done(*step); });
    table.rows.push_back({text_cell(strategy_name(strategy)), text_cell(*strategy.measure),
                          text_cell(priorities_text(steps)), text_cell(agency_text(strategy.agency)),
                          whole_cell(steps.size()), whole_cell(done)});
  }
  return without_empty_columns(std::move(table), 3);
}

/// "2026-06-30 (first 2024-06-28)"
Cell due_cell(const SipStep& step) {
  Cell cell = timeframe_cell(step.step->step->due);
  if (const auto first = first_due(step)) cell.text += fmt::format(" (first {})", timeframe_text(*first));
  return cell;
}

/// "September 26, 2023; December 10, 2024", the newest last; "none" where there is only one plan anyway.
std::string plans_of(const SipView& view, const SipStep& step) {
  if (view.plans.size() == 1) return std::string(kNone);
  std::vector<std::string> dates;
  for (const score::EarlierStep& earlier : step.earlier) dates.push_back(date_text(earlier.plan->date));
  dates.push_back(date_text(step.plan->date));
  return names_joined(dates);
}

Table strategy_steps_table(const SipView& view, const std::vector<const SipStep*>& steps, const Context& context) {
  Table table = table_of("Steps for this strategy", {"Step", "SIP action step", "Responsible", "With", "Status",
                                                     "Start", "Due", "Monitoring date", "Done on", "In the plans of"});
  for (const SipStep* const entry : steps) {
    const model::Step& step = *entry->step->step;
    table.rows.push_back({text_cell(step_name(step)), text_cell(entry->link->action_step),
                          text_cell(responsible_words(step, context.contacts)), text_cell(texts_joined(step.with)),
                          text_cell(model::word(*step.status)), timeframe_cell(step.start), due_cell(*entry),
                          monitoring_cell(step), date_cell(step.done_on), text_cell(plans_of(view, *entry))});
  }
  return without_empty_columns(std::move(table), 1);
}

/// The reviews of all plans, by the step that they are about.
class Reviews {
 public:
  explicit Reviews(const SipView& view) : view_(view) {
    for (const score::Progress* const progress : view.plans)
      for (const model::Review& review : progress->plan->reviews)
        if (review.step) reviews_[{progress->plan, *review.step}].push_back(&review);
  }

  /// A row for each review between the dates and up to the day of the page, the oldest first.
  Table table(const std::vector<const SipStep*>& steps) const {
    Table table = table_of("What monitoring found", {"Date", "Step", "Status", "Note", "Change"});
    for (const SipStep* const step : steps) {
      for (const score::EarlierStep& earlier : step->earlier) add(*earlier.plan, *earlier.step, table);
      add(*step->plan, *step->step->step, table);
    }
    std::ranges::stable_sort(table.rows, {}, [](const Row& row) { return row[0].text; });
    return without_empty_columns(std::move(table), 2);
  }

 private:
  void add(const model::Plan& plan, const model::Step& step, Table& table) const {
    const auto found = reviews_.find({&plan, *step.id});
    if (found == reviews_.end()) return;
    for (const model::Review* const review : found->second)
      if (is_shown(review->date))
        table.rows.push_back({date_cell(review->date), text_cell(step_name(step)),
                              text_cell(review->status ? model::word(*review->status) : kNone), text_cell(review->note),
                              text_cell(review->change)});
  }
  bool is_shown(const model::LocatedDate& date) const {
    const score::DateRange& dates = view_.dates;
    return date && *date <= view_.as_of && !(dates.from && *date < *dates.from) && !(dates.to && *date > *dates.to);
  }

  const SipView& view_;
  std::map<std::pair<const model::Plan*, std::string_view>, std::vector<const model::Review*>> reviews_;
};

/// The indicators of the objectives that the steps serve.
Table indicators_table(const SipView& view, const std::vector<const SipStep*>& steps) {
  Table table = table_of("How success is measured",
                         {"Objective", "Indicator", "Unit", number("Baseline"), number("Target"), number("Latest")});
  std::vector<const model::Objective*> seen;
  for (const SipStep* const step : steps) {
    const model::Objective* const objective = step->step->objective;
    if (objective == nullptr || !objective->indicator || std::ranges::find(seen, objective) != seen.end()) continue;
    seen.push_back(objective);
    const model::Indicator& indicator = *objective->indicator;
    table.rows.push_back({text_cell(objective_name(*objective)), text_cell(indicator.text), text_cell(indicator.unit),
                          figure_cell(indicator.baseline), figure_cell(indicator.target),
                          figure_cell(score::latest(indicator, view.as_of))});
  }
  return without_empty_columns(std::move(table), 2);
}

/// The period of a strategy that names one; else that of the page.
std::string period_of(const SipView& view, const SipStrategy& strategy) {
  const auto& period = strategy.link->period;
  return period ? fmt::format("{} to {}", date_text(period->from), date_text(period->to)) : period_text(view.period);
}

void add_strategy(Page& page, const SipView& view, const SipStrategy& strategy, const Reviews& reviews,
                  const Context& context) {
  const std::vector<const SipStep*> steps = steps_within(strategy);
  page.section(strategy_name(strategy));
  Facts facts{{{"Measure or systemic factor", text_or(*strategy.measure, kNone)},
               {"SIP period", period_of(view, strategy)},
               {"Plan priorities", priorities_text(steps)}}};
  if (strategy.agency) facts.facts.push_back({"Agency", agency_text(strategy.agency)});
  page.facts(std::move(facts));
  page.table(strategy_steps_table(view, steps, context),
             view.plans.size() == 1 ? "No step of the plan supports this strategy between these dates."
                                    : "No step of the plans supports this strategy between these dates.");
  page.table(indicators_table(view, steps));
  page.table(reviews.table(steps));
  if (const std::size_t outside = strategy.steps.size() - steps.size(); outside > 0)
    page.text(fmt::format("{} for this strategy {} outside these dates.", counted(outside, "step"), is_are(outside)));
}

// Initiatives

Table initiatives_table(const SipView& view) {
  Table table = table_of("Initiatives that steps of the plans name", {"Initiative", number("Steps"), number("Done")});
  std::vector<std::pair<std::string, std::pair<std::size_t, std::size_t>>> all;
  for (const score::Progress* const progress : view.plans)
    for (const model::Step& step : progress->plan->steps)
      for (const model::LocatedText& initiative : step.initiatives) {
        auto found = std::ranges::find(all, *initiative, [](const auto& entry) { return entry.first; });
        if (found == all.end()) found = all.insert(all.end(), {*initiative, {}});
        ++found->second.first;
        found->second.second += *step.status == model::StepStatus::done ? 1U : 0U;
      }
  for (const auto& [initiative, counts] : all)
    table.rows.push_back({text_cell(initiative), whole_cell(counts.first), whole_cell(counts.second)});
  return table;
}

void add_initiatives(Page& page, const SipView& view) {
  Table table = initiatives_table(view);
  if (table.rows.empty()) return;
  page.section("Initiatives");
  page.text(
      "A progress report tells of state and federally mandated initiatives. The plans name these initiatives, but not "
      "which of them are mandated.");
  page.table(std::move(table));
}

// The chart

std::string chart_title(const SipChart& chart, std::size_t charts) {
  constexpr const char* kTitle = "Five-year SIP chart";
  if (chart.agency) return fmt::format("{} ({})", kTitle, model::word(*chart.agency));
  return charts == 1 ? kTitle : fmt::format("{} (strategies that name no agency)", kTitle);
}

Row chart_row(const SipChartRow& row, const Context& context) {
  Row cells = {text_cell(*row.strategy->measure), text_cell(strategy_name(*row.strategy))};
  if (row.step == nullptr) {
    cells.resize(11, text_cell(kNone));
    cells[3] = text_cell("no step yet");
    return cells;
  }
  const model::Step& step = *row.step->step->step;
  const auto first = first_due(*row.step);
  for (Cell& cell : Row{text_cell(row.step->link->action_step), text_cell(step_name(step)),
                        text_cell(responsible_words(step, context.contacts)), text_cell(texts_joined(step.with)),
                        timeframe_cell(step.start), timeframe_cell(step.due),
                        text_cell(first ? timeframe_text(*first) : std::string(kNone)),
                        text_cell(model::word(*step.status)), date_cell(step.done_on)})
    cells.push_back(std::move(cell));
  return cells;
}

/// What the county's form would have to be freed of is not there.
Table with_empty_cells(Table table) {
  for (Row& row : table.rows)
    for (Cell& cell : row)
      if (cell.text == kNone) cell.text.clear();
  return table;
}

void add_charts(Page& page, const SipView& view, const Context& context) {
  const std::vector<SipChart> charts = sip_charts(view);
  for (const SipChart& chart : charts) {
    Table table = table_of("All steps of the period, to be copied into the county's form",
                           {"Priority outcome measure or systemic factor", "Strategy", "Action step", "What is done",
                            "Responsible", "With", "Start", "Due", "First due", "Status", "Done on"});
    for (const SipChartRow& row : chart.rows) table.rows.push_back(chart_row(row, context));
    page.section(chart_title(chart, charts.size()));
    page.table(with_empty_cells(without_empty_columns(std::move(table), 4)));
  }
}

}  // namespace

std::vector<SipChart> sip_charts(const SipView& view) {
  std::vector<SipChart> charts;
  for (const std::optional<SipAgency> agency :
       {std::optional(SipAgency::child_welfare), std::optional(SipAgency::probation), std::optional<SipAgency>{}}) {
    SipChart chart = chart_of(view, agency);
    if (!chart.rows.empty()) charts.push_back(std::move(chart));
  }
  return charts;
}

Document sip_report(const SipView& view, const model::SipSettings* settings, const Context& context) {
  const std::string county = county_text(context.workspace, view.plans.back()->plan->county);
  Page page("System Improvement Plan (SIP) progress: " + county);
  page.lead(lead_text(view));
  Facts facts{{{"County", county}, {"As of", base::written_out(view.as_of)}, {"Dates", dates_between(view.dates)}}};
  if (view.period.from && view.period.to)
    facts.facts.insert(facts.facts.end() - 1, {"SIP period", period_text(view.period)});
  page.facts(std::move(facts));
  if (settings != nullptr)
    add_signature_sheet(page, {.county = county, .period = period_text(view.period)}, *settings, context.contacts);
  if (settings != nullptr || view.plans.size() > 1) page.section("What the plans do");
  add_plans(page, view);
  page.table(strategies_table(view));
  page.text(fmt::format("{} of {} {} not name a SIP strategy.", view.unlinked, counted(view.steps, "step"),
                        view.unlinked == 1 ? "does" : "do"));
  const Reviews reviews(view);
  for (const SipStrategy& strategy : view.strategies) add_strategy(page, view, strategy, reviews, context);
  add_initiatives(page, view);
  add_charts(page, view, context);
  return std::move(page).done();
}

}  // namespace cpm::report
