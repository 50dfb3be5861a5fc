#include "format/decoder.h"

#include <algorithm>
#include <iterator>

#include "base/assert.h"
#include "base/text.h"
#include "format/shapes.h"
#include "format/wording.h"

namespace cpm::format {
namespace {

using diag::Safety;

constexpr std::size_t kMostSigns = 60;
constexpr diag::Code kFirstShapeCode = 200;

std::string_view scalar_at(const yaml::Node& map, std::string_view key) {
  const yaml::Entry* entry = key.empty() ? nullptr : yaml::find_entry(map, key);
  return entry != nullptr && entry->value->kind == yaml::Kind::scalar ? entry->value->text : std::string_view();
}

std::string found_words(const yaml::Node& node) {
  if (node.kind == yaml::Kind::list) return "a list";
  if (node.kind == yaml::Kind::map) return "a group of keys";
  return "the text " + ticks(node.text);
}

template <class Names>
std::string in_ticks(const Names& names, std::string_view last) {
  std::vector<std::string> words;
  for (const std::string_view name : names) words.push_back(ticks(name));
  return base::joined(words, last);
}

std::string known_keys(const Record& record) {
  std::vector<std::string_view> names;
  for (const Field& field : record.fields)
    if (field.need != Need::never) names.push_back(field.name);
  return in_ticks(names, "and");
}

/// "`step: …`, `objective: …` or `item: …`": what a record cannot do without, else what it may have.
std::string keys_to_write(const Record& record) {
  const auto written = [](std::string_view name) { return "`" + std::string{name} + ": …`"; };
  std::vector<std::string> words;
  if (!record.one_of.empty()) {
    for (const std::string_view name : record.one_of.front().names) words.push_back(written(name));
    return base::joined(words, "or");
  }
  for (const Need need : {Need::must, Need::should, Need::may}) {
    for (const Field& field : record.fields)
      if (field.need == need) words.push_back(written(field.name));
    if (!words.empty()) return base::joined(words, need == Need::must ? "and" : "or");
  }
  return base::joined(words);
}

bool is_one_line(const yaml::Node& node) {
  return node.style != yaml::Style::literal && node.style != yaml::Style::folded;
}

diag::Fix in_brackets(const diag::Span& span) {
  return diag::Fix{.title = "put it in brackets",
                   .safety = Safety::unsafe,
                   .edits = {{diag::Span{.file = span.file, .begin = span.begin, .end = span.begin}, "["},
                             {diag::Span{.file = span.file, .begin = span.end, .end = span.end}, "]"}}};
}

}  // namespace

Decoder::Decoder(const model::Counties* counties, diag::Diagnostics& findings)
    : counties_(counties), findings_(findings) {
  for (const diag::Diagnostic& finding : findings.all())
    if (finding.code < kFirstShapeCode && finding.severity == diag::Severity::error && !finding.span.whole_file)
      slips_.push_back(finding.span);
}

bool Decoder::is_reported(const diag::Span& span) const {
  return std::ranges::any_of(slips_, [&](const diag::Span& slip) {
    return slip.file == span.file && span.begin <= slip.begin && slip.begin < span.end;
  });
}

std::string Decoder::named() const {
  const Frame& frame = frames_.back();
  const std::string noun(frame.record->noun);
  const std::string_view id = frame.name != nullptr ? frame.name->text : scalar_at(*frame.node, frame.record->id_key);
  const std::string_view title = scalar_at(*frame.node, frame.record->title_key);
  std::string words = id.empty() ? "this " + noun : noun + " " + ticks(id);
  if (!title.empty()) words += " \"" + base::visible(base::shortened(title, kMostSigns)) + "\"";
  return words;
}

diag::Span Decoder::head() const {
  const Frame& frame = frames_.back();
  if (frame.name != nullptr) return frame.name->span;
  if (frame.node->entries.empty()) return frame.node->span;
  if (frame.record->id_key.empty()) return frame.node->entries.front().key->span;
  const yaml::Entry* id = yaml::find_entry(*frame.node, frame.record->id_key);
  if (id == nullptr) return frame.node->entries.front().key->span;
  return id->value->kind == yaml::Kind::scalar ? id->value->span : id->key->span;
}

void Decoder::report(diag::Diagnostic finding) {
  if (!finding.span.whole_file && is_reported(finding.span)) return;
  if (frames_.size() > 1) {
    const Frame& frame = frames_.back();
    const diag::Span place = head();
    const bool inside = finding.span.begin <= place.begin && place.end <= finding.span.end;
    if (!inside && finding.labels.empty()) finding.labels.push_back({place, "in " + named()});
    if (finding.item.empty())
      finding.item = frame.name != nullptr ? frame.name->text : scalar_at(*frame.node, frame.record->id_key);
  }
  findings_.add(std::move(finding));
}

void Decoder::report_shape(const yaml::Node& node, const Shape& shape) {
  diag::Diagnostic finding{.code = 213,
                           .message = key_name() + " is " + found_words(node) + "; it must be " + described(shape),
                           .span = node.span,
                           .help = "write " + described(shape)};
  if (shape.kind == ShapeKind::list && node.kind == yaml::Kind::scalar) {
    finding.help = "put each entry on a line of its own behind a dash";
    if (shape.element->kind != ShapeKind::record && is_one_line(node)) {
      finding.help += ", or all in brackets: [" + base::visible(base::shortened(node.text, kMostSigns)) + "]";
      finding.fix = in_brackets(node.span);
    }
  }
  if (shape.kind == ShapeKind::record && node.kind == yaml::Kind::scalar)
    finding.help = "write its keys on lines of their own below it: " + keys_to_write(*shape.record);
  if (shape.kind == ShapeKind::list && node.kind == yaml::Kind::map)
    finding.help = "start each entry with a dash: `- ` before its first key";
  report(std::move(finding));
}

void Decoder::report_no_value(const yaml::Node& node, const Shape& shape) {
  const bool at_key = place_.key != nullptr && !place_.entry && node.span.begin == node.span.end;
  report({.code = 214,
          .message = key_name() + " has no value",
          .span = at_key ? place_.key->span : node.span,
          .help = "write " + described(shape) + ", or take the line out if there is nothing to say"});
}

bool Decoder::is_list(const yaml::Node& node, const Shape& shape) {
  if (node.kind != yaml::Kind::list) {
    if (node.kind == yaml::Kind::null)
      report_no_value(node, shape);
    else
      report_shape(node, shape);
    return false;
  }
  if (node.items.size() < shape.at_least) {
    report({.code = 221,
            .message = key_name() + " has " + base::counted(node.items.size(), "entry", "entries") + "; at least " +
                       std::to_string(shape.at_least) + " must be there",
            .span = node.span,
            .help = "add what is missing: " + described(*shape.element)});
  }
  return true;
}

bool Decoder::is_map(const yaml::Node& node, const Shape& shape) {
  if (node.kind == yaml::Kind::map) return true;
  if (node.kind == yaml::Kind::null)
    report_no_value(node, shape);
  else
    report_shape(node, shape);
  return false;
}

void Decoder::read_record(const yaml::Node& node, const Record& record, void* out) {
  if (!is_map(node, Shape{.kind = ShapeKind::record, .record = &record})) return;
  const Place outside = place_;
  CPM_ASSERT(record.fields.size() <= kMostRows);
  frames_.push_back({.record = &record, .node = &node, .name = outside.named ? outside.key : nullptr});
  std::vector<const yaml::Entry*> unknown;
  for (const yaml::Entry& entry : node.entries) {
    const Field* field = find_field(record, entry.key->text);
    if (field != nullptr && field->need == Need::never)
      report_never(*entry.key, *field);
    else if (field != nullptr)
      read_field(*field, entry, out);
    else if (!entry.key->text.starts_with("x-"))
      unknown.push_back(&entry);
  }
  // Only now: a misspelt key can only mean one that is not there.
  for (const yaml::Entry* entry : unknown) read_unknown(*entry, out);
  report_missing();
  check_one_of();
  frames_.pop_back();
  place_ = outside;
}

void Decoder::read_field(const Field& field, const yaml::Entry& entry, void* out) {
  const auto row = static_cast<std::size_t>(&field - frames_.back().record->fields.data());
  if (frames_.back().seen[row]) return;  // a second one: the reader has reported it
  frames_.back().seen[row] = true;
  place_ = {.key = entry.key, .entry = false, .named = false};
  field.read(*this, *entry.value, *field.shape, out);
}

void Decoder::read_unknown(const yaml::Entry& entry, void* out) {
  const Field* meant = meant_field(*entry.key);
  if (meant == nullptr) return report_unknown(*entry.key);
  report_misspelt(*entry.key, *meant);
  read_field(*meant, entry, out);
}

const Field* Decoder::meant_field(const yaml::Node& key) const {
  const Frame& frame = frames_.back();
  std::vector<std::string_view> absent;
  for (std::size_t row = 0; row < frame.record->fields.size(); ++row)
    if (!frame.seen[row] && frame.record->fields[row].need != Need::never)
      absent.push_back(frame.record->fields[row].name);
  const std::optional<std::string_view> meant = meant_word(key.text, absent);
  if (!meant) return nullptr;
  // A key of the record around this one, two edits away from one of this record: it stands too far right.
  if (safety_of(key.text, *meant) != Safety::safe && enclosing_owner(key.text) != nullptr) return nullptr;
  return find_field(*frame.record, *meant);
}

void Decoder::report_misspelt(const yaml::Node& key, const Field& meant) {
  const std::string record = with_article(frames_.back().record->noun);
  const std::string name(meant.name);
  report(
      {.code = 210,
       .message = record + " has no key " + ticks(key.text) + "; did you mean `" + name + "`?",
       .span = key.span,
       .span_label = "rename to `" + name + "`" + (meant.need == Need::must ? ", which " + record + " must have" : ""),
       .help = "rename it to `" + name + "`: " + as_clause(meant.about),
       .fix = replacing("rename to `" + name + "`", key.span, name, safety_of(key.text, name))});
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
          .message = with_article(frames_.back().record->noun) + " has no " + ticks(key.text),
          .span = key.span,
          .help = std::string(never.about)});
}

void Decoder::report_unknown(const yaml::Node& key) {
  const Record& record = *frames_.back().record;
  std::string help = "use one of " + known_keys(record) + "; a key of your own starts with `x-`";
  if (const Record* owner = enclosing_owner(key.text)) {
    const std::string noun(owner->noun);
    help = ticks(key.text) + " belongs to the " + noun +
           " around it: move the line to the left, level with the other keys of the " + noun;
  }
  report({.code = 211,
          .message = with_article(record.noun) + " has no key " + ticks(key.text),
          .span = key.span,
          .help = std::move(help)});
}

void Decoder::report_missing() {
  const Frame& frame = frames_.back();
  for (std::size_t row = 0; row < frame.record->fields.size(); ++row) {
    const Field& field = frame.record->fields[row];
    if (frame.seen[row] || field.need != Need::must) continue;
    const std::string name(field.name);
    const std::string example(field.example.empty() ? "…" : field.example);
    report({.code = 212,
            .message = named() + " has no `" + name + "`",
            .span = head(),
            .help = "add `" + name + ": " + example + "`: " + as_clause(field.about)});
  }
}

void Decoder::check_one_of() {
  const Frame& frame = frames_.back();
  for (const OneOf& group : frame.record->one_of) {
    const auto is_given = [&frame](std::string_view name) {
      return frame.seen[static_cast<std::size_t>(find_field(*frame.record, name) - frame.record->fields.data())];
    };
    if (std::ranges::count_if(group.names, is_given) == 1) continue;
    std::vector<std::string_view> given;
    std::ranges::copy_if(group.names, std::back_inserter(given), is_given);
    diag::Diagnostic finding{.code = 223,
                             .message = named() + (given.empty()       ? " has neither " + in_ticks(group.names, "nor")
                                                   : given.size() == 2 ? " has both " + in_ticks(given, "and")
                                                                       : " has " + in_ticks(given, "and") + " at once"),
                             .span = head(),
                             .help = "give exactly one of " + in_ticks(group.names, "or")};
    const yaml::Entry* last = given.empty() ? nullptr : yaml::find_entry(*frame.node, given.back());
    const yaml::Entry* other = given.empty() ? nullptr : yaml::find_entry(*frame.node, given.front());
    if (last != nullptr) finding.span = last->key->span;  // a misspelt one has no entry of that name
    if (last != nullptr && other != nullptr) finding.labels.push_back({other->key->span, "the other one"});
    report(std::move(finding));
  }
}

}  // namespace cpm::format
