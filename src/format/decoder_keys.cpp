// Keys that a record does not have: which of its keys is meant, by spelling, by another name, or because it is the one
// that is missing.
#include <algorithm>
#include <set>
#include <span>

#include <fmt/format.h>

#include "base/ascii.h"
#include "base/date.h"
#include "base/decimal.h"
#include "base/text.h"
#include "format/decoder.h"
#include "format/plain_text.h"
#include "format/shapes.h"
#include "format/wording.h"

namespace cpm::format {
namespace {

using diag::Safety;

constexpr std::string_view kNoteKeys = "note|notes|comment|comments|remark|remarks|description|details";

std::string known_keys(const Record& record) {
  std::vector<std::string> names;
  for (const Field& field : record.fields)
    if (field.need != Need::never) names.push_back(ticks(field.name));
  return base::joined(names);
}

// Nothing stands there, not even a word for nothing.
bool is_unwritten(const yaml::Node& value) {
  return value.kind == yaml::Kind::null && value.text.empty();
}

bool has_digit(std::string_view text) {
  return std::ranges::any_of(text, base::is_digit);
}

bool could_be_choice(std::string_view text, const Shape& shape) {
  std::vector<std::string_view> words;
  for (const Choice& choice : shape.choices) words.push_back(choice.word);
  return !meant_choices(text, shape.choices).empty() || meant_word(text, words).has_value();
}

}  // namespace

bool Decoder::could_be(const yaml::Node& value, const Shape& shape) {
  if (value.kind == yaml::Kind::null) return true;
  const bool scalar = value.kind == yaml::Kind::scalar;
  switch (shape.kind) {
    case ShapeKind::list:
      return value.kind == yaml::Kind::list || (scalar && shape.element->kind != ShapeKind::record);
    case ShapeKind::map:
      return value.kind == yaml::Kind::map;
    case ShapeKind::record:
      return value.kind == yaml::Kind::map || (scalar && as_record(value.text, *shape.record));
    case ShapeKind::date:
    case ShapeKind::timeframe:
      return scalar && has_digit(value.text);
    case ShapeKind::whole:
      return scalar && (is_whole(value.text) || meant_number(value.text, shape));
    case ShapeKind::decimal:
      return scalar && has_digit(value.text);
    case ShapeKind::flag:
      return scalar && (is_true_false(value.text) || as_flag(value.text));
    case ShapeKind::choice:
      return scalar && could_be_choice(value.text, shape);
    case ShapeKind::text:
    case ShapeKind::word:
    case ShapeKind::county:
      return scalar;
  }
  return false;
}

std::vector<const Field*> Decoder::absent_fields() const {
  const Frame& frame = frames_.back();
  std::vector<const Field*> absent;
  for (std::size_t row = 0; row < frame.record->fields.size(); ++row)
    if (!frame.seen[row] && frame.record->fields[row].need != Need::never) absent.push_back(&frame.record->fields[row]);
  return absent;
}

void Decoder::mark_seen(const Field& field) {
  frames_.back().seen[static_cast<std::size_t>(&field - frames_.back().record->fields.data())] = true;
}

// By another name: the first row whose values look like this one. A name of two rows is not sure.
std::optional<Decoder::MeantKey> Decoder::called_key(const yaml::Entry& entry) {
  const std::string form = label_form(entry.key->text);
  std::vector<const Field*> called;
  for (const Field* field : absent_fields())
    if (is_label(form, field->also)) called.push_back(field);
  if (called.empty()) return std::nullopt;
  const auto fitting = [&](const Field* field) { return could_be(*entry.value, *field->shape); };
  const auto first = std::ranges::find_if(called, fitting);
  if (first == called.end()) return MeantKey{.field = called.front(), .safety = Safety::unsafe, .fits = false};
  const bool sure = std::ranges::count_if(called, fitting) == 1;
  return MeantKey{.field = *first, .safety = sure ? Safety::safe : Safety::unsafe};
}

std::optional<Decoder::MeantKey> Decoder::meant_key(const yaml::Entry& entry) {
  if (const std::optional<MeantKey> called = called_key(entry)) return called;
  const std::string_view key = entry.key->text;
  std::vector<std::string_view> names;
  for (const Field* field : absent_fields()) names.push_back(field->name);
  const std::optional<std::string_view> near = meant_word(key, names);
  if (!near) return std::nullopt;
  const Field* meant = find_field(*frames_.back().record, *near);
  const Safety safety = safety_of(key, *near);
  // Two edits away, it may be a key of the record around this one that is indented too far, or not a key at all.
  const bool fits = could_be(*entry.value, *meant->shape);
  if (safety != Safety::safe && (enclosing_owner(key) != nullptr || (!fits && meant->need != Need::must)))
    return std::nullopt;
  return MeantKey{.field = meant, .safety = safety, .fits = fits || safety == Safety::safe};
}

// `done: in_progress`, `done: yes`: the key and its value together say a choice.
std::optional<std::string> Decoder::as_choice(const yaml::Entry& entry) const {
  if (entry.value->kind != yaml::Kind::scalar) return std::nullopt;
  const std::string_view said = as_flag(entry.value->text).value_or(false) ? entry.key->text : entry.value->text;
  for (const Field* field : absent_fields()) {
    if (field->shape->kind != ShapeKind::choice) continue;
    const std::vector<std::string_view> meant = meant_choices(said, field->shape->choices);
    if (meant.size() == 1) return fmt::format("{}: {}", field->name, meant.front());
  }
  return std::nullopt;
}

void Decoder::read_unknown(const yaml::Entry& entry, const MeantKey& meant, void* out) {
  diag::Diagnostic finding = misspelled(*entry.key, meant);
  if (!meant.fits) {
    mark_seen(*meant.field);
    finding.fix.reset();
    finding.help = fmt::format("write `{}` with {}", meant.field->name, described(*meant.field->shape));
    if (const std::optional<std::string> line = as_choice(entry)) {
      const diag::Span whole{
          .file = entry.key->span.file, .begin = entry.key->span.begin, .end = entry.value->span.end};
      finding.help += fmt::format(", or `{}`", *line);
      finding.fix = write_instead(*line, whole, Safety::unsafe);
    }
    return report(std::move(finding));
  }
  const bool is_read = read_scalar_record(entry, *meant.field, finding);
  report(std::move(finding));
  if (!is_read) read_field(*meant.field, entry, out);
}

// `owner: Director` is one slip: the key and the value are fixed together.
bool Decoder::read_scalar_record(const yaml::Entry& entry, const Field& meant, diag::Diagnostic& finding) {
  if (meant.shape->kind != ShapeKind::record || entry.value->kind != yaml::Kind::scalar || !finding.fix) return false;
  const std::optional<MeantRecord> value = as_record(entry.value->text, *meant.shape->record);
  if (!value) return false;
  finding.help = "write " + ticks(fmt::format("{}: {}", meant.name, value->text));
  finding.fix->title = finding.help;
  finding.fix->edits.push_back({entry.value->span, value->text});
  if (value->safety != Safety::safe) finding.fix->safety = value->safety;
  if (!value->help.empty()) finding.help = value->help;
  mark_seen(meant);
  return true;
}

diag::Diagnostic Decoder::misspelled(const yaml::Node& key, const MeantKey& meant) const {
  const std::string record = with_article(frames_.back().record->noun);
  const std::string name(meant.field->name);
  const std::string title = fmt::format("rename to `{}`", name);
  return {.code = 210,
          .message = fmt::format("{} has no key {}; did you mean `{}`?", record, ticks(key.text), name),
          .span = key.span,
          .span_label = meant.field->need == Need::must ? fmt::format("{}, which {} must have", title, record) : title,
          .help = fmt::format("rename it to `{}`: {}", name, as_clause(meant.field->about)),
          .fix = replacing(title, key.span, name, meant.safety)};
}

const Record* Decoder::enclosing_owner(std::string_view key) const {
  for (std::size_t i = frames_.size() - 1; i-- > 0;) {
    const Field* field = find_field(*frames_[i].record, key);
    if (field != nullptr && field->need != Need::never) return frames_[i].record;
  }
  return nullptr;
}

void Decoder::report_never(const yaml::Node& key, const Field& never) {
  report({.code = never.never_code,
          .message = fmt::format("{} has no {}", with_article(frames_.back().record->noun), ticks(key.text)),
          .span = key.span,
          .help = std::string(never.about)});
}

void Decoder::report_unknown(const yaml::Node& key) {
  const Record& record = *frames_.back().record;
  std::string help = fmt::format("use one of {}; a key of your own starts with `x-`", known_keys(record));
  if (const Record* owner = enclosing_owner(key.text))
    help = fmt::format("{} belongs to the {} around it: move the line to the left, level with the other keys of the {}",
                       ticks(key.text), owner->noun, owner->noun);
  diag::Diagnostic finding{.code = 211,
                           .message = fmt::format("{} has no key {}", with_article(record.noun), ticks(key.text)),
                           .span = key.span,
                           .help = std::move(help)};
  if (is_label(label_form(key.text), kNoteKeys) && !record.notes_go.empty()) {
    const std::string own = "x-" + kIdForm.fixed(key.text);
    finding.help = fmt::format("{}; to keep it here, call it {}", record.notes_go, ticks(own));
    finding.fix = replacing("rename to " + ticks(own), key.span, own, Safety::unsafe);
  }
  report(std::move(finding));
}

// One key too many and one that is missing are likely one slip.
bool Decoder::read_as_missing(const yaml::Entry& entry, void* out) {
  std::vector<const Field*> missing;
  for (const Field* field : absent_fields())
    if (field->need == Need::must) missing.push_back(field);
  const std::string_view key = entry.key->text;
  if (missing.size() != 1 || !could_be(*entry.value, *missing.front()->shape)) return false;
  if (enclosing_owner(key) != nullptr || is_label(label_form(key), kNoteKeys)) return false;
  const Field& field = *missing.front();
  const std::string name(field.name);
  report({.code = 211,
          .message = fmt::format("{} has no key {}, and this one has no `{}`",
                                 with_article(frames_.back().record->noun), ticks(key), name),
          .span = entry.key->span,
          .help = fmt::format("if it says {}, rename it to `{}`; else add `{}: …`; a key of your own starts with `x-`",
                              as_clause(field.about), name, name),
          .fix = replacing(fmt::format("rename to `{}`", name), entry.key->span, name, Safety::unsafe)});
  read_field(field, entry, out);
  return true;
}

std::set<const yaml::Entry*> Decoder::report_unindented() {
  const Frame& frame = frames_.back();
  const std::span<const yaml::Entry> entries = frame.node->entries;
  std::set<const yaml::Entry*> dealt_with;
  if (frame.node->flow) return dealt_with;
  for (std::size_t i = 0; i + 1 < entries.size(); ++i) {
    if (!is_unwritten(*entries[i].value)) continue;  // first: nearly all values are written
    const Field* owner = find_field(*frame.record, entries[i].key->text);
    if (owner == nullptr || owner->shape->kind != ShapeKind::record) continue;
    diag::Fix fix{.title = fmt::format("indent below `{}`", owner->name), .safety = Safety::safe, .edits = {}};
    std::vector<std::string> keys;
    for (std::size_t next = i + 1; next < entries.size(); ++next) {
      const yaml::Entry& entry = entries[next];
      const bool is_inner = find_field(*owner->shape->record, entry.key->text) != nullptr;
      if (!is_inner || find_field(*frame.record, entry.key->text) != nullptr) break;
      if (entry.value->kind != yaml::Kind::scalar || !entry.value->plain()) fix.safety = Safety::unsafe;
      const diag::Span start{
          .file = entry.key->span.file, .begin = entry.key->span.begin, .end = entry.key->span.begin};
      fix.edits.push_back({start, "  "});
      keys.push_back(ticks(entry.key->text));
      dealt_with.insert(&entry);
    }
    if (keys.empty()) continue;
    dealt_with.insert(&entries[i]);
    mark_seen(*owner);
    const std::string name = ticks(owner->name);
    report({.code = 214,
            .message = fmt::format("{} has no value, and {} below it {} not indented", name, base::joined(keys),
                                   base::is_are(keys.size())),
            .span = entries[i].key->span,
            .help = fmt::format("indent {} deeper than {}", base::joined(keys), name),
            .fix = std::move(fix)});
  }
  return dealt_with;
}

bool Decoder::report_braced(const yaml::Node& node, const Record& record) {
  if (!node.flow || node.entries.size() != 1 || !is_unwritten(*node.entries.front().value)) return false;
  const std::string_view text = node.entries.front().key->text;
  if (find_field(record, text) != nullptr) return false;
  std::optional<MeantRecord> meant = as_record(text, record);
  for (const Field& field : record.fields) {
    const std::size_t size = field.name.size();
    if (!text.starts_with(field.name) || text.size() <= size || (text[size] != ':' && text[size] != ' ')) continue;
    if (const auto value = fitting_value(base::trimmed(text.substr(size + 1)), field))
      meant = MeantRecord{fmt::format("{{{}: {}}}", field.name, *value)};
  }
  if (!meant) return false;
  report({.code = 213,
          .message = fmt::format("{} has the text {} in braces; it must be {}", key_name(), ticks(text),
                                 described(Shape{.kind = ShapeKind::record, .record = &record})),
          .span = node.span,
          .help = meant->help.empty() ? "write " + ticks(meant->text) : meant->help,
          .fix = write_instead(meant->text, node.span, meant->safety)});
  return true;
}

bool Decoder::report_misplaced(const std::vector<const yaml::Entry*>& unknown) {
  constexpr std::size_t kFewest = 3;
  if (unknown.size() < kFewest || frames_.size() < 2) return false;
  for (const Field& list : frames_[frames_.size() - 2].record->fields) {
    const Record* other = list.shape->kind == ShapeKind::list ? record_behind(*list.shape) : nullptr;
    if (other == nullptr || other == frames_.back().record) continue;
    const auto is_its_key = [other](const yaml::Entry* entry) {
      return find_field(*other, entry->key->text) != nullptr;
    };
    if (!std::ranges::all_of(unknown, is_its_key)) continue;
    for (const Field* field : absent_fields()) mark_seen(*field);
    report({.code = 211,
            .message = fmt::format("{} has the keys of {}, such as {} and {}", named(), with_article(other->noun),
                                   ticks(unknown.front()->key->text), ticks(unknown.back()->key->text)),
            .span = unknown.front()->key->span,
            .help = fmt::format("if it is {}, move it below `{}:`, or write that key above it if it is missing",
                                with_article(other->noun), list.name)});
    return true;
  }
  return false;
}

}  // namespace cpm::format
