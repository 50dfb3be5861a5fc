#pragma once
// Lines of one file with marks below them, as a finding shows them. Knows nothing of findings.
#include <cstddef>
#include <string>
#include <vector>

#include "render/source_line.h"
#include "render/tone.h"

namespace cpm::render {

/// A place to be underlined: `^` for the main one, `-` for the others, so that color is not needed to tell them apart.
struct Mark {
  Stretch stretch;
  std::string text;  ///< a few words beside the marks; may be empty
  bool main = false;
};

struct Layout {
  std::size_t digits = 1;  ///< columns for line numbers
  std::size_t width = 0;   ///< columns of the terminal; 0: lines of the file are cut at 100, words run on
  Tone tone = Tone::error;
  bool color = false;
};

/// The marked lines in order, each with its marks; "..." where lines are left out.
std::string excerpt(const diag::SourceFile& file, const std::vector<Mark>& marks, const Layout& layout);

/// A line of the excerpt's left margin: "   26 | "; `character` stands in place of the bar.
std::string margin(std::string_view number, std::string_view character, const Layout& layout);

/// Columns left for text beside the margin.
std::size_t room(const Layout& layout);

}  // namespace cpm::render
