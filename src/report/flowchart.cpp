#include "report/flowchart.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <set>

#include "base/ascii.h"
#include "base/text.h"

namespace cpm::report {

// Columns, in an order that lets few arrows cross

namespace {

using Position = std::pair<std::size_t, std::size_t>;  ///< column and box

/// The columns as they are drawn, and where each record is then.
class Arrangement {
 public:
  Arrangement(const std::vector<std::string>& heads, const std::vector<LayerRecord>& records, std::size_t most)
      : records_(records), places_(records.size()) {
    for (std::size_t column = 0; column < heads.size(); ++column) add_column(heads[column], column, most);
  }

  /// Sorts each column by the mean place of what leads to its boxes: few arrows cross then. The box of those left out stays last.
  void sort(const std::vector<Position>& arrows) {
    for (std::size_t column = 1; column < made_.layers.columns.size(); ++column) sort_column(column, arrows);
  }

  Layered done(const std::vector<Position>& arrows) && {
    std::set<std::pair<Position, Position>> drawn;
    for (const auto& [from, to] : arrows)
      if (places_[from].first != places_[to].first) drawn.insert({places_[from], places_[to]});
    for (const auto& [from, to] : drawn) made_.layers.arrows.push_back({from.first, from.second, to.first, to.second});
    return std::move(made_);
  }

 private:
  void add_column(const std::string& head, std::size_t column, std::size_t most) {
    std::vector<std::size_t> all;
    for (std::size_t i = 0; i < records_.size(); ++i)
      if (records_[i].column == column) all.push_back(i);
    if (all.empty()) return;
    const std::size_t number = made_.layers.columns.size();
    const std::size_t shown = all.size() > most ? most - 1 : all.size();
    LayerColumn& drawn = made_.layers.columns.emplace_back(LayerColumn{.head = head, .boxes = {}});
    for (std::size_t i = 0; i < all.size(); ++i) {
      places_[all[i]] = {number, std::min(i, shown)};
      if (i < shown) drawn.boxes.push_back({.label = records_[all[i]].label, .marked = records_[all[i]].marked});
    }
    if (shown == all.size()) return;
    made_.left_out += all.size() - shown;
    drawn.boxes.push_back({.label = fmt::format("and {} more", all.size() - shown), .marked = false});
    drawn.has_rest = true;
  }

  void sort_column(std::size_t column, const std::vector<Position>& arrows) {
    LayerColumn& drawn = made_.layers.columns[column];
    struct Pull {
      std::size_t sum = 0;
      std::size_t count = 0;
    };
    std::vector<Pull> pulls(drawn.boxes.size());
    for (const auto& [from, to] : arrows) {
      if (places_[to].first != column || places_[from].first >= column) continue;
      pulls[places_[to].second].sum += places_[from].second;
      ++pulls[places_[to].second].count;
    }
    std::vector<std::size_t> order(drawn.boxes.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    const auto last = order.end() - (drawn.has_rest ? 1 : 0);
    // What nothing leads to comes last; means are compared as fractions.
    std::stable_sort(order.begin(), last, [&](std::size_t a, std::size_t b) {
      if (pulls[a].count == 0 || pulls[b].count == 0) return pulls[a].count > 0 && pulls[b].count == 0;
      return pulls[a].sum * pulls[b].count < pulls[b].sum * pulls[a].count;
    });
    std::vector<LayerBox> boxes;
    std::vector<std::size_t> place_of(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
      boxes.push_back(std::move(drawn.boxes[order[i]]));
      place_of[order[i]] = i;
    }
    drawn.boxes = std::move(boxes);
    for (Position& place : places_)
      if (place.first == column) place.second = place_of[place.second];
  }

  const std::vector<LayerRecord>& records_;
  std::vector<Position> places_;
  Layered made_;
};

}  // namespace

Layered layered(const std::vector<std::string>& heads, const std::vector<LayerRecord>& records,
                const std::vector<std::pair<std::size_t, std::size_t>>& arrows, std::size_t most) {
  Arrangement arrangement(heads, records, most);
  arrangement.sort(arrows);
  return std::move(arrangement).done(arrows);
}

// Mermaid

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
