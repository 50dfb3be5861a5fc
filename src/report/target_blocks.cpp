#include "report/target_blocks.h"

#include <fmt/format.h>

#include <algorithm>

#include "report/plan_blocks.h"
#include "report/result_fields.h"
#include "report/score_blocks.h"
#include "report/score_pages.h"
#include "report/wording.h"

namespace cpm::report {

namespace {

constexpr std::string_view kAllTargets = "All targets";

// The figures now and then

Shift projected_shift(std::string label, const score::Figures& now, const score::Figures& then) {
  const auto change = score::change_of(now, then);
  std::string in_words = "not comparable";
  if (change)
    in_words = change->numerator == 0 ? "unchanged" : base::to_signed_text(base::percent(*change)) + " points";
  return Shift{.label = std::move(label),
               .before = percent_of(score::share(now)),
               .now = percent_of(score::share(then)),
               .change = std::move(in_words)};
}

Chart projection_chart(const score::Projection& projection, const std::string& then) {
  ShiftChart chart{.before = "Snapshot of " + date_text(projection.snapshot->date),
                   .now = {},
                   .shifts = {},
                   .before_word = "now",
                   .now_word = then};
  std::vector<std::string> words;
  const auto add = [&](std::string label, const score::Figures& before, const score::Figures& after) {
    words.push_back(fmt::format("{} {}", label, would_move_text(before, after)));
    chart.shifts.push_back(projected_shift(std::move(label), before, after));
  };
  for (const score::AreaProjection& area : projection.areas) add(area_name(*area.area), area.now, area.then);
  add(std::string(kTotalOfItems), projection.total_now, projection.total);
  return Chart{.name = "projection",
               .title = "Percent by area, now and " + then,
               .description = fmt::format(
                   "For each area, a ring marks the percent now and a disk the percent {}, joined by a line, from 0 to "
                   "100 percent. {}.",
                   then, names_joined(words)),
               .shape = std::move(chart)};
}

bool covers_more(const score::Projection& projection) {
  return projection.total.scored != projection.total_now.scored;
}

Row projection_row(std::string_view name, const score::Figures& now, const score::Figures& then, bool with_coverage) {
  Row row{text_cell(name), percent_cell(score::share(now)), percent_cell(score::share(then)), change_cell(now, then)};
  if (with_coverage) row.insert(row.end(), {text_cell(coverage_text(now)), text_cell(coverage_text(then))});
  return row;
}

Table projection_table(const score::Projection& projection, const std::string& then) {
  const bool with_coverage = covers_more(projection);
  Table table = table_of("Percent by area, now and " + then,
                         {"Area", number("Now"), number(base::capitalized(then)), number("Change in points")});
  if (with_coverage) {
    table.columns.push_back(number("Items scored now"));
    table.columns.push_back(number("Items scored " + then));
  }
  for (const score::AreaProjection& area : projection.areas)
    table.rows.push_back(projection_row(area_name(*area.area), area.now, area.then, with_coverage));
  table.rows.push_back(projection_row(kTotalOfItems, projection.total_now, projection.total, with_coverage));
  return table;
}

/// Items that get their first score, and those that stay open: both keep the figures from telling the whole.
std::string projection_note(const score::Projection& projection) {
  std::vector<std::string> parts;
  const std::int64_t first = projection.total.scored - projection.total_now.scored;
  if (first > 0)
    parts.push_back(
        fmt::format("{} would get a first score, so the second percents rest on more items.", counted(first, "item")));
  const std::int64_t open = open_answers(projection.total);
  if (open > 0)
    parts.push_back(
        fmt::format("{} would still have no score, which leaves a range around the percents.", counted(open, "item")));
  return fmt::format("{}", fmt::join(parts, " "));
}

// The targets

std::string plan_name(const score::PlanTargets& targets) {
  return "plan of " + date_text(targets.plan->date);
}

std::size_t reach_count(const score::PlanTargets& targets, score::Reach reach) {
  return score::counts_of(targets.results)[static_cast<std::size_t>(reach)];
}

/// Targets that could still be reached.
std::size_t open_count(const score::PlanTargets& targets) {
  if (!targets.later) return targets.targets.size();
  return reach_count(targets, score::Reach::not_reached) + reach_count(targets, score::Reach::not_answered);
}

std::string aimed_sentence(const score::PlanTargets& targets) {
  const std::string start = date_text(targets.start.snapshot->date);
  const std::string items = counted(targets.targets.size(), "item");
  if (!targets.later)
    return fmt::format("The {} sets target scores for {} of the Snapshot of {}.", plan_name(targets), items, start);
  return fmt::format("The {} set target scores for {} of the Snapshot of {}. At the Snapshot of {}, {}.",
                     plan_name(targets), items, start, date_text(targets.later->snapshot->date), reached_text(targets));
}

/// "If all targets are reached, the total of all items would rise from …"
std::string ahead_sentence(const score::PlanTargets& targets) {
  if (open_count(targets) == 0) return {};
  return fmt::format("If {} reached, the total of all items {}.",
                     !targets.later ? "all targets are" : "the open targets are also",
                     would_move_text(targets.ahead.total_now, targets.ahead.total));
}

Cell aim_cell(const score::Target& target, const model::Instrument& instrument) {
  Cell cell = text_cell(value_text(instrument, target.aim));
  for (const auto& [item, score] : target.priority->targets)
    if (*item == *target.start->item->id) cell.source = score.span;
  return cell;
}

Table targets_table(const score::PlanTargets& targets) {
  const model::Instrument& instrument = *targets.start.instrument;
  Table table = table_of("Scores that the plan aims at", {"Item", "Priority", "Score", "Aimed at"});
  for (const score::Target& target : targets.targets)
    table.rows.push_back({text_cell(item_name(*target.start->item)), text_cell(priority_name(*target.priority)),
                          answer_cell(*target.start, instrument), aim_cell(target, instrument)});
  return table;
}

Table results_table(const score::PlanTargets& targets) {
  const model::Instrument& instrument = *targets.start.instrument;
  Table table = table_of("Aimed at, and what came of it", {"Item", "Priority", "Then", "Aimed at", "Now", "Result"});
  for (const score::TargetResult& result : targets.results) {
    const score::Target& target = result.target;
    table.rows.push_back(
        {text_cell(item_name(*target.start->item)), text_cell(priority_name(*target.priority)),
         answer_cell(*target.start, instrument), aim_cell(target, instrument),
         result.now == nullptr ? text_cell(kNone) : answer_cell(*result.now, *targets.later->instrument),
         text_cell(model::word(result.reach))});
  }
  return table;
}

/// Results of one priority, or of all when it is nullptr; the kinds of result that nobody needs are dropped later.
Stack stack_of_results(const score::PlanTargets& targets, const model::PlanPriority* priority) {
  Stack stack{.label = priority == nullptr ? std::string(kAllTargets) : priority_name(*priority),
              .counts = std::vector<std::int64_t>(score::kReaches)};
  for (const score::TargetResult& result : targets.results)
    if (priority == nullptr || result.target.priority == priority)
      stack.counts[static_cast<std::size_t>(result.reach)] += 1;
  return stack;
}

std::string results_in_words(const Stack& stack, const StackChart& chart) {
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < stack.counts.size(); ++i)
    if (stack.counts[i] > 0) parts.push_back(fmt::format("{} {}", stack.counts[i], chart.values[i]));
  return fmt::format("{}: {}", stack.label, base::joined(parts));
}

void drop_unused_results(StackChart& chart) {
  for (std::size_t i = chart.values.size(); i-- > chart.scale;) {
    if (chart.stacks.back().counts[i] > 0) continue;
    const auto at = static_cast<std::ptrdiff_t>(i);
    chart.values.erase(chart.values.begin() + at);
    for (Stack& stack : chart.stacks) stack.counts.erase(stack.counts.begin() + at);
  }
}

Chart results_chart(const score::PlanTargets& targets) {
  constexpr std::size_t kAnswered = 2;  // reached and not reached: what can be said in full
  StackChart chart{.values = {}, .scale = kAnswered, .stacks = {}};
  for (const auto& reach : model::word_list<score::Reach>()) chart.values.emplace_back(reach.spoken);
  for (const model::PlanPriority& priority : targets.plan->priorities)
    if (std::ranges::any_of(targets.targets, [&](const score::Target& one) { return one.priority == &priority; }))
      chart.stacks.push_back(stack_of_results(targets, &priority));
  chart.stacks.push_back(stack_of_results(targets, nullptr));
  drop_unused_results(chart);
  std::vector<std::string> words;
  for (const Stack& stack : chart.stacks) words.push_back(results_in_words(stack, chart));
  return Chart{.name = "targets",
               .title = "Target scores by priority: reached and not reached",
               .description = fmt::format("One bar for each priority, divided by what became of its targets. {}.",
                                          names_joined(words)),
               .shape = std::move(chart)};
}

void add_aims_and_results(Page& page, const score::PlanTargets& targets, std::string title, int level) {
  page.section(std::move(title), level);
  page.text(aimed_sentence(targets));
  if (targets.later) page.chart(results_chart(targets));
  page.table(targets.later ? results_table(targets) : targets_table(targets));
}

// The result for programs

Result::Fields moved_fields(const score::Figures& now, const score::Figures& then) {
  return Result::Fields{{"now", figures_fields(now)},
                        {"then", figures_fields(then)},
                        {"change", percent_result(score::change_of(now, then))}};
}

Result area_projection_result(const score::AreaProjection& area) {
  Result::Fields fields{{"id", *area.area->id}, {"label", *area.area->label}};
  append(fields, moved_fields(area.now, area.then));
  return fields;
}

Result::Fields target_fields(const score::Target& target) {
  return Result::Fields{{"item", *target.start->item->id},
                        {"area", *target.start->area->id},
                        {"priority", text_result(target.priority->id)},
                        {"start", score_or_null(*target.start)},
                        {"aim", target.aim}};
}

Result target_result(const score::TargetResult& result) {
  Result::Fields fields = target_fields(result.target);
  fields.emplace_back("now", result.now == nullptr ? Result() : score_or_null(*result.now));
  fields.emplace_back("result", model::key(result.reach));
  return fields;
}

}  // namespace

std::string would_move_text(const score::Figures& now, const score::Figures& then) {
  const auto change = score::change_of(now, then);
  const std::string now_text = percent_text(score::share(now));
  const std::string then_text = percent_text(score::share(then));
  if (!change) return score::share(then) ? "would be " + then_text : "would have no percent";
  if (change->numerator == 0) return "would stay at " + now_text;
  const std::int64_t points = base::percent(*change).value;
  if (change->numerator > 0)
    return fmt::format("would rise from {} to {}, up {} points", now_text, then_text,
                       base::to_text(base::Tenths{points}));
  return fmt::format("would fall from {} to {}, down {} points", now_text, then_text,
                     base::to_text(base::Tenths{-points}));
}

void add_projection(Page& page, const score::Projection& projection, const std::string& then) {
  page.chart(projection_chart(projection, then));
  page.table(projection_table(projection, then));
  page.text(projection_note(projection));
}

Result::Fields projection_fields(const score::Projection& projection) {
  return Result::Fields{{"areas", list_of(projection.areas, area_projection_result)},
                        {"total", moved_fields(projection.total_now, projection.total)}};
}

Result reach_counts_result(const score::PlanTargets& targets) {
  Result::Fields fields;
  for (const auto& reach : model::word_list<score::Reach>())
    fields.emplace_back(std::string(reach.key), reach_count(targets, reach.choice));
  return fields;
}

std::string reach_counts_text(const score::PlanTargets& targets) {
  std::vector<std::string> parts;
  for (const auto& reach : model::word_list<score::Reach>())
    if (const std::size_t count = reach_count(targets, reach.choice); count > 0)
      parts.push_back(fmt::format("{} {}", count, reach.spoken));
  return fmt::format("{}", fmt::join(parts, ", "));
}

std::string plans_words(PlansTargets plans) {
  return plans.size() == 1 ? plan_name(plans.front()) : counted(plans.size(), "plan");
}

std::string reached_text(const score::PlanTargets& targets) {
  const score::ReachCounts counts = score::counts_of(targets.results);
  const std::size_t reached = counts[static_cast<std::size_t>(score::Reach::reached)];
  std::vector<std::string> parts{fmt::format("{} of {} {} reached", reached, targets.results.size(), is_are(reached))};
  for (const auto& reach : model::word_list<score::Reach>()) {
    const std::size_t count = counts[static_cast<std::size_t>(reach.choice)];
    if (reach.choice == score::Reach::reached || count == 0) continue;
    parts.push_back(reach.choice == score::Reach::not_applicable
                        ? fmt::format("{} {} not apply", count, count == 1 ? "does" : "do")
                        : fmt::format("{} {} {}", count, is_are(count), reach.spoken));
  }
  return base::joined(parts);
}

std::string targets_sentence(PlansTargets plans) {
  std::string text;
  for (const score::PlanTargets& targets : plans)
    text += targets.later
                ? fmt::format(" Of the plan's target scores, {}.", reached_text(targets))
                : fmt::format(" The plan sets target scores for {}; if all are reached, the total of all items {}.",
                              counted(targets.targets.size(), "item"),
                              would_move_text(targets.ahead.total_now, targets.ahead.total));
  return text;
}

void add_targets_figure(KeyFigures& figures, PlansTargets plans) {
  for (const score::PlanTargets& targets : plans)
    if (targets.later)
      figures.figures.push_back(
          {fmt::format("{} of {}", reach_count(targets, score::Reach::reached), targets.results.size()),
           "target scores reached"});
}

void add_targets(Page& page, const score::PlanTargets& targets, std::string title, int level) {
  add_aims_and_results(page, targets, std::move(title), level);
  if (open_count(targets) == 0) return;
  page.text(ahead_sentence(targets));
  add_projection(page, targets.ahead, "if reached");
}

void add_targets_of_plans(Page& page, PlansTargets plans, int level) {
  for (const score::PlanTargets& targets : plans) {
    std::string title = "Target scores of the " + plan_name(targets);
    if (targets.later)
      add_aims_and_results(page, targets, std::move(title), level);
    else
      add_targets(page, targets, std::move(title), level);
  }
}

Result plan_targets_result(const score::PlanTargets& targets) {
  const auto item = [](const score::Target& target) { return Result(target_fields(target)); };
  const bool later = targets.later.has_value();
  return Result::Fields{{"plan", date_result(targets.plan->date)},
                        {"start", date_result(targets.start.snapshot->date)},
                        {"now", later ? date_result(targets.later->snapshot->date) : Result()},
                        {"counts", later ? reach_counts_result(targets) : Result()},
                        {"items", later ? list_of(targets.results, target_result) : list_of(targets.targets, item)},
                        {"if_reached", projection_fields(targets.ahead)}};
}

void add_targets_result(Result::Fields& fields, PlansTargets plans) {
  if (plans.empty()) return;
  Result::List list;
  for (const score::PlanTargets& targets : plans) list.push_back(plan_targets_result(targets));
  fields.emplace_back("targets", std::move(list));
}

}  // namespace cpm::report
