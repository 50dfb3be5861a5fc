#include "format/change_pairs.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "format/change_partners.h"
#include "format/content_print.h"
#include "format/shapes.h"

namespace cpm::format {
namespace {

using Pairs = std::vector<EntryPair>;

std::string title_of(const ListEntry& member, const Shape& element) {
  if (!member.key.empty() || element.kind != ShapeKind::record || element.record->title_key.empty()) return {};
  const yaml::Entry* const title = yaml::find_entry(*member.node, element.record->title_key);
  return title == nullptr || title->value->kind == yaml::Kind::null ? std::string() : says(*title->value, kText);
}

/// The members of one side by a key; a key that several have names none of them.
template <class KeyOf>
std::map<std::string, ListEntry*> entries_by(ListEntries& members, const KeyOf& key_of) {
  std::map<std::string, ListEntry*> found;
  for (ListEntry& member : members) {
    const std::string key = member.matched ? std::string() : key_of(member);
    if (key.empty()) continue;
    const auto [place, added] = found.emplace(key, &member);
    if (!added) place->second = nullptr;
  }
  return found;
}

template <class KeyOf, class IsPair>
void pair_if(ListEntries& before, ListEntries& now, const KeyOf& key_of, bool renamed, const IsPair& is_pair,
             Pairs& pairs) {
  const std::map<std::string, ListEntry*> old_ones = entries_by(before, key_of);
  for (const auto& [key, member] : entries_by(now, key_of)) {
    const auto found = old_ones.find(key);
    if (member == nullptr || found == old_ones.end() || found->second == nullptr) continue;
    if (!is_pair(*found->second, *member)) continue;
    found->second->matched = member->matched = true;
    pairs.push_back({.before = found->second, .now = member, .renamed = renamed});
  }
}

template <class KeyOf>
void pair_all(ListEntries& before, ListEntries& now, const KeyOf& key_of, bool renamed, Pairs& pairs) {
  pair_if(
      before, now, key_of, renamed, [](const ListEntry&, const ListEntry&) { return true; }, pairs);
}

/// Those that say the same, one for one.
void pair_equal(ListEntries& before, ListEntries& now, const Shape& element) {
  std::map<std::string, std::vector<ListEntry*>> old_ones;
  for (ListEntry& member : before)
    if (!member.matched) old_ones[member.key + '\n' + says(*member.node, element)].push_back(&member);
  for (ListEntry& member : now) {
    if (member.matched) continue;
    const auto found = old_ones.find(member.key + '\n' + says(*member.node, element));
    if (found == old_ones.end() || found->second.empty()) continue;
    found->second.back()->matched = member.matched = true;
    found->second.pop_back();
  }
}

/// Records with another id and another title that are the same by all the rest.
void pair_alike(ListEntries& before, ListEntries& now, const Shape& element, Pairs& pairs) {
  if (element.kind != ShapeKind::record || element.record->id_key.empty()) return;
  const auto side_of = [](const ListEntries& members) {
    PartnerSide side;
    for (const ListEntry& member : members) (member.matched ? side.matched : side.left).push_back(member.node);
    return side;
  };
  const auto entry_of = [](ListEntries& members, const yaml::Node* node) {
    return &*std::ranges::find(members, node, &ListEntry::node);
  };
  for (const auto& [old_node, new_node] : partners(side_of(before), side_of(now), *element.record)) {
    pairs.push_back({.before = entry_of(before, old_node), .now = entry_of(now, new_node), .renamed = true});
    pairs.back().before->matched = pairs.back().now->matched = true;
  }
}

/// By id and title, then by the title alone, then by the id where that is plausible: the next plan begins with "s1" again.
void pair_titled(ListEntries& before, ListEntries& now, const Shape& element, Pairs& pairs) {
  const auto id = [&](const ListEntry& member) { return id_of(member, element); };
  const auto title = [&](const ListEntry& member) { return title_of(member, element); };
  const auto both = [&](const ListEntry& member) {
    const bool whole = !id(member).empty() && !title(member).empty();
    return whole ? id(member) + '\n' + title(member) : std::string();
  };
  const auto plausible = [&](const ListEntry& was, const ListEntry& is) {
    return plausible_partners(*was.node, *is.node, *element.record);
  };
  pair_all(before, now, both, false, pairs);
  pair_all(before, now, title, true, pairs);
  pair_if(before, now, id, false, plausible, pairs);
  pair_equal(before, now, element);
}

void pair_by_names(ListEntries& before, ListEntries& now, const Shape& shape, Pairs& pairs) {
  const Shape& element = *shape.element;
  const bool named = element.kind == ShapeKind::record && !element.record->id_key.empty();
  if (named && shape.kind == ShapeKind::list && !element.record->title_key.empty())
    return pair_titled(before, now, element, pairs);
  pair_all(
      before, now, [&](const ListEntry& member) { return id_of(member, element); }, false, pairs);
  pair_equal(before, now, element);
  pair_all(
      before, now, [&](const ListEntry& member) { return title_of(member, element); }, named, pairs);
}

}  // namespace

ListEntries members_in(const yaml::Node& node) {
  ListEntries members;
  for (const yaml::Node* const item : node.items) members.push_back({.node = item});
  for (const yaml::Entry& entry : node.entries)
    members.push_back({.node = entry.value, .key = std::string(entry.key->text)});
  return members;
}

std::string id_of(const ListEntry& member, const Shape& element) {
  if (!member.key.empty() || element.kind != ShapeKind::record) return member.key;
  return std::string(base::trimmed(yaml::scalar_at(*member.node, element.record->id_key)));
}

std::vector<EntryPair> pair_up(ListEntries& before, ListEntries& now, const Shape& shape) {
  Pairs pairs;
  pair_by_names(before, now, shape, pairs);
  pair_alike(before, now, *shape.element, pairs);
  std::ranges::sort(pairs, {}, [&](const EntryPair& pair) { return pair.now - now.data(); });
  return pairs;
}

}  // namespace cpm::format
