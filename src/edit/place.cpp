#include "edit/place.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "format/labels.h"
#include "format/wording.h"

namespace cpm::edit {
namespace {

using format::Field;
using format::Record;
using format::Shape;
using format::ShapeKind;
using yaml::Kind;
using yaml::Node;

constexpr std::size_t kMostNamed = 12;

std::string listed(const std::vector<std::string>& words) {
  std::vector<std::string> shown;
  for (const std::string& word : words)
    if (shown.size() < kMostNamed) shown.push_back(format::ticks(word));
  if (words.size() > kMostNamed) shown.push_back(fmt::format("{} more", words.size() - kMostNamed));
  return base::joined(shown);
}

std::string nearest_of(const std::string& word, const std::vector<std::string>& known) {
  const auto near = base::nearest(word, std::span<const std::string>(known));
  return near ? fmt::format("; did you mean {}?", format::ticks(*near)) : std::string();
}

Refusal no_such_key(const Record& record, const std::string& name) {
  std::vector<std::string> known;
  for (const Field& field : record.fields)
    if (field.need != format::Need::never) known.emplace_back(field.name);
  return {.reason = fmt::format("{} has no key {}{}", format::with_article(record.noun), format::ticks(name),
                                nearest_of(name, known)),
          .help = fmt::format("it has {}", listed(known))};
}

std::string id_of(const Node& entry, const Shape& shape) {
  if (entry.kind == Kind::scalar) return std::string(entry.text);
  const Record* const record = shape.kind == ShapeKind::record ? shape.record : nullptr;
  return record == nullptr ? std::string() : std::string(yaml::scalar_at(entry, record->id_key));
}

std::optional<std::size_t> number_of(const std::string& text, std::size_t most) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = error == std::errc() && end == text.data() + text.size();
  return whole && number >= 1 && number <= most ? std::optional(number - 1) : std::nullopt;
}

class Finder {
 public:
  Finder(const Node& root, const Shape& shape) { place_.levels.push_back({.shape = &shape, .node = &root}); }

  std::variant<Place, Refusal> find(const Path& path) {
    for (const PathPart& part : path) {
      const Level& above = place_.levels.back();
      if (const auto refusal = above.shape->kind == ShapeKind::list ? into_list(above, part) : into_map(above, part))
        return *refusal;
    }
    return std::move(place_);
  }

 private:
  std::string so_far() const { return place_.path.empty() ? "the file" : format::ticks(to_text(place_.path)); }

  std::optional<Refusal> into_map(const Level& above, const PathPart& part) {
    const Shape& shape = *above.shape;
    if (shape.kind != ShapeKind::record && shape.kind != ShapeKind::map)
      return Refusal{.reason = fmt::format("{} is {}, which has no parts", so_far(), format::described(shape)),
                     .help = "end the path there"};
    if (above.node != nullptr && above.node->kind != Kind::map && above.node->kind != Kind::null)
      return wrong_kind("a group of keys");
    if (shape.kind == ShapeKind::map) return enter(above, part.text, *shape.element);
    const Field* const field = format::field_called(*shape.record, part.text);
    if (field == nullptr) return no_such_key(*shape.record, part.text);
    if (field->need == format::Need::never)
      return Refusal{.reason = fmt::format("{} must not be in {}", format::ticks(field->name),
                                           format::with_article(shape.record->noun)),
                     .help = std::string(field->about)};
    return enter(above, std::string(field->name), *field->shape);
  }

  std::optional<Refusal> enter(const Level& above, std::string key, const Shape& shape) {
    Level level{.shape = &shape, .key = std::move(key)};
    const std::size_t count = above.node == nullptr ? 0 : above.node->entries.size();
    while (level.index < count && above.node->entries[level.index].key->text != level.key) ++level.index;
    if (level.index < count) level.node = above.node->entries[level.index].value;
    place_.path.push_back({.text = level.key});
    place_.levels.push_back(std::move(level));
    return std::nullopt;
  }

  std::optional<Refusal> into_list(const Level& above, const PathPart& part) {
    const Node* const list = above.node != nullptr && above.node->kind != Kind::null ? above.node : nullptr;
    if (list != nullptr && list->kind != Kind::list) return wrong_kind("a list");
    const Shape& shape = *above.shape->element;
    const std::size_t count = list == nullptr ? 0 : list->items.size();
    Level level{.shape = &shape, .index = count};
    if (part.text != kNewEntry) {
      const std::optional<std::size_t> at = entry_at(list, shape, part.text);
      if (!at) return no_such_entry(list, shape, part.text);
      level.index = *at;
      level.node = list->items[*at];
    }
    place_.path.push_back({.text = part.text, .entry = true});
    place_.levels.push_back(std::move(level));
    return std::nullopt;
  }

  /// By its id, else by its number. An id of two entries names neither.
  static std::optional<std::size_t> entry_at(const Node* list, const Shape& shape, const std::string& name) {
    if (list == nullptr) return std::nullopt;
    std::vector<std::size_t> named;
    for (std::size_t i = 0; i < list->items.size(); ++i)
      if (id_of(*list->items[i], shape) == name) named.push_back(i);
    if (named.size() == 1) return named.front();
    return named.empty() ? number_of(name, list->items.size()) : std::nullopt;
  }

  Refusal no_such_entry(const Node* list, const Shape& shape, const std::string& name) const {
    std::vector<std::string> ids;
    for (std::size_t i = 0; list != nullptr && i < list->items.size(); ++i)
      if (std::string id = id_of(*list->items[i], shape); !id.empty() && id.size() < kMostNamed * 4)
        ids.push_back(std::move(id));
    const bool twice = std::ranges::count(ids, name) > 1;
    const std::size_t count = list == nullptr ? 0 : list->items.size();
    return {.reason = twice ? fmt::format("{} has several entries {}", so_far(), format::ticks(name))
                            : fmt::format("{} has no entry {}{}", so_far(), format::ticks(name), nearest_of(name, ids)),
            .help = count == 0 ? "it is empty; `[+]` adds an entry"
                               : fmt::format("name one by its number, from 1 to {}{}; `[+]` adds an entry", count,
                                             ids.empty() || twice ? "" : ", or " + listed(ids))};
  }

  Refusal wrong_kind(std::string_view wanted) const {
    return {.reason = fmt::format("{} is not {} in this file", so_far(), wanted),
            .help = "run `cpm check` on it and fix that first",
            .in_file = true};
  }

  Place place_;
};

}  // namespace

std::size_t Place::depth() const {
  std::size_t depth = 1;
  while (depth < levels.size() && levels[depth].node != nullptr && levels[depth].node->kind != Kind::null) ++depth;
  return depth;
}

std::variant<Place, Refusal> find_place(const Node& root, const Shape& shape, const Path& path) {
  return Finder(root, shape).find(path);
}

}  // namespace cpm::edit
