// `cpm report sip`: the plan seen from the county's System Improvement Plan (SIP): per strategy the priorities, steps,
// statuses and dates, between two dates.
#include <algorithm>

#include "base/text.h"
#include "report/abbreviations.h"
#include "report/plan_words.h"
#include "report/result_parts.h"
#include "report/snapshot_sections.h"
#include "report/status_blocks.h"

namespace cpm::report {

namespace {

/// A step and what its link says it is in the System Improvement Plan.
struct Entry {
  const score::StepProgress* step = nullptr;
  const model::SipLink* link = nullptr;
};

struct Strategy {
  const model::SipLink* link = nullptr;         ///< where it is named first
  const model::LocatedText* measure = nullptr;  ///< of the first link that names one
  std::vector<Entry> entries;                   ///< steps within the dates
  std::size_t outside = 0;
};

struct View {
  std::vector<Strategy> strategies;  ///< first those that the plan names, then those that only steps name
  std::size_t unlinked = 0;
};

/// One wording in capitals or not, with one blank or two, with or without a point at its end.
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

Strategy& strategy_of(View& view, const model::SipLink& link) {
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
  for (const auto date : {&model::Step::start, &model::Step::due, &model::Step::monitor_on, &model::Step::done_on}) {
    if (!(step.*date)) continue;
    if (!first || *(step.*date) < *first) first = *(step.*date);
    if (!last || *(step.*date) > *last) last = *(step.*date);
  }
  return !((last && range.from && *last < *range.from) || (first && range.to && *first > *range.to));
}

const std::vector<model::SipLink>& links_of(const std::optional<model::Links>& links) {
  static const std::vector<model::SipLink> kNoLinks;
  return links ? links->sip : kNoLinks;
}

View view_of(const score::Progress& progress, const DateRange& range) {
  View view;
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

std::string range_text(const DateRange& range) {
  const std::string from = range.from ? "from " + base::written_out(*range.from) : "from the beginning";
  return from + (range.to ? " to " + base::written_out(*range.to) : " on");
}

std::string name_of(const Strategy& strategy) {
  return text_or(strategy.link->strategy, "No strategy named");
}

std::string period_text(const model::SipLink& link) {
  if (!link.period) return std::string(kNone);
  return date_text(link.period->from) + " to " + date_text(link.period->to);
}

std::string priorities_text(const Strategy& strategy) {
  std::vector<std::string> names;
  for (const Entry& entry : strategy.entries) {
    const model::PlanPriority* priority = entry.step->priority;
    if (priority == nullptr) continue;
    const std::string name = text_or(priority->title, *priority->id);
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }
  return names_joined(names);
}

std::size_t done(const Strategy& strategy) {
  return static_cast<std::size_t>(
      std::count_if(strategy.entries.begin(), strategy.entries.end(),
                    [](const Entry& entry) { return *entry.step->step->status == model::StepStatus::done; }));
}

Table overview(const View& view) {
  Table table{.caption = "Strategies and what the plan does for them",
              .columns = {{.head = "Strategy"},
                          {.head = "Measure or systemic factor"},
                          {.head = "Priorities of the plan"},
                          {.head = "Steps", .number = true},
                          {.head = "Done", .number = true}},
              .rows = {}};
  for (const Strategy& strategy : view.strategies)
    table.rows.push_back({text_cell(name_of(strategy)), text_cell(*strategy.measure),
                          text_cell(priorities_text(strategy)),
                          whole_cell(static_cast<std::int64_t>(strategy.entries.size())),
                          whole_cell(static_cast<std::int64_t>(done(strategy)))});
  return table;
}

Row step_row(const Entry& entry, const Context& context) {
  const model::Step& step = *entry.step->step;
  return Row{text_cell(step_name(step)),
             text_cell(entry.link->action_step),
             text_cell(responsible_words(step, context.contacts)),
             text_cell(std::string(status_text(*step.status))),
             date_cell(step.start),
             date_cell(step.due),
             date_cell(step.monitor_on),
             date_cell(step.done_on)};
}

Table steps_table(const Strategy& strategy, const Context& context) {
  Table table{.caption = "Steps for this strategy",
              .columns = {{.head = "Step"},
                          {.head = "Action step of the SIP"},
                          {.head = "Responsible"},
                          {.head = "Status"},
                          {.head = "Start"},
                          {.head = "Due"},
                          {.head = "Monitoring date"},
                          {.head = "Done on"}},
              .rows = {}};
  for (const Entry& entry : strategy.entries) table.rows.push_back(step_row(entry, context));
  return without_empty_columns(std::move(table), 1);
}

void add_strategy(Blocks& blocks, const Strategy& strategy, const Context& context) {
  add_section(blocks, name_of(strategy));
  blocks.emplace_back(Facts{{{"Measure or systemic factor", text_or(*strategy.measure, kNone)},
                             {"Period of the SIP", period_text(*strategy.link)},
                             {"Priorities of the plan", priorities_text(strategy)}}});
  if (strategy.entries.empty()) add_text(blocks, "No step of the plan serves this strategy between these dates.");
  if (!strategy.entries.empty()) blocks.emplace_back(steps_table(strategy, context));
  if (strategy.outside > 0)
    add_text(blocks, base::counted(strategy.outside, "step") + " for this strategy " +
                         (strategy.outside == 1 ? "lies" : "lie") + " outside these dates.");
}

std::string unlinked_text(const View& view, const score::Progress& progress) {
  const std::string of = " of " + base::counted(progress.steps.size(), "step");
  return std::to_string(view.unlinked) + of + (view.unlinked == 1 ? " names" : " name") + " no strategy of the SIP.";
}

Result date_or_null(const std::optional<base::Date>& date) {
  return date ? Result(base::to_text(*date)) : Result();
}

Result entry_result(const Entry& entry) {
  const model::Step& step = *entry.step->step;
  return Result::Fields{{"step", text_result(step.id)},
                        {"action_step", text_result(entry.link->action_step)},
                        {"priority", entry.step->priority == nullptr ? Result() : Result(*entry.step->priority->id)},
                        {"status", status_key(*step.status)},
                        {"start", date_result(step.start)},
                        {"due", date_result(step.due)},
                        {"monitor_on", date_result(step.monitor_on)},
                        {"done_on", date_result(step.done_on)}};
}

Result strategy_result(const Strategy& strategy) {
  return Result::Fields{{"measure_or_factor", text_result(*strategy.measure)},
                        {"strategy", text_result(strategy.link->strategy)},
                        {"steps", list_of(strategy.entries, entry_result)},
                        {"outside", strategy.outside}};
}

}  // namespace

Document sip_report(const score::Progress& progress, const DateRange& range, const Context& context) {
  const model::Plan& plan = *progress.plan;
  const DateRange wanted = range_or_horizon(range, plan);
  const View view = view_of(progress, wanted);
  Document page{.title = "System Improvement Plan (SIP) view: " + county_text(context.workspace, plan.county),
                .blocks = {}};
  page.blocks.emplace_back(Paragraph{.text = "The plan of " + date_text(plan.date) + " works for " +
                                             base::counted(view.strategies.size(), "strategy", "strategies") +
                                             " of the county's System Improvement Plan (SIP), " + range_text(wanted) +
                                             ".",
                                     .lead = true});
  page.blocks.emplace_back(Facts{{{"County", county_text(context.workspace, plan.county)},
                                  {"As of", base::written_out(progress.as_of)},
                                  {"Dates", range_text(wanted)}}});
  if (!view.strategies.empty()) page.blocks.emplace_back(overview(view));
  add_text(page.blocks, unlinked_text(view, progress));
  for (const Strategy& strategy : view.strategies) add_strategy(page.blocks, strategy, context);
  return with_abbreviations(std::move(page));
}

Result sip_result(const score::Progress& progress, const DateRange& range) {
  const DateRange wanted = range_or_horizon(range, *progress.plan);
  const View view = view_of(progress, wanted);
  return Result::Fields{{"county", text_result(progress.plan->county)},
                        {"plan", date_result(progress.plan->date)},
                        {"from", date_or_null(wanted.from)},
                        {"to", date_or_null(wanted.to)},
                        {"strategies", list_of(view.strategies, strategy_result)},
                        {"steps", progress.steps.size()},
                        {"unlinked", view.unlinked}};
}

}  // namespace cpm::report
