#include "format/json_schema.h"

#include <limits>
#include <map>
#include <vector>

#include <nlohmann/json.hpp>

#include "base/text.h"

namespace cpm::format {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kDialect = "https://json-schema.org/draft/2020-12/schema";
/// A name, not a place to load from: readers need a whole address to resolve `#/$defs/…`, and `.example` is nobody's.
constexpr std::string_view kIdStart = "https://cpm.example/";
/// The years that cpm takes for a date, so that a slip such as 0206 shows up in editors too.
constexpr std::string_view kDatePattern = "^(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}$";
constexpr std::string_view kExampleCountyPattern = "^example(-[a-z0-9]+)*$";
/// Something else than blanks.
constexpr std::string_view kNotBlank = "[^ \\t\\n\\r\\f\\v]";

/// Writes the schema of one kind: its root record, and every record inside once under `$defs`.
class Schema {
 public:
  Schema(const Kind& kind, const model::Counties& counties) : kind_(kind), counties_(counties) {}

  Json whole() {
    Json schema;
    schema["$schema"] = kDialect;
    schema["$id"] = std::string(kIdStart) + std::string(kind_.word) + "/" + std::to_string(kind_.version);
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
    return {{"const", format_text(kind_)}, {"description", field->about}};
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
      schema["properties"][std::string(field.name)] = property(field);
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

  Json property(const Field& field) {
    Json schema = value(*field.shape);
    std::string about(field.about);
    for (const Choice& choice : field.shape->choices)
      about += "\n- " + std::string(choice.word) + ": " + std::string(choice.about);
    schema["description"] = about;
    if (!field.example.empty()) schema["examples"] = Json::array({example(field)});
    return schema;
  }

  static Json example(const Field& field) {
    const ShapeKind kind = field.shape->kind;
    if (kind == ShapeKind::whole || kind == ShapeKind::decimal || kind == ShapeKind::flag)
      return Json::parse(field.example);
    return field.example;
  }

  Json value(const Shape& shape) {
    // In the order of ShapeKind.
    constexpr Json (Schema::*kWriters[])(const Shape&) = {
        &Schema::text,    &Schema::word,   &Schema::date, &Schema::county, &Schema::whole,    &Schema::decimal,
        &Schema::boolean, &Schema::choice, &Schema::list, &Schema::map,    &Schema::reference};
    return (this->*kWriters[static_cast<std::size_t>(shape.kind)])(shape);
  }

  /// cpm reads a text by its key, so `06113` and `no` are texts too; it warns where other tools would not think so.
  Json text(const Shape&) { return {{"type", Json::array({"string", "number", "boolean"})}, {"pattern", kNotBlank}}; }
  Json word(const Shape& shape) { return {{"type", "string"}, {"pattern", shape.form->pattern}}; }
  Json date(const Shape&) { return {{"type", "string"}, {"format", "date"}, {"pattern", kDatePattern}}; }

  Json county(const Shape&) {
    Json ids = Json::array();
    for (const model::County& county : counties_.counties) ids.push_back(county.id.value);
    return {{"type", "string"}, {"anyOf", Json::array({{{"enum", ids}}, {{"pattern", kExampleCountyPattern}}})}};
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
    for (const Choice& choice : shape.choices) words.push_back(choice.word);
    return {{"enum", words}};
  }

  Json list(const Shape& shape) {
    Json schema = {{"type", "array"}, {"items", value(*shape.element)}};
    if (shape.at_least > 0) schema["minItems"] = shape.at_least;
    return schema;
  }

  Json map(const Shape& shape) {
    return {{"type", "object"}, {"propertyNames", value(*shape.key)}, {"additionalProperties", value(*shape.element)}};
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
    for (char& sign : name)
      if (sign == ' ') sign = '-';
    definitions_[name] = nullptr;  // keeps the order of first mention
    const std::string key = name;
    definitions_[key] = record(inner);
    return key;
  }

  const Kind& kind_;
  const model::Counties& counties_;
  std::map<const Record*, std::string> names_;
  Json definitions_ = Json::object();
};

}  // namespace

std::string json_schema(const Kind& kind, const model::Counties& counties) {
  return Schema(kind, counties).whole().dump(2) + "\n";
}

}  // namespace cpm::format
