#include "report/flowchart.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace cpm::report {
namespace {

constexpr std::size_t kLongestLabel = 120;
constexpr std::size_t kLongestDescription = 600;

bool is_letter(char sign) {
  return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z');
}
bool is_digit(char sign) {
  return sign >= '0' && sign <= '9';
}

/// Beyond ASCII Mermaid reads these itself: it marks its own codes with them.
struct Marker {
  std::string_view sign;
  std::string_view code;
};
constexpr std::array kMarkers = {Marker{"\xef\xac\x82", "#64258;"}, Marker{"\xc2\xb0", "#176;"},
                                 Marker{"\xc2\xb6", "#182;"}, Marker{"\xc3\x9f", "#223;"}};

const Marker* marker_at(std::string_view text) {
  const auto found = std::ranges::find_if(kMarkers, [text](const Marker& one) { return text.starts_with(one.sign); });
  return found == kMarkers.end() ? nullptr : &*found;
}

/// Letters, digits, blanks and commas mean nothing to Mermaid; so does a point or hyphen inside a sentence. A point after
/// a number at the start would be a list, one inside a word a web address, a hyphen at the start a list again.
bool is_harmless(std::string_view text, std::size_t at) {
  const char sign = text[at];
  if (is_letter(sign) || is_digit(sign) || sign == ' ' || sign == ',') return true;
  if (static_cast<unsigned char>(sign) >= 0x80) return true;
  if (sign == '-') return at > 0 && is_letter(text[at - 1]);
  return sign == '.' && at > 0 && is_letter(text[at - 1]) && (at + 1 == text.size() || text[at + 1] == ' ');
}

/// One line with single blanks, no longer than can be read.
std::string one_line(std::string_view text, std::size_t longest) {
  const std::vector<std::string> lines = base::wrapped(base::visible(text), 0);
  return base::shortened(lines.empty() ? std::string_view{} : base::trimmed(lines.front()), longest);
}

std::string box_text(std::size_t number, const Box& box) {
  const std::string words = mermaid_escaped(one_line(box.label, kLongestLabel));
  return "  n" + std::to_string(number) + "[\"" + (words.empty() ? "#160;" : words) + "\"]" +
         (box.marked ? ":::loose" : "") + "\n";
}

std::string arrow_text(std::size_t from, std::size_t to) {
  return "  n" + std::to_string(from + 1) + " --> n" + std::to_string(to + 1) + "\n";
}

std::string head_text(const Flowchart& chart) {
  return "flowchart LR\n  accTitle: " + mermaid_escaped(one_line(chart.title, kLongestLabel)) +
         "\n  accDescr: " + mermaid_escaped(one_line(chart.description, kLongestDescription)) +
         "\n  classDef loose stroke-width:3px,stroke-dasharray:6 4\n";
}

/// The arrows between this box and those before it.
std::vector<std::string> arrows_of(const Flowchart& chart, std::size_t box) {
  std::vector<std::string> texts;
  for (const auto& [from, to] : chart.arrows)
    if (std::max(from, to) == box) texts.push_back(arrow_text(from, to));
  return texts;
}

}  // namespace

std::string mermaid_escaped(std::string_view text) {
  std::string escaped;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (const Marker* marker = marker_at(text.substr(at))) {
      escaped.append(marker->code);
      at += marker->sign.size() - 1;
    } else if (is_harmless(text, at)) {
      escaped += text[at];
    } else {
      escaped.append("#").append(std::to_string(static_cast<unsigned char>(text[at]))).append(";");
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
    caption += " (the drawing has the first " + std::to_string(made.boxes) + " of " +
               std::to_string(chart.boxes.size()) + " records; the outline has all)";
  return Diagram{.caption = std::move(caption), .mermaid = std::move(made.mermaid), .outline = std::move(outline)};
}

}  // namespace cpm::report
