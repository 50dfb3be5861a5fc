#pragma once
// Charts as SVG: readable in light and dark, by eye and by screen reader, figures in words beside every shape, no fonts or
// files fetched. Whole numbers only, so that the same figures give the same bytes.
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "report/document.h"

namespace cpm::render {

/// A file of its own, with title and style.
std::string svg_file(const report::Chart& chart);
/// A part of an HTML page whose style knows charts: it stretches to the width there is. `id` is unique on the page and
/// begins with a letter.
std::string svg_inline(const report::Chart& chart, std::string_view id);

/// The chart in parts that each fit on a sheet of paper; mostly one.
std::vector<report::Chart> sheets_of(const report::Chart& chart);

// The pictures of a page as files beside it, under names that stay the same.

/// "snapshot-areas.svg"; a second chart of the same name is "snapshot-areas-2.svg".
class PictureNames {
 public:
  /// `stem`: what all names begin with.
  explicit PictureNames(std::string stem) : stem_(std::move(stem)) {}
  std::string operator()(const report::Chart& chart);

 private:
  std::string stem_;
  std::map<std::string, int> seen_;
};

struct Picture {
  std::string name;
  std::string bytes;
};

/// In the order of the page.
std::vector<Picture> pictures(const report::Document& page, const std::string& stem);

}  // namespace cpm::render
