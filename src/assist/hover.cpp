#include "assist/hover.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "assist/lookup.h"
#include "assist/markdown.h"
#include "assist/spot.h"
#include "base/json_writer.h"
#include "format/wording.h"

namespace cpm::assist {
namespace {

using format::Field;
using format::Shape;
using format::ShapeKind;

std::string choices_text(const Shape& shape) {
  std::string text;
  for (const format::Choice& choice : shape.choices)
    text += fmt::format("{}- `{}`: {}", text.empty() ? "\n\n" : "\n", choice.word, choice.about);
  return text;
}

/// What it says, whether it is needed, and what to write.
std::string about_field(const Field& field, const format::Record& record) {
  // In the order of Need.
  constexpr std::array<std::string_view, 4> kNeeds = {"required", "recommended", "optional", "must not be there"};
  const Shape& shape = *field.shape;
  const Shape& single = shape.kind == ShapeKind::list ? *shape.element : shape;
  std::string text = fmt::format("**`{}`** of {}, {}\n\n{}", field.name, format::with_article(record.noun),
                                 kNeeds[static_cast<std::size_t>(field.need)], field.about);
  const bool explains = single.kind == ShapeKind::record || single.kind == ShapeKind::choice;
  if (!explains && field.need != format::Need::never) text += fmt::format(" It is {}.", format::described(shape));
  if (!field.fallback.empty()) text += fmt::format(" Default: `{}`.", field.fallback);
  return text + choices_text(single);
}

std::string about_known(const Known& known) {
  std::string text = fmt::format("**{}**", markdown_text(known.id));
  if (!known.title.empty()) text += ": " + markdown_text(known.title);
  return known.about.empty() ? text : text + "\n\n" + known.about;
}

class HoverTeller {
 public:
  HoverTeller(const Reading& reading, Around& around, std::size_t at)
      : reading_(reading), lookup_(reading, around), spot_(spot_at(reading.outline(), at)) {}

  std::optional<Hover> hover() {
    if (spot_.part == kNone || reading_.kind() == nullptr) return std::nullopt;
    std::string text = spot_.where == Spot::Where::key ? of_key() : of_value();
    if (text.empty()) return std::nullopt;
    return Hover{.word = word(), .text = std::move(text)};
  }

 private:
  Stretch word() const {
    const Part& part = reading_.part(spot_.part);
    return spot_.where == Spot::Where::key ? part.name : part.value;
  }

  std::string of_key() {
    const Shape* const above = reading_.shape_of(spot_.holder);
    if (above == nullptr) return {};
    if (const Field* const field = reading_.field_of(spot_.part)) return about_field(*field, *above->record);
    if (above->kind == ShapeKind::map) return of_known(*above->key, reading_.key_of(spot_.part));
    // A text on a line of its own, below its key.
    return reading_.part(spot_.part).colon ? std::string() : of_text(*above, reading_.text_of(spot_.part));
  }

  std::string of_value() {
    const Shape* const shape = reading_.shape_of(spot_.part);
    if (shape == nullptr || reading_.part(spot_.part).form == Form::lines) return {};
    return of_text(*shape, reading_.text_of(spot_.part));
  }

  std::string of_text(const Shape& shape, const std::string& text) {
    if (text.empty()) return {};
    for (const format::Choice& choice : shape.choices)
      if (choice.word == text) return fmt::format("**`{}`**: {}", choice.word, choice.about);
    const std::string known = of_known(shape, text);
    if (shape.names != format::Names::scale) return known;
    const std::string anchor = lookup_.anchor(spot_.part, text);
    return anchor.empty() ? known : fmt::format("{}\n\n{}", known, markdown_text(anchor));
  }

  std::string of_known(const Shape& shape, const std::string& id) {
    const std::optional<Known> known = lookup_.find(shape, id);
    return known ? about_known(*known) : std::string();
  }

  const Reading& reading_;
  Lookup lookup_;
  Spot spot_;
};

}  // namespace

std::optional<Hover> hover_at(const Reading& reading, std::size_t at, Around& around) {
  return HoverTeller(reading, around, at).hover();
}

std::string hover_json(const std::optional<Hover>& hover) {
  if (!hover) return "null";
  base::JsonWriter json;
  json.object().number("from", static_cast<std::int64_t>(hover->word.begin));
  json.number("to", static_cast<std::int64_t>(hover->word.end)).text("text", hover->text);
  return json.end_object().bytes();
}

}  // namespace cpm::assist
