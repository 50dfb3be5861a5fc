#include "edit/edit.h"

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "diag/edits.h"
#include "edit/layout.h"
#include "format/kinds.h"
#include "format/wording.h"

namespace cpm::edit {
namespace {

using format::Shape;
using format::ShapeKind;
using yaml::Kind;

Refusal no_sure_place() {
  return {.reason = "the layout of the file there leaves no sure place for the change",
          .help = "make it in an editor, and run `cpm check`",
          .in_file = true};
}

// The file

struct Read {
  std::shared_ptr<const yaml::ReadText> text;
  const format::Kind* kind = nullptr;

  const yaml::Node& root() const { return *text->tree.root; }
};

std::variant<Read, Refusal> read(const diag::SourceFile& file, const Text& text) {
  Read read{.text = yaml::read_text(file, text.limits, text.recent)};
  if (read.text->tree.root == nullptr || read.text->findings.has_error())
    return Refusal{.reason = "the text of the file cannot be read",
                   .help = "run `cpm check` on it and fix that first",
                   .in_file = true};
  read.kind = format::kind_of(read.root());
  if (read.kind == nullptr)
    return Refusal{.reason = "the file does not say what kind of file it is",
                   .help = "begin it with a line such as `format: cpm/plan/1`",
                   .in_file = true};
  return read;
}

// The value

bool is_scalar(const Shape& shape) {
  return shape.kind != ShapeKind::list && shape.kind != ShapeKind::map && shape.kind != ShapeKind::record;
}

/// One text where several belong, or where it says the usual key of a record.
std::optional<Value> as_collection(const std::string& text, const Shape& shape) {
  if (shape.kind == ShapeKind::list && is_scalar(*shape.element)) return list_value(text_value(text));
  if (shape.kind == ShapeKind::record && !shape.record->scalar_key.empty())
    return map_value(std::string(shape.record->scalar_key), text_value(text));
  return std::nullopt;
}

std::variant<Value, Refusal> value_from(const std::string& typed, const Shape& shape, const yaml::Limits& limits) {
  if (is_scalar(shape)) return text_value(typed);
  const diag::SourceFile file("<value>", typed);
  diag::Diagnostics findings;
  const yaml::Tree tree = yaml::read(file, 0, limits, findings);
  const Kind wanted = shape.kind == ShapeKind::list ? Kind::list : Kind::map;
  if (tree.root != nullptr && !findings.has_error() && tree.root->kind == wanted)
    return in_table_order(value_of(*tree.root), shape);
  const bool broken = tree.root == nullptr || findings.has_error() || tree.root->kind != Kind::scalar;
  if (const auto value = broken ? std::nullopt : as_collection(std::string(tree.root->text), shape)) return *value;
  return Refusal{.reason = fmt::format("{} is not {}", format::ticks(typed), format::described(shape)),
                 .help = wanted == Kind::list ? "write a list as YAML, such as `[first, second]`"
                                              : "write a group of keys as YAML, such as `{key: value}`"};
}

// One change, made twice: of what the file says, and of its bytes

/// What the file says, with the part of each level.
Value* part_at(Value& root, const Place& place, std::size_t depth) {
  Value* value = &root;
  for (std::size_t i = 1; i < depth; ++i) value = &value->parts[place.levels[i].index];
  return value;
}

template <class T>
auto at(std::vector<T>& all, std::size_t index) {
  return all.begin() + static_cast<std::ptrdiff_t>(index);
}

struct Made {
  Edits edits;
  Value expected;
};

class Maker {
 public:
  Maker(const Text& text, const Read& read, Place place)
      : place_(std::move(place)), layout_(text.file.bytes(), text.id, read.root()), now_(value_of(read.root())) {}

  std::variant<Made, Refusal> set(Value value);
  std::variant<Made, Refusal> insert(Value value);
  std::variant<Made, Refusal> remove();
  std::variant<Made, Refusal> move(const std::string& before, const Path& path);

 private:
  const Level& level(std::size_t depth) const { return place_.levels[depth]; }
  std::variant<Made, Refusal> made(const std::optional<Edits>& edits, Value expected) const {
    if (!edits) return no_sure_place();
    return Made{.edits = *edits, .expected = std::move(expected)};
  }
  Value wrapped(Value value, std::size_t depth) const;
  std::variant<Made, Refusal> replaced(std::size_t depth, const Value& value);
  std::variant<Made, Refusal> added(std::size_t depth, const Value& value);
  std::optional<std::size_t> other_of_one(const Level& above, const std::string& key) const;
  std::size_t index_by_table(const Level& above, const std::string& key) const;

  Place place_;
  Layout layout_;
  Value now_;
};

/// The value with the parents that are missing between this level and the last one.
Value Maker::wrapped(Value value, std::size_t depth) const {
  for (std::size_t i = place_.levels.size() - 1; i > depth; --i)
    value = level(i).key.empty() ? list_value(std::move(value)) : map_value(level(i).key, std::move(value));
  return value;
}

std::variant<Made, Refusal> Maker::replaced(std::size_t depth, const Value& value) {
  Value expected = now_;
  *part_at(expected, place_, depth + 1) = value;
  if (expected == now_) return Made{.edits = {}, .expected = std::move(expected)};
  const Slot slot{.above = *level(depth - 1).node, .index = level(depth).index};
  return made(layout_.replace(slot, value, *level(depth).shape), std::move(expected));
}

/// The key that cannot stand beside this one: a rating has a score or a state.
std::optional<std::size_t> Maker::other_of_one(const Level& above, const std::string& key) const {
  if (above.shape->kind != ShapeKind::record) return std::nullopt;
  for (const format::OneOf& one : above.shape->record->one_of) {
    if (std::ranges::find(one.names, key) == one.names.end()) continue;
    for (std::size_t i = 0; i < above.node->entries.size(); ++i)
      if (std::ranges::find(one.names, above.node->entries[i].key->text) != one.names.end()) return i;
  }
  return std::nullopt;
}

/// Behind the keys that come before it in the table.
std::size_t Maker::index_by_table(const Level& above, const std::string& key) const {
  if (above.node->kind == Kind::list) return above.node->items.size();
  const auto& entries = above.node->entries;
  if (above.shape->kind != ShapeKind::record) return entries.size();
  const auto row = [&](std::string_view name) {
    const format::Field* const field = format::find_field(*above.shape->record, name);
    return field == nullptr ? std::ptrdiff_t{-1} : field - above.shape->record->fields.data();
  };
  std::size_t index = 0;
  for (std::size_t i = 0; i < entries.size(); ++i)
    if (row(entries[i].key->text) < row(key) && row(entries[i].key->text) >= 0) index = i + 1;
  return index;
}

std::variant<Made, Refusal> Maker::added(std::size_t depth, const Value& value) {
  const Level& above = level(depth - 1);
  const std::string& key = level(depth).key;
  Value expected = now_;
  Value& parent = *part_at(expected, place_, depth);
  if (const auto other = key.empty() ? std::nullopt : other_of_one(above, key)) {
    parent.keys[*other] = key;
    parent.parts[*other] = value;
    const Slot slot{.above = *above.node, .index = *other};
    return made(layout_.replace_entry(slot, key, value, *level(depth).shape), std::move(expected));
  }
  const std::size_t index = index_by_table(above, key);
  parent.parts.insert(at(parent.parts, index), value);
  const Slot slot{.above = *above.node, .index = index};
  if (key.empty()) return made(layout_.insert_item(slot, value, *level(depth).shape), std::move(expected));
  parent.keys.insert(at(parent.keys, index), key);
  return made(layout_.insert_entry(slot, key, value, *level(depth).shape), std::move(expected));
}

std::variant<Made, Refusal> Maker::set(Value value) {
  const std::size_t depth = place_.depth();
  if (depth == place_.levels.size()) return replaced(depth - 1, value);
  const Level& next = level(depth);
  if (next.node != nullptr) return replaced(depth, wrapped(std::move(value), depth));
  const yaml::Node& above = *level(depth - 1).node;
  const bool empty = above.items.empty() && above.entries.empty();
  // `steps: []` becomes a list in lines of its own.
  if (empty && depth > 1) return replaced(depth - 1, wrapped(std::move(value), depth - 1));
  return added(depth, wrapped(std::move(value), depth));
}

std::variant<Made, Refusal> Maker::insert(Value value) {
  const std::size_t depth = place_.levels.size() - 1;
  const Level& here = level(depth);
  Value expected = now_;
  Value& parent = *part_at(expected, place_, depth);
  parent.parts.insert(at(parent.parts, here.index), value);
  const Slot slot{.above = *level(depth - 1).node, .index = here.index};
  return made(layout_.insert_item(slot, value, *here.shape), std::move(expected));
}

std::variant<Made, Refusal> Maker::remove() {
  std::size_t depth = place_.levels.size() - 1;
  Value expected = now_;
  if (level(depth).node == nullptr) return Made{.edits = {}, .expected = std::move(expected)};
  while (depth > 0 && part_at(expected, place_, depth)->parts.size() < 2) --depth;
  if (depth == 0) return no_sure_place();
  Value& parent = *part_at(expected, place_, depth);
  parent.parts.erase(at(parent.parts, level(depth).index));
  if (!parent.keys.empty()) parent.keys.erase(at(parent.keys, level(depth).index));
  const Slot slot{.above = *level(depth - 1).node, .index = level(depth).index};
  return made(layout_.remove(slot), std::move(expected));
}

std::variant<Made, Refusal> Maker::move(const std::string& before, const Path& path) {
  const std::size_t depth = place_.levels.size() - 1;
  const Level& here = level(depth);
  Path other = path;
  other.back() = {.text = before, .entry = true};
  auto target = find_place(*place_.levels.front().node, *place_.levels.front().shape, other);
  if (const Refusal* const refusal = std::get_if<Refusal>(&target)) return *refusal;
  std::size_t to = std::get<Place>(target).last().index;
  if (to > here.index) --to;
  Value expected = now_;
  std::vector<Value>& parts = part_at(expected, place_, depth)->parts;
  Value moved = std::move(parts[here.index]);
  parts.erase(at(parts, here.index));
  parts.insert(at(parts, to), std::move(moved));
  const Slot slot{.above = *level(depth - 1).node, .index = here.index};
  return made(layout_.move(slot, to), std::move(expected));
}

std::variant<Made, Refusal> make(const Text& text, const Read& read, const Place& place, const Change& change) {
  if (place.path.front().text == "format")
    return Refusal{.reason = "`format` says what kind of file it is, and stays",
                   .help = "`cpm new` begins a file of another kind"};
  const bool at_entry = place.last().key.empty() && place.last().node != nullptr;
  if (!at_entry && (change.action == Action::insert || change.action == Action::move))
    return Refusal{.reason = fmt::format("{} is no entry of a list", format::ticks(to_text(place.path))),
                   .help = "name one, such as `steps[s2]`"};
  Maker maker(text, read, place);
  if (change.action == Action::remove) return maker.remove();
  if (change.action == Action::move) return maker.move(change.before, change.path);
  std::variant<Value, Refusal> value = value_from(change.value, *place.last().shape, text.limits);
  if (const Refusal* const refusal = std::get_if<Refusal>(&value)) return *refusal;
  Value& given = std::get<Value>(value);
  return change.action == Action::insert ? maker.insert(std::move(given)) : maker.set(std::move(given));
}

}  // namespace

std::variant<Edited, Refusal> edited(const Text& text, const Change& change) {
  const std::variant<Read, Refusal> before = read(text.file, text);
  if (const Refusal* const refusal = std::get_if<Refusal>(&before)) return *refusal;
  const Read& file = std::get<Read>(before);
  const Shape whole = format::record_of(*file.kind->record);
  const std::variant<Place, Refusal> found = find_place(file.root(), whole, change.path);
  if (const Refusal* const refusal = std::get_if<Refusal>(&found)) return *refusal;
  const Place& place = std::get<Place>(found);
  std::variant<Made, Refusal> making = make(text, file, place, change);
  if (const Refusal* const refusal = std::get_if<Refusal>(&making)) return *refusal;
  Made& made = std::get<Made>(making);
  Edited edited{.edits = std::move(made.edits), .bytes = text.file.bytes(), .path = to_text(place.path)};
  if (edited.edits.empty()) return edited;
  const diag::Fix all{.title = {}, .safety = diag::Safety::safe, .edits = edited.edits};
  const diag::Fix* const fixes[] = {&all};
  edited.bytes = diag::with_fixes(text.file.bytes(), fixes);
  const diag::SourceFile changed(text.file.path(), edited.bytes);
  const std::variant<Read, Refusal> after = read(changed, text);
  const Read* const again = std::get_if<Read>(&after);
  if (again == nullptr || value_of(again->root()) != made.expected) return no_sure_place();
  return edited;
}

}  // namespace cpm::edit
