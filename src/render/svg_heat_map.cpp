// Counties and areas as fields with a shade and the figure itself. Fields have one size: the picture scrolls where there is
// no room.
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text.h"
#include "render/svg_canvas.h"

namespace cpm::render {
namespace {

using report::HeatMap;
using report::HeatMapGrid;
using report::HeatMapRow;

constexpr std::int64_t kLine = 18;
constexpr std::int64_t kFieldWidth = 120;
constexpr std::int64_t kFieldHeight = 30;
constexpr std::int64_t kGap = 28;

constexpr std::array<std::string_view, 5> kShadeTexts = {"0 to 19.9%", "20 to 39.9%", "40 to 59.9%", "60 to 79.9%",
                                                         "80 to 100%"};

/// A place in pixels from the left.
Across pixels(std::int64_t x) {
  return {.pixels = x};
}

std::size_t shade_of(base::Tenths percent) {
  constexpr std::int64_t kStep = 200;  // tenths
  const std::int64_t last = static_cast<std::int64_t>(kShadeTexts.size()) - 1;
  return static_cast<std::size_t>(std::clamp<std::int64_t>(percent.value / kStep, 0, last));
}

/// A shaded field with its text in the middle; without a shade a dashed frame.
void draw_field(Canvas& canvas, std::int64_t x, std::optional<std::size_t> shade, std::string_view text) {
  const std::string digit = shade ? std::to_string(*shade) : std::string{};
  canvas.body += fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" class=\"{}\"/>\n", x, canvas.y,
                             kFieldWidth - 2, kFieldHeight - 2, shade ? "shade" + digit : "none");
  draw_text(canvas, pixels(x + kFieldWidth / 2 - 1), canvas.y + kFieldHeight / 2 + 4,
            shade ? "count on" + digit : "count", text);
}

std::vector<std::string> head_lines(std::string_view head) {
  return base::wrapped(base::visible(head), static_cast<std::size_t>(kFieldWidth) / kLetter);
}

std::int64_t head_height(const HeatMapGrid& grid) {
  std::size_t lines = 1;
  for (const std::string& column : grid.columns) lines = std::max(lines, head_lines(column).size());
  return static_cast<std::int64_t>(lines) * kLine + 8;
}

std::int64_t width_of(std::string_view text) {
  return static_cast<std::int64_t>(base::display_width(base::visible(text)) * kLetter);
}

/// Width of the column of names.
std::int64_t labels_width(const HeatMap& map) {
  std::int64_t widest = 0;
  for (const HeatMapGrid& grid : map.grids)
    for (const HeatMapRow& row : grid.rows) widest = std::max(widest, width_of(row.label) + 12);
  return widest;
}

std::int64_t width_of(const HeatMap& map, std::int64_t labels) {
  std::int64_t width = static_cast<std::int64_t>(kShadeTexts.size()) * kFieldWidth;
  for (const HeatMapGrid& grid : map.grids)
    width = std::max(
        {width, width_of(grid.title), labels + static_cast<std::int64_t>(grid.columns.size()) * kFieldWidth});
  return width;
}

void draw_legend(Canvas& canvas) {
  std::int64_t x = 0;
  for (std::size_t i = 0; i < kShadeTexts.size(); ++i, x += kFieldWidth) draw_field(canvas, x, i, kShadeTexts[i]);
  canvas.y += kFieldHeight;
}

void draw_heads(Canvas& canvas, const HeatMapGrid& grid, std::int64_t labels) {
  canvas.y += head_height(grid);
  std::int64_t x = labels + kFieldWidth / 2 - 1;
  for (const std::string& column : grid.columns) {
    const std::vector<std::string> lines = head_lines(column);
    draw_lines(canvas, pixels(x), canvas.y - 8 - (static_cast<std::int64_t>(lines.size()) - 1) * kLine, "count head",
               lines);
    x += kFieldWidth;
  }
}

void draw_row(Canvas& canvas, const HeatMapRow& row, std::int64_t labels) {
  draw_text(canvas, kLeft, canvas.y + kFieldHeight / 2 + 4, "label", row.label);
  std::int64_t x = labels;
  for (const auto& percent : row.percents) {
    if (percent)
      draw_field(canvas, x, shade_of(*percent), base::percent_text(*percent));
    else
      draw_field(canvas, x, {}, "no percent");
    x += kFieldWidth;
  }
  canvas.y += kFieldHeight;
}

}  // namespace

void draw(Canvas& canvas, const HeatMap& map) {
  canvas.scrolls = true;
  const std::int64_t labels = labels_width(map);
  canvas.width = width_of(map, labels);
  draw_legend(canvas);
  for (const HeatMapGrid& grid : map.grids) {
    canvas.y += kGap + kLine;
    draw_text(canvas, kLeft, canvas.y - 4, "strong", grid.title);
    canvas.y += 4;
    draw_heads(canvas, grid, labels);
    for (const HeatMapRow& row : grid.rows) draw_row(canvas, row, labels);
  }
}

}  // namespace cpm::render
