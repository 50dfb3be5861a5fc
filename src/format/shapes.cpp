#include "format/shapes.h"

#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "base/ascii.h"
#include "base/text.h"
#include "format/wording.h"

namespace cpm::format {
namespace {

bool is_id(std::string_view text) {
  if (text.empty() || !base::is_lower(text.front()) || text.back() == '-') return false;
  if (text.find("--") != std::string_view::npos) return false;
  return std::ranges::all_of(text, [](char c) { return base::is_lower(c) || base::is_digit(c) || c == '-'; });
}

std::string as_id(std::string_view text) {
  std::string id;
  for (const char c : base::lower(base::trimmed(text))) {
    if (base::is_lower(c) || base::is_digit(c))
      id += c;
    else if (!id.empty() && id.back() != '-')
      id += '-';
  }
  while (!id.empty() && id.back() == '-') id.pop_back();
  return is_id(id) ? id : std::string();
}

bool is_code(std::string_view text) {
  return text.size() == 6 && text.starts_with("CPM") && std::ranges::all_of(text.substr(3), base::is_digit);
}

std::string as_code(std::string_view text) {
  std::string code = text.size() == 3 ? "CPM" : "";
  for (const char c : text) code += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return is_code(code) ? code : std::string();
}

bool is_scale_key(std::string_view text) {
  return !text.empty() && text.size() <= 3 && std::ranges::all_of(text, base::is_digit);
}

std::string nothing(std::string_view) {
  return {};
}

std::string choices_text(const Shape& shape) {
  std::vector<std::string> words;
  for (const Choice& choice : shape.choices) words.push_back(fmt::format("`{}`", choice.word));
  return base::joined(words, "or");
}

std::string whole_text(const Shape& shape) {
  const bool low = shape.lowest != std::numeric_limits<std::int64_t>::min();
  const bool high = shape.highest != std::numeric_limits<std::int64_t>::max();
  if (low && high) return fmt::format("a whole number from {} to {}", shape.lowest, shape.highest);
  if (low) return fmt::format("a whole number, {} or more", shape.lowest);
  return "a whole number";
}

std::string text_text(const Shape&) {
  return "a text";
}
std::string word_text(const Shape& shape) {
  return std::string(shape.form->noun);
}
std::string date_text(const Shape&) {
  return "a date (YYYY-MM-DD)";
}
std::string timeframe_text(const Shape&) {
  return "a day, a month or a quarter (2026-11-15, 2026-11, 2026-Q4)";
}
std::string county_text(const Shape&) {
  return "a county of California, such as `yolo` or `los-angeles`";
}
std::string decimal_text(const Shape&) {
  return "a number";
}
std::string flag_text(const Shape&) {
  return "`true` or `false`";
}
std::string list_text(const Shape& shape) {
  return fmt::format("a list, each entry {}", described(*shape.element));
}
std::string map_text(const Shape& shape) {
  return fmt::format("keys ({}), each with {}", shape.keys_are, described(*shape.element));
}
std::string record_text(const Shape& shape) {
  return with_article(shape.record->noun) + " with its keys";
}

/// In the order of ShapeKind.
constexpr std::string (*kDescriptions[])(const Shape&) = {text_text,    word_text,  date_text,    timeframe_text,
                                                          county_text,  whole_text, decimal_text, flag_text,
                                                          choices_text, list_text,  map_text,     record_text};

}  // namespace

constexpr WordForm kIdForm{.noun = "an id: lower-case words joined by `-`",
                           .pattern = "^[a-z][a-z0-9]*(-[a-z0-9]+)*$",
                           .matches = is_id,
                           .fixed = as_id};
constexpr WordForm kCodeForm{
    .noun = "a code such as `CPM415`", .pattern = "^CPM[0-9]{3}$", .matches = is_code, .fixed = as_code};
constexpr WordForm kScaleKeyForm{.noun = "a value of the scale, such as 0, 1 or 2",
                                 .pattern = "^[0-9]{1,3}$",
                                 .matches = is_scale_key,
                                 .fixed = nothing};

// Most rows are told apart by length and first letter.
const Record* record_behind(const Shape& shape) {
  if (shape.kind == ShapeKind::record) return shape.record;
  return shape.element == nullptr ? nullptr : record_behind(*shape.element);
}

const Field* find_field(const Record& record, std::string_view name) {
  for (const Field& field : record.fields)
    if (field.name.size() == name.size() && field.name.starts_with(name.substr(0, 1)) && field.name == name)
      return &field;
  return nullptr;
}

std::string described(const Shape& shape) {
  return kDescriptions[static_cast<std::size_t>(shape.kind)](shape);
}

}  // namespace cpm::format
