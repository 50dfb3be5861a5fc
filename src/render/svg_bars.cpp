// Percents on a line from 0 to 100. A bar, with the range that open answers leave; or then and now, a ring and a disk that are
// joined. Label and figures stand above, so that telephones have room for them.
#include <fmt/format.h>

#include "base/text.h"
#include "render/svg_canvas.h"

namespace cpm::render {
namespace {

constexpr std::int64_t kBarHeight = 14;
constexpr std::int64_t kRing = 6;
constexpr std::int64_t kDisk = 7;
constexpr std::size_t kLegendLettersOfPhone = 32;  ///< beside a mark
constexpr std::int64_t kAim = 10;                  ///< taller than the disk, which may stand on it

/// A line with 0, 50 and 100 percent and thin lines up to `top`, drawn behind what is there.
void draw_percent_axis(Canvas& canvas, std::int64_t top) {
  const std::string drawn = std::move(canvas.body);
  canvas.body.clear();
  for (const std::int64_t share : {0, 500, 1000}) {
    const Across at{.share = share};
    draw_line(canvas, at, top, at, canvas.y + 4, "grid");
    draw_text(canvas, at, canvas.y + 18,
              share == 0      ? "note"
              : share == 1000 ? "note end"
                              : "note middle",
              std::to_string(share / 10) + "%");
  }
  canvas.body += drawn;
  canvas.y += 24;
}

/// A line with an end mark on each side, right below the bar.
void draw_range(Canvas& canvas, const report::Bar& bar) {
  if (!bar.low || !bar.high) return;
  const Across low{.share = share_of(*bar.low)};
  const Across high{.share = share_of(*bar.high)};
  canvas.y += 6;
  draw_line(canvas, low, canvas.y, high, canvas.y, "range");
  for (const Across end : {low, high}) draw_line(canvas, end, canvas.y - 4, end, canvas.y + 4, "range");
}

void draw_bar(Canvas& canvas, const report::Bar& bar, bool total) {
  const std::string figure = bar.percent ? base::percent_text(*bar.percent) : "no percent";
  canvas.y += 16;
  draw_text(canvas, kRight, canvas.y, "figure end", figure);
  canvas.y = draw_lines(canvas, kLeft, canvas.y, total ? "strong" : "label",
                        lines_beside(canvas, figure, bar.label, total));
  if (!bar.note.empty()) draw_text(canvas, kLeft, canvas.y += 17, "note", bar.note);
  canvas.y += 7;
  draw_box(canvas, 0, 1000, canvas.y, kBarHeight, "track");
  if (bar.percent) draw_box(canvas, 0, share_of(*bar.percent), canvas.y, kBarHeight, total ? "bar total" : "bar");
  canvas.y += kBarHeight;
  draw_range(canvas, bar);
  canvas.y += 12;
}

void draw_benchmark(Canvas& canvas, std::int64_t benchmark, std::int64_t top) {
  const Across at{.share = share_of({benchmark * 10})};
  draw_line(canvas, at, top, at, canvas.y, "mark");
  draw_text(canvas, at, top - 5, at.share > 500 ? "note end" : "note", "benchmark " + std::to_string(benchmark) + "%");
}

std::string figure(const std::optional<base::Tenths>& percent) {
  return percent ? base::percent_text(*percent) : "no percent";
}

/// What a mark stands for, beside it; on a telephone in as many lines as it takes.
void draw_meaning(Canvas& canvas, const std::string& word, const std::string& about) {
  const std::size_t letters = canvas.stretches ? kLegendLettersOfPhone : kLettersOfFile;
  const std::string text = about.empty() ? word : fmt::format("{}: {}", word, fitted(about, 30));
  canvas.y = draw_lines(canvas, {.pixels = 24}, canvas.y, "label", label_lines(text, letters));
}

void draw_legend(Canvas& canvas, const report::ShiftChart& chart) {
  canvas.y += 18;
  canvas.body += "<circle cx=\"8\" cy=\"" + std::to_string(canvas.y - 5) + "\" r=\"6\" class=\"ring\"/>\n";
  draw_meaning(canvas, chart.before_word, chart.before);
  canvas.y += 22;
  canvas.body += "<circle cx=\"8\" cy=\"" + std::to_string(canvas.y - 5) + "\" r=\"7\" class=\"disk\"/>\n";
  draw_meaning(canvas, chart.now_word, chart.now);
  if (!chart.aim.empty()) {
    canvas.y += 22;
    draw_line(canvas, {.pixels = 8}, canvas.y - 13, {.pixels = 8}, canvas.y + 3, "range");
    draw_meaning(canvas, "aimed at", chart.aim);
  }
  canvas.y += 10;
}

/// "33.3% then, 38.1% now; aimed at 47.6%"
std::string note_of(const report::ShiftChart& chart, const report::Shift& shift) {
  std::string text = fmt::format("{} {}, {} {}", figure(shift.before), chart.before_word, figure(shift.now),
                                 chart.now_word);
  if (shift.aim) text += "; aimed at " + figure(shift.aim);
  return text;
}

void draw_shift(Canvas& canvas, const report::ShiftChart& chart, const report::Shift& shift, bool total) {
  canvas.y += 18;
  draw_text(canvas, kRight, canvas.y, "figure end", shift.change);
  canvas.y = draw_lines(canvas, kLeft, canvas.y, total ? "strong" : "label",
                        lines_beside(canvas, shift.change, shift.label, total));
  const std::size_t letters = canvas.stretches ? kNoteLettersOfPhone : kLettersOfFile;
  for (const std::string& words : base::wrapped(note_of(chart, shift), letters))
    draw_text(canvas, kLeft, canvas.y += 17, "note", words);
  canvas.y += 14;
  draw_line(canvas, kLeft, canvas.y, kRight, canvas.y, "grid");
  if (shift.before && shift.now) {
    const Across from{.share = share_of(*shift.before)};
    const Across to{.share = share_of(*shift.now)};
    draw_line(canvas, from, canvas.y, to, canvas.y, "join");
  }
  if (shift.aim) {
    const Across at{.share = share_of(*shift.aim)};
    draw_line(canvas, at, canvas.y - kAim, at, canvas.y + kAim, "range");
  }
  if (shift.before) draw_circle(canvas, {.share = share_of(*shift.before)}, canvas.y, kRing, "ring");
  if (shift.now) draw_circle(canvas, {.share = share_of(*shift.now)}, canvas.y, kDisk, "disk");
  canvas.y += 14;
}

}  // namespace

void draw(Canvas& canvas, const report::BarChart& chart) {
  if (chart.benchmark) canvas.y += 20;
  const std::int64_t top = canvas.y;
  for (std::size_t i = 0; i < chart.bars.size(); ++i)
    draw_bar(canvas, chart.bars[i], chart.has_total && i + 1 == chart.bars.size());
  if (chart.benchmark) draw_benchmark(canvas, *chart.benchmark, top);
  draw_percent_axis(canvas, top);
}

void draw(Canvas& canvas, const report::ShiftChart& chart) {
  draw_legend(canvas, chart);
  const std::int64_t top = canvas.y;
  for (const report::Shift& shift : chart.shifts) draw_shift(canvas, chart, shift, &shift == &chart.shifts.back());
  draw_percent_axis(canvas, top);
}

}  // namespace cpm::render
