#include "format/json_schema.h"

#include <limits>
#include <map>
#include <vector>

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "base/text.h"
#include "format/known_names.h"

namespace cpm::format {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kDialect = "https://json-schema.org/draft/2020-12/schema";
/// A name, not a place to load from: readers need a whole address to resolve `#/$defs/…`, and `.example` is nobody's.
constexpr std::string_view kIdStart = "https://cpm.example/";
/// The years that cpm takes for a date, so that a slip such as 0206 shows up in editors too.
constexpr std::string_view kDatePattern = "^(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}$";
constexpr std::string_view kMonthOrQuarterPattern = "^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2]|Q[1-4])$";
constexpr std::string_view kExampleCountyPattern = "^example(-[a-z0-9]+)*$";
/// Something else than spaces.
constexpr std::string_view kNotBlank = "[^ \\t\\n\\r\\f\\v]";

/// Writes the schema of one kind: its root record, and every record inside once under `$defs`.
class Schema {
 public:
  Schema(const Kind& kind, const model::BuiltIn& built_in) : kind_(kind), built_in_(built_in) {}

  Json whole() {
    Json schema;
    schema["$schema"] = kDialect;
    schema["$id"] = fmt::format("{}{}/{}", kIdStart, kind_.word, kind_.version);
    schema.update(record(*kind_.record));
    schema["title"] = kind_.title;
    schema["description"] = kind_.about;
    schema["properties"]["format"] = format_property();
    if (!definitions_.empty()) schema["$defs"] = definitions_;
    return schema;
  }

 private:
  Json format_property() const {
    const Field* field = find_field(*kind_.record, "format");
    Json schema = {{"const", format_text(kind_)}};
    explain(schema, *kind_.record, *field, fmt::format("`{}`", format_text(kind_)));
    return schema;
  }

  Json record(const Record& record) {
    Json schema;
    schema["title"] = record.noun;
    schema["description"] = record.about;
    schema["type"] = "object";
    schema["properties"] = Json::object();
    Json required = Json::array();
    for (const Field& field : record.fields) {
      if (field.need == Need::never) continue;
      schema["properties"][std::string(field.name)] = property(record, field);
      if (field.need == Need::must) required.push_back(field.name);
    }
    if (!required.empty()) schema["required"] = required;
    for (const OneOf& group : record.one_of) schema["allOf"].push_back(exactly_one(group));
    schema["patternProperties"] = {{"^x-", Json::object()}};
    schema["additionalProperties"] = false;
    return schema;
  }

  static Json exactly_one(const OneOf& group) {
    Json options = Json::array();
    for (const std::string_view name : group.names) options.push_back({{"required", Json::array({name})}});
    return {{"oneOf", options}};
  }

  Json property(const Record& record, const Field& field) {
    Json schema = value(*field.shape);
    explain(schema, record, field, described(*field.shape));
    if (!field.fallback.empty()) schema["default"] = scalar(field, field.fallback);
    if (!field.example.empty()) schema["examples"] = Json::array({scalar(field, field.example)});
    return schema;
  }

  /// What an editor shows beside a key: whose it is, what it says, whether it is needed and what to write.
  static void explain(Json& schema, const Record& record, const Field& field, const std::string& shape) {
    schema["title"] = fmt::format("{}: {}", record.noun, field.name);
    schema["description"] = field.about;
    schema["markdownDescription"] = fmt::format("{}\n\n{} It is {}.", field.about, need_words(field), shape);
  }

  static std::string need_words(const Field& field) {
    // In the order of Need.
    constexpr std::string_view kNeeds[] = {"**Required.**", "**Recommended**: `cpm check` warns without it.",
                                           "Optional."};
    std::string words(kNeeds[static_cast<std::size_t>(field.need)]);
    if (!field.fallback.empty()) words += fmt::format(" Default: `{}`.", field.fallback);
    return words;
  }

  /// A text of the table as the JSON value that the shape wants.
  static Json scalar(const Field& field, std::string_view text) {
    const ShapeKind kind = field.shape->kind;
    if (kind == ShapeKind::whole || kind == ShapeKind::decimal || kind == ShapeKind::flag) return Json::parse(text);
    return text;
  }

  Json value(const Shape& shape) {
    // In the order of ShapeKind.
    constexpr Json (Schema::*kWriters[])(const Shape&) = {
        &Schema::text,    &Schema::word,    &Schema::date,   &Schema::timeframe, &Schema::county, &Schema::whole,
        &Schema::decimal, &Schema::boolean, &Schema::choice, &Schema::list,      &Schema::map,    &Schema::reference};
    return (this->*kWriters[static_cast<std::size_t>(shape.kind)])(shape);
  }

  /// cpm reads a text by its key, so `06113` and `no` are texts too; it warns where other tools would not think so.
  Json text(const Shape&) { return {{"type", Json::array({"string", "number", "boolean"})}, {"pattern", kNotBlank}}; }

  static Json pattern(std::string_view pattern, std::string_view wanted) {
    return {{"pattern", pattern}, {"patternErrorMessage", fmt::format("write {}", wanted)}};
  }

  static Json formed(const WordForm& form) {
    Json schema = {{"type", "string"}};
    schema.update(pattern(form.pattern, form.noun));
    return schema;
  }

  Json word(const Shape& shape) {
    const std::vector<KnownName> names = known_names(shape.names, built_in_);
    if (names.empty()) return formed(*shape.form);
    return {{"type", "string"},
            {"anyOf", Json::array({offered(names), pattern(shape.form->pattern, shape.form->noun)})}};
  }

  static Json offered(const std::vector<KnownName>& names) {
    Json ids = Json::array();
    Json titles = Json::array();
    for (const KnownName& name : names) {
      ids.push_back(name.id);
      titles.push_back(name.title);
    }
    return {{"enum", ids}, {"enumDescriptions", titles}};
  }

  Json date(const Shape& shape) {
    Json schema = {{"type", "string"}, {"format", "date"}};
    schema.update(pattern(kDatePattern, described(shape)));
    return schema;
  }

  Json timeframe(const Shape& shape) {
    const Json day = {{"format", "date"}, {"pattern", kDatePattern}};
    const Json longer = {{"pattern", kMonthOrQuarterPattern}};
    return {{"type", "string"},
            {"anyOf", Json::array({day, longer})},
            {"patternErrorMessage", fmt::format("write {}", described(shape))}};
  }

  Json county(const Shape& shape) {
    std::vector<KnownName> names;
    for (const model::County& county : built_in_.counties.counties)
      names.push_back({.id = county.id.value, .title = county.name.value, .about = {}});
    return {{"type", "string"},
            {"anyOf", Json::array({offered(names), pattern(kExampleCountyPattern, described(shape))})}};
  }

  Json whole(const Shape& shape) {
    Json schema = {{"type", "integer"}};
    if (shape.lowest != std::numeric_limits<std::int64_t>::min()) schema["minimum"] = shape.lowest;
    if (shape.highest != std::numeric_limits<std::int64_t>::max()) schema["maximum"] = shape.highest;
    return schema;
  }
  Json decimal(const Shape&) { return {{"type", "number"}}; }
  Json boolean(const Shape&) { return {{"type", "boolean"}}; }

  Json choice(const Shape& shape) {
    Json words = Json::array();
    Json abouts = Json::array();
    for (const Choice& choice : shape.choices) {
      words.push_back(choice.word);
      abouts.push_back(choice.about);
    }
    return {{"enum", words}, {"enumDescriptions", abouts}, {"markdownEnumDescriptions", abouts}};
  }

  Json list(const Shape& shape) {
    Json schema = {{"type", "array"}, {"items", value(*shape.element)}};
    if (shape.at_least > 0) schema["minItems"] = shape.at_least;
    return schema;
  }

  Json map(const Shape& shape) {
    Json schema = {{"type", "object"}};
    for (const KnownName& name : known_names(shape.key->names, built_in_))
      if (!name.about.empty()) schema["properties"][name.id] = entry(shape, name);
    Json names = formed(*shape.key->form);
    names["title"] = fmt::format("one of the {}", shape.keys_are);
    schema["propertyNames"] = names;
    schema["additionalProperties"] = value(*shape.element);
    return schema;
  }

  /// A key that a built-in list knows, with what the list says of it.
  Json entry(const Shape& shape, const KnownName& name) {
    Json schema = value(*shape.element);
    schema["title"] = name.title;
    schema["description"] = name.title;
    schema["markdownDescription"] = name.about;
    return schema;
  }

  Json reference(const Shape& shape) {
    const std::string name = definition(*shape.record);
    return {{"$ref", "#/$defs/" + name}};
  }

  /// The name under `$defs`; writes the definition when it is met first.
  std::string definition(const Record& inner) {
    const auto [at, fresh] = names_.try_emplace(&inner, base::lower(inner.noun));
    std::string& name = at->second;
    if (!fresh) return name;
    for (char& character : name)
      if (character == ' ') character = '-';
    definitions_[name] = nullptr;  // keeps the order of first mention
    const std::string key = name;
    definitions_[key] = record(inner);
    return key;
  }

  const Kind& kind_;
  const model::BuiltIn& built_in_;
  std::map<const Record*, std::string> names_;
  Json definitions_ = Json::object();
};

}  // namespace

std::string json_schema(const Kind& kind, const model::BuiltIn& built_in) {
  return Schema(kind, built_in).whole().dump(2) + "\n";
}

}  // namespace cpm::format
