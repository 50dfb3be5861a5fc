#include "assist/instrument.h"

#include <algorithm>
#include <string_view>

#include "base/json_writer.h"

namespace cpm::assist {
namespace {

using base::JsonWriter;

void tell_texts(JsonWriter& json, std::string_view name, const model::TextList& texts) {
  if (texts.empty()) return;
  json.key(name).list();
  for (const diag::LocatedText& text : texts) json.text(text.value);
  json.end_list();
}

void tell_scale_value(JsonWriter& json, const model::ScaleValue& value) {
  json.object().number("value", value.value.value).text("label", value.label.value);
  json.text_if("description", value.description.value).end_object();
}

/// Each by the value of the scale that it is the picture of.
void tell_anchors(JsonWriter& json, const model::Instrument& instrument, const model::Item& item) {
  json.key("anchors").object();
  const std::size_t count = std::min(item.anchors.size(), instrument.scale.size());
  for (std::size_t i = 0; i < count; ++i)
    json.text(std::to_string(instrument.scale[i].value.value), item.anchors[i].value);
  json.end_object();
}

void tell_item(JsonWriter& json, const model::Instrument& instrument, const model::Item& item) {
  json.object().text("id", item.id.value).text("title", item.title.value).text("prompt", item.prompt.value);
  json.text_if("topic", item.topic.value);
  tell_anchors(json, instrument, item);
  json.text_if("tool", item.tool.value);
  tell_texts(json, "builds_on", item.builds_on);
  json.text_if("basis", item.basis.value).text_if("revision", item.revision.value);
  json.text_if("same_as", item.same_as.value).end_object();
}

void tell_area(JsonWriter& json, const model::Instrument& instrument, const model::Area& area) {
  json.object().text("id", area.id.value).text("label", area.label.value);
  tell_texts(json, "aliases", area.aliases);
  json.text_if("toolkit", area.toolkit.value);
  tell_texts(json, "topics", area.topics);
  json.key("items").list();
  for (const model::Item& item : area.items) tell_item(json, instrument, item);
  json.end_list().end_object();
}

}  // namespace

std::string instrument_json(const model::Instrument& instrument) {
  JsonWriter json;
  json.object().text("id", instrument.id.value).text("version", instrument.version.value);
  json.text_if("title", instrument.title.value).text_if("source", instrument.source.value);
  json.text_if("licence", instrument.licence.value).key("scale").list();
  for (const model::ScaleValue& value : instrument.scale) tell_scale_value(json, value);
  json.end_list().key("areas").list();
  for (const model::Area& area : instrument.areas) tell_area(json, instrument, area);
  return json.end_list().end_object().bytes();
}

}  // namespace cpm::assist
