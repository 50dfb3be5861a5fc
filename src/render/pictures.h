#pragma once
// The pictures of a page as files beside it, under names that stay the same.
#include <map>
#include <string>
#include <vector>

#include "report/document.h"

namespace cpm::render {

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
