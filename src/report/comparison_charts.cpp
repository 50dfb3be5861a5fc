#include "report/comparison_charts.h"

#include <algorithm>

#include "report/comparison_parts.h"
#include "report/wording.h"

namespace cpm::report {

namespace {

constexpr std::string_view kTotal = "Total of common items";

std::optional<base::Tenths> rounded(const std::optional<base::Ratio>& share) {
  if (!share) return {};
  return base::percent(*share);
}

std::string change_words(const score::Figures& before, const score::Figures& now) {
  const auto change = change_of(before, now);
  if (!change) return "no change to state";
  if (change->numerator == 0) return "unchanged";
  return base::to_signed_text(base::percent(*change)) + " points";
}

Shift shift_of(std::string label, const score::Figures& before, const score::Figures& now) {
  return Shift{.label = std::move(label),
               .before = rounded(score::share(before)),
               .now = rounded(score::share(now)),
               .change = change_words(before, now)};
}

std::string said(const std::string& label, const score::Figures& before, const score::Figures& now) {
  return label + " " + movement_text(before, now);
}

Line line_of(std::string label, const std::vector<score::Figures>& series, const score::Trend& trend) {
  Line line{.label = std::move(label), .points = {}};
  for (std::size_t i = 0; i < series.size(); ++i) {
    const auto share = score::share(series[i]);
    const auto& date = trend.cards[i]->snapshot->date;
    if (share && date) line.points.push_back({.date = *date, .value = *share, .text = percent_text(*share)});
  }
  return line;
}

}  // namespace

Chart shift_chart(const score::Comparison& comparison) {
  ShiftChart chart{.before = date_text(comparison.before->snapshot->date),
                   .now = date_text(comparison.now->snapshot->date),
                   .shifts = {}};
  std::vector<std::string> words;
  const auto add = [&](const std::string& label, const score::Figures& before, const score::Figures& now) {
    chart.shifts.push_back(shift_of(label, before, now));
    words.push_back(said(label, before, now));
  };
  for (const score::AreaChange& area : comparison.areas) add(area_name(*area.area), area.before, area.now);
  add(std::string(kTotal), comparison.total_before, comparison.total_now);
  return Chart{.name = "change",
               .title = "Percent by area, then and now",
               .description =
                   "For each area a ring at the percent then and a disk at the percent now, joined by a line, "
                   "from 0 to 100 percent. " +
                   names_joined(words) + ".",
               .shape = std::move(chart)};
}

KeyFigures change_figures(const score::Comparison& comparison) {
  KeyFigures figures;
  if (const auto change = change_of(comparison.total_before, comparison.total_now))
    figures.figures.push_back({base::to_signed_text(base::percent(*change)), "points in the total of common items"});
  const auto add = [&](score::Change change, std::string label) {
    figures.figures.push_back({std::to_string(score::count(comparison, change)), std::move(label)});
  };
  add(score::Change::up, "items up");
  add(score::Change::down, "items down");
  add(score::Change::same, "items unchanged");
  return figures;
}

Chart trend_chart(const score::Trend& trend) {
  LineChart chart{.lines = {}, .percents = true};
  std::vector<std::string> words;
  const auto add = [&](const std::string& label, const std::vector<score::Figures>& series) {
    chart.lines.push_back(line_of(label, series, trend));
    words.push_back(said(label, series.front(), series.back()));
  };
  for (const score::TrendArea& area : trend.areas) add(area_name(*area.area), area.figures);
  add(std::string(kTotal), trend.total);
  return Chart{.name = "trend",
               .title = "Percent by area over time, on common items",
               .description =
                   "A line for each area in a field of its own, from 0 to 100 percent. From the first Snapshot "
                   "to the last: " +
                   names_joined(words) + ".",
               .shape = std::move(chart)};
}

}  // namespace cpm::report
