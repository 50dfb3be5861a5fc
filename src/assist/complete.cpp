#include "assist/complete.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "assist/lookup.h"
#include "assist/spot.h"
#include "base/ascii.h"
#include "base/json_writer.h"
#include "base/text.h"
#include "base/timeframe.h"
#include "yaml/quoting.h"
#include "yaml/source.h"

namespace cpm::assist {
namespace {

using format::Field;
using format::Record;
using format::Shape;
using format::ShapeKind;

constexpr std::size_t kStep = 2;  ///< columns of what stands below a key
constexpr std::size_t kLongestAbout = 200;

/// What stands around a value: brackets, a dash.
struct Frame {
  std::string_view before = {};
  std::string_view behind = {};
};

bool is_one_value(const Shape& shape) {
  return shape.kind != ShapeKind::list && shape.kind != ShapeKind::map && shape.kind != ShapeKind::record;
}

class Completer {
 public:
  Completer(const Reading& reading, Around& around, std::size_t at)
      : reading_(reading), around_(around), lookup_(reading, around), at_(at), spot_(spot_at(reading.outline(), at)) {}

  Offers offers() {
    offers_.word = spot_.word;
    if (reading_.kind() == nullptr)
      offer_formats();
    else if (spot_.where == Spot::Where::key)
      offer_at_key();
    else if (spot_.where == Spot::Where::entry)
      offer_entries(spot_.holder);
    else if (spot_.where == Spot::Where::value)
      offer_at_value();
    return std::move(offers_);
  }

 private:
  const Part* here() const { return spot_.part == kNone ? nullptr : &reading_.part(spot_.part); }

  void add(std::string text, std::string label, std::string_view about, std::string_view what,
           std::string_view need = {}) {
    offers_.offers.push_back({.text = std::move(text),
                              .label = std::move(label),
                              .about = base::shortened(about, kLongestAbout),
                              .what = what,
                              .need = need});
  }

  // Before the text says what it is, it can only say that.

  void offer_formats() {
    const bool is_value = spot_.where == Spot::Where::value && reading_.part(spot_.part).above == 0 &&
                          reading_.key_of(spot_.part) == "format";
    const bool is_key = spot_.where == Spot::Where::key && spot_.holder == 0 && reading_.find(0, "format") == kNone;
    if ((!is_value && !is_key) || (is_key && here() != nullptr && here()->colon)) return;
    if (is_key && here() != nullptr && here()->name.end > spot_.word.end) return;
    for (const format::Kind& kind : format::kinds()) {
      const std::string format = format::format_text(kind);
      add(is_value ? gap() + format : "format: " + format, format, kind.about, is_value ? "value" : "key");
    }
  }

  // Keys

  void offer_at_key() {
    const Shape* const shape = reading_.shape_of(spot_.holder);
    if (shape == nullptr) return;
    const bool has_colon = here() != nullptr && here()->colon;
    if (here() != nullptr && !is_like_key(offers_.word)) return;
    if (shape->kind == ShapeKind::record) return offer_keys(*shape->record, spot_.holder);
    if (shape->kind == ShapeKind::map) return offer_names_of_keys(*shape, spot_.holder);
    if (has_colon || spot_.flow) return;
    if (shape->kind == ShapeKind::list) return offer_entries(spot_.holder);
    if (here() != nullptr) offers_.word = here()->name;
    offer_values(*shape);
  }

  /// Rather than a mark that somebody typed, or the rest of a merge.
  bool is_like_key(Stretch word) const {
    return std::ranges::all_of(reading_.bytes().substr(word.begin, word.end - word.begin), [](char c) {
      constexpr std::string_view kOthers = "_-.'\"";
      return base::is_letter(c) || base::is_digit(c) || kOthers.find(c) != std::string_view::npos;
    });
  }

  void offer_keys(const Record& record, std::size_t holder) {
    const std::vector<const Field*> taken = taken_fields(record, holder);
    for (const Field& field : record.fields) {
      if (field.need == format::Need::never || std::ranges::find(taken, &field) != taken.end()) continue;
      constexpr std::array<std::string_view, 3> kNeeds = {"required", "recommended", "optional"};
      add(key_text(field.name, *field.shape), std::string(field.name), field.about, "key",
          kNeeds[static_cast<std::size_t>(field.need)]);
    }
  }

  /// Those that are there, and those of which it has another one.
  std::vector<const Field*> taken_fields(const Record& record, std::size_t holder) const {
    std::vector<const Field*> taken;
    for (const std::size_t part : reading_.parts_of(holder))
      if (part != spot_.part && reading_.field_of(part) != nullptr) taken.push_back(reading_.field_of(part));
    const auto is_taken = [&](std::string_view name) {
      return std::ranges::find(taken, format::find_field(record, name)) != taken.end();
    };
    for (const format::OneOf& group : record.one_of)
      if (std::ranges::any_of(group.names, is_taken))
        for (const std::string_view name : group.names) taken.push_back(format::find_field(record, name));
    return taken;
  }

  void offer_names_of_keys(const Shape& map, std::size_t holder) {
    std::vector<std::string> taken;
    for (const std::size_t part : reading_.parts_of(holder))
      if (part != spot_.part) taken.push_back(reading_.key_of(part));
    for (const Known& known : lookup_.known_for(*map.key))
      if (std::ranges::find(taken, known.id) == taken.end())
        add(key_text(known.id, *map.element), known.id, known.title, "id");
  }

  /// With its colon, unless it has one, and with the beginning of what belongs below.
  std::string key_text(std::string_view name, const Shape& shape) const {
    const std::string key = gap() + std::string(name);
    if (here() != nullptr && here()->colon && !here()->entry) return key;
    if (goes_on()) return key + ":";
    if (is_one_value(shape)) return key + ": ";
    if (spot_.flow) return key + (shape.kind == ShapeKind::list ? ": []" : ": {}");
    return fmt::format("{}:{}{}{}", key, line_end(), std::string(spot_.column + gap().size() + kStep, ' '),
                       shape.kind == ShapeKind::list ? "- " : "");
  }

  /// Does something follow the word that would be its value?
  bool goes_on() const {
    if (here() == nullptr) return false;
    const Stretch whole = here()->entry ? here()->value : here()->name;
    return whole.end > spot_.word.end || (!here()->entry && !reading_.parts_of(spot_.part).empty());
  }

  std::string_view line_end() const { return reading_.bytes().find("\r\n") == std::string_view::npos ? "\n" : "\r\n"; }

  // Values

  void offer_at_value() {
    const Part& part = *here();
    const Shape* const shape = reading_.shape_of(spot_.part);
    if (shape == nullptr || part.form == Form::lines) return;
    if (part.entry && shape->kind == ShapeKind::record) return offer_first_key(*shape->record);
    if (is_one_value(*shape)) return offer_values(*shape);
    const bool below = !reading_.parts_of(spot_.part).empty();
    if (shape->kind == ShapeKind::list && is_one_value(*shape->element) && part.form == Form::nothing && !below)
      offer_values(*shape->element, {"[", "]"});
  }

  /// Behind a dash: of the record that begins there, perhaps with the first letters.
  void offer_first_key(const Record& record) {
    const Part& part = *here();
    if (part.flow || part.form == Form::quoted || part.form == Form::brackets) return;
    if (part.form == Form::plain) {
      const std::size_t blank = reading_.bytes().substr(0, part.value.end).find_first_of(" \t\r\n", part.value.begin);
      offers_.word = spot_.word = {part.value.begin, std::min(blank, part.value.end)};
      if (!spot_.word.touches(at_)) return;
    }
    const std::vector<std::size_t> parts = reading_.parts_of(spot_.part);
    if (!parts.empty() && !is_in_line_with(parts.front())) return;
    spot_.column = offers_.word.begin - line_bounds(reading_.bytes(), offers_.word.begin).begin;
    offer_keys(record, spot_.part);
  }

  /// Would a key here and this part be in one column?
  bool is_in_line_with(std::size_t part) const {
    const std::size_t column = offers_.word.begin - line_bounds(reading_.bytes(), offers_.word.begin).begin;
    return reading_.part(part).column == static_cast<int>(column + gap().size());
  }

  void offer_values(const Shape& shape, const Frame& frame = {}) {
    const auto add_value = [&](std::string_view value, std::string_view about, std::string_view what) {
      const bool plain = yaml::can_be_plain(value, spot_.flow || frame.before == "[");
      const std::string text = plain ? std::string(value) : yaml::double_quoted(value);
      add(fmt::format("{}{}{}{}", gap(), frame.before, text, frame.behind), std::string(value), about, what);
    };
    for (const format::Choice& choice : shape.choices) add_value(choice.word, choice.about, "choice");
    if (shape.kind == ShapeKind::flag)
      for (const std::string_view word : {"true", "false"}) add_value(word, {}, "choice");
    if (shape.kind == ShapeKind::date || shape.kind == ShapeKind::timeframe)
      for (const Known& day : days(shape)) add_value(day.id, day.title, "date");
    for (const Known& known : lookup_.known_for(shape))
      add_value(known.id, title_of(known, shape), is_reference(shape) ? "id" : "value");
    if (shape.kind == ShapeKind::whole && shape.names == format::Names::nothing) offer_numbers(shape, add_value);
  }

  /// Of a score also what it looks like.
  std::string title_of(const Known& known, const Shape& shape) {
    const std::string anchor = shape.names == format::Names::scale ? lookup_.anchor(spot_.part, known.id) : "";
    return anchor.empty() ? known.title : fmt::format("{}: {}", known.title, anchor);
  }

  static bool is_reference(const Shape& shape) {
    return shape.kind == ShapeKind::word || shape.kind == ShapeKind::county;
  }

  template <class Add>
  static void offer_numbers(const Shape& shape, const Add& add_value) {
    constexpr std::int64_t kMost = 12;
    if (shape.lowest < 0 || shape.highest > kMost) return;
    for (std::int64_t number = shape.lowest; number <= shape.highest; ++number)
      add_value(std::to_string(number), std::string_view(), "value");
  }

  std::vector<Known> days(const Shape& shape) {
    constexpr unsigned kMonthsOfQuarter = 3;
    const base::Date today = around_.today();
    std::vector<Known> days = {{.id = base::to_text(today), .title = "today"}};
    if (shape.kind == ShapeKind::date) return days;
    const int year = static_cast<int>(today.year());
    const auto month = static_cast<unsigned>(today.month());
    days.push_back({.id = base::to_text(base::whole_month(year, month)), .title = "this month"});
    days.push_back({.id = base::to_text(base::whole_quarter(year, (month - 1) / kMonthsOfQuarter + 1)),
                    .title = "this quarter of the calendar year"});
    return days;
  }

  /// A blank is missing behind the colon or dash.
  std::string gap() const {
    const std::size_t at = offers_.word.begin;
    const bool behind_mark = here() != nullptr && spot_.where == Spot::Where::value && !(spot_.flow && here()->entry);
    return behind_mark && at > 0 && !yaml::is_space(reading_.bytes()[at - 1]) ? " " : "";
  }

  // Entries

  /// Of a list: its dash and how it begins.
  void offer_entries(std::size_t list) {
    const Shape* const shape = reading_.shape_of(list);
    if (shape == nullptr || shape->kind != ShapeKind::list) return;
    if (here() != nullptr) offers_.word = here()->name;
    const Shape& element = *shape->element;
    const Frame dash{spot_.flow ? "" : "- ", ""};
    if (is_one_value(element)) return offer_values(element, dash);
    if (spot_.flow || element.kind != ShapeKind::record) return;
    const Field& first = element.record->fields.front();
    if (is_one_value(*first.shape))
      add(fmt::format("- {}: ", first.name), "- " + std::string(first.name), element.record->about, "key");
  }

  const Reading& reading_;
  Around& around_;
  Lookup lookup_;
  std::size_t at_;
  Spot spot_;
  Offers offers_;
};

}  // namespace

Offers offers_at(const Reading& reading, std::size_t at, Around& around) {
  return Completer(reading, around, at).offers();
}

std::string offers_json(const Offers& offers) {
  base::JsonWriter json;
  json.object().number("from", static_cast<std::int64_t>(offers.word.begin));
  json.number("to", static_cast<std::int64_t>(offers.word.end)).key("offers").list();
  std::int64_t sort = 0;
  for (const Offer& offer : offers.offers) {
    json.object().text("text", offer.text).text("label", offer.label).text("about", offer.about);
    json.number("sort", sort++).text("what", offer.what).text_if("need", offer.need).end_object();
  }
  return json.end_list().end_object().bytes();
}

}  // namespace cpm::assist
