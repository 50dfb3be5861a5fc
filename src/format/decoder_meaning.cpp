// What people mean who write a label where an id belongs, another word for a key or a choice, or a single value where a
// record belongs.
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/ascii.h"
#include "base/text.h"
#include "format/decoder.h"
#include "format/known_names.h"
#include "format/plain_text.h"
#include "format/shapes.h"
#include "format/wording.h"

namespace cpm::format {
namespace {

using diag::Safety;

constexpr std::array<std::string_view, 11> kNumberWords = {"zero", "one",   "two",   "three", "four", "five",
                                                           "six",  "seven", "eight", "nine",  "ten"};

bool is_number_in(std::string_view text, const Shape& shape) {
  constexpr std::size_t kMostDigits = 9;
  if (!is_whole(text) || text.size() > kMostDigits) return false;
  const std::int64_t number = std::stoll(std::string(text));
  return number >= shape.lowest && number <= shape.highest;
}

/// "Director" of "Director, QI lead"; empty where the text names one.
std::string_view first_of_several(std::string_view text) {
  std::size_t end = text.find_first_of(",;/+");
  for (const std::string_view word : {" and ", " & "}) end = std::min(end, text.find(word));
  return end == std::string_view::npos ? std::string_view() : text.substr(0, end);
}

/// "Training team" is a team, and so is "Training unit", since a unit is another name for one.
bool ends_in_name_of(const Field& field, std::string_view text) {
  const std::string form = label_form(text);
  const std::string_view last = std::string_view(form).substr(form.find_last_of(' ') + 1);
  return last.size() < form.size() && (last == field.name || is_label(last, field.also));
}

// Words that answer for nothing: who is meant, only the county can say.
bool names_nobody(std::string_view text) {
  constexpr std::string_view kNobody =
      "everyone|everybody|all|all staff|anyone|none|nobody|no one|n/a|na|tbd|tba|to be determined|unknown|various|?|??|???";
  return label_form(text).empty() || is_label(label_form(text), kNobody);
}

// "Luis Ortega", "Rosa Diaz, Training manager": a person's name in place of a role, or with one. "QI Lead" is a role.
bool may_name_person(std::string_view text) {
  constexpr std::array<std::string_view, 34> kRoleWords = {
      "director",       "manager",     "lead",          "leader",  "leads",      "coordinator", "supervisor",
      "supervisors",    "analyst",     "officer",       "chief",   "head",       "specialist",  "coach",
      "trainer",        "worker",      "workers",       "staff",   "assistant",  "deputy",      "liaison",
      "representative", "facilitator", "administrator", "chair",   "consultant", "partner",     "parent",
      "youth",          "social",      "services",      "program", "management", "executive"};
  const std::string form = label_form(text);
  const std::vector<std::string_view> words = base::split(form, ' ');
  const bool punctuated = text.find_first_of("(,:;") != std::string_view::npos;
  const auto is_role = [&](std::string_view word) { return std::ranges::find(kRoleWords, word) != kRoleWords.end(); };
  if (punctuated) return true;
  if (words.size() < 2 || words.size() > 3 || std::ranges::any_of(words, is_role)) return false;
  return std::ranges::all_of(base::split(text, ' '), [](std::string_view word) {
    return word.size() > 1 && base::is_upper(word[0]) && base::is_lower(word[1]);
  });
}

std::string_view without_curly_quotes(std::string_view text) {
  constexpr std::string_view kOpen = "\xE2\x80\x9C";
  constexpr std::string_view kClose = "\xE2\x80\x9D";
  if (!text.starts_with(kOpen) || !text.ends_with(kClose)) return text;
  return base::trimmed(text.substr(kOpen.size(), text.size() - kOpen.size() - kClose.size()));
}

// A contact by its address or number alone.
const Field* field_by_form(std::string_view text, const Record& record) {
  const auto letters = std::ranges::count_if(text, base::is_letter);
  const auto digits = std::ranges::count_if(text, base::is_digit);
  constexpr auto kFewestDigits = 7;
  if (text.find('@') != std::string_view::npos && text.find_first_of(" <>,;") == std::string_view::npos)
    return find_field(record, "email");
  return letters == 0 && digits >= kFewestDigits ? find_field(record, "phone") : nullptr;
}

}  // namespace

const std::vector<Label>& Decoder::known_labels(Names names) {
  static const std::vector<Label> kNone;
  if (built_in_ == nullptr || built_in_->instruments.empty() || names == Names::nothing) return kNone;
  const auto [at, fresh] = known_labels_.try_emplace(names);
  if (fresh) at->second = labels_of(names, *built_in_);
  return at->second;
}

// The titles of the file's own records, for references that write them instead of the id.
void Decoder::remember_name() {
  const Frame& frame = frames_.back();
  if (!frame.record->id_key.empty() && frames_.size() > 1) own_records_.push_back({frame.record, frame.node});
}

std::vector<Label> Decoder::own_labels(std::string_view field) const {
  std::vector<Label> spoken_of;
  std::vector<Label> all;
  for (const auto& [record, node] : own_records_) {
    const std::string_view id = yaml::scalar_at(*node, record->id_key);
    if (!kIdForm.matches(id)) continue;
    for (std::vector<Label>* labels : {&all, &spoken_of}) {
      if (labels == &spoken_of && !field.starts_with(record->noun)) continue;
      add_labels(id, yaml::scalar_at(*node, record->title_key), *labels);
      labels->push_back(
          {.form = fmt::format("{} {}", label_form(record->noun), label_form(id)), .id = std::string(id)});
    }
  }
  return spoken_of.empty() ? all : spoken_of;
}

void Decoder::report_mistaken_ids() {
  for (Mistaken& mistaken : mistaken_) {
    explain(mistaken);
    findings_.add(std::move(mistaken.finding));
  }
  mistaken_.clear();
}

void Decoder::explain(Mistaken& mistaken) {
  diag::Diagnostic& finding = mistaken.finding;
  const std::string_view field = mistaken.field;
  std::vector<Label> labels = known_labels(mistaken.shape->names);
  if (labels.empty()) labels = own_labels(field);
  if (const std::vector<std::string> ids = several_ids(mistaken.text, labels); !ids.empty()) {
    std::vector<std::string> words;
    for (const std::string& id : ids) words.push_back(ticks(id));
    finding.message = fmt::format("`{}` takes one id, and {} names {}", field, ticks(mistaken.text),
                                  base::joined(words));
    finding.help = mistaken.in_list
                       ? "make each id an entry of its own"
                       : fmt::format("keep one; where another is meant too, write a second {} for it", mistaken.record);
    return;
  }
  if (const std::optional<MeantId> meant = meant_id(label_form(mistaken.text), labels)) {
    finding.message = fmt::format("{} is not an id; did you mean {}?", ticks(mistaken.text), ticks(meant->id));
    finding.help = "write the id " + ticks(meant->id);
    finding.fix = write_instead(meant->id, finding.span, meant->safety);
    return;
  }
  const std::string fixed = kIdForm.fixed(mistaken.text);
  if (const std::string_view command = list_command(mistaken.shape->names); !command.empty()) {
    finding.help = fmt::format("write the id, not the title; `{}` shows them all", command);
  } else if (!fixed.empty() && mistaken.text.find(' ') == std::string::npos) {
    finding.help = fmt::format("write {}, and the same wherever it is named", ticks(fixed));
    finding.fix = write_instead(fixed, finding.span, Safety::unsafe);
  } else {
    finding.help = "write the id of the record that is meant: lower-case words joined by `-`";
  }
}

// "two", "2.0", "Fully in place", "2 - Fully in place"
std::optional<MeantId> Decoder::meant_number(std::string_view text, const Shape& shape) {
  // "<2", "2%", "1?" are more than a number, or less.
  if (text.find_first_of("<>%+?~|/") != std::string_view::npos && std::ranges::any_of(text, base::is_digit))
    return std::nullopt;
  const std::string form = label_form(text);
  std::optional<MeantId> meant = meant_id(form, known_labels(shape.names));
  if (!meant) {
    const auto* const word = std::ranges::find(kNumberWords, form);
    if (word != kNumberWords.end())
      meant = MeantId{.id = std::to_string(word - kNumberWords.begin()), .safety = Safety::safe};
    else if (text.ends_with(".0") && is_whole(text.substr(0, text.size() - 2)))
      meant = MeantId{.id = std::string(text.substr(0, text.size() - 2)), .safety = Safety::safe};
  }
  return meant && is_number_in(meant->id, shape) ? meant : std::nullopt;
}

// The text as a value of the field, or nothing.
std::optional<std::string> Decoder::fitting_value(std::string_view text, const Field& field) {
  const Shape& shape = *field.shape;
  if (shape.kind == ShapeKind::text) return in_flow(text);
  if (shape.kind == ShapeKind::whole) {
    if (is_number_in(text, shape)) return std::string(text);
    const std::optional<MeantId> meant = meant_number(text, shape);
    return meant && meant->safety == Safety::safe ? std::optional(meant->id) : std::nullopt;
  }
  if (shape.kind == ShapeKind::choice) {
    const std::vector<std::string_view> meant = meant_choices(text, shape.choices);
    return meant.size() == 1 ? std::optional(std::string(meant.front())) : std::nullopt;
  }
  return std::nullopt;
}

std::optional<Decoder::MeantRecord> Decoder::as_record(std::string_view written_text, const Record& record) {
  const std::string_view text = without_curly_quotes(written_text);
  if (record.scalar_key.empty()) return std::nullopt;
  const auto written = [](const Field& field, const std::string& value) {
    return fmt::format("{{{}: {}}}", field.name, value);
  };
  const std::size_t colon = text.find(':');
  const Field* named = colon == std::string_view::npos ? nullptr : find_field(record, text.substr(0, colon));
  if (named != nullptr)
    if (const auto value = fitting_value(base::trimmed(text.substr(colon + 1)), *named))
      return MeantRecord{written(*named, *value)};
  const Field& usual = *find_field(record, record.scalar_key);
  if (usual.shape->kind == ShapeKind::text && names_nobody(text)) return std::nullopt;
  if (const Field* field = field_by_form(text, record)) return MeantRecord{written(*field, in_flow(text))};
  if (text.starts_with(fmt::format("{} ", usual.name)) && usual.shape->kind == ShapeKind::text)
    return MeantRecord{written(usual, in_flow(base::trimmed(text.substr(usual.name.size()))))};
  for (const OneOf& group : record.one_of) {
    for (const std::string_view name : group.names) {
      const Field& other = *find_field(record, name);
      if (&other == &usual || other.shape->kind != ShapeKind::text) continue;
      // A team is one, although a single value is a role; and several roles or teams can only be one together.
      const std::string_view first = first_of_several(text);
      if (ends_in_name_of(other, text) && !ends_in_name_of(other, first))
        return MeantRecord{written(other, in_flow(text))};
      if (first.empty()) continue;
      std::string together = written(other, in_flow(text));
      const std::string others = record.others_go.empty()
                                     ? ""
                                     : fmt::format(" and the others under {}", ticks(record.others_go));
      std::string help = fmt::format(
          "if this is one {}, write {}; if it is several, name the one who answers for it{}, or all as one {}: {}",
          usual.name, ticks(written(usual, in_flow(text))), others, name, ticks(together));
      return MeantRecord{std::move(together), Safety::unsafe, std::move(help)};
    }
  }
  if (const auto value = fitting_value(text, usual)) {
    const bool sure = usual.name == "role" ? !may_name_person(text) : text.find('@') == std::string_view::npos;
    return MeantRecord{written(usual, *value), sure ? Safety::safe : Safety::unsafe};
  }
  for (const Field& field : record.fields)
    if (field.shape->kind == ShapeKind::choice)
      if (const auto value = fitting_value(text, field)) return MeantRecord{written(field, *value)};
  return std::nullopt;
}

void Decoder::explain_list(const yaml::Node& node, const Shape& shape, diag::Diagnostic& finding) {
  const bool all_texts = std::ranges::all_of(
      node.items, [](const yaml::Node* item) { return item->kind == yaml::Kind::scalar && item->plain(); });
  const bool all_maps = std::ranges::all_of(node.items,
                                            [](const yaml::Node* item) { return item->kind == yaml::Kind::map; });
  if (node.items.empty()) return;
  if (shape.kind == ShapeKind::record && all_maps && !node.flow) {
    const diag::Span dash{.file = node.span.file, .begin = node.span.begin, .end = node.span.begin + 1};
    finding.help = node.items.size() > 1 ? "it is one, not a list: keep one entry, and remove its dash"
                                         : "it is one, not a list: remove the dash";
    if (node.items.size() == 1) finding.fix = replacing("remove the dash", dash, " ", Safety::safe);
    return;
  }
  if (shape.kind == ShapeKind::text && node.flow)
    finding.help = "write a text; one that begins with a bracket needs quotes";
  if (!all_texts) return;
  if (shape.kind == ShapeKind::record) {
    std::vector<std::string> words;
    for (const yaml::Node* item : node.items) words.emplace_back(item->text);
    const std::optional<MeantRecord> meant = as_record(base::joined(words), *shape.record);
    if (!meant) return;
    finding.help = meant->help.empty() ? "write " + ticks(meant->text) : meant->help;
    if (node.flow) finding.fix = write_instead(meant->text, node.span, meant->safety);
  } else if (node.items.size() > 1) {
    if (shape.kind == ShapeKind::word)
      finding.help = fmt::format("keep one; for each other one write {} of its own",
                                 with_article(frames_.back().record->noun));
  } else if (shape.kind != ShapeKind::map && node.flow) {
    finding.help = fmt::format("write it without brackets: {}", node.items.front()->text);
    finding.fix = replacing("take the brackets away", node.span, std::string(node.items.front()->text), Safety::safe);
  }
}

bool Decoder::report_other_key(const yaml::Node& node) {
  const Frame& frame = frames_.back();
  if (place_.field == nullptr || place_.entry || place_.named) return false;
  for (std::size_t row = 0; row < frame.record->fields.size(); ++row) {
    const Field& field = frame.record->fields[row];
    if (frame.seen[row] || field.shape->kind != ShapeKind::choice) continue;
    const std::vector<std::string_view> meant = meant_choices(node.text, field.shape->choices);
    if (meant.size() != 1) continue;
    const std::string line = fmt::format("{}: {}", field.name, meant.front());
    report({.code = 217,
            .message = fmt::format("{} is not a whole number; `{}` says what is meant", ticks(node.text), line),
            .span = node.span,
            .help = fmt::format("write `{}` instead", line),
            .fix = diag::Fix{
                .title = fmt::format("write `{}`", line),
                .safety = Safety::safe,
                .edits = {{place_.key->span, std::string(field.name)}, {node.span, std::string(meant.front())}}}});
    // Now it has the other key, and not this one.
    frames_.back().seen[row] = true;
    frames_.back().seen[static_cast<std::size_t>(place_.field - frame.record->fields.data())] = false;
    return true;
  }
  return false;
}

}  // namespace cpm::format
