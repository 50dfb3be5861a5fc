// Tabs, characters that cannot be seen, indentation that fits no level, dashes in the wrong column.
#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "base/utf8.h"
#include "yaml/diagnose.h"

namespace cpm::yaml {
namespace {

constexpr std::size_t kMostLines = 64;  // looked at around a failure

bool tab_in_indent(const Source& source, const Line& line) {
  return source.text(line.begin, line.content).find('\t') != kNowhere && !line.blank();
}

std::size_t tab_place(const Source& source, const Line& line) {
  return source.bytes.find('\t', line.begin);
}

std::size_t entry_column(const Source& source, const Line& line) {
  return entry_start(source, line) - line.begin;
}

bool opens_level(const Source& source, const Line& line) {
  const std::size_t end = end_of_text(source, line.content, line);
  return end > line.content && source.bytes[end - 1] == ':';
}

template <class Next>
std::optional<Line> neighbor(const Source& source, const Line& line, Next next) {
  std::optional<Line> found = next(source, line);
  while (found && tab_in_indent(source, *found)) found = next(source, *found);
  return found;
}

/// How many spaces a line with tabs should have, by the lines around it.
struct Wanted {
  std::size_t spaces = 0;
  bool sure = false;
};

Wanted wanted_spaces(const Source& source, const Line& line) {
  const std::optional<Line> above = neighbor(source, line, filled_line_above);
  const std::optional<Line> below = neighbor(source, line, filled_line_below);
  if (!above) return {.spaces = below ? below->indent() : 0, .sure = false};
  const std::size_t level = entry_column(source, *above);
  const bool entry = source.bytes[line.content] == '-';
  if (entry && !opens_level(source, *above)) {  // it stands beside the entry above, not below its first key
    const bool beside = source.bytes[above->content] == '-';
    return {.spaces = beside ? above->indent() : level,
            .sure = beside && (!below || below->indent() <= above->indent() + 2)};
  }
  if (!opens_level(source, *above)) return {.spaces = level, .sure = !below || below->indent() <= level};
  const bool deeper = below && below->indent() > level;
  return {.spaces = deeper ? below->indent() : level + 2, .sure = deeper};
}

// The first line with a tab in its indentation among those the failure touches.
std::optional<Line> line_with_tab(const Scene& scene) {
  std::optional<Line> line = scene.line;
  for (std::size_t i = 0; line && i < kMostLines; ++i, line = line_after(scene.source, *line)) {
    if (tab_in_indent(scene.source, *line)) return line;
    if (line->begin > scene.failure.end) break;
  }
  return std::nullopt;
}

// All lines of one run with the same indentation get the same spaces.
diag::Fix spaces_for_tabs(const Source& source, Line line, const Wanted& wanted) {
  diag::Fix fix{.title = fmt::format("indent with {}", base::counted(wanted.spaces, "space")),
                .safety = wanted.sure ? diag::Safety::safe : diag::Safety::unsafe,
                .edits = {}};
  const std::string_view indent = source.text(line.begin, line.content);
  for (std::optional<Line> each = line; each && source.text(each->begin, each->content) == indent;
       each = line_after(source, *each)) {
    fix.edits.push_back(
        {.span = source.span(each->begin, each->content), .replacement = std::string(wanted.spaces, ' ')});
  }
  return fix;
}

// Columns that are open above a line, deepest first.
std::vector<std::size_t> open_columns(const Source& source, const Line& line) {
  std::vector<std::size_t> columns;
  std::optional<Line> above = filled_line_above(source, line);
  for (; above; above = filled_line_above(source, *above)) {
    for (const std::size_t column : {entry_column(source, *above), above->indent()}) {
      if (columns.empty() || column < columns.back()) columns.push_back(column);
    }
    if (columns.back() == 0) break;
  }
  return columns;
}

std::size_t nearest_column(const std::vector<std::size_t>& columns, std::size_t wanted) {
  const auto distance = [&](std::size_t column) { return column > wanted ? column - wanted : wanted - column; };
  return *std::min_element(columns.begin(), columns.end(),
                           [&](std::size_t a, std::size_t b) { return distance(a) < distance(b); });
}

// The nearest line above that starts with a dash, at most as far right as `most`.
std::optional<Line> dash_line_above(const Source& source, const Line& line, std::size_t most) {
  std::optional<Line> above = filled_line_above(source, line);
  for (; above; above = filled_line_above(source, *above)) {
    if (above->indent() <= most && entry_start(source, *above) > above->content) return above;
  }
  return std::nullopt;
}

bool starts_with_dash(const Source& source, const Line& line) {
  const std::string_view text = content_of(source, line);
  return text == "-" || text.starts_with("- ");
}

// A line of nothing but tabs and spaces, which the engine minds in some places.
Judgment tab_alone(const Scene& scene) {
  const Line& line = scene.line;
  const std::size_t at = tab_place(scene.source, line);
  const bool said = scene.failure.message.find("tab") != std::string::npos;
  if (!said || !line.blank() || at >= line.end) return std::nullopt;
  diag::Diagnostic result = slip(
      scene, 110, at, line.end, "this line holds nothing but a tab (→), which YAML minds here", "leave the line empty");
  result.fix = fix_one(scene, diag::Safety::safe, "empty the line", line.begin, line.end, "");
  return result;
}

// `    id: s1` and further down `  - id: s2`: the first entry of the list lacks its dash.
Judgment first_dash_missing(const Scene& scene) {
  const Source& source = scene.source;
  const std::size_t column = scene.line.indent();
  std::optional<Line> first;
  std::optional<Line> above = filled_line_above(source, scene.line);
  for (; above && above->indent() > column; above = filled_line_above(source, *above)) first = above;
  if (!first || !above || !opens_level(source, *above) || first->indent() <= column + 1) return std::nullopt;
  const std::size_t key = key_length(content_of(source, *first));
  // What follows the dash must begin like that entry: else the dash is the slip, or a list belongs elsewhere.
  const std::size_t entry = entry_start(source, scene.line);
  const std::string_view begins = source.text(entry, entry + key_length(source.text(entry, scene.line.end)));
  if (key == 0 || begins != source.text(first->content, first->content + key)) return std::nullopt;
  const std::size_t owner = entry_start(source, *above);
  return missing_dash(source, *first, column, source.text(first->content, first->content + key),
                      source.text(owner, owner + key_length(source.text(owner, above->end))));
}

Judgment misplaced_dash(const Scene& scene) {
  const Source& source = scene.source;
  const std::size_t at = scene.line.content;
  const std::optional<Line> above = filled_line_above(source, scene.line);
  if (!above) return std::nullopt;
  if (Judgment judgment = first_dash_missing(scene)) return judgment;
  const std::size_t key = entry_start(source, *above);
  const std::size_t length = key_length(source.text(key, above->end));
  if (length > 0 && !opens_level(source, *above) && above->indent() <= scene.line.indent()) {
    const std::string_view name = source.text(key, key + length);
    return slip(
        scene, 114, at, at + 1, fmt::format("a list starts here, but `{}` above has a value already", name),
        fmt::format("leave nothing behind the colon of `{}`, or write the key that this list belongs to", name));
  }
  const std::optional<Line> dash = dash_line_above(source, scene.line, kNowhere);
  if (!dash || dash->indent() == scene.line.indent()) {
    return slip(scene, 114, at, at + 1, "a list entry starts here, where a key or the rest of a text belongs",
                "indent it like the list or text it belongs to");
  }
  diag::Diagnostic result = slip(
      scene, 114, at, at + 1,
      fmt::format("this dash is in column {}, but the list above has its dashes in column {}", scene.line.indent() + 1,
                  dash->indent() + 1),
      "start all dashes of a list in the same column");
  result.labels.push_back({.span = source.span(dash->content, dash->content + 1), .text = "a dash of the list above"});
  result.fix = fix_one(scene, diag::Safety::unsafe, "move the dash", scene.line.begin, at,
                       std::string(dash->indent(), ' '));
  return result;
}

}  // namespace

Judgment tab_indent(const Scene& scene) {
  const Source& source = scene.source;
  const std::optional<Line> line = line_with_tab(scene);
  if (!line) return tab_alone(scene);
  const std::size_t at = tab_place(source, *line);
  std::size_t end = at;
  while (source.bytes[end] == '\t') ++end;
  const Wanted wanted = wanted_spaces(source, *line);
  const std::string where = at == line->begin ? "starts with a tab (→)" : "has a tab (→) in its indentation";
  const std::string number = wanted.spaces == 0 ? std::string{"none"} : std::to_string(wanted.spaces);
  const std::string neighbors = wanted.sure ? fmt::format("its neighbors have {}", number)
                                            : fmt::format("{} would fit the lines around it", number);
  diag::Diagnostic result = slip(
      scene, 110, at, end, fmt::format("this line {}; YAML needs spaces, and {}", where, neighbors),
      wanted.spaces == 0 ? "remove the tab; set your editor to write spaces"
                         : fmt::format("replace the tab by {}; set your editor to write spaces",
                                       base::counted(wanted.spaces, "space")));
  result.fix = spaces_for_tabs(source, *line, wanted);
  return result;
}

Judgment invisible_character(const Scene& scene) {
  const Source& source = scene.source;
  const Line& line = scene.line;
  std::size_t at = line.content;
  bool indent = true;
  while (at < line.end) {
    const base::CodePoint character = base::code_point_at(source.bytes, at);
    const std::string_view name = invisible_name(character.code);
    if (!name.empty()) {
      const char before = at == line.begin ? ' ' : source.bytes[at - 1];
      if (indent || before == ':' || before == '-') {
        const bool wide = name.find("space") != kNowhere;
        diag::Diagnostic result = slip(
            scene, 130, at, at + character.bytes,
            fmt::format("here is {} ({}), which looks like nothing or like a space but is none", name,
                        code_point_text(character.code)),
            wide ? "replace it by an ordinary space" : "remove it");
        result.fix = fix_one(scene, diag::Safety::safe, wide ? "write an ordinary space" : "remove it", at,
                             at + character.bytes, wide ? " " : "");
        return result;
      }
    } else if (!is_blank(source.bytes[at])) {
      indent = false;
    }
    at += character.bytes;
  }
  return std::nullopt;
}

// `- - id: s1`, and the record's other keys below where one dash would have them.
Judgment second_dash(const Scene& scene) {
  const Source& source = scene.source;
  const std::optional<Line> above = filled_line_above(source, scene.line);
  constexpr std::string_view kDashes = "- - ";
  if (scene.line.blank() || !above || !content_of(source, *above).starts_with(kDashes)) return std::nullopt;
  const std::size_t second = above->content + kDashes.find_last_of('-');
  if (scene.line.indent() != second - above->begin || starts_with_dash(source, scene.line)) return std::nullopt;
  diag::Diagnostic result = slip(scene, 114, second, second + 1, "a second dash begins a list in the list",
                                 "take out one of the two dashes");
  result.fix = fix_one(scene, diag::Safety::safe, "take out a dash", second, second + 2, "");
  return result;
}

Judgment wrong_indent(const Scene& scene) {
  const Source& source = scene.source;
  const Line& line = scene.line;
  const bool said = scene.failure.message.find("indentation") != std::string::npos;
  if (line.blank() || (!said && !looks_structural(content_of(source, line)))) return std::nullopt;
  const std::vector<std::size_t> columns = open_columns(source, line);
  if (columns.empty() || std::find(columns.begin(), columns.end(), line.indent()) != columns.end()) {
    if (!said) return std::nullopt;
    return slip(scene, 114, line.content, std::max(line.content + 1, word_end(source, line.content, line)),
                "this line does not belong below the line above it", "indent it like the lines it belongs beside");
  }
  std::vector<std::string> levels;
  for (auto column = columns.rbegin(); column != columns.rend(); ++column) levels.push_back(std::to_string(*column));
  const std::size_t target = nearest_column(columns, line.indent());
  diag::Diagnostic result = slip(scene, 114, line.content,
                                 std::max(line.content + 1, word_end(source, line.content, line)),
                                 fmt::format("this line is indented by {}; the lines above it by {}",
                                             base::counted(line.indent(), "space"), base::joined(levels, "or")),
                                 "indent it like the line it belongs beside");
  result.fix = fix_one(scene, diag::Safety::unsafe, fmt::format("indent with {}", base::counted(target, "space")),
                       line.begin, line.content, std::string(target, ' '));
  return result;
}

Judgment list_beside_key(const Scene& scene) {
  const Source& source = scene.source;
  std::size_t dash = scene.failure.begin;
  if (dash >= scene.line.end || source.bytes[dash] != '-') return std::nullopt;
  diag::Diagnostic result = slip(scene, 114, dash, dash + 1, "a list cannot start on the line of its key",
                                 "write each entry with its dash on a line of its own, below the key");
  const std::size_t key = entry_start(source, scene.line);
  const std::size_t colon = key + key_length(source.text(key, scene.line.end));
  if (colon == key || source.bytes[colon] != ':' || source.text(colon + 1, dash).find_first_not_of(" \t") != kNowhere)
    return result;
  if (use_at(source, dash) == KeyUse::text) {
    const std::size_t end = end_of_text(source, dash, scene.line);
    result.message = "a text cannot start with `- ` unless it is in quotes";
    result.help = "put the text in quotes, or take out the dash";
    result.fix = fix_one(scene, diag::Safety::safe, "put the text in quotes", dash, end,
                         in_quotes(source.text(dash, end)));
    return result;
  }
  const std::optional<Line> below = filled_line_below(source, scene.line);
  const bool siblings = below && starts_with_dash(source, *below) && below->indent() > scene.line.indent();
  const std::size_t column = siblings ? below->indent() : key - scene.line.begin + 2;
  const std::string_view line_end = source.text(scene.line.end, scene.line.next);
  result.fix = fix_one(scene, diag::Safety::safe, "start the list on the next line", colon + 1, dash,
                       (line_end.empty() ? "\n" : std::string{line_end}) + std::string(column, ' '));
  return result;
}

// The engine refuses an empty first entry when the dashes stand below their key's first letter.
Judgment empty_entry(const Scene& scene) {
  const std::optional<Line> above = filled_line_above(scene.source, scene.line);
  if (!above || scene.source.text(above->content, end_of_text(scene.source, above->content, *above)) != "-")
    return std::nullopt;
  const std::size_t at = above->content;
  return slip(scene, 127, at, at + 1, "nothing follows this dash",
              "write the entry behind the dash, or remove the line");
}

// A key among the dashes of a list, or a dash among keys.
Judgment misplaced_entry(const Scene& scene) {
  const Source& source = scene.source;
  const Line& line = scene.line;
  if (line.blank() || scene.failure.begin > line.end) return std::nullopt;
  if (starts_with_dash(source, line)) return misplaced_dash(scene);
  const std::size_t key = key_length(content_of(source, line));
  const std::optional<Line> above = filled_line_above(source, line);
  const std::optional<Line> dash = dash_line_above(source, line, line.indent());
  if (key == 0 || !above || !dash || dash->indent() != line.indent()) return std::nullopt;
  diag::Diagnostic result = slip(
      scene, 114, line.content, line.content + key,
      fmt::format("the key `{}` stands among the dashes of a list", source.text(line.content, line.content + key)),
      "indent it if it belongs to the entry above, or put `- ` before it if it is an entry of its own");
  result.labels.push_back({.span = source.span(dash->content, dash->content + 1), .text = "a dash of the list"});
  // `id` after `- id`, and the lines below stand where they would behind a dash.
  const std::size_t first = entry_start(source, *dash);
  const std::size_t first_key = key_length(source.text(first, dash->end));
  const std::optional<Line> below = filled_line_below(source, line);
  const std::string_view name = source.text(line.content, line.content + key);
  if (name == source.text(first, first + first_key) &&
      (!below || below->indent() != line.indent() || starts_with_dash(source, *below))) {
    result = missing_dash_finding(source, line.content, line.content + key, name, {});
    result.fix = fix_one(scene, diag::Safety::safe, "put the dash", line.content, line.content, "- ");
  }
  return result;
}

// Lines of a text below `key: |` or `key: >` that stand too far left.
Judgment unindented_block_text(const Scene& scene) {
  const Source& source = scene.source;
  const Line& line = scene.line;
  if (line.blank() || scene.failure.begin > line.content) return std::nullopt;
  std::optional<Line> above = filled_line_above(source, line);
  const std::optional<Line> text = above;
  while (above && above->indent() > line.indent()) above = filled_line_above(source, *above);
  if (!above) return std::nullopt;
  const std::size_t character = value_start(source, *above);
  const std::string_view header = source.text(character, end_of_text(source, character, *above));
  const bool block = !header.empty() && (header[0] == '|' || header[0] == '>') &&
                     header.find_first_not_of("|>+-0123456789") == kNowhere;
  const bool first = text->begin == above->begin;
  if (!block || (first && line.indent() > above->indent()) || (!first && line.indent() <= above->indent()))
    return std::nullopt;
  const std::string message = first
                                  ? fmt::format("the text below `{}` is not indented", header)
                                  : fmt::format("this line of the text below `{}` is indented less than the first one",
                                                header);
  return slip(scene, 114, line.content, word_end(source, line.content, line), message,
              "indent all lines of the text alike, deeper than its key");
}

}  // namespace cpm::yaml
