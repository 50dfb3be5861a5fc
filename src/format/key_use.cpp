#include "format/key_use.h"

#include <map>
#include <set>

#include "base/text.h"
#include "format/kinds.h"
#include "format/labels.h"

namespace cpm::format {
namespace {

using yaml::KeyUse;
using Uses = std::map<std::string_view, KeyUse>;

KeyUse use_of(const Shape& shape) {
  if (shape.kind == ShapeKind::text) return KeyUse::text;
  if (shape.kind == ShapeKind::record) return KeyUse::record;
  return shape.kind == ShapeKind::list && shape.element->kind == ShapeKind::text ? KeyUse::texts : KeyUse::other;
}

void add_uses(const Record* record, std::set<const Record*>& seen, Uses& uses) {
  if (record == nullptr || !seen.insert(record).second) return;
  for (const Field& field : record->fields) {
    const auto [at, fresh] = uses.try_emplace(field.name, use_of(*field.shape));
    if (!fresh && at->second != use_of(*field.shape)) at->second = KeyUse::other;
    add_uses(record_behind(*field.shape), seen, uses);
  }
}

Uses all_uses() {
  Uses uses;
  std::set<const Record*> seen;
  for (const Kind& kind : kinds()) add_uses(kind.record, seen, uses);
  return uses;
}

void add_labels_of(const Record* record, std::set<const Record*>& seen, std::set<std::string>& labels) {
  if (record == nullptr || !seen.insert(record).second) return;
  for (const Field& field : record->fields) {
    // What holds a list or a map has no text on its line.
    const bool on_its_line = field.shape->kind != ShapeKind::list && field.shape->kind != ShapeKind::map;
    for (const std::string_view label : base::split(field.also, '|'))
      if (on_its_line) labels.insert(label_form(label));
    if (on_its_line) labels.insert(label_form(field.name));
    add_labels_of(record_behind(*field.shape), seen, labels);
  }
}

std::set<std::string> all_labels() {
  std::set<std::string> labels;
  std::set<const Record*> seen;
  for (const Kind& kind : kinds()) add_labels_of(kind.record, seen, labels);
  return labels;
}

}  // namespace

KeyUse use_of_key(std::string_view key) {
  static const Uses kUses = all_uses();  // asked only where a file has a mistake
  if (const auto found = kUses.find(key); found != kUses.end()) return found->second;
  static const std::set<std::string> kLabels = all_labels();
  return kLabels.contains(label_form(key)) ? KeyUse::label : KeyUse::unknown;
}

}  // namespace cpm::format
