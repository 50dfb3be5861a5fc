// Code actions of records: the keys that are missing, a date that is one, an id made of the title.
#include <algorithm>

#include <fmt/format.h>

#include "assist/lookup.h"
#include "base/text.h"
#include "base/timeframe.h"
#include "edit/edit.h"
#include "format/shapes.h"
#include "lsp/actions.h"
#include "lsp/difference.h"
#include "lsp/extents.h"
#include "lsp/names.h"
#include "lsp/renaming.h"
#include "yaml/quoting.h"

namespace cpm::lsp {
namespace {

using assist::kNone;
using assist::Reading;
using format::Field;
using format::Record;
using format::Shape;
using format::ShapeKind;

/// The innermost record at a byte; kNone where there is none.
std::size_t record_at(const Reading& reading, std::size_t byte) {
  if (reading.kind() == nullptr) return kNone;
  std::size_t part = innermost(extents_of(reading), byte);
  while (part != 0 && (reading.shape_of(part) == nullptr || reading.shape_of(part)->kind != ShapeKind::record))
    part = reading.part(part).above;
  return part;
}

/// The way to a part as the surgical edit goes: keys, and entries by their number.
edit::Path path_to(const Reading& reading, std::size_t part) {
  edit::Path path;
  for (; part != 0; part = reading.part(part).above) {
    if (!reading.part(part).entry) {
      path.push_back({.text = reading.key_of(part)});
      continue;
    }
    const std::vector<std::size_t> entries = reading.parts_of(reading.part(part).above);
    const auto number = std::ranges::find(entries, part) - entries.begin() + 1;
    path.push_back({.text = std::to_string(number), .entry = true});
  }
  std::ranges::reverse(path);
  return path;
}

/// The bytes with one more change; nothing when it cannot be made surely.
std::optional<std::string> changed_text(const std::string& bytes, edit::Path path, const std::string& value) {
  const yaml::Limits limits;
  const diag::SourceFile file("", bytes);
  auto result = edit::edited({.file = file, .id = 0, .limits = limits}, {.path = std::move(path), .value = value});
  if (auto* const edited = std::get_if<edit::Edited>(&result)) return std::move(edited->bytes);
  return std::nullopt;
}

// What a new key begins with: the example of its field, as in new files; a check names texts that were left so.

std::string start_of_record(const Record& record, base::Date today, int depth);

std::string start_of(const Field* field, const Shape& shape, base::Date today, int depth) {
  constexpr int kDeepestStart = 4;
  const std::string example = field == nullptr ? std::string() : std::string(field->example);
  const auto in_list = [&](const Shape& element) {
    const bool record = element.kind == ShapeKind::record;
    return record ? start_of_record(*element.record, today, depth + 1) : start_of(field, element, today, depth + 1);
  };
  if (depth > kDeepestStart) return "null";
  switch (shape.kind) {
    case ShapeKind::date:
    case ShapeKind::timeframe:
      return base::to_text(today);
    case ShapeKind::record:
      return start_of_record(*shape.record, today, depth + 1);
    case ShapeKind::list:
      return fmt::format("[{}]", in_list(*shape.element));
    case ShapeKind::map:
      return "{}";
    case ShapeKind::choice:
      return example.empty() ? std::string(shape.choices.front().word) : example;
    case ShapeKind::flag:
      return example.empty() ? "false" : example;
    case ShapeKind::whole:
    case ShapeKind::decimal:
      return example.empty() ? std::to_string(std::max<std::int64_t>(shape.lowest, 0)) : example;
    case ShapeKind::text:
    case ShapeKind::word:
    case ShapeKind::county:
      break;
  }
  const std::string text = example.empty() ? "TBD" : example;
  return depth == 0 ? text : yaml::double_quoted(text);
}

std::string start_of_record(const Record& record, base::Date today, int depth) {
  std::string text;
  for (const Field& field : record.fields)
    if (field.need == format::Need::must)
      text += fmt::format("{}{}: {}", text.empty() ? "" : ", ", field.name,
                          start_of(&field, *field.shape, today, std::max(depth, 1)));
  for (const format::OneOf& group : record.one_of) {
    const Field* const field = format::find_field(record, group.names.front());
    text += fmt::format("{}{}: {}", text.empty() ? "" : ", ", field->name,
                        start_of(field, *field->shape, today, std::max(depth, 1)));
  }
  return "{" + text + "}";
}

/// Also under a misspelled name, which a check reads as the key that was meant.
bool has_key(const Reading& reading, std::size_t record, std::string_view name) {
  if (reading.find(record, name) != kNone) return true;
  std::vector<std::string_view> names;
  for (const Field& field : reading.shape_of(record)->record->fields) names.push_back(field.name);
  return std::ranges::any_of(reading.parts_of(record), [&](std::size_t part) {
    const bool unknown = !reading.part(part).entry && reading.field_of(part) == nullptr;
    return unknown && base::nearest(reading.key_of(part), std::span<const std::string_view>(names)) == name;
  });
}

/// Required keys, and recommended ones, that the record does not have.
std::vector<const Field*> missing_fields(const Reading& reading, std::size_t part) {
  const Record& record = *reading.shape_of(part)->record;
  std::vector<const Field*> missing;
  for (const Field& field : record.fields) {
    const bool wanted = field.need == format::Need::must || field.need == format::Need::should;
    if (wanted && !has_key(reading, part, field.name)) missing.push_back(&field);
  }
  for (const format::OneOf& group : record.one_of) {
    const auto is_there = [&](std::string_view name) { return has_key(reading, part, name); };
    if (std::ranges::none_of(group.names, is_there)) missing.push_back(format::find_field(record, group.names.front()));
  }
  return missing;
}

/// The last day of the month, for a day that the month does not have: 2026-02-30.
std::optional<std::string> last_day_for(const std::string& text) {
  constexpr std::size_t kSize = 10;
  constexpr std::size_t kMonthEnd = 7;
  if (text.size() != kSize) return std::nullopt;
  const base::DateReading first = base::read_date(text.substr(0, kMonthEnd) + "-01");
  if (!first.date || base::read_date(text).date) return std::nullopt;
  return base::to_text(base::add_days(base::add_months(*first.date, 1), -1));
}

std::vector<std::string> dates_for(const std::string& text, ShapeKind kind) {
  std::vector<std::string> dates;
  if (kind == ShapeKind::date) {
    const base::DateReading reading = base::read_date(text);
    if (!reading.date) dates = reading.suggestions;
    if (reading.date) return {};
  } else {
    const base::TimeframeReading reading = base::read_timeframe(text);
    if (reading.timeframe) return {};
    dates = reading.suggestions;
  }
  if (const std::optional<std::string> last = last_day_for(text)) dates.push_back(*last);
  return dates;
}

/// Short enough to be typed, and no other record's in the file.
std::string free_id(const Reading& reading, std::string id) {
  constexpr std::size_t kLongest = 32;
  if (id.size() > kLongest) id.resize(std::max<std::size_t>(id.rfind('-', kLongest), 1));
  const std::vector<assist::Known> taken = reading.records();
  const auto is_taken = [&](const std::string& word) {
    return std::ranges::find(taken, word, &assist::Known::id) != taken.end();
  };
  std::string free = id;
  for (int number = 2; is_taken(free); ++number) free = fmt::format("{}-{}", id, number);
  return free;
}

/// A record whose id is its own name, not that of what it is about.
const Field* id_field(const Record& record) {
  const Field* const field = record.id_key.empty() ? nullptr : format::find_field(record, record.id_key);
  const bool own = field != nullptr && field->shape->form == &format::kIdForm &&
                   field->shape->names == format::Names::nothing;
  return own && !record.title_key.empty() ? field : nullptr;
}

}  // namespace

void add_missing_keys(const ActionPlace& place, Json& actions) {
  const Reading& reading = place.subject.reading();
  const std::size_t part = record_at(reading, place.asked.begin);
  if (part == kNone) return;
  const base::Date today = place.subject.session.engine.today();
  std::string bytes = place.subject.document.text();
  std::vector<std::string> added;
  for (const Field* const field : missing_fields(reading, part)) {
    edit::Path path = path_to(reading, part);
    path.push_back({.text = std::string(field->name)});
    const std::optional<std::string> after = changed_text(bytes, std::move(path),
                                                          start_of(field, *field->shape, today, 0));
    if (!after) continue;
    bytes = *after;
    added.push_back(fmt::format("`{}`", field->name));
  }
  if (added.empty()) return;
  actions.push_back(
      own_action(place.subject,
                 fmt::format("Add the missing {}: {}", base::noun_for(added.size() == 1, "key"), base::joined(added)),
                 "quickfix", difference(place.subject.document.text(), bytes)));
}

void add_dates(const ActionPlace& place, Json& actions) {
  const Reading& reading = place.subject.reading();
  for (const diag::Diagnostic* const finding : place.findings) {
    if (finding->span.whole_file || (finding->fix && !finding->fix->edits.empty())) continue;
    const std::size_t part = innermost(extents_of(reading), finding->span.begin);
    const Shape* const shape = part == 0 ? nullptr : reading.shape_of(part);
    if (shape == nullptr || (shape->kind != ShapeKind::date && shape->kind != ShapeKind::timeframe)) continue;
    const assist::Stretch value = reading.part(part).value;
    for (const std::string& date : dates_for(reading.text_of(part), shape->kind)) {
      const diag::Span span{
          .file = 0, .begin = static_cast<std::uint32_t>(value.begin), .end = static_cast<std::uint32_t>(value.end)};
      actions.push_back(
          own_action(place.subject, fmt::format("Write {}", date), "quickfix", {{.span = span, .replacement = date}}));
    }
  }
}

void add_id_from_title(const ActionPlace& place, Json& actions) {
  const Subject& subject = place.subject;
  const Reading& reading = subject.reading();
  const std::size_t part = record_at(reading, place.asked.begin);
  const Field* const field = part == kNone || part == 0 ? nullptr : id_field(*reading.shape_of(part)->record);
  if (field == nullptr) return;
  const RecordName name = record_name(reading, part);
  std::string wanted = format::kIdForm.fixed(name.title);
  if (wanted.empty() || wanted == name.id) return;
  wanted = free_id(reading, wanted);
  const std::string title = fmt::format("Make the id from the title: `{}`", wanted);
  const std::size_t id = reading.find(part, field->name);
  if (id != kNone && format::kIdForm.matches(name.id)) {
    const bool at_id = reading.part(id).value.touches(place.asked.begin) ||
                       reading.part(id).name.touches(place.asked.begin);
    if (!at_id) return;
    try {
      const auto edits = renamed(subject, reading.part(id).value.begin, wanted);
      actions.push_back(
          {{"title", title}, {"kind", "refactor.rewrite"}, {"edit", workspace_edit(subject.session, edits)}});
    } catch (const Refused&) {
      return;  // the id is not this file's to change
    }
    return;
  }
  edit::Path path = path_to(reading, part);
  path.push_back({.text = std::string(field->name)});
  if (const std::optional<std::string> after = changed_text(subject.document.text(), std::move(path), wanted))
    actions.push_back(own_action(subject, title, "refactor.rewrite", difference(subject.document.text(), *after)));
}

}  // namespace cpm::lsp
