#pragma once
// How pages and pictures look: the style sheets that are written into them.
#include <string>

namespace cpm::render {

/// Of an HTML page, with that of the pictures in it.
const std::string& page_style();
/// Of a picture that is a file of its own.
const std::string& chart_style();

}  // namespace cpm::render
