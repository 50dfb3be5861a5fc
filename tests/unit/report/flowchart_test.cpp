#include "report/flowchart.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <random>

#include "fixtures.h"

using namespace cpm;
using namespace cpm::report;

namespace {

/// Reads the codes back: what Mermaid shows.
std::string shown(const std::string& escaped) {
  std::string text;
  for (std::size_t at = 0; at < escaped.size(); ++at) {
    if (escaped[at] != '#') {
      text += escaped[at];
      continue;
    }
    const std::size_t end = escaped.find(';', at);
    const int code = std::stoi(escaped.substr(at + 1, end - at - 1));
    if (code == 0xDF) text += "\xc3\x9f";
    if (code < 0x80) text += static_cast<char>(code);
    at = end;
  }
  return text;
}

/// Letters, digits, spaces, commas, periods, hyphens, and codes as `#` digits `;`: nothing that Mermaid acts on.
bool is_safe(const std::string& escaped) {
  for (std::size_t at = 0; at < escaped.size(); ++at) {
    const auto c = static_cast<unsigned char>(escaped[at]);
    const bool plain = std::string_view(" ,.-").find(escaped[at]) != std::string_view::npos;
    if (plain || std::isalnum(c) != 0 || c >= 0x80) continue;
    if (c != '#') return false;
    std::size_t digits = at + 1;
    while (digits < escaped.size() && std::isdigit(static_cast<unsigned char>(escaped[digits])) != 0) ++digits;
    if (digits == at + 1 || digits >= escaped.size() || escaped[digits] != ';') return false;
    at = digits;
  }
  return true;
}

}  // namespace

TEST_CASE("a label reads as its text, whatever characters it has") {
  CHECK(mermaid_escaped("Every unit, well-led. Yes.") == "Every unit, well-led. Yes.");
  CHECK(mermaid_escaped("a\"]:::x") == "a#34;#93;#58;#58;#58;x");
  CHECK(mermaid_escaped("1. first") == "1#46; first");
  CHECK(mermaid_escaped("- first") == "#45; first");
  CHECK(mermaid_escaped("www.x.org") == "www#46;x#46;org");
  CHECK(mermaid_escaped("#quot; %%{init}") == "#35;quot#59; #37;#37;#123;init#125;");
  CHECK(mermaid_escaped("Stra\xc3\x9f"
                        "e 30\xc2\xb0") == "Stra#223;e 30#176;");
}

TEST_CASE("no text, however made, leaves its label") {
  std::mt19937 random(7);
  const std::string characters = "\"'`[](){}<>|\\/#;:&%*_~-=+.,!?@^$ \n\tabzAZ09";
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (std::size_t left = random() % 24; left > 0; --left) text += characters[random() % characters.size()];
    const std::string escaped = mermaid_escaped(text);
    CAPTURE(text);
    CHECK(is_safe(escaped));
    CHECK(shown(escaped) == text);
    const Flowchart chart{.title = text, .description = text, .boxes = {Box{.label = text}}, .arrows = {}};
    const std::string drawn = drawing(chart).mermaid;
    CHECK(std::count(drawn.begin(), drawn.end(), '\n') == 5);
    CHECK(std::count(drawn.begin(), drawn.end(), '"') == 2);
  }
}

TEST_CASE("a drawing has a title, a description, boxes and arrows") {
  const Flowchart chart{.title = "Trace: x",
                        .description = "All well.",
                        .boxes = {Box{.label = "One"}, Box{.label = "Two", .marked = true}, Box{}},
                        .arrows = {{0, 1}}};
  CHECK(drawing(chart).mermaid ==
        "flowchart LR\n  accTitle: Trace#58; x\n  accDescr: All well.\n"
        "  classDef loose stroke-width:3px,stroke-dasharray:6 4\n"
        "  n1[\"One\"]\n  n2[\"Two\"]:::loose\n  n3[\"#160;\"]\n  n1 --> n2\n");
}

TEST_CASE("a drawing that would be too large stops at a box, and the caption says so") {
  Flowchart chart{.title = "T", .description = "D", .boxes = {}, .arrows = {}};
  for (std::size_t i = 0; i < 2000; ++i) chart.boxes.push_back(Box{.label = std::string(100, 'x')});
  const Drawing cut = drawing(chart);
  CHECK(cut.boxes > 100);
  CHECK(cut.boxes < 2000);
  CHECK(cut.mermaid.size() <= kLongestDrawing);
  const Diagram made = diagram(chart, "All", {{0, "x"}});
  CHECK(made.caption == "All (the drawing has the first " + std::to_string(cut.boxes) +
                            " of 2000 records; the outline has all of them)");
  CHECK(made.outline.size() == 1);
}

TEST_CASE("a drawing never has more arrows than Mermaid draws") {
  Flowchart chart{.title = "T", .description = "D", .boxes = std::vector<Box>(600), .arrows = {}};
  for (std::size_t i = 1; i < 600; ++i) chart.arrows.emplace_back(0, i);
  CHECK(drawing(chart).boxes == kMostArrows + 1);
}
