// What a plan does, over time, with a line for the day of the report; the looks of the bars repeat what their words say.
// Steps: a bar from start to due date, and a diamond on the monitoring date; their state stands above them.
// A fiscal year: twelve months side by side, quarters marked, and a lane for each kind of activity. Each entry has a line of its
// own in its lane, so that none covers another, and its words stand beside its bar.
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text.h"
#include "render/svg_canvas.h"

namespace cpm::render {
namespace {

using report::BarLook;
using report::Gantt;
using report::GanttStep;
using report::YearCalendar;
using report::YearEntry;
using report::YearLane;

constexpr std::size_t kLabelLetters = 84;
constexpr std::size_t kStateLetters = 86;
constexpr std::int64_t kStepHeight = 12;
constexpr std::array<std::string_view, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr std::array<std::string_view, 5> kLooks = {"planned", "active", "done", "late", "dropped"};

/// The looks that need a pattern; empty: the style's own color.
using Patterns = std::array<std::string, kLooks.size()>;

Patterns patterns_of(Canvas& canvas) {
  Patterns patterns;
  patterns[static_cast<std::size_t>(BarLook::active)] = add_pattern(
      canvas, "active", "shade1", "<path class=\"stripe\" d=\"M-2 2L2-2M0 8L8 0M6 10L10 6\"/>");
  patterns[static_cast<std::size_t>(BarLook::late)] = add_pattern(
      canvas, "late", "latebase", "<path class=\"latestripe\" d=\"M0 0L8 8M0 8L8 0\"/>");
  return patterns;
}

Across place_of(base::Date date, const Gantt& chart) {
  const std::int64_t all = std::max(base::days_between(chart.first, chart.last), 1);
  const std::int64_t at = base::days_between(chart.first, date) * std::int64_t{1000} / all;
  return {.share = std::clamp<std::int64_t>(at, 0, 1000)};
}

/// The first days of quarters within the time shown; of years when there are many.
std::vector<base::Date> ticks_of(const Gantt& chart) {
  constexpr int kMostMonths = 36;
  const unsigned step = base::whole_months(chart.first, chart.last) > kMostMonths ? 12 : 3;
  std::vector<base::Date> ticks;
  for (int year = static_cast<int>(chart.first.year()); year <= static_cast<int>(chart.last.year()); ++year)
    for (unsigned month = 1; month <= 12; month += step) {
      const base::Date day = std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(1);
      if (day >= chart.first && day <= chart.last) ticks.push_back(day);
    }
  return ticks;
}

std::string_view edge_style(Across at, std::string_view start, std::string_view middle, std::string_view end) {
  return at.share < 60 ? start : at.share > 940 ? end : middle;
}

void draw_ticks(Canvas& canvas, const Gantt& chart, std::int64_t top, std::int64_t bottom) {
  constexpr std::int64_t kLeastApart = 90;
  std::int64_t last_words = -kLeastApart;
  for (const base::Date day : ticks_of(chart)) {
    const Across at = place_of(day, chart);
    draw_line(canvas, at, top, at, bottom, "grid");
    if (at.share - last_words < kLeastApart) continue;
    last_words = at.share;
    const std::string words = fmt::format("{} {}", kMonths[static_cast<unsigned>(day.month()) - 1],
                                          static_cast<int>(day.year()));
    draw_text(canvas, at, top - 6, edge_style(at, "note", "note middle", "note end"), words);
  }
}

void draw_today(Canvas& canvas, const Gantt& chart, std::int64_t top, std::int64_t bottom) {
  if (chart.as_of < chart.first || chart.as_of > chart.last) return;
  const Across at = place_of(chart.as_of, chart);
  draw_line(canvas, at, top, at, bottom, "today");
  draw_text(canvas, at, bottom + 16, edge_style(at, "note", "note middle", "note end"),
            "as of " + base::written_out(chart.as_of));
}

void draw_bar(Canvas& canvas, const Gantt& chart, const GanttStep& step, const Patterns& patterns) {
  const auto look = static_cast<std::size_t>(step.look);
  const std::string style = "span " + std::string(kLooks[look]);
  draw_line(canvas, kLeft, canvas.y + kStepHeight / 2, kRight, canvas.y + kStepHeight / 2, "grid");
  if (step.start && step.due && *step.start <= *step.due) {
    const std::int64_t from = place_of(*step.start, chart).share;
    const std::int64_t to = std::max(place_of(*step.due, chart).share, from + 4);
    draw_box(canvas, std::min<std::int64_t>(from, 996), std::min<std::int64_t>(to, 1000), canvas.y, kStepHeight, style,
             patterns[look]);
  } else if (step.due) {
    draw_flag(canvas, place_of(*step.due, chart), canvas.y + kStepHeight / 2, "due");
  }
  if (step.monitor_on) draw_diamond(canvas, place_of(*step.monitor_on, chart), canvas.y + kStepHeight / 2, "monitor");
}

void draw_step(Canvas& canvas, const Gantt& chart, const GanttStep& step, const Patterns& patterns) {
  canvas.y = draw_lines(canvas, kLeft, canvas.y + 16, "label", label_lines(step.label, kLabelLetters));
  canvas.y = draw_lines(canvas, kLeft, canvas.y + 16, step.look == BarLook::late ? "note strong" : "note",
                        label_lines(step.state, kStateLetters));
  canvas.y += 8;
  draw_bar(canvas, chart, step, patterns);
  canvas.y += kStepHeight + 10;
}

struct LegendEntry {
  std::size_t look;
  std::string_view words;
};
constexpr std::array kLegend = {LegendEntry{0, "not started"}, LegendEntry{1, "in progress"}, LegendEntry{2, "done"},
                                LegendEntry{3, "delayed or overdue"}, LegendEntry{4, "dropped"}};

void draw_legend(Canvas& canvas, const Patterns& patterns) {
  std::int64_t x = 0;
  for (const LegendEntry& entry : kLegend) {
    const std::string fill = patterns[entry.look].empty() ? ""
                                                          : fmt::format(" fill=\"url(#{})\"", patterns[entry.look]);
    canvas.body += fmt::format("<rect x=\"{}\" y=\"{}\" width=\"24\" height=\"12\" class=\"span {}\"{}/>\n", x,
                               canvas.y + 4, kLooks[entry.look], fill);
    draw_text(canvas, {.pixels = x + 30}, canvas.y + 15, "note", entry.words);
    x += 46 + static_cast<std::int64_t>(entry.words.size()) * 7;
  }
  canvas.y += 24;
  draw_diamond(canvas, {.share = 15}, canvas.y + 10, "monitor");
  draw_text(canvas, {.pixels = 30}, canvas.y + 15, "note", "monitoring date");
  draw_flag(canvas, {.share = 240}, canvas.y + 10, "due");
  draw_text(canvas, {.share = 240, .pixels = 14}, canvas.y + 15, "note", "due date of a step without a start date");
  canvas.y += 30;
}

constexpr std::int64_t kEntryLine = 24;
constexpr std::int64_t kEntryHeight = 12;
constexpr std::int64_t kMonthsOfYear = 12;
constexpr std::int64_t kLeastBar = 8;     // tenths of a percent: a day can be seen
constexpr std::int64_t kWordsTurn = 500;  // behind this share, words stand left of their bar
constexpr std::array<std::string_view, 4> kYearLooks = {"planned", "done", "late latebase", "dropped"};

std::int64_t year_share(base::Date date, const YearCalendar& year) {
  const std::int64_t all = base::days_between(year.first, base::add_months(year.first, kMonthsOfYear));
  return std::clamp<std::int64_t>(base::days_between(year.first, date) * 1000 / all, 0, 1000);
}

void draw_months(Canvas& canvas, const YearCalendar& year, std::int64_t top, std::int64_t bottom) {
  for (int month = 0; month <= kMonthsOfYear; ++month) {
    const base::Date begin = base::add_months(year.first, month);
    const Across at{.share = year_share(begin, year)};
    draw_line(canvas, at, month % 3 == 0 ? top - 20 : top, at, bottom, month % 3 == 0 ? "axis" : "grid");
    if (month == kMonthsOfYear) break;
    const std::int64_t middle = (at.share + year_share(base::add_months(begin, 1), year)) / 2;
    draw_text(canvas, {.share = middle}, top - 6, "note middle",
              base::month_name(static_cast<unsigned>(begin.month())).substr(0, 3));
  }
}

void draw_day(Canvas& canvas, const YearCalendar& year, std::int64_t top, std::int64_t bottom) {
  if (year.as_of < year.first || year.as_of >= base::add_months(year.first, kMonthsOfYear)) return;
  const Across at{.share = year_share(year.as_of, year)};
  draw_line(canvas, at, top, at, bottom, "today");
  draw_text(canvas, at, bottom + 16,
            at.share < 120   ? "note"
            : at.share > 880 ? "note end"
                             : "note middle",
            "as of " + base::written_out(year.as_of));
}

/// So many letters fit beside a bar, at the least width of the picture.
std::size_t letters_in(std::int64_t share) {
  constexpr std::int64_t kLeastWidth = 704;
  return static_cast<std::size_t>(share * kLeastWidth / 1000) / kLetter - 1;
}

void draw_entry(Canvas& canvas, const YearCalendar& year, const YearEntry& entry) {
  const std::int64_t from = std::min<std::int64_t>(year_share(entry.from, year), 1000 - kLeastBar);
  const std::int64_t to = std::min<std::int64_t>(
      std::max(year_share(base::add_days(entry.to, 1), year), from + kLeastBar), 1000);
  draw_box(canvas, from, to, canvas.y + 4, kEntryHeight,
           "span " + std::string(kYearLooks[static_cast<std::size_t>(entry.look)]));
  if (from < kWordsTurn)
    draw_text(canvas, {.share = to, .pixels = 8}, canvas.y + 15, "label", fitted(entry.label, letters_in(1000 - to)));
  else
    draw_text(canvas, {.share = from, .pixels = -8}, canvas.y + 15, "label end", fitted(entry.label, letters_in(from)));
  canvas.y += kEntryLine;
}

}  // namespace

void draw(Canvas& canvas, const Gantt& chart) {
  canvas.scrolls = true;
  const Patterns patterns = patterns_of(canvas);
  draw_legend(canvas, patterns);
  canvas.y += 18;
  const std::int64_t top = canvas.y;
  const std::string before = std::move(canvas.body);
  canvas.body.clear();
  for (const report::GanttGroup& group : chart.groups) {
    canvas.y = draw_lines(canvas, kLeft, canvas.y + 20, "strong", label_lines(group.label, kLabelLetters - 4));
    canvas.y += 4;
    for (const GanttStep& step : group.steps) draw_step(canvas, chart, step, patterns);
  }
  const std::string steps = std::move(canvas.body);
  canvas.body = before;
  draw_ticks(canvas, chart, top, canvas.y);
  draw_today(canvas, chart, top, canvas.y);
  canvas.body += steps;
  canvas.y += 24;
}

void draw(Canvas& canvas, const YearCalendar& year) {
  canvas.scrolls = true;
  canvas.y += 26;
  const std::int64_t top = canvas.y;
  const std::string before = std::move(canvas.body);
  canvas.body.clear();
  for (const YearLane& lane : year.lanes) {
    draw_line(canvas, kLeft, canvas.y, kRight, canvas.y, "axis");
    draw_text(canvas, kLeft, canvas.y + 17, "strong", fitted(lane.label, letters_in(1000)));
    canvas.y += 22;
    for (const YearEntry& entry : lane.entries) draw_entry(canvas, year, entry);
    canvas.y += 6;
  }
  const std::string lanes = std::move(canvas.body);
  canvas.body = before;
  draw_months(canvas, year, top, canvas.y);
  draw_day(canvas, year, top, canvas.y);
  canvas.body += lanes;
  canvas.y += 24;
}

}  // namespace cpm::render
