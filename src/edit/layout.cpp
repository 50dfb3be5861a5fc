#include "edit/layout.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "yaml/source.h"

namespace cpm::edit {
namespace {

constexpr std::size_t kUsualWidth = 80;

using format::Shape;
using yaml::Kind;
using yaml::Node;

const Node& value_at(const Slot& slot) {
  return slot.above.kind == Kind::list ? *slot.above.items[slot.index] : *slot.above.entries[slot.index].value;
}

std::size_t count_of(const Node& above) {
  return above.kind == Kind::list ? above.items.size() : above.entries.size();
}

bool is_unwritten(const Node& node) {
  return node.kind == Kind::null && node.span.begin == node.span.end;
}

bool is_block_text(const Node& node) {
  return node.kind == Kind::scalar && (node.style == yaml::Style::literal || node.style == yaml::Style::folded);
}

/// Of the last part before the index, or the first part behind it.
const Node* neighbor_of(const Slot& slot) {
  if (count_of(slot.above) == 0) return nullptr;
  return &value_at({.above = slot.above, .index = slot.index == 0 ? 0 : slot.index - 1});
}

/// All texts and keys of a value, in order.
void add_texts(const Node& node, std::vector<diag::Span>& spans) {
  if (node.kind == Kind::scalar) spans.push_back(node.span);
  for (const Node* const item : node.items) add_texts(*item, spans);
  for (const yaml::Entry& entry : node.entries) {
    spans.push_back(entry.key->span);
    add_texts(*entry.value, spans);
  }
}

}  // namespace

// Lines

std::size_t Layout::line_begin(std::size_t at) const {
  const std::size_t end = at == 0 ? std::string_view::npos : bytes_.rfind('\n', at - 1);
  return end == std::string_view::npos ? at - column(at) : end + 1;
}

std::size_t Layout::line_end(std::size_t at) const {
  const std::size_t end = std::min(bytes_.find('\n', at), bytes_.size());
  return end > at && end < bytes_.size() && bytes_[end - 1] == '\r' ? end - 1 : end;
}

std::size_t Layout::line_behind(std::size_t at) const {
  const std::size_t end = bytes_.find('\n', at);
  return end == std::string_view::npos ? bytes_.size() : end + 1;
}

bool Layout::is_first_on_line(std::size_t at) const {
  return bytes_.substr(line_begin(at), column(at)).find_first_not_of(' ') == std::string_view::npos;
}

bool Layout::is_blank_line(std::size_t at) const {
  return at < bytes_.size() && bytes_.substr(at, line_end(at) - at).find_first_not_of(" \t") == std::string_view::npos;
}

// Parts

/// The dash of an entry stands in the column of the first one's.
std::size_t Layout::dash_of(const Slot& slot) const {
  const std::size_t first = slot.above.span.begin;
  if (slot.index == 0) return first;
  const Node& item = value_at(slot);
  std::size_t line = line_begin(is_unwritten(item) ? item.span.begin - 1 : item.span.begin);
  while (line > first && (line + column(first) >= bytes_.size() || bytes_[line + column(first)] != '-'))
    line = line_begin(line - 1);
  return line + column(first);
}

std::size_t Layout::begin_of(const Slot& slot) const {
  if (slot.above.kind == Kind::map) return slot.above.entries[slot.index].key->span.begin;
  return slot.above.flow ? value_at(slot).span.begin : dash_of(slot);
}

std::size_t Layout::end_of(const Slot& slot) const {
  const std::size_t end = value_at(slot).span.end;
  return slot.above.kind == Kind::map ? std::max<std::size_t>(end, slot.above.entries[slot.index].key->span.end) : end;
}

/// Where the part begins, or the comments on the lines right above it, in its column.
std::size_t Layout::with_comments_above(const Slot& slot, bool of_first) const {
  std::size_t begin = begin_of(slot);
  if ((slot.index == 0 && !of_first) || !is_first_on_line(begin)) return begin;
  const std::size_t its_column = column(begin);
  for (std::size_t line = line_begin(begin); line > 0;) {
    line = line_begin(line - 1);
    const std::size_t mark = line + its_column;
    if (line_end(line) <= mark || bytes_[mark] != '#' || !is_first_on_line(mark)) return begin;
    begin = mark;
  }
  return begin;
}

/// Outside its texts.
bool Layout::holds_comment(std::size_t begin, std::size_t end, const Node& node) const {
  std::vector<diag::Span> texts;
  add_texts(node, texts);
  std::size_t at = begin;
  for (const diag::Span& text : texts) {
    if (text.begin > at && bytes_.substr(at, text.begin - at).find('#') != std::string_view::npos) return true;
    at = std::max<std::size_t>(at, text.end);
  }
  return at < end && bytes_.substr(at, end - at).find('#') != std::string_view::npos;
}

/// Is there a blank line above it?
bool Layout::is_set_apart(const Node& above, std::size_t index) const {
  const std::size_t begin = line_begin(with_comments_above({.above = above, .index = index}));
  return index > 0 && begin > 0 && is_blank_line(line_begin(begin - 1));
}

/// Do blank lines stand between most of its entries, or before the larger parts of a map?
bool Layout::are_set_apart(const Node& above) const {
  std::size_t apart = 0;
  std::size_t others = 0;
  for (std::size_t i = 1; i < count_of(above); ++i) {
    const Node& value = value_at({.above = above, .index = i});
    const bool large = !value.flow && (value.kind == Kind::list || value.kind == Kind::map);
    if (above.kind == Kind::list || large) ++(is_set_apart(above, i) ? apart : others);
  }
  return apart > others;
}

// Edits

diag::Edit Layout::edit(std::size_t begin, std::size_t end, std::string_view text) const {
  std::string written;
  for (const std::string_view line : base::split(text, '\n')) written.append(line).append(manner_.line_end);
  written.resize(written.size() - manner_.line_end.size());
  return {.span = {.file = file_, .begin = static_cast<std::uint32_t>(begin), .end = static_cast<std::uint32_t>(end)},
          .replacement = std::move(written)};
}

/// What stands behind it on the line, a comment, stays behind the first line of the text.
Edits Layout::head_and_tail(std::size_t begin, std::size_t end, const std::string& text) const {
  const std::size_t first_end = std::min(text.find('\n'), text.size());
  const std::size_t rest = line_end(end);
  if (first_end == text.size() || rest == end) return {edit(begin, end, text)};
  return {edit(begin, end, text.substr(0, first_end)), edit(rest, rest, text.substr(first_end))};
}

/// Whole lines at the start of a line, or behind a last line that has no end.
Edits Layout::lines_in(std::size_t at, std::size_t column, const std::string& text, bool apart) const {
  const std::string lines = (apart ? "\n" : "") + std::string(column, ' ') + text;
  const bool ended = at == 0 || bytes_[at - 1] == '\n';
  return {edit(at, at, ended ? lines + "\n" : "\n" + lines)};
}

std::string Layout::text_behind(const Slot& slot, const Value& value, const Shape& shape) const {
  const std::size_t begin = begin_of(slot);
  return slot.above.kind == Kind::list ? writing_.behind_dash(value, shape, column(begin), false)
                                       : writing_.behind_key(value, shape, column(begin), false);
}

// Replacing

std::optional<Edits> Layout::replace(const Slot& slot, const Value& value, const Shape& shape) const {
  const Node& old = value_at(slot);
  const bool in_flow = slot.above.flow;
  const bool collection = old.kind == Kind::list || old.kind == Kind::map;
  if (is_unwritten(old)) {
    const std::string text = in_flow ? " " + writing_.flow(value, shape) : text_behind(slot, value, shape);
    return head_and_tail(old.span.begin, old.span.end, text);
  }
  if (!collection) return replace_scalar(slot, old, value, shape);
  if (holds_comment(old.span.begin, old.span.end, old)) return std::nullopt;
  if (in_flow || (old.flow && count_of(old) > 0))
    return Edits{edit(old.span.begin, old.span.end, writing_.flow(value, shape))};
  if (old.flow) {
    const std::size_t gap = bytes_.find_last_not_of(' ', old.span.begin - 1) + 1;
    return head_and_tail(gap, old.span.end, text_behind(slot, value, shape));
  }
  const std::size_t inner = column(old.span.begin);
  if (value.kind == Value::Kind::map && old.kind == Kind::map && !value.parts.empty())
    return Edits{edit(old.span.begin, old.span.end, writing_.map_lines(value, shape, inner))};
  if (value.kind == Value::Kind::list && old.kind == Kind::list && !value.parts.empty())
    return Edits{edit(old.span.begin, old.span.end, writing_.list_lines(value, shape, inner))};
  return std::nullopt;
}

std::optional<Edits> Layout::replace_scalar(const Slot& slot, const Node& old, const Value& value,
                                            const Shape& shape) const {
  if (is_block_text(old)) return replace_block_text(slot, old, value, shape);
  const std::size_t begin = old.span.begin;
  // Quotes that nothing asked for are the style of whoever wrote them.
  const bool needless = old.kind == Kind::scalar && writing_.scalar(old.text, shape, slot.above.flow) == old.text;
  const bool one_line = value.text.find('\n') == std::string::npos;
  if (value.kind == Value::Kind::text && needless && (one_line || slot.above.flow))
    if (const auto text = writing_.scalar_like(value.text, shape, old.style))
      return Edits{edit(begin, old.span.end, *text)};
  if (slot.above.flow) return Edits{edit(begin, old.span.end, writing_.flow(value, shape))};
  std::string text = text_behind(slot, value, shape);
  if (text.starts_with(' ')) return head_and_tail(begin, old.span.end, text.substr(1));
  const std::size_t gap = bytes_.find_last_not_of(' ', begin - 1) + 1;
  return head_and_tail(gap, old.span.end, text);
}

/// As a block of the same kind where that is possible; a comment behind `|` stays.
std::optional<Edits> Layout::replace_block_text(const Slot& slot, const Node& old, const Value& value,
                                                const Shape& shape) const {
  if (value.kind != Value::Kind::text) return std::nullopt;
  const std::size_t header = std::min(bytes_.find_first_of(" \t\r\n", old.span.begin), bytes_.size());
  const std::size_t first_end = line_end(old.span.begin);
  const bool several = old.style == yaml::Style::folded || value.text.find('\n') != std::string::npos;
  std::string text = several ? block_like(old, value.text).value_or("") : "";
  if (text.empty()) text = text_behind(slot, value, shape).substr(1);
  const std::size_t head = std::min(text.find('\n'), text.size());
  const std::size_t last = std::max<std::size_t>(old.span.end, first_end);
  return Edits{edit(old.span.begin, header, text.substr(0, head)), edit(first_end, last, text.substr(head))};
}

/// In the column of the text that is there, and no wider.
std::optional<std::string> Layout::block_like(const Node& old, const std::string& text) const {
  std::size_t its_column = 0;
  std::size_t width = 0;
  for (std::size_t line = line_behind(old.span.begin); line < old.span.end; line = line_behind(line)) {
    if (is_blank_line(line)) continue;
    if (its_column == 0) its_column = bytes_.find_first_not_of(' ', line) - line;
    width = std::max(width, line_end(line) - line);
  }
  if (its_column == 0) return std::nullopt;
  return old.style == yaml::Style::literal ? literal_text(text, its_column)
                                           : folded_text(text, its_column, std::max(width, kUsualWidth));
}

std::optional<Edits> Layout::replace_entry(const Slot& slot, std::string_view key, const Value& value,
                                           const Shape& shape) const {
  const std::size_t begin = begin_of(slot);
  const std::size_t end = end_of(slot);
  if (holds_comment(begin, end,
                    slot.above.entries[slot.index].value->kind == Kind::null ? *slot.above.entries[slot.index].key
                                                                             : value_at(slot)))
    return std::nullopt;
  const std::string text = slot.above.flow ? writing_.key(key, true) + ": " + writing_.flow(value, shape)
                                           : writing_.key(key, false) + ":" +
                                                 writing_.behind_key(value, shape, column(begin), false);
  return head_and_tail(begin, end, text);
}

// Putting in

std::optional<Edits> Layout::put_in(const Slot& slot, const std::string& text, bool apart) const {
  const std::size_t count = count_of(slot.above);
  const Slot before{.above = slot.above, .index = slot.index == 0 ? 0 : slot.index - 1};
  if (slot.above.flow) {
    if (count == 0) return Edits{edit(slot.above.span.begin + 1, slot.above.span.begin + 1, text)};
    if (slot.index == 0) return Edits{edit(begin_of(before), begin_of(before), text + ", ")};
    return Edits{edit(end_of(before), end_of(before), ", " + text)};
  }
  if (count == 0) return std::nullopt;
  const std::size_t its_column = column(begin_of({.above = slot.above, .index = 0}));
  if (slot.index > 0) return lines_in(line_behind(end_of(before)), its_column, text, apart);
  const std::size_t at = begin_of(before);
  return Edits{edit(at, at, text + (apart ? "\n\n" : "\n") + std::string(its_column, ' '))};
}

std::optional<Edits> Layout::insert_entry(const Slot& slot, std::string_view key, const Value& value,
                                          const Shape& shape) const {
  const std::string name = writing_.key(key, slot.above.flow);
  if (slot.above.flow) return put_in(slot, name + ": " + writing_.flow(value, shape), false);
  const Node* const neighbor = neighbor_of(slot);
  const bool like_flow = slot.above.kind == Kind::map && neighbor != nullptr && neighbor->flow &&
                         neighbor->kind == Kind::map && value.kind == Value::Kind::map;
  const std::size_t its_column = count_of(slot.above) == 0 ? 0 : column(begin_of({.above = slot.above, .index = 0}));
  const std::string text = name + ":" + writing_.behind_key(value, shape, its_column, like_flow);
  const bool large = text.starts_with(name + ":\n");
  return put_in(slot, text, large && are_set_apart(slot.above));
}

std::optional<Edits> Layout::insert_item(const Slot& slot, const Value& value, const Shape& shape) const {
  if (slot.above.flow) return put_in(slot, writing_.flow(value, shape), false);
  const Node* const neighbor = neighbor_of(slot);
  const bool like_flow = neighbor != nullptr && neighbor->flow && !neighbor->entries.empty();
  const std::size_t its_column = column(slot.above.span.begin);
  return put_in(slot, "-" + writing_.behind_dash(value, shape, its_column, like_flow), are_set_apart(slot.above));
}

// Taking out

/// With one of the blank lines around it, so that none are left over.
Edits Layout::remove_lines(std::size_t begin, std::size_t end, bool last) const {
  if (begin > 0) {
    const std::size_t above = line_begin(begin - 1);
    const bool blank_below = end >= bytes_.size() || is_blank_line(end);
    if (is_blank_line(above) && (blank_below || last)) begin = above;
  }
  const bool unended = end == bytes_.size() && bytes_[end - 1] != '\n';
  if (unended && begin > 0) begin = line_end(begin - 1 - (begin > 1 && bytes_[begin - 2] == '\r' ? 1 : 0));
  return {edit(begin, end, "")};
}

std::optional<Edits> Layout::remove_in_flow(const Slot& slot) const {
  const std::size_t begin = slot.index == 0 ? begin_of(slot) : end_of({.above = slot.above, .index = slot.index - 1});
  const std::size_t end = slot.index == 0 ? begin_of({.above = slot.above, .index = 1}) : end_of(slot);
  if (holds_comment(begin, end, value_at(slot))) return std::nullopt;
  return Edits{edit(begin, end, "")};
}

std::optional<Edits> Layout::remove(const Slot& slot) const {
  if (count_of(slot.above) < 2) return std::nullopt;
  if (slot.above.flow) return remove_in_flow(slot);
  const std::size_t begin = with_comments_above(slot);
  const std::size_t end = end_of(slot);
  if (is_first_on_line(begin)) {
    std::size_t behind = line_behind(end);
    if (slot.index == 0 && is_blank_line(behind)) behind = line_behind(behind);  // it set the next part apart
    return remove_lines(line_begin(begin), behind, slot.index + 1 == count_of(slot.above));
  }
  // Behind a dash: the next key comes up to it.
  const std::size_t next = begin_of({.above = slot.above, .index = slot.index + 1});
  if (bytes_.substr(end, next - end).find('#') != std::string_view::npos) return std::nullopt;
  return Edits{edit(begin, next, "")};
}

std::optional<Edits> Layout::move(const Slot& slot, std::size_t to) const {
  if (slot.above.kind != Kind::list) return std::nullopt;
  std::vector<Stretch> stretches;
  for (std::size_t i = 0; i < slot.above.items.size(); ++i) {
    const Slot each{.above = slot.above, .index = i};
    const std::size_t end = slot.above.flow ? end_of(each) : line_end(end_of(each));
    stretches.push_back({.begin = slot.above.flow ? begin_of(each) : with_comments_above(each, true), .end = end});
  }
  std::vector<Stretch> moved = stretches;
  const auto at = [&moved](std::size_t index) { return moved.begin() + static_cast<std::ptrdiff_t>(index); };
  if (slot.index < to)
    std::rotate(at(slot.index), at(slot.index) + 1, at(to) + 1);
  else
    std::rotate(at(to), at(slot.index), at(slot.index) + 1);
  Edits edits;
  for (std::size_t i = 0; i < moved.size(); ++i) {
    const Stretch& from = moved[i];
    if (from.begin == stretches[i].begin) continue;
    diag::Edit each = edit(stretches[i].begin, stretches[i].end, "");
    each.replacement = bytes_.substr(from.begin, from.end - from.begin);
    edits.push_back(std::move(each));
  }
  return edits;
}

}  // namespace cpm::edit
