// Colons that are missing, glued to the value or part of a text; keys in the wrong column.
#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/ascii.h"
#include "yaml/diagnose.h"

namespace cpm::yaml {
namespace {

constexpr std::size_t kMostProse = 64;  // lines of a text that are indented at once

bool is_key_word(std::string_view word) {
  if (word.empty() || !is_key_start(word[0])) return false;
  return std::all_of(word.begin(), word.end(), [](char character) {
    return is_key_start(character) || character == '-' || base::is_digit(character);
  });
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

// `responsible: role: Director`: the keys of a record on the line of its own key.
diag::Diagnostic braced(const Scene& scene, diag::Diagnostic result, std::size_t begin, std::size_t end) {
  const std::string_view text = scene.source.text(begin, end);
  result.help = "write its keys on lines of their own below, indented, or in braces";
  const auto is_plain = [](char c) { return is_key_start(c) || base::is_digit(c) || c == ' ' || c == '-' || c == ':'; };
  if (scene.failure.bracket != kNowhere || !std::ranges::all_of(text, is_plain)) return result;
  result.help = fmt::format("write its keys in braces: {{{}}}", text);
  result.fix = fix_one(scene, diag::Safety::safe, "put braces around it", begin, end, fmt::format("{{{}}}", text));
  return result;
}

// `due: 2027-06-02:`, `area: Domain 2: Workforce Development`: what belongs there has no colon, and quotes would keep it.
diag::Diagnostic needless_colon(const Scene& scene, diag::Diagnostic result, std::size_t begin, std::size_t end) {
  const std::string_view text = scene.source.text(begin, end);
  result.message = fmt::format("`{}` has a colon in it, and what belongs here has none", shown(text));
  result.help = "take out the colon, and what does not belong here; another key starts on a line of its own";
  if (text.find(':') + 1 < text.size()) return result;
  result.help = "take out the colon";
  result.fix = fix_one(scene, diag::Safety::safe, "take out the colon", end - 1, end, "");
  return result;
}

diag::Diagnostic colon_slip(const Scene& scene, std::size_t colon, std::size_t begin, std::size_t end) {
  const std::string_view text = scene.source.text(begin, end);
  diag::Diagnostic result = slip(
      scene, 113, colon, colon + 1, fmt::format("the text `{}` has a colon in it and is not in quotes", shown(text)),
      text.find('\n') == kNowhere && text.size() < 80 ? fmt::format("put the whole text in quotes: {}", in_quotes(text))
                                                      : "put the whole text in quotes");
  const KeyUse use = use_at(scene.source, begin);
  if (use == KeyUse::record) return braced(scene, std::move(result), begin, end);
  if (use == KeyUse::other) return needless_colon(scene, std::move(result), begin, end);
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
                                   fmt::format("`{}:` needs a space behind its colon", key),
                                   fmt::format("write `{}: …`", key));
    result.fix = fix_one(scene, diag::Safety::safe, "put a space behind the colon", begin + glued, begin + glued, " ");
    return result;
  }
  const std::size_t end = begin + std::min(text.find('='), word_end(source, begin, line) - begin);
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
  std::size_t character = end;
  while (character < line.end && is_blank(source.bytes[character])) ++character;
  const bool equals = character < line.end && source.bytes[character] == '=';
  const KeyUse use = source.use_of_key == nullptr ? KeyUse::unknown : source.use_of_key(word);
  const bool known = use != KeyUse::unknown && use != KeyUse::label;
  result.fix = fix_one(scene, equals && known ? diag::Safety::safe : diag::Safety::unsafe,
                       fmt::format("put a colon after `{}`", word), end, equals ? character + 1 : end, ":");
  return result;
}

// How far the prose goes that begins on this line: lines that start no key and no entry, no further right than `column`.
std::vector<Line> prose_lines(const Source& source, Line line, std::size_t column) {
  std::vector<Line> lines;
  for (std::optional<Line> next = line; next && lines.size() < kMostProse; next = line_after(source, *next)) {
    if (next->blank() || next->indent() > column || looks_structural(content_of(source, *next))) break;
    if (source.bytes[next->content] == '#') break;
    lines.push_back(*next);
  }
  return lines;
}

// The quotes around a text of several lines, when it needs them and they are simple to write; nothing when they are not.
std::optional<std::vector<diag::Edit>> quotes_around(const Source& source, std::size_t begin, std::size_t end) {
  const std::string_view text = source.text(begin, end);
  if (text.find(": ") == kNowhere && text.find(":\n") == kNowhere && text.find(" #") == kNowhere &&
      !text.ends_with(':'))
    return std::vector<diag::Edit>{};
  const bool doubles = text.find_first_of("\"\\") == kNowhere;
  if (!doubles && text.find('\'') != kNowhere) return std::nullopt;
  const std::string quote = doubles ? "\"" : "'";
  return std::vector<diag::Edit>{{.span = source.span(begin, begin), .replacement = quote},
                                 {.span = source.span(end, end), .replacement = quote}};
}

// A key as it is written, without its colon: also one of several words.
std::string_view key_words(const Source& source, std::size_t key, std::size_t value) {
  std::string_view words = source.text(key, value);
  while (!words.empty() && (is_blank(words.back()) || words.back() == ':')) words.remove_suffix(1);
  return words;
}

// `Due date: 2027-06-02`, `owner Director`, `Lead - Director`: another name of a key, in the wrong column or without its colon.
bool may_be_key(const Source& source, const Line& line) {
  const std::string_view content = content_of(source, line);
  const std::size_t colon = content.find(':');
  if (colon != kNowhere) return source.use_of_key(content.substr(0, colon)) != KeyUse::unknown;
  constexpr auto kMostSpaces = 2;  // what is longer is a sentence
  return source.use_of_key(content.substr(0, content.find(' '))) != KeyUse::unknown &&
         (std::ranges::count(content, ' ') <= kMostSpaces || content.find(" - ") != kNowhere);
}

bool is_key_of_tables(const Source& source, std::string_view name) {
  const KeyUse use = source.use_of_key == nullptr ? KeyUse::unknown : source.use_of_key(name);
  return use != KeyUse::unknown && use != KeyUse::label;
}

// `Owner: Director` in column 1 between the keys of a record: the key stands too far left, not the lines below it.
Judgment outdented_key(const Scene& scene, const Line& below) {
  const Source& source = scene.source;
  const Line& line = scene.line;
  const std::optional<Line> above = filled_line_above(source, line);
  const std::size_t column = below.indent();
  if (!above || entry_start(source, *above) - above->begin != column || line.indent() >= column) return std::nullopt;
  const std::string_view name = key_words(source, line.content, scene.failure.begin);
  if (source.use_of_key == nullptr || source.use_of_key(name) == KeyUse::unknown) return std::nullopt;
  diag::Diagnostic result = slip(
      scene, 114, line.content, line.content + name.size(),
      fmt::format("`{}` stands in column {}, and the keys around it in column {}", name, line.indent() + 1, column + 1),
      fmt::format("start `{}` in column {}", name, column + 1));
  result.fix = fix_one(scene, diag::Safety::safe, fmt::format("indent `{}`", name), line.begin, line.content,
                       std::string(column, ' '));
  return result;
}

}  // namespace

// `comment: The way up works.`, and the text goes on in a column where keys stand.
Judgment text_not_indented(const Scene& scene) {
  const Source& source = scene.source;
  if (source.use_of_key == nullptr || scene.line.blank()) return std::nullopt;
  const auto is_prose = [&](const Line& line) {
    const std::string_view content = content_of(source, line);
    const std::string_view word = content.substr(0, content.find_first_of(" ="));
    const std::size_t next = content.find_first_not_of(' ', word.size());
    const bool equals = next < content.size() && content[next] == '=';
    return word.size() < content.size() && base::is_letter(content[0]) && !equals && !looks_structural(content) &&
           (source.use_of_key(word) == KeyUse::unknown || source.use_of_key(word) == KeyUse::label);
  };
  std::optional<Line> first = is_prose(scene.line) ? std::optional(scene.line) : std::nullopt;
  if (!first) return std::nullopt;
  std::optional<Line> owner = filled_line_above(source, *first);
  for (; owner && is_prose(*owner) && owner->indent() <= first->indent(); owner = filled_line_above(source, *owner))
    first = owner;
  if (!owner) return std::nullopt;
  const std::size_t key = entry_start(source, *owner);
  const std::size_t length = key_length(source.text(key, owner->end));
  const std::size_t value = value_start(source, *owner);
  const std::size_t column = key - owner->begin;
  if (length == 0 || value >= end_of_text(source, value, *owner) || first->indent() > column) return std::nullopt;
  if (use_at(source, value) != KeyUse::text) return std::nullopt;
  if (std::string_view{"\"'[{|>&*!"}.find(source.bytes[value]) != kNowhere) return std::nullopt;
  const std::string_view name = source.text(key, key + length);
  diag::Diagnostic result = slip(
      scene, 114, first->content, end_of_text(source, first->content, *first),
      fmt::format("the text of `{}` seems to go on here, but the line is not indented", name),
      fmt::format("indent the line deeper than `{}`; if it is a key of its own, write one word and a colon", name));
  result.labels.push_back(
      {.span = source.span(value, end_of_text(source, value, *owner)), .text = "the text starts here"});
  const std::vector<Line> lines = prose_lines(source, *first, column);
  const std::optional<std::vector<diag::Edit>> quotes = quotes_around(source, value, lines.back().end);
  if (!quotes) return result;
  const bool sure = std::ranges::none_of(lines, [&](const Line& line) { return may_be_key(source, line); });
  result.fix = diag::Fix{
      .title = "indent the lines of the text", .safety = sure ? diag::Safety::safe : diag::Safety::unsafe, .edits = {}};
  if (!quotes->empty()) result.fix->edits.push_back(quotes->front());
  for (const Line& line : lines)
    result.fix->edits.push_back(
        {.span = source.span(line.begin, line.content), .replacement = std::string(column + 2, ' ')});
  if (!quotes->empty()) result.fix->edits.push_back(quotes->back());
  return result;
}

Judgment colon_in_text(const Scene& scene) {
  const Source& source = scene.source;
  std::size_t colon = scene.failure.begin;
  while (colon < scene.line.end && source.bytes[colon] != ':') ++colon;
  const std::size_t begin = value_start(source, scene.line);
  if (colon >= scene.line.end || begin >= colon) return std::nullopt;
  const char first = source.bytes[begin];
  if (first == '"' || first == '\'') {
    const std::size_t end = end_of_text(source, colon, scene.line);
    diag::Diagnostic result = slip(scene, 116, colon, end,
                                   fmt::format("`{}` comes after the closing quote", shown(source.text(colon, end))),
                                   "put the whole text in quotes");
    result.labels.push_back({.span = source.span(begin, colon), .text = "the text in quotes ends here"});
    return result;
  }
  return colon_slip(scene, colon, begin, end_of_running_text(source, begin, scene.line));
}

// A plain text over several lines whose last line has a colon: a key that stands too deep, a sentence with a colon, or
// a first line that lacks its own.
Judgment key_after_value(const Scene& scene) {
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
  if (Judgment judgment = outdented_key(scene, last)) return judgment;
  const std::size_t owner = entry_start(source, first);
  const std::string_view owner_key = key_words(source, owner, begin);
  const std::string_view name = source.text(last.content, last.content + key);
  diag::Diagnostic result = slip(
      scene, 114, last.content, last.content + key,
      fmt::format("`{}` is indented deeper than the line above, but `{}` has a value already", name, owner_key),
      fmt::format("start `{}` in column {}, like `{}`; if it belongs below `{}`, remove the value there", name,
                  owner - first.begin + 1, owner_key, owner_key));
  result.labels.push_back({.span = source.span(begin, end_of_text(source, begin, first)),
                           .text = fmt::format("the value of `{}`", owner_key)});
  const KeyUse use = use_at(source, begin);
  const bool sure = is_key_of_tables(source, name) && (use == KeyUse::text || use == KeyUse::other);
  result.fix = diag::Fix{.title = fmt::format("indent `{}` like `{}`", name, owner_key),
                         .safety = sure ? diag::Safety::safe : diag::Safety::unsafe,
                         .edits = {}};
  const std::size_t deeper = last.indent() - (owner - first.begin);
  for (std::optional<Line> line = last; line && !line->blank() && line->indent() >= last.indent();
       line = line_after(source, *line))
    result.fix->edits.push_back({.span = source.span(line->content - deeper, line->content), .replacement = ""});
  return result;
}

Judgment text_after_bracket(const Scene& scene) {
  const Source& source = scene.source;
  const std::size_t at = scene.failure.begin;
  if (at <= scene.line.content || at >= scene.line.end) return std::nullopt;
  std::size_t close = at;
  while (close > scene.line.content && is_blank(source.bytes[close - 1])) --close;
  const char bracket = source.bytes[close - 1];
  if (bracket != ']' && bracket != '}') return std::nullopt;
  const std::size_t end = end_of_text(source, at, scene.line);
  diag::Diagnostic result = slip(
      scene, 115, at, end, fmt::format("`{}` comes after the closing bracket", shown(source.text(at, end))),
      "a text that starts with a bracket needs quotes; otherwise remove what follows the bracket");
  const std::size_t begin = value_start(source, scene.line);
  if (begin < close) result.fix = fix_quote(scene, begin, end);
  if (result.fix && use_at(source, begin) != KeyUse::text) result.fix->safety = diag::Safety::unsafe;
  return result;
}

Judgment missing_colon(const Scene& scene) {
  // The engine's mark may lie behind an opening quote.
  if (scene.line.blank() || scene.failure.begin > entry_start(scene.source, scene.line) + 1) return std::nullopt;
  if (looks_structural(content_of(scene.source, scene.line))) return std::nullopt;
  return no_colon(scene, scene.line);
}

// The engine notices some missing colons one line later: `key # comment` and then a key.
Judgment missing_colon_above(const Scene& scene) {
  const std::optional<Line> above = filled_line_above(scene.source, scene.line);
  if (!above) return std::nullopt;
  const std::size_t begin = entry_start(scene.source, *above);
  const std::string_view text = scene.source.text(begin, end_of_text(scene.source, begin, *above));
  const bool bare = text.empty() || text == "-" || text.find_first_of(":\"'[]{}") != kNowhere;
  if (bare || !looks_structural(content_of(scene.source, scene.line))) return std::nullopt;
  return no_colon(scene, *above);
}

}  // namespace cpm::yaml
