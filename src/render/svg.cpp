#include "render/svg.h"

#include <fmt/format.h>

#include "base/text.h"
#include "render/escape.h"
#include "render/styles.h"
#include "render/svg_canvas.h"

namespace cpm::render {
namespace {

using report::Chart;

constexpr std::int64_t kMargin = 24;
constexpr std::int64_t kTitleLine = 24;
constexpr std::int64_t kTitleLetters = 66;

/// Title and description, for readers who do not see the picture.
std::string told(const Chart& chart, const std::string& id) {
  return fmt::format("<title id=\"{0}_title\">{1}</title>\n<desc id=\"{0}_desc\">{2}</desc>\n", id,
                     markup_escaped(chart.title), markup_escaped(chart.description));
}

std::string head(const std::string& id) {
  return fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"{0}_title {0}_desc\" lang=\"en\"", id);
}

std::string definitions_of(const Canvas& canvas) {
  return canvas.definitions.empty() ? "" : "<defs>\n" + canvas.definitions + "</defs>\n";
}

/// A picture that does not stretch has a view box, so that paper can make it smaller as a whole.
std::string size_of(const Canvas& canvas) {
  const std::int64_t height = canvas.y + 4;
  if (canvas.stretches) return " width=\"100%\"" + number_attribute("height", height);
  return fmt::format(" width=\"{0}\" height=\"{1}\" viewBox=\"0 0 {0} {1}\"", canvas.width, height);
}

void draw_shape(Canvas& canvas, const Chart& chart) {
  std::visit([&canvas](const auto& shape) { draw(canvas, shape); }, chart.shape);
}

/// Grids and boxes keep their size: their words would not fit otherwise.
bool stretches(const Chart& chart) {
  return !std::holds_alternative<report::HeatMap>(chart.shape) && !std::holds_alternative<report::Layers>(chart.shape);
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
  const std::string size = fmt::format(" width=\"{}\" height=\"{}\"", width, height);
  return head(canvas.id) + " class=\"chart\"" + size +
         fmt::format(" viewBox=\"{0} {0} {1} {2}\">\n", -kMargin, width, height) + told(chart, canvas.id) +
         "<style>\n" + chart_style() + "</style>\n" + definitions_of(canvas) +
         fmt::format("<rect x=\"{0}\" y=\"{0}\"{1} class=\"back\"/>\n", -kMargin, size) + canvas.body + "</svg>\n";
}

std::string svg_inline(const Chart& chart, std::string_view id) {
  Canvas canvas{.id = std::string(id), .stretches = stretches(chart)};
  draw_shape(canvas, chart);
  const std::string style = std::string("chart") + (canvas.scrolls ? " wide" : "") + (canvas.stretches ? "" : " sized");
  return head(canvas.id) + attribute("class", style) + size_of(canvas) + ">\n" + told(chart, canvas.id) +
         definitions_of(canvas) + canvas.body + "</svg>\n";
}

std::string PictureNames::operator()(const report::Chart& chart) {
  const int times = ++seen_[chart.name];
  return fmt::format("{}-{}{}.svg", stem_, chart.name, times == 1 ? "" : fmt::format("-{}", times));
}

std::vector<Picture> pictures(const report::Document& page, const std::string& stem) {
  PictureNames name(stem);
  std::vector<Picture> made;
  for (const report::Block& block : page.blocks)
    if (const auto* chart = std::get_if<report::Chart>(&block))
      made.push_back({.name = name(*chart), .bytes = svg_file(*chart)});
  return made;
}

}  // namespace cpm::render
