#include "render/svg.h"

#include "base/text.h"
#include "render/markup.h"
#include "render/styles.h"
#include "render/svg_shapes.h"

namespace cpm::render {
namespace {

using report::Chart;

constexpr std::int64_t kMargin = 24;
constexpr std::int64_t kTitleLine = 24;
constexpr std::int64_t kTitleLetters = 66;

std::string number(std::string_view name, std::int64_t value) {
  return attribute(name, std::to_string(value));
}

/// Title and description, for readers who do not see the picture.
std::string told(const Chart& chart, const std::string& id) {
  return "<title id=\"" + id + "_title\">" + markup_escaped(chart.title) + "</title>\n<desc id=\"" + id + "_desc\">" +
         markup_escaped(chart.description) + "</desc>\n";
}

std::string head(const std::string& id) {
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"" + id + "_title " + id +
         "_desc\" lang=\"en\"";
}

std::string definitions_of(const Canvas& canvas) {
  return canvas.definitions.empty() ? "" : "<defs>\n" + canvas.definitions + "</defs>\n";
}

/// A picture that does not stretch has a view box, so that paper can make it smaller as a whole.
std::string size_of(const Canvas& canvas) {
  const std::int64_t height = canvas.y + 4;
  if (canvas.stretches) return " width=\"100%\"" + number("height", height);
  return number("width", canvas.width) + number("height", height) + " viewBox=\"0 0 " + std::to_string(canvas.width) +
         " " + std::to_string(height) + "\"";
}

void draw_shape(Canvas& canvas, const Chart& chart) {
  std::visit([&canvas](const auto& shape) { draw(canvas, shape); }, chart.shape);
}

}  // namespace

std::string svg_file(const Chart& chart) {
  Canvas canvas{.id = "chart"};
  for (const std::string& line : base::wrapped(base::visible(chart.title), kTitleLetters)) {
    canvas.y += kTitleLine;
    draw_text(canvas, kLeft, canvas.y - 6, "title", line);
  }
  canvas.y += kTitleLine / 2;
  draw_shape(canvas, chart);
  const std::int64_t width = canvas.width + 2 * kMargin;
  const std::int64_t height = canvas.y + 2 * kMargin;
  const std::string corner = std::to_string(-kMargin);
  return head(canvas.id) + " class=\"chart\"" + number("width", width) + number("height", height) + " viewBox=\"" +
         corner + " " + corner + " " + std::to_string(width) + " " + std::to_string(height) + "\">\n" +
         told(chart, canvas.id) + "<style>\n" + chart_style() + "</style>\n" + definitions_of(canvas) + "<rect" +
         attribute("x", corner) + attribute("y", corner) + number("width", width) + number("height", height) +
         " class=\"back\"/>\n" + canvas.body + "</svg>\n";
}

std::string svg_inline(const Chart& chart, std::string_view id) {
  Canvas canvas{.id = std::string(id), .stretches = !std::holds_alternative<report::HeatMap>(chart.shape)};
  draw_shape(canvas, chart);
  const std::string style = std::string("chart") + (canvas.scrolls ? " wide" : "") + (canvas.stretches ? "" : " sized");
  return head(canvas.id) + attribute("class", style) + size_of(canvas) + ">\n" + told(chart, canvas.id) +
         definitions_of(canvas) + canvas.body + "</svg>\n";
}

}  // namespace cpm::render
