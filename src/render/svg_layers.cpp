// Boxes in columns, and arrows from what leads to what it leads to. The words of a box are all there, line by line; what is
// marked has a dashed frame, and its words say why.
#include <algorithm>
#include <cstddef>

#include <fmt/format.h>

#include "base/text.h"
#include "render/svg_canvas.h"

namespace cpm::render {
namespace {

using report::LayerArrow;
using report::LayerBox;
using report::LayerColumn;
using report::Layers;

constexpr std::int64_t kBoxWidth = 208;
constexpr std::int64_t kColumnGap = 56;
constexpr std::int64_t kBoxGap = 14;
constexpr std::int64_t kBoxMargin = 10;
constexpr std::int64_t kBoxLine = 18;
constexpr std::size_t kBoxLetters = 24;
constexpr std::size_t kMostBoxLines = 8;
constexpr std::int64_t kHeadHeight = 30;
constexpr std::int64_t kArrowHead = 8;

struct Frame {
  std::int64_t x = 0;
  std::int64_t y = 0;
  std::int64_t height = 0;
  std::vector<std::string> lines;
};

/// Where each box is, column by column; the columns are centred upon each other.
std::vector<std::vector<Frame>> frames_of(const Layers& layers, std::int64_t top) {
  std::vector<std::vector<Frame>> frames;
  std::vector<std::int64_t> heights;
  for (const LayerColumn& column : layers.columns) {
    std::int64_t height = -kBoxGap;
    std::vector<Frame>& made = frames.emplace_back();
    for (const LayerBox& box : column.boxes) {
      Frame frame{.lines = label_lines(box.label, kBoxLetters, kMostBoxLines)};
      frame.height = std::max<std::int64_t>(static_cast<std::int64_t>(frame.lines.size()), 1) * kBoxLine +
                     2 * kBoxMargin;
      height += frame.height + kBoxGap;
      made.push_back(std::move(frame));
    }
    heights.push_back(height);
  }
  const std::int64_t tallest = heights.empty() ? 0 : *std::ranges::max_element(heights);
  for (std::size_t column = 0; column < frames.size(); ++column) {
    std::int64_t y = top + (tallest - heights[column]) / 2;
    for (Frame& frame : frames[column]) {
      frame.x = static_cast<std::int64_t>(column) * (kBoxWidth + kColumnGap);
      frame.y = y;
      y += frame.height + kBoxGap;
    }
  }
  return frames;
}

/// From the right side of one box to the left side of the other, in a bow; the head is a small triangle there.
void draw_arrow(Canvas& canvas, const Frame& from, const Frame& to) {
  const std::int64_t x1 = from.x + kBoxWidth;
  const std::int64_t y1 = from.y + from.height / 2;
  const std::int64_t x2 = to.x - kArrowHead;
  const std::int64_t y2 = to.y + to.height / 2;
  const std::int64_t bow = std::max<std::int64_t>((x2 - x1) / 2, 24);
  canvas.body += fmt::format("<path class=\"arrow\" d=\"M{} {}C{} {} {} {} {} {}\"/>\n", x1, y1, x1 + bow, y1, x2 - bow,
                             y2, x2, y2);
  canvas.body += fmt::format("<path class=\"arrowhead\" d=\"M{} {}L{} {}L{} {}Z\"/>\n", x2, y2 - 5, to.x, y2, x2,
                             y2 + 5);
}

void draw_frame(Canvas& canvas, const LayerBox& box, const Frame& frame) {
  canvas.body += fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"6\" class=\"{}\"/>\n", frame.x,
                             frame.y, kBoxWidth, frame.height, box.marked ? "box loose" : "box");
  draw_lines(canvas, {.pixels = frame.x + kBoxMargin}, frame.y + kBoxMargin + 13, "inbox", frame.lines);
}

}  // namespace

void draw(Canvas& canvas, const Layers& layers) {
  canvas.scrolls = true;
  const auto columns = static_cast<std::int64_t>(layers.columns.size());
  canvas.width = std::max<std::int64_t>(columns * (kBoxWidth + kColumnGap) - kColumnGap, kBoxWidth);
  const std::vector<std::vector<Frame>> frames = frames_of(layers, canvas.y + kHeadHeight);
  for (std::size_t column = 0; column < frames.size(); ++column) {
    const auto x = static_cast<std::int64_t>(column) * (kBoxWidth + kColumnGap);
    draw_text(canvas, {.pixels = x}, canvas.y + 16, "strong", layers.columns[column].head);
  }
  for (const LayerArrow& arrow : layers.arrows)
    draw_arrow(canvas, frames[arrow.from_column][arrow.from_box], frames[arrow.to_column][arrow.to_box]);
  std::int64_t bottom = canvas.y + kHeadHeight;
  for (std::size_t column = 0; column < frames.size(); ++column)
    for (std::size_t box = 0; box < frames[column].size(); ++box) {
      draw_frame(canvas, layers.columns[column].boxes[box], frames[column][box]);
      bottom = std::max(bottom, frames[column][box].y + frames[column][box].height);
    }
  canvas.y = bottom + 4;
}

}  // namespace cpm::render
