#include "yaml/diagnose.h"

#include <array>
#include <utility>

#include <fmt/format.h>

namespace cpm::yaml {
namespace {

/// The first row whose words are in the engine's message and whose judge recognizes the slip gives the finding.
struct Row {
  std::string_view words;
  Judgment (*judge)(const Scene&);
};

constexpr std::array kRows = {
    Row{"tab", tab_indent},
    Row{"without closing quote", unclosed_quote},
    Row{"marker in", unclosed_quote},
    Row{"wrongly indented double-quoted", quote_runs_on},
    Row{"wrongly indented single-quoted", quote_runs_on},
    Row{"quoted scalar used as key", unclosed_quote},
    Row{"invalid trailing content after", text_after_quote},
    Row{"invalid comment without whitespace", glued_comment},
    Row{"invalid comment after", glued_comment},
    Row{"escape", unknown_escape},
    Row{"surrogate", unknown_escape},
    Row{"without a closing", unclosed_bracket},
    Row{"mismatched flow", wrong_bracket},
    Row{"invalid extra closing", stray_bracket},
    Row{"flow", unclosed_bracket},
    Row{"comma", comma_in_brackets},
    Row{"flow", bracket_indent},
    Row{"", tab_indent},
    Row{"", invisible_character},
    Row{"", bullet_of_record},
    Row{"", text_not_indented},
    Row{"invalid nested block mapping", colon_in_text},
    Row{"invalid multiline plain key", key_after_value},
    Row{"block sequence on the same line", list_beside_key},
    Row{"plain scalar cannot start", reserved_character},
    Row{"block scalar", reserved_character},
    Row{"invalid alias", foreign_bullet},
    Row{"invalid alias", reserved_character},
    Row{"invalid anchor", reserved_character},
    Row{"tag", reserved_character},
    Row{"invalid mapping key", reserved_character},
    Row{"expected node content", empty_entry},
    Row{"expected node content", reserved_character},
    Row{"", missing_dash_space},
    Row{"", foreign_bullet},
    Row{"", text_after_bracket},
    Row{"", unindented_block_text},
    Row{"block scalar", wrong_indent},
    Row{"':'", reserved_character},
    Row{"could not find expected ':'", missing_colon},
    Row{"", misplaced_entry},
    Row{"", second_dash},
    Row{"invalid value after mapping", missing_colon},
    Row{"", wrong_indent},
    Row{"invalid mapping in plain", missing_colon_above},
    Row{"'-' indicator", missing_colon_above},
    Row{"missing ':'", missing_colon},
    Row{"expected", missing_colon},
    Row{"invalid scalar at the end", missing_colon},
};

diag::Diagnostic unknown_slip(const Scene& scene) {
  const std::size_t at = scene.failure.begin;
  const Line line = at >= scene.source.bytes.size() && at > scene.source.start ? line_at(scene.source, at - 1)
                                                                               : scene.line;
  const std::size_t begin = std::max(at, line.content);
  return slip(scene, 127, begin, std::max(begin, word_end(scene.source, begin, line)),
              fmt::format("line {} does not fit YAML's grammar here", scene.source.line_number(begin)),
              "compare the line with its neighbors: indentation, colons, quotes and brackets");
}

bool one_line(std::string_view text) {
  return text.find('\n') == kNowhere;
}

}  // namespace

diag::Diagnostic diagnose(const Source& source, const Failure& failure) {
  const Scene scene{.source = source, .failure = failure, .line = line_at(source, failure.begin)};
  for (const Row& row : kRows) {
    if (failure.message.find(row.words) == std::string::npos) continue;
    if (Judgment judgment = row.judge(scene)) return std::move(*judgment);
  }
  return unknown_slip(scene);
}

diag::Diagnostic slip(const Scene& scene, diag::Code code, std::size_t begin, std::size_t end, std::string message,
                      std::string help) {
  // The engine's marks may lie inside a character.
  const auto is_inside = [&](std::size_t at) {
    return at < scene.source.bytes.size() && (static_cast<unsigned char>(scene.source.bytes[at]) & 0xC0) == 0x80;
  };
  while (begin > scene.source.start && is_inside(begin)) --begin;
  while (is_inside(end)) ++end;
  diag::Diagnostic result;
  result.code = code;
  result.message = std::move(message);
  result.span = scene.source.span(begin, end);
  result.help = std::move(help);
  return result;
}

diag::Fix fix_one(const Scene& scene, diag::Safety safety, std::string title, std::size_t begin, std::size_t end,
                  std::string replacement) {
  diag::Fix fix{.title = std::move(title), .safety = safety, .edits = {}};
  fix.edits.push_back({.span = scene.source.span(begin, end), .replacement = std::move(replacement)});
  return fix;
}

bool inside_brackets(const Source& source, std::size_t at) {
  const Line line = line_at(source, at);
  int depth = 0;
  char quote = '\0';
  for (const char character : source.text(line.content, at)) {
    if (quote != '\0') {
      if (character == quote) quote = '\0';
    } else if (character == '"' || character == '\'') {
      quote = character;
    } else if (character == '{' || character == '[') {
      ++depth;
    } else if (character == '}' || character == ']') {
      --depth;
    }
  }
  return depth > 0;
}

std::optional<diag::Fix> fix_quote(const Scene& scene, std::size_t begin, std::size_t end) {
  const std::string_view text = scene.source.text(begin, end);
  if (text.empty() || scene.failure.bracket != kNowhere || inside_brackets(scene.source, begin)) return std::nullopt;
  if (one_line(text)) {
    const diag::Safety safety = goes_on_below(scene.source, begin) ? diag::Safety::unsafe : diag::Safety::safe;
    return fix_one(scene, safety, "put the text in quotes", begin, end, in_quotes(text));
  }
  if (text.find_first_of("\"\\") != kNowhere || text.find(" #") != kNowhere) return std::nullopt;
  diag::Fix fix = fix_one(scene, diag::Safety::safe, "put the text in quotes", begin, begin, "\"");
  fix.edits.push_back({.span = scene.source.span(end, end), .replacement = "\""});
  return fix;
}

diag::Diagnostic missing_dash_finding(const Source& source, std::size_t begin, std::size_t end, std::string_view key,
                                      std::string_view owner) {
  diag::Diagnostic result;
  result.code = kMissingDash;
  result.message = fmt::format("a dash is missing here: `{}` begins a new entry of {}", shown(key),
                               owner.empty() ? "the list" : fmt::format("`{}`", shown(owner)));
  result.span = source.span(begin, end);
  result.help = fmt::format("write `- ` before `{}`", shown(key));
  return result;
}

diag::Diagnostic missing_dash(const Source& source, const Line& line, std::size_t column, std::string_view key,
                              std::string_view owner) {
  diag::Diagnostic result = missing_dash_finding(source, line.content, line.content + key.size(), key, owner);
  result.fix = diag::Fix{.title = "put the dash", .safety = diag::Safety::safe, .edits = {}};
  result.fix->edits.push_back({.span = source.span(line.begin + column, line.begin + column + 1), .replacement = "-"});
  return result;
}

std::size_t value_start(const Source& source, const Line& line) {
  std::size_t at = entry_start(source, line);
  const std::string_view text = source.text(at, line.end);
  const std::size_t key = key_length(text);
  const std::size_t colon = key > 0 ? key : text.find(": ");
  if (colon == kNowhere) return at;
  at += colon + 1;
  while (at < line.end && is_blank(source.bytes[at])) ++at;
  return at;
}

std::size_t word_end(const Source& source, std::size_t from, const Line& line) {
  std::size_t at = from;
  while (at < line.end && !is_blank(source.bytes[at])) ++at;
  return at;
}

}  // namespace cpm::yaml
