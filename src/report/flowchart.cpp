#include "report/flowchart.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "base/ascii.h"
#include "base/text.h"

namespace cpm::report {
namespace {

constexpr std::size_t kLongestLabel = 120;
constexpr std::size_t kLongestDescription = 600;

/// Characters beyond ASCII that Mermaid uses to mark its own codes.
struct Marker {
  std::string_view character;
  std::string_view code;
};
constexpr std::array kMarkers = {Marker{"\xef\xac\x82", "#64258;"}, Marker{"\xc2\xb0", "#176;"},
                                 Marker{"\xc2\xb6", "#182;"}, Marker{"\xc3\x9f", "#223;"}};

const Marker* marker_at(std::string_view text) {
  const auto found = std::ranges::find_if(kMarkers,
                                          [text](const Marker& one) { return text.starts_with(one.character); });
  return found == kMarkers.end() ? nullptr : &*found;
}

/// Letters, digits, spaces and commas mean nothing to Mermaid, nor does a period or hyphen inside a sentence. A period after
/// a number at the start would make a list, one inside a word a web address, and a hyphen at the start a list again.
bool is_harmless(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (base::is_letter(c) || base::is_digit(c) || c == ' ' || c == ',') return true;
  if (static_cast<unsigned char>(c) >= 0x80) return true;
  if (c == '-') return at > 0 && base::is_letter(text[at - 1]);
  return c == '.' && at > 0 && base::is_letter(text[at - 1]) && (at + 1 == text.size() || text[at + 1] == ' ');
}

/// One line with single spaces, short enough to read.
std::string one_line(std::string_view text, std::size_t longest) {
  const std::vector<std::string> lines = base::wrapped(base::visible(text), 0);
  return base::shortened(lines.empty() ? std::string_view{} : base::trimmed(lines.front()), longest);
}

std::string box_text(std::size_t number, const Box& box) {
  const std::string words = mermaid_escaped(one_line(box.label, kLongestLabel));
  return fmt::format("  n{}[\"{}\"]{}\n", number, words.empty() ? "#160;" : words, box.marked ? ":::loose" : "");
}

std::string head_text(const Flowchart& chart) {
  return fmt::format(
      "flowchart LR\n  accTitle: {}\n  accDescr: {}\n  classDef loose stroke-width:3px,stroke-dasharray:6 4\n",
      mermaid_escaped(one_line(chart.title, kLongestLabel)),
      mermaid_escaped(one_line(chart.description, kLongestDescription)));
}

/// The arrows between this box and those before it.
std::vector<std::string> arrows_of(const Flowchart& chart, std::size_t box) {
  std::vector<std::string> texts;
  for (const auto& [from, to] : chart.arrows)
    if (std::max(from, to) == box) texts.push_back(fmt::format("  n{} --> n{}\n", from + 1, to + 1));
  return texts;
}

}  // namespace

std::string mermaid_escaped(std::string_view text) {
  std::string escaped;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (const Marker* marker = marker_at(text.substr(at))) {
      escaped.append(marker->code);
      at += marker->character.size() - 1;
    } else if (is_harmless(text, at)) {
      escaped += text[at];
    } else {
      escaped += fmt::format("#{};", static_cast<unsigned char>(text[at]));
    }
  }
  return escaped;
}

Drawing drawing(const Flowchart& chart) {
  Drawing made{.mermaid = head_text(chart)};
  std::string arrows;
  std::size_t count = 0;
  for (; made.boxes < chart.boxes.size(); ++made.boxes) {
    const std::string box = box_text(made.boxes + 1, chart.boxes[made.boxes]);
    const std::vector<std::string> more = arrows_of(chart, made.boxes);
    std::string lines;
    for (const std::string& line : more) lines += line;
    count += more.size();
    if (made.mermaid.size() + box.size() + arrows.size() + lines.size() > kLongestDrawing || count > kMostArrows) break;
    made.mermaid += box;
    arrows += lines;
  }
  made.mermaid += arrows;
  return made;
}

Diagram diagram(const Flowchart& chart, std::string caption, std::vector<std::pair<int, std::string>> outline) {
  Drawing made = drawing(chart);
  if (made.boxes < chart.boxes.size())
    caption += fmt::format(" (the drawing has the first {} of {} records; the outline has all of them)", made.boxes,
                           chart.boxes.size());
  return Diagram{.caption = std::move(caption), .mermaid = std::move(made.mermaid), .outline = std::move(outline)};
}

}  // namespace cpm::report
