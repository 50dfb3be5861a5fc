#include "yaml/builder.h"

#include <algorithm>
#include <cstring>
#include <memory>
#include <new>
#include <span>
#include <vector>

#include <fmt/format.h>

#include "yaml/engine.h"
#include "yaml/folding.h"
#include "yaml/refusals.h"
#include "yaml/single_quoted.h"

namespace cpm::yaml {
namespace {

/// A list or map that is still open. Its children wait on the builder's common stack, from `first` on; a map's are keys
/// and values in turn.
struct Open {
  Node* node = nullptr;
  std::size_t first = 0;
  bool is_key = false;
  bool bracket = false;  ///< a pair in a list, `[a: b]`, is a map in brackets without its own
};

bool written_null(std::string_view text) {
  return text == "~" || text == "null" || text == "Null" || text == "NULL";
}

Style style_of(fy_scalar_style style) {
  constexpr Style kStyles[] = {Style::plain, Style::single_quoted, Style::double_quoted, Style::literal, Style::folded};
  const auto at = static_cast<std::size_t>(style);
  return at < std::size(kStyles) ? kStyles[at] : Style::plain;
}

class Builder {
 public:
  Builder(const Source& source, const Limits& limits, std::pmr::memory_resource& memory, diag::Diagnostics& findings)
      : source_(source), limits_(limits), memory_(memory), read_(source.start), refusals_(source, findings) {}

  Built run();

 private:
  void take(const fy_event& event);
  void take_scalar(const fy_event& event);
  void take_start(const fy_event& event, Kind kind);
  void take_end(const fy_event& event);
  void take_document();
  void take_alias(const fy_event& event);

  Node* quoted_or_plain(const fy_event& event, Style style);
  Node* block_text(const fy_event& event, Style style);
  Node* missing();
  void check_key(const Node& node);
  void finish(const Open& open, std::size_t end);
  void add(const Node* node);

  bool expects_key() const;
  bool explicit_key(std::size_t begin) const;
  std::size_t behind_character(char character) const;
  std::size_t place(const fy_mark* mark) const { return mark == nullptr ? read_ : mark->input_pos + source_.start; }
  std::string_view one_text(const std::optional<std::string_view>& known, fy_token* token);
  template <class T>
  T* space_for(std::size_t count) {
    return static_cast<T*>(memory_.allocate(count * sizeof(T), alignof(T)));
  }
  Node* space_for_node();
  Node* new_node(Kind kind, std::size_t begin, std::size_t end);

  void refuse_marks(fy_token* anchor, fy_token* tag);
  Failure failure(const Complaint& complaint) const;

  const Source& source_;
  const Limits& limits_;
  std::pmr::memory_resource& memory_;

  std::span<Node> spare_;  // asked of the memory, and not yet in the tree
  std::vector<Open> open_;
  std::vector<const Node*> children_;
  const Node* root_ = nullptr;
  std::size_t read_;  // behind the last word or character that became part of a node
  std::size_t nodes_ = 0;
  std::size_t documents_ = 0;
  Refusals refusals_;
};

Built Builder::run() {
  Engine engine{source_.bytes.substr(source_.start)};
  open_.reserve(16);
  children_.reserve(256);
  while (!refusals_.stopped()) {
    const Engine::Event event = engine.next();
    if (event == nullptr) break;
    take(*event);
  }
  Built built{.root = nullptr, .failure = {}, .refused = refusals_.any()};
  if (refusals_.stopped()) return built;
  if (const std::optional<Complaint> complaint = engine.complaint()) {
    built.failure = failure(*complaint);
    // What the engine minds further along the line follows from what was refused there.
    if (refusals_.follows(built.failure->begin)) built.failure.reset();
  } else {
    built.root = root_;
  }
  return built;
}

void Builder::take(const fy_event& event) {
  switch (event.type) {
    case FYET_SCALAR:
      return take_scalar(event);
    case FYET_MAPPING_START:
      return take_start(event, Kind::map);
    case FYET_SEQUENCE_START:
      return take_start(event, Kind::list);
    case FYET_MAPPING_END:
    case FYET_SEQUENCE_END:
      return take_end(event);
    case FYET_ALIAS:
      return take_alias(event);
    case FYET_DOCUMENT_START:
      return take_document();
    default:
      return;
  }
}

void Builder::take_scalar(const fy_event& event) {
  if (event.scalar.anchor != nullptr || event.scalar.tag != nullptr) {
    refuse_marks(event.scalar.anchor, event.scalar.tag);
  }
  Node* node = nullptr;
  const bool key = expects_key();
  if (event.scalar.value == nullptr) {
    node = missing();
  } else {
    const Style style = style_of(fy_token_scalar_style(event.scalar.value));
    const bool block = style == Style::literal || style == Style::folded;
    node = block ? block_text(event, style) : quoted_or_plain(event, style);
  }
  if (key) {
    check_key(*node);
    node->kind = Kind::scalar;
  }
  read_ = node->span.end;
  add(node);
}

Node* Builder::quoted_or_plain(const fy_event& event, Style style) {
  fy_token* const token = event.scalar.value;
  const std::size_t begin = place(fy_token_start_mark(token));
  const std::size_t end = std::max(begin, place(fy_token_end_mark(token)));
  const std::string_view raw = source_.text(begin, end);
  const std::size_t quote = style == Style::plain ? 0 : 1;
  Node* const node = new_node(Kind::scalar, begin - quote, end + quote);
  node->style = style;
  const char escape = style == Style::double_quoted ? '\\' : '\'';
  const bool as_written = raw.find('\n') == kNowhere && (quote == 0 || raw.find(escape) == kNowhere);
  if (as_written)
    node->text = raw;
  else if (style == Style::single_quoted)
    node->text = single_quoted_text(raw, memory_);
  else
    node->text = one_text(style == Style::plain ? joined_lines(raw, memory_) : std::nullopt, token);
  if (style == Style::plain && written_null(node->text)) node->kind = Kind::null;
  return node;
}

// The engine's marks of block text name its content only; the node starts at `|` or `>`.
Node* Builder::block_text(const fy_event& event, Style style) {
  fy_token* const token = event.scalar.value;
  const std::size_t begin = behind_character(style == Style::literal ? '|' : '>') - 1;
  std::size_t header = begin + 1;
  while (header < source_.bytes.size() && std::strchr("+-0123456789", source_.bytes[header]) != nullptr) ++header;
  std::size_t end = std::min(place(fy_token_end_mark(token)), source_.bytes.size());
  while (end > header && is_space(source_.bytes[end - 1])) --end;
  // Empty block text: the mark is wherever the engine looked last.
  if (place(fy_token_start_mark(token)) >= end) end = header;
  Node* const node = new_node(Kind::scalar, begin, std::max(header, end));
  node->style = style;
  node->text = one_text(block_lines(source_.bytes, {begin, end}, style == Style::folded, memory_), token);
  return node;
}

// Nothing written: right behind the colon or dash, or where the colon would stand.
Node* Builder::missing() {
  const bool in_map = !open_.empty() && open_.back().node->kind == Kind::map;
  const char character = in_map ? ':' : '-';
  const std::size_t gap = behind_gap(source_.bytes, read_);
  const bool found = !expects_key() && gap < source_.bytes.size() && source_.bytes[gap] == character;
  const std::size_t at = found ? gap + 1 : read_;
  return new_node(Kind::null, at, at);
}

void Builder::check_key(const Node& node) {
  if (node.kind == Kind::null && node.span.begin == node.span.end) {
    const std::size_t at = behind_gap(source_.bytes, read_);
    refusals_.stop(126, at, at + 1, "this colon has no key before it",
                   "write a key before the colon, or put the text in quotes");
  } else if (explicit_key(node.span.begin)) {
    const std::size_t at = behind_gap(source_.bytes, read_);
    refusals_.stop(126, at, at + 1, "a key that starts with `? ` is not read here",
                   "write the key on one line, followed by a colon; a text that starts with `?` needs quotes");
  }
}

void Builder::take_start(const fy_event& event, Kind kind) {
  const bool map = kind == Kind::map;
  fy_token* const anchor = map ? event.mapping_start.anchor : event.sequence_start.anchor;
  fy_token* const tag = map ? event.mapping_start.tag : event.sequence_start.tag;
  if (anchor != nullptr || tag != nullptr) refuse_marks(anchor, tag);
  const std::size_t at = std::min(
      place(fy_token_start_mark(map ? event.mapping_start.mapping_start : event.sequence_start.sequence_start)),
      source_.bytes.size());
  if (open_.size() >= limits_.depth) {
    return refusals_.stop(124, at, at + 1,
                          fmt::format("lists and maps lie more than {} deep in each other here", limits_.depth),
                          "no file of this program needs that; check the brackets and the indentation above");
  }
  const char character = at < source_.bytes.size() ? source_.bytes[at] : '\0';
  const bool key = expects_key();
  Node* const node = new_node(kind, at, at);
  const bool bracket = character == (map ? '{' : '[');
  node->flow = bracket || (!open_.empty() && open_.back().node->flow);
  open_.push_back(Open{.node = node, .first = children_.size(), .is_key = key, .bracket = bracket});
  if (bracket) {
    read_ = at + 1;
  } else if (!map) {
    read_ = std::max(read_, at);
  }
}

void Builder::take_end(const fy_event& event) {
  const Open open = open_.back();
  open_.pop_back();
  std::size_t end = read_;
  if (open.bracket) {
    const bool map = open.node->kind == Kind::map;
    end = place(fy_token_end_mark(map ? event.mapping_end.mapping_end : event.sequence_end.sequence_end));
    end = std::min(std::max(end, read_), source_.bytes.size());
  }
  finish(open, end);
  read_ = end;
  if (!open.is_key) return add(open.node);
  refusals_.stop(
      126, open.node->span.begin, end, "this key is a list or map; a key must be a text",
      "a text that starts with a bracket needs quotes; `{{…}}` is a place of a template that nobody filled in");
}

void Builder::finish(const Open& open, std::size_t end) {
  Node& node = *open.node;
  const std::size_t count = children_.size() - open.first;
  const Node* const* const first = children_.data() + open.first;
  if (!open.bracket && count > 0 && node.kind == Kind::map) node.span.begin = first[0]->span.begin;
  node.span.end = static_cast<std::uint32_t>(std::max<std::size_t>(end, node.span.begin));
  if (node.kind == Kind::list && count > 0) {
    const Node** const items = space_for<const Node*>(count);
    std::copy_n(first, count, items);
    node.items = {items, count};
  } else if (count > 1) {
    Entry* const entries = space_for<Entry>(count / 2);
    for (std::size_t i = 0; i < count / 2; ++i) new (entries + i) Entry{.key = first[2 * i], .value = first[2 * i + 1]};
    node.entries = {entries, count / 2};
  }
  children_.resize(open.first);
}

void Builder::take_alias(const fy_event& event) {
  const std::size_t begin = place(fy_event_start_mark(const_cast<fy_event*>(&event))) - 1;
  const std::size_t end = place(fy_event_end_mark(const_cast<fy_event*>(&event)));
  refusals_.alias(begin, end, !open_.empty() && open_.back().node->flow);
  read_ = end;
  add(new_node(Kind::null, begin, end));
}

void Builder::take_document() {
  if (++documents_ < 2) return;
  const std::size_t at = behind_gap(source_.bytes, read_);
  refusals_.stop(123, at, at + 3, "a second document starts here; a file holds one",
                 "put what follows into a file of its own, or remove this line");
}

void Builder::add(const Node* node) {
  if (open_.empty()) {
    root_ = node;
  } else {
    children_.push_back(node);
  }
}

bool Builder::expects_key() const {
  if (open_.empty() || open_.back().node->kind != Kind::map) return false;
  return (children_.size() - open_.back().first) % 2 == 0;
}

bool Builder::explicit_key(std::size_t begin) const {
  if (begin <= read_) return false;
  const std::string_view gap = source_.text(read_, begin);
  if (gap.find('?') == kNowhere) return false;
  for (std::size_t at = behind_gap(gap, 0); at < gap.size(); at = behind_gap(gap, at + 1)) {
    if (gap[at] == '?') return true;
  }
  return false;
}

// Behind the next `character` that is not in a comment.
std::size_t Builder::behind_character(char character) const {
  std::size_t at = behind_gap(source_.bytes, read_);
  while (at < source_.bytes.size() && source_.bytes[at] != character) at = behind_gap(source_.bytes, at + 1);
  return std::min(at + 1, source_.bytes.size());
}

// What the engine makes of a text of several lines, unless its layout is so simple that it is known.
std::string_view Builder::one_text(const std::optional<std::string_view>& known, fy_token* token) {
  if (known) return *known;
  std::size_t size = 0;
  const char* const text = fy_token_get_text(token, &size);
  if (text == nullptr || size == 0) return {};
  char* const copy = space_for<char>(size);
  std::memcpy(copy, text, size);
  return {copy, size};
}

// By the dozen: to ask the memory takes longer than to fill a node.
Node* Builder::space_for_node() {
  constexpr std::size_t kDozen = 12;
  if (spare_.empty()) {
    Node* const nodes = space_for<Node>(kDozen);
    std::uninitialized_default_construct_n(nodes, kDozen);
    spare_ = {nodes, kDozen};
  }
  Node* const node = spare_.data();
  spare_ = spare_.subspan(1);
  return node;
}

Node* Builder::new_node(Kind kind, std::size_t begin, std::size_t end) {
  if (++nodes_ > limits_.nodes) {
    refusals_.stop(125, begin, end,
                   fmt::format("this file has more than {} values; at most that many are read", limits_.nodes),
                   "split the file, or raise the limit with `--max-file-size`, which goes for values too");
  }
  Node* const node = space_for_node();
  node->kind = kind;
  node->span = source_.span(begin, end);
  return node;
}

void Builder::refuse_marks(fy_token* anchor, fy_token* tag) {
  const bool in_brackets = !open_.empty() && open_.back().node->flow;
  if (anchor != nullptr) {
    const std::size_t begin = place(fy_token_start_mark(anchor)) - 1;
    refusals_.anchor(begin, place(fy_token_end_mark(anchor)));
  }
  if (tag != nullptr) refusals_.tag(place(fy_token_start_mark(tag)), place(fy_token_end_mark(tag)), in_brackets);
}

Failure Builder::failure(const Complaint& complaint) const {
  const auto flow = std::find_if(open_.begin(), open_.end(), [](const Open& open) { return open.node->flow; });
  return Failure{.message = complaint.message,
                 .begin = std::min(complaint.begin + source_.start, source_.bytes.size()),
                 .end = std::min(complaint.end + source_.start, source_.bytes.size()),
                 .read = read_,
                 .bracket = flow == open_.end() ? kNowhere : flow->node->span.begin};
}

}  // namespace

Built build(const Source& source, const Limits& limits, std::pmr::memory_resource& memory,
            diag::Diagnostics& findings) {
  return Builder{source, limits, memory, findings}.run();
}

}  // namespace cpm::yaml
