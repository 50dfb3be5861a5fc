#include "report/plan_pages.h"

#include <fmt/format.h>

#include <algorithm>

#include "report/plan_blocks.h"
#include "report/result_fields.h"

namespace cpm::report {

namespace {

/// A step and what its link says it is in the System Improvement Plan.
struct SipStep {
  const score::StepProgress* step = nullptr;
  const model::SipLink* link = nullptr;
};

struct Strategy {
  const model::SipLink* link = nullptr;         ///< where it is named first
  const model::LocatedText* measure = nullptr;  ///< of the first link that names one
  std::vector<SipStep> entries;                 ///< steps within the dates
  std::size_t outside = 0;
};

struct SipView {
  std::vector<Strategy> strategies;  ///< first those that the plan names, then those that only steps name
  std::size_t unlinked = 0;
};

/// One wording in capitals or not, with one space or two, with or without a full stop.
bool same_words(const model::LocatedText& a, const model::LocatedText& b) {
  const auto plain = [](const model::LocatedText& text) {
    std::string words = base::lower(base::wrapped(*text, 0).front());
    while (words.ends_with('.')) words.pop_back();
    return words;
  };
  return plain(a) == plain(b);
}

/// A strategy that is named stays the same one where its measure is left out.
bool is_strategy(const Strategy& known, const model::SipLink& link) {
  const bool silent = link.strategy && (!*known.measure || !link.measure_or_factor);
  return same_words(known.link->strategy, link.strategy) &&
         (silent || same_words(*known.measure, link.measure_or_factor));
}

Strategy& strategy_of(SipView& view, const model::SipLink& link) {
  const auto found = std::find_if(view.strategies.begin(), view.strategies.end(),
                                  [&](const Strategy& known) { return is_strategy(known, link); });
  Strategy& strategy = found == view.strategies.end() ? view.strategies.emplace_back() : *found;
  if (strategy.link == nullptr) strategy.link = &link;
  if (strategy.measure == nullptr || !*strategy.measure) strategy.measure = &link.measure_or_factor;
  return strategy;
}

/// Was or is anything of the step to happen between the dates? A step without dates may be, so it counts.
bool is_within(const model::Step& step, const DateRange& range) {
  std::optional<base::Date> first;
  std::optional<base::Date> last;
  const auto add = [&](const base::Timeframe& timeframe) {
    if (!first || timeframe.first < *first) first = timeframe.first;
    if (!last || timeframe.last > *last) last = timeframe.last;
  };
  for (const auto timeframe : {&model::Step::start, &model::Step::due, &model::Step::monitor_on})
    if (step.*timeframe) add(*(step.*timeframe));
  if (step.done_on) add(base::whole_day(*step.done_on));
  return !((last && range.from && *last < *range.from) || (first && range.to && *first > *range.to));
}

const std::vector<model::SipLink>& links_of(const std::optional<model::Links>& links) {
  static const std::vector<model::SipLink> kNoLinks;
  return links ? links->sip : kNoLinks;
}

SipView sip_view(const score::Progress& progress, const DateRange& range) {
  SipView view;
  for (const model::SipLink& link : links_of(progress.plan->links)) strategy_of(view, link);
  for (const score::StepProgress& step : progress.steps) {
    const std::vector<model::SipLink>& links = links_of(step.step->links);
    if (links.empty()) ++view.unlinked;
    for (const model::SipLink& link : links) {
      Strategy& strategy = strategy_of(view, link);
      if (is_within(*step.step, range))
        strategy.entries.push_back({.step = &step, .link = &link});
      else
        ++strategy.outside;
    }
  }
  return view;
}

/// The dates asked for, or else the plan's horizon.
DateRange range_or_horizon(const DateRange& range, const model::Plan& plan) {
  DateRange wanted = range;
  if (!wanted.from && plan.horizon.start) wanted.from = *plan.horizon.start;
  if (!wanted.to && plan.horizon.reassess) wanted.to = *plan.horizon.reassess;
  return wanted;
}

std::string dates_between(const DateRange& range) {
  return fmt::format("{} {}", range.from ? "from " + base::written_out(*range.from) : "from the beginning",
                     range.to ? "to " + base::written_out(*range.to) : "on");
}

std::string strategy_name(const Strategy& strategy) {
  return text_or(strategy.link->strategy, "No strategy named");
}

std::string priorities_text(const Strategy& strategy) {
  std::vector<std::string> names;
  for (const SipStep& entry : strategy.entries) {
    if (entry.step->priority == nullptr) continue;
    const std::string name = priority_name(*entry.step->priority);
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }
  return names_joined(names);
}

Table strategies_table(const SipView& view) {
  Table table = table_of(
      "Strategies and what the plan does for them",
      {"Strategy", "Measure or systemic factor", "Plan priorities", number("Steps"), number("Done")});
  const auto is_done = [](const SipStep& entry) { return *entry.step->step->status == model::StepStatus::done; };
  for (const Strategy& strategy : view.strategies)
    table.rows.push_back({text_cell(strategy_name(strategy)), text_cell(*strategy.measure),
                          text_cell(priorities_text(strategy)), whole_cell(strategy.entries.size()),
                          whole_cell(std::ranges::count_if(strategy.entries, is_done))});
  return table;
}

Table strategy_steps_table(const Strategy& strategy, const Context& context) {
  Table table = table_of("Steps for this strategy", {"Step", "SIP action step", "Responsible", "With", "Status",
                                                     "Start", "Due", "Monitoring date", "Done on"});
  for (const SipStep& entry : strategy.entries) {
    const model::Step& step = *entry.step->step;
    table.rows.push_back({text_cell(step_name(step)), text_cell(entry.link->action_step),
                          text_cell(responsible_words(step, context.contacts)), text_cell(texts_joined(step.with)),
                          text_cell(model::word(*step.status)), timeframe_cell(step.start), timeframe_cell(step.due),
                          monitoring_cell(step), date_cell(step.done_on)});
  }
  return without_empty_columns(std::move(table), 1);
}

void add_strategy(Page& page, const Strategy& strategy, const Context& context) {
  const auto& period = strategy.link->period;
  page.section(strategy_name(strategy));
  page.facts({{{"Measure or systemic factor", text_or(*strategy.measure, kNone)},
               {"SIP period",
                period ? fmt::format("{} to {}", date_text(period->from), date_text(period->to)) : std::string(kNone)},
               {"Plan priorities", priorities_text(strategy)}}});
  page.table(strategy_steps_table(strategy, context),
             "No step of the plan supports this strategy between these dates.");
  if (strategy.outside > 0)
    page.text(fmt::format("{} for this strategy {} outside these dates.", counted(strategy.outside, "step"),
                          is_are(strategy.outside)));
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
  return fields;
}

Result strategy_result(const Strategy& strategy) {
  return Result::Fields{{"measure_or_factor", text_result(*strategy.measure)},
                        {"strategy", text_result(strategy.link->strategy)},
                        {"steps", list_of(strategy.entries, sip_step_result)},
                        {"outside", strategy.outside}};
}

}  // namespace

Document sip_report(const score::Progress& progress, const DateRange& range, const Context& context) {
  const model::Plan& plan = *progress.plan;
  const DateRange wanted = range_or_horizon(range, plan);
  const SipView view = sip_view(progress, wanted);
  const std::string county = county_text(context.workspace, plan.county);
  Page page("System Improvement Plan (SIP) view: " + county);
  page.lead(fmt::format("The plan of {} supports {} of the county's System Improvement Plan (SIP), {}.",
                        date_text(plan.date), counted(view.strategies.size(), "strategy", "strategies"),
                        dates_between(wanted)));
  page.facts({{{"County", county}, {"As of", base::written_out(progress.as_of)}, {"Dates", dates_between(wanted)}}});
  page.table(strategies_table(view));
  page.text(fmt::format("{} of {} {} not name a SIP strategy.", view.unlinked, counted(progress.steps.size(), "step"),
                        view.unlinked == 1 ? "does" : "do"));
  for (const Strategy& strategy : view.strategies) add_strategy(page, strategy, context);
  return std::move(page).done();
}

Result sip_result(const score::Progress& progress, const DateRange& range) {
  const DateRange wanted = range_or_horizon(range, *progress.plan);
  const SipView view = sip_view(progress, wanted);
  return Result::Fields{{"county", text_result(progress.plan->county)},
                        {"plan", date_result(progress.plan->date)},
                        {"from", date_result(wanted.from)},
                        {"to", date_result(wanted.to)},
                        {"strategies", list_of(view.strategies, strategy_result)},
                        {"steps", progress.steps.size()},
                        {"unlinked", view.unlinked}};
}

}  // namespace cpm::report
