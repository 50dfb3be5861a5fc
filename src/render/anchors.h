#pragma once
// Names of headings that links lead to, as git hosts make them from the words, so that the same link works there and in HTML.
#include <map>
#include <string>
#include <string_view>

namespace cpm::render {

class Anchors {
 public:
  /// "Score by area" → `score-by-area`, the second time `score-by-area-1`.
  std::string operator()(std::string_view heading);

 private:
  std::map<std::string, int> seen_;
};

}  // namespace cpm::render
