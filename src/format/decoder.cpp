#include "format/decoder.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "base/assert.h"
#include "base/text.h"
#include "format/shapes.h"
#include "format/wording.h"

namespace cpm::format {
namespace {

using diag::Safety;

constexpr std::size_t kMostOfTitle = 60;
constexpr diag::Code kFirstShapeCode = 200;

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

/// "`step: …`, `objective: …` or `item: …`": what a record cannot do without, else what it may have.
std::string keys_to_write(const Record& record) {
  const auto written = [](std::string_view name) { return fmt::format("`{}: …`", name); };
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

// "s1; s2", "(s1)", "s1 and s2" as "[s1, s2]"; empty when one of the words is no id, or answers for all or none.
std::string list_of_ids(std::string_view written) {
  std::string text(written);
  if (text.starts_with('(') && text.ends_with(')')) text = text.substr(1, text.size() - 2);
  for (const std::string_view joint : {" and ", " & ", ";"})
    for (std::size_t at = text.find(joint); at != std::string::npos; at = text.find(joint))
      text.replace(at, joint.size(), ",");
  std::string ids;
  for (const std::string_view part : base::split(text, ',')) {
    const std::string_view id = base::trimmed(part);
    if (id.empty()) continue;
    if (!kIdForm.matches(id) || is_label(label_form(id), "none|all|na|no|any|unknown|tbd")) return {};
    ids += (ids.empty() ? "[" : ", ") + std::string(id);
  }
  return ids.empty() ? ids : ids + "]";
}

// "Probation" as "[Probation]", and parted at commas and semicolons. Sure only where nothing looks like several, or like nobody.
MeantId list_of_texts(std::string_view written) {
  constexpr std::array<std::string_view, 7> kJoints = {" and ", " or ", " with ", "&", "/", "+", "|"};
  std::string text(written);
  std::ranges::replace(text, ';', ',');
  const std::vector<std::string_view> parts = base::split(text, ',');
  MeantId list{.id = "["};
  for (const std::string_view part : parts)
    if (const std::string_view entry = base::trimmed(part); !entry.empty())
      list.id += (list.id.size() > 1 ? ", " : "") + in_flow(entry);
  list.id += "]";
  const bool several = parts.size() > 1 || std::ranges::any_of(kJoints, [&](std::string_view joint) {
                         return text.find(joint) != std::string::npos;
                       });
  const bool nobody = is_label(label_form(text), kNothingWords) ||
                      is_label(label_form(text), "all|no|any|everyone|nobody");
  if (!several && !nobody && !label_form(text).empty()) list.safety = Safety::safe;
  return list;
}

/// One value where a list belongs, as the list that is meant.
std::optional<MeantId> as_list(std::string_view text, const Shape& element) {
  if (element.kind == ShapeKind::text) return list_of_texts(text);
  std::string ids = element.kind == ShapeKind::word && element.form == &kIdForm ? list_of_ids(text) : std::string();
  return ids.empty() ? std::nullopt : std::optional(MeantId{.id = std::move(ids), .safety = Safety::safe});
}

diag::Fix in_brackets(const diag::Span& span) {
  return diag::Fix{.title = "put it in brackets",
                   .safety = Safety::unsafe,
                   .edits = {{diag::Span{.file = span.file, .begin = span.begin, .end = span.begin}, "["},
                             {diag::Span{.file = span.file, .begin = span.end, .end = span.end}, "]"}}};
}

}  // namespace

Decoder::Decoder(const model::BuiltIn* built_in, diag::Diagnostics& findings, FiscalStart fiscal_start)
    : built_in_(built_in), findings_(findings), fiscal_start_(std::move(fiscal_start)) {
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
  const std::string_view id = frame.name != nullptr ? frame.name->text
                                                    : yaml::scalar_at(*frame.node, frame.record->id_key);
  const std::string_view title = yaml::scalar_at(*frame.node, frame.record->title_key);
  std::string words = id.empty() ? fmt::format("this {}", frame.record->noun)
                                 : fmt::format("{} {}", frame.record->noun, ticks(id));
  if (!title.empty()) words += fmt::format(" \"{}\"", base::visible(base::shortened(title, kMostOfTitle)));
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
  if (finding.span.whole_file || !is_reported(finding.span)) findings_.add(placed(std::move(finding)));
}

diag::Diagnostic Decoder::placed(diag::Diagnostic finding) const {
  if (frames_.size() > 1) {
    const Frame& frame = frames_.back();
    const diag::Span place = head();
    const bool inside = finding.span.begin <= place.begin && place.end <= finding.span.end;
    if (!inside && finding.labels.empty()) finding.labels.push_back({place, "in " + named()});
    if (finding.item.empty())
      finding.item = frame.name != nullptr ? frame.name->text : yaml::scalar_at(*frame.node, frame.record->id_key);
  }
  return finding;
}

void Decoder::report_shape(const yaml::Node& node, const Shape& shape) {
  diag::Diagnostic finding{
      .code = 213,
      .message = fmt::format("{} is {}; it must be {}", key_name(), found_words(node), described(shape)),
      .span = node.span,
      .help = "write " + described(shape)};
  if (shape.kind == ShapeKind::list && node.kind == yaml::Kind::scalar) {
    finding.help = "put each entry on a line of its own behind a dash";
    if (shape.element->kind != ShapeKind::record && is_one_line(node)) {
      const std::optional<MeantId> list = as_list(node.text, *shape.element);
      const std::string shown = base::visible(base::shortened(list ? list->id : node.text, kMostOfTitle));
      finding.help += ", or all in brackets: " + (list ? shown : fmt::format("[{}]", shown));
      finding.fix = list ? write_instead(list->id, node.span, list->safety) : in_brackets(node.span);
    }
  }
  if (shape.kind == ShapeKind::record && node.kind == yaml::Kind::scalar) {
    finding.help = "write its keys on lines of their own below it: " + keys_to_write(*shape.record);
    if (const std::optional<MeantRecord> meant = is_one_line(node) ? as_record(node.text, *shape.record)
                                                                   : std::nullopt) {
      finding.help = meant->help.empty() ? "write " + ticks(meant->text) : meant->help;
      finding.fix = write_instead(meant->text, node.span, meant->safety);
    }
  }
  if (node.kind == yaml::Kind::list) explain_list(node, shape, finding);
  if (shape.kind == ShapeKind::list && node.kind == yaml::Kind::map)
    finding.help = "start each entry with a dash: `- ` before its first key";
  report(std::move(finding));
}

// `phone: #1`: the reader has said that the value became a comment. One finding is enough, and it is an error.
bool Decoder::is_lost_in_comment(const yaml::Node& value) {
  constexpr diag::Code kValueInComment = 128;
  if (place_.key == nullptr) return false;
  const std::string words = fmt::format("so {} has no value", ticks(place_.key->text));
  for (diag::Diagnostic& finding : findings_.all()) {
    const bool behind = finding.span.begin > value.span.end && finding.span.file == value.span.file;
    if (finding.code != kValueInComment || !behind || !finding.message.ends_with(words)) continue;
    finding.severity = diag::Severity::error;
    return true;
  }
  return false;
}

void Decoder::report_no_value(const yaml::Node& node, const Shape& shape) {
  if (is_lost_in_comment(node)) return;
  const bool at_key = place_.key != nullptr && !place_.entry && node.span.begin == node.span.end;
  report({.code = 214,
          .message = key_name() + " has no value",
          .span = at_key ? place_.key->span : node.span,
          .help = fmt::format("write {}, or take the line out if there is nothing to say", described(shape))});
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
            .message = fmt::format("{} has {}; at least {} must be there", key_name(),
                                   base::counted(node.items.size(), "entry", "entries"), shape.at_least),
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
  if (!is_map(node, Shape{.kind = ShapeKind::record, .record = &record}) || report_braced(node, record)) return;
  const Place outside = place_;
  CPM_ASSERT(record.fields.size() <= kMostRows);
  frames_.push_back({.record = &record, .node = &node, .name = outside.named ? outside.key : nullptr});
  std::vector<const yaml::Entry*> unknown;
  const std::set<const yaml::Entry*> unindented = report_unindented();
  for (const yaml::Entry& entry : node.entries) {
    const Field* field = find_field(record, entry.key->text);
    if (unindented.contains(&entry)) continue;
    if (field != nullptr && field->need == Need::never)
      report_never(*entry.key, *field);
    else if (field != nullptr)
      read_field(*field, entry, out);
    else if (!entry.key->text.starts_with("x-"))
      unknown.push_back(&entry);
  }
  read_unknowns(unknown, out);
  report_missing();
  check_one_of();
  remember_name();
  if (frames_.size() == 1) report_mistaken_ids();
  frames_.pop_back();
  place_ = outside;
}

// Only when the others are read: a misspelled key can only mean one that is not there.
void Decoder::read_unknowns(const std::vector<const yaml::Entry*>& unknown, void* out) {
  if (report_misplaced(unknown)) return;
  std::vector<const yaml::Entry*> unmeant;
  for (const yaml::Entry* entry : unknown) {
    if (const std::optional<MeantKey> meant = meant_key(*entry))
      read_unknown(*entry, *meant, out);
    else
      unmeant.push_back(entry);
  }
  if (unmeant.size() == 1 && read_as_missing(*unmeant.front(), out)) return;
  for (const yaml::Entry* entry : unmeant) report_unknown(*entry->key);
}

void Decoder::read_field(const Field& field, const yaml::Entry& entry, void* out) {
  const auto row = static_cast<std::size_t>(&field - frames_.back().record->fields.data());
  if (frames_.back().seen[row]) return;  // a second one: the reader has reported it
  frames_.back().seen[row] = true;
  place_ = {.key = entry.key, .field = &field, .entry = false, .named = false};
  field.read(*this, *entry.value, *field.shape, out);
}

void Decoder::report_missing() {
  const Frame& frame = frames_.back();
  for (std::size_t row = 0; row < frame.record->fields.size(); ++row) {
    const Field& field = frame.record->fields[row];
    if (frame.seen[row] || field.need != Need::must) continue;
    const std::string_view example = field.example.empty() ? "…" : field.example;
    report({.code = 212,
            .message = fmt::format("{} has no `{}`", named(), field.name),
            .span = head(),
            .help = fmt::format("add `{}: {}`: {}", field.name, example, as_clause(field.about))});
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
    diag::Diagnostic finding{
        .code = 223,
        .message = given.empty()       ? fmt::format("{} has neither {}", named(), in_ticks(group.names, "nor"))
                   : given.size() == 2 ? fmt::format("{} has both {}", named(), in_ticks(given, "and"))
                                       : fmt::format("{} has {} at once", named(), in_ticks(given, "and")),
        .span = head(),
        .help = "give exactly one of " + in_ticks(group.names, "or")};
    const yaml::Entry* last = given.empty() ? nullptr : yaml::find_entry(*frame.node, given.back());
    const yaml::Entry* other = given.empty() ? nullptr : yaml::find_entry(*frame.node, given.front());
    if (last != nullptr) finding.span = last->key->span;  // a misspelled one has no entry of that name
    if (last != nullptr && other != nullptr) finding.labels.push_back({other->key->span, "the other one"});
    report(std::move(finding));
  }
}

}  // namespace cpm::format
