// Lists and maps in brackets that do not close, close wrongly or have commas out of place.
#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "yaml/diagnose.h"

namespace cpm::yaml {
namespace {

bool opens(char character) {
  return character == '[' || character == '{';
}
bool closes(char character) {
  return character == ']' || character == '}';
}
char partner(char open) {
  return open == '[' ? ']' : '}';
}
std::string_view kind(char open) {
  return open == '[' ? "list" : "map";
}

// Characters that a text in brackets or a key ends at: a bracket or quote behind them is not part of a word.
bool starts_word(const Source& source, std::size_t at) {
  return at == 0 || is_space(source.bytes[at - 1]) || opens(source.bytes[at - 1]) || source.bytes[at - 1] == ',' ||
         source.bytes[at - 1] == ':';
}

// Brackets still open at `end`, outermost first, when reading starts at the outermost one.
std::vector<std::size_t> open_brackets(const Source& source, std::size_t from, std::size_t end) {
  std::vector<std::size_t> open;
  for (std::size_t at = from; at < end; ++at) {
    const char character = source.bytes[at];
    const bool word = starts_word(source, at);
    if (character == '#' && word) {
      at = std::min(source.bytes.find('\n', at), end);
    } else if ((character == '"' || character == '\'') && word) {
      const std::size_t close = closing_quote(source.bytes, at);
      if (close == kNowhere || close >= end) break;
      at = close;
    } else if (opens(character) && (!open.empty() || word)) {
      open.push_back(at);
    } else if (closes(character) && !open.empty()) {
      open.pop_back();
    }
  }
  return open;
}

std::size_t first_bracket(const Scene& scene) {
  return scene.failure.bracket == kNowhere ? scene.failure.read : scene.failure.bracket;
}

// Does a line behind the bracket's own line, before the failure, start a key? Then the bracket ran on.
bool ran_into_key(const Scene& scene, std::size_t bracket) {
  const Line own = line_at(scene.source, bracket);
  for (std::optional<Line> line = line_after(scene.source, own); line && line->begin <= scene.failure.begin;
       line = line_after(scene.source, *line)) {
    if (line->indent() <= own.indent() && looks_structural(content_of(scene.source, *line))) return true;
  }
  return false;
}

diag::Diagnostic bracket_never_closed(const Scene& scene, std::size_t bracket) {
  const Source& source = scene.source;
  const char character = source.bytes[bracket];
  const Line line = line_at(source, bracket);
  const std::optional<Line> below = filled_line_below(source, line);
  const std::string ran_on = below ? fmt::format("; the {} ran on into line {}", kind(character),
                                                 source.line_number(below->begin))
                                   : std::string{};
  diag::Diagnostic result = slip(
      scene, 115, bracket, bracket + 1, fmt::format("this `{}` is never closed{}", character, ran_on),
      fmt::format("write `{}` at its end; a text that starts with a bracket needs quotes", partner(character)));
  const std::size_t end = end_of_text(source, bracket + 1, line);
  if (bracket == value_start(source, line) && use_at(source, bracket) == KeyUse::text) {
    result.help = "put the text in quotes, as it starts with a bracket";
    const diag::Safety safety = goes_on_below(source, bracket) ? diag::Safety::unsafe : diag::Safety::safe;
    result.fix = fix_one(scene, safety, "put the text in quotes", bracket, end, in_quotes(source.text(bracket, end)));
    return result;
  }
  const bool sure = !below || (looks_structural(content_of(source, *below)) && below->indent() <= line.indent());
  if (sure && open_brackets(source, bracket, end).size() == 1) {
    const std::size_t text = end > bracket + 1 && source.bytes[end - 1] == ',' ? end - 1 : end;
    result.fix = fix_one(scene, diag::Safety::unsafe, "close the bracket at the end of the line", text, end,
                         std::string(1, partner(character)));
  }
  return result;
}

}  // namespace

Judgment unclosed_bracket(const Scene& scene) {
  const std::size_t from = first_bracket(scene);
  const std::vector<std::size_t> open = open_brackets(scene.source, from,
                                                      std::min(scene.failure.begin, scene.source.bytes.size()));
  if (open.empty()) return std::nullopt;
  const bool at_end = scene.failure.message.find("without a closing") != std::string::npos;
  const auto ran_on = [&](std::size_t bracket) { return ran_into_key(scene, bracket); };
  const auto found = std::find_if(open.rbegin(), open.rend(), ran_on);
  if (found == open.rend() && !at_end) return std::nullopt;
  return bracket_never_closed(scene, at_end ? open.back() : *found);
}

Judgment wrong_bracket(const Scene& scene) {
  const std::size_t at = scene.failure.begin;
  const std::vector<std::size_t> open = open_brackets(scene.source, first_bracket(scene), at);
  if (open.empty() || at >= scene.source.bytes.size()) return std::nullopt;
  if (ran_into_key(scene, open.back())) return bracket_never_closed(scene, open.back());
  const char expected = partner(scene.source.bytes[open.back()]);
  diag::Diagnostic result = slip(
      scene, 115, at, at + 1,
      fmt::format("`{}` cannot close a `{}`", scene.source.bytes[at], scene.source.bytes[open.back()]),
      fmt::format("write `{}` here", expected));
  result.labels.push_back({.span = scene.source.span(open.back(), open.back() + 1), .text = "opened here"});
  result.fix = fix_one(scene, diag::Safety::unsafe, fmt::format("write `{}`", expected), at, at + 1,
                       std::string(1, expected));
  return result;
}

Judgment stray_bracket(const Scene& scene) {
  const std::size_t at = scene.failure.begin;
  if (at >= scene.source.bytes.size()) return std::nullopt;
  return slip(scene, 115, at, at + 1, fmt::format("`{}` closes nothing", scene.source.bytes[at]),
              "remove it, or put the text in quotes if it belongs to one");
}

Judgment comma_in_brackets(const Scene& scene) {
  const Source& source = scene.source;
  const std::size_t at = std::min(scene.failure.begin, source.bytes.size());
  const bool missing = scene.failure.message.find("missing comma") != std::string::npos;
  const bool first = scene.failure.message.find("beginning") != std::string::npos;
  const std::string message = missing ? "a comma is missing before this"
                              : first ? "this comma has nothing before it"
                                      : "this comma has nothing between it and the one before";
  return slip(scene, 127, at, std::min(at + 1, source.bytes.size()), message,
              missing ? "write a comma between the entries; a text with a colon, comma or bracket needs quotes"
                      : "write the entry that is missing, or remove the comma");
}

Judgment bracket_indent(const Scene& scene) {
  const std::vector<std::size_t> open = open_brackets(scene.source, first_bracket(scene), scene.failure.begin);
  if (open.empty()) return std::nullopt;
  const Line line = scene.line;
  const bool said = scene.failure.message.find("wrongly indented") != std::string::npos;
  if ((scene.failure.begin > line.content && !said) || line.blank()) return std::nullopt;
  if (looks_structural(content_of(scene.source, line))) return bracket_never_closed(scene, open.back());
  const std::size_t wanted = line_at(scene.source, open.front()).indent() + 2;
  diag::Diagnostic result = slip(scene, 114, line.content, word_end(scene.source, line.content, line),
                                 "the brackets above go on here, but the line is not indented",
                                 "indent it deeper than the key above");
  result.labels.push_back({.span = scene.source.span(open.front(), open.front() + 1), .text = "opened here"});
  if (line.indent() < wanted) {
    result.fix = fix_one(scene, diag::Safety::safe, "indent the line", line.begin, line.content,
                         std::string(wanted, ' '));
  }
  return result;
}

}  // namespace cpm::yaml
