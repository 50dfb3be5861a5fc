#include "assist/reading.h"

#include <algorithm>

#include "base/text.h"
#include "format/labels.h"
#include "yaml/source.h"

namespace cpm::assist {
namespace {

using format::Shape;
using format::ShapeKind;

/// `it''s` → `it's`, `\"` → `"`; other marks stay as they are.
std::string without_quotes(std::string_view text) {
  if (text.empty() || (text[0] != '"' && text[0] != '\'')) return std::string(text);
  const char quote = text[0];
  const bool closed = text.size() > 1 && text.back() == quote;
  text = text.substr(1, text.size() - (closed ? 2 : 1));
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool pair = i + 1 < text.size() && (quote == '"' ? text[i] == '\\' : text.substr(i, 2) == "''");
    if (pair) ++i;
    plain += text[i];
  }
  return plain;
}

std::string on_one_line(std::string_view text) {
  std::string joined;
  bool gap = false;
  for (const char c : text) {
    if (yaml::is_space(c)) {
      gap = true;
      continue;
    }
    if (gap && !joined.empty()) joined += ' ';
    gap = false;
    joined += c;
  }
  return joined;
}

const Shape* inside(const Shape& shape, bool entry, const format::Field* field) {
  if (entry) return shape.kind == ShapeKind::list ? shape.element : nullptr;
  if (shape.kind == ShapeKind::map) return shape.element;
  return field == nullptr ? nullptr : field->shape;
}

}  // namespace

Reading::Reading(std::string_view bytes) : outline_(outline_of(bytes)) {
  const std::size_t count = outline_.parts.size();
  first_.assign(count, kNone);
  next_.assign(count, kNone);
  for (std::size_t i = count; i-- > 1;) {
    next_[i] = first_[part(i).above];
    first_[part(i).above] = i;
  }
  for (const std::size_t i : parts_of(0)) {
    if (part(i).entry || key_of(i) != "format") continue;
    const std::string format = text_of(i);
    const std::vector<std::string_view> words = base::split(format, '/');
    if (words.size() == 3 && words[0] == "cpm") kind_ = format::find_kind(words[1]);
    break;
  }
  give_shapes();
}

std::vector<std::size_t> Reading::parts_of(std::size_t holder) const {
  std::vector<std::size_t> parts;
  for (std::size_t i = first_[holder]; i != kNone; i = next_[i]) parts.push_back(i);
  return parts;
}

/// From the file inwards: what holds a part comes before it.
void Reading::give_shapes() {
  constexpr std::size_t kMostGuesses = 500;  // looking for other names of a key takes time
  std::size_t guesses = 0;
  meanings_.resize(outline_.parts.size());
  if (kind_ == nullptr) return;
  whole_ = format::record_of(*kind_->record);
  meanings_[0].shape = &whole_;
  for (std::size_t i = 1; i < outline_.parts.size(); ++i) {
    const Shape* const above = meanings_[part(i).above].shape;
    if (above == nullptr) continue;
    if (above->kind == ShapeKind::record && !part(i).entry) {
      const std::string key = key_of(i);
      meanings_[i].field = format::find_field(*above->record, key);
      if (meanings_[i].field == nullptr && ++guesses < kMostGuesses)
        meanings_[i].field = format::field_called(*above->record, key);
    }
    meanings_[i].shape = inside(*above, part(i).entry, meanings_[i].field);
  }
}

std::string Reading::key_of(std::size_t index) const {
  const Stretch& name = part(index).name;
  return part(index).entry ? std::string() : without_quotes(bytes().substr(name.begin, name.end - name.begin));
}

std::string Reading::text_of(std::size_t index) const {
  const Part& its = part(index);
  const Stretch place = its.entry || its.colon ? its.value : its.name;
  std::string_view text = bytes().substr(place.begin, place.end - place.begin);
  if (its.form == Form::lines) text.remove_prefix(std::min(text.find('\n'), text.size()));
  return without_quotes(on_one_line(text));
}

std::size_t Reading::find(std::size_t holder, std::string_view key) const {
  for (std::size_t i = first_[holder]; i != kNone; i = next_[i]) {
    if (part(i).entry || !part(i).colon) continue;
    const format::Field* const field = field_of(i);
    if (field == nullptr ? key_of(i) == key : field->name == key) return i;
  }
  return kNone;
}

std::string Reading::text_at(std::string_view path) const {
  std::size_t at = 0;
  for (const std::string_view key : base::split(path, '.')) {
    at = find(at, key);
    if (at == kNone) return {};
  }
  return part(at).form == Form::nothing || part(at).form == Form::brackets ? std::string() : text_of(at);
}

Known Reading::record(std::size_t index, const format::Record& record) const {
  const auto text = [&](std::string_view field) {
    const std::size_t at = field.empty() ? kNone : find(index, field);
    return at == kNone ? std::string() : text_of(at);
  };
  return {.id = text(record.id_key), .title = text(record.title_key)};
}

void Reading::add_records(std::size_t holder, std::string_view path, std::vector<Known>& found) const {
  const std::string_view key = path.substr(0, path.find('.'));
  const std::size_t list = find(holder, key);
  if (list == kNone) return;
  if (key.size() < path.size()) {
    const std::string_view rest = path.substr(key.size() + 1);
    const std::vector<std::size_t> parts = parts_of(list);
    const bool through_list = !parts.empty() && part(parts.front()).entry;
    if (!through_list) return add_records(list, rest, found);
    for (const std::size_t entry : parts) add_records(entry, rest, found);
    return;
  }
  const Shape* const shape = shape_of(list);
  const format::Record* const its = shape == nullptr ? nullptr : format::record_behind(*shape);
  if (its == nullptr) return;
  for (const std::size_t entry : parts_of(list))
    if (Known known = record(entry, *its); !known.id.empty()) found.push_back(std::move(known));
}

std::vector<Known> Reading::records_at(std::string_view path) const {
  std::vector<Known> found;
  add_records(0, path, found);
  return found;
}

std::vector<Known> Reading::records() const {
  std::vector<Known> found;
  for (std::size_t i = 1; i < outline_.parts.size(); ++i) {
    if (!part(i).entry) continue;
    const Shape* const shape = shape_of(i);
    if (shape == nullptr || shape->kind != ShapeKind::record || shape->record->id_key != "id") continue;
    if (Known known = record(i, *shape->record); !known.id.empty()) found.push_back(std::move(known));
  }
  return found;
}

}  // namespace cpm::assist
