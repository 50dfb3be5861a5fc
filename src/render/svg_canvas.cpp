#include "render/svg_canvas.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "render/escape.h"

namespace cpm::render {
namespace {

constexpr std::int64_t kLineHeight = 18;

// How wide letters are, in tenths of a pixel.
constexpr std::size_t kPlainLetter = 76;
constexpr std::size_t kBoldLetter = 86;
constexpr std::size_t kFigureLetter = 85;

/// Pixels with one decimal where needed: "396", "395.3".
std::string pixels_text(std::int64_t tenths) {
  std::string text = base::to_text(base::Tenths{tenths});
  if (text.ends_with(".0")) text.resize(text.size() - 2);
  return text;
}

std::string share_text(std::int64_t share) {
  return pixels_text(share) + "%";
}

/// A length or place without extra pixels.
std::string across(const Canvas& canvas, std::string_view name, std::int64_t share) {
  return attribute(name, canvas.stretches ? share_text(share) : pixels_text(share * canvas.width / 100));
}

/// A place, as long as percents and pixels need not be added up: else the pixels are left to `dx`.
std::string place(const Canvas& canvas, std::string_view name, Across at) {
  if (!canvas.stretches) return attribute(name, pixels_text(at.share * canvas.width / 100 + at.pixels * 10));
  return attribute(name, at.share == 0 ? std::to_string(at.pixels) : share_text(at.share));
}

std::string style_attribute(std::string_view style) {
  return style.empty() ? "" : attribute("class", style);
}

/// A small shape of fixed size whose middle is a place across: a sheet of its own there.
void draw_mark(Canvas& canvas, Across x, std::int64_t y, std::string_view path, std::string_view style) {
  canvas.body += fmt::format("<svg{}{} width=\"1\" height=\"1\" overflow=\"visible\"><path{}{}/></svg>\n",
                             place(canvas, "x", x), number_attribute("y", y), style_attribute(style),
                             attribute("d", path));
}

}  // namespace

void draw_text(Canvas& canvas, Across x, std::int64_t y, std::string_view style, std::string_view text) {
  const bool both = canvas.stretches && x.share != 0 && x.pixels != 0;
  const std::string shift = both ? number_attribute("dx", x.pixels) : "";
  canvas.body += fmt::format("<text{}{}{}{}>{}</text>\n", place(canvas, "x", x), number_attribute("y", y), shift,
                             style_attribute(style), markup_escaped(text));
}

std::int64_t draw_lines(Canvas& canvas, Across x, std::int64_t y, std::string_view style,
                        const std::vector<std::string>& lines) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i > 0) y += kLineHeight;
    draw_text(canvas, x, y, style, lines[i]);
  }
  return y;
}

void draw_line(Canvas& canvas, Across x1, std::int64_t y1, Across x2, std::int64_t y2, std::string_view style) {
  canvas.body += "<line" + place(canvas, "x1", x1) + number_attribute("y1", y1) + place(canvas, "x2", x2) +
                 number_attribute("y2", y2) + style_attribute(style) + "/>\n";
}

void draw_box(Canvas& canvas, std::int64_t from, std::int64_t to, std::int64_t y, std::int64_t height,
              std::string_view style, std::string_view pattern) {
  const std::string fill = pattern.empty() ? "" : fmt::format(" fill=\"url(#{})\"", pattern);
  canvas.body += "<rect" + across(canvas, "x", from) + number_attribute("y", y) + across(canvas, "width", to - from) +
                 number_attribute("height", height) + style_attribute(style) + fill + "/>\n";
}

void draw_circle(Canvas& canvas, Across x, std::int64_t y, std::int64_t radius, std::string_view style) {
  canvas.body += "<circle" + place(canvas, "cx", x) + number_attribute("cy", y) + number_attribute("r", radius) +
                 style_attribute(style) + "/>\n";
}

void draw_diamond(Canvas& canvas, Across x, std::int64_t y, std::string_view style) {
  draw_mark(canvas, x, y, "M0-7L7 0L0 7L-7 0Z", style);
}

void draw_flag(Canvas& canvas, Across x, std::int64_t y, std::string_view style) {
  draw_mark(canvas, x, y, "M-6-7H6L0 5Z", style);
}

std::string add_pattern(Canvas& canvas, std::string_view name, std::string_view back, std::string_view marks) {
  const std::string id = fmt::format("{}_{}", canvas.id, name);
  canvas.definitions += fmt::format(
      "<pattern{} width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\">"
      "<rect width=\"8\" height=\"8\"{}/>{}</pattern>\n",
      attribute("id", id), style_attribute(back), marks);
  return id;
}

std::int64_t share_of(base::Tenths percent) {
  return std::clamp<std::int64_t>(percent.value, 0, 1000);
}

std::string fitted(std::string_view text, std::size_t letters) {
  return base::shortened(base::trimmed(base::visible(text)), letters);
}

std::vector<std::string> label_lines(std::string_view text, std::size_t letters, std::size_t most) {
  std::vector<std::string> lines = base::wrapped(base::visible(text), letters);
  if (lines.size() > most) {
    std::string& last = lines[most - 1];
    last = base::shortened(last + " " + lines[most], letters);
    if (!last.ends_with("…")) last += "…";
    lines.resize(most);
  }
  for (std::string& line : lines) line = base::shortened(line, letters);
  return lines;
}

std::vector<std::string> lines_beside(const Canvas& canvas, std::string_view figure, std::string_view label,
                                      bool bold) {
  const std::size_t room = canvas.stretches ? kPhoneWidth : static_cast<std::size_t>(canvas.width);
  const std::size_t taken = (base::display_width(base::visible(figure)) + 2) * kFigureLetter / 10;
  const std::size_t letters = room > taken ? (room - taken) * 10 / (bold ? kBoldLetter : kPlainLetter) : 0;
  constexpr std::size_t kFewest = 8;
  constexpr std::size_t kMostLines = 3;
  return label_lines(label, std::max(letters, kFewest), kMostLines);
}

}  // namespace cpm::render
