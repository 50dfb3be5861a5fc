#include "format/changes.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.h"
#include "format/change_pairs.h"
#include "format/change_partners.h"
#include "format/content_print.h"
#include "format/shapes.h"

namespace cpm::format {
namespace {

using model::Change;
using model::ChangeKind;
using model::ValueKind;

constexpr std::string_view kBetweenSeveral = ", ";

/// Where the walk is: what a change found there says of its record.
struct Place {
  std::vector<std::string> steps = {};
  std::string list = {};
  std::string noun = {};
  std::string id = {};
  std::string title = {};
  model::Holder holder = {};
  std::string field = {};  ///< of the group inside the record: "indicator"
};

ValueKind value_kind(const Shape& shape) {
  switch (shape.kind) {
    case ShapeKind::text:
      return ValueKind::text;
    case ShapeKind::date:
    case ShapeKind::timeframe:
      return ValueKind::date;
    case ShapeKind::whole:
    case ShapeKind::decimal:
      return ValueKind::number;
    case ShapeKind::choice:
      return ValueKind::choice;
    case ShapeKind::flag:
      return ValueKind::flag;
    case ShapeKind::word:
    case ShapeKind::county:
      return ValueKind::word;
    case ShapeKind::list:
      return ValueKind::several;
    case ShapeKind::map:
    case ShapeKind::record:
      break;
  }
  return ValueKind::record;
}

const yaml::Node* value_under(const yaml::Node& map, std::string_view key) {
  if (key.empty() || map.kind != yaml::Kind::map) return nullptr;
  const yaml::Entry* const entry = yaml::find_entry(map, key);
  return entry == nullptr || entry->value->kind == yaml::Kind::null ? nullptr : entry->value;
}

std::string said_text(const yaml::Node& node);

std::string text_under(const yaml::Node& map, std::string_view key) {
  const yaml::Node* const node = value_under(map, key);
  return node == nullptr || node->kind != yaml::Kind::scalar ? std::string() : said_text(*node);
}

/// As one text, whatever it is: a file may hold a list where a text belongs.
std::string said_text(const yaml::Node& node) {
  if (node.kind == yaml::Kind::scalar) return std::string(base::trimmed(node.text));
  std::string text;
  const auto add = [&text](const std::string& part) {
    text += text.empty() ? part : std::string(kBetweenSeveral) + part;
  };
  for (const yaml::Node* const item : node.items) add(said_text(*item));
  for (const yaml::Entry& entry : node.entries) add(std::string(entry.key->text) + ": " + said_text(*entry.value));
  return text;
}

void add_values(const yaml::Node& node, const std::string& place, Change& change) {
  const bool groups = std::ranges::any_of(node.items, [](const auto* item) { return !item->entries.empty(); });
  const std::string before = place.empty() ? place : place + "/";
  for (const yaml::Entry& entry : node.entries) add_values(*entry.value, before + std::string(entry.key->text), change);
  for (std::size_t i = 0; groups && i < node.items.size(); ++i)
    add_values(*node.items[i], before + std::to_string(i + 1), change);
  if (node.entries.empty() && !groups && node.kind != yaml::Kind::null)
    change.values.emplace_back(place, said_text(node));
}

class ChangeWalk {
 public:
  ChangeWalk(model::Changes& changes, Renames& renames) : changes_(changes), renames_(renames) {}

  void records(const yaml::Node& before, const yaml::Node& now, const Record& record, const Place& place) {
    for (const Field& field : record.fields) {
      if (field.need == Need::never || field.name == record.id_key || field.name == "format") continue;
      values(value_under(before, field.name), value_under(now, field.name), *field.shape,
             inside(place, std::string(field.name)));
    }
  }

 private:
  static Place inside(Place place, const std::string& key) {
    place.steps.push_back(key);
    place.field += place.field.empty() ? key : " " + key;
    return place;
  }

  static Place entry(const Place& list, const Shape& shape, const yaml::Node& node, const std::string& key) {
    Place place{.steps = list.steps,
                .list = list.field,
                .noun = {},
                .id = key,
                .title = {},
                .holder = {.noun = list.noun, .id = list.id, .title = list.title},
                .field = {}};
    place.steps.push_back(key);
    if (shape.kind != ShapeKind::record) return place;
    place.noun = shape.record->noun;
    place.id = shape.record->id_key.empty() ? key : text_under(node, shape.record->id_key);
    if (place.id.empty() && !shape.record->id_key.empty()) place.id = key;
    place.title = text_under(node, shape.record->title_key);
    if (place.title == place.id) place.title.clear();
    return place;
  }

  Change& add(ChangeKind kind, const Place& place, const Shape& shape) {
    return changes_.emplace_back(Change{.kind = kind,
                                        .place = place.steps,
                                        .list = place.list,
                                        .noun = place.noun,
                                        .id = place.id,
                                        .title = place.title,
                                        .holder = place.holder,
                                        .field = place.field,
                                        .value = value_kind(shape),
                                        .refers = is_reference(shape)});
  }

  void whole(ChangeKind kind, const yaml::Node& node, const Shape& shape, const Place& place) {
    Change& change = add(kind, place, shape);
    const bool scalars = node.kind == yaml::Kind::scalar || (shape.kind == ShapeKind::list && !record_behind(shape));
    (kind == ChangeKind::added ? change.now : change.before) = scalars ? said_text(node) : std::string();
    if (!scalars) add_values(node, {}, change);
  }

  void values(const yaml::Node* before, const yaml::Node* now, const Shape& shape, const Place& place) {
    if (before == nullptr && now == nullptr) return;
    static const yaml::Node kEmpty{};
    const bool entries = shape.kind == ShapeKind::map || (shape.kind == ShapeKind::list && record_behind(shape));
    if (entries) return members(before ? *before : kEmpty, now ? *now : kEmpty, shape, place);
    if (before == nullptr) return whole(ChangeKind::added, *now, shape, place);
    if (now == nullptr) return whole(ChangeKind::removed, *before, shape, place);
    if (says(*before, shape) == says(*now, shape)) return;
    if (shape.kind == ShapeKind::record && before->kind == yaml::Kind::map && now->kind == yaml::Kind::map)
      return records(*before, *now, *shape.record, place);
    Change& change = add(shape.kind == ShapeKind::text ? ChangeKind::reworded : ChangeKind::changed, place, shape);
    change.before = said_text(*before);
    change.now = said_text(*now);
  }

  std::string name_of(const ListEntry& member, const Shape& element) const {
    const std::string id = id_of(member, element);
    return id.empty() && element.kind == ShapeKind::record ? text_under(*member.node, element.record->title_key) : id;
  }

  void members(const yaml::Node& before_node, const yaml::Node& now_node, const Shape& shape, const Place& place) {
    ListEntries before = members_in(before_node);
    ListEntries now = members_in(now_node);
    const Shape& element = *shape.element;
    const std::vector<EntryPair> pairs = pair_up(before, now, shape);
    note_renames(pairs, now, element);
    for (const EntryPair& pair : pairs) pair_of(pair, element, place);
    reorder(pairs, before, shape, place);
    for (const ListEntry& member : now)
      if (!member.matched) one_sided(ChangeKind::added, member, element, place);
    for (const ListEntry& member : before)
      if (!member.matched) one_sided(ChangeKind::removed, member, element, place);
  }

  /// An id that another record has taken over may still be meant where it stands: what refers to it is told.
  void note_renames(const std::vector<EntryPair>& pairs, const ListEntries& now, const Shape& element) {
    for (const EntryPair& pair : pairs) {
      const std::string was = id_of(*pair.before, element);
      const std::string is = id_of(*pair.now, element);
      const auto has_it = [&](const ListEntry& member) { return id_of(member, element) == was; };
      if (pair.renamed && was != is && !was.empty() && !is.empty() && std::ranges::none_of(now, has_it))
        renames_.emplace(was, is);
    }
  }

  void one_sided(ChangeKind kind, const ListEntry& member, const Shape& element, const Place& list) {
    whole(kind, *member.node, element, entry(list, element, *member.node, name_of(member, element)));
  }

  void pair_of(const EntryPair& pair, const Shape& element, const Place& list) {
    const Place place = entry(list, element, *pair.now->node, name_of(*pair.before, element));
    const std::string was = id_of(*pair.before, element);
    const std::string is = id_of(*pair.now, element);
    if (pair.renamed && was != is) {
      Change& change = add(ChangeKind::renamed, place, element);
      change.before = was;
      change.now = is;
    }
    const bool both = pair.before->node->kind == yaml::Kind::map && pair.now->node->kind == yaml::Kind::map;
    if (element.kind == ShapeKind::record && both)
      records(*pair.before->node, *pair.now->node, *element.record, place);
    else
      values(pair.before->node, pair.now->node, element, place);
  }

  /// Priorities without a number come in the order of the file.
  void reorder(const std::vector<EntryPair>& pairs, const ListEntries& before, const Shape& shape, const Place& list) {
    const Record* const record = record_behind(shape);
    const bool counts = record != nullptr && shape.kind == ShapeKind::list &&
                        (find_field(*record, "order") != nullptr || find_field(*record, "rank") != nullptr);
    const auto place_before = [&](const EntryPair& pair) { return pair.before - before.data(); };
    if (!counts || std::ranges::is_sorted(pairs, {}, place_before)) return;
    std::vector<EntryPair> sorted = pairs;
    std::ranges::sort(sorted, {}, place_before);
    Place place = list;
    place.noun = record->noun;
    Change& change = add(ChangeKind::reordered, place, shape);
    for (const EntryPair& pair : sorted) join(change.before, name_of(*pair.before, *shape.element));
    for (const EntryPair& pair : pairs) join(change.now, name_of(*pair.now, *shape.element));
  }

  static void join(std::string& text, const std::string& part) {
    text += text.empty() ? part : std::string(kBetweenSeveral) + part;
  }

  model::Changes& changes_;
  Renames& renames_;
};

std::string renamed_ids(const std::string& text, const Renames& renames) {
  std::string result;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(kBetweenSeveral, at), text.size());
    const std::string id = text.substr(at, end - at);
    const auto found = renames.find(id);
    if (at > 0) result += kBetweenSeveral;
    result += found == renames.end() ? id : found->second;
    at = end + kBetweenSeveral.size();
  }
  return result;
}

}  // namespace

model::Changes changes_between(const yaml::Node& before, const yaml::Node& now, const Record& record,
                               Renames& renames) {
  model::Changes changes;
  Place place;
  place.noun = record.noun;
  ChangeWalk(changes, renames).records(before, now, record, place);
  // The id of the whole file is a value of it: the date of a Snapshot.
  if (const Field* const id = find_field(record, record.id_key)) {
    Record only = record;
    only.id_key = {};
    only.fields = {id, 1};
    ChangeWalk(changes, renames).records(before, now, only, place);
  }
  return changes;
}

void leave_out_followers(model::Changes& changes, const Renames& renames) {
  std::erase_if(changes, [&](const model::Change& change) {
    if (change.kind == model::ChangeKind::reordered) return renamed_ids(change.before, renames) == change.now;
    return change.refers && change.kind == model::ChangeKind::changed && !change.before.empty() &&
           renamed_ids(change.before, renames) == change.now;
  });
}

}  // namespace cpm::format
