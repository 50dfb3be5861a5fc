#include "assist/lookup.h"

#include <algorithm>

#include <fmt/format.h>

#include "assist/markdown.h"
#include "assist/targets.h"
#include "base/files.h"
#include "base/text.h"
#include "format/known_names.h"
#include "format/shapes.h"

namespace cpm::assist {
namespace {

using format::Names;
using format::Refers;
using format::Shape;
using format::ShapeKind;

/// The prompt, then what each score looks like.
std::string about_item(const model::Instrument& instrument, const model::Item& item) {
  std::string about = markdown_text(item.prompt.value);
  const std::size_t count = std::min(item.anchors.size(), instrument.scale.size());
  for (std::size_t i = 0; i < count; ++i)
    about += fmt::format("{}- **{}** {}: {}", i == 0 ? "\n\n" : "\n", instrument.scale[i].value.value,
                         markdown_text(instrument.scale[i].label.value), markdown_text(item.anchors[i].value));
  return about;
}

std::vector<Known> items_of(const model::Instrument& instrument) {
  std::vector<Known> items;
  for (const model::Area& area : instrument.areas)
    for (const model::Item& item : area.items)
      if (item.id) items.push_back({.id = *item.id, .title = item.title.value, .about = about_item(instrument, item)});
  return items;
}

std::vector<Known> areas_of(const model::Instrument& instrument) {
  std::vector<Known> areas;
  for (const model::Area& area : instrument.areas)
    if (area.id) areas.push_back({.id = *area.id, .title = area.label.value});
  return areas;
}

std::vector<Known> scale_of(const model::Instrument& instrument) {
  std::vector<Known> values;
  for (const model::ScaleValue& value : instrument.scale)
    values.push_back({.id = std::to_string(value.value.value),
                      .title = value.label.value,
                      .about = markdown_text(value.description.value)});
  return values;
}

std::vector<Known> counties_of(const model::BuiltIn& built_in) {
  std::vector<Known> counties;
  for (const model::County& county : built_in.counties.counties)
    counties.push_back({.id = county.id.value, .title = county.name.value + " County"});
  return counties;
}

}  // namespace

std::vector<Known> Lookup::known_for(const Shape& shape) {
  if (shape.kind == ShapeKind::county) return counties_of(around_.built_in());
  if (shape.form == &format::kScaleKeyForm && reading_.kind()->word == "snapshot") return named(Names::scale);
  std::vector<Known> known = referred(shape.refers);
  for (Known& each : named(shape.names)) known.push_back(std::move(each));
  return known;
}

std::optional<Known> Lookup::find(const Shape& shape, std::string_view id) {
  for (Known& known : known_for(shape))
    if (known.id == id) return std::move(known);
  return std::nullopt;
}

std::vector<Known> Lookup::named(Names names) {
  if (names == Names::nothing) return {};
  if (names == Names::items || names == Names::areas || names == Names::scale) {
    const model::Instrument* const asked = instrument();
    if (asked == nullptr) return {};
    return names == Names::items ? items_of(*asked) : names == Names::areas ? areas_of(*asked) : scale_of(*asked);
  }
  std::vector<Known> known;
  for (format::KnownName& name : format::known_names(names, around_.built_in()))
    known.push_back({.id = std::move(name.id), .title = std::move(name.title)});
  if (names != Names::instruments) return known;
  for (const Neighbor& file : around_.files("instrument")) {
    const Reading own(file.bytes);
    known.push_back({.id = own.text_at("id"), .title = own.text_at("title")});
  }
  return known;
}

std::vector<Known> Lookup::referred(Refers refers) {
  const Target& target = target_of(refers);
  if (target.word.empty()) return {};
  if (target.files) return paths_of(target.kind);
  if (target.kind.empty()) return reading_.records();
  std::vector<Known> known;
  const auto add = [&](const Reading& reading) {
    for (const std::string_view place : target.places)
      for (Known& each : reading.records_at(place)) known.push_back(std::move(each));
  };
  if (reading_.kind() != nullptr && reading_.kind()->word == target.kind)
    add(reading_);
  else
    for (const Neighbor& file : files_meant(target.kind)) add(Reading(file.bytes));
  return known;
}

std::vector<Known> Lookup::paths_of(std::string_view kind) {
  std::vector<Known> paths;
  for (const Neighbor& file : around_.files(kind))
    paths.push_back({.id = file.inside, .title = Reading(file.bytes).text_at("date")});
  return paths;
}

std::vector<Neighbor> Lookup::files_meant(std::string_view kind) {
  std::vector<Neighbor> files = around_.files(kind);
  std::string named = reading_.text_at(kind);
  if (named.empty()) named = reading_.text_at(fmt::format("{}.file", kind));
  const std::string date = reading_.text_at(fmt::format("{}.date", kind));
  const std::string path = base::joined_path("", named);
  for (const Neighbor& file : files) {
    const bool is_named = !named.empty() && file.inside == path;
    if (is_named || (!date.empty() && Reading(file.bytes).text_at("date") == date)) return {file};
  }
  return files;
}

const model::Instrument* Lookup::instrument_of(const Reading& reading) {
  return around_.instrument(reading.text_at("instrument.id"), reading.text_at("instrument.version"));
}

const model::Instrument* Lookup::find_instrument() {
  const std::string_view kind = reading_.kind() == nullptr ? std::string_view() : reading_.kind()->word;
  if (kind == "snapshot") return instrument_of(reading_);
  if (kind == "plan" || kind == "support") {
    std::vector<Neighbor> followed = files_meant("snapshot");
    if (followed.size() != 1 && kind == "support") {
      const std::vector<Neighbor> plans = files_meant("plan");
      if (plans.size() == 1) {
        const Reading plan(plans.front().bytes);
        followed = Lookup(plan, around_).files_meant("snapshot");
      }
    }
    if (followed.size() == 1) return instrument_of(Reading(followed.front().bytes));
  }
  const auto& instruments = around_.built_in().instruments;
  return instruments.empty() ? nullptr : &instruments.front();
}

const model::Instrument* Lookup::instrument() {
  if (!instrument_) instrument_ = find_instrument();
  return *instrument_;
}

std::string Lookup::anchor(std::size_t part, std::string_view score) {
  const model::Instrument* const asked = part == kNone ? nullptr : instrument();
  if (asked == nullptr) return {};
  const model::Item* item = nullptr;
  for (; item == nullptr && part != 0; part = reading_.part(part).above)
    item = model::find_item(*asked, reading_.key_of(part));
  const std::size_t count = item == nullptr ? 0 : std::min(item->anchors.size(), asked->scale.size());
  for (std::size_t i = 0; i < count; ++i)
    if (std::to_string(asked->scale[i].value.value) == score) return item->anchors[i].value;
  return {};
}

}  // namespace cpm::assist
