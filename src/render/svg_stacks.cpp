// How many of each value, side by side: values differ in shade and pattern, and every part has its number where there is room.
#include <algorithm>
#include <array>
#include <numeric>

#include <fmt/format.h>

#include "base/text.h"
#include "render/svg_canvas.h"

namespace cpm::render {
namespace {

constexpr std::int64_t kStackHeight = 24;
constexpr std::int64_t kLegendLine = 24;
constexpr std::size_t kShades = 5;

/// From the highest value to the lowest; neighbors differ.
constexpr std::array<std::string_view, kShades> kScaleMarks = {
    "",
    "<path class=\"ink\" d=\"M0 4H8\"/>",
    "<path class=\"ink\" d=\"M-2 2L2-2M0 8L8 0M6 10L10 6\"/>",
    "<path class=\"ink\" d=\"M4 0V8\"/>",
    "<circle class=\"dot\" cx=\"4\" cy=\"4\" r=\"1.4\"/>",
};
/// For answers that are no value of the scale.
constexpr std::array<std::string_view, 3> kOpenMarks = {
    "<path class=\"ink\" d=\"M0 0L8 8M0 8L8 0\"/>",
    "<path class=\"ink\" d=\"M-2 6L2 10M0 0L8 8M6-2L10 2\"/>",
    "",
};

/// What a value looks like: the pattern, and the style of the letters on it.
struct Look {
  std::string pattern;
  std::string letters;
};

/// Which of the five shades, 0 the strongest: the ends of the scale have the ends of the shades.
std::size_t shade_of(std::size_t value, std::size_t scale) {
  return scale < 2 ? 0 : value * (kShades - 1) / (scale - 1);
}

Look look_of(Canvas& canvas, std::size_t value, std::size_t scale) {
  const std::string name = "value" + std::to_string(value);
  if (value >= scale) {
    const std::size_t open = (value - scale) % kOpenMarks.size();
    return {.pattern = add_pattern(canvas, name, "open", kOpenMarks[open]), .letters = "count onopen"};
  }
  const std::size_t shade = shade_of(value, scale);
  const std::size_t mark = scale <= kShades ? shade : value % kShades;
  const std::string digit = std::to_string(kShades - 1 - shade);
  return {.pattern = add_pattern(canvas, name, "shade" + digit, kScaleMarks[mark]), .letters = "count on" + digit};
}

void draw_legend(Canvas& canvas, const report::StackChart& chart, const std::vector<Look>& looks) {
  for (std::size_t i = 0; i < chart.values.size(); ++i) {
    canvas.body += fmt::format("<rect x=\"1\" y=\"{}\" width=\"26\" height=\"16\" class=\"part\" fill=\"url(#{})\"/>\n",
                               canvas.y + 3, looks[i].pattern);
    draw_text(canvas, {.pixels = 34}, canvas.y + 16, "label", fitted(chart.values[i], 34));
    canvas.y += kLegendLine;
  }
  canvas.y += 6;
}

/// On a telephone the numbers of the smallest parts would stand on each other; the table beside the picture has them.
std::string letters_of(const Canvas& canvas, const Look& look, std::int64_t share, std::string_view number) {
  const bool narrow = canvas.stretches &&
                      static_cast<std::size_t>(share) * kPhoneWidth / 1000 < number.size() * kLetter;
  return look.letters + (narrow ? " narrow" : "");
}

void draw_stack(Canvas& canvas, const report::Stack& stack, const std::vector<Look>& looks, bool total) {
  const std::int64_t all = std::accumulate(stack.counts.begin(), stack.counts.end(), std::int64_t{0});
  canvas.y += 16;
  const std::string figure = base::counted(static_cast<std::size_t>(all), "item");
  draw_text(canvas, kRight, canvas.y, "note end", figure);
  canvas.y = draw_lines(canvas, kLeft, canvas.y, total ? "strong" : "label",
                        lines_beside(canvas, figure, stack.label, total));
  canvas.y += 6;
  std::int64_t before = 0;
  for (std::size_t i = 0; i < stack.counts.size() && i < looks.size() && all > 0; ++i) {
    const std::int64_t count = stack.counts[i];
    if (count == 0) continue;
    const std::int64_t from = before * 1000 / all;
    const std::int64_t to = (before + count) * 1000 / all;
    draw_box(canvas, from, to, canvas.y, kStackHeight, "part", looks[i].pattern);
    const std::string number = std::to_string(count);
    draw_text(canvas, {.share = (from + to) / 2}, canvas.y + 17, letters_of(canvas, looks[i], to - from, number),
              number);
    before += count;
  }
  canvas.y += kStackHeight + 12;
}

}  // namespace

void draw(Canvas& canvas, const report::StackChart& chart) {
  std::vector<Look> looks;
  for (std::size_t i = 0; i < chart.values.size(); ++i) looks.push_back(look_of(canvas, i, chart.scale));
  draw_legend(canvas, chart, looks);
  for (const report::Stack& stack : chart.stacks) draw_stack(canvas, stack, looks, &stack == &chart.stacks.back());
}

}  // namespace cpm::render
