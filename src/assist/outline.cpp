#include "assist/outline.h"

#include <algorithm>

#include "assist/outline_flow.h"
#include "yaml/source.h"

namespace cpm::assist {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

class OutlineReader {
 public:
  explicit OutlineReader(std::string_view bytes) {
    outline_.bytes = bytes;
    outline_.parts.push_back({.colon = true, .name = {}, .value = {bytes.size(), bytes.size()}, .end = bytes.size()});
  }

  Outline read() {
    at_ = bytes().starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
    while (at_ < bytes().size()) read_line();
    return std::move(outline_);
  }

 private:
  std::string_view bytes() const { return outline_.bytes; }
  Part& part(std::size_t index) { return outline_.parts[index]; }
  Part& top() { return part(open_.back()); }

  void read_line() {
    line_ = line_bounds(bytes(), at_);
    line_.begin = at_;  // behind a byte order mark, and behind what was read of the line
    at_ = line_.next;
    if (line_.blank() || bytes()[line_.content] == '#' || is_document_mark()) return;
    const std::size_t from = std::max(line_.content, line_.begin);
    if (!goes_on(from)) read_content(from);
  }

  bool is_document_mark() const {
    const std::string_view text = bytes().substr(line_.begin, line_.end - line_.begin);
    return text.starts_with("---") || text.starts_with("...") || text.starts_with('%');
  }

  int column(std::size_t at) const { return static_cast<int>(at - line_.begin); }

  /// Another line of a plain text.
  bool goes_on(std::size_t from) {
    if (top().form != Form::plain || column(from) <= top().column || is_dash(from)) return false;
    if (key_end(from) != kNone) return false;
    top().value.end = end_of_words(bytes(), from, line_.end);
    return true;
  }

  bool is_dash(std::size_t at) const {
    return bytes()[at] == '-' && (at + 1 >= line_.end || yaml::is_blank(bytes()[at + 1]));
  }

  std::size_t behind_blanks(std::size_t at) const {
    while (at < line_.end && yaml::is_blank(bytes()[at])) ++at;
    return at;
  }

  /// Dashes, then a key or a text.
  void read_content(std::size_t at) {
    std::size_t entry = kNone;
    while (at < line_.end && is_dash(at)) {
      entry = add({.entry = true, .column = column(at), .name = {at, at + 1}});
      at = behind_blanks(at + 1);
    }
    const std::size_t end = at < line_.end ? key_end(at) : kNone;
    if (end != kNone)
      read_value(add({.colon = true, .column = column(at), .name = {at, end}}), bytes().find(':', end) + 1);
    else if (entry != kNone)
      read_value(entry, part(entry).name.end);
    else if (begins_value(at))
      read_value(holder_at(column(at), false), at);
    else
      add_bare(at);
  }

  /// A text, or a key that is being written.
  void add_bare(std::size_t at) {
    const std::size_t end = end_of_words(bytes(), at, line_.end);
    const std::size_t index = add({.column = column(at), .name = {at, end}});
    part(index).value = {end, end};
    part(index).end = end;
  }

  bool begins_value(std::size_t at) const {
    constexpr std::string_view kBegins = "[{\"'|>";
    return kBegins.find(bytes()[at]) != std::string_view::npos;
  }

  /// Where the key ends that begins here, or kNone. A colon and a blank or the end of the line follow, perhaps behind blanks.
  std::size_t key_end(std::size_t at) const {
    const char first = bytes()[at];
    if (first == '"' || first == '\'') {
      const std::size_t closing = yaml::closing_quote(bytes().substr(0, line_.end), at);
      if (closing == yaml::kNowhere) return kNone;
      return is_key_colon(behind_blanks(closing + 1)) ? closing + 1 : kNone;
    }
    if (first == '[' || first == '{') return kNone;
    std::size_t end = at;
    for (std::size_t i = at; i < line_.end; ++i) {
      if (is_key_colon(i)) return i == at ? kNone : end;
      if (bytes()[i] == '#' && i > at && yaml::is_blank(bytes()[i - 1])) return kNone;
      if (!yaml::is_blank(bytes()[i])) end = i + 1;
    }
    return kNone;
  }

  bool is_key_colon(std::size_t at) const {
    return at < line_.end && bytes()[at] == ':' && (at + 1 == line_.end || yaml::is_blank(bytes()[at + 1]));
  }

  /// Leaves what a part in this column ends. A list may stand in the column of its key.
  std::size_t holder_at(int column, bool entry) {
    const auto ends = [&](const Part& part) {
      if (part.column != column) return part.column > column;
      return !entry || part.entry || !part.colon || part.form != Form::nothing;
    };
    while (open_.size() > 1 && ends(top())) open_.pop_back();
    return open_.back();
  }

  std::size_t add(Part part) {
    part.above = holder_at(part.column, part.entry);
    part.value = {part.name.end, part.name.end};
    part.end = line_.end;
    open_.push_back(outline_.parts.size());
    outline_.parts.push_back(part);
    return open_.back();
  }

  /// `behind`: the colon or dash.
  void read_value(std::size_t index, std::size_t behind) {
    const std::size_t from = behind_blanks(behind);
    Part& its = part(index);
    its.value = {behind, behind};
    its.end = end_of_words(bytes(), behind, line_.end);
    if (from == line_.end || (bytes()[from] == '#' && from > behind)) {
      its.end = from;
      return;
    }
    const char first = bytes()[from];
    its.value.begin = from;
    if ((first == '|' || first == '>') && is_header(from)) return read_lines(index);
    if (first == '[' || first == '{') return read_flow(index, from);
    its.form = first == '"' || first == '\'' ? Form::quoted : Form::plain;
    its.value.end = its.end;
    if (its.form == Form::quoted) read_quoted(index, from);
  }

  /// `|-`, `>2`, alone on the rest of the line.
  bool is_header(std::size_t from) const {
    std::size_t at = from + 1;
    while (at < line_.end && bytes().substr(at, 1).find_first_of("+-0123456789") == 0) ++at;
    return at == line_.end || yaml::is_blank(bytes()[at]);
  }

  /// Where the lines end that can belong to a value of this part by their column, or `most` at the latest. `closing`: one that
  /// begins with a closing bracket may stand in the column of its key.
  std::size_t limit_of(const Part& part, bool closing, std::size_t most) const {
    std::size_t limit = line_.end;
    for (std::size_t at = line_.next; at < std::min(bytes().size(), most);) {
      const LineBounds line = line_bounds(bytes(), at);
      at = line.next;
      if (line.blank()) continue;
      const auto indent = static_cast<int>(line.content - line.begin);
      const bool is_closing = closing && indent == part.column &&
                              (bytes()[line.content] == ']' || bytes()[line.content] == '}');
      if (indent <= part.column && !is_closing) break;
      limit = line.end;
    }
    return limit;
  }

  void read_lines(std::size_t index) {
    Part& its = part(index);
    its.form = Form::lines;
    its.value.end = limit_of(its, false, bytes().size());
    if (its.value.end > line_.end) at_ = line_bounds(bytes(), its.value.end).next;
  }

  /// What stands further below closes no quote or bracket of here: a text where many are missing is read in no time.
  std::size_t farthest() const {
    constexpr std::size_t kFarthest = std::size_t{64} * 1024;
    return line_.end + kFarthest;
  }

  void read_flow(std::size_t index, std::size_t from) {
    part(index).form = Form::brackets;
    const std::size_t behind = read_brackets(outline_, index, from, limit_of(part(index), true, farthest()));
    part(index).value.end = behind;
    at_ = line_bounds(bytes(), behind).next;
  }

  void read_quoted(std::size_t index, std::size_t from) {
    const std::size_t closing = yaml::closing_quote(bytes().substr(0, limit_of(part(index), false, farthest())), from);
    if (closing == yaml::kNowhere) return;
    part(index).value.end = closing + 1;
    at_ = line_bounds(bytes(), closing).next;
  }

  Outline outline_;
  LineBounds line_;
  std::size_t at_ = 0;
  std::vector<std::size_t> open_ = {0};  ///< the parts that what follows may belong to, the innermost last
};

}  // namespace

LineBounds line_bounds(std::string_view bytes, std::size_t at) {
  LineBounds line;
  line.begin = at == 0 ? 0 : bytes.rfind('\n', at - 1) + 1;
  const std::size_t feed = std::min(bytes.find('\n', at), bytes.size());
  line.next = std::min(feed + 1, bytes.size());
  line.end = feed > line.begin && bytes[feed - 1] == '\r' ? feed - 1 : feed;
  line.content = line.begin;
  while (line.content < line.end && yaml::is_blank(bytes[line.content])) ++line.content;
  return line;
}

std::size_t end_of_words(std::string_view bytes, std::size_t at, std::size_t end) {
  std::size_t words = at;
  for (std::size_t i = at; i < end; ++i) {
    if (bytes[i] == '#' && (i == at || yaml::is_blank(bytes[i - 1]))) break;
    if (!yaml::is_blank(bytes[i])) words = i + 1;
  }
  return words;
}

Outline outline_of(std::string_view bytes) {
  return OutlineReader(bytes).read();
}

}  // namespace cpm::assist
