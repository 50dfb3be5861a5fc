// Quotes that do not close or close too early, and characters that only a text in quotes can start with.
#include <algorithm>
#include <cstring>
#include <utility>

#include <fmt/format.h>

#include "base/ascii.h"
#include "yaml/diagnose.h"

namespace cpm::yaml {
namespace {

constexpr std::size_t kMostQuoteEdits = 1'000;  // of one fix: nobody meant a text with more quotes in it

bool is_quote(char character) {
  return character == '"' || character == '\'';
}

// The engine marks the quote or the first byte behind it.
std::size_t quote_near(const Source& source, std::size_t at) {
  if (at < source.bytes.size() && is_quote(source.bytes[at])) return at;
  return at > source.start && is_quote(source.bytes[at - 1]) ? at - 1 : kNowhere;
}

// Can a text in quotes start here: is the character before it a space, bracket, comma or colon?
bool opens_text(const Source& source, std::size_t at) {
  return at == source.start || std::strchr(" \t\r\n[{,:", source.bytes[at - 1]) != nullptr;
}

// The opening quote of the text whose closing quote is at `close`, looked for from `from` on.
std::size_t opening_quote(const Source& source, std::size_t from, std::size_t close) {
  for (std::size_t at = from; at < close;) {
    const char character = source.bytes[at];
    if (character == '#' && opens_text(source, at)) {
      at = std::min(source.bytes.find('\n', at), close);
    } else if (is_quote(character) && opens_text(source, at)) {
      const std::size_t end = closing_quote(source.bytes, at);
      if (end == close) return at;
      at = end == kNowhere || end > close ? at + 1 : end + 1;
    } else {
      ++at;
    }
  }
  return kNowhere;
}

// Does a line below the first, up to `end`, start a key or a list entry? Then the quote swallowed it.
bool swallows_structure(const Source& source, std::size_t open, std::size_t end) {
  std::optional<Line> line = line_after(source, line_at(source, open));
  while (line && line->begin < end) {
    if (looks_structural(content_of(source, *line))) return true;
    line = line_after(source, *line);
  }
  return false;
}

diag::Diagnostic quote_never_closed(const Scene& scene, std::size_t open) {
  const Source& source = scene.source;
  const Line line = line_at(source, open);
  const std::optional<Line> below = filled_line_below(source, line);
  const std::string ran_on = below ? fmt::format("; the text ran on into line {}", source.line_number(below->begin))
                                   : std::string{};
  diag::Diagnostic result = slip(scene, 111, open, open + 1, fmt::format("this quote is never closed{}", ran_on),
                                 fmt::format("write the closing {} at the end of the text", source.bytes[open]));
  const bool apostrophe = source.bytes[open] == '\'';
  if (apostrophe) result.help += "; if it is an apostrophe, put the whole text in double quotes";
  std::size_t end = line.end;
  while (end > open + 1 && is_blank(source.bytes[end - 1])) --end;
  if (end == open + 1) return result;
  const bool comment = source.text(open, end).find(" #") != kNowhere;
  const bool next_starts = !below || (below->indent() <= entry_start(source, line) - line.begin &&
                                      looks_structural(content_of(source, *below)));
  const bool sure = !apostrophe && !comment && next_starts && !inside_brackets(source, open);
  constexpr std::string_view kCurly = "\xE2\x80\x9D";  // what a word processor writes for the closing quote
  const std::size_t last = source.text(open + 1, end).ends_with(kCurly) ? end - kCurly.size() : end;
  result.fix = fix_one(scene, sure ? diag::Safety::safe : diag::Safety::unsafe,
                       "close the quote at the end of the line", last, end, std::string(1, source.bytes[open]));
  return result;
}

// `"A" or "B"`: the first quote that follows ends a word, and those between come in pairs. In `"a "b" c"` it begins one.
bool quotes_words_apart(std::string_view whole) {
  const char quote = whole.front();
  const auto between = std::ranges::count(whole.substr(1, whole.size() - 2), quote);
  const std::size_t next = whole.find(quote, 1);
  return between > 0 && between % 2 == 0 && !is_space(whole[next - 1]) && !base::is_letter(whole[next + 1]);
}

// `'don't'` and `"a "b" c"`: the last character closes what the first one opened, the quotes between are part of the text.
std::optional<diag::Fix> fix_inner_quotes(const Scene& scene, std::size_t open, std::size_t end) {
  const Source& source = scene.source;
  const char quote = source.bytes[open];
  const std::string_view whole = source.text(open, end);
  if (whole.find('\n') != kNowhere || scene.failure.bracket != kNowhere) return std::nullopt;
  if (whole.back() != quote) {
    if (whole.find('\\') != kNowhere) return std::nullopt;
    const bool sure = use_at(source, open) == KeyUse::text && !goes_on_below(source, open);
    return fix_one(scene, sure ? diag::Safety::safe : diag::Safety::unsafe, "put the whole text in quotes", open, end,
                   in_quotes(whole));
  }
  if (quotes_words_apart(whole)) {
    if (whole.find('\\') != kNowhere) return std::nullopt;
    return fix_one(scene, diag::Safety::safe, "put the whole text in quotes", open, end, in_quotes(whole));
  }
  diag::Fix fix{.title = quote == '"' ? "write the inner quotes as \\\"" : "double the apostrophe",
                .safety = diag::Safety::safe,
                .edits = {}};
  for (std::size_t at = open + 1; at + 1 < end; ++at) {
    if (source.bytes[at] == '\\' && quote == '"') {
      ++at;
    } else if (source.bytes[at] == quote) {
      if (fix.edits.size() == kMostQuoteEdits) return std::nullopt;
      fix.edits.push_back({.span = source.span(at, at), .replacement = quote == '"' ? "\\" : "'"});
    }
  }
  return fix;
}

bool starts_like_text(std::string_view bytes, std::size_t at) {
  return at < bytes.size() && !is_space(bytes[at]);
}

}  // namespace

Judgment unclosed_quote(const Scene& scene) {
  std::size_t open = quote_near(scene.source, scene.failure.begin);
  if (open == kNowhere) {
    const std::size_t close = closing_quote(scene.source.bytes, scene.failure.begin);
    open = close == kNowhere ? kNowhere : opening_quote(scene.source, scene.failure.read, close);
  }
  // A document marker inside the text: the quote is the last one that was opened before it.
  for (std::size_t at = scene.failure.read; open == kNowhere && at < scene.failure.begin; ++at) {
    if (is_quote(scene.source.bytes[at]) && opens_text(scene.source, at)) {
      const std::size_t close = closing_quote(scene.source.bytes, at);
      if (close == kNowhere || close > scene.failure.begin)
        open = at;
      else
        at = close;
    }
  }
  if (open == kNowhere) return std::nullopt;
  return quote_never_closed(scene, open);
}

// A text in quotes goes on in a line that stands too far left: never closed, or only badly indented?
Judgment quote_runs_on(const Scene& scene) {
  const Source& source = scene.source;
  const std::size_t open = quote_near(source, scene.failure.begin);
  if (open == kNowhere) return std::nullopt;
  const std::size_t close = closing_quote(source.bytes, open);
  if (close == kNowhere || swallows_structure(source, open, close)) return quote_never_closed(scene, open);
  const Line first = line_at(source, open);
  const std::size_t wanted = first.indent() + 2;
  diag::Diagnostic result;
  for (std::optional<Line> line = line_after(source, first); line && line->begin <= close;
       line = line_after(source, *line)) {
    if (line->blank() || line->indent() >= wanted) continue;
    if (!result.fix) {
      result = slip(scene, 114, line->content, word_end(source, line->content, *line),
                    "the text in quotes goes on here, but the line is not indented",
                    "indent it deeper than the key above");
      result.labels.push_back({.span = source.span(open, open + 1), .text = "the text starts here"});
      result.fix = diag::Fix{.title = "indent the lines of the text", .safety = diag::Safety::safe, .edits = {}};
    }
    result.fix->edits.push_back(
        {.span = source.span(line->begin, line->content), .replacement = std::string(wanted, ' ')});
  }
  if (!result.fix) return std::nullopt;
  return result;
}

Judgment text_after_quote(const Scene& scene) {
  const Source& source = scene.source;
  std::size_t close = scene.failure.begin;
  while (close > source.start && !is_quote(source.bytes[close - 1])) --close;
  if (close <= source.start) return std::nullopt;
  --close;
  const std::size_t open = opening_quote(source, scene.failure.read, close);
  if (open == kNowhere) return std::nullopt;
  const bool below = source.text(open, close).find('\n') != kNowhere;
  const bool reopened = opens_text(source, close) && starts_like_text(source.bytes, close + 1);
  if (below && (reopened || swallows_structure(source, open, close))) return quote_never_closed(scene, open);
  const std::size_t at = scene.failure.begin;
  const std::size_t end = std::max(end_of_text(source, at, scene.line), at + 1);
  diag::Diagnostic result = slip(
      scene, 116, at, end, fmt::format("`{}` comes after the closing quote", shown(source.text(at, end))),
      source.bytes[open] == '\''
          ? "write an apostrophe inside single quotes twice (''), or use double quotes around the text"
          : "put the whole text in single quotes, or write a quote inside as \\\"");
  result.labels.push_back({.span = source.span(open, close + 1), .text = "the text in quotes ends here"});
  result.fix = fix_inner_quotes(scene, open, end);
  return result;
}

Judgment glued_comment(const Scene& scene) {
  const std::size_t at = scene.source.bytes.find('#', scene.failure.begin);
  if (at == kNowhere || at >= scene.line.end) return std::nullopt;
  diag::Diagnostic result = slip(scene, 127, at, at + 1, "a comment needs a space before its `#`",
                                 "write a space before `#`; if it belongs to the text, put it inside the quotes");
  result.fix = fix_one(scene, diag::Safety::safe, "put a space before the comment", at, at, " ");
  return result;
}

Judgment reserved_character(const Scene& scene) {
  const Source& source = scene.source;
  const auto starts_reserved = [&](std::size_t at) {
    if (at >= scene.line.end || std::strchr("@`%*&!>|,?", source.bytes[at]) == nullptr) return false;
    return at == scene.line.content || std::strchr(" \t[{,", source.bytes[at - 1]) != nullptr;
  };
  // Some of the engine's marks lie behind the character: `* x`, `> x`.
  std::size_t at = std::min(scene.failure.begin, scene.line.end);
  while (at > scene.line.content && !starts_reserved(at)) --at;
  if (!starts_reserved(at)) return std::nullopt;
  const char character = source.bytes[at];
  const std::size_t end = end_of_text(source, at, scene.line);
  diag::Diagnostic result = slip(scene, 117, at, at + 1,
                                 fmt::format("a text cannot start with {} unless it is in quotes",
                                             character == '`' ? "a backquote" : fmt::format("`{}`", character)),
                                 "put the text in quotes");
  result.fix = fix_quote(scene, at, end);
  if (at == scene.line.begin && source.text(at, end).starts_with("```")) {
    result.help = "remove this line and the one at the end that is like it: they are Markdown, not part of the file";
    result.fix.reset();
  }
  return result;
}

Judgment unknown_escape(const Scene& scene) {
  const Source& source = scene.source;
  std::size_t at = scene.failure.begin;
  if (at >= source.bytes.size() || source.bytes[at] != '\\') at = source.bytes.rfind('\\', at);
  if (at == kNowhere || at < scene.failure.read) return std::nullopt;
  const std::size_t end = std::min(at + 2, source.bytes.size());
  diag::Diagnostic result = slip(scene, 118, at, end,
                                 fmt::format("`{}` means nothing in double quotes", source.text(at, end)),
                                 "use single quotes, where a backslash is a backslash, or write the backslash twice");
  std::size_t open = at;
  while (open > scene.failure.read && !(source.bytes[open] == '"' && opens_text(source, open))) --open;
  const std::size_t close = source.bytes[open] == '"' ? closing_quote(source.bytes, open) : kNowhere;
  if (close == kNowhere) return result;
  const std::string_view inner = source.text(open + 1, close);
  if (inner.find_first_of("'\n") != kNowhere || inner.find("\\\"") != kNowhere || inner.find("\\\\") != kNowhere)
    return result;
  result.fix = fix_one(scene, diag::Safety::safe, "use single quotes", open, close + 1, fmt::format("'{}'", inner));
  return result;
}

}  // namespace cpm::yaml
