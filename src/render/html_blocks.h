#pragma once
// The blocks of a page as HTML elements; html.cpp writes the page around them.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "render/escape.h"
#include "report/document.h"

namespace cpm::render {

/// A heading that the list of contents names.
struct HtmlEntry {
  int level = 2;
  std::string id;
  std::string text;
};

/// What has been written so far, as far as the next block must know it.
struct HtmlPage {
  std::string body = {};
  int level = 1;  ///< of the last heading
  std::size_t charts = 0;
  std::size_t tables = 0;
  Anchors anchors = {};
  std::vector<HtmlEntry> entries = {};
};

void append_html(HtmlPage& page, const report::Block& block);

/// `<name>text</name>`, the text escaped.
std::string element(std::string_view name, std::string_view text, std::string_view style = {});

}  // namespace cpm::render
