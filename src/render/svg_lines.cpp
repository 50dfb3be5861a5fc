// Figures over time, each line in a field of its own: dates across, first and last figure in words, the target as a line
// with its words.
#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "render/svg_canvas.h"

namespace cpm::render {
namespace {

constexpr std::int64_t kHeight = 64;
constexpr std::int64_t kRoom = 8;  ///< above the highest figure
constexpr std::int64_t kFirst = 30;
constexpr std::int64_t kLast = 970;

/// The days that all fields share.
struct Days {
  base::Date first{};
  base::Date last{};
};

Days days_of(const report::LineChart& chart) {
  Days days;
  bool any = false;
  for (const report::Line& line : chart.lines)
    for (const report::LinePoint& point : line.points) {
      days.first = any ? std::min(days.first, point.date) : point.date;
      days.last = any ? std::max(days.last, point.date) : point.date;
      any = true;
    }
  return days;
}

Across place_of(base::Date date, const Days& days) {
  const std::int64_t all = base::days_between(days.first, days.last);
  if (all == 0) return {.share = (kFirst + kLast) / 2};
  return {.share = kFirst + base::days_between(days.first, date) * (kLast - kFirst) / all};
}

base::Ratio highest_of(const report::Line& line, bool percents) {
  if (percents) return {.numerator = 1, .denominator = 1};
  base::Ratio highest = line.target ? line.target->value : base::Ratio{};
  for (const report::LinePoint& point : line.points) highest = std::max(highest, point.value);
  return highest.numerator > 0 ? highest : base::Ratio{.numerator = 1, .denominator = 1};
}

/// How far below the top of the field a value lies, in pixels.
std::int64_t depth_of(const base::Ratio& value, const base::Ratio& highest) {
  const std::int64_t most = kHeight - kRoom;
  const base::Ratio part{.numerator = value.numerator * highest.denominator,
                         .denominator = value.denominator * highest.numerator};
  const std::int64_t up = base::tenths(part, most).value / 10;
  return kHeight - std::clamp<std::int64_t>(up, 0, most);
}

void draw_target(Canvas& canvas, const report::Line& line, const base::Ratio& highest) {
  if (!line.target) return;
  const std::int64_t y = canvas.y + depth_of(line.target->value, highest);
  draw_line(canvas, kLeft, y, kRight, y, "mark");
}

void draw_points(Canvas& canvas, const report::Line& line, const Days& days, const base::Ratio& highest) {
  const auto y_of = [&](const report::LinePoint& point) { return canvas.y + depth_of(point.value, highest); };
  for (std::size_t i = 1; i < line.points.size(); ++i)
    draw_line(canvas, place_of(line.points[i - 1].date, days), y_of(line.points[i - 1]),
              place_of(line.points[i].date, days), y_of(line.points[i]), "path");
  for (const report::LinePoint& point : line.points)
    draw_circle(canvas, place_of(point.date, days), y_of(point), 4, "disk");
}

/// "sessions: 58 on 2025-12-31, 189 on 2026-02-27; target 240"
std::string words_of(const report::Line& line) {
  std::string text = "no figure yet";
  const auto said = [](const report::LinePoint& point) {
    return fmt::format("{} on {}", point.text, base::to_text(point.date));
  };
  if (!line.points.empty()) text = said(line.points.front());
  if (line.points.size() > 1) text += ", " + said(line.points.back());
  if (!line.unit.empty() && !line.points.empty()) text.insert(0, line.unit + ": ");
  return line.target ? text + "; target " + line.target->text : text;
}

void draw_field(Canvas& canvas, const report::Line& line, const Days& days, bool percents) {
  const std::size_t label_letters = canvas.stretches ? kLettersOfPhone : kLettersOfFile;
  const std::size_t note_letters = canvas.stretches ? kNoteLettersOfPhone : kLettersOfFile;
  constexpr std::size_t kMostLines = 3;
  canvas.y = draw_lines(canvas, kLeft, canvas.y + 16, "strong", label_lines(line.label, label_letters, kMostLines));
  for (const std::string& words : base::wrapped(base::visible(words_of(line)), note_letters))
    draw_text(canvas, kLeft, canvas.y += 17, "note", words);
  canvas.y += 8;
  const base::Ratio highest = highest_of(line, percents);
  draw_line(canvas, kLeft, canvas.y + kHeight, kRight, canvas.y + kHeight, "axis");
  draw_target(canvas, line, highest);
  draw_points(canvas, line, days, highest);
  canvas.y += kHeight + 16;
}

}  // namespace

void draw(Canvas& canvas, const report::LineChart& chart) {
  const Days days = days_of(chart);
  for (const report::Line& line : chart.lines) draw_field(canvas, line, days, chart.percents);
}

}  // namespace cpm::render
