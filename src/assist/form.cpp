#include "assist/form.h"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <set>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "assist/targets.h"
#include "base/json_writer.h"
#include "base/text.h"
#include "format/known_names.h"
#include "format/shapes.h"

namespace cpm::assist {
namespace {

using base::JsonWriter;
using format::Field;
using format::Names;
using format::Record;
using format::Shape;
using format::ShapeKind;

/// In the order of Names.
constexpr std::array<std::string_view, 10> kNameWords = {"",         "items",       "areas", "tools", "academies",
                                                         "outcomes", "instruments", "rules", "scale", "months"};

/// In the order of ShapeKind.
constexpr std::array<std::string_view, 12> kShapeWords = {
    "text", "id", "date", "timeframe", "county", "integer", "number", "yes-no", "choice", "list", "map", "record"};

/// In the order of Need; those that must not be there are left out.
constexpr std::array<std::string_view, 3> kNeedWords = {"required", "recommended", "optional"};

std::string_view word_of(Names names) {
  return kNameWords[static_cast<std::size_t>(names)];
}

/// Does what is asked decide which there are? Then the Snapshot's instrument has them.
bool is_of_instrument(Names names) {
  return names == Names::items || names == Names::areas || names == Names::scale;
}

std::string with_dashes(std::string_view words) {
  std::string name = base::lower(words);
  std::ranges::replace(name, ' ', '-');
  return name;
}

/// What shapes of one field, such as its choices, are called.
struct Owner {
  const Record& record;
  const Field& field;
};

/// Writes each shape once, and those that it is made of.
class FormTeller {
 public:
  FormTeller(const format::Kind& kind, const model::BuiltIn& built_in) : kind_(kind), built_in_(built_in) {}

  std::string whole() {
    const Shape root = format::record_of(*kind_.record);
    json_.object().text("kind", kind_.word).text("title", kind_.title).text("one", kind_.one).text("many", kind_.many);
    json_.text("about", kind_.about).text("place", kind_.place).text("format", format::format_text(kind_));
    json_.text("shape", name_of(root, nullptr)).key("shapes").object();
    for (std::size_t i = 0; i < shapes_.size(); ++i) tell(i);
    json_.end_object().key("lists").object();
    if (counties_) tell_counties();
    for (const Names names : lists_) tell_list_of(names);
    return json_.end_object().end_object().bytes();
  }

 private:
  struct Named {
    std::string name;
    Shape shape;
  };

  /// The name under `shapes`; written when its turn comes.
  std::string name_of(const Shape& shape, const Owner* owner) {
    std::string name = made_name(shape, owner);
    const auto called = [&](const Named& other) { return other.name == name; };
    for (auto at = std::ranges::find_if(shapes_, called); at != shapes_.end();
         at = std::ranges::find_if(shapes_, called)) {
      if (is_same(at->shape, shape)) return name;
      name += "-other";
    }
    shapes_.push_back({name, shape});
    if (shape.kind == ShapeKind::county) counties_ = true;
    if (shape.names != Names::nothing && !is_of_instrument(shape.names)) lists_.insert(shape.names);
    return name;
  }

  static bool is_same(const Shape& a, const Shape& b) {
    return a.kind == b.kind && a.record == b.record && a.element == b.element && a.key == b.key && a.form == b.form &&
           a.choices.data() == b.choices.data() && a.lowest == b.lowest && a.highest == b.highest &&
           a.at_least == b.at_least && a.names == b.names && a.refers == b.refers;
  }

  std::string made_name(const Shape& shape, const Owner* owner) {
    if (shape.kind == ShapeKind::record) return with_dashes(shape.record->noun);
    if (shape.kind == ShapeKind::choice || shape.kind == ShapeKind::map)
      return fmt::format("{}{}.{}", shape.kind == ShapeKind::map ? "map." : "", with_dashes(owner->record.noun),
                         owner->field.name);
    if (shape.kind == ShapeKind::list)
      return fmt::format("list.{}{}", name_of(*shape.element, owner), shape.at_least > 0 ? ".some" : "");
    return scalar_name(shape);
  }

  static std::string scalar_name(const Shape& shape) {
    std::string name(kShapeWords[static_cast<std::size_t>(shape.kind)]);
    if (shape.names != Names::nothing) name += fmt::format(".{}", word_of(shape.names));
    if (shape.refers != format::Refers::nothing) {
      const Target& target = target_of(shape.refers);
      name += fmt::format(".{}{}{}", target.kind, target.kind.empty() ? "" : ".", target.word);
    }
    if (shape.form == &format::kCodeForm) name += ".code";
    if (shape.form == &format::kScaleKeyForm) name += ".scale";
    if (shape.kind == ShapeKind::whole) name += bounds_name(shape);
    return name;
  }

  static std::string bounds_name(const Shape& shape) {
    const bool open = shape.highest == std::numeric_limits<std::int64_t>::max();
    if (shape.lowest == std::numeric_limits<std::int64_t>::min()) return "";
    return open ? fmt::format(".{}", shape.lowest) : fmt::format(".{}-{}", shape.lowest, shape.highest);
  }

  void tell(std::size_t index) {
    const auto [name, shape] = shapes_[index];  // a copy: more are added meanwhile
    json_.key(name).object().text("is", kShapeWords[static_cast<std::size_t>(shape.kind)]);
    if (shape.kind == ShapeKind::whole) tell_bounds(shape);
    if (shape.form != nullptr) json_.text("form", shape.form->pattern);
    if (shape.kind == ShapeKind::choice) tell_choices(shape);
    tell_names(shape);
    if (shape.kind == ShapeKind::record) tell_record(*shape.record);
    if (shape.kind == ShapeKind::list || shape.kind == ShapeKind::map) tell_parts(name, shape);
    json_.end_object();
  }

  void tell_bounds(const Shape& shape) {
    if (shape.lowest != std::numeric_limits<std::int64_t>::min()) json_.number("least", shape.lowest);
    if (shape.highest != std::numeric_limits<std::int64_t>::max()) json_.number("most", shape.highest);
  }

  void tell_choices(const Shape& shape) {
    json_.key("choices").list();
    for (const format::Choice& choice : shape.choices)
      json_.object().text("key", choice.word).text("spoken", choice.spoken).text("about", choice.about).end_object();
    json_.end_list();
  }

  void tell_names(const Shape& shape) {
    const Target& target = target_of(shape.refers);
    json_.text_if("names", target.word.empty() ? word_of(shape.names) : target.word).text_if("in", target.kind);
  }

  void tell_parts(const std::string& name, const Shape& shape) {
    if (shape.key != nullptr) json_.text("key", name_of(*shape.key, nullptr)).text("keys_are", shape.keys_are);
    json_.text("of", parts_.at(name));
    if (shape.at_least > 0) json_.number("at_least", static_cast<std::int64_t>(shape.at_least));
  }

  void tell_record(const Record& record) {
    json_.text("noun", record.noun).text("about", record.about).text_if("id_key", record.id_key);
    json_.text_if("title_key", record.title_key).text_if("single_key", record.scalar_key);
    if (!record.one_of.empty()) tell_one_of(record);
    json_.key("record").list();
    for (const Field& field : record.fields)
      if (field.need != format::Need::never) tell_field({.record = record, .field = field});
    json_.end_list();
  }

  void tell_one_of(const Record& record) {
    json_.key("one_of").list();
    for (const format::OneOf& group : record.one_of) {
      json_.list();
      for (const std::string_view name : group.names) json_.text(name);
      json_.end_list();
    }
    json_.end_list();
  }

  void tell_field(const Owner& owner) {
    const Field& field = owner.field;
    json_.object().text("key", field.name).text("about", field.about);
    json_.text("need", kNeedWords[static_cast<std::size_t>(field.need)])
        .text("shape", name_with_parts(*field.shape, owner));
    json_.text_if("example", field.example).text_if("default", field.fallback);
    if (field.stake == format::Stake::apart) json_.key("apart").flag(true);
    if (field.stake == format::Stake::holder) json_.key("holder").flag(true);
    json_.end_object();
  }

  /// The name of the shape, when those of its entries are known.
  std::string name_with_parts(const Shape& shape, const Owner& owner) {
    std::string name = name_of(shape, &owner);
    if (shape.element != nullptr && !parts_.contains(name)) {
      std::string inner = name_with_parts(*shape.element, owner);
      parts_[name] = std::move(inner);
    }
    return name;
  }

  void tell_counties() {
    json_.key("counties").list();
    for (const model::County& county : built_in_.counties.counties)
      json_.object().text("id", county.id.value).text("title", county.name.value).end_object();
    json_.end_list();
  }

  void tell_list_of(Names names) {
    json_.key(word_of(names)).list();
    for (const format::KnownName& known : format::known_names(names, built_in_))
      json_.object().text("id", known.id).text("title", known.title).end_object();
    json_.end_list();
  }

  const format::Kind& kind_;
  const model::BuiltIn& built_in_;
  JsonWriter json_;
  std::vector<Named> shapes_;                 ///< in the order of their first mention
  std::map<std::string, std::string> parts_;  ///< of a list or map: the name of its entries' shape
  std::set<Names> lists_;
  bool counties_ = false;
};

}  // namespace

std::string form_json(const format::Kind& kind, const model::BuiltIn& built_in) {
  return FormTeller(kind, built_in).whole();
}

}  // namespace cpm::assist
