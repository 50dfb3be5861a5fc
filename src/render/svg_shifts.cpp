// Then and now on one line: a ring and a disk, joined, with both figures in words below.
#include "base/text.h"
#include "render/svg_shapes.h"

namespace cpm::render {
namespace {

constexpr std::int64_t kRing = 6;
constexpr std::int64_t kDisk = 7;

std::string figure(const std::optional<base::Tenths>& percent) {
  return percent ? base::to_text(*percent) + " %" : "no percent";
}

void draw_legend(Canvas& canvas, const report::ShiftChart& chart) {
  canvas.y += 18;
  canvas.body += "<circle cx=\"8\" cy=\"" + std::to_string(canvas.y - 5) + "\" r=\"6\" class=\"ring\"/>\n";
  draw_text(canvas, {.pixels = 24}, canvas.y, "label", "then: " + fitted(chart.before, 30));
  canvas.y += 22;
  canvas.body += "<circle cx=\"8\" cy=\"" + std::to_string(canvas.y - 5) + "\" r=\"7\" class=\"disk\"/>\n";
  draw_text(canvas, {.pixels = 24}, canvas.y, "label", "now: " + fitted(chart.now, 30));
  canvas.y += 10;
}

void draw_shift(Canvas& canvas, const report::Shift& shift, bool total) {
  canvas.y += 18;
  draw_text(canvas, kRight, canvas.y, "figure end", shift.change);
  canvas.y = draw_lines(canvas, kLeft, canvas.y, total ? "strong" : "label",
                        lines_beside(canvas, shift.change, shift.label, total));
  canvas.y += 17;
  draw_text(canvas, kLeft, canvas.y, "note", figure(shift.before) + " then, " + figure(shift.now) + " now");
  canvas.y += 14;
  draw_line(canvas, kLeft, canvas.y, kRight, canvas.y, "grid");
  if (shift.before && shift.now) {
    const Across from{.share = share_of(*shift.before)};
    const Across to{.share = share_of(*shift.now)};
    draw_line(canvas, from, canvas.y, to, canvas.y, "join");
  }
  if (shift.before) draw_circle(canvas, {.share = share_of(*shift.before)}, canvas.y, kRing, "ring");
  if (shift.now) draw_circle(canvas, {.share = share_of(*shift.now)}, canvas.y, kDisk, "disk");
  canvas.y += 14;
}

}  // namespace

void draw(Canvas& canvas, const report::ShiftChart& chart) {
  draw_legend(canvas, chart);
  const std::int64_t top = canvas.y;
  for (const report::Shift& shift : chart.shifts) draw_shift(canvas, shift, &shift == &chart.shifts.back());
  draw_percent_axis(canvas, top);
}

}  // namespace cpm::render
