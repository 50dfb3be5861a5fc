#include "format/content_print.h"

#include <algorithm>
#include <charconv>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "base/ascii.h"
#include "base/decimal.h"
#include "base/sha256.h"
#include "base/text.h"

namespace cpm::format {
namespace {

constexpr std::string_view kScheme = "cpm1-";
constexpr std::size_t kPrintDigits = 32;
constexpr std::string_view kSpaces = " \t\r\n";

/// With its length in front, so that no text can pass for two.
std::string piece(std::string_view text) {
  return fmt::format("{}:{}", text.size(), text);
}

/// Each run of spaces and line ends as one space: how a text is laid out is not what it says.
std::string words_of(std::string_view text) {
  std::string words;
  for (std::size_t at = text.find_first_not_of(kSpaces); at != std::string_view::npos;) {
    const std::size_t end = std::min(text.find_first_of(kSpaces, at), text.size());
    if (!words.empty()) words += ' ';
    words += text.substr(at, end - at);
    at = text.find_first_not_of(kSpaces, end);
  }
  return words;
}

/// "+7" and "007" as "7".
std::string whole_of(std::string_view text) {
  std::int64_t number = 0;
  const std::string_view digits = text.starts_with('+') ? text.substr(1) : text;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return error == std::errc() && end == digits.data() + digits.size() ? std::to_string(number) : std::string(text);
}

/// "12.50" as "12.5".
std::string decimal_of(std::string_view text) {
  std::optional<base::Decimal> number = base::read_decimal(text);
  if (!number) return std::string(text);
  while (number->places > 0 && number->units % 10 == 0) {
    number->units /= 10;
    --number->places;
  }
  return base::to_text(*number);
}

std::string scalar_of(std::string_view text, const Shape& shape, Extent extent) {
  if (shape.kind == ShapeKind::text) return extent == Extent::all ? std::string(text) : words_of(text);
  const std::string_view value = base::trimmed(text);
  if (shape.kind == ShapeKind::whole) return whole_of(value);
  if (shape.kind == ShapeKind::decimal) return decimal_of(value);
  if (shape.kind == ShapeKind::flag) return base::lower(value);
  return std::string(value);
}

std::string canonical(const yaml::Node& node, const Shape& shape, Extent extent);

/// What no table knows, or what has another shape than it should: a file with errors, whose fingerprint still tells it from
/// others.
std::string raw(const yaml::Node& node) {
  if (node.kind == yaml::Kind::scalar) return "?" + piece(node.text);
  std::string text;
  for (const yaml::Node* const item : node.items) text += piece(raw(*item));
  for (const yaml::Entry& entry : node.entries) text += piece(entry.key->text) + piece(raw(*entry.value));
  return text.empty() ? text : "?" + piece(text);
}

std::string canonical_list(const yaml::Node& node, const Shape& shape, Extent extent) {
  std::string text;
  for (const yaml::Node* const item : node.items) text += piece(canonical(*item, *shape.element, extent));
  return text.empty() ? text : "[" + piece(text);
}

std::string canonical_map(const yaml::Node& node, const Shape& shape, Extent extent) {
  std::vector<std::pair<std::string_view, const yaml::Node*>> entries;
  for (const yaml::Entry& entry : node.entries) entries.emplace_back(entry.key->text, entry.value);
  std::ranges::stable_sort(entries, {}, &std::pair<std::string_view, const yaml::Node*>::first);
  std::string text;
  for (const auto& [key, value] : entries) text += piece(key) + piece(canonical(*value, *shape.element, extent));
  return text.empty() ? text : "<" + piece(text);
}

bool is_told(const Field& field, Extent extent) {
  return field.need != Need::never && (extent != Extent::approved || field.stake != Stake::apart);
}

/// By the names of the keys, so that neither the order in the file nor that of the table counts.
std::vector<const Field*> by_name(const Record& record) {
  std::vector<const Field*> fields;
  for (const Field& field : record.fields) fields.push_back(&field);
  std::ranges::sort(fields, {}, &Field::name);
  return fields;
}

std::string canonical_record(const yaml::Node& node, const Record& record, Extent extent) {
  std::string text;
  for (const Field* const field : by_name(record)) {
    const yaml::Entry* const entry = is_told(*field, extent) ? yaml::find_entry(node, field->name) : nullptr;
    const std::string value = entry == nullptr ? std::string() : canonical(*entry->value, *field->shape, extent);
    if (!value.empty()) text += piece(field->name) + piece(value);
  }
  return text.empty() ? text : "{" + piece(text);
}

std::string canonical(const yaml::Node& node, const Shape& shape, Extent extent) {
  if (node.kind == yaml::Kind::null) return {};
  const bool list = shape.kind == ShapeKind::list;
  const bool keys = shape.kind == ShapeKind::map || shape.kind == ShapeKind::record;
  const yaml::Kind wanted = list ? yaml::Kind::list : keys ? yaml::Kind::map : yaml::Kind::scalar;
  if (node.kind != wanted) return raw(node);
  if (list) return canonical_list(node, shape, extent);
  if (shape.kind == ShapeKind::map) return canonical_map(node, shape, extent);
  if (shape.kind == ShapeKind::record) return canonical_record(node, *shape.record, extent);
  return "=" + piece(scalar_of(node.text, shape, extent));
}

// Parts

/// A record of a list of the file.
struct Member {
  const Field* list = nullptr;
  const Record* record = nullptr;
  const yaml::Node* node = nullptr;
};

std::string_view id_of(const Member& member) {
  return yaml::scalar_at(*member.node, member.record->id_key);
}

/// The records with ids, list by list.
std::vector<Member> members_of(const yaml::Node& root, const Record& record) {
  std::vector<Member> members;
  for (const Field& field : record.fields) {
    const bool list = field.shape->kind == ShapeKind::list && field.shape->element->kind == ShapeKind::record;
    const yaml::Entry* const entry = yaml::find_entry(root, field.name);
    if (!list || field.stake == Stake::apart || entry == nullptr) continue;
    const Record* const inner = field.shape->element->record;
    for (const yaml::Node* const item : entry->value->items)
      if (inner->id_key == "id" && item->kind == yaml::Kind::map)
        members.push_back({.list = &field, .record = inner, .node = item});
  }
  return members;
}

/// Does the record name one of these as the one that it is a part of? They are known by what they are and their ids.
bool is_held(const Member& member, const std::set<std::pair<std::string_view, std::string_view>>& holders) {
  return std::ranges::any_of(member.record->fields, [&](const Field& field) {
    return field.stake == Stake::holder && holders.contains({field.name, yaml::scalar_at(*member.node, field.name)});
  });
}

}  // namespace

std::string print_of_text(std::string_view text) {
  return std::string(kScheme) + base::sha256_hex(text).substr(0, kPrintDigits);
}

std::string content_print(const yaml::Node& root, const Record& record, Extent extent) {
  return print_of_text(canonical_record(root, record, extent));
}

std::string says(const yaml::Node& node, const Shape& shape) {
  return canonical(node, shape, Extent::words);
}

bool is_content_print(std::string_view text) {
  if (text.size() != kScheme.size() + kPrintDigits || !text.starts_with(kScheme)) return false;
  return std::ranges::all_of(text.substr(kScheme.size()),
                             [](char c) { return base::is_digit(c) || (c >= 'a' && c <= 'f'); });
}

std::vector<Part> parts_of(const yaml::Node& root, const Record& record) {
  std::vector<Part> parts;
  for (const Member& member : members_of(root, record))
    if (const std::string_view id = id_of(member); !id.empty())
      parts.push_back(
          {.id = id, .noun = member.record->noun, .title = yaml::scalar_at(*member.node, member.record->title_key)});
  return parts;
}

// A record that holds others stands in a list before theirs: the tables say so, and one pass is enough.
std::string part_print(const yaml::Node& root, const Record& record, std::string_view id) {
  std::set<std::pair<std::string_view, std::string_view>> holders;
  std::string text;
  for (const Member& member : members_of(root, record)) {
    const std::string_view own = id_of(member);
    if (own.empty() || (own != id && !is_held(member, holders))) continue;
    holders.insert({member.record->noun, own});
    text += piece(member.list->name) + piece(canonical_record(*member.node, *member.record, Extent::approved));
  }
  return text.empty() ? text : print_of_text("part" + piece(text));
}

namespace {

void find_covered(const yaml::Node& root, const Record& record, model::Approval& approval) {
  if (!approval.of) {
    approval.now = content_print(root, record, Extent::approved);
    return;
  }
  approval.now = part_print(root, record, *approval.of);
  for (const Part& part : parts_of(root, record)) {
    if (part.id != *approval.of) continue;
    approval.noun = part.noun;
    approval.title = part.title;
    return;
  }
}

}  // namespace

void find_covered(const yaml::Node& root, const Record& record, model::Content& content) {
  const auto find = [&](auto& some) {
    if constexpr (requires { some.approvals; })
      for (model::Approval& approval : some.approvals) find_covered(root, record, approval);
  };
  std::visit(find, content);
}

}  // namespace cpm::format
