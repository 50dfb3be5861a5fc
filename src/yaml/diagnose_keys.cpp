// Colons that are missing, glued to the value or part of a text; dashes and bullets that make no list.
#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "yaml/diagnose.h"

namespace cpm::yaml {
namespace {

bool is_letter(char sign) {
  return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z') || sign == '_';
}

bool is_key_word(std::string_view word) {
  if (word.empty() || !is_letter(word[0])) return false;
  return std::all_of(word.begin(), word.end(),
                     [](char sign) { return is_letter(sign) || sign == '-' || (sign >= '0' && sign <= '9'); });
}

// `due:2026` → the place behind the colon; kNowhere when the text is none of that kind (`https://…` is not).
std::size_t behind_glued_colon(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == kNowhere || colon + 1 >= text.size() || !is_key_word(text.substr(0, colon))) return kNowhere;
  const char next = text[colon + 1];
  return next == '/' || next == ':' || is_space(next) ? kNowhere : colon + 1;
}

// The last line of the plain text that begins on `line`: lines below that are indented deeper and start nothing new.
std::size_t end_of_running_text(const Source& source, std::size_t begin, Line line) {
  std::size_t end = end_of_text(source, begin, line);
  const std::size_t indent = line.indent();
  for (std::optional<Line> below = line_after(source, line); below; below = line_after(source, *below)) {
    if (below->blank() || below->indent() <= indent || looks_structural(content_of(source, *below))) break;
    end = end_of_text(source, below->content, *below);
  }
  return end;
}

diag::Diagnostic colon_slip(const Scene& scene, std::size_t colon, std::size_t begin, std::size_t end) {
  const std::string_view text = scene.source.text(begin, end);
  diag::Diagnostic result = slip(
      scene, 113, colon, colon + 1, fmt::format("the text `{}` has a colon in it and is not in quotes", shown(text)),
      text.find('\n') == kNowhere && text.size() < 80 ? fmt::format("put the whole text in quotes: {}", in_quotes(text))
                                                      : "put the whole text in quotes");
  result.fix = fix_quote(scene, begin, end);
  return result;
}

diag::Diagnostic no_colon(const Scene& scene, const Line& line) {
  const Source& source = scene.source;
  const std::size_t begin = entry_start(source, line);
  const std::string_view text = source.text(begin, line.end);
  if (const std::size_t glued = behind_glued_colon(text); glued != kNowhere) {
    const std::string_view key = text.substr(0, glued - 1);
    diag::Diagnostic result = slip(scene, 112, begin + glued - 1, begin + glued,
                                   fmt::format("`{}:` needs a blank behind its colon", key),
                                   fmt::format("write `{}: …`", key));
    result.fix = fix_one(scene, diag::Safety::safe, "put a blank behind the colon", begin + glued, begin + glued, " ");
    return result;
  }
  const std::size_t end = word_end(source, begin, line);
  const std::string_view word = source.text(begin, end);
  const std::size_t number = source.line_number(begin);
  if (!is_key_word(word)) {
    return slip(
        scene, 112, begin, end, fmt::format("line {} belongs to no key: it has no colon", number),
        "write `key: ` before it; if it goes on with the text above, indent it deeper than the key of that text");
  }
  diag::Diagnostic result = slip(
      scene, 112, begin, end, fmt::format("line {} has no colon after `{}`", number, word),
      fmt::format("write `{}: …`; if the line goes on with the text above, indent it deeper than the key of "
                  "that text",
                  word));
  std::size_t sign = end;
  while (sign < line.end && is_blank(source.bytes[sign])) ++sign;
  const bool equals = sign < line.end && source.bytes[sign] == '=';
  result.fix = fix_one(scene, diag::Safety::unsafe, fmt::format("put a colon after `{}`", word), end,
                       equals ? sign + 1 : end, ":");
  return result;
}

}  // namespace

Judgement colon_in_text(const Scene& scene) {
  const Source& source = scene.source;
  std::size_t colon = scene.failure.begin;
  while (colon < scene.line.end && source.bytes[colon] != ':') ++colon;
  const std::size_t begin = value_start(source, scene.line);
  if (colon >= scene.line.end || begin >= colon) return std::nullopt;
  const char first = source.bytes[begin];
  if (first == '"' || first == '\'') {
    const std::size_t end = end_of_text(source, colon, scene.line);
    diag::Diagnostic result = slip(scene, 116, colon, end,
                                   fmt::format("`{}` stands behind the closing quote", shown(source.text(colon, end))),
                                   "put the whole text in quotes");
    result.labels.push_back({.span = source.span(begin, colon), .text = "the text in quotes ends here"});
    return result;
  }
  return colon_slip(scene, colon, begin, end_of_running_text(source, begin, scene.line));
}

// A plain text over several lines whose last line has a colon: a key that stands too deep, a sentence with a colon, or
// a first line that lacks its own.
Judgement key_after_value(const Scene& scene) {
  const Source& source = scene.source;
  const std::size_t begin = scene.failure.begin;
  const Line first = scene.line;
  Line last = line_at(source, scene.failure.end);
  while (last.begin > first.begin && last.content >= scene.failure.end) last = line_at(source, last.begin - 1);
  if (last.begin == first.begin) return std::nullopt;
  if (begin == entry_start(source, first)) return no_colon(scene, first);
  const std::size_t key = key_length(content_of(source, last));
  if (key == 0) {
    const std::size_t colon = source.bytes.find(':',
                                                scene.failure.end == last.content ? last.content : scene.failure.end);
    const std::size_t end = end_of_text(source, last.content, last);
    return colon_slip(scene, std::min(colon, last.end), begin, end);
  }
  const std::size_t owner = entry_start(source, first);
  const std::string_view owner_key = source.text(owner, owner + key_length(source.text(owner, first.end)));
  const std::string_view name = source.text(last.content, last.content + key);
  diag::Diagnostic result = slip(
      scene, 114, last.content, last.content + key,
      fmt::format("`{}` is indented deeper than the line above, but `{}` has a value already", name, owner_key),
      fmt::format("start `{}` in column {}, like `{}`; if it belongs below `{}`, remove the value there", name,
                  owner - first.begin + 1, owner_key, owner_key));
  result.labels.push_back({.span = source.span(begin, end_of_text(source, begin, first)),
                           .text = fmt::format("the value of `{}`", owner_key)});
  result.fix = fix_one(scene, diag::Safety::unsafe, fmt::format("indent `{}` like `{}`", name, owner_key), last.begin,
                       last.content, std::string(owner - first.begin, ' '));
  return result;
}

Judgement missing_dash_blank(const Scene& scene) {
  const Source& source = scene.source;
  const std::string_view text = content_of(source, scene.line);
  if (text.size() < 2 || text[0] != '-' || is_blank(text[1]) || text[1] == '-') return std::nullopt;
  const std::size_t at = scene.line.content;
  diag::Diagnostic result = slip(scene, 129, at, at + 1, "this dash needs a blank behind it to start a list entry",
                                 fmt::format("write `- {}`", shown(text.substr(1))));
  result.fix = fix_one(scene, diag::Safety::safe, "put a blank behind the dash", at + 1, at + 1, " ");
  return result;
}

// Word processors write lists with other signs.
Judgement foreign_bullet(const Scene& scene) {
  static constexpr std::array<std::string_view, 8> kBullets = {"* ", "• ", "– ", "— ", "· ", "‣ ", "◦ ", "+ "};
  const std::string_view text = content_of(scene.source, scene.line);
  const auto* const found = std::find_if(kBullets.begin(), kBullets.end(),
                                         [&](std::string_view sign) { return text.starts_with(sign); });
  if (found == kBullets.end()) return std::nullopt;
  const std::string_view sign = found->substr(0, found->size() - 1);
  const std::size_t at = scene.line.content;
  diag::Diagnostic result = slip(scene, 127, at, at + sign.size(), fmt::format("`{}` starts no list entry", sign),
                                 "a list entry starts with a dash and a blank: `- `");
  result.fix = diag::Fix{.title = "write dashes", .safety = diag::Safety::safe, .edits = {}};
  std::optional<Line> line = scene.line;
  for (; line && line->indent() == scene.line.indent() && content_of(scene.source, *line).starts_with(*found);
       line = line_after(scene.source, *line)) {
    result.fix->edits.push_back(
        {.span = scene.source.span(line->content, line->content + sign.size()), .replacement = "-"});
  }
  return result;
}

Judgement text_after_bracket(const Scene& scene) {
  const Source& source = scene.source;
  const std::size_t at = scene.failure.begin;
  if (at <= scene.line.content || at >= scene.line.end) return std::nullopt;
  std::size_t close = at;
  while (close > scene.line.content && is_blank(source.bytes[close - 1])) --close;
  const char bracket = source.bytes[close - 1];
  if (bracket != ']' && bracket != '}') return std::nullopt;
  const std::size_t end = end_of_text(source, at, scene.line);
  diag::Diagnostic result = slip(
      scene, 115, at, end, fmt::format("`{}` stands behind the closing bracket", shown(source.text(at, end))),
      "a text that starts with a bracket needs quotes; otherwise remove what follows the bracket");
  const std::size_t begin = value_start(source, scene.line);
  if (begin < close) result.fix = fix_quote(scene, begin, end);
  if (result.fix) result.fix->safety = diag::Safety::unsafe;
  return result;
}

Judgement missing_colon(const Scene& scene) {
  // The engine's mark may lie behind an opening quote.
  if (scene.line.blank() || scene.failure.begin > entry_start(scene.source, scene.line) + 1) return std::nullopt;
  if (looks_structural(content_of(scene.source, scene.line))) return std::nullopt;
  return no_colon(scene, scene.line);
}

// The engine notices some missing colons one line later: `key # comment` and then a key.
Judgement missing_colon_above(const Scene& scene) {
  const std::optional<Line> above = filled_line_above(scene.source, scene.line);
  if (!above) return std::nullopt;
  const std::size_t begin = entry_start(scene.source, *above);
  const std::string_view text = scene.source.text(begin, end_of_text(scene.source, begin, *above));
  const bool bare = text.empty() || text == "-" || text.find_first_of(":\"'[]{}") != kNowhere;
  if (bare || !looks_structural(content_of(scene.source, scene.line))) return std::nullopt;
  return no_colon(scene, *above);
}

}  // namespace cpm::yaml
