#include "yaml/diagnose.h"

#include <array>
#include <utility>

#include <fmt/format.h>

namespace cpm::yaml {
namespace {

/// The first row whose words are in the engine's message and whose judge recognises the slip gives the finding.
struct Row {
  std::string_view words;
  Judgement (*judge)(const Scene&);
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
    Row{"", invisible_sign},
    Row{"invalid nested block mapping", colon_in_text},
    Row{"invalid multiline plain key", key_after_value},
    Row{"block sequence on the same line", list_beside_key},
    Row{"plain scalar cannot start", reserved_sign},
    Row{"block scalar", reserved_sign},
    Row{"invalid alias", foreign_bullet},
    Row{"invalid alias", reserved_sign},
    Row{"invalid anchor", reserved_sign},
    Row{"tag", reserved_sign},
    Row{"invalid mapping key", reserved_sign},
    Row{"expected node content", empty_entry},
    Row{"expected node content", reserved_sign},
    Row{"", missing_dash_blank},
    Row{"", foreign_bullet},
    Row{"", text_after_bracket},
    Row{"", unindented_block_text},
    Row{"block scalar", wrong_indent},
    Row{"':'", reserved_sign},
    Row{"could not find expected ':'", missing_colon},
    Row{"", misplaced_entry},
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
              "compare the line with its neighbours: indentation, colons, quotes and brackets");
}

bool one_line(std::string_view text) {
  return text.find('\n') == kNowhere;
}

}  // namespace

diag::Diagnostic diagnose(const Source& source, const Failure& failure) {
  const Scene scene{.source = source, .failure = failure, .line = line_at(source, failure.begin)};
  for (const Row& row : kRows) {
    if (failure.message.find(row.words) == std::string::npos) continue;
    if (Judgement judgement = row.judge(scene)) return std::move(*judgement);
  }
  return unknown_slip(scene);
}

diag::Diagnostic slip(const Scene& scene, diag::Code code, std::size_t begin, std::size_t end, std::string message,
                      std::string help) {
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
  for (const char sign : source.text(line.content, at)) {
    if (quote != '\0') {
      if (sign == quote) quote = '\0';
    } else if (sign == '"' || sign == '\'') {
      quote = sign;
    } else if (sign == '{' || sign == '[') {
      ++depth;
    } else if (sign == '}' || sign == ']') {
      --depth;
    }
  }
  return depth > 0;
}

std::optional<diag::Fix> fix_quote(const Scene& scene, std::size_t begin, std::size_t end) {
  const std::string_view text = scene.source.text(begin, end);
  if (text.empty() || scene.failure.bracket != kNowhere || inside_brackets(scene.source, begin)) return std::nullopt;
  if (one_line(text)) return fix_one(scene, diag::Safety::safe, "put the text in quotes", begin, end, in_quotes(text));
  if (text.find_first_of("\"\\") != kNowhere || text.find(" #") != kNowhere) return std::nullopt;
  diag::Fix fix = fix_one(scene, diag::Safety::safe, "put the text in quotes", begin, begin, "\"");
  fix.edits.push_back({.span = scene.source.span(end, end), .replacement = "\""});
  return fix;
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
