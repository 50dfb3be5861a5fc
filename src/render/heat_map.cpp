#include "render/heat_map.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/text.h"

namespace cpm::render {
namespace {

using report::HeatMap;
using report::HeatMapGrid;
using report::HeatMapRow;

// In pixels. Letters of the plain font are taken to be at most kLetter wide.
constexpr std::size_t kMargin = 24;
constexpr std::size_t kLetter = 8;
constexpr std::size_t kLine = 18;
constexpr std::size_t kCellWidth = 120;
constexpr std::size_t kCellHeight = 30;
constexpr std::size_t kGap = 28;
constexpr std::size_t kLeastWidth = 640;

constexpr std::array<std::string_view, 5> kShadeTexts = {"0 to 19.9 %", "20 to 39.9 %", "40 to 59.9 %", "60 to 79.9 %",
                                                         "80 to 100 %"};

/// One hue, from little to much: no red and green, which would grade. Each pair of shade and letters has a contrast of at
/// least 4.5 to 1; tests/scripts/region_statewide.py measures it.
constexpr std::string_view kStyle =
    "  <style>\n"
    "    text { font-family: system-ui, 'Segoe UI', Arial, sans-serif; font-size: 14px; fill: #16202b; }\n"
    "    .title { font-size: 18px; font-weight: 600; }\n"
    "    .head { font-weight: 600; }\n"
    "    .number { text-anchor: middle; }\n"
    "    .back { fill: #ffffff; }\n"
    "    .none { fill: #ffffff; stroke: #5b6774; stroke-dasharray: 4 3; }\n"
    "    .shade0 { fill: #eef3fa; } .shade1 { fill: #c9dcf0; } .shade2 { fill: #94bfe0; }\n"
    "    .shade3 { fill: #2a6ca8; } .shade4 { fill: #0b3c6e; }\n"
    "    .on0, .on1, .on2 { fill: #10181f; } .on3, .on4 { fill: #ffffff; }\n"
    "    @media (prefers-color-scheme: dark) {\n"
    "      text { fill: #e6edf3; }\n"
    "      .back { fill: #10161d; }\n"
    "      .none { fill: #10161d; stroke: #9aa7b4; }\n"
    "      .shade0 { fill: #1b2733; } .shade1 { fill: #1f3f5f; } .shade2 { fill: #275f91; }\n"
    "      .shade3 { fill: #8fbde4; } .shade4 { fill: #d3e6f7; }\n"
    "      .on0, .on1, .on2 { fill: #ffffff; } .on3, .on4 { fill: #10181f; }\n"
    "    }\n"
    "  </style>\n";

/// The one place where text enters the picture.
std::string escaped(std::string_view text) {
  std::string safe;
  for (const char sign : base::visible(text)) {
    if (sign == '&')
      safe += "&amp;";
    else if (sign == '<')
      safe += "&lt;";
    else if (sign == '>')
      safe += "&gt;";
    else if (sign == '"')
      safe += "&quot;";
    else
      safe += sign;
  }
  return safe;
}

std::string attribute(std::string_view name, std::size_t value) {
  return " " + std::string(name) + "=\"" + std::to_string(value) + "\"";
}

std::string words(std::size_t x, std::size_t y, std::string_view style, std::string_view text) {
  return "  <text" + attribute("x", x) + attribute("y", y) + " class=\"" + std::string(style) + "\">" + escaped(text) +
         "</text>\n";
}

std::string field(std::size_t x, std::size_t y, std::size_t width, std::size_t height, std::string_view style) {
  return "  <rect" + attribute("x", x) + attribute("y", y) + attribute("width", width) + attribute("height", height) +
         " class=\"" + std::string(style) + "\"/>\n";
}

std::size_t shade_of(base::Tenths percent) {
  constexpr std::int64_t kStep = 200;  // tenths
  const std::int64_t last = static_cast<std::int64_t>(kShadeTexts.size()) - 1;
  return static_cast<std::size_t>(std::clamp<std::int64_t>(percent.value / kStep, 0, last));
}

/// A shaded field with its text in the middle; without a shade a dashed frame.
std::string cell(std::size_t x, std::size_t y, std::optional<std::size_t> shade, std::string_view text) {
  const std::string digit = shade ? std::to_string(*shade) : std::string{};
  return field(x, y, kCellWidth - 2, kCellHeight - 2, shade ? "shade" + digit : "none") +
         words(x + kCellWidth / 2 - 1, y + kCellHeight / 2 + 4, shade ? "number on" + digit : "number", text);
}

std::vector<std::string> head_lines(std::string_view head) {
  return base::wrapped(head, kCellWidth / kLetter);
}

std::size_t head_height(const HeatMapGrid& grid) {
  std::size_t lines = 1;
  for (const std::string& column : grid.columns) lines = std::max(lines, head_lines(column).size());
  return lines * kLine + 8;
}

/// What has been drawn, and where the next thing goes.
struct Canvas {
  std::string text;
  std::size_t y = kMargin;
  std::size_t width = kLeastWidth;
  std::size_t labels = 0;  ///< width of the column of names
};

void draw_title(Canvas& canvas, std::string_view title) {
  canvas.y += kLine;
  canvas.text += words(kMargin, canvas.y, "title", title);
  canvas.y += kLine;
}

void draw_legend(Canvas& canvas) {
  for (std::size_t i = 0; i < kShadeTexts.size(); ++i)
    canvas.text += cell(kMargin + i * kCellWidth, canvas.y, i, kShadeTexts[i]);
  canvas.y += kCellHeight;
}

void draw_heads(Canvas& canvas, const HeatMapGrid& grid) {
  const std::size_t height = head_height(grid);
  for (std::size_t i = 0; i < grid.columns.size(); ++i) {
    const std::vector<std::string> lines = head_lines(grid.columns[i]);
    const std::size_t x = kMargin + canvas.labels + i * kCellWidth + kCellWidth / 2 - 1;
    for (std::size_t line = 0; line < lines.size(); ++line)
      canvas.text += words(x, canvas.y + height - 8 - (lines.size() - 1 - line) * kLine, "number head", lines[line]);
  }
  canvas.y += height;
}

void draw_row(Canvas& canvas, const HeatMapRow& row) {
  canvas.text += words(kMargin, canvas.y + kCellHeight / 2 + 4, "label", row.label);
  for (std::size_t i = 0; i < row.percents.size(); ++i) {
    const std::size_t x = kMargin + canvas.labels + i * kCellWidth;
    const auto& percent = row.percents[i];
    canvas.text += percent ? cell(x, canvas.y, shade_of(*percent), base::to_text(*percent) + " %")
                           : cell(x, canvas.y, {}, "no percent");
  }
  canvas.y += kCellHeight;
}

void draw_grid(Canvas& canvas, const HeatMapGrid& grid) {
  canvas.y += kGap;
  canvas.text += words(kMargin, canvas.y + kLine - 4, "head", grid.title);
  canvas.y += kLine + 4;
  draw_heads(canvas, grid);
  for (const HeatMapRow& row : grid.rows) draw_row(canvas, row);
}

void measure(Canvas& canvas, const HeatMap& map) {
  std::size_t widest_title = base::display_width(map.title) * 10;
  std::size_t columns = kShadeTexts.size();
  for (const HeatMapGrid& grid : map.grids) {
    widest_title = std::max(widest_title, base::display_width(grid.title) * kLetter);
    columns = std::max(columns, grid.columns.size());
    for (const HeatMapRow& row : grid.rows)
      canvas.labels = std::max(canvas.labels, base::display_width(base::visible(row.label)) * kLetter + 12);
  }
  canvas.width = 2 * kMargin + std::max({kLeastWidth, widest_title, canvas.labels + columns * kCellWidth});
}

}  // namespace

std::string write_heat_map(const HeatMap& map) {
  Canvas canvas;
  measure(canvas, map);
  draw_title(canvas, map.title);
  draw_legend(canvas);
  for (const HeatMapGrid& grid : map.grids) draw_grid(canvas, grid);
  const std::size_t height = canvas.y + kMargin;
  const std::string size = std::to_string(canvas.width) + " " + std::to_string(height);
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"title desc\"" +
         attribute("width", canvas.width) + attribute("height", height) + " viewBox=\"0 0 " + size +
         "\" lang=\"en\">\n" + "  <title id=\"title\">" + escaped(map.title) + "</title>\n  <desc id=\"desc\">" +
         escaped(map.description) + "</desc>\n" + std::string(kStyle) + field(0, 0, canvas.width, height, "back") +
         canvas.text + "</svg>\n";
}

}  // namespace cpm::render
