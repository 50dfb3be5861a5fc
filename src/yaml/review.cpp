#include "yaml/review.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/ascii.h"
#include "base/utf8.h"
#include "yaml/duplicates.h"

namespace cpm::yaml {
namespace {

constexpr std::size_t kMostOfAKind = 20;  // findings of one kind in one file

// `due:2026` but not `https://…` or `a::b`; 0 when it is none of that kind, else the place behind the colon.
std::size_t glued_colon(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && (is_key_start(text[at]) || (at > 0 && (base::is_digit(text[at]) || text[at] == '-'))))
    ++at;
  if (at == 0 || at + 1 >= text.size() || text[at] != ':') return 0;
  return text[at + 1] == '/' || text[at + 1] == ':' || is_space(text[at + 1]) ? 0 : at + 1;
}

// `-x` but not a number and not `--`.
bool glued_dash(std::string_view text) {
  return text.size() > 1 && text[0] == '-' && text[1] != '-' && text[1] != '.' && !base::is_digit(text[1]) &&
         !is_space(text[1]);
}

class Review {
 public:
  Review(const Source& source, bool invisible_characters, diag::Diagnostics& findings)
      : source_(source), invisible_characters_(invisible_characters), findings_(findings) {}

  void look(const Node& node, bool is_entry = false) {
    if (node.kind == Kind::map) {
      duplicates_ += check_duplicates(source_, node, is_entry, kMostOfAKind - duplicates_, scratch_, findings_);
      for (const Entry& entry : node.entries) look_at_entry(entry);
    } else if (node.kind == Kind::list) {
      look_at_list(node);
    }
  }
  void look_at_root(const Node& root);

 private:
  void look_at_entry(const Entry& entry);
  void look_at_list(const Node& list);
  void look_at_text(const Node& node);
  void lost_value(const Entry& entry);
  void lost_rest(const Node& text);
  void swallowed_dash(const Node& text);
  void swallowed_line(const Node& text, std::size_t column, std::string_view owner);
  void swallowed_entry(const Node& text);
  void missing_space(const Node& text);
  void invisible_characters(const Node& text, bool anywhere);
  bool add(std::size_t& counter, diag::Diagnostic finding);

  const Source& source_;
  bool invisible_characters_;
  diag::Diagnostics& findings_;
  std::vector<std::uint32_t> scratch_;
  std::size_t duplicates_ = 0;
  std::size_t lost_ = 0;
  std::size_t spaces_ = 0;
  std::size_t invisible_ = 0;
};

bool Review::add(std::size_t& counter, diag::Diagnostic finding) {
  if (++counter > kMostOfAKind) return false;
  findings_.add(std::move(finding));
  return true;
}

diag::Diagnostic made(diag::Code code, diag::Span span, std::string message, std::string help) {
  diag::Diagnostic result;
  result.code = code;
  result.message = std::move(message);
  result.span = span;
  result.help = std::move(help);
  return result;
}

diag::Fix one_edit(std::string title, diag::Safety safety, diag::Span span, std::string replacement) {
  diag::Fix fix{.title = std::move(title), .safety = safety, .edits = {}};
  fix.edits.push_back({.span = span, .replacement = std::move(replacement)});
  return fix;
}

void Review::look_at_root(const Node& root) {
  if (root.kind == Kind::scalar && root.plain()) missing_space(root);
  look(root);
}

void Review::look_at_entry(const Entry& entry) {
  const Node& value = *entry.value;
  if (invisible_characters_) invisible_characters(*entry.key, true);
  if (value.kind == Kind::null) return lost_value(entry);
  if (value.kind != Kind::scalar) return look(value);
  if (value.style == Style::literal || value.style == Style::folded) {
    const std::size_t before = source_.bytes.rfind('\n', entry.key->span.begin);
    const std::size_t column = entry.key->span.begin - (before == kNowhere ? source_.start : before + 1);
    const std::size_t end = std::min(source_.bytes.find('\n', value.span.begin), source_.bytes.size());
    const std::size_t content = std::min(source_.bytes.find_first_not_of(' ', end + 1), source_.bytes.size());
    if (content > end + 1 + column && content < source_.bytes.size() && source_.bytes[content] != '\n') return;
    return swallowed_line(value, column, fmt::format("`{}`", shown(entry.key->text)));
  }
  if (!value.plain()) return;
  // `key:` and `-x` or `a:b` below it: a text to YAML, a list or map to people.
  const bool glued = glued_dash(value.text) || glued_colon(value.text) > 0;
  if (glued && source_.text(entry.key->span.end, value.span.begin).find('\n') != kNowhere) return missing_space(value);
  look_at_text(value);
}

void Review::look_at_list(const Node& list) {
  const auto is_map = [](const Node* item) { return item->kind == Kind::map; };
  const bool has_maps = std::any_of(list.items.begin(), list.items.end(), is_map);
  for (const Node* const item : list.items) {
    if (item->kind == Kind::map || item->kind == Kind::list) {
      look(*item, true);
    } else if (item->style == Style::literal || item->style == Style::folded) {
      swallowed_entry(*item);
    } else if (item->kind == Kind::scalar && item->plain()) {
      if (has_maps && glued_colon(item->text) > 0) {
        missing_space(*item);
      } else {
        look_at_text(*item);
      }
    }
  }
}

void Review::look_at_text(const Node& node) {
  if (invisible_characters_) invisible_characters(node, false);
  lost_rest(node);
  if (node.span.end - node.span.begin > node.text.size() ||
      node.text.data() != source_.bytes.data() + node.span.begin) {
    swallowed_dash(node);
  }
}

// `phone: #1`: the value became a comment. A comment that starts with a space is one.
void Review::lost_value(const Entry& entry) {
  if (!entry.value->text.empty()) return;
  std::size_t at = entry.value->span.end;
  while (at < source_.bytes.size() && is_blank(source_.bytes[at])) ++at;
  if (at + 1 >= source_.bytes.size() || source_.bytes[at] != '#' || at == entry.value->span.end) return;
  if (is_space(source_.bytes[at + 1]) || source_.bytes[at + 1] == '#') return;
  const Line line = line_at(source_, at);
  const std::string_view text = source_.text(at, line.end);
  diag::Diagnostic finding = made(
      128, source_.span(at, line.end),
      fmt::format("`{}` is a comment to YAML, so `{}` has no value", shown(text), shown(entry.key->text)),
      "put the text in quotes; if it is a comment, write a space behind the `#`");
  const bool sure = use_at(source_, entry.value->span.end) == KeyUse::text;
  finding.fix = one_edit("put the text in quotes", sure ? diag::Safety::safe : diag::Safety::unsafe,
                         source_.span(at, line.end), in_quotes(text));
  add(lost_, std::move(finding));
}

// `room: Hall #5`: the rest became a comment. Only numbers: `done #see notes` is a comment in a hurry.
void Review::lost_rest(const Node& text) {
  std::size_t at = text.span.end;
  if (at + 2 >= source_.bytes.size() || source_.bytes[at] != ' ') return;
  while (at < source_.bytes.size() && is_blank(source_.bytes[at])) ++at;
  if (at + 1 >= source_.bytes.size() || source_.bytes[at] != '#' || !base::is_digit(source_.bytes[at + 1])) return;
  const Line line = line_at(source_, at);
  diag::Diagnostic finding = made(128, source_.span(at, line.end),
                                  fmt::format("`{}` is a comment to YAML, so only `{}` is read",
                                              shown(source_.text(at, line.end)), shown(text.text)),
                                  "put the whole text in quotes; if it is a comment, write a space behind the `#`");
  if (line.begin <= text.span.begin) {
    const diag::Span whole = source_.span(text.span.begin, line.end);
    finding.fix = one_edit("put the whole text in quotes", diag::Safety::unsafe, whole,
                           in_quotes(source_.file.text(whole)));
  }
  add(lost_, std::move(finding));
}

// `- a` and `  - b` one step deeper: YAML reads one text, "a - b".
void Review::swallowed_dash(const Node& text) {
  for (std::optional<Line> line = line_after(source_, line_at(source_, text.span.begin));
       line && line->begin < text.span.end; line = line_after(source_, *line)) {
    const std::string_view content = source_.text(line->content, line->end);
    if (!content.starts_with("- ") && !glued_dash(content)) continue;
    add(lost_, made(128, source_.span(line->content, line->content + 1),
                    fmt::format("this dash became part of the text above, which now reads `{}`", shown(text.text)),
                    "start it in the column of the other dashes; if it belongs to the text, put the text in quotes"));
    return;
  }
}

// `- |` and in the column of its dash the next entry, or `note: |` and in its column the text: YAML has an empty text and
// then that line, the engine one text of all that follows.
void Review::swallowed_line(const Node& text, std::size_t column, std::string_view owner) {
  const Line head = line_at(source_, text.span.begin);
  std::optional<Line> line = line_after(source_, head);
  while (line && line->blank()) line = line_after(source_, *line);
  if (!line || line->begin >= text.span.end || line->indent() > column) return;
  add(lost_,
      made(127, source_.span(line->content, line->end),
           fmt::format("this line is indented no deeper than {} of line {}, whose text it would be", owner,
                       source_.line_number(text.span.begin)),
           fmt::format("indent the text deeper than {0}; if there is no such text, remove the character behind {0}",
                       owner)));
}

void Review::swallowed_entry(const Node& text) {
  const Line head = line_at(source_, text.span.begin);
  const std::size_t dash = source_.text(head.begin, text.span.begin).rfind('-');
  if (dash != kNowhere) swallowed_line(text, dash, "the dash");
}

void Review::missing_space(const Node& text) {
  const std::size_t begin = text.span.begin;
  const std::string_view raw = source_.file.text(text.span);
  const bool dash = glued_dash(raw);
  const std::size_t colon = dash ? 0 : glued_colon(raw);
  if (!dash && colon == 0) return;
  const std::size_t at = dash ? begin : begin + colon - 1;
  diag::Diagnostic finding = dash ? made(129, source_.span(at, at + 1),
                                         "this dash needs a space behind it to start a list entry",
                                         "write `- ` before each entry; a text that starts with a dash needs quotes")
                                  : made(129, source_.span(at, at + 1),
                                         fmt::format("`{}` needs a space behind its colon to be a key",
                                                     raw.substr(0, colon)),
                                         "write a space behind the colon; a text with a colon needs quotes");
  finding.fix = diag::Fix{.title = "put the space in", .safety = diag::Safety::unsafe, .edits = {}};
  // All lines that this text swallowed have the same slip, mostly.
  for (std::optional<Line> line = line_at(source_, begin); line && line->begin < text.span.end;
       line = line_after(source_, *line)) {
    const std::size_t from = std::max<std::size_t>(line->content, begin);
    const std::string_view content = source_.text(from, std::max(from, line->end));
    const std::size_t space = dash ? (glued_dash(content) ? 1 : 0) : glued_colon(content);
    if (space > 0) finding.fix->edits.push_back({.span = source_.span(from + space, from + space), .replacement = " "});
  }
  add(spaces_, std::move(finding));
}

void Review::invisible_characters(const Node& text, bool anywhere) {
  const std::string_view raw = source_.file.text(text.span);
  for (std::size_t at = 0; at < raw.size();) {
    const base::CodePoint character = base::code_point_at(raw, at);
    const std::string_view name = invisible_name(character.code);
    const bool outside = anywhere || at == 0 || at + character.bytes == raw.size();
    if (!name.empty() && outside) {
      const std::size_t place = text.span.begin + at;
      std::size_t run = at + character.bytes;
      while (run < raw.size() && !invisible_name(base::code_point_at(raw, run).code).empty())
        run += base::code_point_at(raw, run).bytes;
      diag::Diagnostic finding = made(130, source_.span(place, text.span.begin + run),
                                      fmt::format("here is {} ({}), which cannot be seen and belongs to the text `{}`",
                                                  name, code_point_text(character.code), shown(text.text)),
                                      "remove it");
      finding.fix = one_edit("remove it", diag::Safety::safe, finding.span, "");
      add(invisible_, std::move(finding));
      return;
    }
    at += character.bytes;
  }
}

}  // namespace

void review(const Source& source, const Node& root, bool invisible_characters, diag::Diagnostics& findings) {
  Review{source, invisible_characters, findings}.look_at_root(root);
}

}  // namespace cpm::yaml
