#include "render/pictures.h"

#include "render/svg.h"

namespace cpm::render {

std::string PictureNames::operator()(const report::Chart& chart) {
  const int times = ++seen_[chart.name];
  return stem_ + "-" + chart.name + (times == 1 ? "" : "-" + std::to_string(times)) + ".svg";
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
