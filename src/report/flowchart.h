#pragma once
// Boxes with arrows between them, for what leads to what: as a picture in columns, few enough to read, and as Mermaid text,
// which git hosts draw, with an outline that says the same. The only place that knows Mermaid: whatever a county's files say, a
// label stays a label.
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "report/chart.h"
#include "report/document.h"

namespace cpm::report {

// Columns

/// A record to be drawn: its column, its words.
struct LayerRecord {
  std::size_t column = 0;
  std::string label;
  bool marked = false;
};

/// The picture of the records, and how many of them it leaves out. `arrows`: positions of records. A column has at most
/// `most` boxes; what is left out is one box that says how many, and takes their arrows. Empty columns go.
struct Layered {
  Layers layers;
  std::size_t left_out = 0;
};
Layered layered(const std::vector<std::string>& heads, const std::vector<LayerRecord>& records,
                const std::vector<std::pair<std::size_t, std::size_t>>& arrows, std::size_t most);

// Mermaid

/// What Mermaid draws in its default settings: longer texts and more arrows are refused as a whole.
inline constexpr std::size_t kLongestDrawing = 49'000;
inline constexpr std::size_t kMostArrows = 480;

struct Box {
  std::string label;
  bool marked = false;  ///< drawn with a dashed frame; the label says why, so that nothing is said by looks alone
};

/// Boxes, and arrows between them by position.
struct Flowchart {
  std::string title;        ///< read out by screen readers
  std::string description;  ///< likewise
  std::vector<Box> boxes;
  std::vector<std::pair<std::size_t, std::size_t>> arrows;
};

/// A text between the quotes of a label: characters that mean something to Mermaid, Markdown or HTML are written by number.
std::string mermaid_escaped(std::string_view text);

struct Drawing {
  std::string mermaid;
  std::size_t boxes = 0;  ///< as many as could be drawn, from the first
};

/// Stops at a box when the drawing would grow too large.
Drawing drawing(const Flowchart& chart);

/// The drawing with its outline; the caption says so when the drawing was cut.
Diagram diagram(const Flowchart& chart, std::string caption, std::vector<std::pair<int, std::string>> outline);

}  // namespace cpm::report
