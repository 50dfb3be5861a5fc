// Percents as bars with the range that open answers leave; the label above each bar, so that telephones have room for it.
#include "base/text.h"
#include "render/svg_shapes.h"

namespace cpm::render {
namespace {

constexpr std::int64_t kBarHeight = 14;

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
  const std::string figure = bar.percent ? base::to_text(*bar.percent) + " %" : "no percent";
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
  draw_text(canvas, at, top - 5, at.share > 500 ? "note end" : "note", "benchmark " + std::to_string(benchmark) + " %");
}

}  // namespace

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
              std::to_string(share / 10) + " %");
  }
  canvas.body += drawn;
  canvas.y += 24;
}

void draw(Canvas& canvas, const report::BarChart& chart) {
  if (chart.benchmark) canvas.y += 20;
  const std::int64_t top = canvas.y;
  for (std::size_t i = 0; i < chart.bars.size(); ++i)
    draw_bar(canvas, chart.bars[i], chart.has_total && i + 1 == chart.bars.size());
  if (chart.benchmark) draw_benchmark(canvas, *chart.benchmark, top);
  draw_percent_axis(canvas, top);
}

}  // namespace cpm::render
