#include "format/labels.h"

#include <algorithm>
#include <set>

#include "base/ascii.h"
#include "base/text.h"
#include "base/utf8.h"
#include "format/known_names.h"
#include "format/plain_text.h"
#include "format/shapes.h"
#include "yaml/writer.h"

namespace cpm::format {
namespace {

constexpr std::size_t kLongest = 200;      // of a label; what is longer is prose
constexpr std::size_t kFewestLetters = 4;  // of a label that is guessed

bool vanishes(char c) {
  return c == '\'' || c == '.';
}

// The quotes U+2018 to U+201F and the dashes that word processors write: 3, else 0.
std::size_t typographic_length(std::string_view text) {
  const bool is_quote = text.size() >= 3 && text.starts_with("\xE2\x80") && text[2] >= '\x98' && text[2] <= '\x9F';
  return is_quote ? 3 : base::long_dash_length(text);
}

bool is_curly_apostrophe(std::string_view mark) {
  return mark == "\xE2\x80\x98" || mark == "\xE2\x80\x99";
}

bool parts_words(char c) {
  return static_cast<unsigned char>(c) < 0x80 && !base::is_letter(c) && !base::is_digit(c);
}

// Each id once, in the order of the list.
std::vector<std::string> ids_where(const std::vector<Label>& labels, const auto& fits) {
  std::vector<std::string> ids;
  for (const Label& label : labels)
    if (fits(label) && std::ranges::find(ids, label.id) == ids.end()) ids.push_back(label.id);
  return ids;
}

// "workforce dev", "active sponsorship": from the beginning of a word on, in labels of one id only.
std::vector<std::string> ids_with_part(std::string_view form, const std::vector<Label>& labels) {
  constexpr std::size_t kFewestOfPart = 6;
  if (form.size() < kFewestOfPart) return {};
  return ids_where(labels, [&](const Label& label) {
    const std::size_t at = label.form.find(form);
    return at == 0 || (at != std::string::npos && label.form[at - 1] == ' ');
  });
}

std::optional<MeantId> guessed_id(std::string_view form, const std::vector<Label>& labels) {
  const auto begins = [&](const Label& label) {
    return label.form.size() > form.size() && label.form.starts_with(form) && label.form[form.size()] == ' ';
  };
  const std::vector<std::string> begun = ids_where(labels, begins);
  if (begun.size() == 1) return MeantId{.id = begun.front()};
  if (const std::vector<std::string> partly = ids_with_part(form, labels); partly.size() == 1)
    return MeantId{.id = partly.front()};
  const auto is_near = [&](std::size_t size) { return size + 2 >= form.size() && size <= form.size() + 2; };
  std::vector<std::string_view> forms;
  for (const Label& label : labels)
    if (label.form.size() >= kFewestLetters && is_near(label.form.size())) forms.push_back(label.form);
  const std::optional<std::string_view> nearest = base::nearest(form, std::span<const std::string_view>(forms));
  if (!nearest) return std::nullopt;
  const bool is_short = std::min(form.size(), nearest->size()) <= kFewestLetters;
  if (is_short && base::edit_distance(form, *nearest, 2) > 1) return std::nullopt;
  const std::vector<std::string> near = ids_where(labels, [&](const Label& label) { return label.form == *nearest; });
  return near.size() == 1 ? std::optional(MeantId{.id = near.front()}) : std::nullopt;
}

std::vector<std::string_view> pieces(std::string_view text, std::string_view separators) {
  std::vector<std::string_view> parts;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find_first_of(separators, at), text.size());
    if (const std::string_view part = base::trimmed(text.substr(at, end - at)); !part.empty()) parts.push_back(part);
    at = end + 1;
  }
  return parts;
}

std::string without_spaces(std::string_view form) {
  std::string letters(form);
  std::erase(letters, ' ');
  return letters;
}

// "L A County" → "la county": letters one by one are initials.
std::string with_joined_initials(std::string_view form) {
  std::string joined;
  bool after_initial = false;
  for (const std::string_view word : base::split(form, ' ')) {
    const bool initial = word.size() == 1;
    if (!joined.empty() && !(initial && after_initial)) joined += ' ';
    joined += word;
    after_initial = initial;
  }
  return joined;
}

// "75 complete" → "nn complete"
std::string with_number_word(std::string_view form) {
  const std::size_t end = std::min(form.find_first_not_of("0123456789"), form.size());
  return end == 0 ? std::string(form) : "nn" + std::string(form.substr(end));
}

}  // namespace

std::string label_form(std::string_view text) {
  std::string form;
  bool gap = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (vanishes(c)) continue;
    if (const std::size_t mark = typographic_length(text.substr(at)); mark > 0) {
      gap = gap || !is_curly_apostrophe(text.substr(at, mark));
      at += mark - 1;
      continue;
    }
    const bool word = !parts_words(c) || c == '&';
    if (!word) {
      gap = true;
      continue;
    }
    if ((gap || c == '&') && !form.empty() && form.back() != ' ') form += ' ';
    gap = c == '&';
    if (c == '&')
      form += "and";
    else
      form += base::lower_character(c);
  }
  return form;
}

bool is_label(std::string_view form, std::string_view labels) {
  const std::string letters = without_spaces(form);
  return !letters.empty() && std::ranges::any_of(base::split(labels, '|'), [&](std::string_view label) {
    return without_spaces(label_form(label)) == letters;
  });
}

const Field* field_called(const Record& record, std::string_view name) {
  if (const Field* const field = find_field(record, name)) return field;
  const std::string form = label_form(name);
  const Field* found = nullptr;
  for (const Field& field : record.fields) {
    if (field.need == Need::never || !is_label(form, field.also)) continue;
    if (found != nullptr) return nullptr;
    found = &field;
  }
  return found;
}

void add_labels(std::string_view id, std::string_view title, std::vector<Label>& labels) {
  if (id.empty()) return;
  const std::string plain = label_form(id);
  labels.push_back({.form = plain, .id = std::string(id)});
  const std::string name = label_form(title);
  if (name.empty() || title.size() > kLongest) return;
  labels.push_back({.form = name, .id = std::string(id)});
  labels.push_back({.form = plain + " " + name, .id = std::string(id)});
  labels.push_back({.form = name + " " + plain, .id = std::string(id)});
}

std::vector<Label> labels_of(Names names, const model::BuiltIn& built_in) {
  std::vector<Label> labels;
  for (const KnownName& name : known_names(names, built_in)) {
    add_labels(name.id, name.title, labels);
    for (const std::string& other : name.also) labels.push_back({.form = label_form(other), .id = name.id});
  }
  return labels;
}

std::string county_form(std::string_view text) {
  static const std::set<std::string_view> kAround = {
      "county",   "counties", "of",     "the",   "co",    "california", "ca",         "city",
      "and",      "dss",      "cws",    "dpss",  "hhs",   "hhsa",       "department", "social",
      "services", "agency",   "health", "human", "child", "children",   "welfare",    "family",
      "cty",      "cnty",     "dcfs",   "cfs",   "dhs",   "dhhs",       "hsa",        "dept"};
  const std::string form = with_joined_initials(label_form(text));
  std::string name;
  for (const std::string_view word : base::split(form, ' '))
    if (!kAround.contains(word)) name += (name.empty() ? "" : " ") + std::string(word);
  return name;
}

std::vector<Label> county_labels(const model::Counties& counties) {
  std::vector<Label> labels;
  for (const model::County& county : counties.counties) {
    labels.push_back({.form = county_form(county.name.value), .id = county.id.value});
    for (const diag::LocatedText& other : county.aliases)
      labels.push_back({.form = county_form(other.value), .id = county.id.value});
  }
  return labels;
}

std::optional<MeantId> meant_id(std::string_view form, const std::vector<Label>& labels) {
  if (form.empty() || form.size() > kLongest) return std::nullopt;
  const std::vector<std::string> exact = ids_where(labels, [&](const Label& label) { return label.form == form; });
  if (exact.size() == 1) return MeantId{.id = exact.front(), .safety = diag::Safety::safe};
  if (!exact.empty() || form.size() + 1 < kFewestLetters) return std::nullopt;
  return guessed_id(form, labels);
}

std::vector<std::string_view> meant_choices(std::string_view written, std::span<const Choice> choices) {
  std::vector<std::string_view> meant;
  const std::string form = label_form(written);
  if (form.empty()) return meant;
  for (const Choice& choice : choices)
    if (label_form(choice.word) == form) return {choice.word};
  for (const Choice& choice : choices)
    if (label_form(choice.about) == form || is_label(form, choice.also)) meant.push_back(choice.word);
  return meant;
}

std::vector<std::string_view> nearest_choices(std::string_view written, std::span<const Choice> choices) {
  std::vector<std::string_view> nearest;
  const std::string form = label_form(written);
  for (const Choice& choice : choices)
    if (is_label(form, choice.near)) nearest.push_back(choice.word);
  return nearest;
}

std::optional<std::string_view> near_choice(std::string_view written, std::span<const Choice> choices) {
  const std::string form = with_number_word(label_form(written));
  if (form.size() < kFewestLetters || is_label(form, kNothingWords)) return std::nullopt;
  std::vector<Label> labels;
  for (const Choice& choice : choices) {
    for (const std::string_view label : base::split(choice.also, '|'))
      labels.push_back({.form = label_form(label), .id = std::string(choice.word)});
    labels.push_back({.form = label_form(choice.word), .id = std::string(choice.word)});
  }
  const std::optional<MeantId> meant = meant_id(form, labels);
  if (!meant) return std::nullopt;
  return std::ranges::find(choices, std::string_view(meant->id), &Choice::word)->word;
}

std::vector<std::string> several_ids(std::string_view written, const std::vector<Label>& known) {
  const bool listed = written.find_first_of(",;") != std::string_view::npos;
  std::vector<std::string> ids;
  for (const std::string_view part : pieces(written, listed ? ",;" : ",;/&+ \t")) {
    if (part == "and" || part == "or" || part == "to" || part == "through") continue;
    const bool is_known = std::ranges::any_of(known, [&](const Label& label) { return label.id == part; });
    if (!kIdForm.matches(part) || (!listed && !is_known)) return {};
    ids.emplace_back(part);
  }
  return ids.size() > 1 ? ids : std::vector<std::string>{};
}

std::string in_flow(std::string_view text) {
  constexpr std::string_view kHarmless = " -_/().'";
  const bool plain = !text.empty() && base::is_letter(text.front()) && text.back() != ' ' &&
                     std::ranges::all_of(text, [&](char c) {
                       return base::is_letter(c) || base::is_digit(c) || kHarmless.find(c) != std::string_view::npos;
                     });
  if (plain && read_elsewhere_as(text).empty()) return std::string(text);
  std::string quoted = yaml::Writer{}.quoted(text).finish();
  quoted.pop_back();  // the line end
  return quoted;
}

}  // namespace cpm::format
