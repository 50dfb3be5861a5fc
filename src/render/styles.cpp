#include "render/styles.h"

#include <algorithm>

#include "base/assert.h"

namespace cpm::render {
namespace {

/// Remarks are for those who change the file; a page does without.
std::string without_remarks(std::string_view style) {
  std::string text;
  for (std::size_t at = 0; at < style.size();) {
    const std::size_t begin = std::min(style.find("/*", at), style.size());
    text += style.substr(at, begin - at);
    if (begin == style.size()) break;
    at = style.find("*/", begin) + 2;
    if (at < style.size() && style[at] == '\n') ++at;
  }
  return text;
}

std::string style_of(std::string_view name) {
  const auto found = std::ranges::find(style_files(), name, &StyleFile::name);
  CPM_ASSERT(found != style_files().end());
  return without_remarks(found->bytes);
}

}  // namespace

const std::string& page_style() {
  static const std::string kStyle = style_of("page.css") + chart_style();
  return kStyle;
}

const std::string& chart_style() {
  static const std::string kStyle = style_of("chart.css");
  return kStyle;
}

}  // namespace cpm::render
