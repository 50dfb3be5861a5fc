#include "report/score_charts.h"

#include <algorithm>

#include "base/text.h"
#include "report/wording.h"

namespace cpm::report {

namespace {

constexpr std::string_view kTotal = "Total of all items";

std::optional<base::Tenths> rounded(const std::optional<base::Ratio>& share) {
  if (!share) return {};
  return base::percent(*share);
}

Bar bar_of(std::string label, const score::Figures& figures) {
  Bar bar{.label = std::move(label), .percent = rounded(score::share(figures))};
  if (open_answers(figures) == 0) return bar;
  bar.low = rounded(score::lowest_share(figures));
  bar.high = rounded(score::highest_share(figures));
  if (bar.low && bar.high) bar.note = range_text(figures) + " with open answers";
  return bar;
}

std::string said(const Bar& bar) {
  const std::string percent = bar.percent ? base::to_text(*bar.percent) + " %" : "no percent";
  return bar.label + " " + percent + (bar.note.empty() ? "" : " (" + bar.note + ")");
}

Stack stack_of(std::string label, const score::Figures& figures, std::size_t values) {
  Stack stack{.label = std::move(label), .counts = {}};
  for (std::size_t i = values; i-- > 0;)
    stack.counts.push_back(i < figures.distribution.size() ? figures.distribution[i] : 0);
  for (const std::int64_t open : {figures.missing, figures.dont_know, figures.not_applicable})
    stack.counts.push_back(open);
  return stack;
}

/// The kinds of answer outside the scale that nobody gave need no entry.
void drop_unused(StackChart& chart) {
  for (std::size_t i = chart.values.size(); i-- > chart.scale;) {
    const bool used = std::any_of(chart.stacks.begin(), chart.stacks.end(),
                                  [i](const Stack& stack) { return stack.counts[i] > 0; });
    if (used) continue;
    const auto at = static_cast<std::ptrdiff_t>(i);
    chart.values.erase(chart.values.begin() + at);
    for (Stack& stack : chart.stacks) stack.counts.erase(stack.counts.begin() + at);
  }
}

std::string said(const Stack& stack, const StackChart& chart) {
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < stack.counts.size(); ++i)
    if (stack.counts[i] > 0) parts.push_back(std::to_string(stack.counts[i]) + " " + chart.values[i]);
  return stack.label + ": " + base::joined(parts);
}

}  // namespace

Chart area_chart(const score::Scorecard& card, const std::optional<std::int64_t>& benchmark) {
  BarChart bars{.bars = {}, .has_total = true, .benchmark = benchmark};
  std::vector<std::string> words;
  for (const score::AreaScore& area : card.areas) bars.bars.push_back(bar_of(area_name(*area.area), area.figures));
  bars.bars.push_back(bar_of(std::string(kTotal), card.total));
  for (const Bar& bar : bars.bars) words.push_back(said(bar));
  std::string text = "A bar for each area, from 0 to 100 percent of the possible points: " + names_joined(words) + ".";
  if (open_answers(card.total) > 0) text += " The thin line below a bar is the range that open answers leave.";
  if (benchmark) text += " The benchmark is " + std::to_string(*benchmark) + " %.";
  return Chart{.name = "areas",
               .title = "Percent of the possible points by area",
               .description = std::move(text),
               .shape = std::move(bars)};
}

Chart distribution_chart(const score::Scorecard& card) {
  const auto& scale = card.instrument->scale;
  StackChart chart{.values = {}, .scale = scale.size(), .stacks = {}};
  for (std::size_t i = scale.size(); i-- > 0;) chart.values.push_back(value_text(*card.instrument, *scale[i].value));
  for (const char* const state : {"not answered", "don't know", "not applicable"}) chart.values.emplace_back(state);
  for (const score::AreaScore& area : card.areas)
    chart.stacks.push_back(stack_of(area_name(*area.area), area.figures, scale.size()));
  chart.stacks.push_back(stack_of(std::string(kTotal), card.total, scale.size()));
  drop_unused(chart);
  std::vector<std::string> words;
  for (const Stack& stack : chart.stacks) words.push_back(said(stack, chart));
  return Chart{
      .name = "answers",
      .title = "Answers by area",
      .description = "A bar for each area, divided by the number of items at each answer. " + names_joined(words) + ".",
      .shape = std::move(chart)};
}

KeyFigures score_figures(const score::Scorecard& card) {
  KeyFigures figures;
  if (const auto share = score::share(card.total))
    figures.figures.push_back({percent_text(*share), "of the possible points"});
  figures.figures.push_back({points_text(card.total), "points"});
  figures.figures.push_back({coverage_text(card.total), "items have a score"});
  return figures;
}

}  // namespace cpm::report
